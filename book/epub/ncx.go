package epub

import (
	"strconv"

	"octavo/book/language/locale"
	"octavo/book/markup/xhtml"
)

// ncxDocument returns the NCX, the table of contents for reading systems of EPUB 2. Its
// entries are those of the navigation document in the same order.
func ncxDocument(p *plan) []byte {
	w := xhtml.NewWriter(4 << 10)
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	w.Open("ncx", "xmlns", "http://www.daisy.org/z3986/2005/ncx/", "version", "2005-1", "xml:lang", p.book.Language)
	w.Newline()
	items := p.tree()
	w.Open("head")
	w.Void("meta", "name", "dtb:uid", "content", p.book.Identifier)
	w.Void("meta", "name", "dtb:depth", "content", strconv.Itoa(depth(items)))
	w.Void("meta", "name", "dtb:totalPageCount", "content", strconv.Itoa(len(p.pages)))
	w.Void("meta", "name", "dtb:maxPageNumber", "content", strconv.Itoa(p.maxPage()))
	w.CloseLine()
	ncxText(w, "docTitle", p.book.Title)
	w.Open("navMap")
	w.Newline()
	order := p.playOrder()
	ncxPoints(w, items, order)
	w.CloseLine()
	ncxPages(w, p, order)
	w.CloseLine()
	return w.Bytes()
}

func ncxText(w *xhtml.Writer, tag, text string) {
	w.Open(tag)
	w.Element("text", text)
	w.CloseLine()
}

// playOrder returns the place of each document in the order of all targets: its
// pages follow it.
func (p *plan) playOrder() map[*document]int {
	order := map[*document]int{}
	n := 1
	for _, d := range p.docs {
		order[d] = n
		n += 1 + len(d.pages)
	}
	return order
}

func ncxPoints(w *xhtml.Writer, items []navItem, order map[*document]int) {
	for _, it := range items {
		w.Open("navPoint", "id", "nav."+it.doc.id, "playOrder", strconv.Itoa(order[it.doc]))
		ncxText(w, "navLabel", it.doc.section.Entry())
		w.Void("content", "src", "xhtml/"+it.doc.name)
		w.Newline()
		ncxPoints(w, it.kids, order)
		w.CloseLine()
	}
}

// ncxPages writes the list of pages.
func ncxPages(w *xhtml.Writer, p *plan, order map[*document]int) {
	if len(p.pages) == 0 {
		return
	}
	w.Open("pageList")
	w.Newline()
	ncxText(w, "navLabel", p.word(locale.Pages))
	for _, d := range p.docs {
		for i, pg := range d.pages {
			typ, value := "front", ""
			if n, ok := locale.Value(pg.Label); ok {
				typ, value = "normal", strconv.Itoa(n)
			}
			w.Open("pageTarget", "id", pg.ID, "type", typ, "value", value, "playOrder", strconv.Itoa(order[d]+1+i))
			ncxText(w, "navLabel", pg.Label)
			w.Void("content", "src", "xhtml/"+d.name+"#"+pg.ID)
			w.CloseLine()
		}
	}
	w.CloseLine()
}

// maxPage returns the greatest page number.
func (p *plan) maxPage() int {
	most := 0
	for _, pg := range p.pages {
		if n, ok := locale.Value(pg.Label); ok {
			most = max(most, n)
		}
	}
	return most
}

func depth(items []navItem) int {
	d := 0
	for _, it := range items {
		d = max(d, 1+depth(it.kids))
	}
	return d
}
