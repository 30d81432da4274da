package raster

import "octavo/book/graphic/drawing"

// mixed returns the sample j of the pixel top as it is laid over the pixel under with a
// blend (Compositing and Blending 1, section 5.8): where under is opaque the colours mix,
// and where it is not top stays. Both have samples that are multiplied with alpha.
func mixed(top, under []uint8, j int, how drawing.Blend) uint32 {
	a, b := int(top[3]), int(under[3])
	if how == drawing.Normal || j == 3 || a == 0 || b == 0 {
		return uint32(top[j])
	}
	s, u := min(255, int(top[j])*255/a), min(255, int(under[j])*255/b)
	v := (s*(255-b) + mix(s, u, how)*b + 127) / 255
	return uint32((v*a + 127) / 255)
}

// mix returns what a blend makes of a value s over the value u, of 255.
func mix(s, u int, how drawing.Blend) int {
	multiply := func(a, b int) int { return (a*b + 127) / 255 }
	screen := func(a, b int) int { return a + b - multiply(a, b) }
	hard := func(s, u int) int {
		if s <= 127 {
			return multiply(2*s, u)
		}
		return screen(2*s-255, u)
	}
	switch how {
	case drawing.Multiply:
		return multiply(s, u)
	case drawing.Screen:
		return screen(s, u)
	case drawing.Darken:
		return min(s, u)
	case drawing.Lighten:
		return max(s, u)
	case drawing.Overlay:
		return hard(u, s)
	case drawing.HardLight:
		return hard(s, u)
	case drawing.Difference:
		return max(s-u, u-s)
	case drawing.Exclusion:
		return s + u - 2*multiply(s, u)
	}
	return s
}
