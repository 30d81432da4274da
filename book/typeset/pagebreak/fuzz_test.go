package pagebreak

import (
	"testing"

	"octavo/book/base/unit"
	"octavo/book/internal/fuzzing"
)

// FuzzBreak holds any chapter to the sums and the order that the package promises.
func FuzzBreak(f *testing.F) {
	fuzzing.Begin(f)
	f.Add([]byte("\x00\x02\x00\x02\x41\x02\x03\x00\x02\x80\x02\x00"), uint8(4), uint8(2))
	f.Add([]byte{0x20, 2, 0x20, 2, 0x83, 2, 0x20}, uint8(3), uint8(0))
	f.Fuzz(func(t *testing.T, data []byte, height, keep uint8) {
		items, notes := decode(data[:min(len(data), 2000)])
		opt := Defaults()
		opt.Heights = []unit.Length{unit.Length(height%20) * line, unit.Length(height%7) * line}
		opt.Unit, opt.Separator, opt.NoteMin = line, line/2, int(keep%4)
		pages := Pages(items, notes, opt)
		if len(pages) == 0 {
			t.Fatal("no page")
		}
		checkPages(t, items, notes, pages)
		for _, p := range pages {
			if p.Overfull > 0 && len(p.Notes) > 0 && p.Start < p.End && p.Notes[0].From == 0 && solids(items[p.Start:p.End]) == 1 &&
				items[p.Start].Height <= p.Height && p.Head+p.Foot == 0 {
				t.Errorf("page %d-%d is overfull for the sake of a note", p.Start, p.End)
			}
		}
	})
}

func solids(items []Item) (n int) {
	for i := range items {
		if solid(&items[i]) {
			n++
		}
	}
	return n
}

// decode makes items and notes: two bits of each byte are the kind, the others a size.
func decode(data []byte) (items []Item, notes []Note) {
	for _, c := range data {
		n := unit.Length(c >> 2 & 15)
		it := Item{Kind: Kind(c & 3)}
		switch it.Kind {
		case Box:
			it.Height = n * line / 2
			if c&0x40 != 0 {
				it.Notes = int32(n % 4)
			}
			it.Within, it.Looser, it.Tighter = n&1 != 0, n&2 != 0, n&4 != 0
			if c&0x80 != 0 {
				notes = append(notes, Note{Lines: make([]unit.Length, n)})
				for i := range n {
					notes[len(notes)-1].Lines[i] = line / 2
				}
			}
		case Glue:
			it.Height, it.Stretch, it.Shrink = n*line/4, n%3*line, n%5*line/4
		case Penalty:
			it.Cost = []int32{0, 100, 3000, Never, Always, -500}[int(n)%6]
			if c&0x40 != 0 {
				it.Head, it.Foot = n%2*line, n%3*line
			}
		case Float:
			it.Height = n * line
		}
		items = append(items, it)
	}
	return items, notes
}
