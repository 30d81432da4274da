package pdf

import (
	"strconv"

	"octavo/book/graphic/drawing"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

func (p *painter) shape(s *drawing.Shape) {
	if s.Path.Empty() || s.Fill == nil && s.Stroke == nil {
		return
	}
	p.op("q")
	p.transform(s.Transform)
	if s.Fill != nil {
		p.fill(s, s.Fill)
	}
	if s.Stroke != nil && s.Stroke.Width > 0 {
		p.stroke(&s.Path, s.Transform, s.Stroke)
	}
	p.op("Q")
}

// fill fills the path of s, whose transform is set.
func (p *painter) fill(s *drawing.Shape, paint *drawing.Paint) {
	lo, hi := s.Path.Bounds()
	p.op("q")
	p.paint(paint, s.Transform, lo, hi, "g", "rg", "/Pattern cs", "scn")
	p.path(&s.Path)
	p.op("f" + star(s.Rule) + "\nQ")
}

// stroke strokes a path whose transform is set.
func (p *painter) stroke(path *drawing.Path, m drawing.Matrix, s *drawing.Stroke) {
	lo, hi := path.Bounds()
	// A mitre reaches half of the width times its limit over the path, a square cap less
	// than the width: twice of either is surely enough.
	reach := s.Width.Mul(max(s.MiterLimit, drawing.Int(2)))
	lo, hi = lo.Sub(drawing.Point{X: reach, Y: reach}), hi.Add(drawing.Point{X: reach, Y: reach})
	p.op("q")
	p.paint(&s.Paint, m, lo, hi, "G", "RG", "/Pattern CS", "SCN")
	p.pen(s)
	p.path(path)
	p.op("S\nQ")
}

// pen sets how lines are drawn. The numbers of caps and joins are those of PDF.
func (p *painter) pen(s *drawing.Stroke) {
	p.number(s.Width)
	p.op("w " + strconv.Itoa(int(s.Cap)) + " J " + strconv.Itoa(int(s.Join)) + " j")
	if s.Join == drawing.Miter {
		p.number(max(s.MiterLimit, drawing.One))
		p.op("M")
	}
	if !dashed(s.Dash) {
		return
	}
	p.out = append(p.out, '[')
	for _, d := range s.Dash {
		p.number(d)
	}
	if len(s.Dash)%2 != 0 { // PDF would swap dashes and gaps the second time, as SVG does
		for _, d := range s.Dash {
			p.number(d)
		}
	}
	p.out = append(p.out, "] "...)
	p.number(s.Offset)
	p.op("d")
}

// dashed reports whether a pattern is set: PDF forbids patterns of zeros alone and
// negative lengths, and an empty pattern is a solid line.
func dashed(pattern []drawing.Fixed) bool {
	var sum drawing.Fixed
	for _, d := range pattern {
		if d < 0 {
			return false
		}
		sum += d
	}
	return sum > 0
}

// paint sets a paint for a path with the given bounds in the space of m.
func (p *painter) paint(paint *drawing.Paint, m drawing.Matrix, lo, hi drawing.Point, gray, rgb, space, set string) {
	if t := paint.Pattern; t != nil {
		p.opacity(paint.Opacity)
		p.op(space + "\n/" + p.pattern(t, m) + " " + set)
		return
	}
	if g := paint.Gradient; g != nil {
		p.op(space + "\n/" + p.gradient(g, paint.Opacity, m, lo, hi) + " " + set)
		return
	}
	p.opacity(paint.Opacity)
	p.out = appendColor(p.out, document.Color(paint.Color), gray+"\n", rgb+"\n")
}

func (p *painter) path(path *drawing.Path) {
	path.Each(func(op drawing.Op, pts []drawing.Point) {
		for _, pt := range pts {
			p.number(pt.X)
			p.number(pt.Y)
		}
		p.out = append(p.out, "mlch"[op], '\n')
	})
}

// number appends a number with a space.
func (p *painter) number(v drawing.Fixed) { p.out = append(appendFixed(p.out, v), ' ') }

// appendFixed appends v with at most three decimals.
func appendFixed(dst []byte, v drawing.Fixed) []byte {
	return appendMilli(dst, int64(v.Mul(1000*drawing.One)+drawing.One/2)>>16)
}

func fixedReal(v drawing.Fixed) object.Real { return object.Real(appendFixed(nil, v)) }

// transform changes the space of what follows.
func (p *painter) transform(m drawing.Matrix) {
	if m.IsIdentity() {
		return
	}
	for _, v := range matrixArray(m) {
		p.out = append(v.Append(p.out), ' ')
	}
	p.op("cm")
}

// matrixArray returns the six numbers of a matrix, the coefficients with nine
// decimals.
func matrixArray(m drawing.Matrix) object.Array {
	return object.Array{
		coefficient(m.A), coefficient(m.B), coefficient(m.C), coefficient(m.D), fixedReal(m.E), fixedReal(m.F),
	}
}

func coefficient(v int64) object.Real {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	const billion = 1_000_000_000
	frac := (v&(1<<32-1)*billion + 1<<31) >> 32
	whole := v >> 32
	if frac == billion {
		whole, frac = whole+1, 0
	}
	digits := strconv.FormatInt(billion+frac, 10)[1:]
	return object.Real(sign + strconv.FormatInt(whole, 10) + "." + digits)
}
