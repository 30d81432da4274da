package layout

import (
	"slices"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/matter"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// entries sets the lines of the contents, or of a list of figures.
func (d *dresser) entries(list *matter.Element, toc *document.Element) {
	s := d.s
	back := false
	for _, e := range list.Kids {
		switch {
		case e.Figure != nil:
			if to := d.of[e.To.Section].out.figures[e.Figure]; to != nil {
				s.Of = e.Figure
				d.entry(e, toc, d.words.Number(d.pageOf(e.To.Section, to)), to)
			}
		case e.To.Section.Part != nil:
			d.partEntry(e, toc)
			d.entries(e, document.NewElement(toc, "TOC"))
		default:
			b := d.of[e.To.Section]
			if !back && slices.Contains(d.back, b) {
				back = true
				s.Space(s.theme.Style(theme.TOCPart).Before + s.theme.Style(theme.TOCTitle).Before)
			}
			d.entry(e, toc, d.numberOf(b), b.top)
		}
	}
}

// folioColumn is the width kept free for page numbers, in ems: more than four figures take.
const folioColumn = 3

// longContents is the number of articles above which the contents name the authors behind
// the titles, without white between the entries: a hundred take four pages, not eight.
const longContents = 30

// countArticles returns the number of the articles in the contents.
func countArticles(list *matter.Element) int {
	n := 0
	for _, e := range list.Kids {
		if e.To != nil && e.To.Section.Chapter != nil {
			n++
		}
		n += countArticles(e)
	}
	return n
}

// title returns the lines of an entry: its words, and in long contents its authors, with
// all lines but the first further in, as no white tells the entries apart.
func (d *dresser) title(e *matter.Element, st *theme.Style, fr frame) []*flow.Strip {
	s := d.s
	if !d.long {
		return s.text(e.Words(), st, fr, 0)
	}
	p := s.paragraph(st)
	p.Outdent = st.Size.Mul(indexOutdent, 10)
	fr.left += p.Outdent
	lk := s.Look(st, s.lang, fr.elem)
	p.Add(e.Words(), lk)
	for _, k := range e.Kids {
		p.Plain(locale.Between, lk)
		p.Add(k.Inlines(), s.Look(s.theme.Style(lineDresses[k.Role].style), s.lang, fr.elem))
	}
	return s.linesOf(p, fr, 0)
}

// entry sets a line of the contents: title, leader and number, and the authors below or
// behind the title.
func (d *dresser) entry(e *matter.Element, toc *document.Element, label string, to *document.Dest) {
	s := d.s
	st := s.theme.Style(theme.TOCTitle)
	item := document.NewElement(toc, "TOCI")
	l := &para.Link{Elem: document.NewElement(document.NewElement(item, "Reference"), "Link"), Dest: to}
	l.Contents = d.words.Items(book.PlainText(e.Content), label)
	fr := frame{right: folioColumn * st.Size, elem: l.Elem, style: st}
	if !d.long {
		s.Space(st.Before)
	}
	lines := d.title(e, st, fr)
	if len(lines) == 0 {
		lines = []*flow.Strip{{Height: st.Leading}}
	}
	s.leader(lines[len(lines)-1], label, l)
	for _, line := range lines {
		line.Links = []document.LinkArea{{W: s.geo.Measure, H: line.Height, Elem: l.Elem, Contents: l.Contents, Dest: to}}
	}
	s.putKept(lines, false)
	if len(e.Kids) > 0 && !d.long {
		s.Keep()
		s.dressed(frame{right: fr.right, elem: item, style: st}, e.Kids...)
	}
	s.Cost = 0
}

// leader adds dots and a page number to a line of the contents.
func (s *section) leader(line *flow.Strip, label string, l *para.Link) {
	st := s.theme.Style(theme.TOCFolio)
	y := s.baseline(s.theme.Style(theme.TOCTitle))
	num := s.Artifact(label, st, y, s.lang)
	num.X, num.Elem = s.geo.Measure-num.Width(), l.Elem
	dots := s.dots(lineEnd(line)+st.Size/2, s.geo.Measure-folioColumn*st.Size*7/10, y)
	if dots != nil {
		line.Items = append(line.Items, dots)
	}
	line.Items = append(line.Items, num)
}

// dots sets a dotted leader between two places. Its dots are counted from the right end, so
// that they stand below those of other lines. Fewer than three dots lead nowhere, and are
// left out.
func (s *section) dots(from, to, y unit.Length) *document.Text {
	st := s.theme.Style(theme.Dateline)
	f := s.Font(s.StyleKey(st, s.lang))
	dot := s.Word(f, ".")
	step := st.Size * 6 / 10
	// A dot every six tenths of an em: closer dots read as a rule. By eye.
	n := int((to - from) / step)
	if n < 3 || len(dot.Runs) == 0 {
		return nil
	}
	t := &document.Text{X: to - unit.Length(n)*step, Y: y, Size: st.Size, Color: document.Color(s.theme.Colors.Hairline)}
	for i := range n {
		t.Words = append(t.Words, document.Word{Run: dot.Runs[0], X: unit.Length(i) * step})
	}
	return t
}

// lineEnd returns where the text of a line ends.
func lineEnd(line *flow.Strip) unit.Length {
	var x unit.Length
	for _, it := range line.Items {
		if t, ok := it.(*document.Text); ok {
			x = max(x, t.X+t.Width())
		}
	}
	return x
}

// partEntry sets the heading of a part in the contents.
func (d *dresser) partEntry(e *matter.Element, toc *document.Element) {
	s, to := d.s, d.of[e.To.Section].top
	st := s.theme.Style(theme.TOCPart)
	s.Space(st.Before)
	item := document.NewElement(toc, "TOCI")
	l := &para.Link{Elem: document.NewElement(document.NewElement(item, "Reference"), "Link"), Dest: to}
	fr := frame{right: folioColumn * st.Size, elem: l.Elem, style: st}
	lines := s.text(e.Content, st, fr, 0)
	for _, line := range lines {
		line.Links = []document.LinkArea{{W: s.geo.Measure, H: line.Height, Elem: l.Elem, Contents: e.To.Section.Name, Dest: to}}
	}
	s.putKept(lines, false)
	s.Space(st.After)
	s.Keep()
}
