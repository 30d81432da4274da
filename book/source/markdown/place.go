package markdown

import (
	"strings"

	"octavo/book"
	"octavo/book/source/rawhtml"
)

// mostPlaces is how many ids a block that is no text can have, each in a division of its own,
// which nest. A bookmark has one or two; more, as hostile chapters have, stand in a paragraph.
const mostPlaces = 8

// settlePlaces puts the places that stand alone, as in a paragraph of nothing but
// <a id="x"></a>, where they are meant: at the beginning of the block that follows, or at
// the end of the last one. A paragraph without words would be a blank line on the page.
func settlePlaces(blocks []book.Block) []book.Block {
	var out []book.Block
	var waiting []book.Inline
	for i, b := range blocks {
		if p, ok := b.(*book.Paragraph); ok && onlyPlaces(p.Content) {
			if out == nil {
				out = append([]book.Block{}, blocks[:i]...)
			}
			waiting = append(waiting, p.Content...)
			continue
		}
		if out == nil {
			continue
		}
		if len(waiting) > mostPlaces && !takesText(b) {
			out = append(out, &book.Paragraph{Content: waiting, Pos: b.Position()})
			waiting = nil
		}
		out = append(out, withPlaces(b, waiting, true))
		waiting = nil
	}
	switch last := len(out) - 1; {
	case out == nil:
		return blocks
	case len(waiting) == 0:
	case last < 0, len(waiting) > mostPlaces && !takesText(out[last]):
		out = append(out, &book.Paragraph{Content: waiting, Pos: blocks[0].Position()})
	default:
		out[last] = withPlaces(out[last], waiting, false)
	}
	return out
}

// hasPlace reports whether a place is in list.
func hasPlace(list []book.Inline) bool {
	found := false
	book.WalkInlines(list, func(in book.Inline) bool {
		found = found || rawhtml.IsPlace(in)
		return !found
	})
	return found
}

// withoutPlaces returns list with its places as their words.
func withoutPlaces(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		content := book.InlineContent(in)
		if content == nil {
			out = append(out, in)
			continue
		}
		*content = withoutPlaces(*content)
		if s, ok := in.(*book.Span); ok && s.ID != "" {
			if s.ID = ""; s.Lang == "" && s.Dir == book.DirInherit && s.Title == "" {
				out = append(out, s.Content...)
				continue
			}
		}
		out = append(out, in)
	}
	return out
}

// takesText reports whether a block is a run of text, which any number of places fit.
func takesText(b book.Block) bool {
	switch b.(type) {
	case *book.Paragraph, *book.Heading:
		return true
	}
	return false
}

// onlyPlaces reports whether a run of text is places without words.
func onlyPlaces(list []book.Inline) bool {
	for _, in := range list {
		if s, ok := in.(*book.Span); !ok || s.ID == "" || len(s.Content) > 0 {
			return false
		}
	}
	return len(list) > 0
}

// withPlaces returns a block with places at its beginning, or at its end.
func withPlaces(b book.Block, places []book.Inline, before bool) book.Block {
	var content *[]book.Inline
	switch b := b.(type) {
	case *book.Paragraph:
		content = &b.Content
	case *book.Heading:
		content = &b.Content
	}
	switch {
	case len(places) == 0:
		return b
	case content != nil && before:
		*content = append(places[:len(places):len(places)], *content...)
		return b
	case content != nil:
		*content = append(*content, places...)
		return b
	}
	for i := len(places) - 1; i >= 0; i-- { // the first is the outermost
		b = placed(b, places[i].(*book.Span).ID)
	}
	return b
}

// placed returns a block as the place of an id.
func placed(b book.Block, id string) book.Block {
	switch b := b.(type) {
	case *book.Figure:
		if b.ID == "" {
			b.ID = id
			return b
		}
	case *book.Division:
		if b.ID == "" {
			b.ID = id
			return b
		}
	}
	return &book.Division{ID: id, Blocks: []book.Block{b}, Pos: b.Position()}
}

// attributesOf returns what a tag says of its text, with a space before each attribute.
func attributesOf(id, lang string, dir book.Direction) string {
	var b strings.Builder
	for _, a := range [][2]string{{"id", id}, {"lang", lang}, {"dir", dir.String()}} {
		if a[1] != "" {
			b.WriteString(" " + a[0] + `="` + a[1] + `"`)
		}
	}
	return b.String()
}

// bracesFor returns what stands in the braces behind the text of a span.
func bracesFor(s *book.Span) string { return strings.Join(braceItems(s.ID, s.Lang, s.Dir), " ") }

// braceItems returns what braces say of a place, a language and a direction.
func braceItems(id, lang string, dir book.Direction) []string {
	var items []string
	if id != "" {
		items = append(items, "#"+id)
	}
	if lang != "" {
		items = append(items, "lang="+lang)
	}
	if dir != book.DirInherit {
		items = append(items, "dir="+dir.String())
	}
	return items
}
