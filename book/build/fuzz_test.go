package build_test

import (
	"testing"

	"octavo/book"
	"octavo/book/build"
)

// FuzzBuild compiles any bytes as a chapter: the build stops with an error that
// names a place, or gives two editions that other parsers can read.
func FuzzBuild(f *testing.F) {
	for _, constructs := range constructs {
		f.Add([]byte(constructs["a.md"]))
	}
	for _, seed := range []string{
		"", "---\n", "no front matter", article("One", "x[^1]\n\n[^1]: y[^1]"), article("One", "<table><tr><td>a<b>"),
		article("One", "\u202e\u0301\U000e0100 \u200fمرحبا 한국 潮"), article("One", marks(1, 200)), article("One", letters(1, 200)), noise(1, 200),
	} {
		f.Add([]byte(seed))
	}
	cover := sample(f, "plain.png") // to draw one takes longer than all the rest
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := folder{"book.yaml": manifest("a.md") + "cover: c.png\n", "c.png": cover, "a.md": string(data), "a.svg": drawing("<rect width='4' height='4'/>"), "b.svg": drawing("")}.write(t)
		res, err := guarded(t, build.Options{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		if res.Stopped {
			if !book.HasErrors(res.Diagnostics) || len(res.Editions) > 0 {
				t.Fatalf("stopped with %d editions and without an error:\n%s", len(res.Editions), diagnostics(res))
			}
			return
		}
		if len(res.Editions) != 2 {
			t.Fatalf("%d editions", len(res.Editions))
		}
		for _, e := range res.Editions {
			parses(t, e)
		}
	})
}
