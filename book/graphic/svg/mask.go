package svg

import "octavo/book/graphic/drawing"

// everywhere is the region of a mask that Encode writes, larger than any drawing.
const everywhere = ` x="-65536" y="-65536" width="131072" height="131072"`

// masked puts items into a group that shows what a mask lets through (SVG 1.1, section
// 14.4).
func (p *parser) masked(items []drawing.Item, id string, m drawing.Matrix, user *node) []drawing.Item {
	n := p.ids[id]
	if n == nil || n.Name != "mask" {
		p.note(user, "reference to mask #"+clip(id)+", which is not there")
		return items
	}
	s := p.styleOf(n, initial())
	if n.Get("mask-type") == "alpha" {
		p.note(n, "mask by opacity is not supported; it goes by brightness")
	}
	leave, ok := p.enter(n)
	if !ok {
		return items
	}
	defer leave()
	box, inner := boundsWithin(items, m), m
	if n.Get("maskContentUnits") == "objectBoundingBox" {
		inner = m.Mul(box.matrix())
	}
	r := p.region(n, &s, box, "maskUnits", bounds{-drawing.One / 10, -drawing.One / 10, drawing.One * 12 / 10, drawing.One * 12 / 10})
	mask := &drawing.Mask{Items: p.children(n, s, inner)}
	if r.x > -30_000*drawing.One { // else the mask is one that Encode wrote
		region := drawing.Rect(r.x, r.y, r.w, r.h)
		c := &drawing.Clip{Path: region.Transform(m)}
		mask.Items = []drawing.Item{&drawing.Group{Items: mask.Items, Opacity: drawing.Opaque, Clip: c}}
	}
	return []drawing.Item{&drawing.Group{Items: items, Opacity: drawing.Opaque, Mask: mask}}
}

// region reads x, y, width and height of n: in the units of the drawing, or as parts of box.
func (p *parser) region(n *node, s *style, box bounds, units string, missing bounds) bounds {
	r, own := missing, p.view
	user := n.Get(units) == "userSpaceOnUse"
	if user {
		r = bounds{missing.x.Mul(own.w), missing.y.Mul(own.h), missing.w.Mul(own.w), missing.h.Mul(own.h)}
	} else {
		p.view = viewBox{0, 0, drawing.One, drawing.One}
	}
	for _, side := range []struct {
		name string
		to   *drawing.Fixed
		read func(*node, string, *style) drawing.Fixed
	}{{"x", &r.x, p.x}, {"y", &r.y, p.y}, {"width", &r.w, p.x}, {"height", &r.h, p.y}} {
		if n.Get(side.name) != "" {
			*side.to = side.read(n, side.name, s)
		}
	}
	if p.view = own; !user {
		r = bounds{box.x + r.x.Mul(box.w), box.y + r.y.Mul(box.h), r.w.Mul(box.w), r.h.Mul(box.h)}
	}
	return r
}

// boundsWithin returns the box around items in the space of m, without their texts.
func boundsWithin(items []drawing.Item, m drawing.Matrix) bounds {
	back, ok := m.Invert()
	var all drawing.Path
	var add func([]drawing.Item)
	add = func(list []drawing.Item) {
		for _, it := range list {
			switch it := it.(type) {
			case *drawing.Shape:
				all.Append(it.Path.Transform(back.Mul(it.Transform)))
			case *drawing.Picture:
				square := drawing.Rect(0, 0, drawing.One, drawing.One)
				all.Append(square.Transform(back.Mul(it.Transform)))
			case *drawing.Group:
				add(it.Items)
			}
		}
	}
	if add(items); !ok || all.Empty() {
		return bounds{}
	}
	return boundsOf(&all)
}
