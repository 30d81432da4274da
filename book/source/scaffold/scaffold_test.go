package scaffold

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/internal/validator"
	"octavo/book/language/langdata"
	"octavo/book/source/manifest"
	"octavo/book/source/manuscript"
	"octavo/book/source/markdown"
)

var day = book.Date{Time: time.Date(2025, time.November, 5, 0, 0, 0, 0, time.UTC)}

// write writes a new manuscript and returns its folder.
func write(t *testing.T, opt Options) string {
	t.Helper()
	opt.Date = day
	files, err := Files(opt)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "book")
	if err := Write(t.Context(), dir, files); err != nil {
		t.Fatal(err)
	}
	return dir
}

// languages are all that package locale has words for, and one in another form.
var languages = []string{"en", "en-US", "en-PH", "de", "de-CH", "es", "fr", "it", "ja", "ko", "nl", "pt", "pt-BR", "zh", "zh-Hans", "zh-Hant", "zh-TW"}

// TestBuilds builds a new manuscript in each language, without a warning.
func TestBuilds(t *testing.T) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			res, err := compile.Check(context.Background(), compile.Options{Dir: write(t, Options{Language: lang}), Workers: 1})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range res.Diagnostics {
				t.Error(d)
			}
			if res.Stopped || res.Chapters != 1 {
				t.Errorf("%d chapters, stopped: %t", res.Chapters, res.Stopped)
			}
		})
	}
	t.Run("editions", func(t *testing.T) {
		res, err := compile.Build(context.Background(), compile.Options{Dir: write(t, Options{}), Workers: 1, Strict: true})
		if err != nil || len(res.Editions) != 2 {
			t.Errorf("%v: %+v", err, res.Diagnostics)
		}
	})
}

// TestWords takes the words of a language, and English ones where there are none.
func TestWords(t *testing.T) {
	for lang, title := range map[string]string{"de-CH": "Ein neues Buch", "zh-TW": "一本新書", "pl": langdata.For("pl").Starter["title"]} {
		if w := wordsFor(lang); w.Title != title || w.Lang != "" {
			t.Errorf("%s has %+v", lang, w)
		}
	}
	for _, lang := range []string{"tlh", "af"} {
		if w := wordsFor(lang); w.Lang != "en" || w.Title != "A New Book" {
			t.Errorf("%s has %+v", lang, w)
		}
	}
}

// commented matches a line that is YAML but for its #.
var commented = regexp.MustCompile(`(?m)^#(  +[^ ]|[^ \n])`)

// TestKeys deletes the # of all keys: each key that the parsers know is there,
// and none of the examples is wrong.
func TestKeys(t *testing.T) {
	files, err := Files(Options{Date: day})
	if err != nil {
		t.Fatal(err)
	}
	full := commented.ReplaceAll(files[0].Data, []byte("$1"))
	_, list := manifest.Parse("book.yaml", full)
	for _, d := range list {
		t.Error(d)
	}
	for _, k := range manifest.Keys() {
		if !hasKey(full, k.Name) {
			t.Errorf("book.yaml lacks the key %s", k.Name)
		}
	}
	_, front, _ := bytes.Cut(files[1].Data, []byte("---\n"))
	front, body, _ := bytes.Cut(front, []byte("\n---\n"))
	front = commented.ReplaceAll(front, []byte("$1"))
	_, list = markdown.Parse("a.md", fmt.Appendf(nil, "---\n%s\n---\n%s", front, body), markdown.Options{Language: "en"})
	for _, d := range list {
		t.Error(d)
	}
	for _, k := range markdown.Keys() {
		if k.Name != "lang" && !hasKey(front, k.Name) {
			t.Errorf("the chapter lacks the key %s", k.Name)
		}
	}
}

func hasKey(yaml []byte, name string) bool {
	return bytes.Contains(append([]byte("\n"), yaml...), []byte("\n"+name+":"))
}

// TestGiven takes what users type, as they typed it.
func TestGiven(t *testing.T) {
	for _, c := range []struct{ name, title, author, wantTitle, wantAuthor string }{
		{"plain", "The Last Ferry", "Ann Lee", "The Last Ferry", "Ann Lee"},
		{"a colon", "Ferries: a history # one", "Lee, Ann", "Ferries: a history # one", "Lee, Ann"},
		{"quotation marks", `The "Big" One's`, `Bo "B" O'Neill`, "The “Big” One’s", "Bo “B” O’Neill"},
		{"words of YAML", "null", "no", "null", "no"},
		{"figures", "1984", "0x10", "1984", "0x10"},
		{"marks of Markdown", "*A* [b](c) `d`", "_A_ {b} [c] \\d", "*A* [b](c) `d`", "_A_ {b} [c] \\d"},
		{"marks of YAML", "- [a, {b: c}] & *d", "| > @ % !x", "- [a, {b: c}] & *d", "| > @ % !x"},
		{"lines", "  A\n\tb  ", "C\r\nd", "A b", "C d"},
		{"scripts", "바다 海", "김민지", "바다 海", "김민지"},
		{"templates", "{{.Date}} ${X}", "{{end}}", "{{.Date}} ${X}", "{{end}}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, list, err := manuscript.Load(write(t, Options{Title: c.title, Author: c.author}), manuscript.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range list {
				t.Error(d)
			}
			if b.Title != c.wantTitle {
				t.Errorf("title %q, want %q", b.Title, c.wantTitle)
			}
			if got := b.Chapters()[0].Authors[0].Name; got != c.wantAuthor {
				t.Errorf("author %q, want %q", got, c.wantAuthor)
			}
			if got := book.PlainText(book.Credits(b)[0].Figure.Credit); got != c.wantAuthor {
				t.Errorf("credit %q, want %q", got, c.wantAuthor)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		opt  Options
		want string
	}{
		{"a language that is none", Options{Language: "English please"}, "is no language tag"},
		{"a bell", Options{Title: "A\aB"}, "the title holds the character U+0007"},
		{"bytes", Options{Author: "A\xffB"}, "the author is not UTF-8"},
		{"nothing", Options{Title: " \n"}, "the title is empty"},
		{"a novel", Options{Title: strings.Repeat("word ", 200)}, "the title has 999 characters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.opt.Date = day
			if _, err := Files(c.opt); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// TestWrite refuses a folder that holds something, and takes an empty one or a
// new repository.
func TestWrite(t *testing.T) {
	files := []File{{"a/b.md", []byte("x")}}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), dir, files); err != nil {
		t.Error(err)
	}
	if err := Write(t.Context(), dir, files); !errors.Is(err, ErrNotEmpty) {
		t.Errorf("a second time: %v", err)
	}
	file := filepath.Join(dir, "a", "b.md")
	if err := Write(t.Context(), file, files); err == nil {
		t.Error("a file is taken for a folder")
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "x" {
		t.Errorf("%q, %v", data, err)
	}
}

// TestWorkflow has the workflow judged.
func TestWorkflow(t *testing.T) {
	dir := write(t, Options{Version: "1.2.3"})
	name := filepath.Join(dir, ".github", "workflows", "book.yml")
	data, err := os.ReadFile(name)
	if err != nil || !bytes.Contains(data, []byte("ref: v1.2.3\n")) {
		t.Errorf("%v: %s", err, data)
	}
	validator.Run(t, time.Minute, "actionlint", name)
}

// TestIsFirst knows the first chapter in every language, until somebody touches it.
func TestIsFirst(t *testing.T) {
	for _, lang := range []string{"en", "ko", "zh-Hant", "ar", "pt-BR", "xx"} {
		files, err := Files(Options{Language: lang, Author: `Ann "Q" Lee: of *Skarne*`, Date: book.Date{Time: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)}})
		if err != nil {
			t.Fatal(err)
		}
		data := files[1].Data
		if files[1].Name != Chapter || !IsFirst(data) {
			t.Errorf("%s is not known:\n%s", lang, data)
		}
		if IsFirst(append(slices.Clone(data), "More.\n"...)) || IsFirst(nil) || IsFirst(files[0].Data) {
			t.Errorf("%s is known, though somebody changed it", lang)
		}
		if last := files[len(files)-1]; last.Name != Picture || !IsPicture(last.Data) || IsPicture(data) {
			t.Errorf("the picture of %s", lang)
		}
	}
}
