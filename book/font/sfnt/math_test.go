package sfnt

import "testing"

const mathPath = "stix-two-math/STIXTwoMath-Regular.otf.zst"

func TestMath(t *testing.T) {
	f := builtin(t, mathPath)
	m := f.Math()
	if m == nil {
		t.Fatal("no MATH table")
	}
	for c, want := range map[Constant]int32{
		ScriptPercentScaleDown: 70, DelimitedSubFormulaMinHeight: 1325, DisplayOperatorMinHeight: 1800,
		AxisHeight: 258, SpaceAfterScript: 40, FractionRuleThickness: 68, RadicalKernAfterDegree: -335,
		RadicalDegreeBottomRaisePercent: 55,
	} {
		if got := m.Constant(c); got != want {
			t.Errorf("constant %d is %d, want %d", c, got, want)
		}
	}
	glyph := func(r rune) uint16 {
		gid, ok := f.GlyphID(r)
		if !ok {
			t.Fatalf("no glyph for %c", r)
		}
		return gid
	}
	if sizes, parts := m.Sizes(glyph('('), true); len(sizes) != 13 || sizes[0].Advance != 933 || len(parts) != 3 || !parts[1].Extender || parts[0].Extender {
		t.Errorf("sizes of a parenthesis: %v, parts %v", sizes, parts)
	}
	if sizes, _ := m.Sizes(glyph('\u23de'), false); len(sizes) < 2 {
		t.Errorf("%d widths of a brace above", len(sizes))
	}
	if sizes, parts := m.Sizes(glyph('a'), true); sizes != nil || parts != nil {
		t.Error("a letter grows")
	}
	if m.Italics(glyph('∫')) <= 0 {
		t.Error("an integral does not lean")
	}
	if x, ok := m.TopAccent(glyph('𝑓')); !ok || x <= 0 {
		t.Error("an accent has no place above f")
	}
	if m.MinOverlap() != 100 {
		t.Errorf("overlap %d", m.MinOverlap())
	}
	if k := m.Kern(glyph('𝑉'), BottomRight, -100); k >= 0 {
		t.Errorf("a script below V is moved by %d", k)
	}
	if prime := glyph('′'); f.Alternate(prime, "ssty") == prime {
		t.Error("no prime for scripts")
	}
	if a := glyph('('); f.Alternate(a, "none") != a {
		t.Error("a substitute of no feature")
	}
}

func TestMathIsOptional(t *testing.T) {
	if builtin(t, serifPath).Math() != nil {
		t.Error("a text face has a MATH table")
	}
}
