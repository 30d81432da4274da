package text

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/letter"
)

// A wrapping is what stands around the text of a mail.
type wrapping struct {
	subject, sender string
	around          []line // what was left out
}

// unquote removes the marks of quotation when nearly all lines have them: the article is
// the quoted text then. Eight levels are removed at most, and beside eight lines with a
// mark there may be one without, such as "On Monday she wrote:"; both by eye.
func unquote(s string) string {
	for range 8 {
		quoted, other := 0, 0
		for l := range strings.Lines(s) {
			switch t := strings.TrimSpace(l); {
			case strings.HasPrefix(t, ">"):
				quoted++
			case t != "":
				other++
			}
		}
		if quoted < 4 || other*8 > quoted {
			return s
		}
		var b strings.Builder
		for l := range strings.Lines(s) {
			t := strings.TrimLeft(l, " ")
			if rest, ok := strings.CutPrefix(t, ">"); ok {
				l = strings.TrimPrefix(rest, " ")
			}
			b.WriteString(l)
		}
		s = b.String()
	}
	return s
}

// envelope takes what a mail has around an article off the lines: the fields
// above it, with the note of whoever passed it on, and the signature that
// "-- " begins.
func envelope(lines []line) ([]line, wrapping) {
	var m wrapping
	for range 8 { // a mail may have been passed on several times
		at, n := fields(lines)
		if n == 0 || len(lines)-at-n < at {
			break // the part above the fields is the longer one
		}
		for _, l := range lines[at : at+n] {
			m.field(l.text)
		}
		m.around = append(m.around, lines[:at+n]...)
		lines = lines[at+n:]
		lines[0].tight = false
	}
	if at := signed(lines); len(m.around) > 0 && at > 0 {
		m.around = append(m.around, lines[at:]...)
		lines = lines[:at]
	}
	return lines, m
}

// fields returns where the fields of a mail begin, with the line above them that
// says so, and how many lines they are; 0 when there are none in the upper part. Three
// fields are asked for, by eye: a line such as "From: ..." alone may be of the text.
func fields(lines []line) (at, n int) {
	const leastFields, lookFor = 3, 60
	for i := 0; i < len(lines) && i < lookFor; i++ {
		k := i
		if letter.IsForwarded(lines[i].text) {
			k++
		}
		first, known := k, 0
		for k < len(lines) && k-first < 12 {
			name, _ := letter.Field(lines[k].text)
			if name == "" && !(k > first && lines[k].indent && lines[k].tight) {
				break
			}
			if name != "" {
				known++
			}
			k++
		}
		if (i == 0 || first > i || !lines[i].tight) && known >= leastFields && k < len(lines) {
			return i, k - i
		}
	}
	return 0, 0
}

func (m *wrapping) field(s string) {
	switch name, value := letter.Field(s); {
	case letter.IsSubject(name):
		m.subject = letter.Topic(value)
	case letter.IsSender(name):
		m.sender = letter.Sender(value)
	}
}

// signed returns where the signature begins, 0 when there is none.
func signed(lines []line) int {
	const longest = 10 // lines; RFC 1855, section 2.1.1, asks for four
	for i := len(lines) - 1; i > 0 && i >= len(lines)-longest; i-- {
		if t := lines[i].text; t == "--" || t == "__" {
			return i
		}
	}
	return 0
}

// blocks returns the lines around the article as furniture.
func (m wrapping) blocks() []draft.Block {
	var out []draft.Block
	for _, l := range m.around {
		out = append(out, draft.Block{Block: &book.Paragraph{Content: draft.Text(l.text)}, Role: draft.Furniture})
	}
	return out
}
