package manuscript

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/internal/dump"
	"octavo/book/internal/golden"
)

// probe takes any file that begins with "image" for a picture.
func probe(path string, data []byte) (*book.Picture, error) {
	if !bytes.HasPrefix(data, []byte("image")) {
		return nil, errors.New("not an image")
	}
	return &book.Picture{Path: path, Format: "png", Width: 4, Height: 3, Data: data}, nil
}

// TestManuscripts loads the folders in testdata and compares the book and the
// faults with what is written there.
func TestManuscripts(t *testing.T) {
	golden.Test(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) *txtar.Archive {
		in, dir := unpack(t, a)
		return &txtar.Archive{Comment: a.Comment, Files: append(in, load(t, dir)...)}
	})
}

// unpack writes the inputs of a into a folder.
func unpack(t *testing.T, a *txtar.Archive) (in []txtar.File, dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, f := range a.Files {
		if strings.HasPrefix(f.Name, "want/") {
			continue
		}
		in = append(in, f)
		write(t, filepath.Join(dir, f.Name), string(f.Data))
	}
	return in, dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, dir string) []txtar.File {
	t.Helper()
	b, list, err := Load(dir, Options{Probe: probe})
	if err != nil {
		t.Fatal(err)
	}
	model := ""
	if b != nil {
		model = dump.Book(b)
	}
	return []txtar.File{{Name: "want/book", Data: []byte(model)}, {Name: "want/faults", Data: []byte(lines(list))}}
}

func lines(list []book.Diagnostic) string {
	var s strings.Builder
	for _, d := range list {
		s.WriteString(d.String() + "\n")
	}
	return s.String()
}

const least = "title: T\nlanguage: en\nidentifier: urn:uuid:6c1f0d52-8a0e-5b7e-9d55-3f1a7f0c2e94\n"

func TestSymbolicLinks(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, filepath.Join(outside, "secret.md"), "---\ntitle: S\n---\nsecret")
	write(t, filepath.Join(outside, "secret.png"), "image")
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md, link.md, inside.md]\n")
	write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n![x](link.png)\n\n![y](folder/secret.png)\n")
	for _, l := range [][2]string{
		{filepath.Join(outside, "secret.md"), "link.md"},
		{filepath.Join(outside, "secret.png"), "link.png"},
		{outside, "folder"},
		{"a.md", "inside.md"},
	} {
		if err := os.Symlink(l[0], filepath.Join(dir, l[1])); err != nil {
			t.Skip(err)
		}
	}
	_, list, err := Load(dir, Options{Probe: probe})
	want := `a.md:4:1: error: "link.png" leads out of the manuscript's folder [path-outside]
    hint: put the file itself into the manuscript's folder
a.md:6:1: error: "folder/secret.png" leads out of the manuscript's folder [path-outside]
    hint: put the file itself into the manuscript's folder
book.yaml:4:18: error: "link.md" leads out of the manuscript's folder [path-outside]
    hint: put the file itself into the manuscript's folder
inside.md:2:8: warning: a.md has the same title [title-duplicate]
    hint: give one of them another
inside.md:4:1: error: "link.png" leads out of the manuscript's folder [path-outside]
    hint: put the file itself into the manuscript's folder
inside.md:6:1: error: "folder/secret.png" leads out of the manuscript's folder [path-outside]
    hint: put the file itself into the manuscript's folder
`
	if got := lines(list); err != nil || got != want {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, err)
	}
}

// TestAbsoluteLinks checks that a link into the folder that is absolute is refused
// for what it is.
func TestAbsoluteLinks(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md, text/b.md, c.md]\n")
	write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n![x](pictures/x.png)\n")
	for _, name := range []string{"real/x.png", "text/a.md"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), "x")
	}
	for _, l := range [][2]string{
		{filepath.Join(dir, "a.md"), "text/b.md"},
		{"text/b.md", "c.md"}, // by way of the other
		{filepath.Join(dir, "real"), "pictures"},
	} {
		if err := os.Symlink(l[0], filepath.Join(dir, l[1])); err != nil {
			t.Skip(err)
		}
	}
	_, list, err := Load(dir, Options{Probe: probe})
	want := `a.md:4:1: error: "pictures" is a link with an absolute path, though into the manuscript's folder [path-outside]
    hint: make it a link to real, so that the folder can be moved
book.yaml:4:18: error: "text/b.md" is a link with an absolute path, though into the manuscript's folder [path-outside]
    hint: make it a link to ../a.md, so that the folder can be moved
book.yaml:4:29: error: "text/b.md" is a link with an absolute path, though into the manuscript's folder [path-outside]
    hint: make it a link to ../a.md, so that the folder can be moved
`
	if got := lines(list); err != nil || got != want {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, err)
	}
}

func TestFolder(t *testing.T) {
	if _, _, err := Load(filepath.Join(t.TempDir(), "none"), Options{}); err == nil {
		t.Error("a folder that is not there is no error")
	}
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "x")
	if _, _, err := Load(file, Options{}); err == nil {
		t.Error("a file for a folder is no error")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "book.yaml"), 0o777); err != nil {
		t.Fatal(err)
	}
	b, list, err := Load(dir, Options{})
	if b != nil || err != nil || len(list) != 1 || list[0].Rule != "manifest-unreadable" {
		t.Errorf("a folder named book.yaml gives %v, %v, %v", b, list, err)
	}
}

func TestModified(t *testing.T) {
	epoch := time.Date(2030, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3600))
	tests := []struct {
		name, manifest, chapter string
		epoch                   *time.Time
		want                    string
	}{
		{"no date", "", "", nil, "2000-01-01"},
		{"of the book", "date: 2025-01-01\n", "date: 2024-01-01\n", nil, "2025-01-01"},
		{"of a chapter", "date: 2023-01-01\n", "date: 2024-01-01T10:00:00+08:00\n", nil, "2024-01-01T10:00:00+08:00"},
		{"of an update", "", "date: 2024-01-01\nupdated: 2024-02-01\n", nil, "2024-02-01"},
		{"given", "date: 2025-01-01\n", "", &epoch, "2030-01-02T02:04:05Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "book.yaml"), least+tt.manifest+"chapters: [a.md]\n")
			write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n"+tt.chapter+"---\n")
			b, list, err := Load(dir, Options{Epoch: tt.epoch})
			if err != nil || len(list) > 0 {
				t.Fatal(list, err)
			}
			if got := b.Modified.String(); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestParallel loads the same manuscript with one and with many goroutines, and
// checks that each picture is read once.
func TestParallel(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: ['*.md']\n")
	write(t, filepath.Join(dir, "a.png"), "image")
	for i := range 40 {
		write(t, filepath.Join(dir, fmt.Sprintf("%d.md", i)), fmt.Sprintf("---\ntitle: C%d\n---\n![x](a.png)\n\n[next](%d.md)\n\n[^1]\n", i, i+1))
	}
	var want string
	for _, workers := range []int{1, 2, 16} {
		var probes atomic.Int32
		b, list, err := Load(dir, Options{Workers: workers, Probe: func(path string, data []byte) (*book.Picture, error) {
			probes.Add(1)
			return probe(path, data)
		}})
		if err != nil {
			t.Fatal(err)
		}
		got := dump.Book(b) + lines(list)
		if want == "" {
			want = got
		}
		if got != want || probes.Load() != 1 {
			t.Errorf("%d workers: %d probes\n%s", workers, probes.Load(), got)
		}
		chapters := b.Chapters()
		if len(chapters) != 40 || chapters[2].File != "2.md" || chapters[10].File != "10.md" {
			t.Errorf("the order is not that of the numbers")
		}
	}
}

func TestNaturally(t *testing.T) {
	sorted := []string{"", "1", "02", "2-a", "2-b", "10", "a", "a1", "a02", "a10", "b"}
	for i, a := range sorted {
		for j, b := range sorted {
			if got := book.Naturally(a, b); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%q and %q compare as %d", a, b, got)
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			manifest := least + "chapters:\n"
			paragraph := strings.Repeat("The ferry crosses *a strait* where “two shores” keep their own time. ", 7)
			body := strings.Repeat("## A heading\n\n"+strings.Repeat(paragraph+"\n\n", 6), 4)
			for i := range n {
				name := fmt.Sprintf("%04d.md", i)
				manifest += "  - " + name + "\n"
				text := fmt.Sprintf("---\ntitle: Article %d\nauthors: [{name: A B}]\n---\n%s\n![x](a.png)\n\n[next](0000.md#a-heading)[^1]\n\n[^1]: Note.\n", i, body)
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
					b.Fatal(err)
				}
			}
			os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest), 0o666)
			os.WriteFile(filepath.Join(dir, "a.png"), []byte("image"), 0o666)
			b.ReportAllocs()
			for b.Loop() {
				if _, list, err := Load(dir, Options{Probe: probe}); err != nil || len(list) > 0 {
					b.Fatal(list, err)
				}
			}
		})
	}
}
