package book_test

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestBrief shortens captions: by sentences and clauses, never within one, and with their
// styles.
func TestBrief(t *testing.T) {
	em := func(s string) book.Inline {
		return &book.Styled{Style: book.Emphasis, Content: []book.Inline{&book.Text{Value: s}}}
	}
	text := func(s string) book.Inline { return &book.Text{Value: s} }
	for _, tt := range []struct {
		caption []book.Inline
		n       int
		want    string
	}{
		{[]book.Inline{text("The map.")}, 10, "The map"},
		{[]book.Inline{text("The Strait of Kell. Ships bound west keep to the north.")}, 30, "The Strait of Kell"},
		{[]book.Inline{text("The chapel of St. Brendan at low water. Nobody goes.")}, 50, "The chapel of St. Brendan at low water"},
		{[]book.Inline{text("A full stop goes.")}, 20, "A full stop goes"},
		{[]book.Inline{text("Who keeps the light? Nobody knows.")}, 40, "Who keeps the light?"},
		{[]book.Inline{text("The tidal gauge, with its float, and the hut of the keeper who read it")}, 40, "The tidal gauge, with its float"},
		{[]book.Inline{text("The gauge (with float, pen and drum) of the old harbour office")}, 40, "The gauge (with float, pen and drum) of the old harbour office"},
		{[]book.Inline{text("The sentence without any clause is as long as it is")}, 20, "The sentence without any clause is as long as it is"},
		{[]book.Inline{text("The "), em("Kittiwake. At dawn"), text(", alone")}, 30, "The <Kittiwake>"},
		{[]book.Inline{text("港の朝。船はまだ来ない。")}, 20, "港の朝"},
		{[]book.Inline{text(strings.Repeat("water ", 30))}, 10, strings.TrimSpace(strings.Repeat("water ", 6))},
		{nil, 10, ""},
	} {
		got := ""
		for _, in := range book.Brief(tt.caption, tt.n) {
			if s := book.PlainText([]book.Inline{in}); in == nil || s == "" {
				t.Errorf("an empty piece of %q", tt.want)
			} else if _, ok := in.(*book.Styled); ok {
				got += "<" + s + ">"
			} else {
				got += s
			}
		}
		if got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
