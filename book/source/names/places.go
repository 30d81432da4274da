package names

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nfc"
)

// Places are what links can name within a chapter.
type Places struct {
	chapter  *book.Chapter
	ids      []string          // sorted
	composed map[string]string // ids with accents by their composed form
}

// PlacesOf returns the places of a chapter.
func PlacesOf(c *book.Chapter) *Places {
	p := &Places{chapter: c, ids: []string{c.Anchor}}
	for _, b := range book.BlocksOf(c) {
		for id := range book.IDs(b) {
			p.ids = append(p.ids, *id)
		}
	}
	slices.Sort(p.ids)
	return p
}

// IDs returns the ids of the places, sorted.
func (p *Places) IDs() []string { return p.ids }

// Find returns the id that a link names, "" for the beginning of the chapter, and
// whether there is such a place.
func (p *Places) Find(name string) (id string, ok bool) {
	if _, ok := slices.BinarySearch(p.ids, name); ok || name == "" {
		return p.untitled(name), true
	}
	if nfc.Single(name) {
		return "", false
	}
	if p.composed == nil {
		p.composed = map[string]string{}
		for _, id := range p.ids {
			p.composed[nfc.Compose(id)] = id
		}
	}
	id, ok = p.composed[nfc.Compose(name)]
	return p.untitled(id), ok
}

// untitled returns an id, or "" for that of the title, which leads to the beginning.
func (p *Places) untitled(id string) string {
	if id == p.chapter.Anchor {
		return ""
	}
	return id
}

// Headed returns the id of the heading whose words a link names, "" when there is
// none: links of a wiki name headings by their words.
func (p *Places) Headed(words string) string {
	words = Fold(words)
	for _, b := range book.BlocksOf(p.chapter) {
		if h, ok := b.(*book.Heading); ok && Fold(strings.TrimSpace(book.PlainText(h.Content))) == words {
			return h.ID
		}
	}
	return ""
}
