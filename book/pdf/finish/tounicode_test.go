package finish

import (
	"strings"
	"testing"
)

func TestMapped(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"nothing", "", 0},
		{"a letter", "a", 1},
		{"beyond the basic plane", "𝔸", 2},
		{"as long as may be", strings.Repeat("a", MaxMapped), MaxMapped},
		{"too long", strings.Repeat("a", 9000), MaxMapped},
		{"no half of a pair", strings.Repeat("a", MaxMapped-1) + "𝔸", MaxMapped - 1},
	} {
		if got := len(mapped(c.text)); got != c.want {
			t.Errorf("%s: %d units, want %d", c.name, got, c.want)
		}
	}
}

// TestToUnicodeWords holds every word of the map to what poppler can read.
func TestToUnicodeWords(t *testing.T) {
	out := string(toUnicode([]string{"", "a", "z" + strings.Repeat("\u0301", 500), "b"}))
	for _, word := range strings.Fields(out) {
		if len(word) > 255 {
			t.Errorf("a word of %d bytes: %.40s...", len(word), word)
		}
	}
	if !strings.Contains(out, "<0003> <0062>\n") {
		t.Errorf("the last text is missing:\n%s", out)
	}
}
