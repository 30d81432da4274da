package sfnt

// glyphData returns the bytes that describe the glyph in the glyf table, nil
// when it is empty or lies outside the table.
func (f *Font) glyphData(gid uint16) []byte {
	start, end := f.glyphRange(gid)
	data, ok := slice(f.glyf, start, end-start)
	if !ok || len(data) < 10 {
		return nil
	}
	return data
}

// glyphRange returns where the loca table says that the glyph begins and ends.
func (f *Font) glyphRange(gid uint16) (start, end int) {
	if f.longLoca {
		return int(be32(f.loca, 4*int(gid))), int(be32(f.loca, 4*int(gid)+4))
	}
	return 2 * be16(f.loca, 2*int(gid)), 2 * be16(f.loca, 2*int(gid)+2)
}

// Flags of a point of a simple glyph.
const (
	onCurve     = 1 << 0
	xShort      = 1 << 1
	yShort      = 1 << 2
	repeatFlag  = 1 << 3
	xSame       = 1 << 4 // or, of a short x, that it is positive
	ySame       = 1 << 5
	overlapFlag = 1 << 6
)

// Flags of a part of a composite glyph.
const (
	argsAreWords    = 1 << 0
	argsAreXY       = 1 << 1
	haveScale       = 1 << 3
	moreComponents  = 1 << 5
	haveXYScale     = 1 << 6
	haveTwoByTwo    = 1 << 7
	haveInstruction = 1 << 8
	scaledOffset    = 1 << 11
)

// A matrix maps points of a part into its composite: the linear part in 1/16384,
// the shift in 1/64 font unit.
type matrix struct{ xx, yx, xy, yy, dx, dy int64 }

var identity = matrix{xx: 1 << 14, yy: 1 << 14}

func (m *matrix) apply(p Point) Point {
	x, y := int64(p.X), int64(p.Y)
	return Point{
		X: clamp((m.xx*x+m.xy*y+1<<13)>>14 + m.dx),
		Y: clamp((m.yx*x+m.yy*y+1<<13)>>14 + m.dy),
	}
}

// clamp keeps coordinates within a million font units, so that no sum overflows.
func clamp(v int64) int32 { return int32(max(min(v, 1<<26), -1<<26)) }

// A glyfReader collects the points of a glyph and of its parts.
type glyfReader struct {
	font     *Font
	points   []Point
	on       []bool // whether the outline goes through the point
	ends     []int  // last point of each contour
	elements int
}

// glyph adds a glyph under the matrix and reports whether it could be read.
func (g *glyfReader) glyph(gid uint16, m matrix, depth int) bool {
	g.elements++
	if depth > maxDepth || g.elements > maxElements || int(gid) >= g.font.numGlyphs {
		return false
	}
	data := g.font.glyphData(gid)
	if data == nil {
		return true
	}
	if contours := int16At(data, 0); contours >= 0 {
		return g.simple(data, int(contours), m)
	}
	return g.composite(data, m, depth)
}

// simple adds the points of a simple glyph.
func (g *glyfReader) simple(data []byte, contours int, m matrix) bool {
	first := len(g.points)
	last, n := -1, 0
	for i := range contours {
		end := be16(data, 10+2*i)
		if end <= last && i > 0 {
			return false
		}
		g.ends = append(g.ends, first+end)
		last, n = end, end+1
	}
	if n+first > maxPoints {
		return false
	}
	at := 10 + 2*contours
	at += 2 + be16(data, at) // the instructions
	flags, at, ok := pointFlags(data, at, n)
	if !ok {
		return false
	}
	xs := coordinates{data: data, at: at, short: xShort, same: xSame}
	ys := coordinates{data: data, at: at + xs.length(flags), short: yShort, same: ySame}
	if ys.at+ys.length(flags) > len(data) {
		return false
	}
	for _, flag := range flags {
		p := Point{X: int32(xs.next(flag)) << 6, Y: int32(ys.next(flag)) << 6}
		g.points = append(g.points, m.apply(p))
		g.on = append(g.on, flag&onCurve != 0)
	}
	return true
}

// pointFlags unpacks the flags of n points and returns where they end.
func pointFlags(data []byte, at, n int) ([]byte, int, bool) {
	flags := make([]byte, 0, min(n, 255*len(data)))
	for len(flags) < n {
		if at >= len(data) {
			return nil, 0, false
		}
		flag, times := data[at], 1
		at++
		if flag&repeatFlag != 0 {
			times += at8(data, at)
			at++
		}
		for ; times > 0 && len(flags) < n; times-- {
			flags = append(flags, flag)
		}
	}
	return flags, at, true
}

// coordinates reads the x or the y values of a simple glyph.
type coordinates struct {
	data        []byte
	at          int
	short, same byte
	value       int16
}

func (c *coordinates) length(flags []byte) int {
	n := 0
	for _, flag := range flags {
		switch {
		case flag&c.short != 0:
			n++
		case flag&c.same == 0:
			n += 2
		}
	}
	return n
}

func (c *coordinates) next(flag byte) int16 {
	switch {
	case flag&c.short != 0:
		v := int16(at8(c.data, c.at))
		if flag&c.same == 0 {
			v = -v
		}
		c.value += v
		c.at++
	case flag&c.same == 0:
		c.value += int16(be16(c.data, c.at))
		c.at += 2
	}
	return c.value
}

// A component is a part of a composite glyph.
type component struct {
	flags  int
	at     int // where the part's glyph number stands in the data
	gid    uint16
	a1, a2 int // shift, or numbers of the points to match
	matrix matrix
}

// components calls yield for each part of a composite glyph, and returns false when
// the parts are cut short or yield returns false.
func components(data []byte, yield func(*component) bool) bool {
	at := 10
	for {
		if at+4 > len(data) {
			return false
		}
		c := component{flags: be16(data, at), at: at + 2, gid: uint16(be16(data, at+2)), matrix: identity}
		at += 4
		if c.flags&argsAreWords != 0 {
			c.a1, c.a2 = int(int16At(data, at)), int(int16At(data, at+2))
			at += 4
		} else {
			c.a1, c.a2 = at8(data, at), at8(data, at+1)
			if c.flags&argsAreXY != 0 { // places have a sign, numbers of points none
				c.a1, c.a2 = int(int8(c.a1)), int(int8(c.a2))
			}
			at += 2
		}
		at += c.readScale(data, at)
		if at > len(data) || !yield(&c) {
			return false
		}
		if c.flags&moreComponents == 0 {
			return true
		}
	}
}

// readScale reads the linear part of the matrix and returns its length.
func (c *component) readScale(data []byte, at int) int {
	value := func(i int) int64 { return int64(int16At(data, at+2*i)) }
	switch {
	case c.flags&haveScale != 0:
		c.matrix.xx, c.matrix.yy = value(0), value(0)
		return 2
	case c.flags&haveXYScale != 0:
		c.matrix.xx, c.matrix.yy = value(0), value(1)
		return 4
	case c.flags&haveTwoByTwo != 0:
		c.matrix.xx, c.matrix.yx, c.matrix.xy, c.matrix.yy = value(0), value(1), value(2), value(3)
		return 8
	}
	return 0
}

// composite adds the parts of a composite glyph.
func (g *glyfReader) composite(data []byte, m matrix, depth int) bool {
	base := len(g.points)
	ok := components(data, func(c *component) bool {
		first := len(g.points)
		if c.flags&argsAreXY != 0 {
			c.matrix.dx, c.matrix.dy = int64(c.a1)<<6, int64(c.a2)<<6
			if c.flags&scaledOffset != 0 {
				c.matrix.dx = c.matrix.dx * c.matrix.xx >> 14
				c.matrix.dy = c.matrix.dy * c.matrix.yy >> 14
			}
		}
		// The points of a part follow those before it, so that a part may be placed by
		// two points that are to meet: one of the composite so far, one of the part.
		if !g.glyph(c.gid, m.then(c.matrix), depth+1) {
			return false
		}
		if c.flags&argsAreXY == 0 {
			return g.match(base+c.a1&0xffff, first+c.a2&0xffff, first)
		}
		return true
	})
	return ok
}

// then returns the matrix that applies inner first.
func (m *matrix) then(inner matrix) matrix {
	mul := func(a, b, c, d int64) int64 { return (a*b + c*d + 1<<13) >> 14 }
	return matrix{
		xx: bound(mul(m.xx, inner.xx, m.xy, inner.yx)), xy: bound(mul(m.xx, inner.xy, m.xy, inner.yy)),
		yx: bound(mul(m.yx, inner.xx, m.yy, inner.yx)), yy: bound(mul(m.yx, inner.xy, m.yy, inner.yy)),
		dx: bound(mul(m.xx, inner.dx, m.xy, inner.dy) + m.dx),
		dy: bound(mul(m.yx, inner.dx, m.yy, inner.dy) + m.dy),
	}
}

func bound(v int64) int64 { return int64(clamp(v)) }

// match shifts the points from first on so that point b meets point a.
func (g *glyfReader) match(a, b, first int) bool {
	if a >= first || b >= len(g.points) {
		return false
	}
	dx, dy := int64(g.points[a].X-g.points[b].X), int64(g.points[a].Y-g.points[b].Y)
	for i := first; i < len(g.points); i++ {
		p := &g.points[i]
		p.X, p.Y = clamp(int64(p.X)+dx), clamp(int64(p.Y)+dy)
	}
	return true
}

// segments turns the points into an outline.
func (g *glyfReader) segments() []Segment {
	var out []Segment
	first := 0
	for _, end := range g.ends {
		if end < len(g.points) && end >= first {
			out = contour(out, g.points[first:end+1], g.on[first:end+1])
		}
		first = end + 1
	}
	return out
}

// contour draws a closed contour. Between two control points the outline goes
// through their middle.
//
// TrueType writes a curve as points that are on it or control it, and leaves out
// each point on the curve that is the middle of two controls. A contour may even
// begin with a control point, or have no point on the curve at all. So a start is
// chosen first: the first point, or the last one if only that is on the curve, or
// the middle between the two. From there each control point makes a curve, which
// ends at the next point on the curve, at a middle, or at the start.
func contour(out []Segment, points []Point, on []bool) []Segment {
	start, n := points[0], len(points)
	i := 1
	if !on[0] {
		if on[n-1] {
			start, i, n = points[n-1], 0, n-1
		} else {
			start, i = middle(points[n-1], points[0]), 0
		}
	}
	out = append(out, Segment{Op: MoveTo, Pts: [3]Point{start}})
	for ; i < n; i++ {
		if on[i] {
			out = append(out, Segment{Op: LineTo, Pts: [3]Point{points[i]}})
			continue
		}
		to := start
		if i+1 < n {
			if to = points[i+1]; !on[i+1] {
				to = middle(points[i], points[i+1])
			}
		}
		out = append(out, Segment{Op: QuadTo, Pts: [3]Point{points[i], to}})
		if i+1 < n && on[i+1] {
			i++
		}
	}
	return append(out, Segment{Op: CloseTo})
}

func middle(a, b Point) Point { return Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }
