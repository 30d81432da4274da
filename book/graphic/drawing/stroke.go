package drawing

import "slices"

// Outline returns the area that the stroke of path covers, in the space that m
// maps to, as polygons for the rule NonZero. Curves are no further than
// tolerance, in that space, from the truth.
func (s *Stroke) Outline(path *Path, m Matrix, tolerance Fixed) []Polygon {
	// The pen is round in the space of the path, so that is where the outline is
	// made.
	local := max(1, tolerance.Div(max(m.Expansion(), 1)))
	lines := path.Flatten(Identity, local)
	if len(s.Dash) > 0 {
		lines = s.dashes(lines)
	}
	k := stroker{Stroke: s, half: s.Width / 2, tolerance: local}
	for _, l := range lines {
		k.line(l)
	}
	for i := range k.out {
		pts := k.out[i].Points
		for j := range pts {
			pts[j] = m.Apply(pts[j])
		}
	}
	return k.out
}

type stroker struct {
	*Stroke
	half      Fixed
	tolerance Fixed
	out       []Polygon
	cur       []Point
}

// line adds the outline of one polyline.
func (k *stroker) line(l Polygon) {
	pts := distinct(l)
	switch {
	case len(pts) == 1:
		k.dot(pts[0], l)
	case l.Closed && len(pts) > 2:
		k.ring(pts)
	default:
		k.open(pts)
	}
}

// distinct returns the points of l without repeats; when l is closed, the last
// differs from the first.
func distinct(l Polygon) []Point {
	pts := []Point{l.Points[0]}
	for _, p := range l.Points[1:] {
		if p != pts[len(pts)-1] {
			pts = append(pts, p)
		}
	}
	for l.Closed && len(pts) > 1 && pts[len(pts)-1] == pts[0] {
		pts = pts[:len(pts)-1]
	}
	return pts
}

// dot draws a line of no length, which shows when its caps do.
func (k *stroker) dot(p Point, l Polygon) {
	if k.Cap == Butt || len(l.Points) == 1 && !l.Closed {
		return
	}
	right := vec{unitOne, 0}
	k.capAt(p, right)
	k.capAt(p, vec{-unitOne, 0})
	k.flush()
}

// ring draws a closed line as its two sides, which turn in opposite ways.
func (k *stroker) ring(pts []Point) {
	k.side(pts, true)
	k.flush()
	slices.Reverse(pts)
	k.side(pts, true)
	k.flush()
}

func (k *stroker) open(pts []Point) {
	k.side(pts, false)
	k.capAt(pts[len(pts)-1], heading(pts[len(pts)-2], pts[len(pts)-1]))
	slices.Reverse(pts)
	k.side(pts, false)
	k.capAt(pts[len(pts)-1], heading(pts[len(pts)-2], pts[len(pts)-1]))
	k.flush()
}

func heading(a, b Point) vec { return direction(b.Sub(a)) }

// left is the direction a quarter turn against the clock from d on screen.
func (d vec) left() vec { return vec{d.y, -d.x} }

func (k *stroker) flush() {
	if len(k.cur) > 2 {
		k.out = append(k.out, Polygon{Points: k.cur, Closed: true})
	}
	k.cur = nil
}

// at adds the point that lies half a width from p along v.
func (k *stroker) at(p Point, v vec) { k.cur = append(k.cur, k.reach(p, v)) }

func (k *stroker) reach(p Point, v vec) Point {
	return Point{
		p.X + Fixed(mulShift(v.x, int64(k.half), unitBits)),
		p.Y + Fixed(mulShift(v.y, int64(k.half), unitBits)),
	}
}

// side adds the left side of the line through pts.
func (k *stroker) side(pts []Point, closed bool) {
	n := len(pts)
	d := heading(pts[0], pts[1])
	if closed {
		k.join(pts[0], heading(pts[n-1], pts[0]), d)
	} else {
		k.at(pts[0], d.left())
	}
	for i := 1; i < n; i++ {
		next := d
		switch {
		case i+1 < n:
			next = heading(pts[i], pts[i+1])
		case closed:
			next = heading(pts[i], pts[0])
		default:
			k.at(pts[i], d.left())
			return
		}
		k.join(pts[i], d, next)
		d = next
	}
}

// join adds the corner at p on the left side, between the directions a and b.
//
// The outline of a line goes up its left side and down its right side, which is the left
// side of the way back. The outer side of a corner gets the join. The inner side
// would need the point where its two edges meet, which for short pieces lies beyond their
// ends: so it goes through the corner itself, and what overlaps by that is filled once,
// since the rule is NonZero.
func (k *stroker) join(p Point, a, b vec) {
	cos, turn := a.dot(b), a.cross(b)
	k.at(p, a.left())
	switch {
	case cos > unitOne-unitOne/2000: // less than two degrees: as good as straight
	case turn < 0: // turns left: the inner side
		k.cur = append(k.cur, p)
	case k.Join == RoundJoin:
		k.round(p, a.left(), b.left(), 0)
	case k.Join == Miter && k.mitred(cos):
		k.tip(p, a.left(), b.left(), cos)
	}
	k.at(p, b.left())
}

// mitred reports whether a corner is within the limit. The length of a mitre
// over the width is 1/cos(turn/2), and its square is compared, which takes no root. A
// limit counts up to 100; a corner whose mitre would be longer, where tip divides by next
// to nothing, gets none.
func (k *stroker) mitred(cos int64) bool {
	half := (unitOne + cos) / 2 // cos² of half the turn
	if half < unitOne/10_000 {
		return false
	}
	limit := min(k.MiterLimit, Int(100))
	return mulShift(int64(limit.Mul(limit)), half, unitBits) >= int64(One)
}

// tip adds the point of a mitre.
func (k *stroker) tip(p Point, a, b vec, cos int64) {
	k.at(p, vec{
		mulDiv(a.x+b.x, unitOne, unitOne+cos),
		mulDiv(a.y+b.y, unitOne, unitOne+cos),
	})
}

// round adds points on the arc from p+a to p+b, without its ends, by halving.
func (k *stroker) round(p Point, a, b vec, depth int) {
	mid := vec{a.x + b.x, a.y + b.y}
	if depth == 0 && a.dot(b) < -unitOne+unitOne/1000 {
		mid = vec{-a.y, a.x} // about half a turn, where the sum is too short to have a direction
	}
	mid = normal(mid)
	// The arc rises over its chord by half·(1 - cos of half the angle). Eight halvings cut
	// half a turn into more than 256 pieces, enough for a line of any width on a page.
	rise := Fixed(mulShift(int64(k.half), unitOne-a.dot(mid), unitBits))
	if rise <= k.tolerance || depth > 8 {
		if depth == 0 {
			k.at(p, mid)
		}
		return
	}
	k.round(p, a, mid, depth+1)
	k.at(p, mid)
	k.round(p, mid, b, depth+1)
}

// capAt adds the end of a line that comes to p in direction d.
func (k *stroker) capAt(p Point, d vec) {
	l := d.left()
	r := vec{-l.x, -l.y}
	k.at(p, l)
	switch k.Cap {
	case RoundCap:
		k.round(p, l, d, 1)
		k.at(p, d)
		k.round(p, d, r, 1)
	case Square:
		k.at(p, vec{l.x + d.x, l.y + d.y})
		k.at(p, vec{r.x + d.x, r.y + d.y})
	}
	k.at(p, r)
}

// maxPieces bounds the dashes of one path. A path with more of them is drawn as a line
// without dashes: on a page they could not be told apart.
const maxPieces = 50_000

// dashes cuts lines by the pattern. Each line begins the pattern anew, at the offset (SVG 2,
// section 13.5.6). A dash goes on around corners: so the lines are walked with the entry of
// the pattern at hand and what is left of it, and a dash takes each corner that it passes.
// A dash that reaches the end of a closed line is not joined with the one at its beginning;
// each has caps of its own there.
func (s *Stroke) dashes(lines []Polygon) []Polygon {
	var period, length Fixed
	for _, d := range s.Dash {
		period += d
	}
	for _, l := range lines {
		length += lengthOf(l)
	}
	if period <= 0 || int64(length/period)*int64(len(s.Dash)) > maxPieces {
		return lines
	}
	var out []Polygon
	for _, l := range lines {
		out = s.dashLine(out, l, period)
	}
	return out
}

func lengthOf(l Polygon) Fixed {
	var sum Fixed
	for i := 1; i < len(l.Points); i++ {
		sum += Hypot(l.Points[i].X-l.Points[i-1].X, l.Points[i].Y-l.Points[i-1].Y)
	}
	if n := len(l.Points); l.Closed {
		sum += Hypot(l.Points[0].X-l.Points[n-1].X, l.Points[0].Y-l.Points[n-1].Y)
	}
	return sum
}

// phase returns the entry of the pattern at its beginning, and what is left of
// it.
func (s *Stroke) phase(period Fixed) (int, Fixed) {
	offset := s.Offset % period
	if offset < 0 {
		offset += period
	}
	for i, d := range s.Dash {
		if offset < d {
			return i, d - offset
		}
		offset -= d
	}
	return 0, s.Dash[0]
}

func (s *Stroke) dashLine(out []Polygon, l Polygon, period Fixed) []Polygon {
	pts := l.Points
	if l.Closed {
		pts = append(pts[:len(pts):len(pts)], pts[0])
	}
	// Entries of an even number are dashes, the others gaps; left is what is left of entry i.
	// cur is the dash at hand, nil in a gap.
	i, left := s.phase(period)
	var cur []Point
	if i%2 == 0 {
		cur = []Point{pts[0]}
	}
	for j := 1; j < len(pts); j++ {
		a, b := pts[j-1], pts[j]
		length := Hypot(b.X-a.X, b.Y-a.Y)
		done := Fixed(0)
		for length-done > left {
			done += left
			at := Point{a.X + (b.X-a.X).Scale(done, length), a.Y + (b.Y-a.Y).Scale(done, length)}
			if i%2 == 0 {
				out = append(out, Polygon{Points: append(cur, at)})
				cur = nil
			} else {
				cur = []Point{at}
			}
			i = (i + 1) % len(s.Dash)
			left = s.Dash[i]
		}
		left -= length - done
		if i%2 == 0 {
			cur = append(cur, b)
		}
	}
	if len(cur) > 1 {
		out = append(out, Polygon{Points: cur})
	}
	return out
}
