package check

import (
	"octavo/book"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/svg"
)

// How charts are looked at in grey.
//
// A chart tells by a red and a green line which is which; on an e-reader, and on a page that
// is printed in black, both are grey. To report all pairs of colours that are alike in grey would
// condemn every map and every icon, since most drawings use colour for beauty. What is
// looked for are things that are told apart by colour alone.
//
// A drawing does not say what it means, so three patterns are looked for that charts have
// nearly always: the small squares of a key, with words beside them; bars of one breadth, three
// or more of a colour; and curves across the drawing. Such a shape is a mark: its
// colour, and all that tells it apart without colour, which are its outline, its dashes
// and its thickness. Two marks of one kind that differ in nothing but colour depend on it.
//
// Whether two colours are one in grey is asked in CIELAB: they have nearly the same
// lightness, and are far apart in the two dimensions of colour. A light and a dark blue are
// told apart, and two blues that are nearly one are not meant to be.
//
// Shapes are counted and bounded, and a kind has at most 64 marks that are compared with
// each other, so that a drawing of a million shapes costs no more than a chart. Marks that
// are not found are not reported: the rule is a warning, and silence is better than noise.

// What makes two colours of a drawing one in grey. Lightness and distance are
// those of CIELAB, in which a step of 2 is about what an eye tells apart side by side. In a
// chart the two stand apart, in small places, and on grey paper: five times as much is asked
// for. Both numbers are by eye; a higher leastLightness reports more pairs, a higher
// leastColour fewer.
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
		d, _, err := svg.Parse(p.Data, r.book.Language)
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

// flat returns the colour of a paint on white; ok is false for a gradient or pattern, and for a
// paint of less than a tenth of full opacity, which can hardly be seen.
func flat(p *drawing.Paint, opacity drawing.Alpha) (c drawing.Color, ok bool) {
	if p == nil || p.Gradient != nil || p.Pattern != nil {
		return c, false
	}
	a := opacity.Mul(p.Opacity)
	on := func(v uint8) uint8 {
		return uint8((int64(v)*int64(a) + 255*int64(drawing.Opaque-a) + int64(drawing.Opaque)/2) / int64(drawing.Opaque))
	}
	return drawing.Color{R: on(p.Color.R), G: on(p.Color.G), B: on(p.Color.B)}, a > drawing.Opaque/10
}
