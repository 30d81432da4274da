package picture

import (
	"encoding/binary"

	"octavo/book/graphic/drawing"
)

// iccConversion reads a profile of three curves and a matrix, or of one curve for grey
// (ICC.1:2022, 8.3.3 and 8.3.2); false for one of tables, or of another space.
func iccConversion(p []byte) (*conversion, bool) {
	if len(p) < minProfile {
		return nil, false
	}
	c := &conversion{matrix: neutral}
	switch string(p[16:20]) {
	case "GRAY":
		curve, ok := curveOf(iccTag(p, "kTRC"))
		c.light = [3][256]uint16{curve, curve, curve}
		return c, ok
	case "RGB ":
		if iccTag(p, "A2B0") != nil {
			return nil, false
		}
		var m matrix
		for i, name := range []string{"r", "g", "b"} {
			curve, ok := curveOf(iccTag(p, name+"TRC"))
			xyz := iccTag(p, name+"XYZ")
			if !ok || len(xyz) < 20 || string(xyz[:4]) != "XYZ " {
				return nil, false
			}
			c.light[i] = curve
			for k := range m {
				m[k][i] = s15Fixed16(xyz[8+4*k:])
			}
		}
		c.matrix = fromD50.mul(m).balanced()
		return c, c.matrix.sane()
	}
	return nil, false
}

// iccTag returns what a tag of a profile holds, nil when there is none.
func iccTag(p []byte, name string) []byte {
	n := uint64(binary.BigEndian.Uint32(p[minProfile-4:]))
	for i := range min(n, 100) { // generous: profiles have some twenty tags
		e := minProfile + 12*i
		if e+12 > uint64(len(p)) {
			break
		}
		at, size := uint64(binary.BigEndian.Uint32(p[e+4:])), uint64(binary.BigEndian.Uint32(p[e+8:]))
		if string(p[e:e+4]) == name && at+size <= uint64(len(p)) {
			return p[at : at+size]
		}
	}
	return nil
}

func s15Fixed16(b []byte) drawing.Fixed { return drawing.Fixed(int32(binary.BigEndian.Uint32(b))) }

// curveOf reads a tag of the type curv or para (ICC.1:2022, 10.6 and 10.18).
func curveOf(tag []byte) (curve [256]uint16, ok bool) {
	if len(tag) < 12 {
		return curve, false
	}
	switch string(tag[:4]) {
	case "curv":
		n := uint64(binary.BigEndian.Uint32(tag[8:]))
		table := tag[12:]
		switch {
		case n == 0:
			return powers(drawing.One), true
		case 2*n > uint64(len(table)):
			return curve, false
		case n == 1: // a number of eight binary places
			return powers(drawing.Fixed(binary.BigEndian.Uint16(table)) << 8), true
		}
		return between(table[:2*n]), true
	case "para":
		return parametric(int(binary.BigEndian.Uint16(tag[8:])), tag[12:])
	}
	return curve, false
}

// between reads a curve from a table of 16-bit values.
func between(table []byte) (curve [256]uint16) {
	last := len(table)/2 - 1
	for i := range curve {
		at, rest := i*last/255, i*last%255
		a := int(binary.BigEndian.Uint16(table[2*at:]))
		b := int(binary.BigEndian.Uint16(table[2*min(at+1, last):]))
		curve[i] = uint16((a*(255-rest) + b*rest + 127) / 255)
	}
	return curve
}

// parametric reads a function: (ax + b) to the power g and e more, from d on, and cx + f
// below it. Each kind has more of these numbers than the one before, in an order of its own.
func parametric(kind int, body []byte) (curve [256]uint16, ok bool) {
	counts := []int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(body) < 4*counts[kind] {
		return curve, false
	}
	var v [7]drawing.Fixed
	for i := range counts[kind] {
		v[i] = s15Fixed16(body[4*i:])
	}
	g, a, b, c, d, e, f := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
	if kind == 0 {
		a = drawing.One
	}
	if kind == 1 || kind == 2 {
		if a <= 0 {
			return curve, false
		}
		// Below the place where ax + b is 0 the value is that of c, which is 0 in the kind 1.
		d, e, f, c = -b.Div(a), c, c, 0
	}
	for i := range curve {
		x := drawing.Frac(int64(i), 255)
		if x >= d {
			curve[i] = lightOf(power(a.Mul(x)+b, g) + e)
		} else {
			curve[i] = lightOf(c.Mul(x) + f)
		}
	}
	return curve, true
}
