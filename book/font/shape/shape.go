// Package shape turns text into positioned glyphs.
//
// In: text with its language, and a [Stack] of faces with their fallbacks. Out:
// [Run] values, each the glyphs of one face with the text that they stand for;
// and the places where a line may end ([Shaper.Breaks]).
//
// The shaping itself is HarfBuzz's, in the port of go-text/typesetting. HarfBuzz does
// ligatures, kerning, marks and the scripts that need more. Its results are the same as in
// Chromium, Firefox and LibreOffice, which use HarfBuzz too.
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
	// RTL says that the text runs from right to left: the glyphs stand as they
	// are seen, from left to right, and their texts from the last to the first.
	RTL bool
}

// Options say how a text is to be shaped. Kerning, ligatures and what a script
// requires are on by default.
type Options struct {
	// Lang is the text's language as a BCP 47 tag. It picks the regional forms
	// of Han and a font's localised letters.
	Lang string

	SmallCaps    bool // smcp: small capitals for small letters
	Capitals     bool // capitals for small letters, whose text stays as it is
	OldStyle     bool // onum: figures with descenders
	Lining       bool // lnum: figures as high as capitals
	Proportional bool // pnum: figures of their own widths
	Tabular      bool // tnum: figures of one width
	Superscript  bool // sups
	Contextual   bool // chws: marks of East Asia that meet share their white
	NoLigatures  bool // liga and clig off: for tracked text and code

	// LTR and RTL say in which direction all of the text runs, as the rules of
	// bidirectional text have it. With neither, each script runs as it does, and
	// what has no script from left to right.
	LTR, RTL bool
}
