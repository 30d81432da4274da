package layout

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/typeset/theme"
)

// pullQuote sets words of the text once more, large.
//
// Who listens has heard these words, or will. So a pull quote whose words stand in the
// chapter is an artifact, as a running head is: a voice passes it over. An author may
// shorten or reword a pull quote, or set one that stands nowhere else; then nothing
// but the pull quote says it, and it is read.
func (s *section) pullQuote(b *book.Division, fr frame) {
	st := s.styleIn(fr, theme.PullQuote)
	s.Space(st.Before)
	s.Balance(true)
	from := s.Len()
	p := s.open(s.theme.Blocks.PullQuote, fr, st)
	inner := s.inset(fr, st.Left, st.Right)
	inner.style, inner.grid, inner.flush = st, false, true
	s.title(b, theme.BlockTitle, inner)
	s.together(b.Blocks, inner)
	s.shut(p)
	s.Space(st.After)
	if s.echo.repeats(s.chapter, b) {
		s.Mute(from)
	}
}

// An echo knows the words of a chapter.
type echo struct {
	words  string // its letters and figures, in lower case, but for those of pull quotes
	known  bool
	sought int // how many pull quotes have been looked for
}

// mostSought is for how many pull quotes the words of a chapter are looked through. An
// article has a few; a bound keeps the time in proportion to its length.
const mostSought = 64

// repeats reports whether each word of a division is in the chapter as well.
func (e *echo) repeats(c *book.Chapter, b *book.Division) bool {
	parts, plain := quoted(b)
	if c == nil || !plain || e.sought >= mostSought {
		return false
	}
	e.sought++
	if !e.known {
		e.words, e.known = chapterWords(c), true
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
func quoted(b *book.Division) (parts []string, plain bool) {
	plain = len(b.Title) == 0 && b.ID == ""
	for _, bl := range b.Blocks {
		p, ok := bl.(*book.Paragraph)
		if !ok {
			return nil, false
		}
		book.WalkInlines(p.Content, func(in book.Inline) bool {
			switch in.(type) {
			case *book.Text, *book.Styled, *book.LineBreak:
			default:
				plain = false
			}
			return true
		})
		text := strings.ReplaceAll(book.PlainText(p.Content), "...", "…")
		for part := range strings.SplitSeq(text, "…") {
			if w := letters(part); w != "" {
				parts = append(parts, w)
			}
		}
	}
	return parts, plain
}

// chapterWords returns the letters of the body of a chapter, but for its pull quotes.
func chapterWords(c *book.Chapter) string {
	var b strings.Builder
	book.WalkBlocks(c.Body, func(bl book.Block) bool {
		if d, ok := bl.(*book.Division); ok && d.Class == book.PullQuote {
			return false
		}
		for _, run := range book.BlockInlines(bl) {
			b.WriteString(letters(book.PlainText(run)))
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
