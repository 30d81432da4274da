package markdown

import (
	"path/filepath"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/internal/fuzzing"
)

// seeds adds the examples of CommonMark and the chapters of the golden files.
func seeds(f *testing.F) {
	for _, e := range examples(f) {
		f.Add([]byte("---\ntitle: T\n---\n\n" + e))
	}
	files, err := filepath.Glob("testdata/construct/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
}

func FuzzRoundTrip(f *testing.F) {
	fuzzing.Begin(f)
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<16 {
			return
		}
		roundTrip(t, src)
	})
}

func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		c, list := Parse("c.md", src, Options{Language: "en"})
		p := dump.Printer{Places: true, InlinePlaces: true}
		p.Chapter(c)
		for _, r := range p.String() {
			if r != '\n' && forbidden(r) {
				t.Fatalf("the model holds U+%04X", r)
			}
		}
		lines := 2
		for _, b := range src {
			if b == '\n' || b == '\r' {
				lines++
			}
		}
		for _, d := range list {
			if d.Pos.Line > lines || !utf8.ValidString(d.Message) {
				t.Fatalf("%v in %d lines", d, lines)
			}
		}
		book.WalkBlocks(book.ChapterBlocks(c), func(b book.Block) bool {
			if pos := b.Position(); pos.Line < 1 || pos.Line > lines || pos.Col < 1 {
				t.Fatalf("%T at %v in %d lines", b, pos, lines)
			}
			return true
		})
	})
}
