package layout

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
)

// TestKeptTogether sets what is kept with what follows, over and over: no page holds more
// than there is room for.
func TestKeptTogether(t *testing.T) {
	for _, tt := range []struct{ name, piece string }{
		{"headings", "## Heading %d\n\n"},
		{"breaks", "***\n\n"},
		{"glossary", "term %d\n: meaning\n\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var src strings.Builder
			src.WriteString("---\ntitle: T\n---\n\nText.\n\n")
			for i := range 200 {
				if !strings.Contains(tt.piece, "%d") {
					src.WriteString(tt.piece)
					continue
				}
				fmt.Fprintf(&src, tt.piece, i)
			}
			doc, list := set(t, volume(parse(t, "a.md", src.String())), Options{})
			if book.HasErrors(list) {
				t.Error(list)
			}
			if n := len(doc.Pages); n < 8 {
				t.Errorf("all is on %d pages", n)
			}
		})
	}
}

// TestWideNumbers checks that the number of a note and its text stand apart.
func TestWideNumbers(t *testing.T) {
	var src strings.Builder
	src.WriteString("---\ntitle: T\n---\n\nText.")
	for i := range 1001 {
		fmt.Fprintf(&src, " word[^%d]", i)
	}
	for i := range 1001 {
		fmt.Fprintf(&src, "\n\n[^%d]: note", i)
	}
	doc, _ := set(t, volume(parse(t, "a.md", src.String())), Options{})
	seen := 0
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			number, ok := it.(*document.Text)
			if !ok || len(number.Words) == 0 || number.Words[0].Run == nil || number.Words[0].Run.Text != "1000" || number.Size > 9*unit.Point {
				continue
			}
			for _, other := range p.Items {
				if n, ok := other.(*document.Text); ok && n.Y == number.Y && n.X > number.X && n.X < number.X+number.Size.Mul(2100, 1000) {
					t.Errorf("the number at %v runs into the text at %v", number.X, n.X)
				}
				seen++
			}
		}
	}
	if seen == 0 {
		t.Error("no such number")
	}
}

// TestNotesOfDividedRow calls notes in two cells of a row that is taller than a page: each
// note stands on the page of its call.
func TestNotesOfDividedRow(t *testing.T) {
	long := strings.Repeat("Water and more water under the bridge. ", 80)
	cell := func(first, last string) string {
		return "Called." + first + " " + long + "Called." + last + " The end."
	}
	src := "---\ntitle: T\n---\n\n| A | B |\n|---|---|\n| " + cell("[^a]", "[^c]") + " | " + cell("[^b]", "[^d]") + " |\n\n" +
		"[^a]: One.\n[^b]: Two.\n[^c]: Three.\n[^d]: Four.\n"
	doc, _ := set(t, volume(parse(t, "a.md", src)), Options{})
	if r := report.Measure(doc); r.Notes != 4 || r.NotesAway != 0 || len(doc.Breaks) < 2 {
		t.Errorf("of %d notes %d are not on the page of their call, on %d pages", r.Notes, r.NotesAway, len(doc.Breaks))
	}
}
