package formula

import (
	"octavo/book/base/unit"
	"octavo/book/font/sfnt"
	"octavo/book/markup/math"
)

// scripts sets a base with its scripts: beside it, or above and below (rules 13a, 18).
func (s *Setter) scripts(n *math.Scripts, st style) *part {
	base := &part{char: true}
	if n.Base != nil {
		base = s.node(n.Base, st)
	}
	var sub, sup *Box
	if n.Sub != nil {
		sub = s.row(n.Sub, st.script(true)).leaned()
	}
	if n.Sup != nil {
		sup = s.row(n.Sup, st.script(false)).leaned()
	}
	if limits(n, st) {
		return s.limits(base, sub, sup, st)
	}
	return s.beside(base, sub, sup, st)
}

// limits reports whether the scripts stand above and below the base.
func limits(n *math.Scripts, st style) bool {
	switch n.Limits {
	case math.Above:
		return true
	case math.Beside:
		return false
	}
	switch b := n.Base.(type) {
	case *math.Symbol:
		return b.Limits && st.display()
	case *math.Name:
		return b.Limits && st.display()
	case *math.Accent:
		return math.ClassOf(b) == math.Op
	}
	return false
}

// limits sets scripts above and below a base, in its middle. Where the base leans, as an
// integral does, the script above is moved to the right and the one below to the left, by
// half of the lean each.
func (s *Setter) limits(base *part, sub, sup *Box, st style) *part {
	out := &part{}
	own := base.Width + base.italic
	wide := own
	for _, b := range []*Box{sub, sup} {
		if b != nil {
			wide = max(wide, b.Width)
		}
	}
	out.put(&base.Box, (wide-own)/2, 0)
	if sup != nil {
		gap := max(s.constant(sfnt.UpperLimitGapMin, st), s.constant(sfnt.UpperLimitBaselineRiseMin, st)-sup.Depth)
		out.put(sup, (wide-sup.Width+base.italic)/2, base.Height+gap+sup.Depth)
	}
	if sub != nil {
		gap := max(s.constant(sfnt.LowerLimitGapMin, st), s.constant(sfnt.LowerLimitBaselineDropMin, st)-sub.Height)
		out.put(sub, (wide-sub.Width-base.italic)/2, -base.Depth-gap-sub.Height)
	}
	out.Width = wide
	return out
}

// beside sets scripts at the right of a base.
func (s *Setter) beside(base *part, sub, sup *Box, st style) *part {
	up, down := s.heights(base, sub, sup, st)
	out := &part{}
	out.put(&base.Box, 0, 0)
	out.Width = base.Width
	after := s.constant(sfnt.SpaceAfterScript, st)
	if sup != nil {
		x := base.Width + base.italic + s.kern(base, sfnt.TopRight, up-sup.Depth)
		out.put(sup, x, up)
		out.Width = max(out.Width, x+sup.Width+after)
	} else {
		out.Width += base.italic
	}
	if sub != nil {
		x := base.Width + s.kern(base, sfnt.BottomRight, sub.Height-down)
		out.put(sub, x, -down)
		out.Width = max(out.Width, x+sub.Width+after)
		if sup == nil {
			out.Width = x + sub.Width + after
		}
	}
	return out
}

// heights returns by how much the scripts are raised and lowered (rules 18a to 18e).
//
// Each script has a usual height, which is the font's, so that scripts of a line stand
// alike. Three things move it: a base that is no single character takes its scripts
// along at its top and its foot (18a); a tall script keeps its foot above, or its top
// below, a height of the font (18b, 18c); and two scripts keep a gap between them. For
// the gap the subscript goes down first (18e). If the foot of the superscript is then
// lower than it may be beside a subscript, both are moved up, but by no more
// than the subscript went down.
func (s *Setter) heights(base *part, sub, sup *Box, st style) (up, down unit.Length) {
	if !base.char {
		up = base.Height - s.constant(sfnt.SuperscriptBaselineDropMax, st)
		down = base.Depth + s.constant(sfnt.SubscriptBaselineDropMin, st)
	}
	if sup != nil {
		least := sfnt.SuperscriptShiftUp
		if st.cramped {
			least = sfnt.SuperscriptShiftUpCramped
		}
		up = max(up, s.constant(least, st), sup.Depth+s.constant(sfnt.SuperscriptBottomMin, st))
	}
	if sub == nil {
		return up, down
	}
	down = max(down, s.constant(sfnt.SubscriptShiftDown, st))
	if sup == nil {
		return up, max(down, sub.Height-s.constant(sfnt.SubscriptTopMax, st))
	}
	lack := s.constant(sfnt.SubSuperscriptGapMin, st) - (up - sup.Depth - sub.Height + down)
	if lack > 0 {
		down += lack
		if rise := s.constant(sfnt.SuperscriptBottomMaxWithSubscript, st) - (up - sup.Depth); rise > 0 {
			rise = min(rise, lack)
			up, down = up+rise, down-rise
		}
	}
	return up, down
}

// kern returns by how much a script moves into the corner of a glyph at a height.
func (s *Setter) kern(base *part, corner sfnt.Corner, height unit.Length) unit.Length {
	if !base.char || base.glyph == 0 {
		return 0
	}
	units := height.Mul(int64(s.font.UnitsPerEm()), int64(max(base.size, 1)))
	return s.length(s.table.Kern(base.glyph, corner, int32(units)), base.size)
}

// accent sets a mark above or below a row (rule 12).
func (s *Setter) accent(n *math.Accent, st style) *part {
	body := s.row(n.Body, st.cramp())
	if n.Wide && (n.Mark == '\u23de' || n.Mark == '\u23df') {
		return s.brace(n, body.leaned(), st)
	}
	size := s.size(st)
	var mark *part
	if n.Wide {
		mark = s.wide(n.Mark, body.Width+body.italic, size, false)
	} else if gid, ok := s.font.GlyphID(n.Mark); ok {
		mark = s.glyph(gid, string(n.Mark), size)
	} else {
		return body
	}
	x := body.accent
	if !body.char || len(body.Glyphs) > 1 {
		x = (body.Width + body.italic) / 2
	}
	out := &part{char: body.char, italic: body.italic, accent: x}
	out.put(&body.Box, 0, 0)
	out.put(&mark.Box, x-mark.accent, body.Height-min(body.Height, s.constant(sfnt.AccentBaseHeight, st)))
	out.Width = body.Width
	return out
}

// brace sets a brace that is as wide as its row.
func (s *Setter) brace(n *math.Accent, body *Box, st style) *part {
	mark := s.wide(n.Mark, body.Width, s.size(st), true)
	out := &part{}
	out.Width = max(body.Width, mark.Width)
	out.put(body, (out.Width-body.Width)/2, 0)
	gap := s.size(st) / 10 // by eye: the MATH table has no gap for braces
	x := (out.Width - mark.Width) / 2
	if n.Below {
		out.put(&mark.Box, x, -body.Depth-gap-mark.Height)
	} else {
		out.put(&mark.Box, x, body.Height+gap+mark.Depth)
	}
	return out
}

// bar sets a line above or below a row (rules 9 and 10).
func (s *Setter) bar(n *math.Bar, st style) *part {
	if n.Below {
		body := s.row(n.Body, st).leaned()
		out := &part{Box: *body}
		thick := s.constant(sfnt.UnderbarRuleThickness, st)
		y := -body.Depth - s.constant(sfnt.UnderbarVerticalGap, st) - thick
		out.Rules = append(out.Rules, Rule{0, y, body.Width, thick})
		out.Depth = -y + s.constant(sfnt.UnderbarExtraDescender, st)
		return out
	}
	body := s.row(n.Body, st.cramp()).leaned()
	out := &part{Box: *body}
	thick := s.constant(sfnt.OverbarRuleThickness, st)
	y := body.Height + s.constant(sfnt.OverbarVerticalGap, st)
	out.Rules = append(out.Rules, Rule{0, y, body.Width, thick})
	out.Height = y + thick + s.constant(sfnt.OverbarExtraAscender, st)
	return out
}
