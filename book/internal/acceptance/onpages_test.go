package acceptance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/internal/validator"
)

// TestWordsOnPages has poppler look at the finished files of the sample and of all
// constructs: no word stands outside of its page.
func TestWordsOnPages(t *testing.T) {
	t.Run("sample", func(t *testing.T) { wordsOnPages(t, "../../../chapters") })
	t.Run("constructs", func(t *testing.T) {
		files, err := filepath.Glob("testdata/constructs/*.txtar")
		if err != nil {
			t.Fatal(err)
		}
		picture, err := os.ReadFile("testdata/images/gray.png")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
				a, err := txtar.ParseFile(file)
				if err != nil {
					t.Fatal(err)
				}
				f := folder{
					"book.yaml": constructBook, "other.md": otherChapter,
					"chapter.md": string(a.Files[0].Data), "images/x.png": string(picture),
				}
				wordsOnPages(t, f.write(t))
			})
		}
	})
}

// wordsOnPages shows the PDF of a folder to poppler, unless the build stopped.
func wordsOnPages(t *testing.T, dir string) {
	t.Helper()
	res, err := guarded(t, compile.Options{Dir: dir, Formats: []book.Format{book.PDF}, Version: "0.0.0"})
	if err != nil {
		t.Fatal(err)
	}
	if res.Stopped {
		return
	}
	if n := validator.WordsOnPages(t, save(t, t.TempDir(), "book", edition(t, res, book.PDF))); n < 20 {
		t.Errorf("poppler sees %d words", n)
	}
}
