package web

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestTitles settles which headline of a page is the title.
func TestTitles(t *testing.T) {
	words := "<p>" + strings.Repeat("Nobody is on the quay at four. ", 10) + "</p>"
	const head = "<title>The ebb | Packet</title>"
	for _, tt := range []struct{ name, head, body, want string }{
		{"the headline", head, "<article><h1>The ebb</h1>" + words + "</article>", "The ebb"},
		{"the paper's name above", head, "<header><h1>Packet</h1></header><article><h2>The ebb</h2>" + words + "</article>", "The ebb"},
		{"the paper's name in the article", "<meta property=og:title content='The ebb'>", "<article><h1><a href=/>The Packet</a></h1><h2>The ebb</h2>" + words + "</article>", "The ebb"},
		{"a picture of the name", head, "<article><h1><img src=a.png alt='Packet'></h1><h2>The ebb</h2>" + words + "</article>", "The ebb"},
		{"another headline than the metadata has", "<meta property=og:title content='What the ebb brings'>", "<article><h1>The ebb</h1>" + words + "</article>", "The ebb"},
		{"a later headline", "<meta property=og:title content='The ebb'>", "<article><h1>Good morning</h1><h1>The ebb</h1>" + words + "</article>", "The ebb"},
		{"no headline", "<meta property=og:site_name content=Packet>" + head, "<article>" + words + "</article>", "The ebb"},
		{"sections", "<meta property=og:site_name content='The Packet'><title>The Packet » Shore » The ebb</title>", "<article>" + words + "</article>", "The ebb"},
		{"a sign beside it", head, "<article><h1>The ebb<a href='#a'>¶</a></h1>" + words + "</article>", "The ebb"},
	} {
		a, err := Read("<html><head>" + tt.head + "</head><body>" + tt.body + "</body></html>")
		if err != nil {
			t.Fatal(err)
		}
		if got := book.PlainText(a.Title); got != tt.want {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}
