package picture

import (
	"encoding/binary"

	"octavo/book/graphic/drawing"
)

// A matrix maps three lights, or the three numbers of a colour in CIE XYZ.
type matrix [3][3]drawing.Fixed

// millionths makes a matrix of numbers in 1/1,000,000.
func millionths(v ...int64) (m matrix) {
	for i, n := range v {
		m[i/3][i%3] = drawing.Frac(n, 1_000_000)
	}
	return m
}

var (
	neutral = millionths(1_000_000, 0, 0, 0, 1_000_000, 0, 0, 0, 1_000_000)
	// fromD50 and fromD65 give the lights of sRGB for a colour in XYZ whose white is that of
	// profiles, or of screens (IEC 61966-2-1; the first is adapted as ICC.1, annex E, says).
	fromD50 = millionths(3_133_856, -1_616_867, -490_615, -978_768, 1_916_142, 33_454, 71_945, -228_991, 1_405_243)
	fromD65 = millionths(3_240_454, -1_537_139, -498_531, -969_266, 1_876_011, 41_556, 55_643, -204_026, 1_057_225)
	// bradford gives the lights that an eye adapts by to the white around it (ICC.1, E.3).
	bradford = millionths(895_100, 266_400, -161_400, -750_200, 1_713_500, 36_700, 38_900, -68_500, 1_029_600)
	whiteD65 = [3]drawing.Fixed{drawing.Frac(950_470, 1_000_000), drawing.One, drawing.Frac(1_088_830, 1_000_000)}
)

func (m matrix) mul(n matrix) (p matrix) {
	for i := range 3 {
		for j := range 3 {
			for k := range 3 {
				p[i][j] += m[i][k].Mul(n[k][j])
			}
		}
	}
	return p
}

func (m matrix) apply(v [3]drawing.Fixed) (w [3]drawing.Fixed) {
	for i := range w {
		for k := range v {
			w[i] += m[i][k].Mul(v[k])
		}
	}
	return w
}

// columns returns m with each column times a number.
func (m matrix) columns(v [3]drawing.Fixed) matrix {
	for i := range m {
		for j := range v {
			m[i][j] = m[i][j].Mul(v[j])
		}
	}
	return m
}

// inverse is false when m has none that fits.
func (m matrix) inverse() (n matrix, ok bool) {
	minor := func(i, j int) drawing.Fixed {
		a, b, c, d := (i+1)%3, (i+2)%3, (j+1)%3, (j+2)%3
		return m[a][c].Mul(m[b][d]) - m[a][d].Mul(m[b][c])
	}
	det := m[0][0].Mul(minor(0, 0)) + m[0][1].Mul(minor(0, 1)) + m[0][2].Mul(minor(0, 2))
	if det.Abs() < drawing.One/1000 {
		return n, false
	}
	for i := range 3 {
		for j := range 3 {
			n[j][i] = minor(i, j).Div(det)
		}
	}
	return n, true
}

// balanced returns m with rows that come to one, so that grey stays grey: a profile's
// white is that of its rounding.
func (m matrix) balanced() matrix {
	for i := range m {
		m[i][i] += drawing.One - m[i][0] - m[i][1] - m[i][2]
	}
	return m
}

// sane reports whether the numbers of m are such as the primaries of a space have.
func (m matrix) sane() bool {
	for _, row := range m {
		for _, v := range row {
			if v.Abs() > 20*drawing.One {
				return false
			}
		}
	}
	return true
}

// chromatic returns the matrix for the white and the primaries of a cHRM chunk, each x and
// y in 1/100,000: the primaries are made so bright that they come to the white, and white
// to that of sRGB.
func chromatic(body []byte) (matrix, bool) {
	var primaries matrix
	var white [3]drawing.Fixed
	for i := range 4 {
		x, y := int64(binary.BigEndian.Uint32(body[8*i:])), int64(binary.BigEndian.Uint32(body[8*i+4:]))
		const one, least = 100_000, 1000
		if x > one || y > one || y < least {
			return matrix{}, false
		}
		v := [3]drawing.Fixed{drawing.Frac(x, y), drawing.One, drawing.Frac(one-x-y, y)}
		if i == 0 {
			white = v
			continue
		}
		for k := range v {
			primaries[k][i-1] = v[k]
		}
	}
	inverse, ok := primaries.inverse()
	back, _ := bradford.inverse()
	if !ok {
		return matrix{}, false
	}
	have, want := bradford.apply(white), bradford.apply(whiteD65)
	var adapt [3]drawing.Fixed
	for i := range adapt {
		if have[i] < drawing.One/100 {
			return matrix{}, false
		}
		adapt[i] = want[i].Div(have[i])
	}
	m := fromD65.mul(back.columns(adapt).mul(bradford)).mul(primaries.columns(inverse.apply(white))).balanced()
	return m, m.sane()
}
