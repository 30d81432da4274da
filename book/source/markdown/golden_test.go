package markdown

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/internal/golden"
)

// TestConstructs compares, for each construct, the model, the faults and the
// chapter as Format writes it.
func TestConstructs(t *testing.T) {
	golden.Test(t, "testdata/construct/*.txtar", func(t *testing.T, a *txtar.Archive) *txtar.Archive {
		got := construct(a)
		if string(txtar.Format(got)) == string(txtar.Format(a)) {
			roundTrip(t, a.Files[0].Data)
		}
		return got
	})
}

// construct returns a with its outputs made anew from its first file, the chapter.
func construct(a *txtar.Archive) *txtar.Archive {
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
