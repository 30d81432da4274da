package svg

import (
	"testing"

	"octavo/book/font/sfnt"
	"octavo/book/graphic/drawing"
)

func TestRatio(t *testing.T) {
	tests := []struct {
		size drawing.Fixed
		em   int
		want string
	}{
		{drawing.Int(12), 1000, "0.012"},
		{drawing.Frac(25, 2), 1000, "0.0125"},
		{drawing.Int(2000), 1000, "2"},
		{drawing.Int(12), 2048, "0.005859375"},
		{1, 1000, "0.000000015"},
		{1, 16384, "0.000000001"},
		{maxSide, 16, "1875"},
	}
	for _, tt := range tests {
		if got := ratio(tt.size, tt.em); got != tt.want {
			t.Errorf("ratio(%v, %d) is %s, want %s", tt.size, tt.em, got, tt.want)
		}
	}
}

// The numbers of an outline are relative to rounded points: no errors add up.
func TestOutline(t *testing.T) {
	at := func(x, y int32) sfnt.Point { return sfnt.Point{X: 64 * x, Y: 64 * y} }
	got := outlineOf([]sfnt.Segment{
		{Op: sfnt.MoveTo, Pts: [3]sfnt.Point{at(10, 20)}},
		{Op: sfnt.LineTo, Pts: [3]sfnt.Point{at(10, -5)}},
		{Op: sfnt.LineTo, Pts: [3]sfnt.Point{at(12, -5)}},
		{Op: sfnt.QuadTo, Pts: [3]sfnt.Point{at(0, 0), {X: 21, Y: -43}}},
		{Op: sfnt.QuadTo, Pts: [3]sfnt.Point{at(1, 1), {X: 43, Y: 64}}},
		{Op: sfnt.CloseTo},
		{Op: sfnt.MoveTo, Pts: [3]sfnt.Point{at(0, 0)}},
		{Op: sfnt.CubeTo, Pts: [3]sfnt.Point{at(1, 2), at(-3, -4), at(5, 6)}},
		{Op: sfnt.CloseTo},
	})
	const want = "l0-25 2 0q-12 5-12 4 1 2 1 2zm-10-20c1 2-3-4 5 6z"
	if got.x != 10 || got.y != 20 || string(got.data) != want {
		t.Errorf("%d, %d and %s, want 10, 20 and %s", got.x, got.y, got.data, want)
	}
}
