package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/internal/dump"
	"octavo/book/source/manuscript"
	"octavo/book/typeset/document"
	"octavo/book/typeset/layout"
	"octavo/book/typeset/theme"
)

// A construct is one txtar of testdata/constructs: a chapter, and what becomes
// of it on every way: the faults found, the model, the EPUB's document and the
// lines of the PDF's pages. Their positions are left to the tests of layout.
type construct struct {
	faults, model, xhtml, page string
}

const constructBook = "title: Constructs\nlanguage: en\nidentifier: urn:uuid:00000000-0000-5000-8000-000000000000\nchapters: [chapter.md, other.md]\n"

const otherChapter = "---\ntitle: The other chapter\ndate: 2025-01-02\nauthors: [{name: Ola Nordvik}]\n---\n\n## Tides\n\nThe tide.\n"

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/constructs/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d constructs: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			checkConstruct(t, file)
		})
	}
}

func checkConstruct(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := makeConstruct(t, a.Files[0].Data)
	out := &txtar.Archive{Comment: a.Comment, Files: []txtar.File{a.Files[0]}}
	for _, part := range []struct{ name, text string }{
		{"faults", got.faults}, {"model", got.model}, {"xhtml", got.xhtml}, {"page", got.page},
	} {
		out.Files = append(out.Files, txtar.File{Name: part.name, Data: []byte(part.text)})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for i, want := range out.Files {
		if i >= len(a.Files) || !bytes.Equal(a.Files[i].Data, want.Data) {
			old := "nothing"
			if i < len(a.Files) {
				old = string(a.Files[i].Data)
			}
			t.Errorf("%s: got\n%s\nwant\n%s", want.Name, want.Data, old)
		}
	}
}

// makeConstruct compiles the chapter as the first of a book of two.
func makeConstruct(t *testing.T, chapter []byte) construct {
	dir := t.TempDir()
	write := func(name string, data []byte) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("book.yaml", []byte(constructBook))
	write("chapter.md", chapter)
	write("other.md", []byte(otherChapter))
	picture, err := os.ReadFile("testdata/images/gray.png")
	if err != nil {
		t.Fatal(err)
	}
	write("images/x.png", picture)
	b, _, err := manuscript.Load(dir, manuscript.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := compile.Build(context.Background(), compile.Options{Dir: dir, Workers: 1, Inspect: swept(t)})
	if err != nil {
		t.Fatal(err)
	}
	got := construct{faults: faultLines(res), model: dump.Chapter(b.Chapters()[0])}
	if res.Stopped {
		return got
	}
	got.xhtml = chapterDocument(t, res)
	got.page = chapterLines(t, b)
	return got
}

func faultLines(res *compile.Result) string {
	var s strings.Builder
	for _, d := range res.Diagnostics {
		fmt.Fprintln(&s, d)
	}
	return s.String()
}

func chapterDocument(t *testing.T, res *compile.Result) string {
	for _, e := range res.Editions {
		if e.Format != book.EPUB {
			continue
		}
		_, body, _ := strings.Cut(string(unzip(t, e.Data)["EPUB/xhtml/chapter.xhtml"]), "<body>\n")
		return strings.TrimSuffix(body, "</body>\n</html>\n")
	}
	t.Fatal("no epub")
	return ""
}

// chapterLines prints what stands on the pages of the first chapter, a line for
// each item with the elements that it belongs to.
func chapterLines(t *testing.T, b *book.Book) string {
	th, _ := theme.Builtin(b.Theme)
	doc, _, err := layout.Set(b, th, layout.Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for _, br := range doc.Breaks {
		if br.Chapter == b.Chapters()[0] {
			pageLines(&s, doc.Pages[br.Page])
		}
	}
	return s.String()
}

func pageLines(s *strings.Builder, pg *document.Page) {
	fmt.Fprintf(s, "page %s\n", pg.Label)
	var phrase *document.Phrase
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *document.Text:
			if p := it.Within.Phrase; p != nil {
				if p != phrase {
					fmt.Fprintf(s, "  %-24s [%s]\n", where(it.Elem), p.Text)
				}
				phrase = p
				continue
			}
			fmt.Fprintf(s, "  %-24s %s\n", where(it.Elem), document.TextOf(it))
		case *document.Graphic:
			fmt.Fprintf(s, "  %-24s [%s]\n", where(it.Elem), it.Picture.Path)
		case *document.Mark:
			fmt.Fprintf(s, "  %-24s (empty)\n", where(it.Elem))
		}
	}
	for _, l := range pg.Links {
		fmt.Fprintf(s, "  link %s%s\n", l.URI, l.Contents)
	}
}

// where names the elements of an item from the one below the chapter inwards.
func where(e *document.Element) string {
	if e == nil {
		return "artifact"
	}
	var path []string
	for ; e != nil && e.Type != "Sect" && e.Type != "Document"; e = e.Parent {
		path = append([]string{e.Type}, path...)
	}
	return strings.Join(path, ">")
}
