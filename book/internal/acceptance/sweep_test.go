package acceptance

import (
	"testing"

	"octavo/book"
	"octavo/book/internal/sweep"
	"octavo/book/typeset/document"
)

// mostRuns bounds the texts that are looked for in a book, since each is looked for in
// all of it.
const mostRuns = 2_000

// swept is the Inspect of the tests that build whole books: it fails the test where
// something stands off a page or on something else, and where a figure or words of
// the manuscript are missing.
func swept(t testing.TB) func(*book.Book, *document.Document) {
	return func(b *book.Book, doc *document.Document) {
		for _, fault := range sweep.Pages(doc) {
			t.Error(fault)
		}
		for _, fault := range sweep.Figures(b, doc) {
			t.Error(fault)
		}
		n := 0
		for _, c := range b.Chapters() {
			n += len(runs(c))
		}
		if n > mostRuns || doc.Geometry.Facing { // in print, which has none, links say where they lead
			return
		}
		for _, miss := range misses(b, sweep.Text(doc, formulaMark)) {
			t.Errorf("pages: %s", miss)
		}
	}
}
