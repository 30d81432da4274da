package para

import (
	"testing"

	"octavo/book"
)

// TestLinkContents has a link say where it leads, in words that its text does not have.
func TestLinkContents(t *testing.T) {
	words := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	for _, tt := range []struct {
		name string
		in   book.Link
		want string
	}{
		{"words", book.Link{URL: "https://e.org/", Content: words("the plan")}, "the plan (https://e.org/)"},
		{"its address", book.Link{URL: "https://e.org/", Content: words(" https://e.org/ ")}, "https://e.org/"},
		{"a picture", book.Link{URL: "https://e.org/", Content: []book.Inline{&book.InlineImage{Image: &book.Image{}}}}, "https://e.org/"},
		{"a chapter", book.Link{URL: "02-b.md", Chapter: &book.Chapter{Title: words("The quay")}, Content: words("over there")}, "over there"},
		{"a chapter without words", book.Link{URL: "02-b.md", Chapter: &book.Chapter{Title: words("The quay")}}, "The quay"},
	} {
		if got := linkContents(&tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
