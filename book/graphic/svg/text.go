package svg

import (
	"strings"

	"octavo/book/graphic/drawing"
)

// text returns the lines of a text element: a new one begins wherever an
// absolute position is given.
//
// In SVG a text is a tree, and what an element says goes on beyond it: x and y set the
// pen, dx and dy move it, and white space at the end of one element and at the beginning
// of the next is one space. A [drawing.Text] is a line of spans that know nothing of each
// other. So the tree is walked in document order with what is still to come. Moves of the
// pen (dx, dy) wait for the next letters, which may stand in another element. A space that
// ends the text so far swallows those that follow (space); at the end of a line it is
// taken away (trim). A span with a dominant-baseline is lowered by its shift, and the span
// after it has to be raised again: its DY has the difference of the two shifts.
func (p *parser) text(n *node, s style, m drawing.Matrix) []drawing.Item {
	r := textReader{p: p, m: m, space: true, keep: keepsSpace(n)}
	r.begin(0, 0, s.anchor)
	r.read(n, s, true)
	r.trim()
	var items []drawing.Item
	for _, t := range r.lines {
		if len(t.Spans) > 0 {
			items = append(items, t)
		}
	}
	return items
}

func keepsSpace(n *node) bool {
	for _, a := range n.Attr {
		if a.Space == "xml" && a.Name == "space" {
			return a.Value == "preserve"
		}
	}
	return false
}

type textReader struct {
	p     *parser
	m     drawing.Matrix
	lines []*drawing.Text
	space bool // the text so far ends in a space, or is empty
	keep  bool // xml:space="preserve"
	dx    drawing.Fixed
	dy    drawing.Fixed
	// shift is how much the spans so far lie below the baseline that they were
	// written for, because of their dominant-baseline.
	shift drawing.Fixed
}

func (r *textReader) line() *drawing.Text { return r.lines[len(r.lines)-1] }

func (r *textReader) begin(x, y drawing.Fixed, anchor drawing.Anchor) {
	r.lines = append(r.lines, &drawing.Text{Transform: r.m, X: x, Y: y, Anchor: anchor})
	r.space, r.shift = true, 0
}

// read adds the text within n.
func (r *textReader) read(n *node, s style, root bool) {
	p := r.p
	r.position(n, &s, root)
	for _, c := range n.Kids {
		switch p.spend(c); {
		case p.full:
			return
		case c.Name == "":
			r.add(c, s)
		case foreign(c):
		case c.Name == "tspan" || c.Name == "a" || c.Name == "textPath":
			inner := p.styleOf(c, s)
			if !inner.none {
				inner.fillOpacity = inner.fillOpacity.Mul(inner.opacity)
				inner.strokeOpacity = inner.strokeOpacity.Mul(inner.opacity)
				r.within(c, inner)
			}
		case silent[c.Name]:
		default:
			p.note(c, "<"+clip(c.Name)+"> is not supported and is not drawn")
		}
	}
}

// within adds the text of an element within a text, that of a textPath as a line of its own
// which follows the path. What comes behind a textPath begins where the text began.
func (r *textReader) within(n *node, s style) {
	if n.Name != "textPath" {
		r.read(n, s, false)
		return
	}
	p := r.p
	target := p.ids[trimHash(href(n))]
	if target == nil {
		p.note(n, "reference to path "+clip(href(n))+", which is not there; the text along it is not drawn")
		return
	}
	path := p.pathOf(target, &s)
	if t, ok := parseTransform(target.Get("transform")); ok {
		path = path.Transform(t)
	}
	r.trim()
	start := r.line()
	whole := drawing.NewWalk(&path).Length()
	offset := drawing.Fixed(0)
	if v := n.Get("startOffset"); v != "" {
		offset, _ = p.length(v, s.size, whole)
	}
	r.begin(offset, 0, s.anchor)
	r.line().Along = &path
	r.read(n, s, false)
	r.trim()
	r.begin(start.X, start.Y, s.anchor)
}

// position moves the pen as n says.
func (r *textReader) position(n *node, s *style, root bool) {
	p := r.p
	for _, name := range []string{"rotate", "textLength"} {
		if v := n.Get(name); v != "" {
			p.note(n, "attribute "+name+" of a text is not supported")
		}
	}
	x, hasX := p.first(n, "x", s, p.view.w)
	y, hasY := p.first(n, "y", s, p.view.h)
	if root {
		r.line().X, r.line().Y = x, y
	} else if hasX || hasY {
		r.trim()
		prev := r.line()
		if !hasX {
			x = prev.X
			p.note(n, "a text whose y alone changes begins a line of its own")
		}
		if !hasY {
			y = prev.Y
			for _, sp := range prev.Spans {
				y += sp.DY
			}
			y -= r.shift
		}
		r.begin(x, y, s.anchor)
	}
	dx, _ := p.first(n, "dx", s, p.view.w)
	dy, _ := p.first(n, "dy", s, p.view.h)
	r.dx, r.dy = r.dx+dx, r.dy+dy
}

// first reads the first of a list of lengths: single letters are not moved.
func (p *parser) first(n *node, name string, s *style, whole drawing.Fixed) (drawing.Fixed, bool) {
	words := strings.FieldsFunc(n.Get(name), func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' })
	if len(words) == 0 {
		return 0, false
	}
	if len(words) > 1 {
		p.note(n, "positions of single letters are not supported")
	}
	f, ok := p.length(words[0], s.size, whole)
	if !ok {
		p.note(n, "length "+clip(words[0])+" of "+name+" is not understood")
	}
	return f, ok
}

func (r *textReader) add(n *node, s style) {
	value := r.collapse(n.Text)
	if value == "" {
		return
	}
	p := r.p
	p.items++
	if p.items > maxItems {
		p.full = true
		p.note(n, "the drawing is too large; the rest is not drawn")
		return
	}
	if s.hidden || s.size <= 0 {
		return
	}
	sp := drawing.Span{
		Value: value, Lang: s.lang, Size: s.size, Family: s.family, Weight: s.weight,
		Italic: s.italic, Spacing: s.spacing, DX: r.dx, DY: r.dy,
	}
	shift := baselineShift(s.baseline, s.size)
	sp.DY += shift - r.shift
	r.dx, r.dy, r.shift = 0, 0, shift
	box := bounds{}
	if s.fill.kind == reference || s.stroke.kind == reference {
		p.note(n.Parent, "gradient or pattern on a text is set as one colour")
	}
	sp.Fill = p.flat(&s, s.fill, s.fillOpacity, n.Parent)
	if st := p.strokeOf(&s, &box, n.Parent); st != nil {
		st.Paint.Gradient, st.Paint.Pattern = nil, nil
		sp.Stroke, sp.StrokeFirst = st, s.strokeFirst
	}
	r.line().Spans = append(r.line().Spans, sp)
}

// flat resolves a paint to one colour.
func (p *parser) flat(s *style, ref paintRef, opacity drawing.Alpha, n *node) *drawing.Paint {
	box := bounds{0, 0, drawing.One, drawing.One}
	paint := p.paint(s, ref, opacity, &box, n)
	if paint != nil {
		paint.Gradient, paint.Pattern = nil, nil
	}
	return paint
}

// collapse applies the white space rules of SVG 1.1, section 10.15.
func (r *textReader) collapse(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch c {
		case '\n', '\r', '\t':
			c = ' '
		}
		if c == ' ' && r.space && !r.keep {
			continue
		}
		r.space = c == ' '
		b.WriteRune(c)
	}
	return b.String()
}

// trim takes the space off the end of the line.
func (r *textReader) trim() {
	t := r.line()
	for !r.keep && len(t.Spans) > 0 {
		last := &t.Spans[len(t.Spans)-1]
		last.Value = strings.TrimRight(last.Value, " ")
		if last.Value != "" {
			return
		}
		t.Spans = t.Spans[:len(t.Spans)-1]
	}
}

// baselineShift is how far a text moves down so that the named line of a typeface comes to
// lie on its y. Fonts are not known here, so the shares of the size are those of an
// ordinary face: half of a small letter's height of 50 for middle, half of a capital's of
// 70 for central, 72 for the top of letters, 90 and 22 for the edges of a line.
func baselineShift(name string, size drawing.Fixed) drawing.Fixed {
	percent := drawing.Fixed(0)
	switch name {
	case "middle":
		percent = 25
	case "central", "mathematical":
		percent = 35
	case "hanging":
		percent = 72
	case "text-before-edge", "text-top", "before-edge":
		percent = 90
	case "text-after-edge", "ideographic", "text-bottom", "after-edge":
		percent = -22
	}
	return size.Scale(percent, 100)
}
