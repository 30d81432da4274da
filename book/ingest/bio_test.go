package ingest

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestStrongBios sets a bio in one style, whichever of its words the source has strong; the
// title of a book stays in italics.
func TestStrongBios(t *testing.T) {
	const prose = "The tide comes in over the flats at four in the morning, and nobody in the village hears it, for all of them are asleep."
	const want = "Ann Lee is the author of Tides, and lives in Skarne."
	for _, c := range []struct{ name, text string }{
		{"in.html", "<html><body><article><h1>The quay</h1><p>By Ann Lee</p><p>" + prose + "</p><p>" + prose + "</p><p><strong>Ann Lee</strong> is the author of <em>Tides</em>, and lives in Skarne.</p></article></body></html>"},
		{"in.html", "<html><body><article><h1>The quay</h1><p>By Ann Lee</p><p>" + prose + "</p><p>" + prose + "</p><p><b>Ann Lee is the author of <i>Tides</i>, and lives in Skarne.</b></p></article></body></html>"},
		{"in.md", "---\nlayout: post\n---\n# The quay\n\nBy Ann Lee\n\n" + prose + "\n\n" + prose + "\n\n**Ann Lee** is the author of *Tides*, and lives in Skarne.\n"},
	} {
		list, err := Read(c.name, []byte(c.text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, italic := "", false
		for _, a := range list[0].Chapter.Authors {
			got += book.PlainText(a.Bio)
			book.WalkInlines(a.Bio, func(in book.Inline) bool {
				s, ok := in.(*book.Styled)
				italic = italic || ok && s.Style == book.Emphasis && book.PlainText(s.Content) == "Tides"
				return true
			})
		}
		if got != want || !italic || strings.Contains(string(list[0].Markdown), "**") {
			t.Errorf("%s: %s", c.text, list[0].Markdown)
		}
	}
}
