package markdown

import (
	"cmp"

	"octavo/book"
	"octavo/book/source/rawhtml"
)

// media adds the words within a film or another page, and a link to it behind them.
func (b *builder) media(l level, content []book.Inline, at int) {
	b.splice(content)
	if b.removed > 0 || b.mute {
		return
	}
	own, told := rawhtml.MediaLink(l.tag, l.source, content, b.d.place(l.at))
	b.d.report(told)
	if own == nil {
		return
	}
	if len(content) > 0 {
		b.space(at)
	}
	b.add(own, object, at)
	b.messy = true
}

// mediaSource gives the address of a <source> to the film that is open around it, and reports
// whether there is one.
func (b *builder) mediaSource(tag rawhtml.Tag) bool {
	address := rawhtml.Source(tag)
	for i := len(b.levels) - 1; i >= 0 && address != ""; i-- {
		if l := &b.levels[i]; rawhtml.ClassOf(l.tag.Name) == rawhtml.Media {
			l.source = cmp.Or(l.source, address)
			return true
		}
	}
	return false
}
