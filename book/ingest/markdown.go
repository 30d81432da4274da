package ingest

import (
	"cmp"

	"octavo/book/ingest/dialect"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/parts"
)

// readMatter reads Markdown, whose language is given, found, or that of the book.
func readMatter(f Input, data []byte, opt Options) ([]*draft.Article, error) {
	s, warnings, err := decode(f.Name, data, "")
	if err != nil {
		return nil, err
	}
	guess := ""
	if opt.Lang == "" {
		page := s[:min(len(s), parts.Enough)]
		if guess = parts.Language(page); guess == "" && parts.MayBe(page, opt.Book) {
			guess = opt.Book
		}
		guess = cmp.Or(guess, parts.Likely(page))
	}
	a := dialect.Read(f.Name, s, dialect.Options{Given: opt.Lang, Guess: guess, Open: f.Open, Dir: f.Dir})
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}
