package epub

import (
	"octavo/book"
	"octavo/book/markup/xhtml"
)

// How pages find their places.
//
// A reader who is told "page 87" of the paper book finds it in the EPUB by a mark, which has
// to stand at the very letter with which the page begins. Layout knows that letter as a
// place of the model: a piece of text and an offset in it. Two things stand between the two
// editions. Not all that stands on pages is shown by the documents, and not always in the
// same order: a blank page or a half title has no counterpart at all. And the list of pages
// has to lead to the marks in reading order.
//
// So a page has several places, best first: the text, the inline, the person, the block. The
// document is written with the marks at their first places, and settle looks which marks
// were written, and in what order. A page whose mark was not written falls back on its
// next place; a page without a place left, or out of order, begins where the next page
// does. Then the document is written again, until all marks are there and in order.
//
// That ends: each round takes a place from a page, or ties the page to the next one, or puts
// it at the end of the document, where a mark is always written. Nearly always the first
// round is the last one.

// A page is a page of the paged edition with its place in the publication.
//
// Every page has a place, in the order of the pages. A page without a counterpart in the
// publication, such as a blank page or the half title, begins where the next page does.
type page struct {
	xhtml.PageMark
	doc *document
	// places are where the mark of the page may stand, best first: the document may not
	// show all places of the model.
	places []place
	// with is the page that has the same place; nil for a page with its own.
	with *page
}

// A place is a key of [xhtml.Marks] with an offset in its text.
type place struct {
	key    any
	offset int
}

// The keys of the beginning and the end of a document.
type (
	docStart struct{ *document }
	docEnd   struct{ *document }
)

// place returns where the mark of pg stands.
func (pg *page) place() place {
	for pg.with != nil {
		pg = pg.with
	}
	return pg.places[0]
}

// planPages gives each page its document, from the last to the first.
func (p *plan) planPages() {
	set := p.opt.Pages
	if set == nil || len(set.Labels) == 0 || len(p.docs) == 0 {
		return
	}
	breaks := make([]*book.PageBreak, len(set.Labels))
	for i := range set.Breaks {
		breaks[set.Breaks[i].Page] = &set.Breaks[i]
	}
	order := map[*document]int{}
	for i, d := range p.docs {
		order[d] = i
	}
	p.pages = make([]*page, len(set.Labels))
	var next *page
	for i := len(set.Labels) - 1; i >= 0; i-- {
		label := set.Labels[i]
		pg := &page{PageMark: xhtml.PageMark{ID: "page." + label, Label: label}}
		pg.doc = p.docOf(breaks[i])
		switch {
		case pg.doc != nil && (next == nil || order[pg.doc] <= order[next.doc]):
			pg.places = p.places(pg.doc, breaks[i])
		case next != nil:
			pg.doc, pg.with = next.doc, next
		default:
			pg.doc = p.docs[len(p.docs)-1]
			pg.places = []place{{docEnd{pg.doc}, 0}}
		}
		p.pages[i], next = pg, pg
	}
	for _, pg := range p.pages {
		pg.doc.pages = append(pg.doc.pages, pg)
	}
}

// docOf returns the document that a page belongs to, nil when there is none.
func (p *plan) docOf(br *book.PageBreak) *document {
	switch {
	case br == nil:
		return nil
	case br.Chapter != nil:
		return p.byFile[br.Chapter]
	}
	for _, d := range p.docs {
		if d.section.Matter != "" && d.section.Matter == br.Matter && d.part == br.Part {
			return d
		}
	}
	return nil
}

// An article is the key of a line of what a contributor wrote: the words of the
// title stand under others too.
type article struct {
	by *book.Person
	of *book.Chapter
}

// An entryAt is the key of an entry of the index: its first place, and its depth.
type entryAt struct {
	first *book.Span
	depth int
}

// places returns where the mark of a page may stand, best first.
func (p *plan) places(d *document, br *book.PageBreak) []place {
	var list []place
	if br.Person != nil {
		if c := p.titled(br.Text); c != nil {
			list = append(list, place{article{br.Person, c}, 0})
		}
	}
	if s, ok := br.Inline.(*book.Span); ok {
		return []place{{entryAt{s, br.Offset}, 0}}
	}
	if br.Text != nil {
		list = append(list, place{br.Text, br.Offset})
	}
	if br.Inline != nil {
		list = append(list, place{br.Inline, br.Offset})
	}
	if br.Person != nil {
		list = append(list, place{br.Person, 0})
	}
	if br.Block != nil {
		list = append(list, place{br.Block, br.Offset})
	}
	if len(list) == 0 {
		return []place{{docStart{d}, 0}}
	}
	return list
}

// titled returns the chapter with the text in its title, nil for none.
func (p *plan) titled(text *book.Text) *book.Chapter {
	if text == nil {
		return nil
	}
	for _, c := range p.book.Chapters() {
		found := false
		book.WalkInlines(c.Title, func(in book.Inline) bool {
			found = found || in == book.Inline(text)
			return !found
		})
		if found {
			return c
		}
	}
	return nil
}

// marks returns the marks of the document's pages, nil for none.
func (d *document) marks() *xhtml.Marks {
	if len(d.pages) == 0 {
		return nil
	}
	m := &xhtml.Marks{}
	for _, pg := range d.pages {
		at := pg.place()
		m.Add(at.key, at.offset, pg.PageMark)
	}
	return m
}

// settle looks at which marks were written and in what order. It gives another place to
// each page whose mark was not written, or was written out of order, and reports whether
// there was such a page.
func (d *document) settle(written []string) (changed bool) {
	at := map[string]int{}
	for i, id := range written {
		at[id] = i
	}
	// From the last page to the first: a mark is in order when no mark of a later page was
	// written before it. limit is the first of those.
	var next *page
	limit := len(written)
	for i := len(d.pages) - 1; i >= 0; i-- {
		pg := d.pages[i]
		n, ok := at[pg.ID]
		switch {
		case pg.with != nil && ok:
		case !ok && pg.with == nil && len(pg.places) > 1:
			pg.places = pg.places[1:]
			changed = true
		case !ok && next == nil:
			pg.places, pg.with = []place{{docEnd{d}, 0}}, nil
			changed = true
		case !ok && pg.with == nil, ok && n > limit:
			pg.with = next
			changed = true
		}
		next = pg
		if ok {
			limit = min(limit, n)
		}
	}
	return changed
}

// pageSource names the edition that the pages are of: by its identifier, or else by title,
// publisher and date (kb.daisy.org, "Page source").
func (p *plan) pageSource() string {
	if p.opt.PageSource != "" {
		return p.opt.PageSource
	}
	b := p.book
	name := b.Title + " (PDF"
	for _, s := range []string{b.Publisher, b.Date.String()} {
		if s != "" {
			name += ", " + s
		}
	}
	return name + ")"
}
