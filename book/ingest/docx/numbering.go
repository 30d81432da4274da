package docx

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/markup/xmltree"
)

// A level is how a level of a list counts.
type level struct {
	ordered   bool
	none      bool
	blank     bool // a bullet that shows nothing: the paragraph belongs to the item above it
	task      book.Task
	start     int
	numbering book.Numbering
	delimiter book.Delimiter
	known     bool   // the book can count so
	text      string // what stands before an item, with %1 for the number of the first level
	left      int    // indentation of the text, in twentieths of a point
	style     string // the paragraph style that is at this level by itself
}

// A count is a list of the document: paragraphs of several lists may be counted together.
type count struct {
	levels map[string]level
	starts map[string]int // by level, where this list begins anew
	common *counter
}

// A counter has the numbers that the last items of its levels had.
type counter struct {
	last [maxListDepth]int // one more than the number, 0 for none
	used map[string]bool   // starts that were taken
}

// numberings are the lists of a document, by their numbers.
type numberings map[string]*count

func numberingOf(root *xmltree.Node, sheet styleSheet) numberings {
	abstract, common, linked := map[string]map[string]level{}, map[string]*counter{}, map[string]string{}
	for _, a := range root.All("abstractNum") {
		levels := map[string]level{}
		for _, l := range a.All("lvl") {
			levels[l.Any("ilvl")] = levelOf(l)
		}
		id := a.Any("abstractNumId")
		abstract[id], common[id] = levels, &counter{used: map[string]bool{}}
		linked[id] = a.Child("numStyleLink").Any("val")
	}
	of := map[string]string{} // the abstract list of each list
	for _, n := range root.All("num") {
		of[n.Any("numId")] = n.Child("abstractNumId").Any("val")
	}
	out := numberings{}
	for _, n := range root.All("num") {
		id := of[n.Any("numId")]
		if link := linked[id]; link != "" && len(abstract[id]) == 0 { // a style has the levels
			id = of[sheet.byID[link].num.Child("numId").Any("val")]
		}
		c := &count{levels: abstract[id], starts: map[string]int{}, common: common[id]}
		if c.common == nil {
			continue
		}
		c.override(n)
		out[n.Any("numId")] = c
	}
	return out
}

// override takes in what a list has otherwise than the lists that it is counted with.
func (c *count) override(n *xmltree.Node) {
	for _, o := range n.All("lvlOverride") {
		at := o.Any("ilvl")
		if l := o.Child("lvl"); l != nil {
			levels := map[string]level{at: levelOf(l)}
			for k, other := range c.levels {
				if k != at {
					levels[k] = other
				}
			}
			c.levels = levels
		}
		if s := o.Child("startOverride"); s != nil {
			c.starts[at] = number(s.Any("val"), 1)
		}
	}
}

// formats are the kinds of numbers that a book has too (ECMA-376, part 1, 17.18.59).
var formats = map[string]book.Numbering{
	"": book.Decimal, "decimal": book.Decimal, "lowerLetter": book.LowerAlpha, "upperLetter": book.UpperAlpha, "lowerRoman": book.LowerRoman, "upperRoman": book.UpperRoman,
}

// tasks are the bullets of lists of tasks, as pandoc has them.
var tasks = map[string]book.Task{"☐": book.Open, "☑": book.Done, "☒": book.Done}

func levelOf(n *xmltree.Node) level {
	format := n.Child("numFmt").Any("val")
	text := n.Child("lvlText")
	ind := n.Child("pPr").Child("ind")
	l := level{
		ordered: format != "bullet" && format != "none", none: format == "none", start: number(n.Child("start").Any("val"), 1),
		text: text.Any("val"), left: number(orElse(ind.Any("left"), ind.Any("start")), 0), style: n.Child("pStyle").Any("val"),
	}
	l.numbering, l.known = formats[format]
	if text == nil {
		l.text = "%"
	}
	if format == "bullet" {
		l.blank, l.task = strings.TrimSpace(l.text) == "", tasks[strings.TrimSpace(l.text)]
	}
	switch mark := strings.TrimSpace(l.text); {
	case strings.HasPrefix(mark, "(") && strings.HasSuffix(mark, ")"):
		l.delimiter = book.Parentheses
	case strings.HasSuffix(mark, ")"):
		l.delimiter = book.Parenthesis
	}
	return l
}

// next returns the number of the next item of a level. Deeper levels begin anew behind
// it, and higher ones that have not begun count as begun.
func (c *count) next(id, at string) int {
	depth := min(number(at, 0), maxListDepth-1)
	last := &c.common.last[depth]
	start, own := c.starts[at]
	switch {
	case own && !c.common.used[id+" "+at]:
		*last = start + 1
	case *last == 0:
		*last = c.levels[at].start + 1
	default:
		*last++
	}
	c.common.used[id+" "+at] = true
	clear(c.common.last[depth+1:])
	return *last - 1
}

// words returns the words that stand before the number of an item, such as "Step 2:" of
// "Step %1:", with the number; "" where there are none.
func (l level) words(n int) string {
	rest := strings.Map(func(r rune) rune {
		if r == '%' || unicode.IsDigit(r) {
			return -1
		}
		return r
	}, l.text)
	if !l.ordered || !strings.ContainsFunc(rest, unicode.IsLetter) || strings.Count(l.text, "%") != 1 {
		return ""
	}
	i := strings.IndexByte(l.text, '%')
	return l.text[:i] + l.numbering.Number(n) + l.text[min(i+2, len(l.text)):]
}
