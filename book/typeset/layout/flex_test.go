package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// TestFlex sets the paragraphs that can be set longer or shorter for the sake of their
// pages: they say the same in a line more or a line less.
func TestFlex(t *testing.T) {
	longer, shorter := 0, 0
	for _, look := range theme.Names() {
		th, _ := theme.Builtin(look)
		th, geo, _ := th.Fit("", book.Print)
		b := proseBook(t, proses["english"], 20000)
		j := &job{theme: th, book: b, geo: geo, places: newPlaces(b), words: locale.For("en"), root: &document.Element{}}
		s := j.section(newEngine(fonts, th, nil), "en", document.NewElement(j.root, "Sect"))
		fr := frame{elem: s.elem, style: th.Style(theme.Paragraph), grid: true}
		for _, c := range b.Parts[0].Chapters {
			for _, bl := range c.Body {
				text, ok := bl.(*book.Paragraph)
				if !ok {
					continue
				}
				old := s.text(text.Content, fr.style, fr, 0)
				if !s.canFlex(fr, old) {
					continue
				}
				again := &suppleText{s: s, text: text, frame: fr, lang: "en"}
				for i, ok := range again.Fits(th.Lines.Tolerance, []int{len(old) + 1, len(old) - 1}) {
					if !ok {
						continue
					}
					n := len(old) + 1 - 2*i
					lines := again.Lines(th.Lines.Tolerance, n)
					if len(lines) != n {
						t.Errorf("%s: a paragraph of %d lines has been set in %d, not %d", c.ID, len(old), len(lines), n)
					}
					if got, want := textOf(lines), textOf(old); got != want {
						t.Errorf("%s: set anew it says\n%s\nand not\n%s", c.ID, got, want)
					}
					longer, shorter = longer+1-i, shorter+i
				}
			}
		}
	}
	if longer < 2 || shorter < 2 {
		t.Errorf("only %d paragraphs are longer, %d shorter", longer, shorter)
	}
}

// textOf returns the words of strips, without the hyphens of line ends.
func textOf(list []*flow.Strip) string {
	var b strings.Builder
	for _, st := range list {
		for _, it := range st.Items {
			if text, ok := it.(*document.Text); ok {
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
