package theme

import (
	"slices"

	"octavo/book/base/srgb"
	"octavo/book/base/unit"
)

// Black returns the theme as a press with one ink prints it. Text and rules are black, also
// those that are a dark grey on the screen, where black is hard on the eye: on paper a
// grey is a screen of dots, and letters and thin rules made of dots have ragged
// edges. The accent and the grounds are greys as light as they were, but an accent that is
// itself such a dark grey is black.
func (t *Theme) Black() *Theme {
	out := *t
	c := &out.Colors
	c.Accent, c.Highlight, c.Ground = c.Accent.grey(), c.Highlight.grey(), c.Ground.grey()
	c.Link, c.Rule, c.Hairline = Color{}, Color{}, Color{}
	out.styles = make(map[StyleName]*Style, len(t.styles))
	for name, s := range t.styles {
		s := *s
		s.Color = Color{}
		if s.Tint != "" {
			s.Color = *c.named(s.Tint)
		}
		out.styles[name] = &s
	}
	return &out
}

// asInk is the contrast with white of a grey that stands for the black of the ink, 7:1, as
// WCAG 2.2 asks of text that is read with ease. A lighter one is meant as a grey.
const asInk = 7 * unit.Point

// grey returns the grey that has the light of the colour, and is no lighter, so that text is
// read as well; black for a grey that stands for it.
func (c Color) grey() Color {
	if c.R == c.G && c.G == c.B && c.ratio(white.Color) >= asInk {
		return Color{}
	}
	v, found := slices.BinarySearch(srgb.Light[:], uint16(c.luminance()/10000))
	if !found {
		v--
	}
	return Color{uint8(v), uint8(v), uint8(v)}
}
