package layout

import (
	"octavo/book"
	"octavo/book/typeset/theme"
)

// pullQuote sets words of the text once more, large.
//
// Where they are an echo of the chapter, they are an artifact, as a running head is: a voice
// passes them over.
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
	if s.echo.Repeats(b) {
		s.Mute(from)
	}
}
