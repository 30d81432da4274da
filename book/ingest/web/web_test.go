package web

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
)

// TestPictures leaves out what is there twice and what counts visits.
func TestPictures(t *testing.T) {
	words := "<p>" + strings.Repeat("Nobody is on the quay at four. ", 10) + "</p>"
	a, err := Read("<article><h1>The quay</h1><figure><img src=a.png><img src=a.png alt=A></figure>" + words + "<figure><img src=b.png width=1></figure><figure><img src=c.png height=1></figure>" + words + "</article>")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range a.Blocks {
		if f, ok := b.Block.(*book.Figure); ok {
			got = append(got, f.Image.Src+" "+f.Image.Alt)
		}
	}
	if s := strings.Join(got, "; "); s != "a.png A" {
		t.Errorf("got %s", s)
	}
}

// TestMeta has what the head of a page says of its article.
func TestMeta(t *testing.T) {
	body := "<article><h1>The quay</h1><p>" + strings.Repeat("Nobody is on the quay at four. ", 10) + "</p><p><a href='b'>There</a>.</p></article>"
	ld := func(s string) string { return "<script type='application/ld+json'>" + s + "</script>" }
	for _, tt := range []struct{ name, head, want string }{
		{"nothing", "", "link b"},
		{"a base", "<base href='https://example.org/a/'>", "link https://example.org/a/b"},
		{"a base without a host", "<base href='/a/'>", "link b"},
		{"authors as texts", ld(`{"@type":"NewsArticle","author":["Ann Roe","Ben Coe"]}`), "author Ann Roe; author Ben Coe; link b"},
		{"authors as objects", ld(`{"@type":"Article","author":[{"@type":"Person","name":"Ann Roe"},{"@type":"Organization","name":"The Packet"}]}`), "author Ann Roe; link b"},
		{"broken data", ld(`{`) + ld(`{"@type":"Article","author":"Ann Roe"}`), "author Ann Roe; link b"},
		{"data of something else", ld(`{"@type":"Person","name":"Ann Roe"}`), "link b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read("<html><head>" + tt.head + "</head><body>" + body + "</body></html>")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, name := range a.Bylines {
				got = append(got, "author "+name)
			}
			for _, b := range a.Blocks {
				for _, run := range book.BlockInlines(b.Block) {
					book.WalkInlines(run, func(in book.Inline) bool {
						if l, ok := in.(*book.Link); ok {
							got = append(got, "link "+l.URL)
						}
						return true
					})
				}
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

// TestFragment reads the text of an entry.
func TestFragment(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"paragraphs", "<p>a<p>b", "paragraph \"a\"\nparagraph \"b\"\n"},
		{"pictures that count", "<p>a</p><img src=a.png width=1><img src=b.png height=1><p>b</p>", "paragraph \"a\"\nparagraph \"b\"\n"},
		{"a picture that is loaded later", "<p>a</p><img src=blank.gif data-src=a.png><p>b</p>", "paragraph \"a\"\nfigure \"a.png\" alt \"\"\nparagraph \"b\"\n"},
		{"line breaks that part paragraphs", "a<br><br>b<br>c", "paragraph \"a\"\nparagraph \"b\"br()\"c\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var pr dump.Printer
			for _, b := range Fragment(tt.in, "").Blocks {
				pr.Block(b.Block)
			}
			if got := pr.String(); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
