package ingest

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book/base/disk"
)

// TestFiles says which files an import makes, and what becomes of those that are
// there.
func TestFiles(t *testing.T) {
	results := []Result{
		{Name: "quay", Markdown: []byte("The quay"), Pictures: []Picture{{Path: "images/a.png", Data: []byte("a")}, {Path: "images/b.png", Data: []byte("b")}}},
		{Name: "bar", Markdown: []byte("The bar"), Pictures: []Picture{{Path: "images/a.png", Data: []byte("a")}}},
	}
	for _, tt := range []struct {
		name, file       string
		force            bool
		chapter, picture disk.Mode
	}{
		{"names of articles", "", false, disk.Keep, disk.Keep},
		{"a name that was given", "x.md", false, disk.New, disk.Keep},
		{"by force", "", true, disk.Replace, disk.Replace},
		{"a name by force", "x.md", true, disk.Replace, disk.Replace},
	} {
		t.Run(tt.name, func(t *testing.T) {
			quay, bar := "quay.md", "bar.md"
			if tt.file != "" {
				quay, bar = tt.file, tt.file
			}
			want := fmt.Sprintf("%s The quay %d true\n%s a %d false\n%s b %d false\n%s The bar %d true\n",
				filepath.Join("dir", quay), tt.chapter, filepath.Join("dir", "images", "a.png"), tt.picture, filepath.Join("dir", "images", "b.png"), tt.picture, filepath.Join("dir", bar), tt.chapter)
			var got strings.Builder
			for _, f := range Files(results, "dir", tt.file, tt.force) {
				fmt.Fprintf(&got, "%s %s %d %t\n", f.Path, f.Data, f.Mode, f.Chapter)
			}
			if got.String() != want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// TestNames gives chapters names that are not taken.
func TestNames(t *testing.T) {
	article := []byte("---\ntitle: The quay\nlang: en\n---\n\nNobody is on it.\n")
	for _, tt := range []struct {
		name  string
		there map[string]string // files of the folder; "same" is the chapter itself
		want  string
	}{
		{"nothing is there", nil, "the-quay"},
		{"another is there", map[string]string{"the-quay.md": "x"}, "the-quay-2: the name the-quay.md is taken; the chapter is the-quay-2.md [import-name] to replace a file of an earlier import, give --force"},
		{"two others are there", map[string]string{"the-quay.md": "x", "the-quay-2.md": ""}, "the-quay-3: the name the-quay.md is taken; the chapter is the-quay-3.md [import-name] to replace a file of an earlier import, give --force"},
		{"the same is there", map[string]string{"the-quay.md": "same"}, "the-quay: the chapter is the same as the-quay.md, and shares its file [import-name] "},
		{"the same has a number", map[string]string{"the-quay.md": "x", "the-quay-2.md": "same"}, "the-quay-2: the chapter is the same as the-quay-2.md, and shares its file [import-name] "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			there := func(name string) ([]byte, bool) {
				s, ok := tt.there[name]
				if s == "same" {
					return article, true
				}
				return []byte(s), ok
			}
			results, err := Read("in.md", article, Options{Lang: "en", There: there})
			if err != nil {
				t.Fatal(err)
			}
			r := results[0]
			if !bytes.Equal(r.Markdown, article) {
				t.Fatalf("the chapter is\n%s", r.Markdown)
			}
			got := r.Name
			for _, w := range r.Warnings {
				got += fmt.Sprintf(": %s [%s] %s", w.Message, w.Rule, w.Hint)
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestTakenInAFeed numbers the entries of one title; nobody need be told.
func TestTakenInAFeed(t *testing.T) {
	entry := func(text string) string {
		return "<item><title>The quay</title><description>" + text + "</description></item>"
	}
	results, err := Read("in.xml", []byte("<rss><channel>"+entry("One is on it.")+entry("Two are on it.")+entry("All are on it.")+"</channel></rss>"), Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range results {
		got = append(got, r.Name)
		for _, w := range r.Warnings {
			if w.Rule == "import-name" {
				t.Error(w)
			}
		}
	}
	if s := strings.Join(got, " "); s != "the-quay the-quay-2 the-quay-3" {
		t.Error(s)
	}
}

func TestTooLarge(t *testing.T) {
	for _, tt := range []struct {
		size int64
		want string
	}{
		{MaxBytes + 1, "more than 67108864 bytes, which is the limit"},
		{MaxBytes + 2, "67108866 bytes; the limit is 67108864 bytes"},
	} {
		if err := TooLarge(tt.size); err.Error() != tt.want {
			t.Errorf("%d: %v, want %s", tt.size, err, tt.want)
		}
	}
}

// TestSniffed tells formats by their first bytes and names.
func TestSniffed(t *testing.T) {
	const page = "<html><body><p>Text."
	for _, tt := range []struct{ name, data, want string }{
		{"a", page, "page"}, {"a", "\ufeff <!DOCTYPE HTML>x", "page"}, {"a", "<?xml?><html>", "page"}, {"a", "x <html>", "text"}, {"a", "<p>", "text"},
		{"a.txt", page, "page"}, {"a.md", page, "page"}, {"a.txt", "<p>", "text"}, {"a.md", "<p>", "markdown"}, {"a.html", "x", "page"}, {"a.HTM", "x", "page"}, {"a.xhtml", "x", "page"}, {"a.xht", "x", "page"},
		{"a", "---\nx", "markdown"}, {"a", "---\r\nx", "markdown"}, {"a", "+++\nx", "markdown"}, {"a", "----\nx", "text"}, {"a.txt", "---\nx", "text"},
		{"a.markdown", "x", "markdown"}, {"a.mdown", "x", "markdown"}, {"a.mkd", "x", "markdown"}, {"a.mdx", "x", "markdown"}, {"a.Rmd", "x", "markdown"}, {"a.qmd", "x", "markdown"},
		{"a", "<rss>", "feed"}, {"a", "<?xml?><feed>", "feed"}, {"a", "<rdf:RDF>", "feed"}, {"a", "<html><rss>", "page"}, {"a", "x <rss>", "text"},
	} {
		got := "text"
		switch data := []byte(tt.data); {
		case isFeed(data):
			got = "feed"
		case isPage(tt.name, data):
			got = "page"
		case isMarkdown(tt.name, data):
			got = "markdown"
		}
		if got != tt.want {
			t.Errorf("%s, %q: got %s, want %s", tt.name, tt.data, got, tt.want)
		}
	}
}

// TestNoText refuses files without words, and tells of words that are lost.
func TestNoText(t *testing.T) {
	long := strings.Repeat("a", 20)
	for _, tt := range []struct{ data, label, want string }{
		{"\x00\x00", "", "this is no text"},
		{long + "\x00\x00" + long[:17], "", "this is no text"},
		{long + "\x00\x00" + long[:18], "", ""},
		{" \u200b\n", "", "there is no text in it"},
		{"caf\xe9", "utf-8", "1 characters could not be read"},
	} {
		_, list, err := decode("a.txt", []byte(tt.data), tt.label)
		got := ""
		if err != nil {
			got = err.Error()
		}
		for _, w := range list {
			got += w.Message
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.data, got, tt.want)
		}
	}
	for _, name := range []string{"a.txt", "a.md", "a.html", "a.xml"} {
		data := "\x00\x00\x00"
		if name == "a.xml" {
			data = "<rss>" + data
		}
		if _, err := Read(name, []byte(data), Options{}); err == nil || err.Error() != "this is no text" && name != "a.xml" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFileName(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{strings.Repeat("\u0301", 61), "chapter"},
		{"the_old_quay", "the-old-quay"},
		{"a - b", "a-b"},
		{strings.Repeat("a", 60), strings.Repeat("a", 60)},
		{strings.Repeat("a", 61), strings.Repeat("a", 60)},
		{strings.Repeat("a", 31) + " " + strings.Repeat("b", 40), strings.Repeat("a", 31)},
		{strings.Repeat("a", 30) + " " + strings.Repeat("b", 40), strings.Repeat("a", 30) + "-" + strings.Repeat("b", 29)},
	} {
		if got := fileName(tt.title); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.title, got, tt.want)
		}
	}
}
