package theme

import (
	"octavo/book/base/srgb"
	"octavo/book/base/unit"
)

// A ground is what text stands on.
type ground struct {
	name string
	Color
}

// The grounds of paper and of reading systems. That of sepia pages is the ground of
// Firefox's reader view, rgb(244, 236, 216), which is darker than that of Readium CSS
// (#faf4e8).
var (
	white = ground{"white", Color{0xff, 0xff, 0xff}}
	sepia = ground{"sepia pages (#f4ecd8)", Color{0xf4, 0xec, 0xd8}}
	black = ground{"black", Color{}}
)

// ratio returns the contrast of c with a lighter or darker ground, as a length of so many
// points: the ratio of the luminances, each with 5 % of reflected light (WCAG 2.2).
func (c Color) ratio(ground Color) unit.Length {
	const flare = 5 * luminous / 100
	a, b := c.luminance()+flare, ground.luminance()+flare
	return unit.Point.Mul(max(a, b), min(a, b))
}

// legible reports whether text of the colour can be read on the ground, as WCAG 2.2 asks
// of all text in its success criterion 1.4.3.
func (c Color) legible(ground Color) bool { return c.ratio(ground) >= unit.Point*9/2 }

// onDark is the least contrast of an accent with black, 7:1. The pages of night modes are
// a dark grey, on which the contrast is less: on #222222, by a quarter, it is 5.3:1, and
// still above the 4.5:1 that text needs.
const onDark = 7 * unit.Point

// OnDark returns the colour for dark pages: c with as much white as it takes.
func (c Color) OnDark() Color {
	const steps = 32 // by eye: a step of white is 8 of 255 at most
	for i := range steps {
		mix := func(v uint8) uint8 { return uint8(int(v) + (255-int(v))*i/steps) }
		if lit := (Color{mix(c.R), mix(c.G), mix(c.B)}); lit.ratio(black.Color) >= onDark {
			return lit
		}
	}
	return white.Color
}

// luminous is the luminance of white.
const luminous = 65535 * 10000

// luminance returns the relative luminance of sRGB (IEC 61966-2-1).
func (c Color) luminance() int64 {
	return 2126*int64(srgb.Light[c.R]) + 7152*int64(srgb.Light[c.G]) + 722*int64(srgb.Light[c.B])
}
