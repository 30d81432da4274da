package ingest

import (
	"octavo/book/ingest/docx"
	"octavo/book/ingest/draft"
)

func readWord(_ string, data []byte) ([]*draft.Article, error) {
	a, err := docx.Read(data)
	if err != nil {
		return nil, err
	}
	return []*draft.Article{a}, nil
}
