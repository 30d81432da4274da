package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// A suppleText is a paragraph of running text that may be set anew for the sake of its
// page, as [flow.Text].
type suppleText struct {
	s      *section
	text   *book.Paragraph
	frame  frame
	indent unit.Length
	lang   string
}

// canFlex reports whether a paragraph of these lines in a frame may be set anew.
func (s *section) canFlex(fr frame, list []*flow.Strip) bool {
	return fr.grid && s.Against == 0 && fr.left+fr.right == 0 && fr.style.Align == theme.Justify && flow.Supple(list, s.geo.Baseline)
}

// again makes the paragraph the one at hand, ready to be broken; nil when it is empty, or
// longer than a portion.
func (t *suppleText) again() *para.Paragraph {
	s := *t.s
	s.lang, s.Of = t.lang, t.text
	p := s.paragraph(t.frame.style)
	p.Add(t.text.Content, s.Look(t.frame.style, s.lang, t.frame.elem))
	if !p.Supple(s.width(t.frame), t.indent) {
		return nil
	}
	return p
}

// Fits reports in which numbers of lines the paragraph can be set.
func (t *suppleText) Fits(worst int, lines []int) []bool {
	out := make([]bool, len(lines))
	if p := t.again(); p != nil {
		for i, n := range lines {
			out[i] = p.FitsIn(n, worst)
		}
	}
	return out
}

// Lines sets the paragraph in a number of lines that it fits.
func (t *suppleText) Lines(worst, n int) []*flow.Strip {
	p := t.again()
	return p.LinesIn(n, worst, t.frame.left, t.indent)
}
