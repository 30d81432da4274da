// Package golden compares what tests make with the files of their testdata. It
// is for tests alone.
//
// A golden is a txtar archive with its inputs and what becomes of them; run with
// -update, the tests write it anew, to be read as code is.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Test runs a test for each archive that the pattern matches. Remake returns the
// archive with its inputs as they are and its outputs made anew.
func Test(t *testing.T, pattern string, remake func(t *testing.T, a *txtar.Archive) *txtar.Archive) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files %s: %v", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := txtar.Format(a)
			compare(t, file, want, txtar.Format(remake(t, a)))
		})
	}
}

// File compares what a test makes with a file that holds nothing else.
func File(t *testing.T, file string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	compare(t, file, want, got)
}

func compare(t *testing.T, file string, want, got []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("other than in %s (run with -update and read the difference)\n%s", file, Difference(string(want), string(got)))
}

// context is how many lines are shown around the first that differ.
const context = 3

// Difference shows where two texts part, some lines of each.
func Difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	first := 0
	for first < min(len(w), len(g)) && w[first] == g[first] {
		first++
	}
	wEnd, gEnd := len(w), len(g)
	for wEnd > first && gEnd > first && w[wEnd-1] == g[gEnd-1] {
		wEnd, gEnd = wEnd-1, gEnd-1
	}
	var b strings.Builder
	lines := func(mark string, list []string) {
		for _, l := range list {
			b.WriteString(mark + l + "\n")
		}
	}
	lines("  ", w[max(0, first-context):first])
	lines("- ", w[first:wEnd])
	lines("+ ", g[first:gEnd])
	lines("  ", w[wEnd:min(len(w), wEnd+context)])
	return b.String()
}
