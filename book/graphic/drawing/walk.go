package drawing

// A Walk is a path that is gone along.
type Walk struct {
	points []Point
	ends   []Fixed // the way from the beginning to each point
}

// NewWalk returns the walk along the subpaths of p, one after the other.
func NewWalk(p *Path) *Walk {
	w := &Walk{}
	at := Fixed(0)
	for _, poly := range p.Flatten(Identity, One/32) {
		points := poly.Points
		if poly.Closed && len(points) > 0 {
			points = append(points[:len(points):len(points)], points[0])
		}
		for i, pt := range points {
			if i > 0 {
				at += Hypot(pt.X-points[i-1].X, pt.Y-points[i-1].Y)
			}
			w.points, w.ends = append(w.points, pt), append(w.ends, at)
		}
	}
	return w
}

// Length is the way along all of it.
func (w *Walk) Length() Fixed {
	if len(w.ends) == 0 {
		return 0
	}
	return w.ends[len(w.ends)-1]
}

// At returns the place at a distance from the beginning, and the matrix that turns to the
// direction there; false when the path does not go so far.
func (w *Walk) At(distance Fixed) (Point, Matrix, bool) {
	if distance < 0 || distance > w.Length() {
		return Point{}, Identity, false
	}
	lo, hi := 0, len(w.ends)-1 // the segment that ends first behind the distance
	for lo < hi {
		if mid := (lo + hi) / 2; w.ends[mid] > distance {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	for lo > 0 && w.ends[lo] == w.ends[lo-1] { // at the end, or between subpaths
		lo--
	}
	if lo == 0 {
		return Point{}, Identity, false
	}
	a, b, way := w.points[lo-1], w.points[lo], w.ends[lo]-w.ends[lo-1]
	part := distance - w.ends[lo-1]
	step := b.Sub(a)
	return a.Add(Point{step.X.Scale(part, way), step.Y.Scale(part, way)}), TurnTo(step), true
}
