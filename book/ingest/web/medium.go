package web

import (
	"strings"

	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// medium takes a page as Medium exports it: the title and the standfirst stand above the
// text and again in it, and the page's address is a link below. A rule stands above each
// section, the first one too. The element of the article is the scope and the body then;
// nil for any other page.
func (p *page) medium() *el {
	entry := p.root.find(func(e *el) bool { return e.Name() == "article" && e.named([]string{"h entry"}) })
	link := p.root.find(func(e *el) bool { return e.Name() == "a" && e.named([]string{"p canonical"}) })
	if entry == nil || link == nil {
		return nil
	}
	body := entry.find(func(e *el) bool { return e.named([]string{"e content"}) })
	if body == nil {
		return nil
	}
	setString(&p.article.Source.URL, webAddress(link.Get("href")))
	deck := ""
	if s := entry.find(func(e *el) bool { return e.Get("data-field") == "subtitle" }); s != nil {
		deck = s.line()
	}
	gone := map[*el]bool{}
	if rule := body.find(func(e *el) bool { return e.named([]string{"section divider"}) }); rule != nil {
		gone[rule] = true
	}
	title := ""
	if h := entry.find(func(e *el) bool { return e.Name() == "h1" }); h != nil {
		title = h.line()
		p.article.Title = rawhtml.Line(h.Element)
	}
	body.walk(func(e *el) bool {
		switch {
		case e.named([]string{"graf title"}) && e.line() == title, e.named([]string{"graf subtitle"}) && strings.HasPrefix(e.line(), strings.TrimRight(deck, "….")):
			if e.named([]string{"graf subtitle"}) {
				deck = e.line() // the one above may have been cut
			}
			gone[e] = true
		}
		return true
	})
	p.article.Subtitle = draft.Text(deck)
	sweep(body, gone)
	return body
}
