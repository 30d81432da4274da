package manuscript

import (
	"path/filepath"
	"testing"

	"octavo/book"
)

// TestLarger takes the picture that a picture leads to where it is there, and links a
// table by its id.
func TestLarger(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.yaml": least + "chapters: [a.md]\n",
		"a.md": "---\ntitle: A\n---\n\n[![a](i.png)](large.png)\n\n[![b](i.png)](none.jpg)\n\n[![c](i.png)](https://example.org/large.png)\n\n[![d](i.png)](#tbl)\n\n" +
			"| a | b |\n|---|---|\n| c | d |\n\nTable: Words {#tbl}\n",
		"i.png":     "image",
		"large.png": "image",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	b, list, err := Load(dir, Options{Probe: probe})
	want := `a.md:7:1: warning: the picture leads to "none.jpg", which is not there; it is printed as it stands [figure-link]
    hint: put the larger file into the manuscript's folder, or take the link away
`
	if got := lines(list); err != nil || got != want {
		t.Fatalf("%v: got %q, want %q", err, got, want)
	}
	body := b.Chapters()[0].Body
	figure := func(i int) *book.Figure { return body[i].(*book.Figure) }
	if figure(0).Image.Src != "large.png" || figure(0).Link != nil || figure(1).Link != nil || figure(1).Image.Src != "i.png" {
		t.Error("the larger picture is not taken, or one that is not there is")
	}
	if figure(2).Link == nil || figure(3).Link == nil || figure(3).Link.Anchor != "tbl" {
		t.Error("a link to the web, or to a place of the book, is lost")
	}
}
