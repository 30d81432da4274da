package look

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book/typeset/theme"
)

// TestFace: of a style only what differs from the one around is written.
func TestFace(t *testing.T) {
	plain := theme.Style{Family: theme.Serif, Weight: 400, LineHeight: 1400}
	s := &sheet{}
	if got := s.face(&plain, &plain); len(got) > 0 {
		t.Errorf("of a style like the other: %v", got)
	}
	other := theme.Style{Family: theme.Sans, Weight: 600, Italic: true, SmallCaps: true, OldStyle: true, Caps: true, Tracking: 50, LineHeight: 1250}
	for _, tt := range []struct {
		st, base *theme.Style
		want     string
	}{
		{&other, &plain, `[{font-family "%sans%", %fallback%sans-serif} {font-weight bold} {font-style italic} {font-variant small-caps} {font-variant-numeric oldstyle-nums proportional-nums} {text-transform uppercase} {letter-spacing 0.05em} {line-height 1.25}]`},
		{&plain, &other, `[{font-family "%serif%", %fallback%serif} {font-weight normal} {font-style normal} {font-variant normal} {font-variant-numeric lining-nums} {text-transform none} {letter-spacing normal} {line-height 1.4}]`},
		{&theme.Style{Family: theme.Serif, Weight: 599}, &plain, `[]`}, // no height of lines is none to write
	} {
		if got := fmt.Sprint(s.face(tt.st, tt.base)); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}

// TestHyphens: text that is not hyphenated says so on body, and nothing where it is.
func TestHyphens(t *testing.T) {
	for value, want := range map[string]bool{"true": false, "false": true} {
		th, list := theme.Parse("theme.yaml", []byte("extends: press\nstyles: {paragraph: {hyphenate: "+value+"}}\n"))
		if len(list) > 0 {
			t.Fatal(list)
		}
		s := &sheet{theme: th.Reflow()}
		s.paragraphs()
		if got := strings.Contains(s.b.String(), "hyphens: none"); got != want {
			t.Errorf("hyphenate %s: %s", value, s.b.String())
		}
	}
}
