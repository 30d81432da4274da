package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// Verse is set in Word in two ways: as paragraphs of a style, a line or a stanza each, or
// as one paragraph whose lines are broken by hand and begin with tabs or spaces. Other
// paragraphs with broken lines are addresses and heads as well, and stay what they are.
const (
	leastLines  = 3  // of verse without a style; by eye, two may be an address
	longestLine = 60 // columns; lines of verse are shorter than lines of print
	tabWidth    = 4  // no-break spaces for a tab, or for the 720 twentieths of a point between two stops
	spaceWidth  = 180
)

// isVerse reports whether a paragraph is verse.
func (r *runs) isVerse(props *xmltree.Node, content []book.Inline) bool {
	st := r.paragraph
	if st.isVerse() {
		return true
	}
	if !st.plain() || props.Child("numPr") != nil || st.list != "" {
		return false
	}
	lines, indented := lined(content), false
	for i, l := range lines {
		text := book.PlainText(l)
		if draft.Width(text) > longestLine {
			return false
		}
		n, _ := indentation(text)
		indented = indented || i > 0 && n > 1 && strings.TrimSpace(text) != ""
	}
	return indented && len(lines) >= leastLines
}

// lined parts a paragraph at its line breaks.
func lined(content []book.Inline) [][]book.Inline {
	out := [][]book.Inline{nil}
	for _, in := range content {
		if _, ok := in.(*book.LineBreak); ok {
			out = append(out, nil)
			continue
		}
		out[len(out)-1] = append(out[len(out)-1], in)
	}
	return out
}

// indentation returns how many no-break spaces stand for the white space that s begins
// with, and how long that is in bytes.
func indentation(s string) (n, size int) {
	for i, c := range s {
		switch c {
		case '\t':
			n += tabWidth
		case ' ', '\u00a0':
			n++
		case '\u3000', '\u2003':
			n += 2
		default:
			return n, i
		}
	}
	return n, len(s)
}

// verse adds a paragraph of verse: a line of the stanza above it, or a stanza. An empty
// one ends a stanza.
func (b *builder) verse(r *runs, props *xmltree.Node, content []book.Inline) {
	d := b.openVerse()
	lines := lined(content)
	if len(lines) == 1 && book.PlainText(content) == "" {
		b.stanza = true
		return
	}
	left := max(0, b.leftOf(props, r.paragraph)-r.paragraph.left) / spaceWidth
	var set []book.Inline
	for i, line := range lines {
		n, _ := indentation(book.PlainText(line))
		if i > 0 {
			set = append(set, &book.LineBreak{})
		}
		set = append(append(set, draft.Text(strings.Repeat("\u00a0", min(n+left, longestLine)))...), draft.Trim(line)...)
	}
	if d != nil && len(lines) == 1 && !b.stanza {
		p := d.Blocks[len(d.Blocks)-1].(*book.Paragraph)
		p.Content = append(append(p.Content, &book.LineBreak{}), set...)
		return
	}
	b.stanza = len(lines) > 1
	p := &book.Paragraph{Content: set}
	if d != nil {
		d.Blocks = append(d.Blocks, p)
		return
	}
	b.add(&book.Division{Class: book.Verse, Blocks: []book.Block{p}}, draft.None)
}

// openVerse returns the verse that the last block is, nil for none.
func (b *builder) openVerse() *book.Division {
	if len(b.out) == 0 {
		return nil
	}
	if d, ok := b.out[len(b.out)-1].Block.(*book.Division); ok && d.Class == book.Verse {
		return d
	}
	return nil
}

// spaced returns the content of a paragraph with a space for each tab, since a chapter has
// no stops.
func spaced(content []book.Inline) []book.Inline {
	book.WalkInlines(content, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok {
			t.Value = strings.ReplaceAll(t.Value, "\t", " ")
		}
		return true
	})
	return content
}
