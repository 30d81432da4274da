package svg

import (
	"cmp"
	"slices"
	"strings"

	"octavo/book/graphic/drawing"
)

// A Problem is something of a file that is not shown, or not kept.
type Problem struct {
	Line, Col int // 1-based place in the file
	Message   string
}

// A Drawing is what an SVG file shows.
type Drawing = drawing.Drawing

// The bounds of a drawing. They are generous for figures: a map of a country with its
// borders has some thousands of shapes. Without bounds a file of a few lines could ask for a
// shape a million times, by references to references.
const (
	maxProblems = 100     // more than an author reads
	maxItems    = 200_000 // shapes and texts, after references are resolved
	maxUses     = 20      // references within references
	maxPoints   = 4_000_000
	maxCost     = 64 << 20 // bytes of attributes and style read, repeats included
)

// Parse reads an SVG file for a book in lang, "" for any. Problems are in the order of the
// file, each message once. An error means that the file cannot be read at all.
func Parse(data []byte, lang string) (*Drawing, []Problem, error) {
	root, err := readFor(data, lang)
	if err != nil {
		return nil, nil, err
	}
	f, err := frameOf(root)
	if err != nil {
		return nil, nil, err
	}
	p := newParser()
	p.view = f.box
	p.collect(root)
	if hasVariable(string(data)) {
		p.settle(root, nil, p.note)
	}
	m, slice := fit(f.box, f.width, f.height, root.Get("preserveAspectRatio"))
	s := p.styleOf(root, initial())
	d := &Drawing{Width: f.width, Height: f.height}
	if !s.none {
		d.Items = p.children(root, s, m)
		d.Items = withOpacity(d.Items, s.opacity)
	}
	if slice {
		clip := &drawing.Clip{Path: drawing.Rect(0, 0, f.width, f.height)}
		d.Items = []drawing.Item{&drawing.Group{Items: d.Items, Opacity: drawing.Opaque, Clip: clip}}
	}
	return d, p.sorted(), nil
}

type parser struct {
	ids       map[string]*node
	rules     []rule
	view      viewBox // of the innermost viewport, for percentages
	problems  []Problem
	noted     map[string]bool
	gradients map[*node]*stops
	patterns  map[*node]*drawing.Pattern
	pictures  map[*node]*drawing.File
	uses      int // depth of references
	items     int
	points    int
	steps     int
	cost      int
	full      bool     // a bound was reached
	labels    []string // words of HTML within, see unsaid
	labelsAt  int      // the problem that names them, counted from 1
}

func newParser() *parser {
	return &parser{ids: map[string]*node{}, noted: map[string]bool{}, gradients: map[*node]*stops{},
		patterns: map[*node]*drawing.Pattern{}, pictures: map[*node]*drawing.File{}}
}

// collect indexes ids and reads style sheets.
func (p *parser) collect(n *node) {
	if id := n.Get("id"); id != "" && p.ids[id] == nil {
		p.ids[id] = n
	}
	if n.Name == "style" && !foreign(n) {
		p.rules = append(p.rules, parseSheet(n.Content(), func(msg string) { p.note(n, msg) })...)
	}
	for _, c := range n.Kids {
		p.collect(c)
	}
	if n.Parent == nil {
		sortRules(p.rules)
		p.rules = p.rules[:min(len(p.rules), maxRules)]
	}
}

// note reports a problem at n, each message once.
func (p *parser) note(n *node, msg string) {
	if p.noted[msg] || len(p.problems) >= maxProblems {
		return
	}
	p.noted[msg] = true
	p.problems = append(p.problems, Problem{n.Line, n.Col, msg})
}

// sorted returns the problems in the order of the file.
func (p *parser) sorted() []Problem {
	slices.SortStableFunc(p.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return p.problems
}

// spend counts the reading of n, which references can make happen many times. 64 and 16
// stand for the work on an element and on an attribute whatever their length.
func (p *parser) spend(n *node) {
	cost := 64 + len(n.Text)
	for _, a := range n.Attr {
		cost += 16 + len(a.Value)
	}
	p.pay(cost, n)
}

func (p *parser) pay(cost int, n *node) {
	p.cost += cost
	if p.cost > maxCost && !p.full {
		p.full = true
		p.note(n, "the drawing is too large; the rest is not drawn")
	}
}

// length reads a length or, with whole, a percentage of it.
func (p *parser) length(v string, em, whole drawing.Fixed) (drawing.Fixed, bool) {
	v = strings.TrimSpace(v)
	f, n := drawing.ParseFixed(v)
	if n == 0 {
		return 0, false
	}
	switch unit := strings.ToLower(v[n:]); unit {
	case "%":
		return f.Scale(whole, drawing.Int(100)), true
	case "em":
		return f.Mul(em), true
	case "ex", "ch":
		return f.Mul(em) / 2, true
	case "rem":
		return f * 16, true
	default:
		px, ok := unitPixels[unit]
		return f.Mul(px), ok
	}
}

// diagonal is what percentages that are neither across nor down refer to: the diagonal of
// the viewport over √2 (SVG 2, section 8.9).
func (p *parser) diagonal() drawing.Fixed {
	return drawing.Hypot(p.view.w, p.view.h).Scale(10_000, 14_142)
}

// x, y and size read an attribute of n across, down and along neither.
func (p *parser) x(n *node, name string, s *style) drawing.Fixed { return p.attr(n, name, s, p.view.w) }
func (p *parser) y(n *node, name string, s *style) drawing.Fixed { return p.attr(n, name, s, p.view.h) }
func (p *parser) size(n *node, name string, s *style) drawing.Fixed {
	return p.attr(n, name, s, p.diagonal())
}

func (p *parser) attr(n *node, name string, s *style, whole drawing.Fixed) drawing.Fixed {
	v := n.Get(name)
	if v == "" || v == "auto" {
		return 0
	}
	f, ok := p.length(v, s.size, whole)
	if !ok {
		p.note(n, "length "+clip(v)+" of "+name+" is not understood")
	}
	return f
}

// children returns the items of the elements within n.
func (p *parser) children(n *node, s style, m drawing.Matrix) []drawing.Item {
	var items []drawing.Item
	for _, c := range n.Kids {
		if c.Name != "" && !foreign(c) {
			items = append(items, p.element(c, s, m)...)
		}
	}
	return items
}

// silent are the elements that show nothing by themselves.
var silent = words(`defs symbol style title desc metadata linearGradient radialGradient stop clipPath
	marker mask filter pattern view solidcolor`)

// element returns the items of n, drawn in the space of m.
func (p *parser) element(n *node, inherited style, m drawing.Matrix) []drawing.Item {
	if p.full || silent[n.Name] {
		return nil
	}
	p.spend(n)
	s := p.styleOf(n, inherited)
	if s.none {
		return nil
	}
	if v := n.Get("transform"); v != "" {
		t, ok := parseTransform(v)
		if !ok {
			p.note(n, "transform "+clip(v)+" is not understood")
		}
		m = m.Mul(t)
	}
	items := p.draw(n, s, m)
	if s.clip != "" && len(items) > 0 {
		items = p.clipped(items, s.clip, m, n)
	}
	items = withOpacity(items, s.opacity)
	if s.mask != "" && len(items) > 0 {
		items = p.masked(items, s.mask, m, n)
	}
	if s.blend != drawing.Normal && len(items) > 0 {
		items = []drawing.Item{&drawing.Group{Items: items, Opacity: drawing.Opaque, Blend: s.blend}}
	}
	return items
}

func (p *parser) draw(n *node, s style, m drawing.Matrix) []drawing.Item {
	switch n.Name {
	case "g", "a", "switch":
		return p.children(n, s, m)
	case "svg":
		return p.viewport(n, n, s, m)
	case "use":
		return p.use(n, s, m)
	case "text":
		return p.text(n, s, m)
	case "image":
		return p.image(n, s, m)
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		return p.shape(n, s, m)
	case "script":
		p.note(n, "<script> is dropped")
	case "animate", "animateTransform", "animateMotion", "set":
		p.note(n, "<"+n.Name+"> is dropped: the drawing stands still")
	case "foreignObject":
		p.unsaid(n)
	default:
		p.note(n, "<"+clip(n.Name)+"> is not supported and is not drawn")
	}
	return nil
}

// viewport draws the children of content in the viewport that at describes.
func (p *parser) viewport(at, content *node, s style, m drawing.Matrix) []drawing.Item {
	w, h := p.extent(at, &s)
	if w < 0 || h < 0 {
		return nil
	}
	m = m.Mul(drawing.Translate(p.x(at, "x", &s), p.y(at, "y", &s)))
	outer := p.view
	defer func() { p.view = outer }()
	inner, box := m, viewBox{0, 0, w, h}
	if b, ok := parseViewBox(content.Get("viewBox")); ok {
		t, _ := fit(b, w, h, content.Get("preserveAspectRatio"))
		inner, box = m.Mul(t), b
	}
	p.view = box
	items := p.children(content, s, inner)
	if content.Get("overflow") == "visible" || len(items) == 0 {
		return items
	}
	frame := drawing.Rect(0, 0, w, h)
	clip := &drawing.Clip{Path: frame.Transform(m)}
	return []drawing.Item{&drawing.Group{Items: items, Opacity: drawing.Opaque, Clip: clip}}
}

// extent returns the size of a viewport within the one at hand.
func (p *parser) extent(n *node, s *style) (w, h drawing.Fixed) {
	return cmp.Or(p.x(n, "width", s), p.view.w), cmp.Or(p.y(n, "height", s), p.view.h)
}

// use draws the element that n refers to.
func (p *parser) use(n *node, s style, m drawing.Matrix) []drawing.Item {
	id, local := strings.CutPrefix(href(n), "#")
	target := p.ids[id]
	switch {
	case !local:
		p.note(n, "reference "+clip(href(n))+" leads out of the file and is not drawn")
		return nil
	case target == nil:
		p.note(n, "reference to #"+clip(id)+", which is not there")
		return nil
	case p.uses >= maxUses:
		p.note(n, "references are nested too deep")
		return nil
	}
	p.uses++
	defer func() { p.uses-- }()
	m = m.Mul(drawing.Translate(p.x(n, "x", &s), p.y(n, "y", &s)))
	switch target.Name {
	case "symbol", "svg":
		// Such a target is a viewport of its own, whose size the use may give: viewport
		// reads it from an element made for that.
		inner := p.styleOf(target, s)
		frame := &node{Name: "use", Line: n.Line, Col: n.Col}
		for _, name := range []string{"width", "height"} {
			v := n.Get(name)
			if v == "" && target.Name == "svg" {
				v = target.Get(name)
			}
			frame.Attr = append(frame.Attr, attr{Name: name, Value: v})
		}
		return p.viewport(frame, target, inner, m)
	}
	return p.element(target, s, m)
}

// withOpacity makes items one group under a. A single shape takes the opacity
// itself when it is only filled or only stroked.
func withOpacity(items []drawing.Item, a drawing.Alpha) []drawing.Item {
	if a == drawing.Opaque || len(items) == 0 {
		return items
	}
	if a == 0 {
		return nil
	}
	if len(items) == 1 {
		if sh, ok := items[0].(*drawing.Shape); ok && (sh.Fill == nil) != (sh.Stroke == nil) {
			fade(sh, a)
			return items
		}
	}
	return []drawing.Item{&drawing.Group{Items: items, Opacity: a}}
}

func fade(sh *drawing.Shape, a drawing.Alpha) {
	if sh.Fill != nil {
		sh.Fill.Opacity = sh.Fill.Opacity.Mul(a)
		return
	}
	sh.Stroke.Paint.Opacity = sh.Stroke.Paint.Opacity.Mul(a)
}
