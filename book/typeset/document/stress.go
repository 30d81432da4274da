package document

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// A Stress is the marks of emphasis along a line, drawn as paths: the words that are taken
// out of a file are those of the manuscript. It is always an artifact.
type Stress struct {
	X     []unit.Length // the middle of each mark
	Y     unit.Length   // the middle of all of them
	Size  unit.Length   // the width and height of a mark
	Form  theme.Marks
	Color Color
}

// move shifts the marks.
func (s *Stress) move(dx, dy unit.Length) {
	for i := range s.X {
		s.X[i] += dx
	}
	s.Y += dy
}

// mirror turns the marks to the other side; see [Mirror].
func (s *Stress) mirror(sum unit.Length) {
	for i := range s.X {
		s.X[i] = sum - s.X[i]
	}
}
