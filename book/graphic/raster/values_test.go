package raster

import (
	"image"
	"testing"

	"octavo/book/graphic/drawing"
)

// TestPixelRect tells rectangles that cut no pixel from all other shapes.
func TestPixelRect(t *testing.T) {
	one := drawing.One
	pt := func(x, y drawing.Fixed) drawing.Point { return drawing.Point{X: x, Y: y} }
	across := []drawing.Point{pt(one, 2*one), pt(4*one, 2*one), pt(4*one, 6*one), pt(one, 6*one)}
	down := []drawing.Point{pt(one, 2*one), pt(one, 6*one), pt(4*one, 6*one), pt(4*one, 2*one)}
	poly := func(points ...drawing.Point) []drawing.Polygon { return []drawing.Polygon{{Points: points}} }
	want := image.Rect(1, 2, 4, 6)
	for _, test := range []struct {
		name  string
		polys []drawing.Polygon
		ok    bool
	}{
		{"across first", poly(across...), true},
		{"down first", poly(down...), true},
		{"closed", poly(append(across[:4:4], across[0])...), true},
		{"with another end", poly(append(across[:4:4], across[1])...), false},
		{"nothing", nil, false},
		{"a triangle", poly(across[:3]...), false},
		{"two", append(poly(across...), poly(down...)...), false},
		{"askew", poly(across[0], across[1], pt(5*one, 6*one), across[3]), false},
		{"a side down askew", poly(down[0], pt(2*one, 6*one), down[2], down[3]), false},
		{"half a pixel", poly(pt(one/2, 2*one), across[1], across[2], pt(one/2, 6*one)), false},
		{"half a pixel down", poly(pt(one, one/2), pt(4*one, one/2), across[2], across[3]), false},
	} {
		got, ok := PixelRect(test.polys)
		if ok != test.ok || ok && got != want {
			t.Errorf("%s: %v, %v", test.name, got, ok)
		}
	}
}

// TestColorsOfStops mixes the colours of stops, and takes the first and the last beyond them.
func TestColorsOfStops(t *testing.T) {
	stop := func(at drawing.Fixed, grey uint8, a drawing.Alpha) drawing.Stop {
		return drawing.Stop{Offset: at, Color: drawing.Color{R: grey, G: grey / 2, B: 0}, Opacity: a}
	}
	stops := []drawing.Stop{stop(drawing.One/4, 100, drawing.Opaque), stop(drawing.One/2, 200, drawing.Opaque), stop(drawing.One/2, 40, drawing.Opaque)}
	for _, test := range []struct {
		at   drawing.Fixed
		grey uint8
	}{{0, 100}, {drawing.One/4 - 1, 100}, {drawing.One / 4, 100}, {drawing.One * 3 / 8, 150}, {drawing.One/2 - 1, 200}, {drawing.One / 2, 40}, {drawing.One, 40}} {
		want := premultiply(drawing.Color{R: test.grey, G: test.grey / 2}, drawing.Opaque)
		if got := colorAt(stops, test.at, drawing.Opaque); got != want {
			t.Errorf("at %v: %v, want %v", test.at, got, want)
		}
	}
}

// TestFocus moves a focus outside of its circle into it.
func TestFocus(t *testing.T) {
	at := func(x, y int) drawing.Point { return drawing.Point{X: drawing.Int(x), Y: drawing.Int(y)} }
	for _, test := range []struct{ focus, want drawing.Point }{{at(10, 20), at(10, 20)}, {at(50, 20), at(50, 20)}, {at(109, 20), at(109, 20)}, {at(110, 20), at(109, 20)}, {at(10, 420), at(10, 119)}, {at(-190, 20), at(-89, 20)}} {
		s := &shader{g: &drawing.Gradient{Center: at(10, 20), Radius: drawing.Int(100), Focus: test.focus}}
		if got := s.focus(); got != test.want {
			t.Errorf("%v: %v, want %v", test.focus, got, test.want)
		}
	}
	for _, test := range []struct {
		t, want drawing.Fixed
		how     drawing.Spread
	}{
		{drawing.One * 5 / 4, drawing.One / 4, drawing.Repeat}, {-drawing.One / 4, drawing.One * 3 / 4, drawing.Repeat},
		{drawing.One * 5 / 4, drawing.One * 3 / 4, drawing.Reflect}, {-drawing.One / 4, drawing.One / 4, drawing.Reflect}, {drawing.One * 9 / 4, drawing.One / 4, drawing.Reflect},
		{drawing.One * 5 / 4, drawing.One, drawing.Pad}, {-drawing.One, 0, drawing.Pad}, {drawing.One / 3, drawing.One / 3, drawing.Pad},
	} {
		if got := spread(test.t, test.how); got != test.want {
			t.Errorf("spread(%v, %v) is %v, want %v", test.t, test.how, got, test.want)
		}
	}
}

// TestMasks cuts a mask by the one below it.
func TestMasks(t *testing.T) {
	path := drawing.Rect(0, 0, drawing.Int(2), drawing.Int(2))
	square := []drawing.Polygon{{Points: path.Points}}
	below := &Mask{Rect: image.Rect(1, 0, 3, 1), Pix: []uint8{51, 255}}
	m := NewMask(square, drawing.NonZero, image.Rect(0, 0, 3, 2), below)
	if want := []uint8{0, 51, 0, 0, 0, 0}; string(m.Pix) != string(want) {
		t.Errorf("the mask is %v, want %v", m.Pix, want)
	}
	if m := NewMask(square, drawing.NonZero, image.Rect(1, 1, 3, 3), nil); string(m.Pix) != string([]uint8{255, 0, 0, 0}) {
		t.Errorf("the mask is %v", m.Pix)
	}
}
