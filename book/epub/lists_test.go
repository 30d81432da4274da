package epub

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"octavo/book"
)

// TestLists follows the links of the list of figures and of the index.
func TestLists(t *testing.T) {
	b := sample(t)
	b.ListOfFigures = true
	c := b.Chapters()[0]
	c.Body = append(c.Body, para(
		&book.Span{Indexed: true, Content: text("ebb")}, words(" and "),
		&book.Span{Indexed: true, Entry: "tide!ebb", Content: text("again")}, words(" and "),
		&book.Span{Indexed: true, Content: text("ebb")},
	))
	files := unzip(t, encode(t, b, 1))
	chapter := files["EPUB/xhtml/"+docName(t, files, asciiName(c.ID))]
	index := files["EPUB/xhtml/book-index.xhtml"]
	for _, want := range []string{`<span class="index-term">ebb</span>`, `#term.1"`, `#term.2">2</a>`, `<li class="index-group"><span class="index-term">tide</span>`} {
		if !strings.Contains(index, want) {
			t.Errorf("the index lacks %s:\n%s", want, index)
		}
	}
	for _, id := range []string{"term.1", "term.2", "term.3"} {
		if n := strings.Count(chapter, `id="`+id+`"`); n != 1 {
			t.Errorf("the chapter has the id %s %d times", id, n)
		}
	}
	figures := files["EPUB/xhtml/list-of-figures.xhtml"]
	links := strings.Count(figures, "<a href=")
	if links == 0 || links != len(book.ListedFigures(b)) {
		t.Errorf("the list of figures has %d links:\n%s", links, figures)
	}
	for _, part := range strings.Split(figures, `<a href="`)[1:] {
		href, _, _ := strings.Cut(part, `"`)
		name, id, _ := strings.Cut(href, "#")
		if !strings.Contains(files["EPUB/xhtml/"+name], `<figure class="`) || !strings.Contains(files["EPUB/xhtml/"+name], `id="`+id+`"`) {
			t.Errorf("%s leads nowhere", href)
		}
	}
}

// TestIndexOfBios follows the links to terms in a kicker and in bios: of a person with two
// chapters, who is named twice in the first of them and stands among the contributors as well.
func TestIndexOfBios(t *testing.T) {
	b := sample(t)
	b.Contributors = nil
	term := func(s string) []book.Inline { return []book.Inline{&book.Span{Indexed: true, Content: text(s)}} }
	ann := &book.Person{Name: "Ann Poe", FileAs: "Poe, Ann", Role: "aut", Bio: term("ferries")}
	list := b.Chapters()
	list[0].Kicker, list[0].Authors = term("opinion"), []*book.Person{ann, ann}
	list[1].Kicker, list[1].Authors = term("ports"), []*book.Person{ann, {Name: "Han Sol", FileAs: "Han, Sol", Role: "aut", Bio: term("tides")}}
	files := unzip(t, encode(t, b, 1))
	links := strings.Split(files["EPUB/xhtml/book-index.xhtml"], `class="index-place" href="`)[1:]
	if len(links) != 4 {
		t.Errorf("%d places are listed", len(links))
	}
	for _, part := range links {
		href, _, _ := strings.Cut(part, `"`)
		name, id, _ := strings.Cut(href, "#")
		if n := strings.Count(files["EPUB/xhtml/"+name], `<span id="`+id+`"`); n != 1 {
			t.Errorf("%s is at %d places", href, n)
		}
	}
	for name, content := range files {
		if n := strings.Count(content, ` id="term.`); n > 0 && n != 2 {
			t.Errorf("%s has the ids of %d terms", name, n)
		}
	}
}

// docName returns the file of a chapter.
func docName(t *testing.T, files map[string]string, id string) string {
	t.Helper()
	for name := range files {
		if i := strings.LastIndexByte(name, '/'); strings.HasPrefix(name[i+1:], id) {
			return name[i+1:]
		}
	}
	t.Fatalf("no file of %s", id)
	return ""
}

// unzip returns the files of an EPUB by name.
func unzip(t *testing.T, data []byte) map[string]string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range zr.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(content)
	}
	return files
}
