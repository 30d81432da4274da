package ingest

import (
	"cmp"

	"octavo/book/ingest/dialect"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/parts"
)

// readMatter reads Markdown in a language, "" to find it.
func readMatter(f Input, data []byte, lang string) ([]*draft.Article, error) {
	s, warnings, err := decode(f.Name, data, "")
	if err != nil {
		return nil, err
	}
	guess := ""
	if lang == "" {
		page := s[:min(len(s), parts.Enough)]
		guess = cmp.Or(parts.Language(page), parts.Likely(page))
	}
	a := dialect.Read(f.Name, s, dialect.Options{Given: lang, Guess: guess, Open: f.Open, Dir: f.Dir})
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}
