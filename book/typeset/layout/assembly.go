package layout

import (
	"slices"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/matter"
	"octavo/book/typeset/document"
	"octavo/book/typeset/para"
)

// A bound is a section with its place in the book.
type bound struct {
	out     *output
	section *matter.Section
	title   string // running head of right pages
	bare    bool   // no folio and no running head
	bleed   bool   // positions are those of the trim, not of the text
	turn    bool   // begins on the back of a leaf in print
	start   int    // index of its first page
	blank   bool   // a blank page stands before it
	mark    *document.Bookmark
	top     *document.Dest // its beginning
}

// An assembly binds the sections of a book and makes the matter around the
// chapters.
type assembly struct {
	*job
	*engine
	front, main, back []*bound
	of                map[*matter.Section]*bound
	marks             []*document.Bookmark // of main
	list              []book.Diagnostic
	lacks             []para.Lack
}

// articles binds the openers of parts, and the chapters.
func (a *assembly) articles(set *body) {
	a.of = map[*matter.Section]*bound{}
	for _, sec := range a.sections {
		switch {
		case sec.Part != nil:
			part := a.partOpener(sec, set.parts[sec])
			a.of[sec] = part
			a.main = append(a.main, part)
			a.marks = append(a.marks, part.mark)
		case sec.Chapter != nil:
			b := a.chapter(sec, set.chapters[sec])
			a.main = append(a.main, b)
			if part := a.of[sec.Within]; part != nil {
				part.mark.Kids = append(part.mark.Kids, b.mark)
			} else {
				a.marks = append(a.marks, b.mark)
			}
		}
	}
}

func (a *assembly) chapter(sec *matter.Section, out *output) *bound {
	c := sec.Chapter
	b := &bound{out: out, section: sec, title: sec.Name, top: a.places.find(c, "")}
	if c.Short != "" {
		b.title = c.Short
	}
	b.mark = &document.Bookmark{Title: sec.Entry(), Dest: b.top}
	for _, e := range out.outline {
		if e.level == 2 {
			b.mark.Kids = append(b.mark.Kids, &document.Bookmark{Title: e.title, Dest: e.dest})
		}
	}
	a.of[sec] = b
	a.hear(out)
	return b
}

// hear adds the findings of a section to those of the book.
func (a *assembly) hear(out *output) {
	a.list, a.lacks = append(a.list, out.list...), append(a.lacks, out.lacks...)
}

// diagnostics returns what is said of the pages, in order. Of what small capitals are made
// is said once in a book.
func (a *assembly) diagnostics() []book.Diagnostic {
	said := map[string]bool{}
	return slices.DeleteFunc(book.SortDiagnostics(append(a.list, para.Lacking(a.lacks)...)), func(d book.Diagnostic) bool {
		if d.Rule != rule.SmallCapsMade.ID || !said[d.Message] {
			said[d.Message] = true
			return false
		}
		return true
	})
}

// number gives the sections of list their first pages, from index n on, and
// returns the index after the last. In print they begin on right pages.
func (a *assembly) number(list []*bound, n int) int {
	for _, b := range list {
		b.blank = a.geo.Facing && !b.turn && n%2 == 1
		if b.blank {
			n++
		}
		b.start = n
		n += len(b.out.pages)
	}
	return n
}

// How pages get their numbers.
//
// The contents, the index and the lists name pages of chapters, and stand before or behind
// them. To know a number, all pages before it have to be counted; but the front matter holds
// the contents, whose length is known only once they are set with their numbers.
//
// Books have always had a way out: the pages of the front matter have Roman numbers of
// their own, and the first part or chapter begins with page 1. So chapters are set and
// numbered first, each on a right page in print; then the matter behind them, which goes on
// counting; then the front matter, in any length. One circle is left: the contents may list
// a foreword that stands behind them. They are set twice for that, and are as long the
// second time as the first, as numbers stand in a column of their own: see frontMatter.
//
// A link leads to an index of the document, which counts all pages. Until a section is
// bound its places count from its first page; bind adds the index of that page.
//
// In print a section may leave the page before it blank, and the whole has an even number of
// pages, since a leaf has two sides. The inner margin grows with the thickness of the book,
// so that the geometry is settled when the number of pages is.

// finish makes the matter around the chapters and binds all to a document.
func (a *assembly) finish() *document.Document {
	end := a.number(a.main, 0)
	front, back := a.around()
	a.backMatter(back, end)
	a.frontMatter(front)
	first := a.number(a.front, 0)
	if a.geo.Facing && first%2 == 1 {
		first++
	}
	end = a.number(a.back, end)
	a.geo = a.geo.Bind(first + end + (first+end)%2)
	doc := &document.Document{Fonts: a.opt.Fonts, Geometry: a.geo, Families: a.theme.Fonts, Root: a.root, Info: a.info(first)}
	for _, b := range a.front {
		a.bind(doc, b)
	}
	for len(doc.Pages) < first {
		a.blankPage(doc)
	}
	for _, b := range a.main {
		a.bind(doc, b)
	}
	for _, b := range a.back {
		a.bind(doc, b)
	}
	if a.geo.Facing && len(doc.Pages)%2 == 1 {
		a.blankPage(doc) // a leaf has two sides
	}
	doc.Outline = a.outline()
	return doc
}

// outline returns the bookmarks of the whole book.
func (a *assembly) outline() []*document.Bookmark {
	var list []*document.Bookmark
	for _, b := range a.front {
		if b.mark != nil {
			list = append(list, b.mark)
		}
	}
	list = append(list, a.marks...)
	for _, b := range a.back {
		if b.mark != nil {
			list = append(list, b.mark)
		}
	}
	return list
}

// bind appends the pages of a section to the document.
func (a *assembly) bind(doc *document.Document, b *bound) {
	if b.blank {
		a.blankPage(doc)
	}
	base := len(doc.Pages)
	for _, d := range b.out.dests {
		d.Page += base
	}
	for i, pg := range b.out.pages {
		pg.Label = a.label(doc, len(doc.Pages))
		a.furnish(pg, b, i, a.recto(doc, len(doc.Pages)))
		doc.Pages = append(doc.Pages, pg)
	}
	if b.section.Chapter != nil {
		doc.Breaks = a.breaks(doc, doc.Breaks, b.out.breaks, base)
	} else {
		doc.Matter = a.breaks(doc, doc.Matter, b.out.breaks, base)
	}
}

// breaks appends the page breaks of a section to a list; base is the index of the first
// page of the section.
func (a *assembly) breaks(doc *document.Document, list, add []book.PageBreak, base int) []book.PageBreak {
	for _, br := range add {
		br.Page += base
		br.Label = doc.Pages[br.Page].Label
		list = append(list, br)
	}
	return list
}

func (a *assembly) blankPage(doc *document.Document) {
	n := len(doc.Pages)
	doc.Pages = append(doc.Pages, &document.Page{Width: a.geo.Width, Height: a.geo.Height, Label: a.label(doc, n)})
}

// label returns the label of the page at index n.
func (a *assembly) label(doc *document.Document, n int) string {
	if first := doc.Info.FirstNumbered; n >= first {
		return a.words.Number(n - first + 1)
	}
	return book.LowerRoman.Number(n + 1)
}

// recto reports whether the page at index n is a right one: pages with odd
// numbers are, also where the front matter has an odd number of pages.
func (a *assembly) recto(doc *document.Document, n int) bool {
	if first := doc.Info.FirstNumbered; n >= first {
		n -= first
	}
	return n%2 == 0
}

// furnish moves a page's content to the margin and adds its folio and head.
func (a *assembly) furnish(pg *document.Page, b *bound, i int, recto bool) {
	if b.bleed {
		return
	}
	left := a.left(recto)
	if pg.Turned {
		document.Move(pg.Items, 0, left)
		for k := range pg.Links {
			pg.Links[k].Y += left
		}
		a.boxes(pg)
		return
	}
	document.Move(pg.Items, left, 0)
	for k := range pg.Links {
		pg.Links[k].X += left
	}
	a.boxes(pg)
	if b.bare {
		return
	}
	if i == 0 {
		a.dropFolio(pg, recto)
		return
	}
	a.runningHead(pg, b, recto)
}

// boxes tells the elements of pictures where they stand.
func (a *assembly) boxes(pg *document.Page) {
	for _, it := range pg.Items {
		if g, ok := it.(*document.Graphic); ok && g.Elem != nil {
			g.Elem.BBox = pg.Box(g.X, g.Y, g.W, g.H)
		}
	}
}

// info describes the document.
func (a *assembly) info(first int) document.Info {
	b := a.book
	in := document.Info{
		Title: b.Title, Subject: b.Description, Publisher: b.Publisher,
		Rights: b.Rights, Language: b.Language, Identifier: b.Identifier, Modified: b.Modified,
		FirstNumbered: first, Generator: a.opt.Generator,
	}
	for _, c := range book.Authors(b) {
		in.Authors = append(in.Authors, c.Person.Name)
	}
	for _, s := range b.Subjects {
		if s.Scheme == "" {
			in.Keywords = append(in.Keywords, s.Text)
		}
	}
	return in
}
