// Package text reads articles of plain text: a paste from a site, or a mail.
//
// In: text, in UTF-8. Out: a [draft.Article] of paragraphs and lists.
//
// A line is a paragraph, unless the text is broken into lines by hand: then a
// paragraph goes on where the first word of the next line would not have fitted, or
// where a sentence runs on. Whether a text is broken by hand shows in its lines.
//
// What a mail has around an article is furniture: its fields, the note of
// whoever passed it on, the signature, and marks of quotation before all lines. Comments of
// Google Docs below a text are told; messages of a messenger are read as a mail.
//
// Invariant: the words of the text are those of the blocks, in their order, but
// for the marks before the items of lists.
//
// Invariant: time is proportional to the length of the text.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// Read makes an article of s.
func Read(s string) *draft.Article {
	s = endedByLF(s)
	if list := messages(s); list != nil {
		return chat(list)
	}
	a := &draft.Article{}
	lines, mail := envelope(split(unquote(remarks(s, a))))
	lines = unwrap(lines)
	a.Blocks, a.Hint, a.Creator = append(mail.blocks(), blocks(lines)...), mail.subject, mail.sender
	return a
}

// endedByLF returns a text with the line ends of Unix.
func endedByLF(s string) string { return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s) }

// A line is a line of the text, without space at its ends.
type line struct {
	text   string
	number int
	tight  bool // no blank line before it
	indent bool // the line began with space, as the first one of a paragraph may
}

// split returns the lines that are not blank.
func split(s string) []line {
	s = strings.NewReplacer("\u2028", "\n", "\u2029", "\n\n", "\f", "\n\n", "\v", "\n").Replace(s)
	var out []line
	blank := true
	n := 0
	for raw := range strings.Lines(s) {
		n++
		t := strings.Trim(raw, " \t\n\u00a0\u3000\u200b\ufeff\x00")
		if t == "" {
			blank = true
			continue
		}
		out = append(out, line{t, n, !blank, raw[0] == ' ' || raw[0] == '\t' || strings.HasPrefix(raw, "\u3000")})
		blank = false
	}
	return out
}

// Widths at which people break lines by hand, in columns: mail programs break at 72 to
// 78. Below the bounds are lists and verse, above them whole paragraphs; both by eye.
const (
	leastWrap = 50
	mostWrap  = 100
)

// unwrap joins the lines of paragraphs that were broken by hand.
//
// In a text from a mail each line of a paragraph has a line end, in a paste from a site
// each paragraph is one line, and nothing says which of the two a text is. Joining by the
// length of lines alone would run the head together, whose lines are short, and the items
// of lists.
//
// A line that was broken by hand is full: the first word of the next line would not have
// fitted. So the longest line is taken for the width of the text, and believed when people
// break lines there and at least half of the lines with another right below are full
// (measure). Then a line is joined to the one above when that one is full, or when a
// sentence runs on from it (runsOn); the last line of a paragraph is neither. Each line is
// looked at twice, so that the time is linear.
func unwrap(lines []line) []line {
	if width := measure(lines); width > 0 {
		return unwrapAt(lines, width)
	}
	return lines
}

// unwrapAt joins the lines of a text that was broken at a width.
func unwrapAt(lines []line, width int) []line {
	out := lines[:0]
	var last string // the line as written that ends out
	for _, l := range lines {
		if n := len(out); n > 0 && l.tight && !l.indent && (full(last, l.text, width) || runsOn(last, l.text, width)) && !begins(l.text) {
			out[n-1].text = join(out[n-1].text, l.text)
		} else {
			out = append(out, l)
		}
		last = l.text
	}
	return out
}

// measure returns the width at which the text is broken, 0 when it is not broken by hand.
// No line is longer than the width, and at least half of the lines that have another right
// below are full.
func measure(lines []line) int {
	width := 0
	for _, l := range lines {
		width = max(width, draft.Width(l.text))
	}
	if width < leastWrap || width > mostWrap {
		return 0
	}
	filled, followed := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].tight {
			followed++
			if full(lines[i-1].text, lines[i].text, width) {
				filled++
			}
		}
	}
	if filled < 2 || filled*2 < followed {
		return 0
	}
	return width
}

// full reports whether the first word of next would not have fitted on l.
func full(l, next string, width int) bool {
	word := next
	if i := strings.IndexByte(next, ' '); i >= 0 {
		word = next[:i]
	}
	r, n := utf8.DecodeRuneInString(next)
	if r >= 0x2e80 {
		word = next[:n]
		return draft.Width(l)+draft.Width(word)+2 > width
	}
	return draft.Width(l)+1+draft.Width(word) > width
}

// runsOn reports whether a sentence goes on from l to next: l is no short line,
// as of verse, and ends without punctuation, and next begins in lower case. Two thirds of
// the width are by eye: people break a line early before a long name or an address.
func runsOn(l, next string, width int) bool {
	last, _ := utf8.DecodeLastRuneInString(l)
	first, _ := utf8.DecodeRuneInString(next)
	return draft.Width(l)*3 > width*2 && !unicode.IsPunct(last) && unicode.IsLower(first)
}

// begins reports whether a line is the first of an item of a list.
func begins(s string) bool {
	_, _, ok := marker(s)
	return ok
}

// join puts a line after another, with a space between them unless both sides are Han or
// kana. A hyphen at the end of a line stays: whether it parts a word nobody can tell.
func join(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if solid(last) && solid(first) {
		return a + b
	}
	return a + " " + b
}

// solid reports whether r is of a script that has no spaces between words.
func solid(r rune) bool {
	return r >= 0x2e80 && r <= 0xa4cf || r >= 0xf900 && r <= 0xfaff || r >= 0xff00 && r <= 0xff60 || r >= 0x20000 && r <= 0x3fffd
}

// blocks makes blocks of lines: a list of items that follow each other, and a paragraph
// of any other line.
func blocks(lines []line) []draft.Block {
	var out []draft.Block
	for i := 0; i < len(lines); {
		if l, n := list(lines[i:]); n > 0 {
			out = append(out, draft.Block{Block: l, Tight: lines[i].tight})
			i += n
			continue
		}
		out = append(out, draft.Block{Block: paragraph(lines[i]), Tight: lines[i].tight})
		i++
	}
	return out
}

func paragraph(l line) *book.Paragraph {
	for strings.Contains(l.text, "  ") {
		l.text = strings.ReplaceAll(l.text, "  ", " ")
	}
	return &book.Paragraph{Content: draft.Text(l.text), Pos: book.Pos{Line: l.number, Col: 1}}
}
