package manuscript

import (
	"path/filepath"
	"testing"

	"octavo/book"
)

// TestLowered keeps the words of a figure whose picture is not there.
func TestLowered(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"rules: {image-missing: warning}\nchapters: [a.md]\n")
	write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n\n![A quay](none.png \"At four\")\n")
	b, _, err := Load(dir, Options{Probe: probe})
	if err != nil {
		t.Fatal(err)
	}
	f, ok := b.Chapters()[0].Body[0].(*book.Figure)
	if !ok || book.PlainText(f.Caption) != "[A quay (none.png)] At four" {
		t.Errorf("%#v", b.Chapters()[0].Body[0])
	}
}
