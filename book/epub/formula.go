package epub

import (
	"fmt"
	"hash/fnv"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/render"
	"octavo/book/markup/math"
	"octavo/book/typeset/formula"
)

// Kindle's conversion may or may not show MathML: in an edition for it formulas are
// pictures, with their text for those who cannot see them.

// formulaEm is the size in pixels of letters in the picture of a formula: twice that of
// text of 12 points at 300 pixels to the inch, so that a reader may choose larger text.
const formulaEm = 100

// formulaPad is the white around a formula in pixels: letters may lean out of their
// width. By eye.
const formulaPad = 6

// A formulaKey is a formula with how it is set.
type formulaKey struct {
	tex     string
	display bool
}

// A formulaImage is the picture of a formula, in pixels; depth is what is below
// the line.
type formulaImage struct {
	media                *media
	width, height, depth int
}

// planFormulas draws each formula of the book once.
func (p *plan) planFormulas(taken map[string]bool) {
	if p.opt.Profile != book.Kindle || p.opt.Drawings == nil {
		return
	}
	set := newFormulaSetter(p.opt.Drawings)
	if set == nil {
		return
	}
	p.formulas = map[formulaKey]*formulaImage{}
	eachFormula(p.book, func(m *book.Math, display bool) {
		key := formulaKey{m.TeX, display}
		if _, ok := p.formulas[key]; ok {
			return
		}
		img, err := drawFormula(set, key)
		if err != nil { // it is written as text
			return
		}
		h := fnv.New32a()
		fmt.Fprint(h, key.tex, display)
		img.media.name = unique(fmt.Sprintf("formula-%08x", h.Sum32()), key.tex, ".png", taken)
		img.media.id = "image." + img.media.name
		p.formulas[key] = img
		p.media = append(p.media, img.media)
	})
}

// eachFormula calls visit for each formula that the documents show as one.
func eachFormula(b *book.Book, visit func(m *book.Math, display bool)) {
	for at, run := range book.Runs(shown(b)) {
		_, display := at.Block.(*book.Formula)
		book.WalkInlines(run, func(in book.Inline) bool {
			if m, ok := in.(*book.Math); ok {
				visit(m, display)
			}
			return true
		})
	}
}

// shown returns b without the runs that no document shows with their formulas: bios of
// contributors who are introduced by another.
func shown(b *book.Book) *book.Book {
	s := *b
	s.Contributors = nil
	for _, c := range book.Introduced(b) {
		s.Contributors = append(s.Contributors, c.Person)
	}
	return &s
}

// measureFormulas measures each formula of the book that is set on a line of its own.
func (p *plan) measureFormulas() {
	if p.opt.Profile == book.Kindle || p.opt.Drawings == nil {
		return
	}
	var set *formula.Setter
	p.extents = map[string]extent{}
	eachFormula(p.book, func(m *book.Math, display bool) {
		if _, ok := p.extents[m.TeX]; ok || !display {
			return
		}
		if set == nil {
			if set = newFormulaSetter(p.opt.Drawings); set == nil {
				return
			}
		}
		row, _ := math.Parse(m.TeX)
		box := set.Set(row, formulaEm*unit.Point, true)
		p.extents[m.TeX] = extent{roomy(box.Width), roomy(box.Height + box.Depth)}
	})
}

// An extent is the width and height of a formula in hundredths of an em.
type extent struct{ width, height int }

// roomy returns the pixels of a length with a tenth and half an em more, which a formula
// may take in the face of another system. By eye: too little makes a reading system cut
// the formula or let it be scrolled, too much leaves white.
func roomy(l unit.Length) int { return int(l.Mul(11, 10)/unit.Point) + formulaEm/2 }

// newFormulaSetter returns what sets formulas among the serif of drawings.
func newFormulaSetter(fonts *render.Fonts) *formula.Setter {
	shaper := fonts.Library.NewShaper()
	face := fonts.Library.Stack(shape.Math, 400, false).Face()
	return formula.New(face, func(text string, style math.Face, size unit.Length) ([]*shape.Run, unit.Length) {
		weight := 400
		if style == math.Bold {
			weight = 700
		}
		stack := fonts.Library.Stack(fonts.Families[drawing.Serif], weight, style == math.Italic)
		return shaper.Shape(stack, text, shape.Options{}), size
	})
}

// drawFormula draws a formula in black on white. A pixel is a point of the formula as
// it is set, so that their fractions agree.
func drawFormula(set *formula.Setter, key formulaKey) (*formulaImage, error) {
	row, _ := math.Parse(key.tex)
	box := set.Set(row, formulaEm*unit.Point, key.display)
	pixels := func(l unit.Length) int { return int((l+unit.Point-1)/unit.Point) + formulaPad }
	img := &formulaImage{width: pixels(box.Width) + formulaPad, height: pixels(box.Height) + pixels(box.Depth), depth: pixels(box.Depth)}
	d := &drawing.Drawing{Width: drawing.Int(img.width), Height: drawing.Int(img.height)}
	black := &drawing.Paint{Opacity: drawing.Opaque}
	x, y := drawing.Int(formulaPad), drawing.Int(img.height-img.depth)
	for _, g := range box.Glyphs {
		placed := render.Placed{Run: g.Run, X: x + drawing.Fixed(g.X), Y: y - drawing.Fixed(g.Y), Span: &drawing.Span{Size: drawing.Fixed(g.Size)}}
		d.Items = append(d.Items, &drawing.Shape{Path: placed.Outline(), Transform: drawing.Identity, Fill: black})
	}
	for _, r := range box.Rules {
		path := drawing.Rect(x+drawing.Fixed(r.X), y-drawing.Fixed(r.Y+r.H), drawing.Fixed(r.W), drawing.Fixed(r.H))
		d.Items = append(d.Items, &drawing.Shape{Path: path, Transform: drawing.Identity, Fill: black})
	}
	data, err := render.PNG(d, nil, img.width, img.height, drawing.Color{R: 255, G: 255, B: 255})
	if err != nil {
		return nil, err
	}
	img.media = &media{folder: "images", typ: "image/png", data: data}
	return img, nil
}

// formula writes a formula as its picture, in the size of the letters around it, or
// as text when it has none.
func (w *writer) formula(m *book.Math, display bool) {
	img := w.plan.formulas[formulaKey{m.TeX, display}]
	if img == nil {
		w.Element("span", m.Text, "class", "formula")
		return
	}
	em := func(pixels int) string { return unit.Pt(int64(pixels)).Mul(1, formulaEm).Decimal(2) + "em" }
	style := "width: " + em(img.width)
	if !display {
		style += "; vertical-align: -" + em(img.depth)
	}
	w.Void("img", "class", "formula", "src", "../"+img.media.path(), "alt", m.Text, "style", style)
}
