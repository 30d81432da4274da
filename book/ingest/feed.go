package ingest

import (
	"octavo/book/ingest/draft"
	"octavo/book/ingest/feed"
)

func readFeed(name string, data []byte) ([]*draft.Article, error) {
	s, warnings, err := decode(name, data, label(data))
	if err != nil {
		return nil, err
	}
	list, err := feed.Read(s)
	if err != nil {
		return nil, err
	}
	list[0].Warnings = append(warnings, list[0].Warnings...)
	return list, nil
}
