package linebreak

import (
	"testing"

	"octavo/book/base/unit"
	"octavo/book/internal/fuzzing"
)

// FuzzBreak holds any paragraph to the sums that the package promises, and to lines that follow one
// another and lose no box.
func FuzzBreak(f *testing.F) {
	fuzzing.Begin(f)
	f.Add([]byte("\x08\x09\x0a\x08\x0d\x0c\x22\x08"), uint8(9), uint8(0))
	f.Add([]byte{8, 9, 0xff, 8, 6, 1, 8, 0x0f}, uint8(30), uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, width, mode uint8) {
		items := decode(data[:min(len(data), 2000)])
		opt := Defaults()
		opt.Widths = []unit.Length{unit.Length(width) * em / 2, unit.Length(width/2) * em}
		opt.Mode, opt.LastLineMin, opt.EmergencyStretch = Mode(mode%3), em, unit.Length(mode/3)*em/8
		next := 0
		for _, b := range Lines(items, opt) {
			checkLine(t, items, b)
			if b.Start < next || b.End < b.Start {
				t.Fatalf("line %d-%d comes after item %d", b.Start, b.End, next)
			}
			for _, it := range items[next:b.Start] {
				if it.Kind == Box {
					t.Fatalf("a box between items %d and %d is in no line", next, b.Start)
				}
			}
			next = b.End
		}
		for _, it := range items[next:] {
			if it.Kind == Box {
				t.Fatalf("a box after item %d is in no line", next)
			}
		}
	})
}

// decode makes items: two bits of each byte are the kind, the others a size.
func decode(data []byte) []Item {
	var items []Item
	for _, c := range data {
		n := unit.Length(c >> 2 & 15)
		it := Item{Kind: Kind(c & 3 % 3)}
		switch it.Kind {
		case Box:
			it.Width = n * em / 2
			if c&0x40 != 0 {
				it.Left, it.Right = em/4, em/2
			}
		case Glue:
			it.Width, it.Stretch, it.Shrink, it.Order = n*em/4, n%3*em, n%5*em/4, c>>6
		case Penalty:
			it.Cost = []int32{0, 50, 3000, Never, Always, -500}[int(n)%6]
			it.Flagged = c&0x40 != 0
			it.Width, it.Right = n%3*em/2, n%2*em/4
		}
		items = append(items, it)
	}
	return items
}
