package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// A caption is what a paragraph that is one counts, such as "figure", and the id for links
// to it.
type caption struct{ counts, place string }

// caption adds a paragraph that is a caption, by its style or since it counts figures or
// tables.
func (b *builder) caption(r *runs, content []book.Inline) {
	st, counts := r.paragraph, r.counts
	if st.is("table caption") {
		counts = tables
	} else if st.is("image caption") {
		counts = "figure"
	}
	pictures, content := parted(content)
	b.figures(r, pictures)
	p := &book.Paragraph{Content: content}
	b.captions[p] = caption{strings.ToLower(counts), r.place}
	b.add(p, draft.None)
}

// parted parts the content of a caption from the pictures that stand before it in its paragraph.
func parted(content []book.Inline) (pictures, text []book.Inline) {
	n := 0
	for n < len(content) && onlyImages(content[n:n+1]) {
		n++
	}
	return content[:n], draft.Trim(content[n:])
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
	b.out = b.stanzas(defined(b.out))
	if len(b.captions) == 0 {
		return b.out
	}
	var out []draft.Block
	for i, bl := range b.out {
		p, ok := bl.Block.(*book.Paragraph)
		c, is := b.captions[p]
		if ok && is && b.give(p.Content, c, last(out), after(b.out, i)) {
			continue
		}
		if ok && is {
			p.Content = at(c.place, p.Content)
		}
		out = append(out, bl)
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
func (b *builder) give(content []book.Inline, c caption, above, below book.Block) bool {
	order := []book.Block{above, below}
	_, tableBelow := below.(*book.Table)
	_, figureAbove := above.(*book.Figure)
	if tableBelow && (c.counts == tables || !figureAbove) {
		order = []book.Block{below, above}
	}
	for _, bl := range order {
		var text *[]book.Inline
		var id *string
		switch bl := bl.(type) {
		case *book.Figure:
			if c.counts == tables {
				continue
			}
			text, id = &bl.Caption, &bl.ID
		case *book.Table:
			text, id = &bl.Caption, &bl.ID
		default:
			continue
		}
		if len(*text) > 0 {
			continue
		}
		if *id == "" {
			*id = c.place
		} else {
			content = at(c.place, content)
		}
		*text = content
		return true
	}
	return false
}
