package ingest

import (
	"cmp"
	"strings"

	"octavo/book/ingest/dialect"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/parts"
	"octavo/book/source/markdown"
)

// readMatter reads Markdown, whose language is given, found, or that of the book.
func readMatter(f Input, data []byte, opt Options) ([]*draft.Article, error) {
	s, warnings, err := decode(f.Name, data, "")
	if err != nil {
		return nil, err
	}
	guess := ""
	if opt.Lang == "" {
		page := prose(f.Name, s)
		if guess = parts.Language(page); guess == "" && parts.MayBe(page, opt.Book) {
			guess = opt.Book
		}
		guess = cmp.Or(guess, parts.Likely(page))
	}
	a := dialect.Read(f.Name, s, dialect.Options{Given: opt.Lang, Guess: guess, Open: f.Open, Dir: f.Dir})
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}

// prose returns the first page of the text of a Markdown file, without front matter, which is in
// the language of a program, and code.
func prose(name, s string) string {
	_, s = markdown.Front(name, s)
	var b strings.Builder
	fence := ""
	for line := range strings.Lines(s) {
		mark := strings.TrimSpace(line)
		mark = mark[:min(len(mark), len("```"))]
		switch {
		case fence == "" && (mark == "```" || mark == "~~~"):
			fence = mark
		case mark == fence:
			fence = ""
		case fence == "":
			b.WriteString(line)
		}
		if b.Len() > parts.Enough {
			break
		}
	}
	return b.String()
}
