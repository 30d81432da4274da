package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/typeset/document"
)

// TestLongAddress prints the address of a link that has no place to break: it stands whole behind the
// words, and no line of it leaves the measure.
func TestLongAddress(t *testing.T) {
	for _, address := range []string{
		"example.org/" + strings.Repeat("tidetable", 12), "example.org/" + strings.Repeat("ü潮a", 40), "example.org/" + strings.Repeat("a1-", 40),
	} {
		doc, list := set(t, volume(parse(t, "a.md", "---\ntitle: A\n---\n\nSee [the almanac](https://"+address+") of the port.\n")), Options{Media: book.Print})
		if len(list) > 0 {
			t.Errorf("%s: %v", address, list)
		}
		var got strings.Builder
		lines := 0
		for _, pg := range doc.Pages {
			for _, it := range pg.Items {
				tx, ok := it.(*document.Text)
				if !ok || tx.Elem == nil {
					continue
				}
				if end := tx.X + tx.Width(); end > pg.Width-pg.Width/20 {
					t.Errorf("%s: %q ends at %s of %s", address, document.TextOf(tx), at(end), at(pg.Width))
				}
				lines++
				for _, w := range tx.Words {
					got.WriteString(w.Run.Text)
					if w.Space {
						got.WriteByte(' ')
					}
				}
			}
		}
		if !strings.Contains(got.String(), "the almanac ("+address+") of the port.") || lines < 3 {
			t.Errorf("%s: %d lines, %q", address, lines, got.String())
		}
	}
}
