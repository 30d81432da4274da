package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// code appends a paragraph to the code above it, or begins a block of code. The paragraphs
// of code are its lines; an empty one is a line where code stands above it.
func (b *builder) code(text string) {
	if len(b.out) > 0 {
		if c, ok := b.out[len(b.out)-1].Block.(*book.CodeBlock); ok {
			c.Text += "\n" + text
			return
		}
	}
	if strings.TrimSpace(text) != "" {
		b.add(&book.CodeBlock{Text: text}, draft.None)
	}
}

// literal returns the text of a run with its line breaks.
func literal(content []book.Inline) string {
	var s strings.Builder
	book.WalkInlines(content, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Text:
			s.WriteString(in.Value)
		case *book.Code:
			s.WriteString(in.Value)
		case *book.Math:
			s.WriteString(in.Text)
		case *book.LineBreak:
			s.WriteByte('\n')
		case *book.Styled, *book.Link, *book.Span, *book.Ruby, *book.InlineImage, *book.NoteRef: // their words come next
		}
		return true
	})
	return strings.Trim(strings.ReplaceAll(s.String(), pageBreak, "\n"), "\n")
}

// unlettered returns the content of a paragraph without the code that a font alone makes
// of all of it: that is a typescript.
func unlettered(content []book.Inline) []book.Inline {
	var text []book.Inline
	for _, in := range content {
		switch in := in.(type) {
		case *book.Code:
			text = draft.Join(text, draft.Text(in.Value)...)
		case *book.Text:
			if strings.TrimSpace(in.Value) != "" {
				return content
			}
			text = draft.Join(text, in)
		default:
			return content
		}
	}
	return text
}
