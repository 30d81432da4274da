package formula

import (
	"octavo/book/base/unit"
	"octavo/book/font/sfnt"
	"octavo/book/markup/math"
)

// fraction sets one row above another (rule 15).
func (s *Setter) fraction(f *math.Fraction, st style) *part {
	if f.Style != math.Inherit {
		st.level = f.Style
	}
	above, below := s.row(f.Above, st.part(false)).leaned(), s.row(f.Below, st.part(true)).leaned()
	out := &part{}
	if f.Ruled {
		s.ruled(out, above, below, st)
	} else {
		s.stacked(out, above, below, st)
	}
	left, right := s.mark(f.Open, out.Height, out.Depth, st), s.mark(f.Close, out.Height, out.Depth, st)
	all := &part{}
	all.put(&left.Box, 0, 0)
	all.put(&out.Box, left.Width, 0)
	all.put(&right.Box, left.Width+out.Width, 0)
	all.Width = left.Width + out.Width + right.Width
	return all
}

// choose returns the first constant in a display, else the second.
func (s *Setter) choose(display, text sfnt.Constant, st style) unit.Length {
	if st.display() {
		return s.constant(display, st)
	}
	return s.constant(text, st)
}

// ruled sets a fraction with a bar on the axis (rule 15d).
//
// The font says how far the rows are to be moved from the line, and the bar stands at
// the height of a minus sign. Rows without tall letters then have the same places in all
// fractions of a page. Only where a row comes nearer to the bar than the least gap of
// the font is it moved on. Lengths above the line count upwards, and down is
// the way of the denominator downwards.
func (s *Setter) ruled(out *part, above, below *Box, st style) {
	up := s.choose(sfnt.FractionNumeratorDisplayStyleShiftUp, sfnt.FractionNumeratorShiftUp, st)
	down := s.choose(sfnt.FractionDenominatorDisplayStyleShiftDown, sfnt.FractionDenominatorShiftDown, st)
	// TeX sets a fraction in a line as close as rows without a bar; by the measures of the
	// font it would reach into the lines beside.
	if !st.display() {
		up, down = min(up, s.constant(sfnt.StackTopShiftUp, st)), min(down, s.constant(sfnt.StackBottomShiftDown, st))
	}
	thick := s.constant(sfnt.FractionRuleThickness, st)
	axis := s.axis(st)
	top, bottom := axis+thick/2, axis+thick/2-thick
	up = max(up, top+s.choose(sfnt.FractionNumDisplayStyleGapMin, sfnt.FractionNumeratorGapMin, st)+above.Depth)
	down = max(down, s.choose(sfnt.FractionDenomDisplayStyleGapMin, sfnt.FractionDenominatorGapMin, st)-bottom+below.Height)
	out.Width = max(above.Width, below.Width)
	out.put(above, (out.Width-above.Width)/2, up)
	out.put(below, (out.Width-below.Width)/2, -down)
	out.Rules = append(out.Rules, Rule{0, bottom, out.Width, thick})
}

// stacked sets one row above another without a bar (rule 15c).
func (s *Setter) stacked(out *part, above, below *Box, st style) {
	up := s.choose(sfnt.StackTopDisplayStyleShiftUp, sfnt.StackTopShiftUp, st)
	down := s.choose(sfnt.StackBottomDisplayStyleShiftDown, sfnt.StackBottomShiftDown, st)
	gap := s.choose(sfnt.StackDisplayStyleGapMin, sfnt.StackGapMin, st)
	if lack := gap - (up - above.Depth - below.Height + down); lack > 0 {
		up, down = up+lack/2, down+lack-lack/2
	}
	out.Width = max(above.Width, below.Width)
	out.put(above, (out.Width-above.Width)/2, up)
	out.put(below, (out.Width-below.Width)/2, -down)
}

// root sets a radical (rule 11).
func (s *Setter) root(n *math.Root, st style) *part {
	body := s.row(n.Body, st.cramp()).leaned()
	gap := s.choose(sfnt.RadicalDisplayStyleVerticalGap, sfnt.RadicalVerticalGap, st)
	thick := s.constant(sfnt.RadicalRuleThickness, st)
	sign := s.upright('√', body.Height+body.Depth+gap+thick, s.size(st))
	// The font has few sizes of the sign. The height by which the next one is too large is
	// shared between the gap above the body and the foot of the sign below the body.
	if spare := sign.Height + sign.Depth - body.Height - body.Depth - gap - thick; spare > 0 {
		gap += spare / 2
	}
	top := body.Height + gap + thick
	out := &part{}
	if n.Degree != nil {
		s.degree(out, n.Degree, top, sign, st)
	}
	out.put(&sign.Box, out.Width, top-sign.Height)
	out.Width += sign.Width
	out.Rules = append(out.Rules, Rule{out.Width, top - thick, body.Width, thick})
	out.put(body, out.Width, 0)
	out.Width += body.Width
	out.Height = max(out.Height, top) + s.constant(sfnt.RadicalExtraAscender, st)
	return out
}

// degree sets the degree of a root in the bend of its sign.
func (s *Setter) degree(out *part, row *math.Row, top unit.Length, sign *part, st style) {
	p := s.row(row, st.at(math.Tiny)).leaned()
	bottom := top - sign.Height - sign.Depth
	raise := (sign.Height + sign.Depth).Mul(int64(s.table.Constant(sfnt.RadicalDegreeBottomRaisePercent)), 100)
	before := s.constant(sfnt.RadicalKernBeforeDegree, st)
	out.put(p, before, bottom+raise+p.Depth)
	out.Width = max(before+p.Width+s.constant(sfnt.RadicalKernAfterDegree, st), 0)
}
