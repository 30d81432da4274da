package pdf

import (
	"octavo/book/base/unit"
	"octavo/book/graphic/drawing"
	"octavo/book/typeset/document"
)

// turnCorners are the corners of an arrow that comes from above and goes to the right, in
// hundredths of its size from the left end of the baseline. By eye: as dark as letters.
var turnCorners = [][2]drawing.Fixed{{8, 96}, {8, 27}, {60, 27}, {60, 8}, {100, 34}, {60, 60}, {60, 41}, {23, 41}, {23, 96}}

// turned returns the operators of a sign of a turned line on a page of a height.
func turned(t *document.Turn, height unit.Length) string {
	var path drawing.Path
	x, y, size := drawing.Fixed(t.X), drawing.Fixed(height-t.Y), drawing.Fixed(t.Size)
	for i, c := range turnCorners {
		at := drawing.Point{X: x + size*c[0]/100, Y: y + size*c[1]/100}
		if i == 0 {
			path.MoveTo(at)
		} else {
			path.LineTo(at)
		}
	}
	path.Close()
	return filled(&path, t.Color)
}

// filled returns the operators that fill a path with a colour by the even-odd rule.
func filled(path *drawing.Path, c document.Color) string {
	var p painter
	p.op("q")
	p.out = appendColor(p.out, c, "g\n", "rg\n")
	p.path(path)
	p.op("f*")
	p.out = append(p.out, 'Q')
	return string(p.out)
}
