package web

import (
	"strings"

	"octavo/book"
	"octavo/book/markup/css"
	"octavo/book/source/rawhtml"
)

// documentMakers are programs whose pages hold a document and nothing around it, by the
// beginnings of what they state as generator.
var documentMakers = []string{"Microsoft Word", "LibreOffice", "OpenOffice", "pandoc", "Asciidoctor", "Docutils"}

// libreMakers are those of them that write a page as LibreOffice does.
var libreMakers = []string{"LibreOffice", "OpenOffice"}

// madeBy reports whether one of the programs has made the page.
func (p *page) madeBy(makers []string) bool {
	return p.root.find(func(e *el) bool {
		if e.Name() != "meta" {
			return false
		}
		for _, m := range makers {
			if strings.HasPrefix(e.Get("content"), m) {
				return true
			}
		}
		return false
	}) != nil
}

// libre brings a page that LibreOffice has saved to the form of others. Its running head
// and foot are boxes above and below the text; the paragraph of the title is a paragraph in
// large type, while sections are <h1>; title and author of the file may be those of the
// template.
func (p *page) libre() {
	if !p.madeBy(libreMakers) {
		return
	}
	a := p.article
	a.Hint, a.Title = book.PlainText(a.Title), nil
	if len(a.Bylines) > 0 {
		a.Creator, a.Bylines = a.Bylines[0], nil
	}
	p.titles = nil
	body := p.whole()
	kept := body.kids[:0]
	gone := map[rawhtml.Element]bool{}
	for _, k := range body.kids {
		if title := k.Get("title"); k.Name() == "div" && (title == "header" || title == "footer") {
			gone[k.Element] = true
			continue
		}
		kept = append(kept, k)
	}
	body.kids = kept
	body.RemoveIf(func(e rawhtml.Element) bool { return gone[e] })
	for _, k := range kept {
		if k.Name() == "h1" || k.size > leastProse {
			return
		}
		if k.Name() == "p" && k.size > 0 && isLarge(k) {
			k.names = append(k.names, []string{"mso", "title"}) // its paragraph has the style Title
			return
		}
	}
}

// isLarge reports whether all of e is set in the type of a title: 18 points or more, or the
// sixth of HTML's seven sizes. By eye: LibreOffice has 28 for titles, and 12 for text.
func isLarge(e *el) bool {
	return e.find(func(n *el) bool {
		if n.Name() != "font" && n.Name() != "span" || n.size != e.size {
			return false
		}
		decls, _ := css.Attribute(n.Get("style"))
		points, ok := strings.CutSuffix(css.Property(decls, "font-size"), "pt")
		return ok && number(points) >= 18 || number(n.Get("size")) >= 6
	}) != nil
}
