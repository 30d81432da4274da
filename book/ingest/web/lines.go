package web

import (
	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// lineNames are names of paragraphs that are a line of verse each.
var lineNames = []string{"line", "verse line", "poem line", "poetry line"}

// hasLines reports whether the verse in e has a paragraph for each line, and nothing else.
func hasLines(e *el) bool {
	all := e.all("p")
	for _, p := range all {
		if !p.named(lineNames) {
			return false
		}
	}
	return len(all) > 1
}

// stanzas reads such verse: the lines in one element are a stanza.
func (r *reader) stanzas(e *el) {
	d := &book.Division{Class: book.Verse}
	var within *el
	for _, p := range e.all("p") {
		line := rawhtml.Line(p.Element)
		if n := len(d.Blocks); n > 0 && within == p.parent {
			last := d.Blocks[n-1].(*book.Paragraph)
			last.Content = append(append(last.Content, &book.LineBreak{}), line...)
			continue
		}
		within = p.parent
		d.Blocks = append(d.Blocks, &book.Paragraph{Content: line})
	}
	r.out = append(r.out, draft.Block{Block: d})
}

// isLined reports whether e is verse of such paragraphs and nothing beside them.
func isLined(e *el) bool {
	if e.Name() != "div" && e.Name() != "blockquote" && e.Name() != "section" || e.size >= maxVerse || !e.named(verseNames) || !hasLines(e) {
		return false
	}
	size := 0
	for _, p := range e.all("p") {
		size += p.size
	}
	return size == e.size && !e.holds("img")
}
