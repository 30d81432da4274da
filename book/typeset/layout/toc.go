package layout

import (
	"strconv"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
)

// contents sets the table of contents.
func (a *assembly) contents(note *bound, noteLabel string) *bound {
	s, fr := a.matter(Contents)
	title := a.words.Word(locale.Contents)
	s.matterTitle(title, fr)
	toc := NewElement(s.elem, "TOC")
	if note != nil {
		a.entry(s, toc, []book.Inline{&book.Text{Value: note.title}}, "", noteLabel, note.top)
	}
	main := a.main
	for _, p := range a.book.Parts {
		list := toc
		if len(p.Title) > 0 {
			a.partEntry(s, toc, p, main[0])
			main = main[1:]
			list = NewElement(toc, "TOC")
		}
		for _, c := range p.Chapters {
			b := main[0]
			main = main[1:]
			a.entry(s, list, a.titleOf(c), a.authors(c), strconv.Itoa(b.start+1), b.top)
		}
	}
	s.space(s.theme.Style("toc-part").Before + s.theme.Style("toc-title").Before)
	for _, b := range a.back {
		a.entry(s, toc, []book.Inline{&book.Text{Value: b.title}}, "", strconv.Itoa(b.start+1), b.top)
	}
	return a.bindMatter(s, title)
}

// figures lists the figures with their pages, when that is asked for. It is nil
// when there are none.
func (a *assembly) figures() *bound {
	list := book.ListedFigures(a.book)
	if len(list) == 0 {
		return nil
	}
	s, fr := a.matter(ListOfFigures)
	title := a.words.Word(locale.ListOfFigures)
	s.matterTitle(title, fr)
	toc := NewElement(s.elem, "TOC")
	for _, f := range list {
		to := a.of[f.Chapter].out.figures[f.Figure]
		if to == nil {
			continue
		}
		s.block = f.Figure
		name := []book.Inline{&book.Span{Lang: f.Chapter.Lang, Content: []book.Inline{&book.Text{Value: f.Caption}}}}
		a.entry(s, toc, name, "", a.pageOfDest(f.Chapter, to), to)
	}
	return a.bindMatter(s, title)
}

func (a *assembly) authors(c *book.Chapter) string {
	var names []string
	for _, p := range c.Authors {
		if p.Name != "" {
			names = append(names, p.Name)
		}
	}
	return a.words.Join(names)
}

// folioColumn is the width kept free for page numbers, in ems.
const folioColumn = 3

// entry sets a line of the contents: title, leader and number, and the authors below.
func (a *assembly) entry(s *section, toc *Element, title []book.Inline, authors, label string, to *Dest) {
	st := s.theme.Style("toc-title")
	item := NewElement(toc, "TOCI")
	l := &link{elem: NewElement(NewElement(item, "Reference"), "Link"), dest: to}
	l.contents = book.PlainText(title) + ", " + label
	fr := frame{right: folioColumn * st.Size, elem: l.elem, style: st}
	s.space(st.Before)
	lines := s.text(title, st, fr, 0)
	if len(lines) == 0 {
		lines = []*strip{{height: st.Leading}}
	}
	s.leader(lines[len(lines)-1], label, l)
	for _, line := range lines {
		line.links = []LinkArea{{W: s.geo.Measure, H: line.height, Elem: l.elem, Contents: l.contents, Dest: to}}
	}
	s.putKept(lines, false)
	if authors != "" {
		s.keep()
		s.ownLine("toc-author", "P", authors, frame{right: fr.right, elem: item, style: st})
	}
	s.cost = 0
}

// leader adds dots and a page number to a line of the contents.
func (s *section) leader(line *strip, label string, l *link) {
	st := s.theme.Style("toc-folio")
	y := s.baseline(s.theme.Style("toc-title"))
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
	st := s.theme.Style("dateline")
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
func (a *assembly) partEntry(s *section, toc *Element, p *book.Part, b *bound) {
	st := s.theme.Style("toc-part")
	s.space(st.Before)
	item := NewElement(toc, "TOCI")
	l := &link{elem: NewElement(NewElement(item, "Reference"), "Link"), dest: b.top}
	fr := frame{right: folioColumn * st.Size, elem: l.elem, style: st}
	lines := s.text(p.Title, st, fr, 0)
	for _, line := range lines {
		line.links = []LinkArea{{W: s.geo.Measure, H: line.height, Elem: l.elem, Contents: book.PlainText(p.Title), Dest: b.top}}
	}
	s.putKept(lines, false)
	s.space(st.After)
	s.keep()
}
