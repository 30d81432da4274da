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

// TestStandIn writes a frame in the place of a picture whose file is not there: words, and
// where it is, with caption and credit below.
func TestStandIn(t *testing.T) {
	words := []book.Inline{&book.Text{Value: "A quay"}}
	path := []book.Inline{&book.Code{Value: "images/quay.jpg"}}
	web := []book.Inline{&book.Link{URL: "https://example.org/q.jpg?a=1&b=2", Content: []book.Inline{&book.Text{Value: "https://example.org/q.jpg?a=1&b=2"}}}}
	for _, tt := range []struct {
		name string
		in   book.StandIn
		want string
	}{
		{"path", book.StandIn{Words: words, Place: path}, `<p class="stand-in-words">A quay</p><p class="stand-in-place" dir="ltr"><code translate="no">images/quay.jpg</code></p>`},
		{"web", book.StandIn{Words: words, Place: web}, `<a href="https://example.org/q.jpg?a=1&amp;b=2">https://example.org/q.jpg?a=1&amp;b=2</a></p>`},
		{"no words", book.StandIn{Place: path}, `<div class="stand-in"><p class="stand-in-place"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := renderer()
			r.Block(&book.Figure{
				Image: &book.Image{Src: "images/quay.jpg", Alt: "A quay"}, StandIn: &tt.in,
				Caption: []book.Inline{&book.Text{Value: "At four."}}, Link: &book.Link{URL: "https://example.org"},
			})
			got := string(r.Bytes())
			if !strings.Contains(got, tt.want) || strings.Contains(got, "<img") || strings.Contains(got, `href="https://example.org"`) ||
				!strings.Contains(got, ` wanting"`) || !strings.Contains(got, "</div><figcaption><span class=\"caption\">At four.</span>") {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
