package parts

import (
	"octavo/book"
	"octavo/book/ingest/draft"
)

// slanted returns the content of the item i of Markdown that is all in emphasis, below the title
// and above the text: authors who have no key for a standfirst write it so. It is nil for
// any other item: what speaks of the article itself is a note, and what more emphasis stands
// below may be a letter.
func (h *headReader) slanted(i int) []book.Inline {
	it := h.items[i]
	if h.article.Text == "" || len(h.chapter.Title) == 0 || len(h.chapter.Subtitle) > 0 || len(h.lines) > 0 || i+1 >= len(h.items) ||
		!it.isText() || it.joined || it.width > maxStandfirst || h.items[i+1].joined || h.speaksOfItself(it.text) {
		return nil
	}
	content, style, ok := draft.Unstyle(it.content)
	if !ok || style != book.Emphasis {
		return nil
	}
	if next := h.items[i+1]; next.isText() {
		if _, style, ok := draft.Unstyle(next.content); ok && style == book.Emphasis {
			return nil
		}
	}
	return content
}
