package ingest

import (
	"octavo/book/ingest/docx"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/ebook"
	"octavo/book/ingest/odt"
)

func readWord(_ string, data []byte) ([]*draft.Article, error) {
	a, err := docx.Read(data)
	if err != nil {
		return nil, err
	}
	return []*draft.Article{a}, nil
}

func readOpenDocument(_ string, data []byte) ([]*draft.Article, error) {
	read := odt.Read
	if odt.IsFlat(data) {
		read = odt.ReadFlat
	}
	a, err := read(data)
	if err != nil {
		return nil, err
	}
	return []*draft.Article{a}, nil
}

func readEbook(_ string, data []byte) ([]*draft.Article, error) { return ebook.Read(data) }
