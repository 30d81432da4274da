package docx

import (
	"path"
	"strconv"
	"strings"

	"octavo/book/base/rule"
	"octavo/book/ingest/charset"
	"octavo/book/ingest/web"
)

// elsewhere takes text that stands in a part of another format, as tools leave it that
// make a document of a page: Word reads it when it opens the document. A page is taken,
// and of another format it is told that it is there.
func (b *builder) elsewhere(to relation) {
	data, err := b.data(to.target)
	page := strings.HasSuffix(path.Ext(strings.ToLower(to.target)), "htm") || strings.HasSuffix(strings.ToLower(to.target), "html")
	if to.external || err != nil || data == nil || !page {
		b.left(rule.ImportLeftOut, "open the document in Word, save it, and import it again", "text in another file within the document is left out: "+clip(path.Base(to.target)))
		return
	}
	if b.chunks++; b.chunks > maxChunks {
		return
	}
	a := web.Fragment(charset.Decode(data, "").Text, "")
	for _, n := range a.Notes {
		b.called = append(b.called, n)
		n.Number = len(b.called)
		n.Label = strconv.Itoa(n.Number)
	}
	for src, data := range a.Pictures {
		b.article.Pictures[src] = data
	}
	b.article.Warnings = append(b.article.Warnings, a.Warnings...)
	b.out = append(b.out, a.Blocks...)
}

// maxChunks bounds how many pages within a document are read.
const maxChunks = 20
