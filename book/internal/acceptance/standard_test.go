package acceptance

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"octavo/book"
	"octavo/book/internal/validator"
)

// TestUA2 builds the sample in both themes, and the books of constructs, with the standard
// ua-2, for the screen and for print: no judge of PDF 2.0 finds a fault.
func TestUA2(t *testing.T) {
	shelf := t.TempDir()
	var paths []string
	add := func(name, dir, theme string) {
		askUA2(t, filepath.Join(dir, "book.yaml"), theme)
		for i, e := range made(t, dir, book.PDF).Editions {
			paths = append(paths, save(t, shelf, name+"-"+strconv.Itoa(i), e))
		}
	}
	for _, theme := range []string{"press", "classic"} {
		dir := filepath.Join(t.TempDir(), "sample")
		if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "..", "chapters"))); err != nil {
			t.Fatal(err)
		}
		add("sample-"+theme, dir, theme)
	}
	for name, f := range constructs {
		add(name, f.write(t), "press")
	}
	validator.VeraPDFUA2(t, paths...)
	for _, path := range paths {
		validator.QPDF(t, path)
	}
}

// askUA2 changes the editions and the theme that a book.yaml asks for.
func askUA2(t *testing.T, path, theme string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data = regexp.MustCompile(`(?m)^(theme|editions):.*\n`).ReplaceAll(data, nil)
	data = append(data, "theme: "+theme+"\neditions: [{format: pdf, standard: ua-2}, {format: pdf, standard: ua-2, media: print}]\n"...)
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
