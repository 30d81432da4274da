package parts

import (
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/internal/dump"
)

// TestOnlyNote keeps a paragraph that is the call of a note and nothing else.
func TestOnlyNote(t *testing.T) {
	for _, markup := range []bool{true, false} {
		note := &book.Note{Number: 1, Label: "1", Blocks: []book.Block{&book.Paragraph{Content: draft.Text("There.")}}}
		a := &draft.Article{Markup: markup, Notes: []*book.Note{note}, Blocks: []draft.Block{{Block: &book.Paragraph{Content: []book.Inline{&book.NoteRef{Note: note, Call: 1}}}}}}
		c, _, _ := Recognise(a, Options{File: "a.docx", Title: "A"})
		var pr dump.Printer
		pr.Blocks(c.Body)
		if s := pr.String(); s != "paragraph [^1.1]\n" || len(c.Notes) != 1 {
			t.Errorf("markup %t: got %q", markup, s)
		}
	}
}

// TestTitleLikeLabel keeps a title that the format states, though it is the word of a button.
func TestTitleLikeLabel(t *testing.T) {
	a := &draft.Article{Markup: true, Blocks: []draft.Block{{Block: &book.Paragraph{Content: draft.Text("Comments")}, Role: draft.Title}, {Block: &book.Paragraph{Content: draft.Text("The keeper knows all of them by heart.")}}}}
	if c, _, _ := Recognise(a, Options{File: "a.docx", Title: "A"}); book.PlainText(c.Title) != "Comments" {
		t.Errorf("got %q", book.PlainText(c.Title))
	}
}
