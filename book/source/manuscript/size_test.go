package manuscript

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"octavo/book/source/markdown"
)

// TestTooLarge has each kind of file one byte over its bound: one line tells which, how large it is
// and may be, and what to do. The files have holes, so that they take no room.
func TestTooLarge(t *testing.T) {
	for _, tt := range []struct {
		file  string
		size  int64
		place string
		rule  string
	}{
		{"book.yaml", maxManifest + 1, "book.yaml", "manifest-unreadable"},
		{"a.md", markdown.MaxBytes + 1, "book.yaml", "chapter-unreadable"},
		{"quay.png", maxPicture + 1, "a.md:5:1", "image-unreadable"},
	} {
		t.Run(tt.file, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md]\n")
			write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n\n![A quay](quay.png)\n")
			write(t, filepath.Join(dir, "quay.png"), "image")
			if err := os.Truncate(filepath.Join(dir, tt.file), tt.size); err != nil {
				t.Fatal(err)
			}
			_, list, err := Load(dir, Options{Probe: probe})
			if err != nil || len(list) != 1 {
				t.Fatalf("got %v, %v", list, err)
			}
			sizes := regexp.MustCompile(`\d{5,}`).FindAllString(list[0].Message, -1)
			if d := list[0]; !strings.HasPrefix(d.Pos.String(), tt.place) || string(d.Rule) != tt.rule || len(sizes) != 2 || sizes[0] <= sizes[1] ||
				!strings.Contains(d.Message, "the file is too large: ") || strings.Contains(d.Message, "%!") || d.Hint == "" {
				t.Errorf("got %v", d)
			}
		})
	}
}
