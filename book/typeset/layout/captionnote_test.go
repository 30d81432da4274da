package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/book/typeset/document"
)

// TestCaptionNote sets the note that a caption calls on the page of its figure, wherever on
// a page the figure is met: with each paragraph more it comes to stand lower.
func TestCaptionNote(t *testing.T) {
	for _, kind := range []string{"![A quay](a.png \"Caption called zqhere[^1].\")", "::: pair\n![A quay](a.png \"Caption called zqhere[^1].\")\n\n![A boat](b.png)\n:::"} {
		for n := range 14 {
			r := rand.New(rand.NewPCG(7, 7))
			var src strings.Builder
			src.WriteString("---\ntitle: Ports\n---\n\n")
			for range n {
				src.WriteString(words(r, 40) + ".\n\n")
			}
			src.WriteString(kind + "\n\n")
			for range 12 {
				src.WriteString(words(r, 40) + ".\n\n")
			}
			src.WriteString("[^1]: The note zqnote.\n")
			doc, _ := set(t, volume(parse(t, "a.md", src.String())), Options{})
			figure, note := pageOf(doc, "zqhere"), pageOf(doc, "zqnote")
			if figure != note || figure < 0 {
				t.Errorf("%.6s after %d paragraphs: the figure is on page %d, its note on page %d", kind, n, figure, note)
			}
		}
	}
}

// pageOf returns the index of the page that says a word, -1 for none.
func pageOf(doc *document.Document, word string) int {
	for i, pg := range doc.Pages {
		for _, it := range pg.Items {
			if text, ok := it.(*document.Text); ok && strings.Contains(document.TextOf(text), word) {
				return i
			}
		}
	}
	return -1
}
