package ingest

import (
	"octavo/book/ingest/dialect"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/parts"
)

// readMatter reads Markdown in a language, "" to find it.
func readMatter(name string, data []byte, lang string) ([]*draft.Article, error) {
	s, warnings, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	guess := ""
	if lang == "" {
		guess = parts.Language(s[:min(len(s), parts.Enough)])
	}
	a := dialect.Read(name, s, lang, guess)
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}
