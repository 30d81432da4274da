package para

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/markup/math"
	"octavo/book/typeset/document"
	"octavo/book/typeset/formula"
)

// A formulaPiece is a piece of a formula on its way to a line.
type formulaPiece struct {
	formula.Piece
	last bool // of its formula
}

// Costs of breaks within a formula, those of plain TeX.
const (
	costRelation = 500
	costOperator = 700
)

// standIn is what stands for a piece of a formula in the text of its paragraph: lines
// are broken beside it as beside a letter.
const standIn = "x"

// Formulas returns the setter of formulas among text of a font, nil when the face of
// formulas cannot set them.
func (e *Engine) Formulas(f *Font) *formula.Setter {
	if s, ok := e.formulas[f]; ok {
		return s
	}
	face := e.lib.Stack(shape.Math, 400, false).Face()
	size := e.FormulaSize(f)
	s := formula.New(face, func(text string, style math.Face, at unit.Length) ([]*shape.Run, unit.Length) {
		key := f.FontKey
		key.italic, key.smallCaps, key.superior, key.hyphenate = style == math.Italic, false, false, false
		if style == math.Bold {
			key.weight = 700
		}
		key.Size = at.Mul(int64(f.Size), int64(size))
		return e.Word(e.Font(key), text).Runs, key.Size
	})
	e.formulas[f] = s
	return s
}

// The formulas are brought to the height of the small letters around them, within
// these thousandths of their size. By eye.
const (
	smallestFormula = 880
	largestFormula  = 1080
)

// FormulaSize returns the size of formulas among text of a font.
func (e *Engine) FormulaSize(f *Font) unit.Length {
	text, face := f.stack.Face(), e.lib.Stack(shape.Math, 400, false).Face()
	share := int64(text.Metrics().XHeight) * int64(face.UnitsPerEm()) * 1000 / max(int64(face.Metrics().XHeight)*int64(text.UnitsPerEm()), 1)
	return f.Size.Mul(min(max(share, smallestFormula), largestFormula), 1000)
}

// formula appends a formula within the line, in pieces between which it is broken.
func (p *Paragraph) formula(in *book.Math, lk Look) {
	s := p.set.Formulas(lk.Font)
	if s == nil { // the font of formulas has been replaced by one that cannot set them
		p.Plain(in.Text, lk)
		return
	}
	row, _ := math.Parse(in.TeX)
	lk.Elem = FormulaElement(lk.Elem, in)
	lk.deco &^= underlined
	p.isolate(false, func() {
		pieces := s.Pieces(row, p.set.FormulaSize(lk.Font))
		for i, pc := range pieces {
			last := i+1 == len(pieces)
			p.push(standIn, lk, span{formula: &formulaPiece{pc, last}, of: in})
		}
	})
}

// FormulaElement returns the element of a formula, which is read aloud as its line of text.
func FormulaElement(parent *document.Element, m *book.Math) *document.Element {
	e := document.NewElement(parent, "Formula")
	e.Alt, e.Actual, e.Pos = m.Text, m.Text, m.Pos
	return e
}

// formulaAtom adds a piece of a formula.
func (p *Paragraph) formulaAtom(i, start, end int) {
	pc := p.spans[i].formula
	a := atom{formula: pc, span: int32(i), start: start, end: end}
	if !pc.last {
		a.gap, a.space, a.cost = signed, pc.Glue, costOperator
		if pc.Rel {
			a.cost = costRelation
		}
	}
	p.atoms = append(p.atoms, a)
}

// formula draws a piece of a formula.
func (d *drawer) formula(pc *piece, lk *Look) {
	f := pc.atom.formula
	d.out.Items = append(d.out.Items, d.p.set.FormulaItems(f.Box, f.Text, pc.x, d.baseline-lk.rise, lk)...)
	d.text, d.look = nil, -1
	d.decoTo = pc.x + pc.width
	if f.last && !pc.space {
		return
	}
	t := d.p.set.blankText(d.decoTo, d.baseline-lk.rise, lk)
	if f.last { // what is behind the formula is of the text
		t.Elem = lk.Elem.Parent
	}
	d.out.Items = append(d.out.Items, t)
}

// blankText returns a text that is a space.
func (e *Engine) blankText(x, y unit.Length, lk *Look) *document.Text {
	return &document.Text{X: x, Y: y, Size: lk.Font.Size, Color: lk.Color, Elem: lk.Elem, Words: []document.Word{{Run: e.Word(lk.Font, " ").Runs[0]}}}
}

// FormulaItems returns the glyphs and rules of a box whose point stands at x and y.
// The first item is a space on the baseline, since readers take the place of a phrase from
// its first text.
func (e *Engine) FormulaItems(b *formula.Box, text string, x, y unit.Length, lk *Look) []document.Item {
	phrase := &document.Phrase{Text: text, Width: b.Width}
	first := e.blankText(x, y, lk)
	first.Within.Phrase = phrase
	list := []document.Item{first}
	color, elem := lk.Color, lk.Elem
	for _, g := range b.Glyphs {
		list = append(list, &document.Text{
			X: x + g.X, Y: y - g.Y, Size: g.Size, Color: color, Elem: elem,
			Words: []document.Word{{Run: g.Run}}, Within: document.Within{Phrase: phrase, X: g.X},
		})
	}
	for _, r := range b.Rules {
		list = append(list, &document.Rule{X: x + r.X, Y: y - r.Y - r.H, W: r.W, H: r.H, Color: color, Within: document.Within{Phrase: phrase, X: r.X}})
	}
	return list
}
