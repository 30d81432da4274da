package drawing

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// written writes a path in units.
func written(p Path) string {
	var b strings.Builder
	p.Each(func(op Op, pts []Point) {
		b.WriteString(map[Op]string{Move: "M", Line: "L", Cubic: "C", Close: "Z"}[op])
		for i, pt := range pts {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(pt.X.Decimal(3) + "," + pt.Y.Decimal(3))
		}
	})
	return b.String()
}

// TestShapes writes the paths of shapes.
func TestShapes(t *testing.T) {
	quad := func(from, a, b Point) Path {
		var p Path
		if from != (Point{}) {
			p.MoveTo(from)
		}
		p.QuadTo(a, b)
		return p
	}
	arc := func(rx, ry, degrees int, large, sweep bool, x, y int) Path {
		var p Path
		p.MoveTo(Point{Int(1), Int(2)})
		p.ArcTo(Int(rx), Int(ry), Int(degrees), large, sweep, Point{Int(x), Int(y)})
		return p
	}
	rect := Rect(Int(1), Int(2), Int(3), Int(4))
	twice := Rect(0, 0, One, One)
	twice.Append(rect)
	for _, test := range []struct {
		name string
		path Path
		want string
	}{
		{"rectangle", rect, "M1,2L4,2L4,6L1,6Z"},
		{"rectangle moved and stretched", rect.Transform(Translate(Int(10), Int(20)).Mul(Scale(Int(2), Int(3)))), "M12,26L18,26L18,38L12,38Z"},
		{"two", twice, "M0,0L1,0L1,1L0,1ZM1,2L4,2L4,6L1,6Z"},
		{"round", RoundRect(0, 0, Int(20), Int(30), Int(5), Int(10)),
			"M5,0L15,0C17.761,0 20,4.477 20,10L20,20C20,25.523 17.761,30 15,30L5,30C2.239,30 0,25.523 0,20L0,10C0,4.477 2.239,0 5,0Z"},
		{"as round as can be", RoundRect(0, 0, Int(2), Int(2), Int(5), Int(5)), "M1,0L1,0C1.552,0 2,0.448 2,1L2,1C2,1.552 1.552,2 1,2L1,2C0.448,2 0,1.552 0,1L0,1C0,0.448 0.448,0 1,0Z"},
		{"round in one direction", RoundRect(0, 0, Int(2), Int(2), 0, Int(1)), "M0,0L2,0L2,2L0,2Z"},
		{"round in the other", RoundRect(0, 0, Int(2), Int(2), Int(1), -1), "M0,0L2,0L2,2L0,2Z"},
		{"ellipse", Ellipse(Int(1), Int(2), Int(10), Int(20)), "M11,2C11,13.046 6.523,22 1,22C-4.523,22 -9,13.046 -9,2C-9,-9.046 -4.523,-18 1,-18C6.523,-18 11,-9.046 11,2Z"},
		{"quadratic", quad(Point{Int(3), Int(6)}, Point{Int(6), Int(9)}, Point{Int(9), 0}), "M3,6C5,8 7,6 9,0"},
		{"quadratic from nowhere", quad(Point{}, Point{Int(6), Int(9)}, Point{Int(9), 0}), "C4,6 7,6 9,0"},
		{"arc to where it is", arc(5, 5, 0, false, true, 1, 2), "M1,2"},
		{"flat arc", arc(0, 5, 0, false, true, 9, 2), "M1,2L9,2"},
		{"flat arc the other way", arc(5, 0, 0, false, true, 9, 2), "M1,2L9,2"},
		{"half of too small a circle", arc(1, 1, 0, false, true, 21, 2), "M1,2C1,-3.523 5.477,-8 11,-8C16.523,-8 21,-3.523 21,2"},
		{"half back", arc(1, 1, 0, true, false, 21, 2), "M1,2C1,7.523 5.477,12 11,12C16.523,12 21,7.523 21,2"},
	} {
		if got := written(test.path); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	if lo, hi := twice.Bounds(); lo != (Point{}) || hi != (Point{Int(4), Int(6)}) {
		t.Errorf("the bounds are %v and %v", lo, hi)
	}
	empty := Path{}
	if lo, hi := empty.Bounds(); lo != (Point{}) || hi != (Point{}) || empty.Last() != (Point{}) || !empty.Empty() || twice.Empty() {
		t.Errorf("the bounds of nothing are %v and %v", lo, hi)
	}
}

// TestArithmetic rounds halves away from zero, and saturates.
func TestArithmetic(t *testing.T) {
	const most = math.MaxInt64
	for _, test := range []struct {
		what      string
		got, want int64
	}{
		{"mulShift down", mulShift(5, 1, 2), 1}, {"mulShift half", mulShift(6, 1, 2), 2}, {"mulShift half below zero", mulShift(-6, 1, 2), -2}, {"mulShift of two below", mulShift(-6, -1, 2), 2},
		{"mulShift by 1", mulShift(most, 2, 1), most}, {"mulShift beyond", mulShift(most, 4, 1), most}, {"mulShift beyond below", mulShift(most, -4, 1), -most},
		{"mulDiv", mulDiv(7, 1, 2), 4}, {"mulDiv below", mulDiv(-7, 1, 2), -4}, {"mulDiv by below", mulDiv(7, 1, -2), -4}, {"mulDiv of all below", mulDiv(-7, -1, -2), -4},
		{"mulDiv down", mulDiv(4, 1, 3), 1}, {"mulDiv up", mulDiv(5, 1, 3), 2}, {"mulDiv by nothing", mulDiv(5, 5, 0), 0}, {"mulDiv beyond", mulDiv(most, most, 1), most},
		{"mulDiv beyond below", mulDiv(most, most, -1), -most}, {"mulDiv just beyond", mulDiv(most, 2, 1), most}, {"mulDiv at the bound", mulDiv(most, 3, 3), most},
		{"divRound", divRound(7, 2), 4}, {"divRound below", divRound(-7, 2), -4}, {"divRound down", divRound(4, 3), 1}, {"divRound down below", divRound(-4, 3), -1},
		{"isqrt of nothing", int64(isqrt(0)), 0}, {"isqrt of 1", int64(isqrt(1)), 1}, {"isqrt of 8", int64(isqrt(8)), 2}, {"isqrt of 9", int64(isqrt(9)), 3}, {"isqrt of most", int64(isqrt(math.MaxUint64)), 1<<32 - 1},
		{"Sqrt below", int64(Int(-4).Sqrt()), 0}, {"Sqrt", int64(Int(4).Sqrt()), int64(Int(2))}, {"Sqrt of two", int64(Int(2).Sqrt()), 92681}, {"Sqrt of much", int64(Fixed(1 << 48).Sqrt()), 1 << 32},
		{"Sqrt just below much", int64(Fixed(1<<47 - 1).Sqrt()), 3037000499},
	} {
		if test.got != test.want {
			t.Errorf("%s: %d, want %d", test.what, test.got, test.want)
		}
	}
	for _, test := range []struct {
		m    Matrix
		want string
	}{
		{ScaleRatio(Int(1), Int(4)), "0.25,0.5"}, {StretchRatio(Int(1), Int(2), Int(3), Int(1)), "0.5,6"}, {SkewX(Int(45)), "3,2"}, {SkewY(Int(45)), "1,3"},
		{NewMatrix(Int(1), Int(2), Int(3), Int(4), Int(5), Int(6)), "12,16"}, {Rotate(Int(90)), "-2,1"}, {Identity, "1,2"},
	} {
		p := test.m.Apply(Point{Int(1), Int(2)})
		if got := fmt.Sprint(p.X.Decimal(3), ",", p.Y.Decimal(3)); got != test.want {
			t.Errorf("%v: %s, want %s", test.m, got, test.want)
		}
	}
}
