package acceptance

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/compile"
)

// TestReissue inserts a chapter into a book that is out: a reader's place and
// notes hang on names and ids, so that all documents but those that list others
// must stay the same bytes. With a page list the marks alone may move.
func TestReissue(t *testing.T) {
	first := map[string]string{"01-a.md": "2025-01-01", "03-c.md": "2025-03-01"}
	second := map[string]string{"01-a.md": "2025-01-01", "02-b.md": "2025-04-01", "03-c.md": "2025-03-01"}
	lists := []string{"EPUB/nav.xhtml", "EPUB/xhtml/book-contents.xhtml", "EPUB/xhtml/imprint.xhtml", "EPUB/xhtml/contributors.xhtml"}
	for _, noPages := range []bool{true, false} {
		old, renewed := issue(t, first, noPages), issue(t, second, noPages)
		for name, data := range old {
			if !strings.HasSuffix(name, ".xhtml") || slices.Contains(lists, name) {
				continue
			}
			got, ok := renewed[name]
			if !noPages {
				data, got = pageMark.ReplaceAll(data, nil), pageMark.ReplaceAll(got, nil)
			}
			if !ok || !bytes.Equal(got, data) {
				t.Errorf("%s changed (page list: %v)", name, !noPages)
			}
		}
		opf, newOPF := string(old["EPUB/package.opf"]), string(renewed["EPUB/package.opf"])
		for _, line := range strings.Split(opf, "\n") {
			keeps := strings.Contains(line, "<item ") || strings.Contains(line, "dc:identifier")
			if keeps && !strings.Contains(newOPF, line) {
				t.Errorf("the package document lost %s", line)
			}
		}
		if !strings.Contains(opf, ">2025-03-01T00:00:00Z<") || !strings.Contains(newOPF, ">2025-04-01T00:00:00Z<") {
			t.Error("dcterms:modified is not the newest date of the manuscript")
		}
	}
}

var pageMark = regexp.MustCompile(`<(?:span|div) id="page\.[^>]*></(?:span|div)>`)

// issue builds the EPUB of a book and returns its files.
func issue(t *testing.T, chapters map[string]string, noPages bool) map[string][]byte {
	dir := t.TempDir()
	manifest := "title: Letters\nlanguage: en\npublisher: The Press\nchapters:\n"
	for _, name := range []string{"01-a.md", "02-b.md", "03-c.md"} {
		date, ok := chapters[name]
		if !ok {
			continue
		}
		manifest += "  - " + name + "\n"
		text := "---\ntitle: Letter " + name + "\ndate: " + date + "\nauthors: [Ann Poe]\n---\n\n" +
			strings.Repeat("One paragraph of a letter[^1] that fills a line or two, so that there are pages.\n\n", 60) +
			"## The end\n\nSee [above](#the-end).\n\n[^1]: A note.\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest), 0o666); err != nil {
		t.Fatal(err)
	}
	res, err := compile.Build(context.Background(), compile.Options{Dir: dir, Formats: []book.Format{book.EPUB}, NoPages: noPages})
	if err != nil || res.Stopped {
		t.Fatal(err, res)
	}
	return unzip(t, res.Editions[0].Data)
}
