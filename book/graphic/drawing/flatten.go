package drawing

import "math/bits"

// A Polygon is a subpath of straight lines.
type Polygon struct {
	Points []Point
	Closed bool
}

// Flatten returns p under m as straight lines that are nowhere further than
// tolerance from it. A subpath of one point is kept, since a stroke may draw a
// dot there.
func (p *Path) Flatten(m Matrix, tolerance Fixed) []Polygon {
	var list []Polygon
	var cur *Polygon
	var start Point
	p.Each(func(op Op, pts []Point) {
		switch op {
		case Move:
			start = m.Apply(pts[0])
			list = append(list, Polygon{Points: []Point{start}})
			cur = &list[len(list)-1]
		case Line:
			cur = reopen(&list, cur, start)
			cur.Points = append(cur.Points, m.Apply(pts[0]))
		case Cubic:
			cur = reopen(&list, cur, start)
			from := cur.Points[len(cur.Points)-1]
			cur.Points = flattenCubic(cur.Points, from, m.Apply(pts[0]), m.Apply(pts[1]), m.Apply(pts[2]), tolerance)
		case Close:
			if cur != nil {
				cur.Closed = true
			}
			cur = nil
		}
	})
	return list
}

// reopen begins a subpath where the last one was closed.
func reopen(list *[]Polygon, cur *Polygon, start Point) *Polygon {
	if cur != nil {
		return cur
	}
	*list = append(*list, Polygon{Points: []Point{start}})
	return &(*list)[len(*list)-1]
}

// maxSegments bounds the lines that stand for one curve. By the formula of flattenCubic a
// curve has more only when its second difference is some 350,000 tolerances; such a curve
// is drawn less smoothly. With 512 the product in bezier stays in 64 bits.
const maxSegments = 512

// flattenCubic adds the lines that stand for a curve. Their number is Wang's
// bound: n² ≥ 6/8 · max|second difference| / tolerance.
func flattenCubic(out []Point, a, b, c, d Point, tolerance Fixed) []Point {
	bend := max(second(a, b, c), second(b, c, d))
	n := int64(isqrt(uint64(bend*6/8/max(tolerance, 1)))) + 1
	n = min(n, maxSegments)
	for i := int64(1); i < n; i++ {
		out = append(out, Point{bezier(a.X, b.X, c.X, d.X, i, n), bezier(a.Y, b.Y, c.Y, d.Y, i, n)})
	}
	return append(out, d)
}

func second(a, b, c Point) Fixed { return Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y) }

// bezier evaluates a cubic at i/n by de Casteljau's scheme, rounding once for
// each level.
func bezier(a, b, c, d Fixed, i, n int64) Fixed {
	mix := func(p, q Fixed) Fixed { return p + Fixed(floorDiv(int64(q-p)*i, n)) }
	ab, bc, cd := mix(a, b), mix(b, c), mix(c, d)
	return mix(mix(ab, bc), mix(bc, cd))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Extent returns the corners of the box that holds the path itself, without
// the control points that lie outside.
func (p *Path) Extent() (lo, hi Point) {
	lo, hi = p.Bounds()
	size := max(hi.X-lo.X, hi.Y-lo.Y)
	tolerance := max(1, size>>12) // a part in 4,096 of the box, by eye: less shows nowhere
	first := true
	for _, poly := range p.Flatten(Identity, tolerance) {
		for _, pt := range poly.Points {
			if first {
				lo, hi, first = pt, pt, false
			}
			lo.X, lo.Y = min(lo.X, pt.X), min(lo.Y, pt.Y)
			hi.X, hi.Y = max(hi.X, pt.X), max(hi.Y, pt.Y)
		}
	}
	return lo, hi
}

// A Corner is a place where two steps of a path meet, with the direction in
// which the path passes it.
type Corner struct {
	At        Point
	Direction Point // of no particular length; zero when the path stands still
}

// Corners returns the ends of all steps of p (SVG 2, section 11.6.2).
func (p *Path) Corners() []Corner {
	var list []Corner
	var ins, outs []Point // directions into and out of each corner
	var start Point
	first := 0
	add := func(at, in Point) {
		list, ins, outs = append(list, Corner{At: at}), append(ins, in), append(outs, Point{})
	}
	p.Each(func(op Op, pts []Point) {
		last := len(list) - 1
		switch op {
		case Move:
			start, first = pts[0], len(list)
			add(pts[0], Point{})
		case Line:
			outs[last] = pts[0].Sub(list[last].At)
			add(pts[0], outs[last])
		case Cubic:
			outs[last] = firstNonZero(pts[0].Sub(list[last].At), pts[1].Sub(list[last].At), pts[2].Sub(list[last].At))
			add(pts[2], firstNonZero(pts[2].Sub(pts[1]), pts[2].Sub(pts[0]), pts[2].Sub(list[last].At)))
		case Close:
			dir := start.Sub(list[last].At)
			outs[last] = dir
			add(start, dir)
			ins[first], outs[last+1] = dir, outs[first]
		}
	})
	for i := range list {
		list[i].Direction = between(ins[i], outs[i])
	}
	return list
}

func firstNonZero(list ...Point) Point {
	for _, p := range list {
		if p != (Point{}) {
			return p
		}
	}
	return Point{}
}

// between returns the direction that halves the angle from a to b.
func between(a, b Point) Point {
	if a == (Point{}) {
		return b
	}
	if b == (Point{}) {
		return a
	}
	u, v := direction(a), direction(b)
	sum := vec{u.x + v.x, u.y + v.y}
	if sum.x == 0 && sum.y == 0 {
		return Point{-a.Y, a.X}
	}
	return Point{Fixed(sum.x >> 8), Fixed(sum.y >> 8)}
}

// direction returns p at length one.
func direction(p Point) vec {
	switch {
	case p.Y == 0 && p.X > 0:
		return vec{unitOne, 0}
	case p.Y == 0 && p.X < 0:
		return vec{-unitOne, 0}
	case p.X == 0 && p.Y > 0:
		return vec{0, unitOne}
	case p.X == 0 && p.Y < 0:
		return vec{0, -unitOne}
	}
	// A short vector is shifted up to 40 bits, so that normal divides without loss.
	n := 40 - bits.Len64(uint64(p.X.Abs()|p.Y.Abs()))
	if n > 0 {
		p.X, p.Y = p.X<<n, p.Y<<n
	}
	return normal(vec{int64(p.X), int64(p.Y)})
}

// TurnTo returns the turn that maps the x axis to dir.
func TurnTo(dir Point) Matrix {
	if dir == (Point{}) {
		return Identity
	}
	u := direction(dir)
	return Matrix{A: u.x << 2, B: u.y << 2, C: -u.y << 2, D: u.x << 2}
}
