package layout

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// TestLongContents reads the contents of a hundred articles: authors stand behind the
// titles, on four pages. Those of twenty have them on lines of their own.
func TestLongContents(t *testing.T) {
	for _, tt := range []struct {
		articles, pages int
		behind          bool
	}{{20, 2, false}, {100, 4, true}} {
		doc, _ := set(t, articles(t, tt.articles, 30), Options{})
		at := slices.IndexFunc(doc.Matter, func(br book.PageBreak) bool { return br.Matter == book.ContentsPage })
		named, pages := 0, 0
		for _, pg := range doc.Pages[doc.Matter[at].Page:] {
			before := named
			lines := map[unit.Length]bool{}
			for _, it := range pg.Items {
				text, ok := it.(*document.Text)
				if !ok || text.Elem == nil || strings.Trim(pg.Label, "ivx") != "" {
					continue
				}
				if document.TextOf(text) == "Ada Test" {
					named++
					if lines[text.Y] != tt.behind {
						t.Errorf("%d articles: an author behind a title is %v", tt.articles, lines[text.Y])
					}
				}
				lines[text.Y] = true
			}
			if named > before {
				pages++
			}
		}
		if named != tt.articles || pages > tt.pages {
			t.Errorf("the contents of %d articles name %d authors on %d pages", tt.articles, named, pages)
		}
	}
}
