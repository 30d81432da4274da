package svg

import (
	"octavo/book/graphic/drawing"
)

// maxPathSteps bounds the steps of one path. The bound is generous: the coast of a detailed
// map has some tens of thousands.
const maxPathSteps = 200_000

// parsePath reads path data (SVG 2, section 9.3). On an error it returns what
// came before it, as renderers do, and false.
func parsePath(s string) (drawing.Path, bool) {
	r := pathReader{s: s}
	ok := r.read()
	return r.path, ok
}

type pathReader struct {
	s       string
	path    drawing.Path
	cur     drawing.Point
	start   drawing.Point
	control drawing.Point // the last control point, to mirror
	last    byte          // the command before, in upper case
	open    bool          // the subpath has been begun
}

func (r *pathReader) read() bool {
	var cmd byte
	for {
		r.s = trimSeparators(r.s)
		if r.s == "" {
			return true
		}
		if c := r.s[0]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			cmd, r.s = c, r.s[1:]
		} else if cmd|0x20 == 'z' {
			return false
		}
		if cmd == 0 || r.last == 0 && cmd|0x20 != 'm' || len(r.path.Ops) > maxPathSteps {
			return false
		}
		if !r.command(cmd) {
			return false
		}
		switch cmd { // further pairs after a move are lines
		case 'm':
			cmd = 'l'
		case 'M':
			cmd = 'L'
		}
	}
}

// pathArgs is how many numbers each command takes.
var pathArgs = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

func (r *pathReader) command(cmd byte) bool {
	upper := cmd &^ 0x20
	n, known := pathArgs[upper]
	if !known {
		return false
	}
	var v [7]drawing.Fixed
	for i := range n {
		var ok bool
		if v[i], ok = r.number(upper == 'A' && (i == 3 || i == 4)); !ok {
			return false
		}
	}
	var base drawing.Point
	if cmd != upper {
		base = r.cur
	}
	at := func(i int) drawing.Point {
		return drawing.Point{X: bounded(base.X + v[i]), Y: bounded(base.Y + v[i+1])}
	}
	r.step(upper, base, v, at)
	r.last = upper
	return true
}

func (r *pathReader) step(upper byte, base drawing.Point, v [7]drawing.Fixed, at func(int) drawing.Point) {
	switch upper {
	case 'M':
		r.cur, r.start, r.open = at(0), at(0), true
		r.path.MoveTo(r.cur)
		return
	case 'Z':
		if r.open {
			r.path.Close()
		}
		r.cur, r.open = r.start, false
		return
	}
	if !r.open { // a subpath goes on after its close
		r.path.MoveTo(r.cur)
		r.open = true
	}
	switch upper {
	case 'L':
		r.line(at(0))
	case 'H':
		r.line(drawing.Point{X: bounded(base.X + v[0]), Y: r.cur.Y})
	case 'V':
		r.line(drawing.Point{X: r.cur.X, Y: bounded(base.Y + v[0])})
	case 'C':
		r.cubic(at(0), at(2), at(4))
	case 'S':
		r.cubic(r.mirror('C', 'S'), at(0), at(2))
	case 'Q':
		r.quad(at(0), at(2))
	case 'T':
		r.quad(r.mirror('Q', 'T'), at(0))
	case 'A':
		r.cur = at(5)
		r.path.ArcTo(v[0], v[1], v[2], v[3] != 0, v[4] != 0, r.cur)
	}
}

func bounded(f drawing.Fixed) drawing.Fixed { return max(-drawing.Limit, min(drawing.Limit, f)) }

func (r *pathReader) line(p drawing.Point) {
	r.path.LineTo(p)
	r.cur = p
}

func (r *pathReader) cubic(a, b, c drawing.Point) {
	r.path.CubicTo(a, b, c)
	r.control, r.cur = b, c
}

func (r *pathReader) quad(a, b drawing.Point) {
	r.path.QuadTo(a, b)
	r.control, r.cur = a, b
}

// mirror returns the control point of a smooth curve.
func (r *pathReader) mirror(kind, smooth byte) drawing.Point {
	if r.last != kind && r.last != smooth {
		return r.cur
	}
	return drawing.Point{X: bounded(2*r.cur.X - r.control.X), Y: bounded(2*r.cur.Y - r.control.Y)}
}

// number reads the next argument; a flag is one digit, which need not be
// separated from what follows.
func (r *pathReader) number(flag bool) (drawing.Fixed, bool) {
	r.s = trimSeparators(r.s)
	if flag {
		if r.s == "" || r.s[0] != '0' && r.s[0] != '1' {
			return 0, false
		}
		f := drawing.Int(int(r.s[0] - '0'))
		r.s = r.s[1:]
		return f, true
	}
	f, n := drawing.ParseFixed(r.s)
	r.s = r.s[n:]
	return f, n > 0
}
