package layout

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTabbed goes along lines of code in steps and compares where it comes with the
// shortest beginning of the line that is as long when its tabs are expanded.
func TestTabbed(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		var b strings.Builder
		for range rnd.IntN(40) {
			b.WriteString([]string{"\t", "a", "é", "漢", " "}[rnd.IntN(5)])
		}
		line := b.String()
		place := tabbed{line: line}
		for done := 0; done < len(expandTabs(line)); {
			n := 1 + rnd.IntN(9)
			done += n
			place.advance(n)
			want := 0
			for want < len(line) && len(expandTabs(line[:want])) < done {
				_, size := utf8.DecodeRuneInString(line[want:])
				want += size
			}
			if place.at != want {
				t.Fatalf("%q: %d bytes of the expanded line end at %d, not %d", line, done, place.at, want)
			}
		}
	}
}
