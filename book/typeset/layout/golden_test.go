package layout

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/typeset/document"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden sets the chapters of each testdata/*.txtar and compares the pages
// with its file "pages": those of the chapters, or all of them when the
// archive's comment says "whole book".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var chapters []*book.Chapter
			var want []byte
			kept := ar.Files[:0:0]
			for _, f := range ar.Files {
				if f.Name == "pages" {
					want = f.Data
					continue
				}
				kept = append(kept, f)
				chapters = append(chapters, parse(t, f.Name, string(f.Data)))
			}
			resolve(chapters...)
			doc, list := set(t, volume(chapters...), Options{Generator: "Octavo"})
			got := dump(doc)
			if !bytes.Contains(ar.Comment, []byte("whole book")) {
				got = chapterPages(doc)
			}
			for _, d := range list {
				got += d.String() + "\n"
			}
			if *update {
				ar.Files = append(kept, txtar.File{Name: "pages", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want) {
				t.Errorf("other pages than in %s (run with -update and read the difference)\n%s", file, difference(string(want), got))
			}
		})
	}
}

// chapterPages dumps the pages of the chapters alone.
func chapterPages(doc *document.Document) string {
	part := *doc
	part.Outline = nil
	part.Pages = nil
	for _, br := range doc.Breaks {
		part.Pages = append(part.Pages, doc.Pages[br.Page])
	}
	return dump(&part)
}

// difference returns the first lines that are not the same.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + "\n got " + g[i]
		}
	}
	return "one is longer than the other"
}
