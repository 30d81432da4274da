package manuscript

import (
	"path/filepath"
	"slices"
	"strings"
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
	if !ok || f.StandIn == nil || book.PlainText(f.StandIn.Words) != "A quay" || book.PlainText(f.StandIn.Place) != "none.png" || book.PlainText(f.Caption) != "At four" {
		t.Errorf("%#v", b.Chapters()[0].Body[0])
	}
}

// TestWanted tells with its whole address of a picture that is still to be had from the web,
// and says nothing of one that is there.
func TestWanted(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md]\n")
	write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\nimage: {src: lead.png, source: https://example.org/l.png}\n---\n\n"+
		"![A quay](q.png){source=\"https://example.org/i/q.png?w=1200&h=800&fit=crop#part-of-the-whole\"}\n\n"+
		"Words ![a boat](b.png){source=https://example.org/b.png} and ![there](c.png){source=https://example.org/c.png}\n")
	write(t, filepath.Join(dir, "c.png"), "image")
	b, list, err := Load(dir, Options{Probe: probe})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range list {
		got = append(got, d.String())
	}
	const tail = "; its place shows its words [image-wanted]\n    hint: get the file there, and put it at "
	want := []string{
		"a.md:3:14: warning: the image lead.png is still at https://example.org/l.png" + tail + "lead.png",
		"a.md:6:1: warning: the image q.png is still at https://example.org/i/q.png?w=1200&h=800&fit=crop#part-of-the-whole" + tail + "q.png",
		"a.md:8:7: warning: the image b.png is still at https://example.org/b.png" + tail + "b.png",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	c := b.Chapters()[0]
	words := book.PlainText(c.Body[1].(*book.Paragraph).Content)
	if c.Image.StandIn == nil || words != "Words [a boat] and there" {
		t.Errorf("%q, lead %v", words, c.Image.StandIn)
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
