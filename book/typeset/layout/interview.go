package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// turnWhite is the white between two who speak in turn, in hundredths of a line. By eye:
// less reads as one paragraph, and half a line parts question and answer.
const turnWhite = 35

// interview sets questions and answers: paragraphs that begin with a strong run, the
// speaker, who hangs. Other paragraphs go on with what the last one said.
func (s *section) interview(b *book.Division, fr frame) {
	st := s.styleIn(fr, theme.Interview)
	s.Space(st.Before)
	s.Balance(true)
	fr.style, fr.grid = st, false
	s.title(b, theme.BlockTitle, fr)
	inner := s.inset(fr, st.Left, st.Right)
	inner.flush = true
	hang := inner.left - fr.left
	for _, bl := range b.Blocks {
		outer := s.Of
		s.Of = bl
		p, ok := bl.(*book.Paragraph)
		switch {
		case ok && speaks(p):
			s.Space(s.geo.Baseline.Mul(turnWhite, 100))
			s.turnOf(p, fr, hang)
		default:
			s.oneBlock(bl, inner)
		}
		s.Of = outer
	}
	s.Space(st.After)
}

// speaks reports whether a paragraph begins with who speaks.
func speaks(p *book.Paragraph) bool { return leadingStrong(p.Content) != nil }

// leadingStrong returns the strong run that inlines begin with, nil when they begin with
// something else.
func leadingStrong(list []book.Inline) *book.Styled {
	if len(list) == 0 {
		return nil
	}
	if st, ok := list[0].(*book.Styled); ok && st.Style == book.Strong {
		return st
	}
	return nil
}

// turnOf sets a paragraph with its speaker, who begins so much to the left of what is said.
func (s *section) turnOf(b *book.Paragraph, fr frame, hang unit.Length) {
	fr.elem = s.element(fr.elem, "P")
	p := s.paragraph(fr.style)
	p.Add(b.Content, s.Look(fr.style, s.lang, fr.elem))
	s.put(s.hanging(p, fr, hang), false)
}
