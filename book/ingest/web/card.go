package web

import (
	"net/url"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// bookmarkNames are names of cards that stand for a link to another page: those of Ghost,
// Notion, Substack, Medium, Embedly, WordPress and the blogs of Japan, and of Ghost to a file.
var bookmarkNames = []string{"bookmark card", "bookmark info", "embedded post", "mixtape embed", "embedly card", "wp embedded content", "external article widget", "blogcard", "blog card", "link card", "linkcard", "link preview", "linkpreview", "web preview", "oembed card", "file card"}

// The names of the parts of a card.
var (
	cardTitleNames = []string{"title", "heading", "headline"}
	cardTextNames  = []string{"description", "desc", "excerpt", "snippet", "summary", "body"}
	cardSignNames  = []string{"cta", "button", "icon", "favicon", "header icon"} // what a reader of the page clicks
)

// maxCard is the text, in bytes, up to which an element is a card by its name, by eye: a
// headline and a long description. More is text that is named for the cards in it.
const maxCard = 1200

// isBookmark reports whether e is a card that stands for a link, or a figure of one.
func isBookmark(e *el) bool {
	if e.Name() == "" || e.size == 0 || e.size > maxCard || hidden(e) {
		return false
	}
	address := addressOfCard(e)
	if address == "" || slices.ContainsFunc(e.all("a"), func(a *el) bool { return a.size > 0 && a.Get("href") != "" && a.Get("href") != address }) {
		return false
	}
	return e.named(bookmarkNames) || e.Name() == "figure" && e.find(func(n *el) bool { return n != e && n.named(bookmarkNames) }) != nil
}

// addressOfCard returns the address that a card leads to, "" for none.
func addressOfCard(e *el) string {
	if a := e.find(func(n *el) bool { return n.Name() == "a" && n.Get("href") != "" }); a != nil {
		return a.Get("href")
	}
	return ""
}

// bookmark reads a card: its title is the link, then come the description and, in brackets,
// who wrote and who published the other page. Its pictures are those of the other page.
func (r *reader) bookmark(e *el) {
	address := addressOfCard(e)
	lines := linesOfCard(e, address)
	if len(lines) == 0 {
		lines = []*el{e}
	}
	title := slices.IndexFunc(lines, func(l *el) bool { return isHeadingName(l.Name()) || l.named(cardTitleNames) })
	if title < 0 {
		title = max(0, slices.IndexFunc(lines, func(l *el) bool { return l.Name() == "strong" }))
	}
	line := []book.Inline{&book.Link{URL: address, Content: rawhtml.Line(lines[title].Element)}}
	var text, others []string
	for i, l := range lines {
		switch {
		case i == title:
		case l.named(cardTextNames) || l.Name() == "em" || l.Name() == "p":
			text = append(text, l.line())
		default:
			others = append(others, strings.Trim(l.line(), " ·•|"))
		}
	}
	rest := ""
	if len(text) > 0 {
		rest = " — " + strings.Join(text, " ")
	}
	if len(others) > 0 {
		rest += " (" + strings.Join(others, ", ") + ")"
	}
	if rest != "" {
		line = append(line, &book.Text{Value: rest})
	}
	r.emit(line, draft.None)
	r.told = append(r.told, e.line()) // also its address and the labels of buttons
	if c := e.find(func(n *el) bool { return n.Name() == "figcaption" && n.size > 0 }); c != nil {
		r.emit(rawhtml.Line(c.Element), draft.None)
	}
}

// linesOfCard returns the innermost elements of a card that say something: neither its address
// nor the label of a button.
func linesOfCard(card *el, address string) (lines []*el) {
	host := ""
	if u, err := url.Parse(address); err == nil {
		host = u.Host
	}
	card.walk(func(e *el) bool {
		switch {
		case e.Name() == "" || e.size == 0:
			return false
		case e.Name() == "figcaption" || e.named(cardSignNames) || hidden(e) || furnitureTags[e.Name()] && e != card:
			return false
		case slices.ContainsFunc(e.kids, func(k *el) bool { return k.Name() != "" && k.size > 0 }):
			return true
		}
		said := strings.TrimRight(strings.TrimPrefix(e.line(), "https://"), "/")
		if said != host && said != strings.TrimPrefix(host, "www.") && !strings.HasPrefix(e.line(), "https://") && said != "" {
			lines = append(lines, e)
		}
		return false
	})
	return lines
}
