package epub

import (
	"octavo/book/locale"
	"octavo/book/xhtml"
)

// navDocument returns the navigation document: table of contents and landmarks
// in the book's language.
func navDocument(p *plan) []byte {
	w := xhtml.NewWriter(4 << 10)
	w.Raw(xhtmlHead)
	lang := p.book.Language
	w.Open("html", "xmlns", "http://www.w3.org/1999/xhtml", "xmlns:epub", "http://www.idpf.org/2007/ops",
		"lang", lang, "xml:lang", lang)
	w.Newline()
	w.Open("head")
	w.Element("title", p.word(locale.Contents))
	w.Void("link", "rel", "stylesheet", "type", "text/css", "href", "css/book.css")
	w.CloseLine()
	w.Open("body")
	w.Newline()
	w.Open("nav", "epub:type", "toc", "role", "doc-toc", "id", "toc", "aria-labelledby", "toc.title")
	w.Element("h1", p.word(locale.Contents), "id", "toc.title")
	w.Newline()
	navList(w, p, p.tree())
	w.CloseLine()
	landmarks(w, p)
	w.CloseLine()
	w.CloseLine()
	return w.Bytes()
}

func navList(w *xhtml.Writer, p *plan, items []navItem) {
	w.Open("ol")
	w.Newline()
	for _, it := range items {
		w.Open("li")
		lang := ""
		if it.doc.lang != p.book.Language {
			lang = it.doc.lang
		}
		w.Element("a", it.doc.title, "href", "xhtml/"+it.doc.name, "lang", lang, "xml:lang", lang)
		if len(it.kids) > 0 {
			w.Newline()
			navList(w, p, it.kids)
		}
		w.CloseLine()
	}
	w.Close()
}

func landmarks(w *xhtml.Writer, p *plan) {
	w.Open("nav", "epub:type", "landmarks", "id", "landmarks", "hidden", "hidden", "aria-labelledby", "landmarks.title")
	w.Element("h2", p.word(locale.Landmarks), "id", "landmarks.title")
	w.Newline()
	w.Open("ol")
	w.Newline()
	item := func(typ, href, title string) {
		w.Open("li")
		w.Element("a", title, "epub:type", typ, "href", href)
		w.CloseLine()
	}
	for _, d := range p.docs {
		if d.landmark != "" {
			item(d.landmark, "xhtml/"+d.name, d.title)
		}
		if d.id == contentsID {
			item("toc", "xhtml/"+d.name, d.title)
		}
	}
	if d := p.firstText(); d != nil {
		item("bodymatter", "xhtml/"+d.name, p.word(locale.BeginReading))
	}
	w.CloseLine()
	w.CloseLine()
}

// firstText is the document where the text begins: the first part or chapter.
func (p *plan) firstText() *document {
	for _, d := range p.docs {
		if d.part != nil || d.chapter != nil {
			return d
		}
	}
	return nil
}

// ncxDocument returns the table of contents for reading systems of EPUB 2. It
// has the entries of the navigation document in the same order.
func ncxDocument(p *plan) []byte {
	w := xhtml.NewWriter(4 << 10)
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	w.Open("ncx", "xmlns", "http://www.daisy.org/z3986/2005/ncx/", "version", "2005-1", "xml:lang", p.book.Language)
	w.Newline()
	items := p.tree()
	w.Open("head")
	w.Void("meta", "name", "dtb:uid", "content", p.book.Identifier)
	w.Void("meta", "name", "dtb:depth", "content", itoa(depth(items)))
	w.Void("meta", "name", "dtb:totalPageCount", "content", "0")
	w.Void("meta", "name", "dtb:maxPageNumber", "content", "0")
	w.CloseLine()
	ncxText(w, "docTitle", p.book.Title)
	w.Open("navMap")
	w.Newline()
	order := 0
	ncxPoints(w, items, &order)
	w.CloseLine()
	w.CloseLine()
	return w.Bytes()
}

func ncxText(w *xhtml.Writer, tag, text string) {
	w.Open(tag)
	w.Element("text", text)
	w.CloseLine()
}

func ncxPoints(w *xhtml.Writer, items []navItem, order *int) {
	for _, it := range items {
		*order++
		w.Open("navPoint", "id", "nav."+it.doc.id, "playOrder", itoa(*order))
		ncxText(w, "navLabel", it.doc.title)
		w.Void("content", "src", "xhtml/"+it.doc.name)
		w.Newline()
		ncxPoints(w, it.kids, order)
		w.CloseLine()
	}
}

func depth(items []navItem) int {
	d := 0
	for _, it := range items {
		d = max(d, 1+depth(it.kids))
	}
	return d
}
