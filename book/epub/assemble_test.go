package epub

import (
	"fmt"
	"slices"
	"testing"

	"octavo/book"
)

// TestAssemble lays out more documents than go-epub is given at once, and finds
// it out when one of them is lost or out of its place.
func TestAssemble(t *testing.T) {
	p := &plan{
		book:  &book.Book{Title: "T", Identifier: "urn:isbn:9780000000002", Language: "en"},
		media: []*media{{name: "epub.css", folder: "css"}, {name: "a.png", folder: "images"}},
	}
	for i := range 2*batch + 1 {
		p.docs = append(p.docs, &document{name: fmt.Sprintf("%05d.xhtml", i), title: "T"})
	}
	s, err := assemble(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := verify(p, s); err != nil {
		t.Error(err)
	}
	swapped := &skeleton{files: s.files, manifest: s.manifest, spine: slices.Clone(s.spine)}
	swapped.spine[batch-1], swapped.spine[batch] = s.spine[batch], s.spine[batch-1]
	if verify(p, swapped) == nil {
		t.Error("two documents out of their places are not found")
	}
	delete(s.files, contentFolder+"xhtml/"+p.docs[2*batch].name)
	if verify(p, s) == nil {
		t.Error("a lost document is not found")
	}
}
