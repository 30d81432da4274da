package inspect

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"image/color"
	"strings"
	"testing"

	"octavo/book/internal/fuzzing"
	"octavo/book/internal/smallepub"
)

// TestHostile gives files that are made to do harm. Each is refused in one
// line, with the rule named.
func TestHostile(t *testing.T) {
	sound := smallepub.New(t).Bytes()
	tests := []struct {
		name, rule, message string
		data                []byte
	}{
		{"empty", "epub-zip", "not a ZIP archive", nil},
		{"text", "epub-zip", "not a ZIP archive", []byte("Once upon a time.")},
		{"only the signature", "epub-zip", "not a ZIP archive", []byte("PK\x03\x04")},
		{"cut in half", "epub-zip", "cut short", sound[:len(sound)/2]},
		{"the end cut off", "epub-zip", "cut short", sound[:len(sound)-1]},
		{"an empty archive", "epub-container", "no META-INF/container.xml", archived(t)},
		{"a bomb by its own words", "epub-bounds", "unpacks to", declared(t, 5<<30)},
		{"many entries that share", "epub-bounds", "unpacks to", declared(t, 2<<30, 2<<30, 2<<30)},
		{"a bomb of zeros", "epub-bounds", "times its size", smallepub.New(t).Set("EPUB/tide.png", "\x89PNG\r\n\x1a\n"+strings.Repeat("\x00", 100<<20)).Bytes()},
		{"more entries than bytes", "epub-bounds", "directory of the archive", crowded(t, 300_000)},
		{"many entries", "epub-bounds", "entries", crowded(t, 25_000)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			pub, found := ReadEPUB("book.epub", bytes.NewReader(test.data), int64(len(test.data)))
			if pub != nil {
				t.Error("a publication was read")
			}
			last := found[len(found)-1]
			for _, d := range found {
				if string(d.Rule) == test.rule {
					last = d
				}
			}
			if string(last.Rule) != test.rule || !strings.Contains(last.Message, test.message) || len(found) > 2 {
				t.Errorf("found %v, want %s: ...%s", found, test.rule, test.message)
			}
		})
	}
}

// TestHostileDocuments gives documents that are made to do harm, within a
// book that is sound.
func TestHostileDocuments(t *testing.T) {
	page := func(body string) string {
		return `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>T</title></head><body>` +
			body + "</body></html>"
	}
	tests := []struct{ name, rule, message, data string }{
		{"longer than any chapter", "epub-bounds", "too large", page(strings.Repeat("spam ", maxXML/5))},
		{"deep", "epub-bounds", "nested", page(strings.Repeat("<b>", 100_000) + strings.Repeat("</b>", 100_000))},
		{"wide", "epub-bounds", "elements", page(strings.Repeat("<b/>", maxNodes))},
		{"notes within notes", "", "", page(strings.Repeat(`<a epub:type="footnote noteref" href="#x">`, 1500) + strings.Repeat("spam ", 1<<20) + strings.Repeat("</a>", 1500))},
		{"tables within tables", "", "", page(strings.Repeat(`<table><tr><td>`, 600) + strings.Repeat("<tr/>", 100_000) + strings.Repeat("</td></tr></table>", 600))},
		{"many faults", "too-many", "left out", page(strings.Repeat(`<img src="none.png"/>`, 50_000))},
		{"bytes of a terminal", "epub-link", `\u009b[31m\u202e`, page("<a href=\"\u009b[31m\u202e\">x</a>")},
		{"a long address", "epub-link", "…", page(`<a href="` + strings.Repeat("a", 1<<20) + `">x</a>`)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := smallepub.New(t).Set(two, test.data)
			found := readBytes(b.Bytes())
			if len(found) > maxFindings+1 {
				t.Errorf("%d findings", len(found))
			}
			if test.rule == "" {
				return
			}
			for _, d := range found {
				if string(d.Rule) == test.rule && strings.Contains(d.Message, test.message) && len(d.Message) < 1000 {
					return
				}
			}
			t.Errorf("found %v, want %s: ...%s", found[:min(5, len(found))], test.rule, test.message)
		})
	}
}

// archived is an archive with a mimetype alone.
func archived(t *testing.T) []byte {
	b := smallepub.New(t)
	b.Entries = b.Entries[:1]
	return b.Bytes()
}

// declared is an archive whose directory gives entries sizes that they do not
// have.
func declared(t *testing.T, sizes ...uint64) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, n := range sizes {
		_, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("%d.xhtml", i), Method: zip.Deflate, UncompressedSize64: n,
			CRC32: crc32.ChecksumIEEE(nil)})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// crowded is an archive of n empty entries.
func crowded(t *testing.T, n int) []byte {
	return declared(t, make([]uint64, n)...)
}

func FuzzEPUB(f *testing.F) {
	fuzzing.Begin(f)
	small := smallepub.New(f).Set("EPUB/cover.jpg", smallepub.JPEG(3, 4)).Set("EPUB/tide.png", smallepub.PNG(3, 2, color.Gray{90}))
	f.Add(small.Bytes())
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 8*fuzzing.Most { // the small one is of 12 files
			return
		}
		pub, found := ReadEPUB("book.epub", bytes.NewReader(data), int64(len(data)))
		if pub == nil && len(found) == 0 {
			t.Error("nothing was read and nothing found")
		}
	})
}

// FuzzDocuments has bytes of all kinds stand as each of the documents that are
// parsed.
func FuzzDocuments(f *testing.F) {
	fuzzing.Begin(f)
	small := smallepub.New(f).Set("EPUB/cover.jpg", smallepub.JPEG(3, 4)).Set("EPUB/tide.png", smallepub.PNG(3, 2, color.Gray{90}))
	for i := range small.Entries {
		small.Entries[i].Method = zip.Store // to compress takes longer than to read
		f.Add(i, small.Entries[i].Data)
	}
	f.Fuzz(func(t *testing.T, i int, data string) {
		if len(data) > 2*fuzzing.Most {
			return
		}
		b := small.For(t)
		b.Entries[uint(i)%uint(len(b.Entries))].Data = data
		for _, d := range readBytes(b.Bytes()) {
			if strings.ContainsAny(d.Message, "\n\r\x1b") || d.Rule == "" {
				t.Errorf("%q", d)
			}
		}
	})
}
