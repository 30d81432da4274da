package sfnt

// A Point is a place in 1/64 of a font unit, Y upwards.
type Point struct{ X, Y int32 }

// An Op says what a [Segment] draws.
type Op uint8

// The operations: the points that each has are in the order in which a pen
// reaches them, control points first.
const (
	MoveTo  Op = iota // 1 point
	LineTo            // 1 point
	QuadTo            // 2 points
	CubeTo            // 3 points
	CloseTo           // 0 points
)

// A Segment is a piece of an outline.
type Segment struct {
	Op  Op
	Pts [3]Point
}

// The bounds on one outline: a glyph of the most intricate seal script has some
// two thousand points.
const (
	maxPoints   = 1 << 16
	maxDepth    = 8    // of composites within composites
	maxElements = 1024 // composite parts in all
)

// Outline returns the outline of the glyph, nil when it has none or is broken.
// Every contour starts with MoveTo and ends with CloseTo.
func (f *Font) Outline(gid uint16) []Segment {
	if int(gid) >= f.numGlyphs {
		return nil
	}
	if f.cff != nil {
		return f.cff.outline(gid)
	}
	g := glyfReader{font: f}
	if !g.glyph(gid, identity, 0) {
		return nil
	}
	return g.segments()
}

// Bounds returns the box around the glyph's outline in font units: left,
// bottom, right, top. It reports false for a glyph without an outline.
func (f *Font) Bounds(gid uint16) ([4]int32, bool) {
	if int(gid) >= f.numGlyphs {
		return [4]int32{}, false
	}
	if f.cff != nil {
		return outlineBounds(f.cff.outline(gid))
	}
	data := f.glyphData(gid)
	if len(data) < 10 {
		return [4]int32{}, false
	}
	return [4]int32{int16At(data, 2), int16At(data, 4), int16At(data, 6), int16At(data, 8)}, true
}

// outlineBounds bounds the outline with its control points, outwards to whole
// font units.
func outlineBounds(segments []Segment) (box [4]int32, ok bool) {
	for _, s := range segments {
		for _, p := range s.Pts[:s.Op.points()] {
			if !ok {
				box, ok = [4]int32{p.X, p.Y, p.X, p.Y}, true
			}
			box = [4]int32{min(box[0], p.X), min(box[1], p.Y), max(box[2], p.X), max(box[3], p.Y)}
		}
	}
	return [4]int32{box[0] >> 6, box[1] >> 6, (box[2] + 63) >> 6, (box[3] + 63) >> 6}, ok
}

// points returns how many points a segment with the operation has.
func (op Op) points() int {
	switch op {
	case MoveTo, LineTo:
		return 1
	case QuadTo:
		return 2
	case CubeTo:
		return 3
	}
	return 0
}
