package dialect

import (
	"octavo/book"
	"octavo/book/ingest/draft"
)

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
