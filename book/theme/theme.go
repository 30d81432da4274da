// Package theme holds the look of an edition as data: the page, the faces, and
// a style for each kind of text.
//
// In: the name of a built-in theme, or a theme.yaml. Out: a [Theme], and from
// it the [Geometry] of a page of a given trim and medium.
//
// Invariant: a Theme is complete: it has every style of [StyleNames], and every
// length in it is in scaled points.
package theme

import (
	"io/fs"
	"path"
	"slices"

	"octavo/assets"
	"octavo/book"
	"octavo/book/unit"
)

// A Theme is the look of an edition. It must not be changed once parsed.
type Theme struct {
	Name  string
	Fonts Fonts
	Page  Page
	// Lines is the taste in breaking paragraphs.
	Lines   Lines
	Opening Opening
	Colors  Colors
	styles  map[string]*Style
}

// Fonts names the family that plays each role.
type Fonts struct{ Serif, Sans, Mono string }

// Page is the page before a trim is chosen.
type Page struct {
	Trim string // name of the trim when the manuscript asks for none
	// Inner and Outer are thousandths of the trim's width, Top and Bottom of
	// its height. Top is the white above the first line of text.
	Inner, Outer, Top, Bottom int
	MaxMeasure                unit.Length
	Baseline                  unit.Length // the grid
}

// Lines are parameters of package linebreak, and of spacing within a line.
type Lines struct {
	// SpaceStretch and SpaceShrink are thousandths of a word space.
	SpaceStretch, SpaceShrink int
	// LetterStretch and LetterShrink say, in ten-thousandths of the size, how
	// much the room between letters may give way to fill a line.
	LetterStretch, LetterShrink int
	PreTolerance, Tolerance     int
	EmergencyStretch            unit.Length
	HyphenPenalty, LinePenalty  int
	AdjacentDemerits            int
	DoubleHyphenDemerits        int
	FinalHyphenDemerits         int
	LastLineMin                 unit.Length
	LastLineDemerits            int
	MaxLadder                   int
	Hanging                     int // thousandths of the usual amount of hanging punctuation
}

// Opening is the first page of a chapter.
type Opening struct {
	Sinkage       int    // lines of white above it
	MatterSinkage int    // the same for contents, foreword and the like
	LeadIn        string // "none", "small-caps" or "drop-cap"
	LeadInWords   int    // words in small capitals
	Rule          unit.Length
	RuleWidth     unit.Length
}

// A Color is sRGB, 8 bits a channel.
type Color struct{ R, G, B uint8 }

// Colors are those that are not the colour of a style.
type Colors struct {
	Accent, Link, Rule, Hairline, Highlight, Tint Color
}

// A Style is how one kind of text is set.
type Style struct {
	Name          string
	Family        string // "serif", "sans" or "mono"
	Size, Leading unit.Length
	Weight        int // 100 to 900
	Italic        bool
	SmallCaps     bool
	Caps          bool // set in capitals; the text stays as it is written
	OldStyle      bool // old-style figures
	Tracking      int  // thousandths of the size, after each glyph
	Color         Color
	Before, After unit.Length
	Indent        unit.Length // of the first line
	Left, Right   unit.Length // indents of all lines
	Align         Align
	Hyphenate     bool
}

// An Align is how lines fill their measure.
type Align int

// The alignments. Balance is ragged right with lines of about equal length.
const (
	Justify Align = iota
	Left
	Center
	Right
	Balance
)

// Family returns the name of the family that plays the style's role.
func (t *Theme) Family(s *Style) string {
	switch s.Family {
	case "sans":
		return t.Fonts.Sans
	case "mono":
		return t.Fonts.Mono
	}
	return t.Fonts.Serif
}

// Style returns the style of that name, the paragraph's for an unknown one.
func (t *Theme) Style(name string) *Style {
	if s := t.styles[name]; s != nil {
		return s
	}
	return t.styles["paragraph"]
}

// Styles returns all styles, sorted by name.
func (t *Theme) Styles() []*Style {
	var all []*Style
	for _, name := range StyleNames {
		all = append(all, t.styles[name])
	}
	return all
}

// StyleNames are the styles that every theme has, sorted.
var StyleNames = []string{
	"bio", "book-editors", "book-publisher", "book-series", "book-subtitle", "book-title", "break",
	"byline", "caption", "code", "contributor", "credit", "dateline", "definition", "editors-note",
	"editors-note-label", "figure", "folio", "footnote", "heading-2", "heading-3", "heading-4",
	"heading-5", "heading-6", "imprint", "kicker", "list", "matter-title", "paragraph", "part-label",
	"part-title", "quote", "running-head", "standfirst", "table", "table-head", "term", "title",
	"toc-author", "toc-folio", "toc-part", "toc-title",
}

// Default is the theme of a manuscript that names none.
const Default = "press"

// Names returns the built-in themes, sorted.
func Names() []string {
	entries, err := fs.ReadDir(assets.Themes, "themes")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(names)
	return names
}

// Builtin returns the built-in theme of that name, and whether there is one.
func Builtin(name string) (*Theme, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	file := path.Join("themes", name, "theme.yaml")
	data, err := assets.Themes.ReadFile(file)
	if err != nil {
		return nil, false
	}
	t, list := Parse(file, data)
	return t, !book.HasErrors(list)
}
