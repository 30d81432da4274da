package theme

import (
	"testing"

	"octavo/book/base/unit"
)

// TestHeadingsDiffer: a reader tells a heading of each rank from those of all others, by its
// size, slope, weight, small capitals or place.
func TestHeadingsDiffer(t *testing.T) {
	type look struct {
		size                     unit.Length
		italic, capitals, middle bool
		weight                   int
		family                   Role
	}
	for _, name := range []string{"classic", "press"} {
		th, ok := Builtin(name)
		if !ok {
			t.Fatalf("no theme %s", name)
		}
		seen := map[look]int{}
		for level := 2; level <= 6; level++ {
			st := th.Style(HeadingOf(level))
			l := look{st.Size, st.Italic, st.SmallCaps, st.Align == Center, st.Weight, st.Family}
			if of := seen[l]; of > 0 {
				t.Errorf("%s: headings of ranks %d and %d look alike", name, of, level)
			}
			seen[l] = level
		}
	}
}
