package markdown

import (
	"strings"

	"octavo/book"
	"octavo/book/source/rawhtml"
)

// impliedEnd ends the parts of a ruby whose end tags may be left out, before the start of
// another part or the end of the ruby.
func (b *builder) impliedEnd(name string, at int) {
	if !rawhtml.IsRubyPart(name) && name != "ruby" {
		return
	}
	for n := len(b.levels); n > 1 && rawhtml.IsRubyPart(b.levels[n-1].tag.Name); n = len(b.levels) {
		b.closeTag(at)
	}
}

// inRuby reports whether the innermost level is a ruby.
func (b *builder) inRuby() bool {
	n := len(b.levels)
	return n > 0 && b.levels[n-1].tag.Name == "ruby"
}

// readingTag makes the text of a level, an <rt>, the reading of what stands before it in its
// ruby. The level has been closed.
func (b *builder) readingTag(l level) {
	text := rawhtml.Reading(Quote(visible(b.flat[min(l.start, len(b.flat)):]), b.lang))
	b.forget(l)
	if !b.inRuby() || text == "" {
		return
	}
	r := &b.levels[len(b.levels)-1]
	base := visible(b.flat[min(max(r.start, r.base), len(b.flat)):])
	switch {
	case strings.TrimSpace(base) != "":
		ruby := &book.Ruby{Content: append([]book.Inline{}, b.out[r.baseOut:]...), Text: text}
		b.out = append(b.out[:r.baseOut], ruby)
		b.messy = true
	case rawhtml.MoreReading(b.out[:r.baseOut], text): // <rb>a<rb>b<rt>c<rt>d
		return
	default:
		b.raw("("+text+")", l.at)
		b.flush()
	}
	r.base, r.baseOut = len(b.flat), len(b.out)
}

// visible returns text of a builder without what stands for things that are no text.
func visible(flat []byte) string {
	return strings.Map(func(r rune) rune {
		if r == object || r == caller {
			return -1
		}
		return r
	}, string(flat))
}
