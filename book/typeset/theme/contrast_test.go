package theme

import (
	"math"
	"strings"
	"testing"
)

// TestLuminance compares the table with the curve of WCAG 2.2.
func TestLuminance(t *testing.T) {
	for i := range 256 {
		c := Color{uint8(i), uint8(i / 2), uint8(255 - i)}
		if got, want := float64(c.luminance())/luminous, luminance(c); math.Abs(got-want) > 1e-5 {
			t.Errorf("%v has %f, not %f", c, got, want)
		}
	}
}

// TestOnDark: any accent that can be read by day can be read at night.
func TestOnDark(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				if c := (Color{uint8(r), uint8(g), uint8(b)}).OnDark(); c.ratio(black.Color) < onDark {
					t.Errorf("%v", c)
				}
			}
		}
	}
	if got, want := (Color{0x9b, 0x1b, 0x30}).OnDark(), (Color{0xc9, 0x85, 0x91}); got != want {
		t.Errorf("%v, not %v", got, want)
	}
}

// TestContrastFaults: a text that cannot be read is an error at its place.
func TestContrastFaults(t *testing.T) {
	for _, tt := range []struct{ yaml, want string }{
		{"colors:\n  accent: \"#dd8800\"\n", "t:2:11: error: #dd8800 has a contrast of 2.8:1 on white [theme-contrast]"},
		{"colors:\n  accent: \"#747474\"\n", "t:2:11: error: #747474 has a contrast of 4:1 on sepia pages (#f4ecd8) [theme-contrast]"},
		{"colors: {link: \"#aaaaff\"}\n", "on white [theme-contrast]"},
		{"styles:\n  caption: {color: \"#999999\"}\n", "t:2:20: error: #999999 has a contrast of 2.8:1 on white [theme-contrast]"},
		{"styles:\n  caption: {color: acent}\n", "t:2:20: error: \"acent\" is no colour [theme-color]"},
		{"colors: {hairline: \"#eeeeee\", accent: \"#1d5c3f\"}\n", ""},
	} {
		_, list := Parse("t", []byte(tt.yaml))
		if tt.want == "" && len(list) > 0 || tt.want != "" && (len(list) != 1 || !strings.Contains(list[0].String(), tt.want)) {
			t.Errorf("%s: %v, not %s", tt.yaml, list, tt.want)
		}
	}
}
