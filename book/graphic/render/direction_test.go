package render

import (
	"strings"
	"testing"

	"octavo/book/graphic/drawing"
)

// TestDirection looks at text from left to right.
func TestDirection(t *testing.T) {
	for _, tt := range []struct{ name, lang, text, want string }{
		{"English", "en", "ports and ships", "ports and ships"},
		{"Hebrew", "he", "נמל חדש", "חדש| |נמל"},
		{"figures in Hebrew", "he", "נמל 12.", ".|12| |נמל"},
		{"Hebrew in English", "en", "the נמל.", "the |נמל|."},
		{"English in Hebrew", "he", "חברת Lloyd Register", "Lloyd Register| |חברת"},
		{"nothing", "he", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := fonts()
			var got []string
			last := drawing.Fixed(-1)
			text := drawing.Text{Spans: []drawing.Span{{Value: tt.text, Lang: tt.lang, Size: 10 * drawing.One, Weight: 400, Family: drawing.Serif}}}
			for _, p := range f.Set(&text) {
				if p.X <= last {
					t.Errorf("%q stands at %v, behind %v", p.Run.Text, p.X, last)
				}
				got, last = append(got, p.Run.Text), p.X
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("%q, want %q", s, tt.want)
			}
		})
	}
}
