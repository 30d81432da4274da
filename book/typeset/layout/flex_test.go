package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/typeset/theme"
)

// TestFlex looks at the paragraphs that were set longer or shorter for the sake of their
// pages: they say the same in a line more or a line less.
func TestFlex(t *testing.T) {
	reset, longer := 0, 0
	for _, look := range theme.Names() {
		th, _ := theme.Builtin(look)
		th, geo, _ := th.Fit("", book.Print)
		b := proseBook(t, proses["english"], 120000)
		j := &job{book: b, geo: geo, places: newPlaces(b), words: locale.For("en"), root: &Element{}}
		e := newEngine(fonts, th, nil)
		for _, c := range b.Parts[0].Chapters {
			s := j.section(e, c.Lang, NewElement(j.root, "Sect"))
			s.chapter, s.id = c, c.ID
			s.blocks(c.Body, frame{elem: s.elem, style: th.Style(theme.Paragraph), grid: true, flush: true})
			s.paginate()
			for first, sp := range s.instead {
				if sp.heading {
					continue
				}
				var old []*strip
				for i := sp.first; i <= sp.last; i += 2 {
					old = append(old, s.entries[i].strip)
				}
				by := len(sp.instead) - len(old)
				if first != sp.first || by != 1 && by != -1 {
					t.Errorf("%s: a paragraph of %d lines has been set in %d", c.ID, len(old), len(sp.instead))
				}
				if got, want := textOf(sp.instead), textOf(old); got != want {
					t.Errorf("%s: set anew it says\n%s\nand not\n%s", c.ID, got, want)
				}
				reset++
				longer += max(by, 0)
			}
		}
	}
	if longer < 2 || reset-longer < 2 {
		t.Errorf("only %d paragraphs are longer, %d shorter", longer, reset-longer)
	}
}

// textOf returns the words of strips, without the hyphens of line ends.
func textOf(list []*strip) string {
	var b strings.Builder
	for _, st := range list {
		for _, it := range st.items {
			if text, ok := it.(*Text); ok {
				for _, w := range text.Words {
					if w.Hyphen {
						continue
					}
					b.WriteString(w.Run.Text)
					if w.Space {
						b.WriteByte(' ')
					}
				}
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
