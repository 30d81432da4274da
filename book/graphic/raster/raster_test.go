package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"

	"octavo/book/graphic/drawing"
)

// coverage returns the coverage of each pixel, by Scan.
func coverage(polys []drawing.Polygon, rule drawing.Rule, clip image.Rectangle) map[image.Point]int {
	m := map[image.Point]int{}
	Scan(polys, rule, clip, func(y int, spans []Span) {
		for _, s := range spans {
			for x := s.X0; x < s.X1; x++ {
				m[image.Pt(x, y)] = s.Coverage
			}
		}
	})
	return m
}

// sampled is the slow reference: it counts which of 64 by 64 points of a pixel
// are inside.
func sampled(polys []drawing.Polygon, rule drawing.Rule, x, y int) float64 {
	const n = 64
	in := 0
	for j := range n {
		for i := range n {
			w := windingAt(polys, float64(x)+(float64(i)+0.5)/n, float64(y)+(float64(j)+0.5)/n)
			if rule == drawing.EvenOdd && w%2 != 0 || rule == drawing.NonZero && w != 0 {
				in++
			}
		}
	}
	return float64(in) / (n * n)
}

func windingAt(polys []drawing.Polygon, x, y float64) int {
	w := 0
	f := func(v drawing.Fixed) float64 { return float64(v) / float64(drawing.One) }
	for _, p := range polys {
		for i, a := range p.Points {
			b := p.Points[(i+1)%len(p.Points)]
			if (f(a.Y) <= y) == (f(b.Y) <= y) {
				continue
			}
			if f(a.X)+(y-f(a.Y))/(f(b.Y)-f(a.Y))*(f(b.X)-f(a.X)) > x {
				if a.Y < b.Y {
					w++
				} else {
					w--
				}
			}
		}
	}
	return w
}

func randomPolygon(rng *rand.Rand, n, size int) drawing.Polygon {
	var p drawing.Polygon
	for range n {
		at := func() drawing.Fixed { return drawing.Fixed(rng.Int64N(int64(drawing.Int(size+8)))) - drawing.Int(4) }
		p.Points = append(p.Points, drawing.Point{X: at(), Y: at()})
	}
	return p
}

// A pixel that one triangle cuts has its exact area.
func TestTrianglesAgainstSampling(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	clip := image.Rect(0, 0, 12, 12)
	for round := range 60 {
		polys := []drawing.Polygon{randomPolygon(rng, 3, 12)}
		got := coverage(polys, drawing.NonZero, clip)
		for y := range 12 {
			for x := range 12 {
				want := sampled(polys, drawing.NonZero, x, y)
				if diff := float64(got[image.Pt(x, y)])/Full - want; diff > 0.03 || diff < -0.03 {
					t.Fatalf("round %d, pixel %d,%d: coverage %.3f, want %.3f for %v", round, x, y, float64(got[image.Pt(x, y)])/Full, want, polys)
				}
			}
		}
	}
}

// Where the outline crosses itself within a pixel the sums of areas are not the
// truth; elsewhere they are, under both rules.
func TestPolygonsAgainstSampling(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	clip := image.Rect(0, 0, 16, 16)
	for _, rule := range []drawing.Rule{drawing.NonZero, drawing.EvenOdd} {
		wrong, all := 0, 0
		for range 40 {
			polys := []drawing.Polygon{randomPolygon(rng, 9, 16)}
			got := coverage(polys, rule, clip)
			for y := range 16 {
				for x := range 16 {
					want := sampled(polys, rule, x, y)
					diff := float64(got[image.Pt(x, y)])/Full - want
					all++
					if diff > 0.05 || diff < -0.05 {
						wrong++
					}
					// Rounding to the grid moves an edge by up to 1/512.
					if (diff > 0.01 || diff < -0.01) && edgeFree(polys, x, y) {
						t.Fatalf("rule %d, pixel %d,%d that no edge crosses: off by %.3f", rule, x, y, diff)
					}
				}
			}
		}
		if wrong*8 > all {
			t.Errorf("rule %d: %d of %d pixels differ from sampling", rule, wrong, all)
		}
	}
}

// edgeFree reports whether the winding number is the same all over a pixel.
func edgeFree(polys []drawing.Polygon, x, y int) bool {
	w := windingAt(polys, float64(x)+0.5, float64(y)+0.5)
	for j := range 33 {
		for i := range 33 {
			if windingAt(polys, float64(x)+float64(i)/32, float64(y)+float64(j)/32) != w {
				return false
			}
		}
	}
	return true
}

// What lies outside the clip changes nothing within it.
func TestClippingAgreesWithTheWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		polys := []drawing.Polygon{randomPolygon(rng, 7, 40)}
		whole := coverage(polys, drawing.NonZero, image.Rect(-10, -10, 60, 60))
		x, y := rng.IntN(30), rng.IntN(30)
		clip := image.Rect(x, y, x+1+rng.IntN(15), y+1+rng.IntN(15))
		part := coverage(polys, drawing.NonZero, clip)
		for y := clip.Min.Y; y < clip.Max.Y; y++ {
			for x := clip.Min.X; x < clip.Max.X; x++ {
				if part[image.Pt(x, y)] != whole[image.Pt(x, y)] {
					t.Fatalf("pixel %d,%d in %v: %d, want %d", x, y, clip, part[image.Pt(x, y)], whole[image.Pt(x, y)])
				}
			}
		}
	}
}

func TestFarPointsDoNotOverflow(t *testing.T) {
	far := drawing.Limit
	polys := []drawing.Polygon{{Points: []drawing.Point{{X: -far, Y: -far}, {X: far, Y: -far}, {X: far, Y: far}, {X: -far, Y: far}}}}
	got := coverage(polys, drawing.NonZero, image.Rect(0, 0, 3, 3))
	for y := range 3 {
		for x := range 3 {
			if got[image.Pt(x, y)] != Full {
				t.Errorf("pixel %d,%d has coverage %d, want %d", x, y, got[image.Pt(x, y)], Full)
			}
		}
	}
}

func TestFillBlends(t *testing.T) {
	rect := func(x0, y0, x1, y1 drawing.Fixed) []drawing.Polygon {
		p := drawing.Rect(x0, y0, x1-x0, y1-y0)
		return p.Flatten(drawing.Identity, 1)
	}
	red := drawing.Color{R: 255}
	tests := []struct {
		name string
		draw func(c *Canvas)
		want color.RGBA
	}{
		{"opaque", func(c *Canvas) { c.Fill(rect(0, 0, drawing.One, drawing.One), 0, NewSolid(red, drawing.Opaque)) }, color.RGBA{255, 0, 0, 255}},
		{"half covered", func(c *Canvas) { c.Fill(rect(0, 0, drawing.One/2, drawing.One), 0, NewSolid(red, drawing.Opaque)) }, color.RGBA{128, 0, 0, 128}},
		{"half opaque", func(c *Canvas) { c.Fill(rect(0, 0, drawing.One, drawing.One), 0, NewSolid(red, drawing.Opaque/2)) }, color.RGBA{128, 0, 0, 128}},
		{"twice half opaque", func(c *Canvas) {
			for range 2 {
				c.Fill(rect(0, 0, drawing.One, drawing.One), 0, NewSolid(red, drawing.Opaque/2))
			}
		}, color.RGBA{192, 0, 0, 192}},
		{"layer", func(c *Canvas) {
			top := NewCanvas(1, 1)
			for range 2 { // within a layer the second hides the first
				top.Fill(rect(0, 0, drawing.One, drawing.One), 0, NewSolid(red, drawing.Opaque))
			}
			c.Layer(top, drawing.Opaque/2, drawing.Normal)
		}, color.RGBA{128, 0, 0, 128}},
		{"mask", func(c *Canvas) {
			c.Clip = NewMask(rect(0, 0, drawing.One/2, drawing.One), 0, c.Rect, nil)
			c.Fill(rect(0, 0, drawing.One, drawing.One), 0, NewSolid(red, drawing.Opaque))
		}, color.RGBA{128, 0, 0, 128}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := NewCanvas(1, 1)
			tt.draw(c)
			if got := c.Image.RGBAAt(0, 0); got != tt.want {
				t.Errorf("pixel is %v, want %v", got, tt.want)
			}
		})
	}
}

func TestGradients(t *testing.T) {
	stops := []drawing.Stop{{Offset: 0, Opacity: drawing.Opaque}, {Offset: drawing.One, Color: drawing.Color{R: 200, G: 100, B: 50}, Opacity: drawing.Opaque}}
	linear := &drawing.Gradient{To: drawing.Point{X: drawing.Int(100)}, Transform: drawing.Identity, Stops: stops}
	radial := &drawing.Gradient{Radial: true, Radius: drawing.Int(100), Transform: drawing.Identity, Stops: stops}
	offside := &drawing.Gradient{Radial: true, Radius: drawing.Int(100), Focus: drawing.Point{X: drawing.Int(50)}, Transform: drawing.Identity, Stops: stops}
	reflected := *linear
	reflected.Spread = drawing.Reflect
	repeated := *linear
	repeated.Spread = drawing.Repeat
	tests := []struct {
		name string
		g    *drawing.Gradient
		x, y int
		want uint32 // red, of 200
	}{
		{"linear start", linear, 0, 30, 1},
		{"linear middle", linear, 50, 0, 101},
		{"linear pads", linear, 150, 0, 200},
		{"reflect", &reflected, 150, 0, 99},
		{"repeat", &repeated, 150, 0, 101},
		{"radial centre", radial, 0, 0, 1},
		{"radial along", radial, 30, 40, 101},
		{"radial outside", radial, 90, 90, 200},
		// From the focus (50,0) to the edge at (100,0) is t = 0 to 1, and to
		// (-100,0) too.
		{"focus right", offside, 75, 0, 102},
		{"focus left", offside, -25, 0, 99},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := NewGradient(tt.g, drawing.Opaque, drawing.Identity).At(tt.x, tt.y)
			if red := narrow(got[0]); uint32(red)+1 < tt.want || uint32(red) > tt.want+1 {
				t.Errorf("red at %d,%d is %d, want %d", tt.x, tt.y, red, tt.want)
			}
		})
	}
}

func TestPNGRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, format := range []Format{Gray, RGB, RGBA} {
		for _, kind := range []string{"noise", "flat", "ramp"} {
			const w, h = 37, 23
			pix := make([]uint8, w*h*int(format))
			for i := range pix {
				switch kind {
				case "noise":
					pix[i] = uint8(rng.Uint32())
				case "flat":
					pix[i] = uint8(i / (len(pix)/3 + 1) * 90)
				case "ramp":
					pix[i] = uint8(i / w)
				}
			}
			img, err := png.Decode(bytes.NewReader(PNG(pix, w, format, 6)))
			if err != nil {
				t.Fatalf("%d samples, %s: %v", format, kind, err)
			}
			if got := samples(img, format); !bytes.Equal(got, pix) {
				t.Errorf("%d samples, %s: the pixels are others", format, kind)
			}
		}
	}
}

func samples(img image.Image, format Format) []uint8 {
	var out []uint8
	b := img.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			out = append(out, []uint8{c.R, c.G, c.B, c.A}[:max(1, int(format))]...)
		}
	}
	return out
}

func BenchmarkFill(b *testing.B) {
	p := drawing.Ellipse(drawing.Int(800), drawing.Int(1280), drawing.Int(700), drawing.Int(1200))
	polys := p.Flatten(drawing.Identity, drawing.One/16)
	c := NewCanvas(1600, 2560)
	src := NewSolid(drawing.Color{R: 10, G: 20, B: 30}, drawing.Opaque)
	b.SetBytes(1600 * 2560 * 4)
	for b.Loop() {
		c.Fill(polys, drawing.NonZero, src)
	}
}
