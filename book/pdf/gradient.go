package pdf

import (
	"octavo/book/graphic/drawing"
	"octavo/book/pdf/object"
)

// maxCycles is how often a gradient is repeated on either side. By eye: a path that
// holds more cycles shows each as a few points at most. Beyond the last cycle the colour
// of its end goes on.
const maxCycles = 50

// How gradients are painted.
//
// A gradient of SVG has stops of a colour and an opacity, and goes on behind its ends in
// one of three ways: with the colours of the ends, again from the beginning, or there and
// back. A shading of PDF has colours alone, and behind its ends knows the first way only. Both
// formats agree on the rest, a line or two circles along which a function of 0 to 1 gives
// the colour (SVG 1.1, 13.2; ISO 32000-1, 8.7.4.5).
//
// Repetition is made of length. The corners of the path's box say which cycles of the
// gradient the path can see; the line is drawn out over all of them, and one function is
// stitched of as many parts, each of which is the function of the stops, or that function
// from its end to its beginning for every second part of a gradient that goes back. The
// function of the stops stands in the file once. In a radial gradient circles take the place
// of points on the line, and no cycle is below 0, where a radius would be.
//
// An opacity that all stops share is set like that of a plain colour. Where stops differ,
// the same shading is painted a second time, in greys for the opacities, as a soft
// mask: a viewer takes the brightness of the mask for the opacity of what is painted
// (ISO 32000-1, 11.5.3). That costs a viewer a picture of its own, so that it is not done
// without need.

// gradient adds a gradient as a pattern, sets the opacity of its stops, and
// returns the pattern's name. lo and hi bound the path in the space of m.
func (p *painter) gradient(g *drawing.Gradient, opacity drawing.Alpha, m drawing.Matrix, lo, hi drawing.Point) string {
	from, to := cycles(g, lo, hi)
	if a, ok := evenOpacity(g); ok {
		p.opacity(a.Mul(opacity))
	} else {
		p.fade(g, opacity, lo, hi, from, to)
	}
	pattern := object.Dict{
		"PatternType": object.Int(2), "Matrix": matrixArray(m.Mul(g.Transform)),
		"Shading": p.shading(g, "DeviceRGB", from, to, func(s drawing.Stop) object.Array {
			return object.Array{colorReal(s.Color.R), colorReal(s.Color.G), colorReal(s.Color.B)}
		}),
	}
	return p.resource("Pattern", p.pictures.add(pattern))
}

// evenOpacity returns the opacity that all stops have.
func evenOpacity(g *drawing.Gradient) (drawing.Alpha, bool) {
	for _, s := range g.Stops {
		if s.Opacity != g.Stops[0].Opacity {
			return 0, false
		}
	}
	return g.Stops[0].Opacity, true
}

// fade sets a soft mask of the opacities of the stops.
func (p *painter) fade(g *drawing.Gradient, opacity drawing.Alpha, lo, hi drawing.Point, from, to int) {
	inner := p.apart()
	inner.op("q")
	inner.transform(g.Transform)
	shading := p.shading(g, "DeviceGray", from, to, func(s drawing.Stop) object.Array {
		return object.Array{object.Real(drawing.Fixed(s.Opacity.Mul(opacity)).Decimal(4))}
	})
	inner.op("/" + inner.resource("Shading", shading) + " sh\nQ")
	form := inner.close(lo, hi, object.Dict{
		"Group": object.Dict{"S": object.Name("Transparency"), "CS": object.Name("DeviceGray")},
	})
	mask := object.Dict{"S": object.Name("Luminosity"), "G": form}
	p.op("/" + p.resource("ExtGState", object.Dict{"SMask": mask}) + " gs")
}

// shading returns the gradient over the cycles from to to, in its own space.
func (p *painter) shading(g *drawing.Gradient, space object.Name, from, to int, value func(drawing.Stop) object.Array) object.Dict {
	d := object.Dict{
		"ColorSpace": space, "Extend": object.Array{object.Bool(true), object.Bool(true)},
		"Function": p.cycleFunction(g, from, to, value),
	}
	f := focus(g)
	along := func(a, b drawing.Fixed, n int) object.Real { return fixedReal(a + (b-a)*drawing.Fixed(n)) }
	if g.Radial {
		d["ShadingType"] = object.Int(3)
		d["Coords"] = object.Array{
			along(f.X, g.Center.X, from), along(f.Y, g.Center.Y, from), fixedReal(g.Radius * drawing.Fixed(from)),
			along(f.X, g.Center.X, to), along(f.Y, g.Center.Y, to), fixedReal(g.Radius * drawing.Fixed(to)),
		}
		return d
	}
	d["ShadingType"] = object.Int(2)
	d["Coords"] = object.Array{
		along(g.From.X, g.To.X, from), along(g.From.Y, g.To.Y, from),
		along(g.From.X, g.To.X, to), along(g.From.Y, g.To.Y, to),
	}
	return d
}

// focus returns the focus, moved into the circle when it is outside (SVG 1.1,
// 13.2.3): a PDF would paint a cone. The focus is moved a hundredth of the radius
// further in than the circle, so that no rounding puts it outside again.
func focus(g *drawing.Gradient) drawing.Point {
	d := g.Focus.Sub(g.Center)
	far, most := drawing.Hypot(d.X, d.Y), g.Radius.Scale(99, 100)
	if far <= most {
		return g.Focus
	}
	return g.Center.Add(drawing.Point{X: d.X.Scale(most, far), Y: d.Y.Scale(most, far)})
}

// cycles returns which repetitions of the gradient cover a box; 0 to 1 is the
// gradient itself.
func cycles(g *drawing.Gradient, lo, hi drawing.Point) (from, to int) {
	from, to = 0, 1
	inverse, ok := g.Transform.Invert()
	if g.Spread == drawing.Pad || !ok {
		return from, to
	}
	for _, c := range []drawing.Point{lo, hi, {X: lo.X, Y: hi.Y}, {X: hi.X, Y: lo.Y}} {
		t := cycleOf(g, inverse.Apply(c))
		from, to = min(from, t), max(to, t+1)
	}
	return max(from, -maxCycles), min(to, maxCycles)
}

// cycleOf returns the repetition that a point of the gradient's space is in. For a
// radial gradient it returns an upper bound: the circle of cycle t reaches at least
// t times the radius less the way from focus to centre from the focus, on any side.
func cycleOf(g *drawing.Gradient, pt drawing.Point) int {
	if g.Radial {
		far := drawing.Hypot(pt.X-g.Focus.X, pt.Y-g.Focus.Y)
		axis := drawing.Hypot(g.Center.X-g.Focus.X, g.Center.Y-g.Focus.Y)
		return bounded(far.Div(max(g.Radius-axis, 1)))
	}
	axis, to := g.To.Sub(g.From), pt.Sub(g.From)
	length := drawing.Hypot(axis.X, axis.Y)
	return bounded((to.X.Scale(axis.X, length) + to.Y.Scale(axis.Y, length)).Div(length))
}

func bounded(t drawing.Fixed) int {
	const limit = drawing.One * maxCycles
	return max(-limit, min(t, limit)).Floor()
}

// cycleFunction adds the function of the values over the cycles, from 0 to 1.
func (p *painter) cycleFunction(g *drawing.Gradient, from, to int, value func(drawing.Stop) object.Array) object.Ref {
	one := p.pictures.add(stopsFunction(g.Stops, value))
	if to-from == 1 {
		return one
	}
	n := to - from
	var parts, bounds, encode object.Array
	for i := range n {
		parts = append(parts, one)
		if i > 0 {
			bounds = append(bounds, fraction(i, n))
		}
		if g.Spread == drawing.Reflect && (from+i)%2 != 0 {
			encode = append(encode, object.Int(1), object.Int(0))
		} else {
			encode = append(encode, object.Int(0), object.Int(1))
		}
	}
	return p.pictures.add(stitched(parts, bounds, encode))
}

// stopsFunction returns the function that goes from stop to stop.
func stopsFunction(stops []drawing.Stop, value func(drawing.Stop) object.Array) object.Dict {
	var parts, bounds, encode object.Array
	add := func(a, b drawing.Stop, end drawing.Fixed) {
		parts = append(parts, object.Dict{
			"FunctionType": object.Int(2), "Domain": unitDomain(), "N": object.Int(1), "C0": value(a), "C1": value(b),
		})
		bounds = append(bounds, object.Real(end.Decimal(6)))
		encode = append(encode, object.Int(0), object.Int(1))
	}
	at := drawing.Fixed(0)
	last := stops[0]
	for _, s := range stops {
		if s.Offset > at { // steps of no width have no part
			add(last, s, s.Offset)
			at = s.Offset
		}
		last = s
	}
	if at < drawing.One {
		add(last, last, drawing.One)
	}
	if len(parts) == 1 {
		return parts[0].(object.Dict)
	}
	return stitched(parts, bounds[:len(bounds)-1], encode)
}

func stitched(parts, bounds, encode object.Array) object.Dict {
	return object.Dict{
		"FunctionType": object.Int(3), "Domain": unitDomain(),
		"Functions": parts, "Bounds": bounds, "Encode": encode,
	}
}

func unitDomain() object.Array { return object.Array{object.Int(0), object.Int(1)} }

func fraction(i, n int) object.Real {
	return object.Real(drawing.Frac(int64(i), int64(n)).Decimal(6))
}

func colorReal(v uint8) object.Real {
	return object.Real(appendMilli(nil, (int64(v)*1000+127)/255))
}
