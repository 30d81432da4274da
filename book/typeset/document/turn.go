package document

import "octavo/book/base/unit"

// A Turn is the sign before what goes on of a line that was too long, drawn as a path: who
// copies the line has none in it. It is always an artifact.
type Turn struct {
	X, Y  unit.Length // the left end of the sign, on the baseline
	Size  unit.Length // its width, and its height
	Color Color
}

// move shifts the sign.
func (t *Turn) move(dx, dy unit.Length) { t.X, t.Y = t.X+dx, t.Y+dy }

// mirror has the sign stand at the other side; see [Mirror].
func (t *Turn) mirror(sum unit.Length) { t.X = sum - t.X - t.Size }
