package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book"
)

// TestFormats asks for a format that there is not. It is told of, and is neither an EPUB
// nor a PDF, whoever lets it through.
func TestFormats(t *testing.T) {
	const odd book.Format = "mobi"
	named := func(what string, err error) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), `"mobi"`) {
			t.Errorf("%s: the error is %v", what, err)
		}
	}
	opt := Options{Dir: smallBook(t), Formats: []book.Format{book.EPUB, odd}}
	res, err := Build(t.Context(), opt)
	named("build", err)
	if res != nil {
		t.Errorf("a result of %d editions", len(res.Editions))
	}
	_, err = Check(t.Context(), opt)
	named("check", err)

	j := &job{book: &book.Book{Title: "A"}, editions: []book.Edition{{Format: odd}}, opt: Options{}.defaults()}
	named("layout", j.layout(t.Context(), &Result{}))
	_, err = j.encode(t.Context())
	named("encode", err)
	if e := j.firstPaged(); e.Format != book.PDF {
		t.Errorf("the first edition with pages is %+v", e)
	}
}

// smallBook returns the folder of a small book.
func smallBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.yaml": "title: A\nlanguage: en\nchapters: [a.md]\n", "a.md": "---\ntitle: B\n---\n\nWater.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
