package sfnt

import "sort"

// A Math is the MATH table of a font: how its formulas are set (OpenType 1.9,
// chapter MATH). All lengths are in font units.
type Math struct {
	constants              []byte
	italics, accents, kern []byte
	variants               []byte
}

// A Constant is a measure that a font gives for all its formulas, named and
// numbered as the table does.
type Constant int

// The constants, in the order of the table. The first two and the last are
// percentages.
const (
	ScriptPercentScaleDown Constant = iota
	ScriptScriptPercentScaleDown
	DelimitedSubFormulaMinHeight
	DisplayOperatorMinHeight
	MathLeading
	AxisHeight
	AccentBaseHeight
	FlattenedAccentBaseHeight
	SubscriptShiftDown
	SubscriptTopMax
	SubscriptBaselineDropMin
	SuperscriptShiftUp
	SuperscriptShiftUpCramped
	SuperscriptBottomMin
	SuperscriptBaselineDropMax
	SubSuperscriptGapMin
	SuperscriptBottomMaxWithSubscript
	SpaceAfterScript
	UpperLimitGapMin
	UpperLimitBaselineRiseMin
	LowerLimitGapMin
	LowerLimitBaselineDropMin
	StackTopShiftUp
	StackTopDisplayStyleShiftUp
	StackBottomShiftDown
	StackBottomDisplayStyleShiftDown
	StackGapMin
	StackDisplayStyleGapMin
	StretchStackTopShiftUp
	StretchStackBottomShiftDown
	StretchStackGapAboveMin
	StretchStackGapBelowMin
	FractionNumeratorShiftUp
	FractionNumeratorDisplayStyleShiftUp
	FractionDenominatorShiftDown
	FractionDenominatorDisplayStyleShiftDown
	FractionNumeratorGapMin
	FractionNumDisplayStyleGapMin
	FractionRuleThickness
	FractionDenominatorGapMin
	FractionDenomDisplayStyleGapMin
	SkewedFractionHorizontalGap
	SkewedFractionVerticalGap
	OverbarVerticalGap
	OverbarRuleThickness
	OverbarExtraAscender
	UnderbarVerticalGap
	UnderbarRuleThickness
	UnderbarExtraDescender
	RadicalVerticalGap
	RadicalDisplayStyleVerticalGap
	RadicalRuleThickness
	RadicalExtraAscender
	RadicalKernBeforeDegree
	RadicalKernAfterDegree
	RadicalDegreeBottomRaisePercent
)

// Math returns the MATH table, nil when the font has none.
func (f *Font) Math() *Math {
	t := f.Table("MATH")
	m := &Math{constants: below(t, 4), variants: below(t, 8)}
	if m.constants == nil {
		return nil
	}
	info := below(t, 6)
	m.italics, m.accents, m.kern = below(info, 0), below(info, 2), below(info, 6)
	return m
}

// below returns what the offset at i of a table leads to, nil for nothing.
func below(t []byte, i int) []byte {
	offset := be16(t, i)
	if offset == 0 {
		return nil
	}
	return from(t, offset)
}

// Constant returns a constant.
func (m *Math) Constant(c Constant) int32 {
	switch {
	case c <= ScriptScriptPercentScaleDown:
		return int16At(m.constants, 2*int(c))
	case c <= DisplayOperatorMinHeight:
		return int32(be16(m.constants, 2*int(c)))
	}
	return int16At(m.constants, 8+4*(int(c)-int(MathLeading)))
}

// Italics returns by how much the top of a glyph leans out of its advance width.
func (m *Math) Italics(gid uint16) int32 {
	if i, ok := covered(below(m.italics, 0), gid); ok && i < be16(m.italics, 2) {
		return int16At(m.italics, 4+4*i)
	}
	return 0
}

// TopAccent returns where above a glyph the middle of an accent stands.
func (m *Math) TopAccent(gid uint16) (x int32, ok bool) {
	if i, ok := covered(below(m.accents, 0), gid); ok && i < be16(m.accents, 2) {
		return int16At(m.accents, 4+4*i), true
	}
	return 0, false
}

// A Corner is a corner of a glyph, in which a script stands.
type Corner int

// The corners, in the order of the table.
const (
	TopRight Corner = iota
	TopLeft
	BottomRight
	BottomLeft
)

// Kern returns by how much a script in the corner of a glyph moves at a height
// above the baseline. The move is mostly negative, towards the glyph.
func (m *Math) Kern(gid uint16, corner Corner, height int32) int32 {
	i, ok := covered(below(m.kern, 0), gid)
	if !ok || i >= be16(m.kern, 2) {
		return 0
	}
	t := below(m.kern, 4+8*i+2*int(corner))
	n := be16(t, 0)
	k := sort.Search(n, func(k int) bool { return height < int16At(t, 2+4*k) })
	return int16At(t, 2+4*(n+k))
}

// A Variant is a glyph that is another one of a larger size.
type Variant struct {
	ID      uint16
	Advance int32 // its height, or width
}

// A Part is a piece of a glyph that is put together to any size. Two pieces that meet
// overlap, by no more than the connectors of both.
type Part struct {
	ID         uint16
	Start, End int32 // lengths of its connectors
	Advance    int32
	Extender   bool // the part may be left out or repeated
}

// maxParts bounds what a construction lists. No font has as many.
const maxParts = 64

// Sizes returns the sizes that a glyph comes in, the smallest first, and the
// parts that it can be put together from, from the bottom up or from the left to the
// right; both may be empty.
func (m *Math) Sizes(gid uint16, vertical bool) (sizes []Variant, parts []Part) {
	coverage, first := 2, 10
	if !vertical {
		coverage, first = 4, 10+2*be16(m.variants, 6)
	}
	i, ok := covered(below(m.variants, coverage), gid)
	if !ok || i >= be16(m.variants, coverage+4) {
		return nil, nil
	}
	t := below(m.variants, first+2*i)
	for k := range min(be16(t, 2), maxParts) {
		sizes = append(sizes, Variant{uint16(be16(t, 4+4*k)), int32(be16(t, 6+4*k))})
	}
	assembly := below(t, 0)
	for k := range min(be16(assembly, 4), maxParts) {
		at := 6 + 10*k
		parts = append(parts, Part{
			uint16(be16(assembly, at)), int32(be16(assembly, at+2)), int32(be16(assembly, at+4)),
			int32(be16(assembly, at+6)), be16(assembly, at+8)&1 != 0,
		})
	}
	return sizes, parts
}

// MinOverlap returns by how much parts overlap at least.
func (m *Math) MinOverlap() int32 { return int32(be16(m.variants, 0)) }

// covered returns the index of a glyph in a coverage table.
func covered(coverage []byte, gid uint16) (index int, ok bool) {
	n, g := be16(coverage, 2), int(gid)
	switch be16(coverage, 0) {
	case 1:
		i := sort.Search(n, func(i int) bool { return be16(coverage, 4+2*i) >= g })
		return i, i < n && 4+2*i+2 <= len(coverage) && be16(coverage, 4+2*i) == g
	case 2:
		i := sort.Search(n, func(i int) bool { return be16(coverage, 6+6*i) >= g })
		start := be16(coverage, 4+6*i)
		return be16(coverage, 8+6*i) + g - start, i < n && 4+6*i+6 <= len(coverage) && start <= g
	}
	return 0, false
}

// Alternate returns the first substitute that a feature has for a glyph, the
// glyph itself when it has none. Only substitutions of one glyph by one, or by one of
// several, are looked at.
func (f *Font) Alternate(gid uint16, feature string) uint16 {
	gsub := f.Table("GSUB")
	list, lookups := below(gsub, 6), below(gsub, 8)
	for i := range be16(list, 0) {
		if Tag(be32(list, 2+6*i)) != MakeTag(feature) {
			continue
		}
		t := below(list, 6+6*i)
		for j := range min(be16(t, 2), maxParts) {
			if alt, ok := substitute(below(lookups, 2+2*be16(t, 4+2*j)), gid); ok {
				return alt
			}
		}
	}
	return gid
}

// substitute returns the first glyph that a lookup puts in the place of one.
func substitute(lookup []byte, gid uint16) (uint16, bool) {
	for i := range min(be16(lookup, 4), maxParts) {
		kind, sub := be16(lookup, 0), below(lookup, 6+2*i)
		if kind == 7 { // an extension
			kind, sub = be16(sub, 2), from(sub, int(be32(sub, 4)))
		}
		k, ok := covered(below(sub, 2), gid)
		switch {
		case !ok:
		case kind == 1 && be16(sub, 0) == 1:
			return gid + uint16(be16(sub, 4)), true
		case kind == 1:
			return uint16(be16(sub, 6+2*k)), true
		case kind == 3:
			if set := below(sub, 6+2*k); be16(set, 0) > 0 {
				return uint16(be16(set, 2)), true
			}
		}
	}
	return 0, false
}
