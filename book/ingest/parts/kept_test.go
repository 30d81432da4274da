package parts

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/internal/dump"
)

// TestOnlyNote keeps a paragraph that is the call of a note and nothing else.
func TestOnlyNote(t *testing.T) {
	for _, markup := range []bool{true, false} {
		for at := range 8 { // at the head, within, and at the end, alone and behind a letter
			note := &book.Note{Number: 1, Label: "1", Blocks: []book.Block{&book.Paragraph{Content: draft.Text("There.")}}}
			a := &draft.Article{Markup: markup, Notes: []*book.Note{note}, Title: draft.Text("The keeper")}
			for range 3 {
				a.Blocks = append(a.Blocks, draft.Block{Block: &book.Paragraph{Content: draft.Text("The keeper knows all of the tide tables by heart, and says so.")}})
			}
			letter := draft.Text("X"[:at/4])
			a.Blocks = slices.Insert(a.Blocks, at%4, draft.Block{Block: &book.Paragraph{Content: append(letter, &book.NoteRef{Note: note, Call: 1})}})
			c, _, _ := Recognise(a, Options{File: "a.docx"})
			var pr dump.Printer
			pr.Blocks(c.Body)
			if got := pr.String(); !strings.Contains(got, "[^1.1]\n") || strings.Count(got, "keeper") != 3 || len(c.Notes) != 1 {
				t.Errorf("markup %t, at %d: got %q", markup, at, got)
			}
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
