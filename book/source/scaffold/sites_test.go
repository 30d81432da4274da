package scaffold

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/source/manuscript"
)

// habits are the folders of testdata, each with the form of the plain articles that make them
// twenty, what the book has of the others in its order, and the texts that have signs of the
// tool in them, which all are told.
var habits = []struct {
	tool, name, text string
	order            []string
	told             []string
}{
	{"hugo", "content/posts/p%d.md", "+++\ntitle = 'Pilots %d'\ndate = 2023-01-%02d\n+++\n\nWords.\n",
		[]string{"content/posts/spring-tides/index.md", "content/posts/neap-tides.md", "content/posts/json.md", "content/posts/math.md", "content/posts/draft.md", "content/about.md"}, nil},
	{"jekyll", "_posts/2023-01-%02[2]d-p%[1]d.md", "---\nlayout: post\ntitle: Pilots %d\n---\n\nWords of the %d.\n",
		[]string{"_posts/2024-01-02-the-crane.md", "_posts/2024-01-03-the-ferry.md", "about.md"}, []string{"{{ page.title }} stands in the layout.", "{{ page.date", "{{ p.title }}"}},
	{"obsidian", "Notes/Pilot %d.md", "Words %d of [[The Bay]] on day %d.\n",
		[]string{"Daily/2024-03-01.md", "Daily/2024-03-02.md", "People/Ann Lee.md", "Places/The Bar.md", "Places/The Bay.md"}, nil},
	{"quarto", "extra/p%d.qmd", "---\ntitle: Pilots %d\n---\n\nWords of the %d.\n",
		[]string{"index.qmd", "ebb.qmd", "plots.qmd", "parts/flood.qmd", "flood.qmd", "references.qmd", "tools.qmd"}, nil},
	{"mdbook", "src/extra/p%d.md", "# Pilots %d\n\nWords of the %d.\n",
		[]string{"src/intro.md", "src/pilots/README.md", "src/pilots/first.md", "src/pilots/deeper.md", "src/code.md", "src/last.md", "src/misc/contributors.md"}, nil},
}

// signs of tools that no text of a book has.
var signs = []string{"{{", "{%", "{:", "[[", "]]", ":::", "%%", "==", "#|", "![", "](", "$$", "[!", "^["}

// TestHabits makes a book at once of folders that have what people write with a tool: there
// is no error, and no sign of the tool in the text but what was told.
func TestHabits(t *testing.T) {
	for _, c := range habits {
		t.Run(c.tool, func(t *testing.T) {
			dir := put(t, site(t, c.tool, c.name, c.text))
			a, chapters, _ := adopted(t, dir)
			own := slices.DeleteFunc(slices.Clone(chapters), func(s string) bool { return plainArticle(s) })
			if !slices.Equal(own, c.order) || len(chapters) < 20 {
				t.Errorf("%d chapters, %q\n%s", len(chapters), own, a)
			}
			res, err := compile.Check(context.Background(), compile.Options{Dir: dir, Workers: 2})
			if err != nil || res.Stopped {
				t.Errorf("%v %v", err, res.Diagnostics)
			}
			b, _, err := manuscript.Load(dir, manuscript.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for at, run := range book.Runs(b) {
				text := book.PlainText(run)
				if slices.ContainsFunc(c.told, func(s string) bool { return strings.Contains(text, s) }) {
					continue
				}
				for _, sign := range signs {
					if strings.Contains(text, sign) {
						t.Errorf("%s: %q", at.Chapter.File, text)
					}
				}
			}
		})
	}
}

// plainArticle reports whether an article is one of those that make up twenty.
func plainArticle(name string) bool {
	base := path.Base(name)
	if _, rest := book.CutDay(base); rest != "" {
		base = rest
	}
	n := 0
	got, _ := fmt.Sscanf(strings.TrimPrefix(base, "Pilot "), "p%d", &n)
	if got == 0 {
		got, _ = fmt.Sscanf(base, "Pilot %d", &n)
	}
	return got == 1
}

// site returns the files of a folder of testdata, with pictures, and with twenty plain
// articles, which "EACH" in a list of articles stands for.
func site(t *testing.T, tool, name, text string) map[string]string {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", tool+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 600, 400))); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	var each []string
	for i := 1; i <= 20; i++ {
		article, _, _ := strings.Cut(fmt.Sprintf(name, i, i), "%!")
		files[article], _, _ = strings.Cut(fmt.Sprintf(text, i, i), "%!")
		each = append(each, strings.TrimPrefix(article, "src/"))
	}
	for _, f := range a.Files {
		var b strings.Builder
		for line := range strings.Lines(string(f.Data)) {
			if !strings.Contains(line, "EACH") {
				b.WriteString(line)
				continue
			}
			for _, article := range each {
				b.WriteString(strings.Replace(line, "EACH", article, 1))
			}
		}
		if files[f.Name] = b.String(); path.Ext(f.Name) == ".png" {
			files[f.Name] = picture.String()
		}
	}
	return files
}
