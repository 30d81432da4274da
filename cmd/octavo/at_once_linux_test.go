package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// atOnce runs commands at the same time in a folder and returns what each said, and
// its exit code.
func atOnce(t *testing.T, dir string, lines ...[]string) (said []string, codes []int) {
	t.Helper()
	cmds, talk := make([]*exec.Cmd, len(lines)), make([]bytes.Buffer, len(lines))
	for i, args := range lines {
		cmds[i] = octavo(t, dir, args...)
		cmds[i].Stdout, cmds[i].Stderr = &talk[i], &talk[i]
		if err := cmds[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i, cmd := range cmds {
		if err := cmd.Wait(); err != nil && !errors.As(err, new(*exec.ExitError)) {
			t.Fatal(err)
		}
		said, codes = append(said, talk[i].String()), append(codes, cmd.ProcessState.ExitCode())
	}
	return said, codes
}

// smallBook writes a manuscript of one chapter into a new folder below dir.
func smallBook(t *testing.T, dir, name, title string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, name), 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, dir, name+"/book.yaml", "title: "+title+"\nlanguage: en\nchapters: [a.md]\n")
	put(t, dir, name+"/a.md", "---\ntitle: "+name+"\ndate: 2025-11-01\nauthors: [{name: Ann Lee}]\n---\nThe ferry leaves at noon.\n")
}

// TestBuildsAtOnce has two issues of one book and another book built into one folder that is
// not there yet: all end with 0, the folder holds one issue, whole, and the other
// book, and nothing besides.
func TestBuildsAtOnce(t *testing.T) {
	dir := t.TempDir()
	for name, title := range map[string]string{"first": "One", "second": "One", "third": "Two"} {
		smallBook(t, dir, name, title)
		if text, err := octavo(t, dir, "build", name, "-o", "want/"+name).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
	}
	for round := range 3 {
		out := fmt.Sprint("out", round)
		var lines [][]string
		for _, name := range []string{"first", "second", "third", "first", "second", "third"} {
			lines = append(lines, []string{"build", name, "-o", out})
		}
		said, codes := atOnce(t, dir, lines...)
		if slices.Max(codes) != 0 {
			t.Errorf("exit codes %d: %q", codes, said)
		}
		if !same(t, dir, out, "want/third", "two") || !same(t, dir, out, "want/first", "one") && !same(t, dir, out, "want/second", "one") {
			t.Error("an edition is not whole, or two issues are mixed")
		}
		if entries, err := os.ReadDir(filepath.Join(dir, out)); err != nil || len(entries) != 4 {
			t.Errorf("OUT holds %v, %v", entries, err)
		}
	}
}

// same reports whether both editions of a book are those of the folder want.
func same(t *testing.T, dir, out, want, stem string) bool {
	t.Helper()
	for _, name := range []string{stem + ".epub", stem + ".pdf"} {
		a, err := os.ReadFile(filepath.Join(dir, out, name))
		b, err2 := os.ReadFile(filepath.Join(dir, want, name))
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			return false
		}
	}
	return true
}

// TestImportsAtOnce adds many articles to one manifest at the same time: none is lost.
func TestImportsAtOnce(t *testing.T) {
	dir := t.TempDir()
	smallBook(t, dir, "book", "One")
	var lines [][]string
	for i := range 10 {
		name := fmt.Sprintf("n%d.txt", i)
		put(t, dir, name, fmt.Sprintf("Tide %d\n\nBy Ann Lee\n\nThe tide comes in at noon.\n", i))
		lines = append(lines, []string{"import", name, "-o", "book", "--add"})
	}
	if said, codes := atOnce(t, dir, lines...); slices.Max(codes) != 0 {
		t.Errorf("exit codes %d: %q", codes, said)
	}
	manifest, err := os.ReadFile(filepath.Join(dir, "book", "book.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 10 {
		name := fmt.Sprintf("tide-%d.md", i)
		if _, err := os.Stat(filepath.Join(dir, "book", name)); err != nil || strings.Count(string(manifest), name) != 1 {
			t.Errorf("%s: %v; the manifest is %q", name, err, manifest)
		}
	}
	// The chapters, that of the book, its manifest, and the folder of the last imports.
	if entries, err := os.ReadDir(filepath.Join(dir, "book")); err != nil || len(entries) != 13 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	if kept, err := os.ReadDir(filepath.Join(dir, "book", ".octavo", "imports")); err != nil || len(kept) != 10 {
		t.Errorf("kept are %v, %v", kept, err)
	}
}

// TestBeginAtOnce: of several that begin a manuscript in one folder one does, and the
// others say that it is there; the same theme may be exported by all.
func TestBeginAtOnce(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "straits"), 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "straits/.book.yaml.7-0.tmp", "left by a killed process")
	line := []string{"new", "straits"}
	said, codes := atOnce(t, dir, line, line, line, line)
	slices.Sort(codes)
	if !slices.Equal(codes, []int{0, 1, 1, 1}) {
		t.Errorf("exit codes %d: %q", codes, said)
	}
	if text, err := octavo(t, dir, "check", "straits").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, text)
	}
	for _, text := range said {
		if !strings.Contains(text, "the folder is not empty: it holds ") && !strings.Contains(text, "exists\n") && !strings.HasPrefix(text, "straits/") {
			t.Errorf("one said %q", text)
		}
	}
	line = []string{"theme", "export", "press", "straits/house"}
	if said, codes = atOnce(t, dir, line, line, line, line); slices.Max(codes) != 0 {
		t.Errorf("exit codes %d: %q", codes, said)
	}
	if temps, _ := filepath.Glob(filepath.Join(dir, "straits", ".*.tmp")); len(temps) > 0 {
		t.Errorf("left: %q", temps)
	}
}
