package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/typeset/document"
)

// wanting returns a book with a figure whose picture is not there, between text.
func wanting(alt, source string) *book.Book {
	f := &book.Figure{
		Image:   &book.Image{Src: "images/quay.jpg", Alt: alt, Source: source},
		Caption: []book.Inline{&book.Text{Value: "The caption."}}, Credit: []book.Inline{&book.Text{Value: "Kim"}},
	}
	c := &book.Chapter{ID: "a", File: "a.md", Lang: "en", Title: []book.Inline{&book.Text{Value: "A"}}}
	c.Body = []book.Block{&book.Paragraph{Content: []book.Inline{&book.Text{Value: "Before."}}}, f, &book.Paragraph{Content: []book.Inline{&book.Text{Value: "Behind."}}}}
	b := volume(c)
	book.StandIns(b)
	return b
}

// sides counts the sides of frames, and returns what the pages say, without spaces.
func sides(t *testing.T, doc *document.Document) (n int, said string) {
	t.Helper()
	grey := document.Color(press(t).Colors.Hairline)
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			switch it := it.(type) {
			case *document.Text:
				said += strings.ReplaceAll(document.TextOf(it), " ", "")
			case *document.Rule:
				if it.Color == grey {
					n++
				}
			}
		}
	}
	return n, said
}

// TestStandIn sets a frame with the words and the place of a picture that is not there.
func TestStandIn(t *testing.T) {
	long := strings.Repeat("A quay with boats, and behind it a shed. ", 300) // two pages
	for _, tt := range []struct {
		name, alt, source string
		frames            int
		want              []string
	}{
		{"path", "A quay at dawn", "", 1, []string{"A quay at dawn", "images/quay.jpg"}},
		{"web", "A quay at dawn", "https://example.org/q.jpg", 1, []string{"A quay at dawn", "https://example.org/q.jpg"}},
		{"no words", "", "", 1, []string{"images/quay.jpg"}},
		{"longer than a page", long, "", 0, []string{"A quay with boats,", "images/quay.jpg"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, _ := set(t, wanting(tt.alt, tt.source), Options{})
			n, said := sides(t, doc)
			for _, want := range append(tt.want, "The caption.", "Kim", "Before.", "Behind.") {
				if !strings.Contains(said, strings.ReplaceAll(want, " ", "")) {
					t.Errorf("%q is missing", want)
				}
			}
			if n != 4*tt.frames {
				t.Errorf("%d sides of frames, want %d", n, 4*tt.frames)
			}
			if got := strings.Count(said, "quaywith"); tt.alt == long && got < 290 {
				t.Errorf("words are lost: %d sentences of 300", got)
			}
		})
	}
}

// TestStandInLine keeps the words of a picture within a line that is not there.
func TestStandInLine(t *testing.T) {
	c := &book.Chapter{ID: "a", File: "a.md", Lang: "en", Title: []book.Inline{&book.Text{Value: "A"}}}
	c.Body = []book.Block{&book.Paragraph{Content: []book.Inline{
		&book.Text{Value: "See "}, &book.InlineImage{Image: &book.Image{Src: "boat.png", Alt: "a boat"}},
		&book.Styled{Content: []book.Inline{&book.InlineImage{Image: &book.Image{Src: "buoy.png", Alt: "a buoy", Source: "https://example.org/b.png"}}}},
		&book.InlineImage{Image: &book.Image{Src: "data:image/png;base64," + strings.Repeat("A", 500)}},
	}}}
	b := volume(c)
	book.StandIns(b)
	doc, _ := set(t, b, Options{})
	_, said := sides(t, doc)
	for _, want := range []string{"[a boat:", "boat.png", "[a buoy]", "[data:image/png"} {
		if !strings.Contains(said, strings.ReplaceAll(want, " ", "")) {
			t.Errorf("%q is missing in %s", want, said)
		}
	}
	if strings.Contains(said, strings.Repeat("A", 60)) {
		t.Error("a picture in letters is printed")
	}
}
