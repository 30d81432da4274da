package manuscript

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFitting shows where files stop to fit together, and that one which is not
// there takes no room.
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
		limit int64
		want  int
	}{{99, 0}, {100, 2}, {149, 2}, {150, 3}, {151, 4}} {
		if got := l.fitting([]string{"a", "gone", "b", "c"}, test.limit); got != test.want {
			t.Errorf("%d of the files fit into %d bytes, not %d", got, test.limit, test.want)
		}
	}
	if _, err := l.readFitting("a", 100, false); err != errTooMuch {
		t.Errorf("a file without room: %v", err)
	}
}
