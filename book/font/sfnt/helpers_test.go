package sfnt

// Tables lists the tables by tag.
func (f *Font) Tables() []Table { return f.tables }

// Runes calls yield for each character that the font maps to a glyph, in order.
func (f *Font) Runes(yield func(r rune, gid uint16) bool) {
	for i := range f.cmap {
		run := &f.cmap[i]
		for r := run.first; r <= run.last; r++ {
			if g := run.at(r); g != 0 && int(g) < f.numGlyphs && !yield(r, g) {
				return
			}
		}
	}
}
