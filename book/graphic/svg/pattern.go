package svg

import "octavo/book/graphic/drawing"

// pattern returns a pattern for a shape in the box, nil when it paints nothing (SVG 1.1,
// section 13.3). Attributes and items that it lacks are those of the one that it refers to.
func (p *parser) pattern(n *node, box *bounds, user *node) *drawing.Pattern {
	attrs, content := p.inheritedBy(n)
	absolute := attrs.Get("patternUnits") == "userSpaceOnUse" &&
		(attrs.Get("patternContentUnits") != "objectBoundingBox" || attrs.Get("viewBox") != "")
	if absolute && p.patterns[n] != nil {
		return p.patterns[n]
	}
	leave, ok := p.enter(n)
	if !ok {
		return nil
	}
	defer leave()
	s := p.styleOf(n, initial())
	r := p.region(attrs, &s, *box, "patternUnits", bounds{})
	if r.w <= 0 || r.h <= 0 {
		return nil
	}
	t := &drawing.Pattern{Width: r.w, Height: r.h, Transform: drawing.Identity}
	if v := attrs.Get("patternTransform"); v != "" {
		m, ok := parseTransform(v)
		if t.Transform = m; !ok {
			p.note(n, "patternTransform "+clip(v)+" is not understood")
		}
	}
	t.Transform = t.Transform.Mul(drawing.Translate(r.x, r.y))
	inner := drawing.Translate(-r.x, -r.y)
	if b, ok := parseViewBox(attrs.Get("viewBox")); ok {
		inner, _ = fit(b, r.w, r.h, attrs.Get("preserveAspectRatio"))
		p.view = b
	} else if attrs.Get("patternContentUnits") == "objectBoundingBox" {
		inner = inner.Mul(box.matrix())
	}
	if t.Items = p.children(content, s, inner); len(t.Items) == 0 {
		return nil
	}
	if absolute {
		p.patterns[n] = t
	}
	return t
}

// inheritedBy returns an element with the attributes of a pattern and of those that it
// refers to, and the first of them that has items.
func (p *parser) inheritedBy(n *node) (attrs, content *node) {
	attrs, content = &node{Name: n.Name, Line: n.Line, Col: n.Col}, n
	// The bound ends a circle of references.
	for at, i := n, 0; at != nil && at.Name == "pattern" && i < 10; at, i = p.ids[trimHash(href(at))], i+1 {
		for _, a := range at.Attr {
			if attrs.Get(a.Name) == "" {
				attrs.Attr = append(attrs.Attr, a)
			}
		}
		if !hasElements(content) {
			content = at
		}
	}
	return attrs, content
}

// enter begins to draw an element that another one refers to, and reports whether it may be:
// circles and towers of references end. What it returns is called when the element is drawn.
func (p *parser) enter(n *node) (leave func(), ok bool) {
	p.spend(n)
	if p.uses >= maxUses || p.full {
		return nil, false
	}
	p.uses++
	outer := p.view
	return func() { p.uses--; p.view = outer }, true
}

func hasElements(n *node) bool {
	for _, c := range n.Kids {
		if c.Name != "" && !foreign(c) {
			return true
		}
	}
	return false
}
