package docx

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/markup/xmltree"
)

// A level is how a level of a list counts.
type level struct {
	ordered bool
	blank   bool // nothing stands before an item: the paragraph belongs to the item above it
	task    book.Task
	start   int
	restart int    // the levels above it that begin it anew, -1 for all
	format  string // of its numbers, as Word names it
	custom  string // the example of a format of the author's own
	legal   bool   // numbers of other levels are in figures
	text    string // what stands before an item, with %1 for the number of the first level
	tight   bool   // no space follows that
	left    int    // indentation of the text, in twentieths of a point
	style   string // the paragraph style that is at this level by itself
}

// A count is a list of the document: paragraphs of several lists may be counted together.
type count struct {
	levels map[string]level
	starts map[string]int // by level, where this list begins anew
	common *counter
}

// A counter has the numbers that the last items of its levels had.
type counter struct {
	last    [maxListDepth]int // one more than the number, 0 for none
	used    map[string]bool   // starts that were taken
	told    bool              // that numbers stand in the text
	strange bool              // that figures stand for numbers of another kind
}

// numberings are the lists of a document, by their numbers, and by their names in capitals
// behind the word named.
type numberings map[string]*count

const named = "named "

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
	for _, a := range root.All("abstractNum") {
		if name := a.Child("name").Any("val"); name != "" {
			id := a.Any("abstractNumId")
			out[named+strings.ToUpper(name)] = &count{levels: abstract[id], starts: map[string]int{}, common: common[id]}
		}
	}
	for _, n := range root.All("num") {
		id := of[n.Any("numId")]
		if link := linked[id]; link != "" && len(abstract[id]) == 0 { // a style has the levels
			id = of[sheet.byID[link].list]
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

// tasks are the bullets of lists of tasks, as pandoc has them.
var tasks = map[string]book.Task{"☐": book.Open, "☑": book.Done, "☒": book.Done}

// maxLevelText bounds what stands before an item, in bytes: the file says it once and it is
// printed with each.
const maxLevelText = 200

func levelOf(n *xmltree.Node) level {
	format, text := n.Child("numFmt"), n.Child("lvlText")
	ind := n.Child("pPr").Child("ind")
	l := level{
		format: format.Any("val"), custom: format.Any("format"), start: number(n.Child("start").Any("val"), 1), restart: number(n.Child("lvlRestart").Any("val"), -1),
		legal: on(n.Child("isLgl")), text: text.Any("val"), tight: n.Child("suff").Any("val") == "nothing",
		left: twips(orElse(ind.Any("left"), ind.Any("start")), 0), style: n.Child("pStyle").Any("val"),
	}
	if text == nil && l.format != "none" {
		l.text = "%" + strconv.Itoa(number(n.Any("ilvl"), 0)+1) + "."
	}
	if len(l.text) > maxLevelText {
		l.text = strings.ToValidUTF8(l.text[:maxLevelText], "")
	}
	l.ordered, l.blank = l.format != "bullet" && l.format != "none", strings.TrimSpace(l.text) == ""
	if l.format == "bullet" {
		l.task = tasks[strings.TrimSpace(l.text)]
	}
	return l
}

// next counts an item of a level, and returns its number. Deeper levels begin anew behind
// it, as far as they do not say otherwise.
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
	for k := depth + 1; k < maxListDepth; k++ {
		if l, ok := c.levels[strconv.Itoa(k)]; !ok || l.restart < 0 || depth < l.restart {
			c.common.last[k] = 0
		}
	}
	return *last - 1
}

// label returns what Word shows before the item of a level that was counted last, with the
// numbers of the levels above it; known says whether all of them could be written so. A level
// above that has not begun stands at its start.
func (c *count) label(at string) (text string, known bool) {
	l := c.levels[at]
	known = true
	var out strings.Builder
	for i := 0; i < len(l.text); i++ {
		if l.text[i] != '%' || i+1 == len(l.text) || l.text[i+1] < '1' || l.text[i+1] > '9' {
			out.WriteByte(l.text[i])
			continue
		}
		i++
		depth := int(l.text[i] - '1')
		key := strconv.Itoa(depth)
		of := c.levels[key]
		n := of.start
		if last := c.common.last[depth]; last > 0 {
			n = last - 1
		}
		format := of.format
		if l.legal {
			format = ""
		}
		s, ok := numeral(format, of.custom, n)
		if of.format != "none" {
			out.WriteString(s)
			known = known && ok
		}
	}
	return strings.TrimSpace(out.String()), known
}

// ofList returns how a list of a book counts the items of a level, when it can show what
// stands before the item with the number n: label.
func (l level) ofList(n int, label string) (book.Numbering, book.Delimiter, bool) {
	numbering, ok := formats[l.format]
	figure, _ := numeral(l.format, l.custom, n)
	before, behind, found := strings.Cut(label, figure)
	switch {
	case !ok || !found || strings.Count(l.text, "%") != 1 || numbering != book.Decimal && figure != numbering.Number(n):
	case (before == "(" || before == "（") && (behind == ")" || behind == "）"):
		return numbering, book.Parentheses, true
	case before != "":
	case behind == ")" || behind == "）":
		return numbering, book.Parenthesis, true
	case behind == "" || strings.Contains(plainEnds, behind):
		return numbering, book.Period, true
	}
	return 0, 0, false
}

// plainEnds are what stands behind a number and is as good as the full stop of a list.
const plainEnds = ".:-–—．。、"
