package drawing

// unit is the number one of matrix coefficients, which have 32 binary places
// so that a chain of turns does not wear them down.
const unit = 1 << 32

// maxCoef bounds the coefficients of a matrix: enlargements by more than a million make no
// sense, and the sum of two products stays in 64 bits.
const maxCoef = 1 << 20 * unit

// A Matrix maps (x, y) to (A x + C y + E, B x + D y + F). A to D are in 2^-32.
type Matrix struct {
	A, B, C, D int64
	E, F       Fixed
}

// Identity is the matrix that changes nothing.
var Identity = Matrix{A: unit, D: unit}

// Translate returns the matrix that moves by (x, y).
func Translate(x, y Fixed) Matrix { return Matrix{A: unit, D: unit, E: x, F: y} }

// Scale returns the matrix that stretches by x and y.
func Scale(x, y Fixed) Matrix { return Matrix{A: int64(x) << 16, D: int64(y) << 16} }

// ScaleRatio returns the matrix that stretches by num over den.
func ScaleRatio(num, den Fixed) Matrix {
	k := mulDiv(int64(num), unit, int64(den))
	return Matrix{A: k, D: k}
}

// StretchRatio returns the matrix that stretches by w over v and by h over u.
func StretchRatio(w, v, h, u Fixed) Matrix {
	return Matrix{A: mulDiv(int64(w), unit, int64(v)), D: mulDiv(int64(h), unit, int64(u))}
}

// Rotate returns the matrix that turns by degrees, clockwise where y is down.
func Rotate(degrees Fixed) Matrix {
	sin, cos := SinCos(degrees)
	return Matrix{A: cos, B: sin, C: -sin, D: cos}
}

// SkewX returns the matrix that leans along x by degrees.
func SkewX(degrees Fixed) Matrix { return Matrix{A: unit, C: tan(degrees), D: unit} }

// SkewY returns the matrix that leans along y by degrees.
func SkewY(degrees Fixed) Matrix { return Matrix{A: unit, B: tan(degrees), D: unit} }

// NewMatrix returns the matrix with the coefficients in the order of SVG.
func NewMatrix(a, b, c, d, e, f Fixed) Matrix {
	w := func(v Fixed) int64 { return clampCoef(int64(v) << 16) }
	return Matrix{w(a), w(b), w(c), w(d), e, f}
}

// Mul returns the matrix that applies n first and m after it.
func (m Matrix) Mul(n Matrix) Matrix {
	dot := func(a, b, c, d int64) int64 {
		return clampCoef(clampCoef(mulShift(a, b, 32)) + clampCoef(mulShift(c, d, 32)))
	}
	e := m.Apply(Point{n.E, n.F})
	return Matrix{
		A: dot(m.A, n.A, m.C, n.B), B: dot(m.B, n.A, m.D, n.B),
		C: dot(m.A, n.C, m.C, n.D), D: dot(m.B, n.C, m.D, n.D),
		E: e.X, F: e.Y,
	}
}

// Apply returns p under m, cut to a bound that keeps later sums in range.
func (m Matrix) Apply(p Point) Point {
	v := m.ApplyVector(p)
	return Point{clampCoord(v.X + m.E), clampCoord(v.Y + m.F)}
}

// ApplyVector returns the vector p under m, without its translation.
func (m Matrix) ApplyVector(p Point) Point {
	x, y := int64(p.X), int64(p.Y)
	return Point{
		clampCoord(clampCoord(Fixed(mulShift(m.A, x, 32))) + clampCoord(Fixed(mulShift(m.C, y, 32)))),
		clampCoord(clampCoord(Fixed(mulShift(m.B, x, 32))) + clampCoord(Fixed(mulShift(m.D, y, 32)))),
	}
}

// Invert returns the inverse of m, and false when there is none.
func (m Matrix) Invert() (Matrix, bool) {
	det := mulShift(m.A, m.D, 32) - mulShift(m.B, m.C, 32)
	if det == 0 || det > maxCoef*16 || det < -maxCoef*16 {
		return Identity, false
	}
	over := func(v int64) int64 { return clampCoef(mulDiv(v, unit, det)) }
	n := Matrix{A: over(m.D), B: over(-m.B), C: over(-m.C), D: over(m.A)}
	e := n.ApplyVector(Point{m.E, m.F})
	n.E, n.F = -e.X, -e.Y
	return n, true
}

// Expansion returns how much m stretches lengths: the square root of the change
// of area.
func (m Matrix) Expansion() Fixed {
	det := mulShift(m.A, m.D, 32) - mulShift(m.B, m.C, 32)
	return Fixed(isqrt(magnitude(det)))
}

// IsIdentity reports whether m changes nothing.
func (m Matrix) IsIdentity() bool { return m == Identity }

func clampCoef(v int64) int64 { return max(-maxCoef, min(maxCoef, v)) }

// clampCoord keeps coordinates within 2^30 pixels, so that sums of a few of them stay far
// from overflow. Nothing that far out is seen: the side of a picture has 30,000 at most.
func clampCoord(v Fixed) Fixed {
	const limit = 1 << 30 * One
	return max(-limit, min(limit, v))
}

// SinCos returns the sine and cosine of an angle in degrees, in 2^-32, exact in
// the last place but one.
func SinCos(degrees Fixed) (sin, cos int64) {
	d := degrees % Int(360)
	if d < 0 {
		d += Int(360)
	}
	quarter := d / Int(90)
	d %= Int(90)
	var s, c int64
	if d > Int(45) {
		c, s = octant(Int(90) - d)
	} else {
		s, c = octant(d)
	}
	switch quarter {
	case 1:
		return c, -s
	case 2:
		return -s, -c
	case 3:
		return -c, s
	}
	return s, c
}

// octant sums the Taylor series of sine and cosine at 0 to 45 degrees, in 2^60.
func octant(degrees Fixed) (sin, cos int64) {
	// radian is pi/180 in 2^-60; the shift by 16 takes off the fraction bits of degrees.
	// The terms go up to the 21st power of an angle below 0.79. That term is less than
	// 2^-60, so that further ones would add nothing.
	const radian = 20_122_276_272_436_452
	x := mulShift(int64(degrees), radian, 16)
	x2 := mulShift(x, x, 60)
	term := int64(1) << 60
	cos = term
	odd := x
	sin = odd
	for n := int64(1); n < 20; n += 2 {
		term = -mulShift(term, x2, 60) / (n * (n + 1))
		cos += term
		odd = -mulShift(odd, x2, 60) / ((n + 1) * (n + 2))
		sin += odd
	}
	return (sin + 1<<27) >> 28, (cos + 1<<27) >> 28
}

func tan(degrees Fixed) int64 {
	sin, cos := SinCos(degrees)
	return clampCoef(mulDiv(sin, unit, cos))
}
