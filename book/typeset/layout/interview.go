package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// The white before a question and before an answer, in hundredths of a line. By eye: an answer
// belongs to its question, and less than turnWhite reads as one paragraph.
const (
	questionWhite = 70
	turnWhite     = 35
)

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
	turns := book.Turns(b.Blocks)
	for i, bl := range b.Blocks {
		outer := s.Of
		s.Of = bl
		p, ok := bl.(*book.Paragraph)
		if !ok || turns[i] == book.Continued {
			s.oneBlock(bl, inner)
		} else {
			white := int64(turnWhite)
			if turns[i] == book.Asked && i > 0 {
				white = questionWhite
			}
			s.Space(s.geo.Baseline.Mul(white, 100))
			s.turnOf(p, fr, hang)
		}
		s.Of = outer
	}
	s.Space(st.After)
}

// turnOf sets a paragraph with its speaker, who begins so much to the left of what is said.
func (s *section) turnOf(b *book.Paragraph, fr frame, hang unit.Length) {
	fr.elem = s.element(fr.elem, "P")
	p := s.paragraph(fr.style)
	p.Add(b.Content, s.Look(fr.style, s.lang, fr.elem))
	s.put(s.hanging(p, fr, hang), false)
}
