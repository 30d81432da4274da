package theme

import (
	"octavo/book"
	"octavo/book/base/unit"
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

// Overhang returns by how much a figure may reach into each margin at the sides, a share in
// thousandths of what may be used: half of the outer margin less the least. Where pages face
// each other the inner margin is left to the fold, and returned as 0. Half of it is left
// for the knife, and for [Geometry.Bind], which moves the text outwards by no more.
func (g Geometry) Overhang(share int) (inner, outer unit.Length) {
	outer = (max(g.Outer-leastOuter, 0) / 2).Mul(int64(share), 1000)
	if !g.Facing {
		inner = outer
	}
	return inner, outer
}

// Left returns the left margin of a page.
func (g Geometry) Left(recto bool) unit.Length {
	if recto {
		return g.Inner
	}
	return g.Outer
}

// gutters are the least inner margins of a bound book by its number of pages, as
// printers on demand ask for them; the numbers are those of Kindle Direct Publishing.
// A thicker book opens less wide, and more of its inner margin is lost in the fold.
var gutters = []struct {
	pages int // at most
	least unit.Length
}{
	{150, unit.Inch.Mul(3, 8)}, {300, unit.Inch / 2}, {500, unit.Inch.Mul(5, 8)},
	{700, unit.Inch.Mul(3, 4)}, {1 << 30, unit.Inch.Mul(7, 8)},
}

// MostBound is the number of pages that the printers of [gutters] bind at most, for text in
// black on white paper.
const MostBound = 828

// gutter returns the least inner margin of a book of so many pages.
func gutter(pages int) unit.Length {
	i := 0
	for pages > gutters[i].pages {
		i++
	}
	return gutters[i].least
}

// leastOuter is the least margin at the fore edge, which the knife may move. The printers
// of [gutters] ask for a quarter of an inch.
const leastOuter = unit.Inch / 4

// leastMargins is what both margins need together in the thickest book.
const leastMargins = unit.Inch*7/8 + leastOuter

// Bind moves the text of facing pages from the spine by what a book of so many
// pages loses in its fold. The measure stays, so that no line is broken anew.
func (g Geometry) Bind(pages int) Geometry {
	if !g.Facing {
		return g
	}
	least := gutter(pages)
	shift := max(least-gutter(0), least-g.Inner)
	shift = max(min(shift, g.Outer-leastOuter), 0)
	g.Inner += shift
	g.Outer -= shift
	return g
}

// Fit returns the theme with its type made larger or smaller for a trim, and the
// page: for a trim ("" for the theme's own) and a medium. It reports false for an
// unknown trim.
func (t *Theme) Fit(trim string, media book.Media) (*Theme, Geometry, bool) {
	if trim == "" {
		trim = t.Page.Trim
	}
	size, ok := ParseTrim(trim)
	if !ok {
		return nil, Geometry{}, false
	}
	fit := t.scaled(t.grid(size))
	return fit, fit.geometry(size, media == book.Print), true
}

// Geometry returns the page of [Theme.Fit] alone.
func (t *Theme) Geometry(trim string, media book.Media) (Geometry, bool) {
	_, g, ok := t.Fit(trim, media)
	return g, ok
}

// grid returns the baseline grid for a trim: that of the theme made larger or
// smaller with the type, in half points.
func (t *Theme) grid(size Trim) unit.Length {
	const step = unit.Point / 2 // by eye: finer steps are not seen
	p := &t.Page
	room := size.Width - size.Width.Mul(int64(p.Inner+p.Outer), 1000)
	want := (1000 + int64(room)*1000/int64(max(p.Measure, 1))) / 2
	want = max(min(want, int64(p.MaxScale)), int64(p.MinScale))
	return max((p.Baseline.Mul(want, 1000)+step/2)/step*step, step)
}

// scaled returns the theme with all that is measured by its type brought to a
// grid. A length of whole lines is one of as many lines of the new grid.
func (t *Theme) scaled(grid unit.Length) *Theme {
	if grid == t.Page.Baseline {
		return t
	}
	from := int64(t.Page.Baseline)
	out := *t
	scale := func(list ...*unit.Length) {
		for _, l := range list {
			*l = l.Mul(int64(grid), from)
		}
	}
	scale(&out.Page.Measure, &out.Page.MaxMeasure, &out.Page.Baseline, &out.Lines.EmergencyStretch, &out.Lines.LastLineMin)
	out.styles = make(map[StyleName]*Style, len(t.styles))
	for name, s := range t.styles {
		c := *s
		scale(&c.Size, &c.Leading, &c.Before, &c.After, &c.Indent, &c.Left, &c.Right)
		out.styles[name] = &c
	}
	return &out
}

// geometry returns the page of a trim.
func (t *Theme) geometry(size Trim, facing bool) Geometry {
	p := t.Page
	g := Geometry{Width: size.Width, Height: size.Height, Baseline: p.Baseline, Facing: facing}
	g.Inner = size.Width.Mul(int64(p.Inner), 1000)
	g.Outer = size.Width.Mul(int64(p.Outer), 1000)
	if !g.Facing {
		both := g.Inner + g.Outer
		g.Inner = both / 2
		g.Outer = both - g.Inner
	}
	g.Measure = min(size.Width-g.Inner-g.Outer, size.Width-leastMargins)
	if p.MaxMeasure > 0 {
		g.Measure = min(g.Measure, p.MaxMeasure)
	}
	g.Measure = wholePoints(g.Measure)
	g.spread(p)
	return g
}

// spread gives to the margins what the measure leaves over, in the ratio that
// they have, and divides the height into lines.
func (g *Geometry) spread(p Page) {
	free := g.Width - g.Measure
	g.Inner = free.Mul(int64(g.Inner), int64(max(g.Inner+g.Outer, 1)))
	g.Outer = free - g.Inner
	g.Top = g.Height.Mul(int64(p.Top), 1000)
	bottom := g.Height.Mul(int64(p.Bottom), 1000)
	g.Lines = int((g.Height - g.Top - bottom) / g.Baseline)
}

func wholePoints(l unit.Length) unit.Length { return l / unit.Point * unit.Point }
