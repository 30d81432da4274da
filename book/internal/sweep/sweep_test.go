package sweep

import (
	"testing"

	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// TestCollisions puts a word of 10 pt beside and on the words of another text, in lines
// that run one way and both ways.
func TestCollisions(t *testing.T) {
	const size = 10 * unit.Point
	face := shape.Builtin().Stack("serif", 400, false).Face()
	em := &shape.Run{Face: face, Text: "m", Glyphs: []shape.Glyph{{Len: 1}}, Width: int64(face.UnitsPerEm())}
	word := func(x unit.Length, both bool) document.Word { return document.Word{Run: em, X: x, Apart: both} }
	for _, tt := range []struct {
		name string
		x    unit.Length // of the word; others are at 0 and 30 pt
		both bool
		want int
	}{
		{"in the gap of a line both ways", 15, true, 0},
		{"on the first word of one", 5, true, 1},
		{"on the last word of one", 35, true, 1},
		{"in the gap of a line one way", 15, false, 1},
		{"behind it", 45, false, 0},
	} {
		texts := []document.Item{
			&document.Text{X: 0, Y: 50 * unit.Point, Size: size, Words: []document.Word{word(0, tt.both), word(30*unit.Point, tt.both)}},
			&document.Text{X: tt.x * unit.Point, Y: 50 * unit.Point, Size: size, Words: []document.Word{word(0, tt.both)}},
		}
		doc := &document.Document{
			Geometry: theme.Geometry{Height: 100 * unit.Point, Width: 100 * unit.Point},
			Pages:    []*document.Page{{Width: 100 * unit.Point, Height: 100 * unit.Point, Items: texts}},
		}
		if faults := Pages(doc); len(faults) != tt.want {
			t.Errorf("%s: %q", tt.name, faults)
		}
	}
}
