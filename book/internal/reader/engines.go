package reader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/book/internal/validator"
)

// MuPDF returns the text of a publication as mupdf lays it out.
func MuPDF(t testing.TB, path string) string {
	t.Helper()
	return validator.Run(t, time.Minute, "mutool", "draw", "-q", "-F", "txt", path)
}

// Calibre returns the text of a publication as calibre converts it.
func Calibre(t testing.TB, path string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "book.txt")
	validator.Run(t, 2*time.Minute, "ebook-convert", path, out, "--txt-output-encoding=utf-8")
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// CalibreMeta returns the metadata that calibre reads in a publication, as
// "Title" and so on.
func CalibreMeta(t testing.TB, path string) map[string]string {
	t.Helper()
	meta := map[string]string{}
	for _, line := range strings.Split(validator.Run(t, time.Minute, "ebook-meta", path), "\n") {
		name, value, ok := strings.Cut(line, ":")
		if ok && !strings.HasPrefix(name, " ") {
			meta[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	return meta
}
