package manuscript

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/fault"
)

// TestPanicOfDecoder checks that a panic of a decoder is a fault of its picture.
func TestPanicOfDecoder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), "title: T\nlanguage: en\nchapters: [a.md]\n")
	write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\ndate: 2025-11-01\n---\n\n![Quay](q.png)\n")
	write(t, filepath.Join(dir, "q.png"), "x")
	_, list, err := Load(dir, Options{Probe: func(string, []byte) (*book.Picture, error) { panic(fault.Injected("secret")) }})
	got := fmt.Sprint(list)
	if err != nil || !strings.Contains(got, "a.md:6:1: error: the image q.png cannot be used: a fault of octavo itself [image-unreadable]") || strings.Contains(got, "secret") {
		t.Errorf("%v, %s", err, got)
	}
}
