package acceptance

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"image"
	"image/draw"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/compile"
)

const sumsFile = "testdata/sums.txt"

// TestSums compares the editions of the sample in both themes, and of the books of all
// constructs and languages, with sums that were kept. Bytes change only for reasons
// that can be named: when a change of the code is the reason, -update writes the
// sums anew, and the lines of the file that differ say in which books, and whether it is
// the text, the pages, the fonts or the pictures.
//
// What is packed is summed as it was before, so that another compressor of another
// Go is no change.
func TestSums(t *testing.T) {
	got := map[string]string{}
	sum := func(name string, res *compile.Result) {
		for i, e := range res.Editions {
			sums := pdfSums
			if e.Format == book.EPUB {
				sums = epubSums
			}
			for kind, h := range sums(t, e.Data) {
				got[fmt.Sprintf("%s %d %s %s", name, i+1, e.Format, kind)] = fmt.Sprintf("%x", h.Sum(nil)[:6])
			}
		}
	}
	sum("sample", made(t, filepath.Join("..", "..", "..", "chapters")))
	sum("sample-classic", made(t, sampleIn(t, "classic", "[{format: pdf, media: screen}, {format: pdf, media: print}]")))
	for name, f := range constructs {
		sum("construct-"+name, made(t, plainly(t, f)))
	}
	for lang, f := range languages {
		sum("language-"+lang, made(t, plainly(t, f)))
	}
	var list strings.Builder
	for _, name := range slices.Sorted(maps.Keys(got)) {
		fmt.Fprintf(&list, "%s %s\n", name, got[name])
	}
	if *update {
		if err := os.WriteFile(sumsFile, []byte(list.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(sumsFile)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(data), "\n")
	have := strings.Split(list.String(), "\n")
	for _, line := range have {
		if !slices.Contains(want, line) {
			t.Errorf("changed: %s", line)
		}
	}
	if len(have) != len(want) {
		t.Errorf("%d sums, want %d", len(have), len(want))
	}
}

// plainly writes a book with a small cover: to draw one takes longer than all the rest.
func plainly(t *testing.T, f folder) string {
	f = maps.Clone(f)
	f["book.yaml"] += "cover: cover.png\n"
	f["cover.png"] = smallCover()
	return f.write(t)
}

// sums are the sums of what an edition holds, by kind.
type sums map[string]hash.Hash

// add takes a part of an edition.
func (s sums) add(kind, name string, data []byte) {
	if s[kind] == nil {
		s[kind] = sha256.New()
	}
	fmt.Fprintf(s[kind], "%s %d\n", name, len(data))
	s[kind].Write(data)
}

// epubSums sums the files of an EPUB, and of pictures their pixels.
func epubSums(t *testing.T, epub []byte) sums {
	z, err := zip.NewReader(bytes.NewReader(epub), int64(len(epub)))
	if err != nil {
		t.Fatal(err)
	}
	s := sums{}
	for _, f := range z.File {
		data, err := readZipped(f)
		if err != nil {
			t.Fatal(err)
		}
		kind := strings.TrimPrefix(path.Ext(f.Name), ".")
		switch kind {
		case "png", "jpg", "jpeg", "gif":
			img, _, err := image.Decode(bytes.NewReader(data))
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			px := image.NewNRGBA(img.Bounds())
			draw.Draw(px, px.Rect, img, px.Rect.Min, draw.Src)
			kind, data = "pictures", px.Pix
		case "":
			kind = "container"
		}
		s.add(kind, f.Name, data)
	}
	return s
}

var (
	pdfStream = regexp.MustCompile(`(?s)\d+ 0 obj\n(<<.*?>>)\s*stream\r?\n`)
	pdfLength = regexp.MustCompile(`/Length \d+`)
)

// pdfSums sums the streams of a PDF.
func pdfSums(t *testing.T, pdf []byte) sums {
	s := sums{}
	for _, at := range pdfStream.FindAllSubmatchIndex(pdf, -1) {
		dict := pdfLength.ReplaceAllString(string(pdf[at[2]:at[3]]), "")
		data := pdf[at[1]:]
		kind := "pages"
		switch {
		case strings.Contains(dict, "/XRef"): // which has places in the file
			continue
		case strings.Contains(dict, "/Subtype /Image"):
			kind = "pictures"
		case strings.Contains(dict, "/Length1") || strings.Contains(dict, "/CIDFontType0C"):
			kind = "fonts"
		case strings.Contains(dict, "/ObjStm"):
			kind = "objects"
		case strings.Contains(dict, "/XML"):
			kind = "metadata"
		}
		if strings.Contains(dict, "/FlateDecode") {
			var err error
			if data, err = inflate(data); err != nil {
				t.Fatal(err)
			}
		} else if end := bytes.Index(data, []byte("endstream")); end >= 0 {
			data = data[:end]
		}
		s.add(kind, dict, data)
	}
	if len(s) == 0 {
		t.Fatal("no streams found")
	}
	return s
}
