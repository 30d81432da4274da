package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book/source/markdown"
)

// TestVerbatim imports the bodies of Markdown: the same bytes, but for what the second text
// has in place of the first.
func TestVerbatim(t *testing.T) {
	for _, tt := range []struct{ name, body, to string }{
		{"quotes", "A \"b\" 'c' -- d... e", ""},
		{"formulas", "It is $\\mathbf{x}_i$, and\n\n$$\na_1 * b_1\n$$", ""},
		{"marks of emphasis", "_a_ __b__ *c* **d** ***e*** ~~f~~ ==g==", ""},
		{"strong before a colon", "**Ann Lee:** yes.\n\n**Bo:** no.", ""},
		{"escapes", `\*a\* \_b\_ 1\. c \# d &amp; &copy;`, ""},
		{"code of many kinds", "`` a`b `` and ` c `\n\n```go {1,2}\n\tx  \n```\n\n~~~\n```\n~~~\n\n    in\n\n    dented", ""},
		{"headings", "A.\n\n## B ##\n\n### C {#c}\n\nD\n---\n\nE", ""},
		{"two headings of one name", "A.\n\n## B\n\n## B\n\nC [d](#b-1).", ""},
		{"a rank that is left out", "A.\n\n### \"B\" #\n\nC\n\n##### D\n\nE", "A.\n\n## \"B\" #\n\nC\n\n### D\n\nE"},
		{"lists", "* a\n* b\n\n\n- c\n  + d\n\n1) e\n1) f\n\n3. g\n\n4. h", ""},
		{"tasks", "- [ ] a\n- [X] b", ""},
		{"quotations", "> a\nb\n>\n>> c", ""},
		{"references", "[a][x] [y] [z][]\n\nb\n\n[x]: https://example.org/x 'X'\n[y]: <https://example.org/y>\n[z]:\n  https://example.org/z\n", ""},
		{"notes", "a[^one] b[^2] c^[three].\n\n[^2]: B.\n[^one]: A.\n\n    C.\n\nd", ""},
		{"breaks", "a  \nb\\\nc", ""},
		{"rules", "a\n\n* * *\n\nb\n\n___\n\nc", ""},
		{"signs that part", "a\n\n//////\n\nb\n\n|||\n\nc", ""},
		{"comments", "<!-- a -->\n\nb <!-- c --> d\n\n<!--\ne\n-->\n\nf", ""},
		{"signs without ink", "a\u00a0b\u00adc\u200dd e\u0301 \u00e9 👩‍👧", ""},
		{"a table", "| a | b |\n|:-:|--:|\n| `c|d` | e |\n", ""},
		{"definitions", "a\n: b\n\nc\n:   d\n\n    e", ""},
		{"abbreviations", "The HTML.\n\n*[HTML]: Hypertext", ""},
		{"a reference of a picture", "![a][b] text\n\nc\n\n[b]: i.png", "![a](images/i.png) text\n\nc\n\n[b]: i.png"},
		{"a sign of another tool", "a {{< ref \"b\" >}} \"c\"\n\n\"d\"", "a b “c”\n\n\"d\""},
		{"an admonition of another tool", "!!! note \"A\"\n\n    b", "> [!NOTE] A\n> b"},
		{"tabs of MyST", "````{tab-set}\n```{tab-item} A\nb\n```\n````\n\n```{rubric} C\n\nd\n```", "**A**\n\nb\n\n**C**\n\nd"},
		{"blank lines", "\na\n\n\n\nb\n\n", "a\n\n\n\nb"},
	} {
		front := "---\ntitle: T\ntags: [x]\nlang: en\n---\n"
		results, err := Read("in.md", []byte(front+"A long first sentence is the beginning of this text.\n\n"+tt.body+"\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		readsBack(t, results[0])
		_, got := markdown.Front("", string(results[0].Markdown))
		_, got, _ = strings.Cut(got, "this text.\n\n")
		want := tt.to
		if want == "" {
			want = tt.body
		}
		if strings.Trim(got, "\n") != strings.Trim(want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, want)
		}
	}
}

// TestOurs imports the chapters of the book in the tree: the same bytes.
func TestOurs(t *testing.T) {
	const dir = "../../chapters"
	files, err := filepath.Glob(dir + "/0*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no chapters", err)
	}
	open := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) }
	for _, file := range files {
		data, err := open(filepath.Base(file))
		if err != nil {
			t.Fatal(err)
		}
		there := func(name string) ([]byte, bool) {
			_, err := os.Stat(filepath.Join(filepath.Dir(file), name))
			return nil, err == nil && strings.HasSuffix(name, ".md")
		}
		results, err := Read(filepath.Base(file), data, Options{Open: open, There: there, Book: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if got := string(results[0].Markdown); got != string(data) {
			t.Errorf("%s comes over as\n%s", file, got)
		}
		for _, d := range results[0].Warnings {
			if d.Rule != "import-name" {
				t.Errorf("%s: %s", file, d)
			}
		}
	}
}
