package sfnt

import (
	"fmt"
	"iter"
)

// Mapped calls yield for the characters that the font has a glyph for, in their order, and
// of those that share a glyph for one: for 65,535 characters at most.
func (f *Font) Mapped() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		seen := make([]bool, f.numGlyphs)
		for i := range f.cmap {
			run := &f.cmap[i]
			for r := run.first; r <= run.last; r++ {
				g := int(run.at(r))
				if g == 0 || g >= f.numGlyphs || seen[g] {
					continue
				}
				seen[g] = true
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Verify reports the first glyph whose outline cannot be read. To read all outlines takes
// some 10 ms for ten thousand glyphs of Han.
func (f *Font) Verify() error {
	name := "glyf"
	if f.cff != nil {
		name = "CFF"
	}
	for gid := range f.numGlyphs {
		if !f.sound(uint16(gid)) {
			return fmt.Errorf("its table %s, which has the outlines, is damaged at glyph %d", name, gid)
		}
	}
	return nil
}

// sound reports whether the outline of a glyph can be read; one may be empty.
func (f *Font) sound(gid uint16) bool {
	if f.cff != nil {
		_, err := f.cff.flatten(gid)
		return err == nil
	}
	start, end := f.glyphRange(gid)
	if start == end {
		return true
	}
	g := glyfReader{font: f}
	return f.glyphData(gid) != nil && g.glyph(gid, identity, 0)
}
