package manuscript

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFitting shows where files stop to fit together, and that one which is not
// there, or larger than each may be, takes no room.
func TestFitting(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int{"a": 100, "b": 50, "c": 1} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, size), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	l := &loader{root: root}
	for _, test := range []struct {
		each, limit int64
		want        int
	}{{100, 99, 0}, {100, 100, 2}, {100, 149, 2}, {100, 150, 3}, {100, 151, 4}, {99, 51, 4}, {99, 50, 3}, {0, 0, 4}} {
		if got := l.fitting([]string{"a", "gone", "b", "c"}, test.each, test.limit); got != test.want {
			t.Errorf("%d of the files fit into %d bytes, not %d", got, test.limit, test.want)
		}
	}
	_, err = l.readFitting("a", 99, true)
	if got := reason(err); got != "the file is too large: 100 bytes; the limit is 99 bytes" {
		t.Errorf("a file over its bound: %s", got)
	}
	if got := hintFor(err); got != "save the picture with fewer pixels, or as JPEG" {
		t.Errorf("the hint for a picture over its bound: %s", got)
	}
	if _, err := l.readFitting("a", 100, false); err != errTooMuch {
		t.Errorf("a file without room: %v", err)
	}
}
