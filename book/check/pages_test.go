package check_test

import (
	"testing"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/check"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// TestPageLimit: a printed book that is too thick to be bound is told of, and no other.
func TestPageLimit(t *testing.T) {
	for _, c := range []struct {
		pages int
		media book.Media
		want  int
	}{
		{theme.MostBound, book.Print, 0},
		{theme.MostBound + 2, book.Print, 1},
		{theme.MostBound + 2, book.Screen, 0},
	} {
		doc := &document.Document{Pages: make([]*document.Page, c.pages)}
		for i := range doc.Pages {
			doc.Pages[i] = &document.Page{}
		}
		list := check.Pages(&book.Book{File: "book.yaml"}, doc, c.media)
		if len(list) != c.want || len(list) > 0 && list[0].Rule != rule.PageLimit.ID {
			t.Errorf("%d pages for %s: told %v", c.pages, c.media, list)
		}
	}
}
