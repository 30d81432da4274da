package svg

import (
	"errors"
	"strings"

	"octavo/book/graphic/drawing"
)

// Size returns the width and height of an SVG file in CSS pixels, rounded up:
// from its width and height, its viewBox, or else the 300 by 150 that CSS gives a
// replaced element of no size (CSS 2.1, section 10.3.2). A side that is missing
// follows from the other by the ratio of the viewBox.
func Size(data []byte) (width, height int, err error) {
	root, err := readTree(data)
	if err != nil {
		return 0, 0, err
	}
	f, err := frameOf(root)
	if err != nil {
		return 0, 0, err
	}
	return f.width.Ceil(), f.height.Ceil(), nil
}

// A frame is the size of a viewport and the part of the user space it shows.
type frame struct {
	width, height drawing.Fixed
	box           viewBox
}

type viewBox struct{ x, y, w, h drawing.Fixed }

func frameOf(root *node) (frame, error) {
	box, hasBox := parseViewBox(root.Get("viewBox"))
	w, hasW := parseLength(root.Get("width"))
	h, hasH := parseLength(root.Get("height"))
	switch {
	case hasW && hasH:
	case hasBox && hasW:
		h = w.Scale(box.h, box.w)
	case hasBox && hasH:
		w = h.Scale(box.w, box.h)
	case hasBox:
		w, h = box.w, box.h
	case !hasW:
		w = drawing.Int(300)
		if !hasH {
			h = drawing.Int(150)
		}
	default:
		h = drawing.Int(150)
	}
	if w <= 0 || h <= 0 {
		return frame{}, errors.New("svg: width or height is zero")
	}
	if w > maxSide || h > maxSide {
		return frame{}, errors.New("svg: width or height is more than 30,000 pixels")
	}
	if !hasBox {
		box = viewBox{0, 0, w, h}
	}
	return frame{w, h, box}, nil
}

// maxSide bounds the sides of a drawing, and sizes of type. The bound is generous: 30,000
// pixels are 26 feet. With it the product in ratio stays in 64 bits.
const maxSide = 30_000 * drawing.One

func parseViewBox(s string) (viewBox, bool) {
	v, ok := parseNumbers(s)
	if !ok || len(v) != 4 || v[2] <= 0 || v[3] <= 0 {
		return viewBox{}, false
	}
	return viewBox{v[0], v[1], v[2], v[3]}, true
}

// parseNumbers reads numbers that white space and commas separate.
func parseNumbers(s string) ([]drawing.Fixed, bool) {
	var list []drawing.Fixed
	for s = trimSeparators(s); s != ""; s = trimSeparators(s) {
		f, n := drawing.ParseFixed(s)
		if n == 0 {
			return list, false
		}
		list = append(list, f)
		s = s[n:]
	}
	return list, true
}

func trimSeparators(s string) string { return strings.TrimLeft(s, " \t\r\n\f,") }

// unitPixels holds the lengths of CSS units in 1/65536 pixel. Font-relative
// ones take a font of 16 pixels, for the places where no font is known.
var unitPixels = map[string]drawing.Fixed{
	"":   drawing.One,
	"px": drawing.One,
	"pt": drawing.Frac(4, 3),
	"pc": drawing.Int(16),
	"in": drawing.Int(96),
	"cm": drawing.Frac(9600, 254),
	"mm": drawing.Frac(960, 254),
	"q":  drawing.Frac(240, 254),
	"em": drawing.Int(16),
	"ex": drawing.Int(8),
}

// parseLength reads an absolute length; a percentage is none.
func parseLength(s string) (drawing.Fixed, bool) {
	s = strings.TrimSpace(s)
	f, n := drawing.ParseFixed(s)
	if n == 0 {
		return 0, false
	}
	px, ok := unitPixels[strings.ToLower(strings.TrimSpace(s[n:]))]
	if !ok {
		return 0, false
	}
	return f.Mul(px), true
}
