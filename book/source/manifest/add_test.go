package manifest

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

func TestAdd(t *testing.T) {
	const head = "title: T # the title\nlanguage: en\n"
	for _, tt := range []struct{ name, src, want string }{
		{"lines", head + "chapters:\n  - a.md # first\n  - b.md # last\n# the end\nrights: all\n",
			head + "chapters:\n  - a.md # first\n  - b.md # last\n  - new.md\n# the end\nrights: all\n"},
		{"lines without indent", head + "chapters:\n- a.md\nrights: all\n", head + "chapters:\n- a.md\n- new.md\nrights: all\n"},
		{"no line end", head + "chapters:\n  - a.md", head + "chapters:\n  - a.md\n  - new.md\n"},
		{"two bytes to a line end", strings.ReplaceAll(head+"chapters:\n  - a.md\n", "\n", "\r\n"),
			strings.ReplaceAll(head+"chapters:\n  - a.md\n  - new.md\n", "\n", "\r\n")},
		{"brackets", head + "chapters: [a.md, b.md] # all\nrights: all\n", head + "chapters: [a.md, b.md, new.md] # all\nrights: all\n"},
		{"brackets on lines", head + "chapters: [\n  a.md, # first\n  'b].md', # ] last\n]\n", head + "chapters: [\n  a.md, # first\n  'b].md', new.md # ] last\n]\n"},
		{"empty brackets", head + "chapters: []\n", head + "chapters: [new.md]\n"},
		{"key alone", head + "chapters:\nrights: all\n", head + "chapters:\n  - new.md\nrights: all\n"},
		{"no key", head, head + "chapters:\n  - new.md\n"},
		{"parts", head + "chapters:\n  - a.md\n  - part: Two\n    chapters:\n      - b.md\nrights: all\n",
			head + "chapters:\n  - a.md\n  - part: Two\n    chapters:\n      - b.md\n      - new.md\nrights: all\n"},
		{"part in braces", head + "chapters:\n  - {part: Two, chapters: [b.md]}\n", head + "chapters:\n  - {part: Two, chapters: [b.md, new.md]}\n"},
		{"there already", head + "chapters: [a.md, new.md]\n", head + "chapters: [a.md, new.md]\n"},
		{"in a pattern", head + "chapters: ['*.md']\n", head + "chapters: ['*.md']\n"},
		{"letters of several bytes", "title: T\nlanguage: en\nchapters: [海峡.md, 渡轮.md]\n", "title: T\nlanguage: en\nchapters: [海峡.md, 渡轮.md, new.md]\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Add("book.yaml", []byte(tt.src), "new.md")
			if err != nil || string(got) != tt.want {
				t.Errorf("got %v\n%s\nwant\n%s", err, got, tt.want)
			}
		})
	}
}

// TestAddAll adds several in their order, those alone that are not there.
func TestAddAll(t *testing.T) {
	for src, want := range map[string]string{
		"title: T\nchapters:\n  - a.md\nrights: all\n": "title: T\nchapters:\n  - a.md\n  - c.md\n  - b.md\nrights: all\n",
		"title: T\nchapters: [a.md]\n":                 "title: T\nchapters: [a.md, c.md, b.md]\n",
		"title: T\nchapters:\n":                        "title: T\nchapters:\n  - c.md\n  - a.md\n  - b.md\n",
		"title: T\n":                                   "title: T\nchapters:\n  - c.md\n  - a.md\n  - b.md\n",
	} {
		got, err := Add("book.yaml", []byte(src), "c.md", "a.md", "c.md", "b.md")
		if err != nil || string(got) != want {
			t.Errorf("%q: got %v %q, want %q", src, err, got, want)
		}
	}
}

// TestDrop takes a chapter out that has a line of its own.
func TestDrop(t *testing.T) {
	for src, want := range map[string]string{
		"title: T\nchapters:\n  - a.md # first\n  - b.md\n":                             "title: T\nchapters:\n  - b.md\n",
		"title: T\nchapters: [a.md, b.md]\n":                                            "",
		"title: T\nchapters:\n  - '*.md'\n":                                             "",
		"title: T\nchapters:\n  - b.md\n":                                               "",
		"title: T\nchapters:\n  - part: P\n    chapters:\n      - a.md\n      - b.md\n": "title: T\nchapters:\n  - part: P\n    chapters:\n      - b.md\n",
	} {
		got, ok := Drop("book.yaml", []byte(src), "a.md")
		if ok != (want != "") || ok && string(got) != want || !ok && string(got) != src {
			t.Errorf("%q: got %t %q, want %q", src, ok, got, want)
		}
	}
}

func TestAddRefuses(t *testing.T) {
	for _, tt := range []struct{ name, src string }{
		{"broken", "title: [\n"},
		{"text", "title: T\nlanguage: en\nchapters: all of them\n"},
		{"mapping", "title: T\nlanguage: en\nchapters: {a: b}\n"},
		{"alias", "title: T\nlanguage: en\nx: &l [a.md]\nchapters: *l\n"},
		{"item of several lines", "title: T\nlanguage: en\nchapters:\n  - >-\n    a.md\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := Add("book.yaml", []byte(tt.src), "new.md"); err == nil {
				t.Errorf("no error for\n%s", got)
			}
		})
	}
}

// A manifest that a chapter is added to is as it was, but for the chapter.
func FuzzAdd(f *testing.F) {
	fuzzing.Begin(f)
	f.Add("title: T\nchapters: [a.md]\n", "new.md")
	f.Add("chapters:\n- a.md # x\n- part: P\n  chapters:\n  - b.md\n", "c d.md")
	f.Add("chapters: [\"\\\"]\", {part: x, chapters: [b]}]", "é.md")
	f.Fuzz(func(t *testing.T, src, chapter string) {
		out, err := Add("book.yaml", []byte(src), chapter)
		if err != nil {
			return
		}
		if len(out) < len(src) {
			t.Errorf("%q lost something by %q: %q", src, chapter, out)
		}
		if m, _ := Parse("book.yaml", out); !listed(names(m), chapter) {
			t.Errorf("%q is not in %q", chapter, out)
		}
	})
}

// TestAddPage adds a page of the book by its key, unless the manifest has the key.
func TestAddPage(t *testing.T) {
	const src = "title: T\nchapters: [a.md]\n"
	out, ok := AddPage("book.yaml", []byte(src), book.DedicationPage, "dedication.md")
	if want := src + "dedication: dedication.md\n"; !ok || string(out) != want {
		t.Errorf("%v, %q, want %q", ok, out, want)
	}
	for _, src := range []string{"dedication: For Ann\nchapters: [a.md]\n", "chapters: [\n"} {
		if out, ok := AddPage("book.yaml", []byte(src), book.DedicationPage, "dedication.md"); ok || string(out) != src {
			t.Errorf("%q becomes %q", src, out)
		}
	}
	if _, ok := AddPage("book.yaml", []byte(src), "", "a.md"); ok {
		t.Error("a chapter is a page")
	}
}
