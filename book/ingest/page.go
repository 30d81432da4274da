package ingest

import (
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/web"
)

// charsetForm finds the encoding that a page states about itself.
var charsetForm = pattern.Later(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_:-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*["']([a-z0-9_:-]{2,40})`)

// label returns the encoding that a page or feed states in its first bytes.
func label(data []byte) string {
	m := charsetForm().FindSubmatch(data[:min(len(data), look)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2])
}

func readPage(name string, data []byte) ([]*draft.Article, error) {
	s, warnings, err := decode(name, data, label(data))
	if err != nil {
		return nil, err
	}
	a, err := web.Read(s)
	if err != nil {
		return nil, err
	}
	a.Warnings = append(warnings, a.Warnings...)
	return []*draft.Article{a}, nil
}
