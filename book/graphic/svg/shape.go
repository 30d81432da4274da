package svg

import (
	"cmp"
	"slices"

	"octavo/book/graphic/drawing"
)

// sortRules puts the rules in the order in which they apply.
func sortRules(rules []rule) {
	slices.SortStableFunc(rules, func(a, b rule) int { return cmp.Compare(a.specificity, b.specificity) })
}

// shape returns the item of a basic shape or path, with its markers.
func (p *parser) shape(n *node, s style, m drawing.Matrix) []drawing.Item {
	path := p.pathOf(n, &s)
	if path.Empty() || s.hidden {
		return nil
	}
	p.items++
	p.points += len(path.Points)
	if p.items > maxItems || p.points > maxPoints {
		p.full = true
		p.note(n, "the drawing is too large; the rest is not drawn")
		return nil
	}
	sh := &drawing.Shape{Path: path, Transform: m, Rule: s.fillRule}
	var box bounds
	if s.fill.kind == reference || s.stroke.kind == reference {
		box = boundsOf(&path)
	}
	if n.Name != "line" {
		sh.Fill = p.paint(&s, s.fill, s.fillOpacity, &box, n)
	}
	sh.Stroke = p.strokeOf(&s, &box, n)
	// A shape is filled and then stroked; in the other order it takes two.
	var items []drawing.Item
	switch {
	case sh.Fill == nil && sh.Stroke == nil:
	case sh.Fill != nil && sh.Stroke != nil && s.strokeFirst:
		under := *sh
		under.Fill, sh.Stroke = nil, nil
		items = append(items, &under, sh)
	default:
		items = append(items, sh)
	}
	return append(items, p.markersOf(n, &path, s, m)...)
}

func (p *parser) strokeOf(s *style, box *bounds, n *node) *drawing.Stroke {
	if s.width <= 0 {
		return nil
	}
	paint := p.paint(s, s.stroke, s.strokeOpacity, box, n)
	if paint == nil {
		return nil
	}
	return &drawing.Stroke{
		Paint: *paint, Width: s.width, Cap: s.cap, Join: s.join,
		MiterLimit: s.miter, Dash: s.dash, Offset: s.dashOffset,
	}
}

// pathOf returns the path of a basic shape.
func (p *parser) pathOf(n *node, s *style) drawing.Path {
	switch n.Name {
	case "path":
		path, ok := parsePath(n.Get("d"))
		if !ok {
			p.note(n, "path data is broken; only what comes before the error is drawn")
		}
		return path
	case "rect":
		return p.rect(n, s)
	case "circle":
		if r := p.size(n, "r", s); r > 0 {
			return drawing.Ellipse(p.x(n, "cx", s), p.y(n, "cy", s), r, r)
		}
	case "ellipse":
		if rx, ry := p.x(n, "rx", s), p.y(n, "ry", s); rx > 0 && ry > 0 {
			return drawing.Ellipse(p.x(n, "cx", s), p.y(n, "cy", s), rx, ry)
		}
	case "line":
		var path drawing.Path
		path.MoveTo(drawing.Point{X: p.x(n, "x1", s), Y: p.y(n, "y1", s)})
		path.LineTo(drawing.Point{X: p.x(n, "x2", s), Y: p.y(n, "y2", s)})
		return path
	case "polyline", "polygon":
		return p.polygon(n, n.Name == "polygon")
	}
	return drawing.Path{}
}

func (p *parser) rect(n *node, s *style) drawing.Path {
	w, h := p.x(n, "width", s), p.y(n, "height", s)
	if w <= 0 || h <= 0 {
		return drawing.Path{}
	}
	rx, ry := p.x(n, "rx", s), p.y(n, "ry", s)
	if n.Get("rx") == "" || n.Get("rx") == "auto" {
		rx = ry
	} else if n.Get("ry") == "" || n.Get("ry") == "auto" {
		ry = rx
	}
	return drawing.RoundRect(p.x(n, "x", s), p.y(n, "y", s), w, h, rx, ry)
}

func (p *parser) polygon(n *node, closed bool) drawing.Path {
	v, ok := parseNumbers(n.Get("points"))
	if !ok || len(v)%2 == 1 {
		p.note(n, "points are broken; only those before the error are drawn")
	}
	var path drawing.Path
	for i := 0; i+1 < len(v); i += 2 {
		pt := drawing.Point{X: v[i], Y: v[i+1]}
		if i == 0 {
			path.MoveTo(pt)
		} else {
			path.LineTo(pt)
		}
	}
	if closed && len(v) > 2 {
		path.Close()
	}
	return path
}

// bounds is a bounding box.
type bounds struct{ x, y, w, h drawing.Fixed }

func boundsOf(p *drawing.Path) bounds {
	lo, hi := p.Extent()
	return bounds{lo.X, lo.Y, hi.X - lo.X, hi.Y - lo.Y}
}

// matrix maps the unit square to b.
func (b *bounds) matrix() drawing.Matrix {
	return drawing.Translate(b.x, b.y).Mul(drawing.Scale(b.w, b.h))
}

// clipped puts items into a group that the clipPath bounds.
func (p *parser) clipped(items []drawing.Item, id string, m drawing.Matrix, n *node) []drawing.Item {
	c := p.ids[id]
	if c == nil || c.Name != "clipPath" {
		p.note(n, "reference to clip path #"+clip(id)+", which is not there")
		return items
	}
	s := p.styleOf(c, initial())
	t, _ := parseTransform(c.Get("transform"))
	if c.Get("clipPathUnits") == "objectBoundingBox" {
		b := boundsWithin(items, m)
		t = t.Mul(b.matrix())
	}
	g := &drawing.Group{Items: items, Opacity: drawing.Opaque, Clip: &drawing.Clip{}}
	for i, leaf := range p.clipShapes(c, s, m.Mul(t), 0) {
		if i == 0 {
			g.Clip.Rule = leaf.Rule
		}
		g.Clip.Path.Append(leaf.Path)
	}
	return []drawing.Item{g}
}

// clipShapes returns the paths of a clip path in the drawing's space.
func (p *parser) clipShapes(n *node, inherited style, m drawing.Matrix, depth int) []drawing.Clip {
	var list []drawing.Clip
	for _, c := range n.Kids {
		if c.Name == "" || foreign(c) || silent[c.Name] {
			continue
		}
		if p.spend(c); p.full {
			break
		}
		s := p.styleOf(c, inherited)
		t, _ := parseTransform(c.Get("transform"))
		inner := m.Mul(t)
		// In SVG a use in a clip path refers to a shape itself (SVG 1.1, section 14.3.5): two
		// levels are generous, and end a circle of references.
		if c.Name == "use" && depth < 2 {
			if target := p.ids[trimHash(href(c))]; target != nil {
				at := drawing.Translate(p.x(c, "x", &s), p.y(c, "y", &s))
				list = append(list, p.clipShapes(&node{Kids: []*node{target}}, s, inner.Mul(at), depth+1)...)
			}
			continue
		}
		path := p.pathOf(c, &s)
		if path.Empty() {
			p.note(c, "<"+clip(c.Name)+"> does not clip")
			continue
		}
		list = append(list, drawing.Clip{Path: path.Transform(inner), Rule: s.clipRule})
	}
	return list
}

func trimHash(s string) string {
	if s != "" && s[0] == '#' {
		return s[1:]
	}
	return ""
}
