package scaffold

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestOrder brings articles into the order that each tool gives them.
func TestOrder(t *testing.T) {
	weight := func(key, n string) string { return "---\n" + key + ": " + n + "\n---\nWords.\n" }
	for _, tt := range []struct {
		name         string
		files        []string // paths and contents by turns; "" is an article
		want, behind string
		by           string
	}{
		{"mdBook", []string{"src/SUMMARY.md", "# Summary\n- [B](b.md)\n  - [A](a.md)\n", "src/a.md", "", "src/b.md", "", "src/c.md", ""}, "src/b.md src/a.md src/c.md", "src/c.md", "src/SUMMARY.md"},
		{"GitBook", []string{"SUMMARY.md", "* [Start](README.md)\n* [A](a.md)\n", "README.md", "Words.", "a.md", ""}, "README.md a.md", "", "SUMMARY.md"},
		{"Quarto", []string{"_quarto.yml", "book:\n  chapters:\n    - index.qmd\n    - part: P\n      chapters: [z.qmd, a.qmd]\n", "index.qmd", "", "a.qmd", "", "z.qmd", ""}, "index.qmd z.qmd a.qmd", "", "_quarto.yml"},
		{"MkDocs", []string{"mkdocs.yml", "nav:\n  - Z: z.md\n  - S:\n    - a.md\n", "docs/a.md", "", "docs/z.md", ""}, "docs/z.md docs/a.md", "", "mkdocs.yml"},
		{"Jupyter Book", []string{"_toc.yml", "format: jb-book\nroot: intro\nparts:\n  - caption: One\n    chapters:\n      - file: z\n        sections:\n          - file: a\n", "a.md", "", "intro.md", "", "z.md", ""}, "intro.md z.md a.md", "", "_toc.yml"},
		{"bookdown", []string{"_bookdown.yml", "rmd_files: [index.Rmd, z.Rmd, a.Rmd]\n", "a.Rmd", "", "index.Rmd", "", "z.Rmd", ""}, "index.Rmd z.Rmd a.Rmd", "", "_bookdown.yml"},
		{"Leanpub", []string{"manuscript/Book.txt", "z.txt\n# a remark\n../x.md\n\na.md\ngone.md\n", "manuscript/a.md", "", "manuscript/z.txt", ""}, "manuscript/z.txt manuscript/a.md", "", "manuscript/Book.txt"},
		{"a book.txt that is an article", []string{"book.txt", "It was dark.\n", "a.md", ""}, "a.md", "", ""},
		{"Docusaurus", []string{"docs/s/_category_.json", `{"position": 1}`, "docs/s/b.md", weight("sidebar_position", "1"), "docs/s/a.md", weight("sidebar_position", "1.5"), "docs/c.md", weight("sidebar_position", "2"), "docs/d.md", ""},
			"docs/s/b.md docs/s/a.md docs/c.md docs/d.md", "", byWeights},
		{"Hugo", []string{"content/_index.md", "", "content/a/_index.md", weight("weight", "20"), "content/b/_index.md", weight("weight", "10"), "content/a/x.md", weight("weight", "1"), "content/b/y.md", weight("weight", "2"), "content/b/z.md", weight("weight", "1")},
			"content/b/z.md content/b/y.md content/a/x.md", "", byWeights},
		{"nothing", []string{"b.md", "", "a.md", weight("weight", "1"), "c.md", ""}, "a.md b.md c.md", "", ""},
	} {
		fsys, articles := fstest.MapFS{}, []string(nil)
		for i := 0; i < len(tt.files); i += 2 {
			name, text := tt.files[i], tt.files[i+1]
			if fsys[name] = (&fstest.MapFile{Data: []byte(text)}); !LeftFile(name) && (text == "" || strings.HasPrefix(text, "---")) {
				articles = append(articles, name)
			}
		}
		slices.Sort(articles)
		list, behind, by := Order(fsys, articles)
		if got := strings.Join(list, " "); got != tt.want || strings.Join(behind, " ") != tt.behind || by != tt.by {
			t.Errorf("%s: %s, behind %s, by %q; want %s", tt.name, got, behind, by, tt.want)
		}
	}
}
