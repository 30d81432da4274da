package theme

import (
	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
)

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
	UnevenDemerits             int
	DoubleHyphenDemerits       int
	FinalHyphenDemerits        int
	LastLineMin                unit.Length
	LastLineDemerits           int
	MaxLadder                  int
	Hanging                    int // thousandths of the usual amount of hanging punctuation
}

const (
	// maxGlyph is the most, in thousandths, that glyphs may be drawn wider or narrower by.
	// The bound is generous: from some 20 on the eye sees it.
	maxGlyph = 100
	// maxTaste bounds numbers that have no bound by nature. It is generous: TeX's demerits
	// go up to 10,000, and sums of numbers below it stay far from overflow.
	maxTaste = 100_000
	// maxUneven bounds what a difference of a whole word space costs, which lines never have:
	// a tenth is seen.
	maxUneven = 10_000_000
)

var lineKeys = yaml.Object[settings[Theme]]{
	number("space-stretch", "how much wider a word space may get, in thousandths of it", 0, maxTaste, func(t *Theme) *int { return &t.Lines.SpaceStretch }),
	number("space-shrink", "how much narrower a word space may get, in thousandths of it", 0, maxTaste, func(t *Theme) *int { return &t.Lines.SpaceShrink }),
	number("letter-stretch", "how much wider the room between letters may get, in ten-thousandths of the size", 0, maxTaste, func(t *Theme) *int { return &t.Lines.LetterStretch }),
	number("letter-shrink", "how much narrower the room between letters may get, in ten-thousandths of the size", 0, maxTaste, func(t *Theme) *int { return &t.Lines.LetterShrink }),
	number("glyph-stretch", "how much wider glyphs may be drawn, in thousandths of their width", 0, maxGlyph, func(t *Theme) *int { return &t.Lines.GlyphStretch }),
	number("glyph-shrink", "how much narrower glyphs may be drawn, in thousandths of their width", 0, maxGlyph, func(t *Theme) *int { return &t.Lines.GlyphShrink }),
	number("pre-tolerance", "how loose the lines of a paragraph without hyphens may be", 0, maxTaste, func(t *Theme) *int { return &t.Lines.PreTolerance }),
	number("tolerance", "how loose lines may be", 0, maxTaste, func(t *Theme) *int { return &t.Lines.Tolerance }),
	length("emergency-stretch", "what each line may stretch by where nothing else helps", 0, maxLength, func(t *Theme) *unit.Length { return &t.Lines.EmergencyStretch }),
	number("hyphen-penalty", "what a hyphen at the end of a line costs", 0, maxTaste, func(t *Theme) *int { return &t.Lines.HyphenPenalty }),
	number("line-penalty", "what each line costs, for paragraphs of few lines", 0, maxTaste, func(t *Theme) *int { return &t.Lines.LinePenalty }),
	number("adjacent-demerits", "what a loose line beside a tight one costs", 0, maxTaste, func(t *Theme) *int { return &t.Lines.AdjacentDemerits }),
	number("uneven-demerits", "what a line costs whose word spaces are wider or narrower by a whole space than those of the line above", 0, maxUneven, func(t *Theme) *int { return &t.Lines.UnevenDemerits }),
	number("double-hyphen-demerits", "what two hyphens below each other cost", 0, maxTaste, func(t *Theme) *int { return &t.Lines.DoubleHyphenDemerits }),
	number("final-hyphen-demerits", "what a hyphen in the line before the last costs", 0, maxTaste, func(t *Theme) *int { return &t.Lines.FinalHyphenDemerits }),
	length("last-line-min", "how long the last line of a paragraph is at least to be", 0, maxLength, func(t *Theme) *unit.Length { return &t.Lines.LastLineMin }),
	number("last-line-demerits", "what a shorter last line costs", 0, maxTaste, func(t *Theme) *int { return &t.Lines.LastLineDemerits }),
	number("max-ladder", "how many lines in a row may end in hyphens", 0, maxTaste, func(t *Theme) *int { return &t.Lines.MaxLadder }),
	number("hanging", "how far punctuation hangs into the margin, in thousandths of the usual", 0, maxTaste, func(t *Theme) *int { return &t.Lines.Hanging }),
}
