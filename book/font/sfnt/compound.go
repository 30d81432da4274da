package sfnt

import (
	"errors"
	"fmt"
)

// A Compound is a glyph that a subset makes of glyphs of its font, such as a letter with
// its marks at their places. Readers of a PDF take one glyph for one piece of text: a letter
// whose dots are glyphs of their own falls apart when it is searched or copied.
type Compound struct {
	Parts   []Placed
	Advance int // in font units
}

// A Placed is a glyph of the font with its shift, in font units.
type Placed struct {
	Glyph uint16
	X, Y  int
}

// maxPlaced bounds a compound: a letter has a few marks, and a word in Nastaliq some twenty
// glyphs.
const maxPlaced = 64

// maxShift is the greatest shift or bound that the glyf table holds, in font units.
const maxShift = 1<<15 - 1

// Fits reports whether a TrueType font can hold the compound: shifts are 16 bits there
// (OpenType, glyf), and so are widths, which have no sign.
func (c *Compound) Fits() bool {
	if len(c.Parts) == 0 || len(c.Parts) > maxPlaced || c.Advance < 0 || c.Advance > maxShift {
		return false
	}
	for _, p := range c.Parts {
		if max(p.X, -p.X, p.Y, -p.Y) > maxShift {
			return false
		}
	}
	return true
}

// checkCompounds reports what is wrong with the compounds of a subset of n glyphs.
func (f *Font) checkCompounds(compounds map[int]Compound, n int) error {
	for i, c := range compounds {
		if i <= 0 || i >= n {
			return fmt.Errorf("compound %d is none of the %d glyphs of the subset", i, n)
		}
		if !c.Fits() {
			return errors.New("compound is larger than a font can hold")
		}
		for _, p := range c.Parts {
			if int(p.Glyph) >= f.numGlyphs {
				return fmt.Errorf("font has no glyph %d", p.Glyph)
			}
		}
	}
	return nil
}

// glyph returns the compound as a composite glyph of the glyf table with the numbers that
// its parts have in the font, nil when nothing of it is seen.
func (c *Compound) glyph(f *Font) []byte {
	box, seen := c.bounds(f)
	if !seen {
		return nil
	}
	out := append16(nil, -1) // a composite
	for _, v := range []int{box.xMin, box.yMin, box.xMax, box.yMax} {
		out = append16(out, v)
	}
	last := 0 // where the flags of the last part stand
	for _, p := range c.Parts {
		if f.glyphData(p.Glyph) == nil {
			continue // a space has no outline
		}
		last = len(out)
		out = append16(out, argsAreWords|argsAreXY|moreComponents)
		out = append16(out, int(p.Glyph))
		out = append16(append16(out, p.X), p.Y)
	}
	put16(out, last, argsAreWords|argsAreXY)
	return out
}

// A box is a glyph's bounds, in font units.
type box struct{ xMin, yMin, xMax, yMax int }

// bounds returns the bounds of all parts that have an outline, and whether one has.
func (c *Compound) bounds(f *Font) (all box, seen bool) {
	for _, p := range c.Parts {
		data := f.glyphData(p.Glyph)
		if data == nil {
			continue
		}
		b := box{
			int(int16At(data, 2)) + p.X, int(int16At(data, 4)) + p.Y,
			int(int16At(data, 6)) + p.X, int(int16At(data, 8)) + p.Y,
		}
		if !seen {
			all, seen = b, true
		}
		all = box{min(all.xMin, b.xMin), min(all.yMin, b.yMin), max(all.xMax, b.xMax), max(all.yMax, b.yMax)}
	}
	return box{max(all.xMin, -maxShift), max(all.yMin, -maxShift), min(all.xMax, maxShift), min(all.yMax, maxShift)}, seen
}
