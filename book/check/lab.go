package check

import (
	"octavo/book/base/srgb"
	"octavo/book/graphic/drawing"
)

// labBits are the binary places of a [lab].
const labBits = 8

// A lab is a colour of CIELAB (CIE 15), for the white of sRGB: its lightness
// from 0 to 100, and two differences that are 0 in grey.
type lab struct{ l, a, b int64 }

// labOf converts by integers: floating point rounds differently between
// processors. The matrix is that of IEC 61966-2-1, each row divided by the
// white, in 1/65536.
func labOf(c drawing.Color) lab {
	r, g, b := int64(srgb.Light[c.R]), int64(srgb.Light[c.G]), int64(srgb.Light[c.B])
	x := labCurve((28439*r + 24655*g + 12442*b) >> 16)
	y := labCurve((13938*r + 46868*g + 4730*b) >> 16)
	z := labCurve((1164*r + 7174*g + 57198*b) >> 16)
	const shift = 16 - labBits
	return lab{(116*y - 16<<16) >> shift, 500 * (x - y) >> shift, 200 * (y - z) >> shift}
}

// labCurve is CIELAB's f, of 1/65535 in 1/65536: a cube root, and a line near
// zero.
func labCurve(t int64) int64 {
	if t > 580 { // (6/29)³
		return cubeRoot(t << 32)
	}
	// t/(3·(6/29)²) + 4/29
	return t*510331>>16 + 9039
}

// cubeRoot returns the greatest integer whose cube is at most v, for v below 2^48
// or so.
func cubeRoot(v int64) int64 {
	root := int64(0)
	for bit := int64(1) << 16; bit > 0; bit >>= 1 {
		if r := root + bit; r*r*r <= v {
			root = r
		}
	}
	return root
}
