package layout

import (
	"strconv"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/theme"
)

// matter begins a piece of the matter around the chapters.
func (a *assembly) matter(id string) (*section, frame) {
	s := a.job.section(a.engine, a.book.Language, NewElement(a.root, "Sect"))
	s.id, s.matterName = id, id
	return s, frame{elem: s.elem, style: s.theme.Style("paragraph")}
}

// bindMatter divides a section into pages and binds it under a title.
func (a *assembly) bindMatter(s *section, title string) *bound {
	top := &Dest{Page: -1}
	if len(s.entries) == 0 {
		s.first(&strip{}, false)
	}
	for i := range s.entries {
		if st := s.entries[i].strip; st != nil {
			st.dests = append(st.dests, destAt{top, 0})
			break
		}
	}
	s.paginate()
	a.list = append(a.list, s.list...)
	b := &bound{out: s.out, title: title, top: top}
	if title != "" {
		b.mark = &Bookmark{Title: title, Dest: top}
	}
	return b
}

// heading opens a piece of matter with its title.
func (s *section) matterTitle(title string, fr frame) {
	s.blank(unit.Length(s.theme.Opening.MatterSinkage) * s.geo.Baseline)
	s.accent()
	s.ownLine("matter-title", "H1", title, fr)
	s.space(s.geo.Baseline * 3 / 2)
	s.keep()
	s.owed = headingLines
}

// frontMatter makes the pages before the first chapter.
func (a *assembly) frontMatter() {
	// A printed book has its cover from another file.
	if a.opt.Cover != nil && a.screen {
		a.front = append(a.front, a.cover())
	}
	if !a.screen {
		a.front = append(a.front, a.halfTitle())
	}
	a.front = append(a.front, a.titlePage(), a.imprint())
	note := a.foreword()
	contents := a.contents(note, "")
	figures := a.figures()
	if note != nil {
		// The contents are as long with any number, but the number of the
		// foreword's page depends on their length.
		trial := append([]*bound(nil), a.front...)
		for _, b := range []*bound{contents, figures, note} {
			if b != nil {
				trial = append(trial, b)
			}
		}
		a.number(trial, 0)
		contents = a.contents(note, roman(note.start+1))
	}
	for _, b := range []*bound{contents, figures, note} {
		if b != nil {
			a.front = append(a.front, b)
		}
	}
}

func (a *assembly) backMatter(end int) {
	if b := a.contributors(); b != nil {
		a.back = append(a.back, b)
	}
	if b := a.credits(); b != nil {
		a.back = append(a.back, b)
	}
	if b := a.index(); b != nil {
		a.back = append(a.back, b)
	}
	a.number(a.back, end)
}

// cover makes the page of the cover picture, which fills it.
func (a *assembly) cover() *bound {
	pg := &Page{Width: a.geo.Width, Height: a.geo.Height}
	fig := NewElement(NewElement(a.root, "Sect"), "Figure")
	fig.Alt = a.words.Format(locale.CoverOf, a.book.Title)
	if c := a.book.Cover; c != nil && c.Alt != "" {
		fig.Alt = c.Alt
	}
	g := &Graphic{W: a.geo.Width, H: a.geo.Height, Picture: a.opt.Cover, Elem: fig}
	g.fill(a.geo)
	fig.BBox = [4]unit.Length{0, 0, a.geo.Width, a.geo.Height}
	pg.Items = append(pg.Items, g)
	top := &Dest{}
	return &bound{
		out:  &output{pages: []*Page{pg}, matter: []PageBreak{{Matter: CoverPage}}, dests: []*Dest{top}},
		bare: true, bleed: true, top: top,
		mark: &Bookmark{Title: a.words.Word(locale.Cover), Dest: top},
	}
}

// fill scales a picture to cover the page, cut evenly where it is too large.
func (g *Graphic) fill(geo theme.Geometry) {
	pw, ph := int64(max(g.Picture.Width, 1)), int64(max(g.Picture.Height, 1))
	g.H = g.W.Mul(ph, pw)
	if g.H < geo.Height {
		g.H = geo.Height
		g.W = g.H.Mul(pw, ph)
	}
	g.X, g.Y = (geo.Width-g.W)/2, (geo.Height-g.H)/2
}

func (a *assembly) halfTitle() *bound {
	s, fr := a.matter(HalfTitle)
	s.blank(8 * a.geo.Baseline)
	s.ownLine("matter-title", "P", a.book.Title, fr)
	b := a.bindMatter(s, "")
	b.bare = true
	return b
}

// titlePage sets the title high on the page and the publisher at its foot.
func (a *assembly) titlePage() *bound {
	s, fr := a.matter(TitlePage)
	b := a.book
	s.blank(min(6*a.geo.Baseline, a.geo.Depth()/4)) // a page of eight lines has to hold the rest too
	s.accent()
	if b.Series != nil {
		name := b.Series.Name
		if b.Series.Number != "" {
			name = a.words.Format(locale.SeriesNumber, name, b.Series.Number)
		}
		s.ownLine("book-series", "P", name, fr)
	}
	s.ownLine("book-title", "H1", b.Title, fr)
	s.ownLine("book-subtitle", "P", b.Subtitle, fr)
	s.space(a.geo.Baseline)
	for _, line := range a.makers() {
		s.ownLine("book-editors", "P", line, fr)
	}
	a.atFoot(s, fr)
	out := a.bindMatter(s, "")
	out.bare = true
	return out
}

// atFoot sets the publisher at the foot of the page that s has begun.
func (a *assembly) atFoot(s *section, fr frame) {
	line := a.book.Publisher
	if line == "" {
		return
	}
	st := s.theme.Style("book-publisher")
	fr.style, fr.elem = st, NewElement(fr.elem, "P")
	list := s.plainText(line, st, fr)
	var used, want unit.Length
	for i := range s.entries {
		used += s.entries[i].item.Height
	}
	for _, l := range list {
		want += l.height
	}
	s.flow.gap = max(a.geo.Depth()-used-want, a.geo.Baseline)
	s.cost = 0 // after a long list of makers it stands on the next page
	s.putKept(list, false)
}

// makers returns a line for each role that people had in the book as a whole.
func (a *assembly) makers() []string {
	var roles []string
	names := map[string][]string{}
	for _, p := range a.book.Contributors {
		if p.Name == "" {
			continue
		}
		if names[p.Role] == nil {
			roles = append(roles, p.Role)
		}
		names[p.Role] = append(names[p.Role], p.Name)
	}
	var lines []string
	for _, r := range roles {
		lines = append(lines, a.words.Credit(r, a.words.Join(names[r])))
	}
	return lines
}

// partOpener makes the page that opens a part.
func (a *assembly) partOpener(i int, p *book.Part, elem *Element) *bound {
	s := a.job.section(a.engine, a.book.Language, elem)
	s.id, s.matterName, s.part = "part-"+strconv.Itoa(i+1), PartPage, p
	fr := frame{elem: elem, style: s.theme.Style("paragraph")}
	s.blank(10 * a.geo.Baseline)
	s.accent()
	s.ownLine("part-label", "P", a.words.Format(locale.PartNumber, strconv.Itoa(a.partNumber(i))), fr)
	s.line("part-title", "H1", p.Title, fr)
	title := book.PlainText(p.Title)
	b := a.bindMatter(s, title)
	b.bare = true
	return b
}

// partNumber counts the parts with a title up to index i.
func (a *assembly) partNumber(i int) int {
	n := 0
	for _, p := range a.book.Parts[:i+1] {
		if len(p.Title) > 0 {
			n++
		}
	}
	return n
}

// foreword sets the note for the whole book.
func (a *assembly) foreword() *bound {
	n := a.book.EditorsNote
	if n == nil {
		return nil
	}
	s, fr := a.matter(Foreword)
	title := book.PlainText(n.Title)
	if title == "" {
		title = a.words.Word(locale.EditorsNote)
	}
	if n.Lang != "" && n.Lang != s.lang {
		s.lang, s.elem.Lang = n.Lang, n.Lang
	}
	s.matterTitle(title, fr)
	fr.grid, fr.flush = true, true
	s.blocks(n.Blocks, fr)
	return a.bindMatter(s, title)
}
