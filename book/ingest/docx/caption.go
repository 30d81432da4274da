package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// caption adds a paragraph that is a caption, by its style or since it counts figures or
// tables; counts is what it counts.
func (b *builder) caption(st style, counts string, content []book.Inline) {
	if st.is("table caption") {
		counts = tables
	} else if st.is("image caption") {
		counts = "figure"
	}
	p := &book.Paragraph{Content: content}
	if b.captions == nil {
		b.captions = map[*book.Paragraph]string{}
	}
	b.captions[p] = strings.ToLower(counts)
	b.add(p, draft.None)
}

// tables is what the captions of tables count, in English; in other languages nothing is
// known of a word such as "Tabelle".
const tables = "table"

// captioned returns the blocks that were read, with each caption at its figure or table. A
// caption stands below a figure and above a table, as a rule; what breaks the rule is
// taken where there is nothing else beside the caption.
func (b *builder) captioned() []draft.Block {
	for i := range b.out {
		if c, ok := b.out[i].Block.(*book.CodeBlock); ok {
			c.Text = strings.TrimRight(c.Text, "\n")
		}
	}
	b.out = defined(b.out)
	if len(b.captions) == 0 {
		return b.out
	}
	var out []draft.Block
	for i, bl := range b.out {
		p, ok := bl.Block.(*book.Paragraph)
		counts, is := b.captions[p]
		if !ok || !is || !b.give(p.Content, counts, last(out), after(b.out, i)) {
			out = append(out, bl)
		}
	}
	return out
}

func last(list []draft.Block) book.Block {
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1].Block
}

// after returns the block behind b[i]; nil where there is none, or it has a caption of its
// own below it.
func after(list []draft.Block, i int) book.Block {
	if i+1 < len(list) {
		return list[i+1].Block
	}
	return nil
}

// give gives a caption to the block above or below it, and reports whether one takes it.
func (b *builder) give(caption []book.Inline, counts string, above, below book.Block) bool {
	order := []book.Block{above, below}
	_, tableBelow := below.(*book.Table)
	_, figureAbove := above.(*book.Figure)
	if tableBelow && (counts == tables || !figureAbove) {
		order = []book.Block{below, above}
	}
	for _, bl := range order {
		var at *[]book.Inline
		switch bl := bl.(type) {
		case *book.Figure:
			if counts != tables {
				at = &bl.Caption
			}
		case *book.Table:
			at = &bl.Caption
		default:
			continue
		}
		if at != nil && len(*at) == 0 {
			*at = caption
			return true
		}
	}
	return false
}
