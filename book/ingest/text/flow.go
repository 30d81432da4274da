package text

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// A Form says how the lines of a mail are to be read.
type Form struct {
	// Flowed says that a line that ends in a space goes on in the next, and DelSp that the
	// space is not part of the text (RFC 3676).
	Flowed, DelSp bool
}

// Mail reads the text of a mail: each block has the number of marks of quotation before its
// lines. What of it is the article nobody asks here.
func Mail(s string, form Form) []draft.Block {
	groups := unmarked(s, form)
	width := 0
	if !form.Flowed {
		for _, g := range groups {
			if w := measure(split(g.text)); w > width {
				width = w
			}
		}
	}
	var out []draft.Block
	for _, g := range groups {
		lines := split(g.text)
		if w := measure(lines); w > 0 && !form.Flowed {
			lines = unwrapAt(lines, w)
		} else if width > 0 {
			lines = unwrapAt(lines, width)
		}
		for _, b := range blocks(lines) {
			if p, ok := b.Block.(*book.Paragraph); ok {
				p.Pos.Line += g.line
			}
			b.Quoted = g.depth
			out = append(out, b)
		}
	}
	return out
}

// A group is lines of one depth of quotation, without their marks.
type group struct {
	depth, line int
	text        string
}

// unmarked takes the marks of quotation off the lines, and joins lines that flow. A space
// behind the marks is not part of the line; in a text that flows, one is stuffed before a
// line that begins with a mark, a space or "From ".
func unmarked(s string, form Form) []group {
	s = endedByLF(s)
	var out []group
	var b strings.Builder
	depth, at, flows := -1, 0, false
	flush := func() {
		if depth >= 0 {
			out = append(out, group{depth, at, b.String()})
		}
		b.Reset()
	}
	n := 0
	for raw := range strings.Lines(s) {
		text, d := unquoted(strings.TrimSuffix(raw, "\n"), form)
		if d != depth && !(d == 0 && depth > 0 && strings.TrimSpace(text) == "") {
			flush()
			depth, at, flows = d, n, false
		}
		n++
		if signature := text == "-- " || text == "--"; form.Flowed && strings.HasSuffix(text, " ") && !signature {
			if form.DelSp {
				text = text[:len(text)-1]
			}
			b.WriteString(text)
			flows = true
			continue
		} else if flows && signature {
			b.WriteString("\n")
		}
		flows = false
		b.WriteString(text + "\n")
	}
	flush()
	return out
}

// unquoted returns a line without its marks of quotation, and how many they were.
func unquoted(s string, form Form) (text string, depth int) {
	t := s
	for strings.HasPrefix(t, ">") {
		depth++
		if t = t[1:]; strings.HasPrefix(t, " >") {
			t = t[1:]
		}
	}
	if depth > 0 || form.Flowed {
		t = strings.TrimPrefix(t, " ")
	}
	return t, depth
}
