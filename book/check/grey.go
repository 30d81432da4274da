package check

import (
	"octavo/book"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/svg"
)

// What makes two colours of a drawing one in grey. Lightness and distance are
// those of CIELAB, in which a step of 2 is about what an eye tells apart side by
// side.
const (
	leastLightness = 10 // between two things that are told apart
	leastColour    = 35 // between two colours that mean two things
)

// figureGrey looks at drawings as an e-reader without colours shows them, and a
// printer. Photographs and pictures of pixels are left alone: what their colours
// mean, they do not say.
func figureGrey(r *reporter) {
	r.shown(func(f *book.Figure) {
		p := f.Image.Picture
		if p == nil || p.Format != "svg" {
			return
		}
		d, _, err := svg.Parse(p.Data)
		if err != nil { // reported where it is read
			return
		}
		if a, b, ok := alikeInGrey(d); ok {
			r.report(f.Pos, "make one of them lighter, or tell them apart by a pattern or dashes as well",
				"the colours %s and %s of the chart are one in grey", a.Hex(), b.Hex())
		}
	})
}

// alikeInGrey returns two colours that alone tell apart what a chart shows, and
// that are one in grey; ok is false when there are none.
func alikeInGrey(d *drawing.Drawing) (a, b drawing.Color, ok bool) {
	s := surveyOf(d)
	for _, marks := range [][]mark{s.keyed(), s.bars(), s.lines()} {
		for i, m := range marks {
			for _, n := range marks[:i] {
				if m.like(n) && oneInGrey(m.color, n.color) {
					return n.color, m.color, true
				}
			}
		}
	}
	return a, b, false
}

// oneInGrey reports whether two colours are far apart as colours and of one
// lightness.
func oneInGrey(a, b drawing.Color) bool {
	p, q := labOf(a), labOf(b)
	dl, da, db := p.l-q.l, p.a-q.a, p.b-q.b
	return max(dl, -dl) < leastLightness<<labBits && da*da+db*db >= leastColour*leastColour<<(2*labBits)
}

// flat returns the colour of a paint on white; ok is false for a gradient and
// for what can hardly be seen.
func flat(p *drawing.Paint, opacity drawing.Alpha) (c drawing.Color, ok bool) {
	if p == nil || p.Gradient != nil {
		return c, false
	}
	a := opacity.Mul(p.Opacity)
	on := func(v uint8) uint8 {
		return uint8((int64(v)*int64(a) + 255*int64(drawing.Opaque-a) + int64(drawing.Opaque)/2) / int64(drawing.Opaque))
	}
	return drawing.Color{R: on(p.Color.R), G: on(p.Color.G), B: on(p.Color.B)}, a > drawing.Opaque/10
}
