package pdf

import (
	"octavo/book/base/unit"
	"octavo/book/graphic/drawing"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// stressed returns the operators of marks of emphasis on a page of a height.
func stressed(st *document.Stress, height unit.Length) string {
	var path drawing.Path // to be filled by the even-odd rule, which leaves circles empty
	y, r := drawing.Fixed(height-st.Y), drawing.Fixed(st.Size/2)
	for _, x := range st.X {
		path.Append(markPath(st.Form, drawing.Fixed(x), y, r))
	}
	return filled(&path, st.Color)
}

// markPath returns the outline of a mark around a point, which reaches as far as r.
func markPath(form theme.Marks, x, y, r drawing.Fixed) drawing.Path {
	switch form {
	case theme.Sesames:
		return sesame(x, y, r)
	case theme.Circles:
		path := drawing.Ellipse(x, y, r, r)
		// The line of a circle is a quarter of its radius, by eye: that of the strokes of Han.
		path.Append(drawing.Ellipse(x, y, r*3/4, r*3/4))
		return path
	}
	return drawing.Ellipse(x, y, r, r)
}

// sesame returns the outline of a drop that falls to the right. The numbers are hundredths
// of r, by eye, after the stroke of a brush: thin at the left above, round at the right below.
func sesame(x, y, r drawing.Fixed) drawing.Path {
	at := func(dx, dy drawing.Fixed) drawing.Point { return drawing.Point{X: x + r*dx/100, Y: y - r*dy/100} }
	var p drawing.Path
	p.MoveTo(at(-85, -80))
	p.CubicTo(at(10, -85), at(80, -30), at(92, 30))
	p.CubicTo(at(100, 80), at(45, 105), at(0, 75))
	p.CubicTo(at(-45, 40), at(-55, -20), at(-85, -80))
	p.Close()
	return p
}
