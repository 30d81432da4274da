package drawing

// A Point is a place in the plane.
type Point struct{ X, Y Fixed }

// Add returns p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns the vector from q to p.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// An Op is a step of a [Path].
type Op uint8

// The steps of a path, each with the number of points that it takes.
const (
	Move  Op = iota // 1 point: where a subpath begins
	Line            // 1 point: its end
	Cubic           // 3 points: two controls and the end
	Close           // none: a line back to the subpath's beginning
)

// Points returns how many points the step takes.
func (o Op) Points() int {
	switch o {
	case Move, Line:
		return 1
	case Cubic:
		return 3
	}
	return 0
}

// A Path is a run of steps and their points. A path that is not empty begins
// with Move.
type Path struct {
	Ops    []Op
	Points []Point
}

// Empty reports whether p has no steps.
func (p *Path) Empty() bool { return len(p.Ops) == 0 }

// MoveTo begins a subpath.
func (p *Path) MoveTo(a Point) { p.add(Move, a) }

// LineTo adds a line.
func (p *Path) LineTo(a Point) { p.add(Line, a) }

// CubicTo adds a cubic Bézier curve.
func (p *Path) CubicTo(a, b, c Point) { p.add(Cubic, a, b, c) }

// QuadTo adds a quadratic Bézier curve, as the cubic that equals it.
func (p *Path) QuadTo(a, b Point) {
	from := p.Last()
	third := func(q Point) Point {
		return Point{q.X + Fixed(divRound(2*int64(a.X-q.X), 3)), q.Y + Fixed(divRound(2*int64(a.Y-q.Y), 3))}
	}
	p.CubicTo(third(from), third(b), b)
}

// Close closes the subpath.
func (p *Path) Close() { p.add(Close) }

func (p *Path) add(op Op, pts ...Point) {
	p.Ops = append(p.Ops, op)
	p.Points = append(p.Points, pts...)
}

// Last returns the last point added, the origin when there is none. After Close
// that is the last point of the subpath, not the one where it begins.
func (p *Path) Last() Point {
	if len(p.Points) == 0 {
		return Point{}
	}
	return p.Points[len(p.Points)-1]
}

// Append adds the steps of q.
func (p *Path) Append(q Path) {
	p.Ops = append(p.Ops, q.Ops...)
	p.Points = append(p.Points, q.Points...)
}

// Each calls visit for each step with its points.
func (p *Path) Each(visit func(op Op, pts []Point)) {
	pts := p.Points
	for _, op := range p.Ops {
		n := op.Points()
		visit(op, pts[:n])
		pts = pts[n:]
	}
}

// Transform returns p under m.
func (p *Path) Transform(m Matrix) Path {
	q := Path{Ops: p.Ops, Points: make([]Point, len(p.Points))}
	for i, pt := range p.Points {
		q.Points[i] = m.Apply(pt)
	}
	return q
}

// Bounds returns the corners of the smallest rectangle that holds all points of
// p, controls included.
func (p *Path) Bounds() (lo, hi Point) {
	for i, pt := range p.Points {
		if i == 0 {
			lo, hi = pt, pt
		}
		lo.X, lo.Y = min(lo.X, pt.X), min(lo.Y, pt.Y)
		hi.X, hi.Y = max(hi.X, pt.X), max(hi.Y, pt.Y)
	}
	return lo, hi
}

// Rect returns the path of a rectangle.
func Rect(x, y, w, h Fixed) Path {
	var p Path
	p.MoveTo(Point{x, y})
	p.LineTo(Point{x + w, y})
	p.LineTo(Point{x + w, y + h})
	p.LineTo(Point{x, y + h})
	p.Close()
	return p
}

// kappa is the length of the controls of a quarter circle of radius one,
// 4/3 (sqrt 2 - 1), in 2^-30.
const kappa = 593_011_235

// RoundRect returns the path of a rectangle whose corners are quarters of an
// ellipse with the radii rx and ry.
func RoundRect(x, y, w, h, rx, ry Fixed) Path {
	rx, ry = min(rx, w/2), min(ry, h/2)
	if rx <= 0 || ry <= 0 {
		return Rect(x, y, w, h)
	}
	kx, ky := rx-Fixed(mulShift(int64(rx), kappa, 30)), ry-Fixed(mulShift(int64(ry), kappa, 30))
	r, b := x+w, y+h
	var p Path
	p.MoveTo(Point{x + rx, y})
	p.LineTo(Point{r - rx, y})
	p.CubicTo(Point{r - kx, y}, Point{r, y + ky}, Point{r, y + ry})
	p.LineTo(Point{r, b - ry})
	p.CubicTo(Point{r, b - ky}, Point{r - kx, b}, Point{r - rx, b})
	p.LineTo(Point{x + rx, b})
	p.CubicTo(Point{x + kx, b}, Point{x, b - ky}, Point{x, b - ry})
	p.LineTo(Point{x, y + ry})
	p.CubicTo(Point{x, y + ky}, Point{x + kx, y}, Point{x + rx, y})
	p.Close()
	return p
}

// Ellipse returns the path of an ellipse.
func Ellipse(cx, cy, rx, ry Fixed) Path {
	kx, ky := Fixed(mulShift(int64(rx), kappa, 30)), Fixed(mulShift(int64(ry), kappa, 30))
	var p Path
	p.MoveTo(Point{cx + rx, cy})
	p.CubicTo(Point{cx + rx, cy + ky}, Point{cx + kx, cy + ry}, Point{cx, cy + ry})
	p.CubicTo(Point{cx - kx, cy + ry}, Point{cx - rx, cy + ky}, Point{cx - rx, cy})
	p.CubicTo(Point{cx - rx, cy - ky}, Point{cx - kx, cy - ry}, Point{cx, cy - ry})
	p.CubicTo(Point{cx + kx, cy - ry}, Point{cx + rx, cy - ky}, Point{cx + rx, cy})
	p.Close()
	return p
}
