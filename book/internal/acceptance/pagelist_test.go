package acceptance

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/internal/sweep"
	"octavo/book/typeset/document"
)

// TestPageList compares, for every page, the first words behind its mark in the
// EPUB with the first words of the page.
func TestPageList(t *testing.T) {
	editions := func(pdf string) string { return "[epub, {format: epub, profile: kindle}, " + pdf + "]" }
	tests := []struct {
		name string
		dir  func(testing.TB) string
	}{
		{"sample", func(t testing.TB) string { return sampleIn(t, "press", editions("pdf")) }},
		{"hundred", func(t testing.TB) string { return hundred(t, "editions: "+editions("pdf")+"\n") }},
		{"print", func(t testing.TB) string {
			return hundred(t, "editions: "+editions("{format: pdf, media: print, trim: A5, identifier: \"isbn:9781861972712\"}")+"\n")
		}},
		{"classic", func(t testing.TB) string { return hundred(t, "theme: classic\neditions: "+editions("pdf")+"\n") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var b *book.Book
			var set *document.Document
			res, err := compile.Build(t.Context(), compile.Options{Dir: tt.dir(t), Inspect: func(of *book.Book, doc *document.Document) {
				b, set = of, doc
			}})
			if err != nil || res.Stopped {
				t.Fatal(err, res)
			}
			for _, fault := range append(sweep.Pages(set), sweep.Figures(b, set)...) {
				t.Error(fault)
			}
			for _, e := range res.Editions[:2] {
				comparePages(t, set, readMarks(t, e.Data))
			}
		})
	}
}

func comparePages(t *testing.T, set *document.Document, got *marked) {
	var labels []string
	for _, pg := range set.Pages {
		labels = append(labels, pg.Label)
	}
	if !slices.Equal(labels, got.labels) {
		t.Errorf("the marks are\n%v, the pages\n%v", got.labels, labels)
		return
	}
	if !slices.Equal(got.list, got.targets) {
		t.Errorf("the page list is\n%v, the marks\n%v", got.list, got.targets)
	}
	if !slices.Equal(got.ncx, got.targets) {
		t.Errorf("the NCX has\n%v, the marks are\n%v", got.ncx, got.targets)
	}
	compared := 0
	for i, pg := range set.Pages {
		want := pageWords(pg, labels)
		if len(want) == 0 {
			continue
		}
		compared++
		if have := got.after(i, 3*len(want)); !begins(have, want) {
			t.Errorf("page %s begins %q, behind its mark stands %q", pg.Label, want, have[:min(len(have), 12)])
		}
	}
	if compared < len(set.Pages)*9/10 {
		t.Errorf("only %d of %d pages have text", compared, len(set.Pages))
	}
}

// begins reports whether have begins with want, whose first word may be the
// rest of one.
func begins(have, want []string) bool {
	if len(have) < len(want) {
		return false
	}
	return strings.HasSuffix(have[0], want[0]) && slices.Equal(have[1:len(want)], want[1:])
}

// compareWords is how many words of a page are compared.
const compareWords = 6

// pageWords returns the first words of the text on a page, without what stands
// elsewhere in the EPUB: figures, notes and their calls, labels and page
// numbers.
func pageWords(pg *document.Page, labels []string) []string {
	var b strings.Builder
	var last *document.Element
	for _, it := range pg.Items {
		text, ok := it.(*document.Text)
		if !ok || text.Elem == nil || isIn(text.Elem, "Caption", "Note") {
			continue
		}
		if isCall(text.Elem) || isIn(text.Elem, "TOCI", "Code") {
			b.WriteByte(' ') // a line of code ends without a space
		}
		if isCall(text.Elem) || isIn(text.Elem, "TOCI") && slices.Contains(labels, strings.TrimSpace(document.TextOf(text))) {
			continue
		}
		if el := blockOf(text.Elem); el != last {
			b.WriteByte(' ')
			last = el
		}
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
	text := b.String()
	if strings.Contains(text, " · ") { // picture credits
		text = strings.ReplaceAll(text, "Page ", "")
	}
	list := plainWords(text)
	return list[:min(len(list), compareWords)]
}

func isIn(e *document.Element, types ...string) bool {
	for ; e != nil; e = e.Parent {
		if slices.Contains(types, e.Type) {
			return true
		}
	}
	return false
}

// isCall reports whether text of the element calls a note.
func isCall(e *document.Element) bool {
	return e.Type == "Link" && e.Parent.Type == "Reference" && e.Parent.Parent.Type != "TOCI"
}

// blockOf returns the element of a line's paragraph.
func blockOf(e *document.Element) *document.Element {
	for e.Parent != nil && slices.Contains([]string{"Link", "Span", "Code", "Reference"}, e.Type) && e.Parent.Type != "TOCI" {
		e = e.Parent
	}
	return e
}

// plainWords returns the words of s in lower case: runs of letters and digits,
// without numbers, which may be page numbers; a character of Chinese is a word.
func plainWords(s string) []string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\u00AD' || unicode.Is(unicode.M, r):
		case unicode.Is(unicode.Han, r):
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
		case unicode.IsLetter(r):
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsSpace(r) || r == '—' || r == '–':
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}
