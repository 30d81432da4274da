package manuscript

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"octavo/book"
)

// TestLeftOut: drafts and chapters before their day are left out and told, a link to one
// is its words, and the clock is asked only where a day is given.
func TestLeftOut(t *testing.T) {
	const text = "\n---\n\nText.\n"
	files := map[string]string{
		"book.yaml": "title: B\nlanguage: en\nchapters: [a.md, b.md, c.md]\n",
		"a.md":      "---\ntitle: A\n---\n\nSee [the draft](b.md), [the next](c.md).\n",
		"b.md":      "---\ntitle: B\ndraft: true\nauhtors: x" + text,
		"c.md":      "---\ntitle: C\npublish: 2027-01-02T01:00:00+14:00" + text,
	}
	day := func(s string) func() time.Time {
		d, _ := time.Parse(time.DateOnly, s)
		return func() time.Time { return d }
	}
	tests := []struct {
		name string
		opts Options
		want []string // files, then rules
		asOf string
	}{
		{"the day before", Options{Today: day("2027-01-01")}, []string{"a.md", "link-left-out", "link-left-out", "chapter-left-out", "chapter-left-out"}, "2027-01-01"},
		{"the day", Options{Today: day("2027-01-02")}, []string{"a.md", "c.md", "link-left-out", "chapter-left-out"}, "2027-01-02"},
		{"no clock", Options{}, []string{"a.md", "c.md", "link-left-out", "chapter-left-out"}, ""},
		{"drafts", Options{Drafts: true, Today: func() time.Time { panic("asked") }}, []string{"a.md", "b.md", "c.md", "key-unknown"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, got := loadFiles(t, files, tt.opts)
			if !slices.Equal(got, tt.want) || b.AsOf.String() != tt.asOf {
				t.Errorf("got %q as of %s, want %q as of %s", got, b.AsOf, tt.want, tt.asOf)
			}
		})
	}
	delete(files, "c.md")
	files["book.yaml"] = "title: B\nlanguage: en\nchapters: [a.md]\n"
	files["a.md"] = "---\ntitle: A\n---\n\nText.\n"
	if b, _ := loadFiles(t, files, Options{Today: func() time.Time { panic("asked") }}); !b.AsOf.IsZero() {
		t.Error("a book without days asks the clock")
	}
	files["a.md"] = "---\ntitle: A\ndraft: true\n---\n\nText.\n"
	if _, got := loadFiles(t, files, Options{}); !slices.Equal(got, []string{"chapter-left-out", "chapter-missing"}) {
		t.Error(got)
	}
}

// loadFiles returns the book of files, the names of its chapters and the rules that it
// breaks.
func loadFiles(t *testing.T, files map[string]string, opts Options) (*book.Book, []string) {
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, list, err := Load(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range b.Chapters() {
		got = append(got, c.File)
	}
	for _, d := range list {
		got = append(got, string(d.Rule))
	}
	return b, got
}

// TestPassed: the keys of other tools are told once for the book.
func TestPassed(t *testing.T) {
	b, got := loadFiles(t, map[string]string{
		"book.yaml": "title: B\nlanguage: en\nchapters: [a.md, b.md]\n",
		"a.md":      "---\ntitle: A\ntags: [a]\nslug: a\n---\n\nText.\n",
		"b.md":      "---\ntitle: B\ntags: [b]\n---\n\nText.\n",
	}, Options{})
	if want := []string{"a.md", "b.md", "key-passed"}; !slices.Equal(got, want) {
		t.Error(got, b.Title)
	}
}
