package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// full is a stdout on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestResultsThatCannotBePrinted(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.yaml": "title: T\nlanguage: en\nchapters: [a.md]\n", "a.md": "---\ntitle: A\n---\nText.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"build", dir, "-o", t.TempDir(), "--format", "epub", "--no-pages"}, {"check", dir, "--json"}} {
		var talk strings.Builder
		if code := execute(t.Context(), args, full{}, &talk); code != 1 {
			t.Errorf("%s: exit code %d, want 1", args[0], code)
		}
		if want := "octavo: print the results: no space left"; !strings.Contains(talk.String(), want) {
			t.Errorf("%s: no %q in %q", args[0], want, talk.String())
		}
	}
}
