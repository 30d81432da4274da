package book

import (
	"strings"
	"unicode"
)

// An Echo finds the pull quotes that say again what their chapter says.
//
// Who listens has heard these words, or will: voices pass over such a pull quote, in all
// editions. An author may shorten or reword a pull quote, or set one that stands
// nowhere else; then nothing but the pull quote says it, and it is read.
type Echo struct {
	chapter *Chapter
	words   string // its letters and figures, in lower case, but for those of pull quotes
	known   bool
	sought  int // how many pull quotes have been looked for
}

// mostSought is for how many pull quotes the words of a chapter are looked through. An
// article has a few; a bound keeps the time in proportion to its length.
const mostSought = 64

// NewEcho returns the echo of a chapter; nil is the page of no chapter, which repeats none.
func NewEcho(c *Chapter) *Echo { return &Echo{chapter: c} }

// Repeats reports whether a division is a pull quote of which each word is in the chapter
// as well.
func (e *Echo) Repeats(d *Division) bool {
	if e == nil || e.chapter == nil || d.Class != PullQuote {
		return false
	}
	parts, plain := quoted(d)
	if !plain || e.sought >= mostSought {
		return false
	}
	e.sought++
	if !e.known {
		e.words, e.known = chapterWords(e.chapter), true
	}
	for _, p := range parts {
		if !strings.Contains(e.words, p) {
			return false
		}
	}
	return len(parts) > 0
}

// quoted returns the letters of a pull quote in parts, between which the author left words
// out, and whether the division holds nothing but paragraphs of text.
func quoted(b *Division) (parts []string, plain bool) {
	plain = len(b.Title) == 0 && b.ID == ""
	for _, bl := range b.Blocks {
		p, ok := bl.(*Paragraph)
		if !ok {
			return nil, false
		}
		WalkInlines(p.Content, func(in Inline) bool {
			switch in.(type) {
			case *Text, *Styled, *LineBreak:
			default:
				plain = false
			}
			return true
		})
		text := strings.ReplaceAll(PlainText(p.Content), "...", "…")
		for part := range strings.SplitSeq(text, "…") {
			if w := letters(part); w != "" {
				parts = append(parts, w)
			}
		}
	}
	return parts, plain
}

// chapterWords returns the letters of the body of a chapter, but for its pull quotes.
func chapterWords(c *Chapter) string {
	var b strings.Builder
	WalkBlocks(c.Body, func(bl Block) bool {
		if d, ok := bl.(*Division); ok && d.Class == PullQuote {
			return false
		}
		for _, run := range BlockInlines(bl) {
			b.WriteString(letters(PlainText(run)))
		}
		return true
	})
	return b.String()
}

// letters returns the letters and figures of a text in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
