package svg

import (
	"octavo/book/graphic/drawing"
)

// markersOf returns the marks at the corners of a path: arrow heads and the
// like.
func (p *parser) markersOf(n *node, path *drawing.Path, s style, m drawing.Matrix) []drawing.Item {
	if s.markers == [3]string{} || n.Name == "rect" || n.Name == "circle" || n.Name == "ellipse" {
		return nil
	}
	corners := path.Corners()
	var items []drawing.Item
	for i, c := range corners {
		place := 1
		switch i {
		case 0:
			place = 0
		case len(corners) - 1:
			place = 2
		}
		if id := s.markers[place]; id != "" {
			items = append(items, p.marker(n, id, c, place, s, m)...)
		}
	}
	return items
}

// marker draws one mark at a corner (SVG 2, section 11.6).
func (p *parser) marker(user *node, id string, c drawing.Corner, place int, s style, m drawing.Matrix) []drawing.Item {
	n := p.ids[id]
	if n == nil || n.Name != "marker" {
		p.note(user, "reference to marker #"+clip(id)+", which is not there")
		return nil
	}
	leave, ok := p.enter(n)
	if !ok {
		return nil
	}
	defer leave()
	own := p.styleOf(n, initial())
	w, h := p.orDefault(n, "markerWidth", 3), p.orDefault(n, "markerHeight", 3)
	box, ok := parseViewBox(n.Get("viewBox"))
	if !ok {
		box = viewBox{0, 0, w, h}
	}
	t := drawing.Translate(c.At.X, c.At.Y).Mul(p.markerTurn(n, c, place))
	if n.Get("markerUnits") != "userSpaceOnUse" {
		t = t.Mul(drawing.Scale(s.width, s.width))
	}
	if w <= 0 || h <= 0 {
		return nil
	}
	view, _ := fit(box, w, h, n.Get("preserveAspectRatio"))
	ref := view.Apply(drawing.Point{X: p.orDefault(n, "refX", 0), Y: p.orDefault(n, "refY", 0)})
	p.view = box
	// From the mark's own space outwards: its viewBox is fitted into its size, its reference
	// point comes to the origin, and from there to the corner, turned and enlarged.
	inner := m.Mul(t).Mul(drawing.Translate(-ref.X, -ref.Y)).Mul(view)
	own.markers = [3]string{}
	return p.children(n, own, inner)
}

func (p *parser) orDefault(n *node, name string, missing int) drawing.Fixed {
	v := n.Get(name)
	if v == "" {
		return drawing.Int(missing)
	}
	s := initial()
	switch v {
	case "left", "top":
		return 0
	}
	return p.attr(n, name, &s, p.view.w)
}

func (p *parser) markerTurn(n *node, c drawing.Corner, place int) drawing.Matrix {
	switch v := n.Get("orient"); v {
	case "":
		return drawing.Identity
	case "auto", "auto-start-reverse":
		dir := c.Direction
		if v == "auto-start-reverse" && place == 0 {
			dir = drawing.Point{X: -dir.X, Y: -dir.Y}
		}
		return drawing.TurnTo(dir)
	default:
		f, ok := drawing.ParseFixed(v)
		if ok == 0 {
			p.note(n, "orient "+clip(v)+" is not understood")
		}
		return drawing.Rotate(f)
	}
}
