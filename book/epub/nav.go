package epub

import (
	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/markup/xhtml"
)

// navDocument returns the navigation document: table of contents and landmarks
// in the book's language.
func navDocument(p *plan) []byte {
	w := xhtml.NewWriter(4 << 10)
	w.Raw(xhtmlHead)
	lang := p.book.Language
	w.Open("html", "xmlns", "http://www.w3.org/1999/xhtml", "xmlns:epub", "http://www.idpf.org/2007/ops",
		"lang", lang, "xml:lang", lang, "dir", xhtml.Dir(lang, ""))
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
	pageList(w, p)
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
		if of := it.doc.section.TitleLang; of != p.book.Language {
			lang = of
		}
		w.Element("a", it.doc.section.Entry(), "href", "xhtml/"+it.doc.name, "lang", lang, "xml:lang", lang,
			"dir", xhtml.Dir(it.doc.section.TitleLang, p.book.Language))
		if len(it.kids) > 0 {
			w.Newline()
			navList(w, p, it.kids)
		}
		w.CloseLine()
	}
	w.Close()
}

func pageList(w *xhtml.Writer, p *plan) {
	if len(p.pages) == 0 {
		return
	}
	w.Open("nav", "epub:type", "page-list", "role", "doc-pagelist", "id", "page-list", "hidden", "hidden", "aria-labelledby", "page-list.title")
	w.Element("h2", p.word(locale.Pages), "id", "page-list.title")
	w.Newline()
	w.Open("ol")
	w.Newline()
	for _, pg := range p.pages {
		w.Open("li")
		w.Element("a", pg.Label, "href", "xhtml/"+pg.doc.name+"#"+pg.ID)
		w.CloseLine()
	}
	w.CloseLine()
	w.CloseLine()
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
		if d.dress.landmark != "" {
			item(d.dress.landmark, "xhtml/"+d.name, d.title)
		}
		if d.section.Matter == book.ContentsPage {
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

// A navItem is an entry of the table of contents.
type navItem struct {
	doc  *document
	kids []navItem
}

// tree returns the documents as the navigation shows them: chapters under their
// parts, two levels, as deep as Kindle takes them.
func (p *plan) tree() []navItem {
	var list []navItem
	within := -1 // index of the last part
	for _, d := range p.docs {
		switch {
		case d.part != nil:
			within = len(list)
			list = append(list, navItem{doc: d})
		case d.chapter != nil && d.section.Within != nil:
			list[within].kids = append(list[within].kids, navItem{doc: d})
		default:
			list = append(list, navItem{doc: d})
		}
	}
	return list
}
