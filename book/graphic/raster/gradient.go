package raster

import (
	"octavo/book/graphic/drawing"
)

// rampSize is how many colours stand for a gradient. Over a gradient from black to
// white the next colour of 1,024 is a quarter of a step of 8 bits away, so that the
// ramp shows in no sample; mixing two stops anew for each pixel would show no more.
const rampSize = 1024

// A shader is a source of a gradient.
type shader struct {
	g       *drawing.Gradient
	inverse drawing.Matrix // from pixels to the space of the gradient
	ramp    [rampSize + 1][4]uint32
	axis    drawing.Point // From to To, or Focus to Center
	norm    drawing.Fixed // length of axis squared, or of what the root is over
}

// NewGradient returns the source of a gradient under an opacity; m maps the
// space of the path to pixels. A gradient that no pixel can be found in is the
// colour of its last stop.
func NewGradient(g *drawing.Gradient, a drawing.Alpha, m drawing.Matrix) Source {
	last := g.Stops[len(g.Stops)-1]
	inverse, ok := m.Mul(g.Transform).Invert()
	if !ok {
		return NewSolid(last.Color, last.Opacity.Mul(a))
	}
	s := &shader{g: g, inverse: inverse}
	for i := range s.ramp {
		s.ramp[i] = colorAt(g.Stops, drawing.Frac(int64(i), rampSize), a)
	}
	if g.Radial {
		s.axis = g.Center.Sub(s.focus())
	} else {
		s.axis = g.To.Sub(g.From)
		s.norm = drawing.Hypot(s.axis.X, s.axis.Y)
	}
	return s
}

// colorAt mixes the colours of the stops around t.
func colorAt(stops []drawing.Stop, t drawing.Fixed, a drawing.Alpha) [4]uint32 {
	i := 0
	for i < len(stops) && stops[i].Offset <= t {
		i++
	}
	if i == 0 {
		return premultiply(stops[0].Color, stops[0].Opacity.Mul(a))
	}
	if i == len(stops) {
		return premultiply(stops[i-1].Color, stops[i-1].Opacity.Mul(a))
	}
	p, q := stops[i-1], stops[i]
	part, whole := int64(t-p.Offset), int64(q.Offset-p.Offset)
	mix := func(u, v int64) int64 { return (u*(whole-part) + v*part + whole/2) / whole }
	c := drawing.Color{
		R: uint8(mix(int64(p.Color.R), int64(q.Color.R))),
		G: uint8(mix(int64(p.Color.G), int64(q.Color.G))),
		B: uint8(mix(int64(p.Color.B), int64(q.Color.B))),
	}
	return premultiply(c, drawing.Alpha(mix(int64(p.Opacity), int64(q.Opacity))).Mul(a))
}

// focus returns the focus, moved into the circle when it is outside (SVG 1.1,
// section 13.2.3).
func (s *shader) focus() drawing.Point {
	f, c := s.g.Focus, s.g.Center
	d := drawing.Hypot(f.X-c.X, f.Y-c.Y)
	// On the circle itself the equation of radial has no square, and beside it
	// the root is large: a hundredth of the radius keeps both in range. SVG says "on
	// the circle"; the difference is a hundredth of the gradient.
	most := s.g.Radius.Scale(99, 100)
	if d <= most {
		return f
	}
	return drawing.Point{X: c.X + (f.X-c.X).Scale(most, d), Y: c.Y + (f.Y-c.Y).Scale(most, d)}
}

// At implements [Source].
func (s *shader) At(x, y int) [4]uint32 {
	p := s.inverse.Apply(drawing.Point{X: drawing.Int(x) + drawing.One/2, Y: drawing.Int(y) + drawing.One/2})
	var t drawing.Fixed
	if s.g.Radial {
		t = s.radial(p)
	} else {
		p = p.Sub(s.g.From)
		t = (p.X.Scale(s.axis.X, s.norm) + p.Y.Scale(s.axis.Y, s.norm)).Div(s.norm)
	}
	return s.ramp[int64(spread(t, s.g.Spread))*rampSize>>16]
}

// radial returns the t for which p is on the circle around the point t of the
// way from the focus to the centre, with the radius t·r: the greater root of
// |p - f - t·axis| = t·r.
func (s *shader) radial(p drawing.Point) drawing.Fixed {
	// In units of the radius, so that squares stay small.
	r := s.g.Radius
	f := s.focus()
	px, py := (p.X - f.X).Div(r), (p.Y - f.Y).Div(r)
	ax, ay := s.axis.X.Div(r), s.axis.Y.Div(r)
	// Farther from the focus than 4,096 radii squares would lose their range. A gradient
	// that repeats has one colour there; none that is meant has so many repeats.
	const far = 1 << 12 * drawing.One
	if px.Abs() > far || py.Abs() > far {
		return far
	}
	// t²(1 - a²) + 2t(p·a) - p² = 0
	k := drawing.One - ax.Mul(ax) - ay.Mul(ay)
	dot := px.Mul(ax) + py.Mul(ay)
	root := (dot.Mul(dot) + k.Mul(px.Mul(px)+py.Mul(py))).Sqrt()
	return (root - dot).Div(max(k, 1))
}

// spread maps t into 0 to One.
func spread(t drawing.Fixed, how drawing.Spread) drawing.Fixed {
	switch how {
	case drawing.Repeat:
		return t & (drawing.One - 1)
	case drawing.Reflect:
		t &= 2*drawing.One - 1
		if t > drawing.One {
			t = 2*drawing.One - t
		}
		return t
	}
	return max(0, min(t, drawing.One))
}
