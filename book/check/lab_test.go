package check

import (
	"math"
	"testing"

	"octavo/book/graphic/drawing"
)

// slowLab is CIELAB by its formulas, in floating point.
func slowLab(c drawing.Color) (l, a, b float64) {
	light := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	curve := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return t*24389/27/116 + 16.0/116
	}
	r, g, bl := light(c.R), light(c.G), light(c.B)
	x := curve((0.4124564*r + 0.3575761*g + 0.1804375*bl) / 0.95047)
	y := curve(0.2126729*r + 0.7151522*g + 0.0721750*bl)
	z := curve((0.0193339*r + 0.1191920*g + 0.9503041*bl) / 1.08883)
	return 116*y - 16, 500 * (x - y), 200 * (y - z)
}

func TestLab(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := drawing.Color{R: uint8(r), G: uint8(g), B: uint8(b)}
				got := labOf(c)
				l, a, bb := slowLab(c)
				for i, pair := range [][2]float64{{float64(got.l), l}, {float64(got.a), a}, {float64(got.b), bb}} {
					if math.Abs(pair[0]/(1<<labBits)-pair[1]) > 0.1 {
						t.Fatalf("%v: component %d is %f, want %f", c, i, pair[0]/(1<<labBits), pair[1])
					}
				}
			}
		}
	}
}

// TestGreys makes sure that what is grey is so exactly: a colour is one by how far it is from grey.
func TestGreys(t *testing.T) {
	for v := range 256 {
		if got := labOf(drawing.Color{R: uint8(v), G: uint8(v), B: uint8(v)}); got.a != 0 || got.b != 0 {
			t.Errorf("grey %d is %v", v, got)
		}
	}
}

func TestOneInGrey(t *testing.T) {
	rgb := func(v int) drawing.Color { return drawing.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)} }
	tests := []struct {
		name string
		a, b int
		want bool
	}{
		{"red and green", 0xc0392b, 0x2e7d32, true},
		{"the first two of a spreadsheet", 0x4472c4, 0xed7d31, false},
		{"a red and a grey", 0xc0392b, 0x6d6d6d, true},
		{"two greys", 0x777777, 0x7a7a7a, false},
		{"one colour in two lights", 0x14405f, 0x9dbbcc, false},
		{"pale yellow and white", 0xfffbe6, 0xffffff, false},
	}
	for _, tt := range tests {
		if got := oneInGrey(rgb(tt.a), rgb(tt.b)); got != tt.want {
			t.Errorf("%s: got %t", tt.name, got)
		}
	}
}
