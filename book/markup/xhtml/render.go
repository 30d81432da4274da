package xhtml

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/language/locale"
)

// A Renderer writes blocks of one document.
type Renderer struct {
	*Writer
	Words *locale.Locale
	// Href says where a link leads; "" writes the link's text alone.
	Href func(*book.Link) string
	// Picture says where a picture's file is, relative to the document; "" leaves
	// the picture out.
	Picture func(*book.Picture) string
	// Lang is the language of the text around, so that only changes are marked.
	Lang string
	// Anchor names the place of a *book.Figure or an indexed *book.Span that something
	// leads to, "" for none; nil for no such places.
	Anchor func(any) string
	// Formula writes a formula in another way than MathML; nil for MathML.
	Formula func(m *book.Math, display bool)
	// Extent tells the width and height of a formula that is set on a line of its own, in
	// hundredths of an em; nil where that is not known.
	Extent func(m *book.Math) (width, height int)
	// Echo finds the pull quotes that voices pass over; nil for none.
	Echo *book.Echo
	// Marks says where pages begin; nil for no marks.
	Marks  *Marks
	dir    book.Direction     // of the text around, where that is said; else as Lang is written
	leadIn int                // words that the next text begins with in small capitals
	verse  bool               // paragraphs are stanzas
	inLink bool               // within a link, which cannot hold another
	stress bool               // each character has a mark of emphasis
	lines  *lines             // the numbers of the listing that is written, nil for none
	called map[*book.Note]int // how often, up to here
}

// Blocks writes a run of blocks.
func (r *Renderer) Blocks(list []book.Block) {
	for _, b := range list {
		r.Block(b)
	}
}

// Block writes one block and a line end.
func (r *Renderer) Block(b book.Block) {
	switch b := b.(type) {
	case *book.Paragraph:
		if r.verse {
			r.stanza(b)
		} else {
			r.paragraph(b, "")
		}
	case *book.Heading:
		r.heading(b)
	case *book.Figure:
		r.Figure(b, "figure")
	case *book.List:
		r.list(b)
	case *book.Quote:
		r.Open("blockquote")
		r.Newline()
		r.Blocks(b.Blocks)
		r.Close()
	case *book.CodeBlock:
		r.code(b)
	case *book.Table:
		r.table(b)
	case *book.DefinitionList:
		r.definitions(b)
	case *book.Break:
		r.MarkBlock(b)
		r.Void("hr", "class", "break")
	case *book.NewPage:
		return // an ebook has the pages of its reader
	case *book.Division:
		r.division(b)
	case *book.Formula:
		style, index := r.extent(b.Math)
		r.Open("p", "class", "formula", "style", style, "tabindex", index)
		r.Mark(b)
		r.Mark(b.Math)
		r.formula(b.Math, true)
		r.Close()
	}
	r.Newline()
}

// paragraph writes a paragraph under a class, "" for none.
func (r *Renderer) paragraph(p *book.Paragraph, class string) {
	inner, end := r.hold("p", p.Content, "class", class)
	r.Mark(p)
	r.Run(inner)
	end()
}

func (r *Renderer) heading(b *book.Heading) {
	r.MarkName(b.Content)
	r.MarkBlock(b)
	tag := "h" + strconv.Itoa(min(max(b.Level, 2), 6))
	if s := book.Sole(b.Content); s != nil && s.ID != "" { // the heading has an id of its own
		r.Open(tag, "id", anchor(b.ID), "dir", r.Direction(b.Content))
		r.Run(b.Content)
		r.Close()
		return
	}
	inner, end := r.hold(tag, b.Content, "id", anchor(b.ID))
	r.Run(inner)
	end()
}

// place returns the id of a figure or a span.
func (r *Renderer) place(of any) string {
	if r.Anchor == nil {
		return ""
	}
	return r.Anchor(of)
}

func anchor(id string) string {
	if id == "" {
		return ""
	}
	return ID(id)
}

// listTypes are the values of the attribute "type" of a list: unlike a style, it keeps
// letters and numerals in every reading system, also without a style sheet.
var listTypes = [...]string{book.LowerAlpha: "a", book.UpperAlpha: "A", book.LowerRoman: "i", book.UpperRoman: "I"}

// delimiterNames are the classes of lists whose numbers a full stop does not follow. HTML
// has no word for it. A style sheet may set the marks; where it cannot, the numbers stay.
var delimiterNames = [...]string{book.Period: "", book.Parenthesis: "parenthesis", book.Parentheses: "parentheses"}

func (r *Renderer) list(l *book.List) {
	tag, start, kind := "ul", "", ""
	if l.Ordered {
		tag = "ol"
		if l.Start != 1 {
			start = strconv.Itoa(l.Start)
		}
		kind = listTypes[l.Numbering]
	}
	var classes []string
	if l.Tight {
		classes = append(classes, "tight")
	}
	if name := delimiterNames[l.Delimiter]; name != "" && l.Ordered {
		classes = append(classes, name)
	}
	r.Open(tag, "class", strings.Join(classes, " "), "type", kind, "start", start)
	r.Newline()
	for _, it := range l.Items {
		r.listItem(it, l.Tight)
	}
	r.Close()
}

// taskMarks are the glyphs of open and done items: an input element would be a
// form control without a label.
var taskMarks = map[book.Task]string{book.Open: "☐", book.Done: "☑"}

func (r *Renderer) listItem(it *book.ListItem, tight bool) {
	class := ""
	if it.Task != book.NoTask {
		class = "task"
	}
	r.Open("li", "class", class)
	if mark := taskMarks[it.Task]; mark != "" {
		r.Element("span", mark, "class", "task-mark")
		r.Text("\u00A0")
	}
	for i, b := range it.Blocks {
		if p, ok := b.(*book.Paragraph); ok && tight {
			if i > 0 {
				r.Newline()
			}
			r.Mark(p)
			r.item(p.Content)
			continue
		}
		r.Newline()
		r.Block(b)
	}
	r.CloseLine()
}

func (r *Renderer) code(c *book.CodeBlock) {
	class := ""
	if c.Lang != "" {
		class = "language-" + classWord(c.Lang)
	}
	r.MarkName(c.Caption)
	if len(c.Caption) > 0 {
		r.Open("div", "class", "listing")
		r.Newline()
		r.Open("p", "class", "listing-title", "dir", r.Direction(c.Caption))
		r.Run(c.Caption)
		r.CloseLine()
		defer r.Close()
	}
	r.Open("pre", "translate", "no", "dir", r.Literal())
	r.Open("code", "class", class)
	r.lines = linesOf(c)
	r.number()
	r.marked(c, c.Text)
	r.lines = nil
	r.Close()
	r.Close()
}

// classWord keeps what may stand in a class name.
func classWord(s string) string {
	out := make([]rune, 0, len(s))
	for _, c := range s {
		if c == '-' || c == '_' || c == '+' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			out = append(out, c)
		}
	}
	return string(out)
}

func (r *Renderer) definitions(l *book.DefinitionList) {
	r.Open("dl")
	r.Newline()
	for _, it := range l.Items {
		for _, t := range atLeastOne(it.Terms) {
			inner, end := r.hold("dt", t)
			r.Run(inner)
			end()
			r.Newline()
		}
		for _, d := range atLeastOne(it.Details) {
			r.Open("dd")
			r.compact(d)
			r.CloseLine()
		}
	}
	r.Close()
}

// compact writes blocks without a paragraph element when they are one paragraph.
func (r *Renderer) compact(list []book.Block) {
	if len(list) == 1 {
		if p, ok := list[0].(*book.Paragraph); ok {
			r.Mark(p)
			r.item(p.Content)
			return
		}
	}
	r.Newline()
	r.Blocks(list)
}

// atLeastOne returns list, or one zero element: HTML wants a term for every
// explanation and the other way round.
func atLeastOne[T any](list []T) []T {
	if len(list) == 0 {
		return make([]T, 1)
	}
	return list
}
