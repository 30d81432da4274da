package picture

import (
	"encoding/binary"
	"sync"

	"octavo/book/base/srgb"
	"octavo/book/graphic/drawing"
)

// A conversion makes sRGB of the samples of another space: a curve for each channel gives
// its light, and a matrix mixes the lights of the primaries of sRGB from these.
//
// Files that keep the colours of a camera or a wide screen are common, and few readers of
// books heed what they say of themselves: most take all for sRGB, and the colours of
// Display P3 look dull. So the samples are converted, for both editions alike.
// Profiles with tables instead of curves, as presses have them, are not; [Space] names
// these.
type conversion struct {
	light  [3][256]uint16
	matrix matrix
}

// identityStep is how far a sample may be off at most for a space to be sRGB: profiles of
// sRGB differ by that much among themselves.
const identityStep = 3

// conversionOf returns the conversion that a picture file asks for, nil for none.
func conversionOf(data []byte) *conversion {
	profile, _ := profileOf(data)
	c, ok := (*conversion)(nil), false
	if profile != nil {
		c, ok = iccConversion(profile)
	} else if sniff(data) == "png" {
		c, ok = pngConversion(data)
	}
	if !ok || c.identity() {
		return nil
	}
	return c
}

// identity reports whether c leaves colours as they are, by a grid over all of them.
func (c *conversion) identity() bool {
	const step = 15
	for r := 0; r < 256; r += step {
		for g := 0; g < 256; g += step {
			for b := 0; b < 256; b += step {
				in := [3]uint8{uint8(r), uint8(g), uint8(b)}
				out := in
				c.apply(out[:])
				for i := range in {
					if d := int(in[i]) - int(out[i]); d > identityStep || d < -identityStep {
						return false
					}
				}
			}
		}
	}
	return true
}

// apply converts samples of red, green and blue.
func (c *conversion) apply(rgb []uint8) {
	value := valueOf()
	for i := 0; i+2 < len(rgb); i += 3 {
		px := rgb[i : i+3 : i+3]
		r, g, b := int64(c.light[0][px[0]]), int64(c.light[1][px[1]]), int64(c.light[2][px[2]])
		for k := range px {
			m := &c.matrix[k]
			v := (int64(m[0])*r + int64(m[1])*g + int64(m[2])*b + int64(drawing.One)/2) >> 16
			px[k] = value[max(0, min(v, 65535))]
		}
	}
}

// valueOf is the value of sRGB that is nearest to a light.
var valueOf = sync.OnceValue(func() *[65536]uint8 {
	var table [65536]uint8
	v := 0
	for light := range table {
		for v < 255 && light-int(srgb.Light[v]) > int(srgb.Light[v+1])-light {
			v++
		}
		table[light] = uint8(v)
	}
	return &table
})

// pngConversion reads the chunks gAMA and cHRM (PNG, 11.3.2.1 and 11.3.2.2), false when
// there are none or sRGB overrules them.
func pngConversion(data []byte) (*conversion, bool) {
	var gamma uint32
	var corners []byte
	isSRGB := false
	pngChunks(data, func(kind string, chunk []byte) error {
		body := chunk[8 : len(chunk)-4]
		switch {
		case kind == "IDAT":
			return errPixels
		case kind == "sRGB":
			isSRGB = true
		case kind == "gAMA" && len(body) == 4:
			gamma = binary.BigEndian.Uint32(body)
		case kind == "cHRM" && len(body) == 32:
			corners = body
		}
		return nil
	})
	// Chunks of a gamma below 0.1 and above 10 are faults: nothing would be seen.
	const least, most = 10_000, 1_000_000
	if isSRGB || gamma != 0 && (gamma < least || gamma > most) {
		return nil, false
	}
	c := &conversion{matrix: neutral}
	curve := srgb.Light
	// 1/2.2 is what programs write for sRGB itself, with the lesser ones 1/2.3 and 1/2.1.
	if gamma != 0 && (gamma < 43_500 || gamma > 47_600) {
		curve = powers(drawing.Frac(100_000, int64(gamma)))
	}
	c.light = [3][256]uint16{curve, curve, curve}
	if corners != nil {
		m, ok := chromatic(corners)
		if !ok {
			return nil, false
		}
		c.matrix = m
	}
	return c, gamma != 0 || corners != nil
}

// powers is the curve of a plain power.
func powers(exponent drawing.Fixed) (curve [256]uint16) {
	for i := range curve {
		curve[i] = lightOf(power(drawing.Frac(int64(i), 255), exponent))
	}
	return curve
}

func lightOf(f drawing.Fixed) uint16 { return uint16(max(0, min(f, 65535))) }

// power returns x, cut to 0 to 1, raised to e: a product of x for the whole part of e and
// of roots of roots of it for the bits of its fraction.
func power(x, e drawing.Fixed) drawing.Fixed {
	x, e = max(0, min(x, drawing.One)), max(0, min(e, 20*drawing.One))
	result := drawing.One
	for range e.Floor() {
		result = result.Mul(x)
	}
	root := x
	for bit := drawing.One / 2; bit > 0; bit /= 2 {
		root = root.Sqrt()
		if e&bit != 0 {
			result = result.Mul(root)
		}
	}
	return result
}
