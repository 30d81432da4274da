package layout

import (
	"testing"

	"octavo/book"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// TestEnds counts the chapters that end with a few lines on their last page, and those whose
// authors stand on a page alone: hardly any of many short chapters, which leave few ways
// to choose from, in each theme and medium.
func TestEnds(t *testing.T) {
	var all []*book.Chapter
	for i := range 150 {
		all = append(all, article(t, i, 400+i*4))
	}
	bk := volume(all...)
	for _, name := range theme.Names() {
		th, _ := theme.Builtin(name)
		for _, media := range []book.Media{book.Screen, book.Print} {
			doc, _, err := Set(bk, th, Options{Fonts: fonts, Media: media})
			if err != nil {
				t.Fatal(err)
			}
			r := report.Measure(doc)
			if r.Ends > 2 || r.Alone > 0 {
				t.Errorf("%s for %s: %d chapters end with a few lines, the authors of %d stand alone", name, media, r.Ends, r.Alone)
			}
		}
	}
}
