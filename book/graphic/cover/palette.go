package cover

import "octavo/book/graphic/drawing"

// A palette is the colours of a cover. Ink on ground has a contrast of at least
// 7 to 1 (WCAG 2.2, AAA).
type palette struct {
	ground, ink drawing.Color
	accent      drawing.Color    // for a rule or a kicker on the ground
	art         [5]drawing.Color // light, bright, strong, and two of one family, the last the darkest
}

func rgb(v uint32) drawing.Color {
	return drawing.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}
}

func colors(ground, ink, accent uint32, art ...uint32) palette {
	p := palette{ground: rgb(ground), ink: rgb(ink), accent: rgb(accent)}
	for i := range p.art {
		p.art[i] = rgb(art[i])
	}
	return p
}

var palettes = []palette{
	colors(0xf3ebdd, 0x1d2b3a, 0xb23a26, 0xe9c77b, 0xe08a3c, 0xc8452f, 0x2f6f7e, 0x14324a), // paper and vermilion
	colors(0x12263a, 0xf4ebd9, 0xf3a712, 0xf4d58d, 0xf3a712, 0xe4572e, 0x5b8ea6, 0x24486a), // night harbour
	colors(0xe9f0ec, 0x0f2e3d, 0xa54311, 0xf6e3b0, 0xf2c14e, 0xe0672a, 0x58a39b, 0x0f4c5c), // shallow water
	colors(0x571a2a, 0xf7e9d7, 0xf0b67f, 0xf3d9b1, 0xf0b67f, 0xd9695f, 0x93324a, 0x350e1b), // claret
	colors(0x1d382d, 0xf2ebd5, 0xe0b052, 0xe8dcb5, 0xd8a657, 0xb8452e, 0x7fa878, 0x3c674d), // wood
	colors(0xedc04f, 0x21201e, 0x8a2c17, 0xf8eed6, 0xd9642f, 0xb83a22, 0x2f5d62, 0x21201e), // mustard
	colors(0xf5ddd2, 0x331a26, 0xa62f45, 0xf2bf6b, 0xe07a6a, 0xc8475b, 0x30638e, 0x2c2140), // blush
	colors(0xdbe3e9, 0x18222e, 0xb3303c, 0xffd27a, 0xf08a5d, 0xd9434e, 0x5899c6, 0x274060), // grey morning
	colors(0x7e2a1b, 0xfbefdf, 0xf4c38b, 0xf8ddb4, 0xf0a868, 0xd3683f, 0x5e8b8c, 0x2e3a46), // brick
	colors(0x17191e, 0xf1ece2, 0xe9a23b, 0xf0e0b8, 0xe9a23b, 0xd64b33, 0x2a9187, 0x39455c), // lamp black
}

// dark reports whether the ground is darker than the ink.
func (p palette) dark() bool { return brightness(p.ground) < brightness(p.ink) }

// brightness weighs the channels as the luminance of sRGB does, 0.21, 0.72 and 0.07, in
// round eighths: enough to tell ink from ground.
func brightness(c drawing.Color) int { return 2*int(c.R) + 5*int(c.G) + int(c.B) }

// mix returns the colour k/n of the way from a to b.
func mix(a, b drawing.Color, k, n int) drawing.Color {
	m := func(x, y uint8) uint8 { return uint8((int(x)*(n-k) + int(y)*k + n/2) / n) }
	return drawing.Color{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B)}
}
