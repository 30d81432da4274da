package scaffold

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/book/compile"
	"octavo/book/source/manifest"
)

// put writes files into a new folder.
func put(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "harbour-notes")
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// adopted adopts a folder, writes the manifest, and returns the chapters that it names.
func adopted(t *testing.T, dir string) (a *Adoption, chapters []string, title string) {
	t.Helper()
	a, err := Adopt(dir, Options{Date: day})
	if err != nil || a == nil {
		t.Fatal(a, err)
	}
	if err := Add(t.Context(), dir, a.Files); err != nil {
		t.Fatal(err)
	}
	m, list := manifest.Parse(manifest.Name, a.Files[0].Data)
	for _, d := range list {
		t.Error(d)
	}
	for _, p := range m.Parts {
		for _, c := range p.Chapters {
			chapters = append(chapters, c.Name)
		}
	}
	return a, chapters, m.Book.Title
}

// body is the text of an article, with a link to another one.
func body(i int, link string) string {
	return fmt.Sprintf("The pilots of quay %d wait for the tide, and [the next ones](%s) wait for them.\n", i, link)
}

// sites are folders of twenty articles each, as five tools have them.
var sites = []struct {
	name, title, order, first, last string
	make                            func(files map[string]string)
}{
	{"Hugo", "Tide Tables", "in the order of their dates", "content/posts/pilots-20.md", "content/posts/pilots-1.md", func(f map[string]string) {
		f["hugo.toml"] = "baseURL = 'https://harbour.example/'\ntitle = 'Tide Tables'\nlanguageCode = 'en-gb'\n"
		f["content/_index.md"], f["content/posts/_index.md"] = "---\ntitle: Home\n---\n", "---\ntitle: Posts\n---\n"
		f["archetypes/default.md"] = "---\ntitle: '{{ .Name }}'\n---\n"
		for i := 1; i <= 20; i++ {
			f[fmt.Sprintf("content/posts/pilots-%d.md", i)] = fmt.Sprintf("---\ntitle: Pilots %d\ndate: 2024-05-%02d\n---\n\n%s", i, 31-i, body(i, fmt.Sprintf("/posts/pilots-%d/", i%20+1)))
		}
	}},
	{"Jekyll", "Quay Log", "in the order of their dates", "_posts/2023-01-01-pilots-1.md", "_posts/2023-01-20-pilots-20.md", func(f map[string]string) {
		f["_config.yml"] = "title: Quay Log\nlang: en\nplugins: [jekyll-feed]\n"
		f["README.md"], f["LICENSE.md"], f["_drafts/later.md"] = "# A site\n", "Free.\n", "Not yet.\n"
		for i := 1; i <= 20; i++ {
			f[fmt.Sprintf("_posts/2023-01-%02d-pilots-%d.md", i, i)] = fmt.Sprintf("---\ntitle: Pilots %d\n---\n\n%s", i, body(i, fmt.Sprintf("/2023/01/%02d/pilots-%d.html", i%20+1, i%20+1)))
		}
	}},
	{"Obsidian", "harbour notes", "in the order of their names", "Tides/Pilot 1.md", "Tides/Pilot 20.md", func(f map[string]string) {
		f[".obsidian/plugins/x/README.md"], f["Templates/Note.md"], f["node_modules/x/a.md"] = "x", "# {{title}}", "x"
		for i := 1; i <= 20; i++ {
			f[fmt.Sprintf("Tides/Pilot %d.md", i)] = fmt.Sprintf("# Pilots %d\n\n%s", i, body(i, fmt.Sprintf("Pilot%%20%d.md", i%20+1)))
		}
	}},
	{"Quarto", "Of Pilots", "in the order of _quarto.yml", "index.qmd", "pilots-1.qmd", func(f map[string]string) {
		f["_quarto.yml"] = "project:\n  type: book\nbook:\n  title: Of Pilots\n  chapters:\n    - index.qmd\n    - part: Ebb\n      chapters:\n"
		f["index.qmd"], f["notes.md"] = "# Before\n\nWords.\n", "# Left\n\nWords.\n"
		for i := 20; i >= 1; i-- {
			f["_quarto.yml"] += fmt.Sprintf("        - pilots-%d.qmd\n", i)
			f[fmt.Sprintf("pilots-%d.qmd", i)] = fmt.Sprintf("---\ntitle: Pilots %d\n---\n\n%s", i, body(i, fmt.Sprintf("pilots-%d.html", i%20+1)))
		}
	}},
	{"mdBook", "The Pilot Book", "in the order of src/SUMMARY.md", "src/intro.md", "src/pilots/1.md", func(f map[string]string) {
		f["book.toml"] = "[book]\ntitle = \"The Pilot Book\"\nlanguage = \"en\"\n"
		f["src/SUMMARY.md"] = "# Summary\n\n[Introduction](intro.md)\n\n# Flood\n\n"
		f["src/intro.md"] = "# Introduction\n\nWords.\n"
		for i := 20; i >= 1; i-- {
			f["src/SUMMARY.md"] += fmt.Sprintf("- [Pilots %d](./pilots/%d.md)\n", i, i)
			f[fmt.Sprintf("src/pilots/%d.md", i)] = fmt.Sprintf("# Pilots %d\n\n%s", i, body(i, fmt.Sprintf("%d.md", i%20+1)))
		}
	}},
}

// TestSites makes a book of each folder, which has no error at once.
func TestSites(t *testing.T) {
	for _, c := range sites {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{}
			c.make(files)
			dir := put(t, files)
			a, chapters, title := adopted(t, dir)
			if title != c.title || a.Order != c.order || a.Articles != len(chapters) || len(chapters) < 20 || len(chapters) > 21 {
				t.Fatalf("%q, %s, %d articles: %q", title, a.Order, a.Articles, chapters)
			}
			if chapters[0] != c.first || chapters[len(chapters)-1] != c.last {
				t.Errorf("from %s to %s", chapters[0], chapters[len(chapters)-1])
			}
			for name, text := range files {
				if data, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(data) != text {
					t.Errorf("%s was changed: %v", name, err)
				}
			}
			res, err := compile.Check(context.Background(), compile.Options{Dir: dir, Workers: 2})
			if err != nil {
				t.Fatal(err)
			}
			if res.Stopped || res.Chapters != len(chapters) {
				t.Errorf("%d chapters, stopped %t: %v", res.Chapters, res.Stopped, res.Diagnostics)
			}
		})
	}
}

// TestLeft says what is not of the book.
func TestLeft(t *testing.T) {
	dir := put(t, map[string]string{
		"a.md": "# A", "b/README.md": "# B", "b/2.md": "# Two", "b/10.md": "# Ten", "b/[x].md": "# X",
		"README.md": "x", "LICENSE.md": "x", "CHANGELOG.md": "x", "_drafts/c.md": "x", ".obsidian/d.md": "x", "node_modules/e.md": "x",
	})
	a, chapters, title := adopted(t, dir)
	if want := []string{"a.md", "b/README.md", "b/2.md", "b/10.md", "b/?x].md"}; !slices.Equal(chapters, want) {
		t.Errorf("chapters %q, want %q", chapters, want)
	}
	if want := []string{"CHANGELOG.md", "LICENSE.md", "README.md", "_drafts/", "node_modules/"}; !slices.Equal(a.Left, want) {
		t.Errorf("left %q, want %q", a.Left, want)
	}
	if title != "harbour notes" || !strings.HasPrefix(a.String(), "5 articles, in the order of their names\nleft out: CHANGELOG.md, ") {
		t.Errorf("%q: %s", title, a)
	}
}

// TestNotAdopted leaves other folders alone.
func TestNotAdopted(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"no Markdown": {"a.txt": "x"}, "a book": {"book.yaml": "title: T", "a.md": "x"},
	} {
		if a, err := Adopt(put(t, files), Options{Date: day}); a != nil || err != nil {
			t.Errorf("%s: %v, %v", name, a, err)
		}
	}
	if a, err := Adopt(filepath.Join(t.TempDir(), "none"), Options{Date: day}); a != nil || err != nil {
		t.Errorf("no folder: %v, %v", a, err)
	}
}
