package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/internal/golden"
	"octavo/book/source/markdown"
)

// TestArticles imports the articles of testdata/article. Each file holds the
// article, "in.*" (a document as the files of its zip, "in.docx/*"), the files beside it, what becomes of it, "*.md", and what is
// said on the way, "report". A line "charset: x" of the comment has the article
// written in that encoding first.
func TestArticles(t *testing.T) {
	golden.Test(t, "testdata/article/*.txtar", imported)
}

// imported returns a with what becomes of its article.
func imported(t *testing.T, a *txtar.Archive) *txtar.Archive {
	t.Helper()
	out := &txtar.Archive{Comment: a.Comment}
	var in txtar.File
	beside, packed := map[string][]byte{}, map[string][]byte{}
	for _, f := range a.Files {
		switch {
		case strings.HasPrefix(f.Name, "in.") && strings.Contains(f.Name, "/"):
			var name string
			in.Name, name, _ = strings.Cut(f.Name, "/")
			packed[name] = f.Data
		case strings.HasPrefix(f.Name, "in."):
			in = f
		case strings.HasPrefix(f.Name, "beside/"):
			beside[strings.TrimPrefix(f.Name, "beside/")] = f.Data
		default:
			continue
		}
		out.Files = append(out.Files, f)
	}
	if len(packed) > 0 {
		in.Data = zipped(t, packed)
	}
	open := func(name string) ([]byte, error) {
		if data, ok := beside[name]; ok {
			return data, nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("no such file")}
	}
	results, err := Read(in.Name, encoded(t, a.Comment, in.Data), Options{Open: open})
	var report strings.Builder
	if err != nil {
		fmt.Fprintf(&report, "error: %v\n", err)
	}
	for _, r := range results {
		readsBack(t, r)
		out.Files = append(out.Files, txtar.File{Name: r.Name + ".md", Data: r.Markdown})
		if len(results) > 1 {
			fmt.Fprintf(&report, "%s:\n", r.Name)
		}
		for _, p := range r.Pictures {
			fmt.Fprintf(&report, "picture %s: %d bytes\n", p.Path, len(p.Data))
		}
		for _, g := range r.Guesses {
			fmt.Fprintf(&report, "taken as %s: %q [guess]\n", g.As, g.Text)
		}
		for _, d := range r.Warnings {
			fmt.Fprintln(&report, d)
		}
	}
	out.Files = append(out.Files, txtar.File{Name: "report", Data: []byte(report.String())})
	return out
}

// zipped returns the files of a document as one; a picture is given in base64. The type of
// the document comes first, and is not packed.
func zipped(t *testing.T, parts map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	names := slices.Sorted(maps.Keys(parts))
	if mime, ok := parts["mimetype"]; ok {
		names = append([]string{"mimetype"}, slices.DeleteFunc(names, func(s string) bool { return s == "mimetype" })...)
		parts["mimetype"] = bytes.TrimSpace(mime)
	}
	for _, name := range names {
		data := parts[name]
		if ext := path.Ext(name); ext == ".jpg" || ext == ".png" {
			var err error
			if data, err = base64.StdEncoding.DecodeString(strings.TrimSpace(string(data))); err != nil {
				t.Fatal(err)
			}
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method(name)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func method(name string) uint16 {
	if name == "mimetype" {
		return zip.Store
	}
	return zip.Deflate
}

func encoded(t *testing.T, comment, data []byte) []byte {
	t.Helper()
	for line := range strings.Lines(string(comment)) {
		label, ok := strings.CutPrefix(line, "charset: ")
		if !ok {
			continue
		}
		enc, err := htmlindex.Get(strings.TrimSpace(label))
		if err != nil {
			t.Fatal(err)
		}
		if data, err = enc.NewEncoder().Bytes(data); err != nil {
			t.Fatal(err)
		}
	}
	return data
}

// readsBack fails when the chapter's file is not the chapter.
func readsBack(t *testing.T, r Result) {
	t.Helper()
	c, _ := markdown.Parse("chapter.md", r.Markdown, markdown.Options{Language: r.Chapter.Lang, Foreign: true})
	want := *r.Chapter
	want.File, want.ID = c.File, c.ID
	if want.Image != nil && want.Image.Image.Src == "" {
		want.Image = nil // there is a warning about it
	}
	if got, want := shape(c), shape(&want); got != want {
		t.Errorf("%s\nreads back as\n%s\nwant\n%s", r.Markdown, got, want)
	}
}

// shape is a chapter without places.
func shape(c *book.Chapter) string {
	var p dump.Printer
	p.Chapter(c)
	return p.String()
}
