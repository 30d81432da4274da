package svg

import (
	"strings"

	"octavo/book/graphic/drawing"
)

// parseTransform reads a transform attribute; false means that a part of it
// was not understood.
func parseTransform(s string) (drawing.Matrix, bool) {
	m := drawing.Identity
	for s = trimSeparators(s); s != ""; s = trimSeparators(s) {
		name, rest, ok := strings.Cut(s, "(")
		if !ok {
			return m, false
		}
		args, rest, ok := strings.Cut(rest, ")")
		if !ok {
			return m, false
		}
		v, numbers := parseNumbers(args)
		t, known := transformOf(strings.TrimSpace(name), v)
		if !numbers || !known {
			return m, false
		}
		m, s = m.Mul(t), rest
	}
	return m, true
}

func transformOf(name string, v []drawing.Fixed) (drawing.Matrix, bool) {
	switch {
	case name == "matrix" && len(v) == 6:
		return drawing.NewMatrix(v[0], v[1], v[2], v[3], v[4], v[5]), true
	case name == "translate" && len(v) == 1:
		return drawing.Translate(v[0], 0), true
	case name == "translate" && len(v) == 2:
		return drawing.Translate(v[0], v[1]), true
	case name == "scale" && len(v) == 1:
		return drawing.Scale(v[0], v[0]), true
	case name == "scale" && len(v) == 2:
		return drawing.Scale(v[0], v[1]), true
	case name == "rotate" && len(v) == 1:
		return drawing.Rotate(v[0]), true
	case name == "rotate" && len(v) == 3:
		return drawing.Translate(v[1], v[2]).Mul(drawing.Rotate(v[0])).Mul(drawing.Translate(-v[1], -v[2])), true
	case name == "skewX" && len(v) == 1:
		return drawing.SkewX(v[0]), true
	case name == "skewY" && len(v) == 1:
		return drawing.SkewY(v[0]), true
	}
	return drawing.Identity, false
}

// fit returns the matrix that shows box in a viewport of w by h, as
// preserveAspectRatio says, and whether it may reach beyond the viewport.
func fit(box viewBox, w, h drawing.Fixed, preserve string) (m drawing.Matrix, slice bool) {
	align, mode, _ := strings.Cut(strings.TrimSpace(preserve), " ")
	slice = strings.TrimSpace(mode) == "slice"
	if align == "none" {
		return drawing.StretchRatio(w, box.w, h, box.h).Mul(drawing.Translate(-box.x, -box.y)), false
	}
	// One scale serves both sides. To show all of the box (meet) the scale is the lesser of
	// w/box.w and h/box.h, to fill the viewport (slice) the greater. Wider says that
	// w/box.w is the greater.
	wider := w.Scale(box.h, box.w) > h
	num, den := h, box.h
	if wider == slice {
		num, den = w, box.w
	}
	m = drawing.ScaleRatio(num, den).Mul(drawing.Translate(-box.x, -box.y))
	restX, restY := w-box.w.Scale(num, den), h-box.h.Scale(num, den)
	m.E += alignShift(align, "xMin", "xMax", restX)
	m.F += alignShift(align, "YMin", "YMax", restY)
	return m, slice
}

func alignShift(align, low, high string, rest drawing.Fixed) drawing.Fixed {
	switch {
	case strings.Contains(align, low):
		return 0
	case strings.Contains(align, high):
		return rest
	}
	return rest / 2
}
