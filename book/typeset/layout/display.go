package layout

import (
	"fmt"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/markup/math"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/formula"
	"octavo/book/typeset/para"
)

// The measures of displays. By eye.
const (
	displayWhite    = 45  // hundredths of a line above and below
	smallestDisplay = 700 // thousandths of its size, to which a wide one is set smaller
)

// display sets a formula that stands alone, in the middle of the measure.
func (s *section) display(b *book.Formula, fr frame) {
	elem := para.FormulaElement(fr.elem, b.Math)
	lk := s.Look(fr.style, s.lang, elem)
	setter := s.Formulas(lk.Font)
	if setter == nil {
		s.put(s.plainText(b.Math.Text, fr.style, fr), fr.grid)
		return
	}
	row, _ := math.Parse(b.Math.TeX)
	box := s.fitted(b, setter, row, s.FormulaSize(lk.Font), s.width(fr))
	line := s.geo.Baseline
	if !fr.grid {
		line = fr.style.Leading
	}
	ink := box.Height + box.Depth
	st := &flow.Strip{Height: ink + 2*line.Mul(displayWhite, 100), From: flow.Origin{In: b.Math}}
	if fr.grid {
		st.Height = para.WholeLines(st.Height, s.geo.Baseline)
	}
	x := fr.left + max(s.width(fr)-box.Width, 0)/2
	st.Items = s.FormulaItems(box, b.Math.Text, x, (st.Height-ink)/2+box.Height, &lk)
	if s.rtl {
		st.Mirror(fr.left, fr.left+s.width(fr))
	}
	s.Space(0)
	s.Keep() // a formula is part of the sentence before it
	s.Settle(st)
	s.First(st, fr.grid)
}

// fitted sets a display, smaller when it is too wide.
func (s *section) fitted(b *book.Formula, setter *formula.Setter, row *math.Row, size, width unit.Length) *formula.Box {
	box := setter.Set(row, size, true)
	if box.Width <= width {
		return box
	}
	share := max(int64(width)*1000/int64(box.Width), smallestDisplay)
	if box = setter.Set(row, size.Mul(share, 1000), true); box.Width > width+unit.Point/2 {
		s.Tell(para.TooWide(b.Pos, box.Width-width, min(s.geo.Inner, s.geo.Outer), `divide it with \begin{aligned} and \\`, fmt.Sprintf("a formula is %s too wide", box.Width-width)))
	}
	return box
}
