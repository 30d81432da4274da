package xhtml

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
)

// TestFurtherCalls makes sure that each call of a note can be gone back to.
func TestFurtherCalls(t *testing.T) {
	n := &book.Note{Number: 1, Blocks: []book.Block{&book.Paragraph{Content: words("Told.")}}}
	r := &Renderer{Writer: NewWriter(0), Words: locale.For("en"), Lang: "en"}
	for call := 1; call <= 3; call++ {
		r.Inlines([]book.Inline{&book.NoteRef{Note: n, Call: call}})
	}
	r.Notes([]*book.Note{n})
	got := string(r.Bytes())
	for _, want := range []string{`href="#call.1.1"`, `Told. <a class="backlink" href="#call.1.2"`, `>↑2</a> <a`, `>↑3</a></p>`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
	if n := strings.Count(got, "aria-label"); n != 3 {
		t.Errorf("%d ways back have names, want 3", n)
	}
}
