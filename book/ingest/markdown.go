package ingest

import (
	"octavo/book/ingest/dialect"
	"octavo/book/ingest/draft"
)

func readMatter(name string, data []byte) ([]*draft.Article, error) {
	s, warnings, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	a := dialect.Read(name, s)
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}
