package svg

import (
	"octavo/book/font/sfnt"
	"octavo/book/graphic/drawing"
	"octavo/book/markup/css"
)

// A Setter sets a line of text in fonts; false when they lack a letter of it.
type Setter func(t *drawing.Text) ([]Run, bool)

// A Run is glyphs of one font, set from (X, Y) in the space of their text.
type Run struct {
	Font   *sfnt.Font
	Span   *drawing.Span // their size and paint
	X, Y   drawing.Fixed
	Glyphs []Glyph
}

// A Glyph is at (X, Y) of its run, in font units, Y upwards.
type Glyph struct {
	ID   uint16
	X, Y int
}

// maxLetters bounds the bytes of text that are outlined in one file: a letter
// comes to some two hundred bytes.
const maxLetters = 20_000

// An outliner finds the texts of a file that can be shown by the outlines of
// their letters, and look as Parse reads them.
type outliner struct {
	*parser
	set     Setter
	places  map[*node]place
	used    map[string]bool // ids that a use refers to
	letters int
	glyphs  map[glyph]outline
}

// A place is where an element stands.
type place struct {
	style style
	view  viewBox // that percentages refer to
	// plain says that what stands there is shown there alone, and that no
	// property which Parse passes over changes its letters.
	plain bool
}

func newOutliner(root *node, box viewBox, set Setter) *outliner {
	o := &outliner{parser: newParser(), set: set, used: map[string]bool{}, glyphs: map[glyph]outline{}}
	o.collect(root)
	o.findUsed(root)
	o.places = map[*node]place{nil: {initial(), box, true}}
	return o
}

func (o *outliner) findUsed(n *node) {
	if n.Name == "use" {
		o.used[trimHash(href(n))] = true
	}
	for _, c := range n.Kids {
		o.findUsed(c)
	}
}

// elsewhere are the elements whose content is shown at other places, with the
// style and the percentages of these, or not at all.
var elsewhere = words("symbol marker pattern mask clipPath")

// at returns the place within n.
func (o *outliner) at(n *node) place {
	if p, ok := o.places[n]; ok {
		return p
	}
	p := o.at(n.Parent)
	o.view = p.view
	p.style = o.styleOf(n, p.style)
	id := n.Get("id")
	p.plain = p.plain && !elsewhere[n.Name] && !(id != "" && o.used[id]) && o.understood(n)
	if n.Name == "svg" && n.Parent != nil {
		w, h := o.extent(n, &p.style)
		p.view = viewBox{0, 0, w, h}
		if b, ok := parseViewBox(n.Get("viewBox")); ok {
			p.view = b
		}
	}
	o.places[n] = p
	return p
}

var (
	// reshaping are the properties that change letters or their places and that
	// Parse does not carry out.
	reshaping = words("text-decoration text-decoration-line writing-mode baseline-shift word-spacing text-transform white-space direction unicode-bidi")
	// neutral are the values of these properties that change nothing.
	neutral = words("none normal 0 baseline auto inherit nowrap ltr lr lr-tb horizontal-tb")
)

// understood reports whether no property of n reshapes its letters.
func (o *outliner) understood(n *node) bool {
	list := o.declarations(n)
	for _, a := range n.Attr {
		list = append(list, css.Decl{Name: a.Name, Value: a.Value})
	}
	for _, d := range list {
		if reshaping[d.Name] && !neutral[d.Value] {
			return false
		}
	}
	return true
}

// understoodWithin reports whether no property of the elements within n reshapes letters.
func (o *outliner) understoodWithin(n *node) bool {
	for _, c := range n.Kids {
		if c.Name != "" && !(o.understood(c) && o.understoodWithin(c)) {
			return false
		}
	}
	return true
}

// read returns the runs of a text element in its own space, and false when it
// has to stay a text: its look is not known here, a part of it is lost in
// the reading, or a glyph is missing.
func (o *outliner) read(n *node) ([]Run, bool) {
	p := o.at(n)
	if !p.plain || !o.understoodWithin(n) {
		return nil, false
	}
	o.view, o.problems = p.view, nil
	clear(o.noted)
	var runs []Run
	for _, it := range o.text(n, p.style, drawing.Identity) {
		t := it.(*drawing.Text)
		for i := range t.Spans {
			o.letters += len(t.Spans[i].Value)
		}
		if o.letters > maxLetters {
			return nil, false
		}
		list, ok := o.set(t)
		if !ok {
			return nil, false
		}
		runs = append(runs, list...)
	}
	return runs, len(o.problems) == 0 && !o.full && o.steps < maxSteps
}

// effects are the properties of a text that bear on it as a whole.
var effects = words("opacity display clip-path mask filter mix-blend-mode")

// effectsOf returns the declarations of effects for n.
func (o *outliner) effectsOf(n *node) []css.Decl {
	var list []css.Decl
	for _, d := range o.declarations(n) {
		if effects[d.Name] {
			list = append(list, d)
		}
	}
	return list
}

// pathStyle returns the style of a path that takes the place of n, before the
// path says anything itself: what it inherits, and what style sheets say of paths.
func (o *outliner) pathStyle(n *node) style {
	outer := o.at(n.Parent)
	o.view = outer.view
	g := &node{Name: "g", Parent: n.Parent}
	return o.styleOf(&node{Name: "path", Parent: g}, o.styleOf(g, outer.style))
}
