// Package theme holds the look of an edition as data: the page, the faces, and
// a style for each kind of text.
//
// In: a book, which names a built-in theme or brings the files of a theme of
// its own ([Of]). Out: a [Theme], and from it the type and the [Geometry] of a
// page of a given trim and medium ([Theme.Fit]).
//
// A theme of the manuscript's own is a folder with a theme.yaml, an epub.css or
// both. Its theme.yaml extends a built-in theme: it says what is different, and
// all else is as it is there. Its epub.css stands after that of the theme that
// it extends, so that its rules win, or in place of it ("epub-css: replace").
//
// Invariant: a Theme is complete: it has every style of [StyleNames], and every
// length in it is in scaled points.
//
// Invariant: the style sheet of a theme loads nothing: neither another sheet nor
// a picture, and no font but those that the manuscript lists.
package theme

import "octavo/book/base/unit"

// A Theme is the look of an edition. It must not be changed once parsed.
type Theme struct {
	Name  string
	Fonts Fonts
	Page  Page
	// Lines is the taste in breaking paragraphs.
	Lines   Lines
	Opening Opening
	Heads   Heads
	// Ornament is the text of a thematic break; "" for three small squares.
	Ornament string
	Colors   Colors
	styles   map[StyleName]*Style
	css      []byte
	extends  string // the built-in theme that a theme.yaml changes
	replace  bool   // its style sheet stands alone
}

// Fonts names the family that plays each role.
type Fonts struct{ Serif, Sans, Mono string }

// A Role is what a family of [Fonts] is for.
type Role string

// The roles.
const (
	Serif Role = "serif"
	Sans  Role = "sans"
	Mono  Role = "mono"
)

// Page is the page before a trim is chosen.
type Page struct {
	Trim string // name of the trim when the manuscript asks for none
	// Inner and Outer are thousandths of the trim's width, Top and Bottom of
	// its height. Top is the white above the first line of text.
	Inner, Outer, Top, Bottom int
	// Measure is the width of text that the size of type is right for. Type
	// goes half of the way to it where a trim gives more or less, within
	// MinScale and MaxScale thousandths of its size.
	Measure            unit.Length
	MaxMeasure         unit.Length
	MinScale, MaxScale int
	Baseline           unit.Length // the grid
}

// Lines are parameters of package linebreak, and of spacing within a line.
type Lines struct {
	// SpaceStretch and SpaceShrink are thousandths of a word space.
	SpaceStretch, SpaceShrink int
	// LetterStretch and LetterShrink say, in ten-thousandths of the size, how
	// much the room between letters may give way to fill a line.
	LetterStretch, LetterShrink int
	// GlyphStretch and GlyphShrink say, in thousandths of their width, how much
	// wider or narrower the glyphs of a line may be drawn to fill it.
	GlyphStretch, GlyphShrink  int
	PreTolerance, Tolerance    int
	EmergencyStretch           unit.Length
	HyphenPenalty, LinePenalty int
	AdjacentDemerits           int
	DoubleHyphenDemerits       int
	FinalHyphenDemerits        int
	LastLineMin                unit.Length
	LastLineDemerits           int
	MaxLadder                  int
	Hanging                    int // thousandths of the usual amount of hanging punctuation
}

// Opening is the first page of a chapter.
type Opening struct {
	Sinkage       int // lines of white above it
	MatterSinkage int // the same for contents, foreword and the like
	LeadIn        LeadIn
	LeadInWords   int         // words in small capitals
	Rule          unit.Length // thickness of the rule above it; 0 for none
	RuleWidth     unit.Length
	// EndRule and EndRuleWidth are those of the rule before the authors' bios.
	EndRule      unit.Length
	EndRuleWidth unit.Length
	RuleAlign    Align // Left or Center
}

// A LeadIn is how the text of a chapter begins.
type LeadIn string

// The lead-ins.
const (
	NoLeadIn  LeadIn = "none"
	SmallCaps LeadIn = "small-caps"
	DropCap   LeadIn = "drop-cap"
)

// Heads are the running heads and the folios.
type Heads struct {
	Align Place // Outside is beside the folio
	Drop  Place // of the folio at the foot of an opening page
}

// A Place is where in the width of a page a head or a folio stands.
type Place string

// The places.
const (
	Outside Place = "outside"
	Middle  Place = "center"
)

// A Color is sRGB, 8 bits a channel.
type Color struct{ R, G, B uint8 }

// Colors are those that are not the colour of a style.
type Colors struct {
	Accent, Link, Rule, Hairline, Highlight Color
}

// A Style is how one kind of text is set.
type Style struct {
	Name          StyleName
	Family        Role
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
	case Sans:
		return t.Fonts.Sans
	case Mono:
		return t.Fonts.Mono
	}
	return t.Fonts.Serif
}

// Style returns the style of that name, one of [StyleNames].
func (t *Theme) Style(name StyleName) *Style { return t.styles[name] }
