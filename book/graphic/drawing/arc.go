package drawing

// unitBits is the precision of the vectors on the unit circle, whose products
// then fit in 64 bits.
const unitBits = 30

const unitOne = 1 << unitBits

// A vec is a vector near the unit circle, in 2^-30.
type vec struct{ x, y int64 }

func (v vec) dot(w vec) int64   { return (v.x*w.x + v.y*w.y + 1<<29) >> unitBits }
func (v vec) cross(w vec) int64 { return (v.x*w.y - v.y*w.x + 1<<29) >> unitBits }

// ArcTo adds an elliptical arc as SVG defines it (SVG 2, appendix B.2): to the
// point end, on an ellipse with the radii rx and ry turned by degrees. Radii
// too small for the distance are scaled up.
//
// SVG gives the two ends and not the centre, and two ellipses of the radii go
// through both. The way to the centre in the appendix needs angles, and so sines and
// arc tangents, which are not equal on all processors. Here no angle is taken. Turned back
// and divided by the radii, the ellipse is the unit circle and the chord has the ends h
// and -h around its middle, the origin. The centre is then on the line through the origin
// that is square to h, at the distance √(1-|h|²), on the side that large and sweep choose.
// From the centre, u and v lead to the ends; a quarter turn is an exchange of
// coordinates, so the arc is cut into quarters from u on and a rest up to v. Each part is
// one Bézier curve, which is off the circle by less than 3 parts in 10,000.
//
// Vectors on the unit circle have 30 bits after the point: their products fit in 64
// bits, and the matrix back to the path's space multiplies them before it rounds.
func (p *Path) ArcTo(rx, ry, degrees Fixed, large, sweep bool, end Point) {
	from := p.Last()
	rx, ry = rx.Abs(), ry.Abs()
	if from == end {
		return
	}
	turn := Rotate(-degrees)
	half := turn.ApplyVector(Point{(from.X - end.X) / 2, (from.Y - end.Y) / 2})
	if least := (half.X.Abs() + half.Y.Abs()) >> 14; rx <= least || ry <= least {
		p.LineTo(end) // so flat that the arc looks like a line
		return
	}
	// In the space where the ellipse is the unit circle, half the chord is h.
	h, grow := half.over(rx, ry)
	center := vec{}
	if grow > unitOne {
		rx, ry = Fixed(mulShift(int64(rx), grow, unitBits)), Fixed(mulShift(int64(ry), grow, unitBits))
	} else {
		center = arcCenter(h, large != sweep)
	}
	// u and v lead from the centre to the ends of the arc.
	u := normal(vec{h.x - center.x, h.y - center.y})
	v := normal(vec{-h.x - center.x, -h.y - center.y})
	out := Rotate(degrees).Mul(Scale(rx, ry))
	mid := Point{(from.X + end.X) / 2, (from.Y + end.Y) / 2}
	a := arc{path: p, out: out, mid: mid, center: center, sweep: sweep}
	a.draw(u, v, end)
}

// over returns p in the space where the ellipse is the unit circle. A vector
// longer than one is cut to one, and grow says by how much the radii have to be
// multiplied for that, in 2^-30.
func (p Point) over(rx, ry Fixed) (v vec, grow int64) {
	v = vec{mulDiv(int64(p.X), unitOne, int64(rx)), mulDiv(int64(p.Y), unitOne, int64(ry))}
	grow = int64(Hypot(Fixed(v.x), Fixed(v.y)))
	if grow > unitOne {
		v = vec{mulDiv(v.x, unitOne, grow), mulDiv(v.y, unitOne, grow)}
	}
	return v, grow
}

// arcCenter returns the centre of the unit circle through h and -h, on one side
// of the way from h to -h or on the other.
func arcCenter(h vec, positive bool) vec {
	lambda := h.dot(h)
	if lambda >= unitOne {
		return vec{}
	}
	dist := int64(isqrt(uint64(unitOne-lambda) << unitBits))
	n := normal(h)
	c := vec{(n.y * dist) >> unitBits, (-n.x * dist) >> unitBits}
	if positive {
		return c
	}
	return vec{-c.x, -c.y}
}

// normal returns v at length one.
func normal(v vec) vec {
	d := int64(Hypot(Fixed(v.x), Fixed(v.y)))
	if d == 0 {
		return vec{unitOne, 0}
	}
	return vec{mulDiv(v.x, unitOne, d), mulDiv(v.y, unitOne, d)}
}

type arc struct {
	path   *Path
	out    Matrix
	mid    Point
	center vec
	sweep  bool
}

// draw adds quarter turns from u until v is less than a quarter away, and then
// the rest.
func (a *arc) draw(u, v vec, end Point) {
	for range 4 {
		cross, dot := u.cross(v), u.dot(v)
		if !a.sweep {
			cross = -cross
		}
		if cross >= 0 && dot >= 0 {
			break
		}
		next := a.perp(u)
		a.segment(u, next, nil)
		u = next
	}
	a.segment(u, v, &end)
}

// perp returns u a quarter turn on.
func (a *arc) perp(u vec) vec {
	if a.sweep {
		return vec{-u.y, u.x}
	}
	return vec{u.y, -u.x}
}

// segment adds the arc from u to v, at most a quarter turn apart. With end the
// last point is exact.
func (a *arc) segment(u, v vec, end *Point) {
	// k = 4/3 tan(angle/4), from the chord 2 sin(angle/2).
	chord := int64(Hypot(Fixed(v.x-u.x), Fixed(v.y-u.y)))
	sin := chord / 2
	cos := int64(isqrt(uint64(unitOne*unitOne - min(sin, unitOne)*min(sin, unitOne))))
	k := divRound(4*mulDiv(sin, unitOne, unitOne+cos), 3)
	along := func(w, dir vec, sign int64) vec {
		return vec{w.x + sign*mulShift(dir.x, k, unitBits), w.y + sign*mulShift(dir.y, k, unitBits)}
	}
	last := a.point(v)
	if end != nil {
		last = *end
	}
	a.path.CubicTo(a.point(along(u, a.perp(u), 1)), a.point(along(v, a.perp(v), -1)), last)
}

// point maps a vector from the arc's centre back to the path's space.
func (a *arc) point(w vec) Point {
	// The coefficients are in 2^-32 and the vector in 2^-30; a shift of 46 makes of their
	// product a Fixed, in 2^-16. To bring the vector to 2^-16 before would lose bits that
	// the radii multiply.
	x, y := int64(w.x+a.center.x), int64(w.y+a.center.y)
	m := a.out
	return Point{
		a.mid.X + Fixed(mulShift(m.A, x, 46)+mulShift(m.C, y, 46)),
		a.mid.Y + Fixed(mulShift(m.B, x, 46)+mulShift(m.D, y, 46)),
	}
}
