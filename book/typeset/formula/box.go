package formula

import (
	"octavo/book/base/unit"
	"octavo/book/font/shape"
)

// A Box is a formula, or a part of one, around a point on its baseline.
type Box struct {
	Width, Height, Depth unit.Length // to the right, above and below
	Glyphs               []Glyph
	Rules                []Rule
}

// A Glyph is text at a place: X to the right of the point of the box and Y above it.
type Glyph struct {
	Run  *shape.Run
	X, Y unit.Length
	Size unit.Length
}

// A Rule is a filled rectangle; X and Y are its lower left corner.
type Rule struct{ X, Y, W, H unit.Length }

// put adds what stands in c, moved by x to the right and y upwards.
func (b *Box) put(c *Box, x, y unit.Length) {
	for _, g := range c.Glyphs {
		g.X, g.Y = g.X+x, g.Y+y
		b.Glyphs = append(b.Glyphs, g)
	}
	for _, r := range c.Rules {
		r.X, r.Y = r.X+x, r.Y+y
		b.Rules = append(b.Rules, r)
	}
	b.Height = max(b.Height, c.Height+y)
	b.Depth = max(b.Depth, c.Depth-y)
}

// A part is a box with what its neighbours need to know.
type part struct {
	Box
	italic unit.Length // by which the top leans to the right
	accent unit.Length // where the middle of an accent stands
	glyph  uint16      // the glyph of a part of one glyph, for the room in its corners
	size   unit.Length // of the glyph
	char   bool        // the part is a character, whose scripts stand at fixed heights
}

// leaned returns a part whose width has the room for its leaning top.
func (p *part) leaned() *Box {
	b := p.Box
	b.Width += p.italic
	return &b
}
