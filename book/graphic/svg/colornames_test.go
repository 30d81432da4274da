package svg

import (
	"testing"

	"golang.org/x/image/colornames"
)

// TestColorNames compares the named colours with those of another's table, of SVG 1.1. CSS has
// added one.
func TestColorNames(t *testing.T) {
	if len(colorNames) != len(colornames.Map)+1 || colorNames["rebeccapurple"] != 0x663399 {
		t.Errorf("%d names and rebeccapurple %06x, SVG 1.1 has %d", len(colorNames), colorNames["rebeccapurple"], len(colornames.Map))
	}
	for name, want := range colornames.Map {
		if got, ok := colorNames[name]; !ok || got != uint32(want.R)<<16|uint32(want.G)<<8|uint32(want.B) {
			t.Errorf("%s is %06x, want %v", name, got, want)
		}
	}
}
