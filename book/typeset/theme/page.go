package theme

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
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

// The bounds of a baseline, generous: books have from 10 to 20 points.
const (
	minBaseline = 4 * unit.Point
	maxBaseline = 100 * unit.Point
)

var pageKeys = yaml.Object[settings[Theme]]{
	field("trim", "the size of the page where the manifest asks for none, by its name or as 6x9in", yaml.Shape{Form: yaml.AnyText}, readTrim, func(t *Theme) *string { return &t.Page.Trim }),
	number("inner", "the margin at the spine, in thousandths of the trim's width", 0, 1000, func(t *Theme) *int { return &t.Page.Inner }),
	number("outer", "the margin at the fore edge, in thousandths of the trim's width", 0, 1000, func(t *Theme) *int { return &t.Page.Outer }),
	number("top", "the margin above the text, in thousandths of the trim's height", 0, 1000, func(t *Theme) *int { return &t.Page.Top }),
	number("bottom", "the margin below the text, in thousandths of the trim's height", 0, 1000, func(t *Theme) *int { return &t.Page.Bottom }),
	length("measure", "the width of text that suits the size of type", 10*unit.Point, maxLength, func(t *Theme) *unit.Length { return &t.Page.Measure }),
	length("max-measure", "the greatest width of text; 0pt for any", 0, maxLength, func(t *Theme) *unit.Length { return &t.Page.MaxMeasure }),
	number("min-scale", "how small type may get on a small trim, in thousandths", 500, 2000, func(t *Theme) *int { return &t.Page.MinScale }),
	number("max-scale", "how large type may get on a large trim, in thousandths", 500, 2000, func(t *Theme) *int { return &t.Page.MaxScale }),
	base[Theme]("baseline", "the distance of two lines of text, which all else keeps to", minBaseline, maxBaseline),
}

// readTrim reads a trim by its name or measure.
func readTrim(v yaml.Value) (string, bool) {
	s := v.Line()
	if _, ok := ParseTrim(s); !ok {
		v.Report(rule.EditionTrim.At(v.Pos(), TrimHint(s), "unknown trim %q", book.Clip(s, 60)))
		return "", false
	}
	return s, true
}
