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

// TestDamaged tells once of a picture that was mended, where it is used first.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md]\n")
	write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n\n![A quay](q.png)\n\n![The quay](q.png)\n")
	write(t, filepath.Join(dir, "q.png"), "image")
	_, list, err := Load(dir, Options{Probe: func(name string, data []byte) (*book.Picture, error) {
		return &book.Picture{Path: name, Format: "png", Width: 1, Height: 1, Data: data, Mended: "its end is missing"}, nil
	}})
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	const want = "a.md:5:1: warning: the image q.png is damaged: its end is missing; its pixels are all there, and are written anew [image-damaged]\n    hint: get the file once more, or save it anew"
	if got := list[0].String(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
