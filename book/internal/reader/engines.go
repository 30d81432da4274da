package reader

import (
	"encoding/xml"
	"io"
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

// A picture stands for itself in the text of pages.
const Picture = "\uFFFC"

// MuPDFPages returns what stands on each page as mupdf lays a publication out, in its
// order: the lines, and [Picture] for each picture; and what mupdf has to say of it.
func MuPDFPages(t testing.TB, path string) (pages []string, said string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "pages.xml")
	_, said = validator.RunBoth(t, time.Minute, "mutool", "convert", "-F", "stext", "-O", "preserve-images", "-o", out, path)
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := xml.NewDecoder(f)
	d.Strict = false // mupdf writes characters that XML forbids
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return pages, said
		}
		if err != nil {
			t.Fatal(err)
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch last := len(pages) - 1; el.Name.Local {
		case "page":
			pages = append(pages, "")
		case "image":
			pages[last] += Picture
		case "line":
			pages[last] += "\n"
		case "char":
			for _, a := range el.Attr {
				if a.Name.Local == "c" {
					pages[last] += a.Value
				}
			}
		}
	}
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
