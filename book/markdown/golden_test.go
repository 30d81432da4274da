package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/internal/dump"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestConstructs compares, for each construct, the model, the faults and the
// chapter as Format writes it.
func TestConstructs(t *testing.T) {
	files, err := filepath.Glob("testdata/construct/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := golden(a)
			if string(txtar.Format(got)) == string(txtar.Format(a)) {
				roundTrip(t, a.Files[0].Data)
				return
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got\n%s", txtar.Format(got))
		})
	}
}

// golden returns a with its outputs made anew from its first file, the chapter.
func golden(a *txtar.Archive) *txtar.Archive {
	in := a.Files[0]
	c, list := Parse(in.Name, in.Data, Options{Language: "en", People: people()})
	p := dump.Printer{Places: true, InlinePlaces: strings.HasPrefix(string(a.Comment), "places")}
	p.Chapter(c)
	var faults strings.Builder
	for _, d := range list {
		faults.WriteString(d.String() + "\n")
	}
	return &txtar.Archive{Comment: a.Comment, Files: []txtar.File{
		in,
		{Name: "model", Data: []byte(p.String())},
		{Name: "faults", Data: []byte(faults.String())},
		{Name: "formatted", Data: Format(c)},
	}}
}

func people() map[string]*book.Person {
	return map[string]*book.Person{
		"kim": {Key: "kim", Name: "Kim Minji", FileAs: "Kim, Minji", Role: "aut"},
	}
}
