package layout

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"octavo/book"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// TestOpeningHasText: where an opening page has room for text without the lead figure, it has
// text with it, whatever the length of the editor's note: the figure is made smaller, or
// moves on.
func TestOpeningHasText(t *testing.T) {
	for _, name := range theme.Names() {
		th, _ := theme.Builtin(name)
		for _, first := range []string{"", "## A heading\n\n", "::: epigraph\nThe tide asks nobody, and those who live beside it have learned to ask it.\n\n::: signature\n*Instructions to the Pilots of the Inner Harbour*, 1902\n:::\n:::\n\n"} {
			for n := 10; n < 260; n += 25 {
				r := rand.New(rand.NewPCG(uint64(n), 1))
				src := fmt.Sprintf("---\ntitle: A Title of Some Length\nsubtitle: %s\nauthors: [Ada Test]\neditors-note: %q\n%%s---\n\n%s%s\n", words(r, 12), words(r, n), first, words(r, 900))
				plain, with := textOnOpening(t, th, fmt.Sprintf(src, "")), textOnOpening(t, th, fmt.Sprintf(src, "image: {src: a.png, alt: A, caption: The quay at dawn}\n"))
				if plain > 0 && with == 0 {
					t.Errorf("%s: with a note of %d words and %q the opening page has no text", name, n, first)
				}
			}
		}
	}
}

// textOnOpening returns how many lines of the text stand on the opening page of a chapter.
func textOnOpening(t *testing.T, th *theme.Theme, src string) (lines int) {
	t.Helper()
	doc, _, err := Set(volume(parse(t, "a.md", src)), th, Options{Fonts: fonts, Media: book.Print})
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
		if text, ok := it.(*document.Text); ok && text.Elem != nil && text.Elem.Parent != nil && text.Elem.Type == "P" && text.Elem.Parent.Type == "Sect" && text.Elem.Pos.Line > 7 {
			lines++
		}
	}
	return lines
}
