package layout

import (
	"octavo/book"
	"octavo/book/typeset/flow"
)

// breaks returns the page breaks of a section, which begins at the starts of its pages.
func (s *section) breaks(starts []flow.Origin) []book.PageBreak {
	list := make([]book.PageBreak, len(starts))
	for i, from := range starts {
		list[i] = book.PageBreak{Page: i, Chapter: s.chapter}
		if s.chapter == nil {
			list[i].Matter, list[i].Part = s.matterName, s.part
		}
		placeAt(&list[i], from)
	}
	return list
}

// placeAt gives a page break the place where a strip is from.
func placeAt(br *book.PageBreak, from flow.Origin) {
	switch of := from.Of.(type) {
	case book.Block:
		br.Block = of
	case *book.Person:
		br.Person = of
	}
	br.Offset = from.Off
	if text, ok := from.In.(*book.Text); ok {
		br.Text = text
		return
	}
	br.Inline, _ = from.In.(book.Inline)
}
