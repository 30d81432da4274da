package rawhtml

import (
	"strings"

	"golang.org/x/net/html"

	"octavo/book"
)

// callStart begins the call of a footnote.
const callStart = "[^"

// calls appends a text that may call footnotes.
func (b *builder) calls(out []book.Inline, n *node) []book.Inline {
	from := 0
	flush := func(to int) {
		if text := b.text(html.UnescapeString(n.raw[from:to])); text != "" {
			out = join(out, &book.Text{Value: text, Pos: b.place(n.at + from)})
		}
	}
	for i := 0; i < len(n.raw); i++ {
		label := callLabel(n.raw[i:])
		if label == "" || !b.note(label, n.at+i) {
			continue
		}
		flush(i)
		out = append(out, &book.NoteRef{Note: &book.Note{Label: label}, Pos: b.place(n.at + i)})
		b.space = false
		i += len(callStart) + len(label)
		from = i + 1
	}
	flush(len(n.raw))
	return out
}

// callLabel returns the label of the call that s begins with, "" for none.
func callLabel(s string) string {
	rest, ok := strings.CutPrefix(s, callStart)
	if !ok {
		return ""
	}
	end := strings.IndexAny(rest, "[]")
	if end < 0 || rest[end] != ']' {
		return ""
	}
	return rest[:end]
}
