package manuscript

import (
	"os"
	"path/filepath"
	"testing"

	"octavo/book"
)

// TestPlaces finds pictures by the addresses that editors and sites write for them.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, chapter, written, want string // want is a path, or what is said
		files                        []string
	}{
		{"beside", "posts/a.md", "x.png", "posts/x.png", []string{"posts/x.png", "x.png"}},
		{"of the folder", "posts/a.md", "images/x.png", "images/x.png", []string{"images/x.png"}},
		{"one up", "posts/a.md", "../images/x.png", "images/x.png", []string{"images/x.png"}},
		{"one down and up", "posts/a.md", "./../images/x.png", "images/x.png", []string{"images/x.png"}},
		{"strokes of Windows", "posts/a.md", `..\images\x.png`, "images/x.png", []string{"images/x.png"}},
		{"escaped", "a.md", "my%20quay.png", "my quay.png", []string{"my quay.png"}},
		{"a name with an escape", "a.md", "my%20quay.png", "my%20quay.png", []string{"my quay.png", "my%20quay.png"}},
		{"a query", "a.md", "x.png?w=300&ssl=1", "x.png", []string{"x.png"}},
		{"a fragment", "a.md", "x.png#right", "x.png", []string{"x.png"}},
		{"a name with a mark", "a.md", "what#1.png", "what#1.png", []string{"what#1.png", "what"}},
		{"root of a site", "posts/a.md", "/images/x.png", "images/x.png", []string{"images/x.png"}},
		{"static", "posts/a.md", "/images/x.png", "static/images/x.png", []string{"static/images/x.png"}},
		{"public with a query", "posts/a.md", "/x.png?v=2", "public/x.png", []string{"public/x.png"}},
		{"wherever it lies", "posts/a.md", "x.png", "attachments/x.png", []string{"attachments/x.png"}},
		{"composed in the text", "a.md", "caf\u00e9.png", "cafe\u0301.png", []string{"cafe\u0301.png"}},
		{"apart in the text", "a.md", "cafe\u0301/cafe\u0301.png", "caf\u00e9/caf\u00e9.png", []string{"caf\u00e9/caf\u00e9.png"}},
		{"mixed", "b/a.md", "../caf\u00e9-e\u0301.png", "caf\u00e9-\u00e9.png", []string{"caf\u00e9-\u00e9.png"}},

		{"two of a site", "posts/a.md", "/x.png", `the image "/x.png" may be static/x.png or public/x.png`, []string{"static/x.png", "public/x.png"}},
		{"two of a name", "posts/a.md", "x.png", "the image x.png does not exist; did you mean b/x.png?", []string{"b/x.png", "c/x.png"}},
		{"above the folder", "a.md", "../images/x.png", `"../images/x.png" leads out of the manuscript's folder; did you mean images/x.png?`, []string{"images/x.png"}},
		{"another case", "a.md", "images/X.PNG", "the image images/X.PNG does not exist; did you mean images/x.png?", []string{"images/x.png"}},
		{"no ending", "a.md", "images/x", "the image images/x does not exist; did you mean images/x.png?", []string{"images/x.png", "images/xa.png"}},
		{"another kind", "a.md", "images/x.jpeg", "the image images/x.jpeg does not exist; did you mean images/x.png?", []string{"images/x.png", "images/y.jpeg"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "book.yaml"), least+"chapters: ["+c.chapter+"]\n")
			write(t, filepath.Join(dir, c.chapter), "---\ntitle: A\n---\n![x](<"+c.written+">)\n")
			for _, f := range c.files {
				write(t, filepath.Join(dir, f), "image")
			}
			b, list, err := Load(dir, Options{Probe: probe})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, d := range list {
				got = d.Message
				if d.Hint != "" && d.Hint[:3] == "did" {
					got += "; " + d.Hint
				}
			}
			for _, im := range book.Images(b) {
				if im.Picture != nil {
					got += im.Picture.Path
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestSpelling takes the names of chapters, pages and themes in either spelling.
func TestSpelling(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: ['caf\u00e9/a\u0301.md', 'caf\u00e9/*.md']\nforeword: pre\u0301face.md\n")
	write(t, filepath.Join(dir, "cafe\u0301", "\u00e1.md"), "---\ntitle: A\n---\n[x](../cafe\u0301/\u00e9.md)\n")
	write(t, filepath.Join(dir, "cafe\u0301", "\u00e9.md"), "---\ntitle: B\n---\n[x](a\u0301.md)\n")
	write(t, filepath.Join(dir, "pr\u00e9face.md"), "Words.\n")
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 3 {
		t.Fatal(entries, err)
	}
	b, list, err := Load(dir, Options{Probe: probe})
	if err != nil || len(list) > 0 {
		t.Fatal(list, err)
	}
	if n := len(b.Chapters()); n != 2 || len(b.Pages) != 1 {
		t.Errorf("%d chapters, %d pages", n, len(b.Pages))
	}
}
