package layout

import (
	"slices"
	"strconv"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/matter"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// around returns the sections before the first article or part, and those after the last.
func (a *assembly) around() (front, back []*matter.Section) {
	text := func(s *matter.Section) bool { return s.Chapter != nil || s.Part != nil }
	first := slices.IndexFunc(a.sections, text)
	if first < 0 {
		return a.sections, nil
	}
	last := len(a.sections)
	for last > first && !text(a.sections[last-1]) {
		last--
	}
	return a.sections[:first], a.sections[last:]
}

// frontMatter makes the pages before the first chapter. The contents list some of these
// pages. The length of the contents does not depend on the numbers in them, but the numbers
// of pages behind the contents depend on that length, so that the contents are set twice.
func (a *assembly) frontMatter(list []*matter.Section) {
	var contents *bound
	for _, sec := range list {
		b := &bound{section: sec}
		switch sec.Matter {
		case book.CoverPage:
			b = a.cover(sec)
		case book.ContentsPage:
			contents = b // what they list is set first
		default:
			b = a.page(sec)
		}
		a.of[sec] = b
		a.front = append(a.front, b)
	}
	if contents == nil {
		return
	}
	sec := contents.section
	*contents = *a.page(sec)
	if slices.ContainsFunc(list, func(s *matter.Section) bool { return s.Listed }) {
		a.number(a.front, 0)
		*contents = *a.page(sec)
	}
}

func (a *assembly) backMatter(list []*matter.Section, end int) {
	for _, sec := range list {
		b := a.page(sec)
		a.of[sec] = b
		a.back = append(a.back, b)
	}
	a.number(a.back, end)
}

// numberOf returns the number of the first page of a section as the contents have it.
func (a *assembly) numberOf(b *bound) string {
	if slices.Contains(a.front, b) {
		return book.LowerRoman.Number(b.start + 1)
	}
	return a.words.Number(b.start + 1)
}

// pageOf returns the number of the page of a place in a chapter, before the chapter is
// bound.
func (a *assembly) pageOf(sec *matter.Section, to *document.Dest) int {
	return a.of[sec].start + 1 + to.Page
}

// cover makes the page of the cover picture, which fills it.
func (a *assembly) cover(sec *matter.Section) *bound {
	pg := &document.Page{Width: a.geo.Width, Height: a.geo.Height}
	fig := document.NewElement(document.NewElement(a.root, "Sect"), "Figure")
	fig.Alt = book.PlainText(sec.Find(matter.CoverPicture).Content)
	g := &document.Graphic{W: a.geo.Width, H: a.geo.Height, Picture: a.opt.Cover, Elem: fig}
	g.Cover(a.geo)
	fig.BBox = [4]unit.Length{0, 0, a.geo.Width, a.geo.Height}
	pg.Items = append(pg.Items, g)
	top := &document.Dest{}
	return &bound{
		out:  &output{pages: []*document.Page{pg}, breaks: []book.PageBreak{{Matter: sec.Matter}}, dests: []*document.Dest{top}},
		bare: true, bleed: true, top: top, section: sec,
		mark: &document.Bookmark{Title: sec.Name, Dest: top},
	}
}

// page sets a section of the matter around the chapters.
func (a *assembly) page(sec *matter.Section) *bound {
	elem := document.NewElement(a.root, "Sect")
	s := a.job.section(a.engine, a.book.Language, elem)
	s.id = string(sec.Matter)
	b := a.dress(sec, s)
	b.bare = isBare(sec)
	b.turn = sec.Matter == book.ImprintPage
	return b
}

// isBare reports whether the pages of a section have no folio and no running head. They
// have no bookmark either.
func isBare(sec *matter.Section) bool {
	return sec.Display || slices.Contains([]book.Matter{book.HalfTitlePage, book.TitlePage, book.ImprintPage}, sec.Matter)
}

// partOpener makes the page that opens a part.
func (a *assembly) partOpener(sec *matter.Section, elem *document.Element) *bound {
	s := a.job.section(a.engine, a.book.Language, elem)
	s.id = "part-" + strconv.Itoa(slices.Index(a.book.Parts, sec.Part)+1)
	b := a.dress(sec, s)
	b.bare = true
	return b
}

// paged divides a section into pages and binds it.
func (a *assembly) paged(sec *matter.Section, s *section) *bound {
	top := &document.Dest{Page: -1, Elem: s.elem}
	s.Top(top)
	b := &bound{out: s.paginate(0), section: sec, top: top}
	a.hear(b.out)
	if !isBare(sec) {
		b.title = sec.Name
		b.mark = &document.Bookmark{Title: sec.Name, Dest: top}
	}
	return b
}

// above sets what stands above the first element of a section: white in lines of the grid,
// by eye, and the rule of the theme.
func (a *assembly) above(sec *matter.Section, s *section) {
	switch {
	case sec.Display, sec.Matter == book.HalfTitlePage:
		s.blank(8 * a.geo.Baseline)
	case sec.Matter == book.TitlePage:
		s.blank(min(6*a.geo.Baseline, a.geo.Depth()/4)) // a page of eight lines has to hold the rest too
		s.accent()
	case sec.Matter == book.ImprintPage:
		s.Flow = flow.New(0)
	case sec.Part != nil:
		s.blank(10 * a.geo.Baseline)
		s.accent()
	default:
		s.blank(unit.Length(s.theme.Opening.MatterSinkage) * s.geo.Baseline)
		s.accent()
	}
}

// matterTitle sets the title of a section around the chapters.
func (s *section) matterTitle(e *matter.Element, fr frame) {
	switch s.matterName {
	case book.HalfTitlePage:
		s.line(theme.MatterTitle, "P", e.Words(), fr)
	case book.PartPage:
		s.line(theme.PartTitle, "H1", e.Words(), fr)
	default:
		s.line(theme.MatterTitle, "H1", e.Words(), fr)
		s.Space(s.geo.Baseline * 3 / 2)
		s.Keep()
		s.Owed = headingLines
	}
}

// The height of a logo in lines of the grid, and the share of the measure that a logo takes
// at most, in thousandths. By eye.
const (
	titleLogo   = 4
	imprintLogo = 3
	logoShare   = 400
)

// logo returns a logo of at most so many lines as a strip, aligned as lines of a style are;
// nil when there is no picture.
func (s *section) logo(e *matter.Element, style theme.StyleName, lines int64) *flow.Strip {
	if !pictured(e.Figure) {
		return nil
	}
	measure := s.geo.Measure
	g := &document.Graphic{Picture: e.Figure.Image.Picture}
	g.W, g.H = figureSize(e.Figure, measure.Mul(logoShare, 1000), unit.Length(lines)*s.geo.Baseline)
	switch s.theme.Style(style).Align {
	case theme.Center:
		g.X = (measure - g.W) / 2
	case theme.Right:
		g.X = measure - g.W
	}
	return &flow.Strip{Items: []document.Item{g}, Height: g.H}
}

// house sets the logo and the name of the publisher at the foot of the page that s has
// begun.
func (s *section) house(e *matter.Element, fr frame) {
	var list []*flow.Strip
	st := s.theme.Style(theme.BookPublisher)
	for _, k := range e.Kids {
		if k.Role == matter.Logo {
			if logo := s.logo(k, theme.BookPublisher, titleLogo); logo != nil {
				logo.Height += s.geo.Baseline / 2
				list = append(list, logo)
			}
			continue
		}
		fr := fr
		fr.style, fr.elem = st, document.NewElement(fr.elem, "P")
		list = append(list, s.text(k.Content, st, fr, 0)...)
	}
	s.Gap = max(s.geo.Depth()-s.Height()-flow.Height(list), s.geo.Baseline)
	s.Cost = 0 // after a long list of makers it stands on the next page
	s.putKept(list, false)
}
