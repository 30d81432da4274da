package svg

import (
	"strings"

	"octavo/book/graphic/drawing"
)

// stops is a gradient element as written, with what it takes from those that it
// refers to.
type stops struct {
	list  []drawing.Stop
	chain []*node // the element, the one it refers to, ...
}

// get returns an attribute of the first element of the chain that has it.
func (g *stops) get(name string) string {
	for _, n := range g.chain {
		if v := n.Get(name); v != "" && (name[0] == 'g' || name[0] == 's' || n.Name == g.chain[0].Name) {
			return v
		}
	}
	return ""
}

// gradient returns the paint of the gradient with that id, nil when it paints
// nothing.
//
// A gradient may stand in the units of the drawing or in those of the box
// around the shape, where 0 to 1 is its width and its height: box.matrix maps one to
// the other, so that a circle becomes an ellipse in a box that is no square.
// gradientTransform applies before that matrix. Attributes and stops that a gradient
// lacks are those of the one that it refers to, and so on; places are only taken from
// a gradient of the same kind (get).
func (p *parser) gradient(id string, opacity drawing.Alpha, box *bounds, user *node) *drawing.Paint {
	n := p.ids[id]
	if n == nil || n.Name != "linearGradient" && n.Name != "radialGradient" {
		if n != nil {
			p.note(user, "paint <"+clip(n.Name)+"> is not supported")
		} else {
			p.note(user, "reference to paint #"+clip(id)+", which is not there")
		}
		return nil
	}
	g := p.stopsOf(n)
	for _, link := range g.chain {
		p.spend(link)
	}
	switch len(g.list) {
	case 0:
		return nil
	case 1:
		return solidStop(g.list[0], opacity)
	}
	out := &drawing.Gradient{Radial: n.Name == "radialGradient", Stops: g.list, Transform: drawing.Identity}
	s := p.styleOf(n, initial())
	if g.get("gradientUnits") == "userSpaceOnUse" {
		p.vector(out, g, &s, p.view.w, p.view.h, p.diagonal())
	} else {
		if box.w <= 0 || box.h <= 0 {
			return nil // SVG 2, section 14.2.1: not rendered
		}
		p.vector(out, g, &s, drawing.One, drawing.One, drawing.One)
		out.Transform = box.matrix()
	}
	if v := g.get("gradientTransform"); v != "" {
		t, ok := parseTransform(v)
		if !ok {
			p.note(n, "gradientTransform "+clip(v)+" is not understood")
		}
		out.Transform = out.Transform.Mul(t)
	}
	switch g.get("spreadMethod") {
	case "reflect":
		out.Spread = drawing.Reflect
	case "repeat":
		out.Spread = drawing.Repeat
	}
	if out.Radial && out.Radius <= 0 || !out.Radial && out.From == out.To {
		return solidStop(g.list[len(g.list)-1], opacity)
	}
	// The colour is for texts, which have no gradients: that of a stop in the middle.
	return &drawing.Paint{Color: g.list[len(g.list)/2].Color, Opacity: opacity, Gradient: out}
}

func solidStop(s drawing.Stop, opacity drawing.Alpha) *drawing.Paint {
	return &drawing.Paint{Color: s.Color, Opacity: opacity.Mul(s.Opacity)}
}

// vector reads the place of a gradient; percentages refer to w, h and d.
func (p *parser) vector(out *drawing.Gradient, g *stops, s *style, w, h, d drawing.Fixed) {
	read := func(name, missing string, whole drawing.Fixed) drawing.Fixed {
		v := g.get(name)
		if v == "" {
			v = missing
		}
		f, ok := p.length(v, s.size, whole)
		if !ok {
			p.note(g.chain[0], "length "+clip(v)+" of "+name+" is not understood")
		}
		return f
	}
	if !out.Radial {
		out.From = drawing.Point{X: read("x1", "0%", w), Y: read("y1", "0%", h)}
		out.To = drawing.Point{X: read("x2", "100%", w), Y: read("y2", "0%", h)}
		return
	}
	out.Center = drawing.Point{X: read("cx", "50%", w), Y: read("cy", "50%", h)}
	out.Radius = read("r", "50%", d)
	out.Focus = out.Center
	if g.get("fx") != "" {
		out.Focus.X = read("fx", "50%", w)
	}
	if g.get("fy") != "" {
		out.Focus.Y = read("fy", "50%", h)
	}
	if v := g.get("fr"); v != "" && strings.Trim(v, "0%.") != "" {
		p.note(g.chain[0], "radius fr of a gradient is not supported")
	}
}

// maxStops bounds the stops of a gradient. The bound is generous: programs that blend
// colours in steps write some tens.
const maxStops = 256

// stopsOf reads a gradient and follows its references, once per element.
func (p *parser) stopsOf(n *node) *stops {
	if g := p.gradients[n]; g != nil {
		return g
	}
	g := &stops{}
	p.gradients[n] = g
	// Programs write chains of two: the stops, and a place for each shape. The bound of ten
	// ends a circle of references.
	for at := n; at != nil && len(g.chain) < 10; at = p.ids[trimHash(href(at))] {
		if at.Name != "linearGradient" && at.Name != "radialGradient" {
			break
		}
		g.chain = append(g.chain, at)
		if len(g.list) == 0 {
			g.list = p.readStops(at)
		}
	}
	return g
}

func (p *parser) readStops(n *node) []drawing.Stop {
	var list []drawing.Stop
	inherited := p.styleOf(n, initial())
	var last drawing.Fixed
	for _, c := range n.Kids {
		if c.Name != "stop" || len(list) == maxStops {
			continue
		}
		s := p.styleOf(c, inherited)
		f, _ := parseShare(c.Get("offset"), 1)
		last = max(last, min(f, drawing.One))
		list = append(list, drawing.Stop{Offset: last, Color: s.stopColor, Opacity: s.stopOpacity})
	}
	return list
}
