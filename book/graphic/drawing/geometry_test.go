package drawing

import (
	"math"
	"math/rand/v2"
	"testing"
)

func float(f Fixed) float64 { return float64(f) / float64(One) }

func TestSinCos(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range 20_000 {
		degrees := Int(i - 10_000)
		if i%2 == 0 {
			degrees = Fixed(rng.Int64N(int64(Int(2000)))) - Int(1000)
		}
		sin, cos := SinCos(degrees)
		angle := float(degrees) * math.Pi / 180
		if math.Abs(float64(sin)/unit-math.Sin(angle)) > 1e-9 || math.Abs(float64(cos)/unit-math.Cos(angle)) > 1e-9 {
			t.Fatalf("SinCos(%v) = %v, %v; want %v, %v", degrees, float64(sin)/unit, float64(cos)/unit, math.Sin(angle), math.Cos(angle))
		}
	}
}

func TestQuarterTurnsAreExact(t *testing.T) {
	for degrees, want := range map[int][2]int64{0: {0, unit}, 90: {unit, 0}, 180: {0, -unit}, 270: {-unit, 0}, -90: {-unit, 0}, 360: {0, unit}} {
		if sin, cos := SinCos(Int(degrees)); sin != want[0] || cos != want[1] {
			t.Errorf("SinCos(%d) = %d, %d; want %d, %d", degrees, sin, cos, want[0], want[1])
		}
	}
}

func TestMatrixInverse(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		m := Translate(Int(rng.IntN(500)), Int(-rng.IntN(500))).
			Mul(Rotate(Fixed(rng.Int64N(int64(Int(360)))))).
			Mul(Scale(One/4+Fixed(rng.Int64N(int64(Int(8)))), One/4+Fixed(rng.Int64N(int64(Int(8))))))
		inverse, ok := m.Invert()
		if !ok {
			t.Fatalf("%v has no inverse", m)
		}
		p := Point{Int(rng.IntN(1000)), Int(rng.IntN(1000))}
		q := inverse.Apply(m.Apply(p))
		if Hypot(q.X-p.X, q.Y-p.Y) > 16 {
			t.Fatalf("%v there and back is %v", p, q)
		}
	}
	if _, ok := Scale(0, One).Invert(); ok {
		t.Error("a matrix that flattens the plane has an inverse")
	}
}

// The reference is the conversion of SVG 2, appendix B.2.4, in floating point:
// every point of the arc satisfies the equation of its ellipse.
func TestArcIsOnItsEllipse(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	coord := func() Fixed { return Fixed(rng.Int64N(int64(Int(1000)))) }
	for range 3000 {
		from, end := Point{coord(), coord()}, Point{coord(), coord()}
		rx, ry, turn := coord()+One, coord()+One, Fixed(rng.Int64N(int64(Int(360))))
		large, sweep := rng.IntN(2) == 0, rng.IntN(2) == 0
		var p Path
		p.MoveTo(from)
		p.ArcTo(rx, ry, turn, large, sweep, end)
		if p.Last() != end {
			t.Fatalf("arc ends at %v, want %v", p.Last(), end)
		}
		cx, cy, frx, fry, angle := referenceArc(from, end, rx, ry, turn, large, sweep)
		var swept float64
		pts := p.Flatten(Identity, 1)[0].Points
		for i, pt := range pts {
			u, v := toCircle(pt, cx, cy, frx, fry, turn)
			if d := math.Abs(math.Hypot(u, v)-1) * math.Min(frx, fry); d > 0.35 && d > 0.0006*math.Max(frx, fry) {
				t.Fatalf("%v %v r=%v,%v turn=%v %v %v: %v is off by %v", from, end, rx, ry, turn, large, sweep, pt, d)
			}
			if i > 0 {
				a, b := toCircle(pts[i-1], cx, cy, frx, fry, turn)
				swept += math.Atan2(a*v-b*u, a*u+b*v)
			}
		}
		if math.Abs(swept-angle) > 0.02 {
			t.Fatalf("%v %v r=%v,%v turn=%v large=%v sweep=%v: arc turns by %v, want %v", from, end, rx, ry, turn, large, sweep, swept, angle)
		}
	}
}

func toCircle(p Point, cx, cy, rx, ry float64, turn Fixed) (u, v float64) {
	sin, cos := math.Sincos(float(turn) * math.Pi / 180)
	x, y := float(p.X)-cx, float(p.Y)-cy
	return (cos*x + sin*y) / rx, (cos*y - sin*x) / ry
}

func referenceArc(from, end Point, rx, ry, turn Fixed, large, sweep bool) (cx, cy, frx, fry, angle float64) {
	sin, cos := math.Sincos(float(turn) * math.Pi / 180)
	dx, dy := float(from.X-end.X)/2, float(from.Y-end.Y)/2
	x, y := cos*dx+sin*dy, cos*dy-sin*dx
	frx, fry = float(rx), float(ry)
	if l := x*x/(frx*frx) + y*y/(fry*fry); l > 1 {
		frx, fry = frx*math.Sqrt(l), fry*math.Sqrt(l)
	}
	num := frx*frx*fry*fry - frx*frx*y*y - fry*fry*x*x
	k := math.Sqrt(math.Max(0, num/(frx*frx*y*y+fry*fry*x*x)))
	if large == sweep {
		k = -k
	}
	px, py := k*frx*y/fry, -k*fry*x/frx
	cx = cos*px - sin*py + float(from.X+end.X)/2
	cy = sin*px + cos*py + float(from.Y+end.Y)/2
	a := math.Atan2((y-py)/fry, (x-px)/frx)
	b := math.Atan2((-y-py)/fry, (-x-px)/frx)
	angle = b - a
	if sweep && angle < 0 {
		angle += 2 * math.Pi
	} else if !sweep && angle > 0 {
		angle -= 2 * math.Pi
	}
	return cx, cy, frx, fry, angle
}

func TestFlattenStaysWithinTolerance(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	coord := func() Fixed { return Fixed(rng.Int64N(int64(Int(300)))) }
	for range 500 {
		var p Path
		a, b, c, d := Point{coord(), coord()}, Point{coord(), coord()}, Point{coord(), coord()}, Point{coord(), coord()}
		p.MoveTo(a)
		p.CubicTo(b, c, d)
		pts := p.Flatten(Identity, One/8)[0].Points
		for i := range 200 {
			u := float64(i) / 199
			at := func(a, b, c, d Fixed) float64 {
				v := 1 - u
				return v*v*v*float(a) + 3*v*v*u*float(b) + 3*v*u*u*float(c) + u*u*u*float(d)
			}
			x, y := at(a.X, b.X, c.X, d.X), at(a.Y, b.Y, c.Y, d.Y)
			if dist := distance(pts, x, y); dist > 0.13 {
				t.Fatalf("curve %v %v %v %v is %v away from its lines", a, b, c, d, dist)
			}
		}
	}
}

// distance returns how far a point is from a polyline.
func distance(pts []Point, x, y float64) float64 {
	best := math.Inf(1)
	for i := 1; i < len(pts); i++ {
		ax, ay, bx, by := float(pts[i-1].X), float(pts[i-1].Y), float(pts[i].X), float(pts[i].Y)
		l := (bx-ax)*(bx-ax) + (by-ay)*(by-ay)
		k := 0.0
		if l > 0 {
			k = math.Max(0, math.Min(1, ((x-ax)*(bx-ax)+(y-ay)*(by-ay))/l))
		}
		best = math.Min(best, math.Hypot(x-ax-k*(bx-ax), y-ay-k*(by-ay)))
	}
	return best
}

// inside reports whether a point is in polygons under the rule NonZero.
func inside(polys []Polygon, x, y float64) bool {
	winding := 0
	for _, p := range polys {
		for i, a := range p.Points {
			b := p.Points[(i+1)%len(p.Points)]
			ay, by := float(a.Y), float(b.Y)
			if (ay <= y) == (by <= y) {
				continue
			}
			if float(a.X)+(y-ay)/(by-ay)*(float(b.X)-float(a.X)) > x {
				if ay < by {
					winding++
				} else {
					winding--
				}
			}
		}
	}
	return winding != 0
}

// A stroke with round joins and caps covers the points no further than half its
// width from the line: that is the definition, and the reference.
func TestRoundStrokeAgainstDistance(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	coord := func() Fixed { return Fixed(rng.Int64N(int64(Int(100)))) }
	for round := range 100 {
		var p Path
		p.MoveTo(Point{coord(), coord()})
		for range 1 + rng.IntN(5) {
			p.LineTo(Point{coord(), coord()})
		}
		if round%3 == 0 {
			p.Close()
		}
		s := Stroke{Width: One + Fixed(rng.Int64N(int64(Int(20)))), Cap: RoundCap, Join: RoundJoin}
		polys := s.Outline(&p, Identity, One/32)
		line := p.Flatten(Identity, One/32)[0]
		pts := line.Points
		if line.Closed {
			pts = append(pts, pts[0])
		}
		for range 300 {
			x, y := rng.Float64()*140-20, rng.Float64()*140-20
			d := distance(pts, x, y) - float(s.Width)/2
			if math.Abs(d) < 0.1 {
				continue // too near the edge to tell
			}
			if inside(polys, x, y) != (d < 0) {
				t.Fatalf("round %d: point %.2f,%.2f at %.3f from the edge of %v: inside is %v", round, x, y, d, p.Points, d > 0)
			}
		}
	}
}

func TestStrokeShapes(t *testing.T) {
	corner := func(s Stroke, x, y float64) bool {
		var p Path
		p.MoveTo(Point{0, 0})
		p.LineTo(Point{Int(10), 0})
		p.LineTo(Point{Int(10), Int(10)})
		s.Width = Int(2)
		return inside(s.Outline(&p, Identity, One/32), x, y)
	}
	tests := []struct {
		name string
		s    Stroke
		x, y float64
		want bool
	}{
		{"miter reaches its tip", Stroke{Join: Miter, MiterLimit: Int(4)}, 10.9, -0.9, true},
		{"miter beyond its limit is a bevel", Stroke{Join: Miter, MiterLimit: One}, 10.9, -0.9, false},
		{"bevel cuts the tip", Stroke{Join: Bevel}, 10.6, -0.6, false},
		{"bevel fills the corner", Stroke{Join: Bevel}, 10.4, -0.4, true},
		{"round keeps the arc", Stroke{Join: RoundJoin}, 10.68, -0.68, true},
		{"round cuts the tip", Stroke{Join: RoundJoin}, 10.75, -0.75, false},
		{"butt ends at the end", Stroke{Cap: Butt}, -0.1, 0, false},
		{"square ends half a width on", Stroke{Cap: Square}, -0.9, 0.9, true},
		{"square ends there", Stroke{Cap: Square}, -1.1, 0, false},
		{"dash", Stroke{Dash: []Fixed{Int(3), Int(2)}}, 2.9, 0, true},
		{"gap", Stroke{Dash: []Fixed{Int(3), Int(2)}}, 3.1, 0, false},
		{"offset moves the dash", Stroke{Dash: []Fixed{Int(3), Int(2)}, Offset: One}, 2.1, 0, false},
		{"dash goes round the corner", Stroke{Dash: []Fixed{Int(8), Int(1)}, Join: Miter, MiterLimit: Int(4)}, 10.9, -0.9, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := corner(tt.s, tt.x, tt.y); got != tt.want {
				t.Errorf("inside at %v,%v = %v, want %v", tt.x, tt.y, got, tt.want)
			}
		})
	}
}

func TestDotsShowWithCaps(t *testing.T) {
	var p Path
	p.MoveTo(Point{Int(5), Int(5)})
	p.LineTo(Point{Int(5), Int(5)})
	for c, want := range map[Cap]int{Butt: 0, RoundCap: 1, Square: 1} {
		s := Stroke{Width: Int(4), Cap: c}
		if got := len(s.Outline(&p, Identity, One/16)); got != want {
			t.Errorf("cap %d: %d outlines, want %d", c, got, want)
		}
	}
}

func TestDashesAreBounded(t *testing.T) {
	var p Path
	p.MoveTo(Point{})
	p.LineTo(Point{Limit, Limit})
	s := Stroke{Width: One, Dash: []Fixed{1, 1}}
	if got := len(s.Outline(&p, Identity, One/16)); got != 1 {
		t.Errorf("%d outlines, want the line drawn whole", got)
	}
}

func TestCorners(t *testing.T) {
	var p Path
	p.MoveTo(Point{0, 0})
	p.LineTo(Point{Int(10), 0})
	p.LineTo(Point{Int(10), Int(10)})
	got := p.Corners()
	want := []float64{0, 45, 90}
	if len(got) != len(want) {
		t.Fatalf("%d corners, want %d", len(got), len(want))
	}
	for i, c := range got {
		if a := math.Atan2(float(c.Direction.Y), float(c.Direction.X)) * 180 / math.Pi; math.Abs(a-want[i]) > 0.01 {
			t.Errorf("corner %d points to %.2f°, want %.0f°", i, a, want[i])
		}
	}
}

func BenchmarkStroke(b *testing.B) {
	p := Ellipse(Int(500), Int(500), Int(400), Int(300))
	s := Stroke{Width: Int(6), Join: RoundJoin, Dash: []Fixed{Int(8), Int(4)}}
	for b.Loop() {
		s.Outline(&p, Identity, One/16)
	}
}
