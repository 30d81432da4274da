// Package shape turns text into positioned glyphs.
//
// In: text with its language, and a [Stack] of faces with their fallbacks. Out:
// [Run] values, each the glyphs of one face with the text that they stand for.
//
// Invariant: the concatenated Text of the runs is the text that was shaped.
//
// Invariant: all measures are whole font units.
package shape

// A Glyph is one glyph of a [Run].
type Glyph struct {
	ID      uint16
	Advance int32 // font units
	X, Y    int32 // offset from the pen, font units, Y upwards
	// Len is how many bytes of the run's text the glyph stands for; 0 for the
	// later glyphs of a cluster, whose first glyph has them all.
	Len uint8
}

// A Run is text set in one face. Runs are shared between all their uses and
// must not be changed.
type Run struct {
	Face   *Face
	Text   string
	Glyphs []Glyph
	Width  int64 // sum of the advances, font units
}
