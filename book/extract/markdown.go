package extract

import (
	"octavo/book/extract/draft"
	"octavo/book/extract/matter"
)

func readMatter(name string, data []byte) ([]*draft.Article, error) {
	s, warnings, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	a := matter.Read(name, s)
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}
