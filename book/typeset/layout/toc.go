package layout

import (
	"slices"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/matter"
	"octavo/book/typeset/theme"
)

// entries sets the lines of the contents, or of a list of figures.
func (d *dresser) entries(list *matter.Element, toc *Element) {
	s := d.s
	back := false
	for _, e := range list.Kids {
		switch {
		case e.Figure != nil:
			if to := d.of[e.To.Section].out.figures[e.Figure]; to != nil {
				s.block = e.Figure
				d.entry(e, toc, d.words.Number(d.pageOf(e.To.Section, to)), to)
			}
		case e.To.Section.Part != nil:
			d.partEntry(e, toc)
			d.entries(e, NewElement(toc, "TOC"))
		default:
			b := d.of[e.To.Section]
			if !back && slices.Contains(d.back, b) {
				back = true
				s.space(s.theme.Style(theme.TOCPart).Before + s.theme.Style(theme.TOCTitle).Before)
			}
			d.entry(e, toc, d.numberOf(b), b.top)
		}
	}
}

// folioColumn is the width kept free for page numbers, in ems.
const folioColumn = 3

// entry sets a line of the contents: title, leader and number, and the authors below.
func (d *dresser) entry(e *matter.Element, toc *Element, label string, to *Dest) {
	s := d.s
	st := s.theme.Style(theme.TOCTitle)
	item := NewElement(toc, "TOCI")
	l := &link{elem: NewElement(NewElement(item, "Reference"), "Link"), dest: to}
	l.contents = d.words.Items(book.PlainText(e.Content), label)
	fr := frame{right: folioColumn * st.Size, elem: l.elem, style: st}
	s.space(st.Before)
	lines := s.text(e.Words(), st, fr, 0)
	if len(lines) == 0 {
		lines = []*strip{{height: st.Leading}}
	}
	s.leader(lines[len(lines)-1], label, l)
	for _, line := range lines {
		line.links = []LinkArea{{W: s.geo.Measure, H: line.height, Elem: l.elem, Contents: l.contents, Dest: to}}
	}
	s.putKept(lines, false)
	if len(e.Kids) > 0 {
		s.keep()
		s.dressed(frame{right: fr.right, elem: item, style: st}, e.Kids...)
	}
	s.cost = 0
}

// leader adds dots and a page number to a line of the contents.
func (s *section) leader(line *strip, label string, l *link) {
	st := s.theme.Style(theme.TOCFolio)
	y := s.baseline(s.theme.Style(theme.TOCTitle))
	num := s.artifact(label, st, y, s.lang)
	num.X, num.Elem = s.geo.Measure-textWidth(num), l.elem
	dots := s.dots(lineEnd(line)+st.Size/2, s.geo.Measure-folioColumn*st.Size*7/10, y)
	if dots != nil {
		line.items = append(line.items, dots)
	}
	line.items = append(line.items, num)
}

// dots sets a dotted leader between two places, its dots below those of other lines.
func (s *section) dots(from, to, y unit.Length) *Text {
	st := s.theme.Style(theme.Dateline)
	f := s.font(s.styleKey(st, s.lang))
	dot := s.word(f, ".")
	step := st.Size * 6 / 10
	n := int((to - from) / step)
	if n < 3 || len(dot.runs) == 0 {
		return nil
	}
	t := &Text{X: to - unit.Length(n)*step, Y: y, Size: st.Size, Color: Color(s.theme.Colors.Hairline)}
	for i := range n {
		t.Words = append(t.Words, Word{Run: dot.runs[0], X: unit.Length(i) * step})
	}
	return t
}

// lineEnd returns where the text of a line ends.
func lineEnd(line *strip) unit.Length {
	var x unit.Length
	for _, it := range line.items {
		if t, ok := it.(*Text); ok {
			x = max(x, t.X+textWidth(t))
		}
	}
	return x
}

// partEntry sets the heading of a part in the contents.
func (d *dresser) partEntry(e *matter.Element, toc *Element) {
	s, to := d.s, d.of[e.To.Section].top
	st := s.theme.Style(theme.TOCPart)
	s.space(st.Before)
	item := NewElement(toc, "TOCI")
	l := &link{elem: NewElement(NewElement(item, "Reference"), "Link"), dest: to}
	fr := frame{right: folioColumn * st.Size, elem: l.elem, style: st}
	lines := s.text(e.Content, st, fr, 0)
	for _, line := range lines {
		line.links = []LinkArea{{W: s.geo.Measure, H: line.height, Elem: l.elem, Contents: e.To.Section.Name, Dest: to}}
	}
	s.putKept(lines, false)
	s.space(st.After)
	s.keep()
}
