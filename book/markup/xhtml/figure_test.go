package xhtml

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestDetails names what describes a picture at length by its id, in the same document alone: a
// screen reader finds it nowhere else.
func TestDetails(t *testing.T) {
	for _, tt := range []struct {
		name string
		fig  book.Figure
		want string
	}{
		{"in the document", book.Figure{Details: &book.Link{URL: "#tides"}}, ` aria-details="tides"`},
		{"in another", book.Figure{Details: &book.Link{URL: "ports.xhtml#tides"}}, ""},
		{"nowhere", book.Figure{Details: &book.Link{}}, ""},
		{"none", book.Figure{}, ""},
		{"of a decoration", book.Figure{Details: &book.Link{URL: "#tides"}, Decorative: true}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := renderer()
			tt.fig.Image = &book.Image{Src: "a.png", Picture: &book.Picture{Path: "a.png", Format: "png", Width: 4, Height: 3}}
			r.Block(&tt.fig)
			got := string(r.Bytes())
			if strings.Count(got, "aria-details") != strings.Count(tt.want, "aria-details") || !strings.Contains(got, tt.want) || !strings.Contains(got, `src="a.png"`) {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
