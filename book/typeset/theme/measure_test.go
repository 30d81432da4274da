package theme

import (
	"strings"
	"testing"

	"octavo/book/base/unit"
)

// TestLengths reads lengths with each unit, where an em is 10 points and a line is 14.
func TestLengths(t *testing.T) {
	const pt = unit.Point
	for s, want := range map[string]unit.Length{
		"10pt": 10 * pt, "10.5pt": 10*pt + pt/2, "0.125pt": pt / 8, "2in": 144 * pt, "1.5em": 15 * pt, "0.5ln": 7 * pt, "-1pt": -pt, "100000pt": 100_000 * pt,
		"25.4mm": unit.Inch, "0pt": 0,
	} {
		if got, ok := parseLength(s, 10*pt, 14*pt); !ok || got != want {
			t.Errorf("%s: %v, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "pt", "10", ".5pt", "5.pt", "1.0001pt", "1,5pt", "--1pt", "1 pt", "100000.001pt", "1.2.3pt", "mm", "1:pt", "1/pt", "x1mm"} {
		if got, ok := parseLength(s, 10*pt, 14*pt); ok {
			t.Errorf("%q is a length of %v", s, got)
		}
	}
}

// TestOverhang: half of the outer margin less a quarter of an inch, and nothing at the fold.
func TestOverhang(t *testing.T) {
	const pt = unit.Point
	for _, tt := range []struct {
		outer        unit.Length
		facing       bool
		share        int
		inner, reach unit.Length
	}{
		{58 * pt, false, 1000, 20 * pt, 20 * pt}, {58 * pt, true, 1000, 0, 20 * pt}, {58 * pt, true, 500, 0, 10 * pt},
		{18 * pt, false, 1000, 0, 0}, {10 * pt, false, 1000, 0, 0},
	} {
		g := Geometry{Inner: 70 * pt, Outer: tt.outer, Facing: tt.facing}
		if inner, outer := g.Overhang(tt.share); inner != tt.inner || outer != tt.reach {
			t.Errorf("%+v: %v and %v", tt, inner, outer)
		}
		if g.Left(true) != g.Inner || g.Left(false) != g.Outer {
			t.Error("the left margin of a right page is the inner one")
		}
	}
}

// TestBindBounds: the text moves to the fore edge no further than the knife allows, and
// moves by what a thick book needs more than a thin one.
func TestBindBounds(t *testing.T) {
	const in = unit.Inch
	for _, tt := range []struct {
		inner, outer unit.Length
		pages        int
		want         unit.Length
	}{
		{in, in, 150, in}, {in, in, 300, in + in/8}, {in, in, 500, in + in/4}, {in, in, 700, in + in*3/8}, {in, in, 701, in + in/2},
		{in / 4, in, 150, in * 3 / 8}, // less than the least
		{in, in * 3 / 8, 701, in + in/8}, {in, in / 8, 701, in},
	} {
		g := Geometry{Inner: tt.inner, Outer: tt.outer, Facing: true}
		if got := g.Bind(tt.pages); got.Inner != tt.want || got.Inner+got.Outer != tt.inner+tt.outer {
			t.Errorf("%+v: %v and %v", tt, got.Inner, got.Outer)
		}
	}
}

// TestTrimBounds: sides from 3 to 40 inches, and what is said of others.
func TestTrimBounds(t *testing.T) {
	for s, want := range map[string]bool{"3x40in": true, "40x3in": true, "2.999x10in": false, "10x2.999in": false, "40.001x10in": false, "10x40.001in": false, "5x": false, "x5in": false} {
		if _, ok := ParseTrim(s); ok != want {
			t.Errorf("%s: %v", s, ok)
		}
	}
	hint := TrimHint("quarto of old")
	if !strings.HasPrefix(hint, "give a measure such as 152x229mm or 6x9in, from 3 to 40 inches, or one of a4, a5, a6, ") || !strings.HasSuffix(hint, ", b-format, a-format") {
		t.Error(hint)
	}
}
