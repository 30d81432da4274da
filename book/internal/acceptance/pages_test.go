package acceptance

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// TestSamplePages sets the sample series in every theme, for the screen and for
// print, and holds its pages to the standard of the trade.
func TestSamplePages(t *testing.T) {
	for _, look := range theme.Names() {
		t.Run(look, func(t *testing.T) {
			res, err := compile.Build(context.Background(), compile.Options{
				Dir: sampleIn(t, look, "[{format: pdf, media: screen}, {format: pdf, media: print}]"), Formats: []book.Format{book.PDF}, Report: true, Version: "0.0.0", Inspect: swept(t),
			})
			if err != nil || len(res.Diagnostics) > 0 {
				t.Fatal(err, res.Diagnostics)
			}
			for _, e := range res.Editions {
				holdSample(t, e.Name, e.Report)
			}
		})
	}
}

// sampleIn returns a folder with the sample series in a theme and in editions, a list
// as the manifest has them.
func sampleIn(t testing.TB, look, editions string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "..", "chapters"))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "book.yaml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), "theme: press", "theme: "+look, 1)
	text += "\neditions: " + editions + "\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func holdSample(t *testing.T, name string, r *report.Report) {
	t.Helper()
	for _, f := range r.Findings {
		if f.Breach() {
			t.Errorf("%s: %s", name, f)
		}
	}
	if r.Lines < 1500 || r.Loose*100 > r.Spaced || r.Hyphens*100 > 2*r.Lines || r.Ladder > 2 || r.Tight > 0 {
		t.Errorf("%s:\n%s", name, r)
	}
}
