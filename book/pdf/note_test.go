package pdf

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/pdf/object"
	"octavo/book/typeset/layout"
	"octavo/book/typeset/theme"
)

// TestLongNote sets a title that takes many lines of the contents: what says where each
// of their links leads is written once.
func TestLongNote(t *testing.T) {
	title := strings.TrimSpace(strings.Repeat("harbour ", 400))
	c := &book.Chapter{File: "a.md", ID: "a", Lang: "en", Title: []book.Inline{&book.Text{Value: title}}}
	b := &book.Book{Title: "Ports", Language: "en", Identifier: "urn:isbn:9780000000002", Parts: []*book.Part{{Chapters: []*book.Chapter{c}}}}
	th, _ := theme.Builtin("press")
	doc, _, err := layout.Set(b, th, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := Encode(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := readPDF(t, data)
	links, notes := 0, map[object.Ref]bool{}
	for _, o := range r.objects {
		d, ok := o.(object.Dict)
		if !ok || d["Subtype"] != object.Name("Link") {
			continue
		}
		links++
		ref, ok := d["Contents"].(object.Ref)
		if !ok {
			t.Fatalf("a link has its note in itself")
		}
		notes[ref] = true
		if r.objects[ref] != object.Text(title+", 1") { // with the page
			t.Errorf("the note is %q", r.objects[ref])
		}
	}
	if links < 20 || len(notes) != 1 {
		t.Errorf("%d links with %d notes", links, len(notes))
	}
}
