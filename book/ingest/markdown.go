package ingest

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"octavo/book"
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
	if isBlank(a) {
		return nil, errors.New("there is no text in it")
	}
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}

// isBlank reports whether an article has nothing for readers.
func isBlank(a *draft.Article) bool {
	return len(a.Title) == 0 && a.Lead == nil && a.Front == "" && len(a.Notes) == 0 && !slices.ContainsFunc(a.Blocks, func(b draft.Block) bool {
		_, rule := b.Block.(*book.Break)
		return !rule
	})
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
