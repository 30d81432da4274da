package layout

import (
	"fmt"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/markup/math"
	"octavo/book/typeset/formula"
)

// A Phrase is a piece of a formula, all whose glyphs together stand for its text.
type Phrase struct {
	Text  string
	Width unit.Length
}

// A Within is the place of a glyph or a rule of a phrase: so far from its left end.
type Within struct {
	Phrase *Phrase // nil for what belongs to none
	X      unit.Length
}

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

// setter returns what sets formulas among text of a font.
func (e *engine) setter(f *font) *formula.Setter {
	if s, ok := e.formulas[f]; ok {
		return s
	}
	face := e.lib.Stack(shape.Math, 400, false).Face()
	size := e.formulaSize(f)
	s := formula.New(face, func(text string, style math.Face, at unit.Length) ([]*shape.Run, unit.Length) {
		key := f.fontKey
		key.italic, key.smallCaps, key.superior, key.hyphenate = style == math.Italic, false, false, false
		if style == math.Bold {
			key.weight = 700
		}
		key.size = at.Mul(int64(f.size), int64(size))
		return e.word(e.font(key), text).runs, key.size
	})
	e.formulas[f] = s
	return s
}

// The formulas are brought to the height of the small letters around them, within
// these thousandths of their size.
const (
	smallestFormula = 880
	largestFormula  = 1080
)

// formulaSize returns the size of formulas among text of a font.
func (e *engine) formulaSize(f *font) unit.Length {
	text, face := f.stack.Face(), e.lib.Stack(shape.Math, 400, false).Face()
	share := int64(text.Metrics().XHeight) * int64(face.UnitsPerEm()) * 1000 / max(int64(face.Metrics().XHeight)*int64(text.UnitsPerEm()), 1)
	return f.size.Mul(min(max(share, smallestFormula), largestFormula), 1000)
}

// formula appends a formula within the line, in pieces between which it is broken.
func (p *paragraph) formula(in *book.Math, lk look) {
	s := p.set.setter(lk.font)
	if s == nil { // the font of formulas has been replaced by one that cannot set them
		p.plain(in.Text, lk)
		return
	}
	row, _ := math.Parse(in.TeX)
	lk.elem = formulaElement(lk.elem, in)
	lk.deco &^= underlined
	p.isolate(false, func() {
		pieces := s.Pieces(row, p.set.formulaSize(lk.font))
		for i, pc := range pieces {
			last := i+1 == len(pieces)
			p.push(standIn, lk, span{formula: &formulaPiece{pc, last}, of: in})
		}
	})
}

func formulaElement(parent *Element, m *book.Math) *Element {
	e := NewElement(parent, "Formula")
	e.Alt, e.Actual, e.Pos = m.Text, m.Text, m.Pos
	return e
}

// formulaAtom adds a piece of a formula.
func (p *paragraph) formulaAtom(i, start, end int) {
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
func (d *drawer) formula(pc *piece, lk *look) {
	f := pc.atom.formula
	d.out.items = append(d.out.items, d.p.set.formulaItems(f.Box, f.Text, pc.x, d.baseline-lk.rise, lk)...)
	d.text, d.look = nil, -1
	d.decoTo = pc.x + pc.width
	if f.last && !pc.space {
		return
	}
	t := d.p.set.blankText(d.decoTo, d.baseline-lk.rise, lk)
	if f.last { // what is behind the formula is of the text
		t.Elem = lk.elem.Parent
	}
	d.out.items = append(d.out.items, t)
}

// blankText returns a text that is a space.
func (e *engine) blankText(x, y unit.Length, lk *look) *Text {
	return &Text{X: x, Y: y, Size: lk.font.size, Color: lk.color, Elem: lk.elem, Words: []Word{{Run: e.word(lk.font, " ").runs[0]}}}
}

// formulaItems returns the glyphs and rules of a box whose point stands at x and y.
// A space on the baseline is the first: readers take the place of all from there.
func (e *engine) formulaItems(b *formula.Box, text string, x, y unit.Length, lk *look) []Item {
	phrase := &Phrase{Text: text, Width: b.Width}
	first := e.blankText(x, y, lk)
	first.Within.Phrase = phrase
	list := []Item{first}
	color, elem := lk.color, lk.elem
	for _, g := range b.Glyphs {
		list = append(list, &Text{
			X: x + g.X, Y: y - g.Y, Size: g.Size, Color: color, Elem: elem,
			Words: []Word{{Run: g.Run}}, Within: Within{phrase, g.X},
		})
	}
	for _, r := range b.Rules {
		list = append(list, &Rule{X: x + r.X, Y: y - r.Y - r.H, W: r.W, H: r.H, Color: color, Within: Within{phrase, r.X}})
	}
	return list
}

// mirror returns where an item of a phrase stands, now at x, when the phrase as a
// whole has been moved to the other side.
func (w *Within) mirror(x, sum unit.Length) unit.Length {
	return sum - (x - w.X) - w.Phrase.Width + w.X
}

// tall returns by how many lines of the grid a line has to be higher, and deeper, for
// its formulas to stay clear of the lines beside it.
func (s *section) tall(p *paragraph, ln *line) (above, below unit.Length) {
	leading, size := p.style.Leading, p.style.Size
	for i := range ln.pieces {
		a := ln.pieces[i].atom
		if a.formula == nil {
			continue
		}
		rise := p.looks[p.spans[a.span].look].rise
		above = max(above, a.formula.Box.Height+rise-leading+size.Mul(22, 100))
		below = max(below, a.formula.Box.Depth-rise-leading+size.Mul(68, 100))
	}
	return s.wholeLines(above), s.wholeLines(below)
}

// wholeLines returns the least number of lines that h takes, as a height.
func (s *section) wholeLines(h unit.Length) unit.Length {
	if h <= 0 {
		return 0
	}
	b := s.geo.Baseline
	return (h + b - 1) / b * b
}

// The measures of displays.
const (
	displayWhite    = 45  // hundredths of a line above and below
	smallestDisplay = 700 // thousandths of its size, to which a wide one is set smaller
)

// display sets a formula that stands alone, in the middle of the measure.
func (s *section) display(b *book.Formula, fr frame) {
	elem := formulaElement(fr.elem, b.Math)
	lk := s.look(fr.style, s.lang, elem)
	setter := s.setter(lk.font)
	if setter == nil {
		s.put(s.plainText(b.Math.Text, fr.style, fr), fr.grid)
		return
	}
	row, _ := math.Parse(b.Math.TeX)
	box := s.fitted(b, setter, row, s.formulaSize(lk.font), s.width(fr))
	line := s.geo.Baseline
	if !fr.grid {
		line = fr.style.Leading
	}
	ink := box.Height + box.Depth
	st := &strip{height: ink + 2*line.Mul(displayWhite, 100), at: place{b.Math, 0}}
	if fr.grid {
		st.height = s.wholeLines(st.height)
	}
	x := fr.left + max(s.width(fr)-box.Width, 0)/2
	st.items = s.formulaItems(box, b.Math.Text, x, (st.height-ink)/2+box.Height, &lk)
	if s.rtl {
		st.mirror(fr.left, fr.left+s.width(fr))
	}
	s.space(0)
	s.keep() // a formula is part of the sentence before it
	s.settle(st)
	s.first(st, fr.grid)
}

// fitted sets a display, smaller when it is too wide.
func (s *section) fitted(b *book.Formula, setter *formula.Setter, row *math.Row, size, width unit.Length) *formula.Box {
	box := setter.Set(row, size, true)
	if box.Width <= width {
		return box
	}
	share := max(int64(width)*1000/int64(box.Width), smallestDisplay)
	if box = setter.Set(row, size.Mul(share, 1000), true); box.Width > width+unit.Point/2 && !s.dry {
		s.tooWide(b.Pos, box.Width-width, `divide it with \begin{aligned} and \\`, fmt.Sprintf("a formula is %s too wide", box.Width-width))
	}
	return box
}
