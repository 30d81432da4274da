package theme

import (
	"strings"

	"octavo/book/unit"
)

// A Geometry is the page of one edition, in scaled points.
type Geometry struct {
	Width, Height unit.Length
	// Inner and Outer are the margins at the spine and at the fore edge, Top
	// the white above the text.
	Inner, Outer, Top unit.Length
	Measure           unit.Length // width of the text
	Lines             int         // lines of text on a full page
	Baseline          unit.Length
	// Facing says that left and right pages are mirrored, and that chapters
	// open on right ones.
	Facing bool
}

// Depth returns the height of the text on a full page.
func (g Geometry) Depth() unit.Length { return unit.Length(g.Lines) * g.Baseline }

// Left returns the left margin of a page.
func (g Geometry) Left(recto bool) unit.Length {
	if recto {
		return g.Inner
	}
	return g.Outer
}

// A Trim is the size of a cut page.
type Trim struct {
	Name          string
	Width, Height unit.Length
}

// Trims are the trims that have a name.
var Trims = []Trim{
	{"a4", unit.MM(210_000), unit.MM(297_000)},
	{"a5", unit.MM(148_000), unit.MM(210_000)},
	{"b5", unit.MM(176_000), unit.MM(250_000)},
	{"letter", unit.Inch.Mul(17, 2), unit.Inch * 11},
	{"digest", unit.Inch.Mul(11, 2), unit.Inch.Mul(17, 2)},
	{"us-trade", unit.Inch * 6, unit.Inch * 9},
	{"pocket", unit.Inch.Mul(17, 4), unit.Inch.Mul(55, 8)},
}

// The least and the greatest side of a trim.
const (
	minSide = 3 * unit.Inch
	maxSide = 40 * unit.Inch
)

// ParseTrim reads the name of a trim, in any case, or a measure such as "6in x 9in".
func ParseTrim(s string) (Trim, bool) {
	for _, t := range Trims {
		if strings.EqualFold(s, t.Name) {
			return t, true
		}
	}
	ws, hs, ok := strings.Cut(s, "x")
	if !ok {
		return Trim{}, false
	}
	w, okW := parseLength(strings.TrimSpace(ws), 0, 0)
	h, okH := parseLength(strings.TrimSpace(hs), 0, 0)
	ok = okW && okH && w >= minSide && w <= maxSide && h >= minSide && h <= maxSide
	return Trim{s, w, h}, ok
}

// Geometry returns the page for a trim ("" for the theme's own) and a medium,
// "print" or "screen" (""). It reports false for an unknown trim.
func (t *Theme) Geometry(trim, media string) (Geometry, bool) {
	if trim == "" {
		trim = t.Page.Trim
	}
	size, ok := ParseTrim(trim)
	if !ok {
		return Geometry{}, false
	}
	p := t.Page
	g := Geometry{Width: size.Width, Height: size.Height, Baseline: p.Baseline, Facing: media == "print"}
	g.Inner = size.Width.Mul(int64(p.Inner), 1000)
	g.Outer = size.Width.Mul(int64(p.Outer), 1000)
	if !g.Facing {
		both := g.Inner + g.Outer
		g.Inner = both / 2
		g.Outer = both - g.Inner
	}
	g.Measure = wholePoints(size.Width - g.Inner - g.Outer)
	if p.MaxMeasure > 0 && g.Measure > p.MaxMeasure {
		g.Measure = wholePoints(p.MaxMeasure)
	}
	g.spread(p)
	return g, true
}

// spread gives to the margins what the measure leaves over, in the ratio that
// they have, and divides the height into lines.
func (g *Geometry) spread(p Page) {
	free := g.Width - g.Measure
	g.Inner = free.Mul(int64(g.Inner), int64(g.Inner+g.Outer))
	g.Outer = free - g.Inner
	g.Top = g.Height.Mul(int64(p.Top), 1000)
	bottom := g.Height.Mul(int64(p.Bottom), 1000)
	g.Lines = int((g.Height - g.Top - bottom) / g.Baseline)
}

func wholePoints(l unit.Length) unit.Length { return l / unit.Point * unit.Point }
