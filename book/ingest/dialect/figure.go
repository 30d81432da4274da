package dialect

import (
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
)

// tag is a word by which Obsidian and others sort their notes: "#ports/north", and "#ports#"
// in Bear.
var tag = pattern.Later(`^#\pL[\pL\pN_/-]*#?$`)

// tagsOf returns a paragraph of nothing but tags, "" for any other block.
func tagsOf(b book.Block) string {
	p, ok := b.(*book.Paragraph)
	if !ok {
		return ""
	}
	s := book.PlainText(p.Content)
	for _, word := range strings.Fields(s) {
		if !tag().MatchString(word) {
			return ""
		}
	}
	return strings.TrimSpace(s)
}

// captioned makes a figure of a paragraph in which a picture stands above words in
// emphasis, as pages made of Markdown have captions; nil for any other block.
func captioned(b book.Block) *book.Figure {
	p, ok := b.(*book.Paragraph)
	if !ok || len(p.Content) < 2 {
		return nil
	}
	picture, ok := p.Content[0].(*book.InlineImage)
	if !ok {
		return nil
	}
	words, style, ok := draft.Unstyle(draft.Trim(append([]book.Inline(nil), p.Content[1:]...)))
	if !ok || style != book.Emphasis {
		return nil
	}
	return &book.Figure{Image: picture.Image, Caption: words, Pos: p.Pos}
}
