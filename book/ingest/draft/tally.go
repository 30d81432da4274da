package draft

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// A Tally counts what a file has beside its articles, by kind.
type Tally struct {
	kinds []string // in the order of the file, each once
	count map[string]int
}

// Add counts one of a kind, which is a noun whose plural ends in s.
func (t *Tally) Add(kind string) {
	if t.count == nil {
		t.count = map[string]int{}
	}
	if t.count[kind]++; t.count[kind] == 1 {
		t.kinds = append(t.kinds, kind)
	}
}

// String lists what was counted: "3 drafts, 2 pages and 14 attachments"; "" when that is
// nothing. Kinds behind the twelfth, by eye, are many names of plug-ins that nobody reads:
// they are counted as one.
func (t *Tally) String() string {
	const most = 12
	var words []string
	others := 0
	for i, k := range t.kinds {
		if i < most {
			words = append(words, book.Count(t.count[k], k))
		} else {
			others += t.count[k]
		}
	}
	if others > 0 {
		words = append(words, book.Count(others, "other item"))
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// Told says in the warnings of an article what was counted, unless that is nothing.
func (t *Tally) Told(a *Article) {
	if len(t.kinds) > 0 {
		a.Warnings = append(a.Warnings, rule.ImportLeftOut.At(book.Pos{}, "when one of them is to be a chapter, publish it as a post and export anew",
			"only published posts are chapters: %s left out", t))
	}
}
