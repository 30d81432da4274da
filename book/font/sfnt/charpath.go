package sfnt

// outline draws the glyph, nil when its charstring is broken.
func (c *cff) outline(gid uint16) []Segment {
	code, err := c.flatten(gid)
	if err != nil {
		return nil
	}
	var p charPen
	for i := 0; i < len(code); {
		if n, ok := charOperand(code[i:]); ok {
			p.stack = append(p.stack, charNumber(code[i:]))
			i += n
			continue
		}
		i += p.operator(code[i:])
		p.stack = p.stack[:0]
	}
	p.close()
	return p.out
}

// A charPen draws a charstring without subroutines.
type charPen struct {
	out   []Segment
	stack []int64 // in 1/65536 of a font unit
	x, y  int64
	stems int
	open  bool
}

// operator carries out the operator that code begins with and returns its length.
func (p *charPen) operator(code []byte) int {
	op, s := code[0], p.stack
	switch op {
	case csHStem, csVStem, csHStemHM, csVStemHM:
		p.stems += len(s) / 2
	case csHintMask, csCntrMask:
		p.stems += len(s) / 2
		return 1 + (p.stems+7)/8
	case csRMoveTo:
		if len(s) >= 2 {
			p.moveTo(s[len(s)-2], s[len(s)-1])
		}
	case csHMoveTo:
		if len(s) >= 1 {
			p.moveTo(s[len(s)-1], 0)
		}
	case csVMoveTo:
		if len(s) >= 1 {
			p.moveTo(0, s[len(s)-1])
		}
	case csEscape:
		p.flex(at8(code, 1), s)
		return 2
	default:
		p.draw(op, s)
	}
	return 1
}

func (p *charPen) draw(op byte, s []int64) {
	switch op {
	case csRLineTo:
		p.lines(s)
	case csHLineTo, csVLineTo:
		p.alternatingLines(s, op == csHLineTo)
	case csRRCurveTo:
		p.curves(s)
	case csRCurveLine:
		if n := len(s) - 2; n >= 0 {
			p.curves(s[:n])
			p.lines(s[n:])
		}
	case csRLineCurve:
		if n := len(s) - 6; n >= 0 {
			p.lines(s[:n])
			p.curves(s[n:])
		}
	case csHHCurveTo, csVVCurveTo:
		p.parallelCurves(s, op == csHHCurveTo)
	case csHVCurveTo, csVHCurveTo:
		p.alternatingCurves(s, op == csHVCurveTo)
	}
}

func (p *charPen) at() Point { return Point{clamp(p.x >> 10), clamp(p.y >> 10)} }

func (p *charPen) step(dx, dy int64) Point {
	const limit = 1 << 40 // 16 million font units, beyond what at can show
	p.x = max(min(p.x+dx, limit), -limit)
	p.y = max(min(p.y+dy, limit), -limit)
	return p.at()
}

func (p *charPen) close() {
	if p.open {
		p.out = append(p.out, Segment{Op: CloseTo})
		p.open = false
	}
}

func (p *charPen) moveTo(dx, dy int64) {
	p.close()
	p.out = append(p.out, Segment{Op: MoveTo, Pts: [3]Point{p.step(dx, dy)}})
	p.open = true
}

// begin opens a contour where a charstring draws without having moved.
func (p *charPen) begin() {
	if !p.open {
		p.moveTo(0, 0)
	}
}

func (p *charPen) line(dx, dy int64) {
	p.begin()
	p.out = append(p.out, Segment{Op: LineTo, Pts: [3]Point{p.step(dx, dy)}})
}

func (p *charPen) curve(dxa, dya, dxb, dyb, dxc, dyc int64) {
	p.begin()
	p.out = append(p.out, Segment{Op: CubeTo, Pts: [3]Point{p.step(dxa, dya), p.step(dxb, dyb), p.step(dxc, dyc)}})
}

func (p *charPen) lines(s []int64) {
	for ; len(s) >= 2; s = s[2:] {
		p.line(s[0], s[1])
	}
}

func (p *charPen) alternatingLines(s []int64, horizontal bool) {
	for _, d := range s {
		if horizontal {
			p.line(d, 0)
		} else {
			p.line(0, d)
		}
		horizontal = !horizontal
	}
}

func (p *charPen) curves(s []int64) {
	for ; len(s) >= 6; s = s[6:] {
		p.curve(s[0], s[1], s[2], s[3], s[4], s[5])
	}
}

// parallelCurves draws curves that begin and end in the same direction.
func (p *charPen) parallelCurves(s []int64, horizontal bool) {
	var across int64
	if len(s)%4 == 1 {
		across, s = s[0], s[1:]
	}
	for ; len(s) >= 4; s = s[4:] {
		if horizontal {
			p.curve(s[0], across, s[1], s[2], s[3], 0)
		} else {
			p.curve(across, s[0], s[1], s[2], 0, s[3])
		}
		across = 0
	}
}

// alternatingCurves draws curves that begin in one direction and end in the
// other, in turn. The last one may end askew.
func (p *charPen) alternatingCurves(s []int64, horizontal bool) {
	for ; len(s) >= 4; s = s[4:] {
		var askew int64
		if len(s) == 5 {
			askew = s[4]
		}
		if horizontal {
			p.curve(s[0], 0, s[1], s[2], askew, s[3])
		} else {
			p.curve(0, s[0], s[1], s[2], s[3], askew)
		}
		horizontal = !horizontal
	}
}

// flex draws two curves that a hinter may take for a line.
func (p *charPen) flex(op int, s []int64) {
	switch {
	case op == csHFlex && len(s) >= 7:
		p.curve(s[0], 0, s[1], s[2], s[3], 0)
		p.curve(s[4], 0, s[5], -s[2], s[6], 0)
	case op == csFlex && len(s) >= 12:
		p.curves(s[:12])
	case op == csHFlex1 && len(s) >= 9:
		p.curve(s[0], s[1], s[2], s[3], s[4], 0)
		p.curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]))
	case op == csFlex1 && len(s) >= 11:
		dx, dy := s[0]+s[2]+s[4]+s[6]+s[8], s[1]+s[3]+s[5]+s[7]+s[9]
		p.curves(s[:6])
		if abs(dx) > abs(dy) {
			p.curve(s[6], s[7], s[8], s[9], s[10], -dy)
		} else {
			p.curve(s[6], s[7], s[8], s[9], -dx, s[10])
		}
	}
}

func abs(v int64) int64 {
	if v < 0 {
		return -v
	}
	return v
}
