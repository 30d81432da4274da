package web

import (
	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// mottoNames are names of elements that hold a motto, sourceNames of who said it.
var (
	mottoNames  = []string{"epigraph", "epigraphe", "epigraf", "motto"}
	sourceNames = []string{"attribution", "source", "signature", "citation", "epigraph source", "epigraph author"}
)

// maxMotto is the text, in bytes, below which an element is a motto by its name; by eye,
// some verses.
const maxMotto = 1500

// isMotto reports whether e is a motto.
func isMotto(e *el) bool {
	switch e.Name() {
	case "div", "blockquote", "section", "p":
		return e.size > 0 && e.size < maxMotto && e.named(mottoNames) && !e.holds("img") && e.find(func(n *el) bool { return n.Name() == "h1" || isHeadingName(n.Name()) }) == nil
	}
	return false
}

// motto reads a motto, whose last line is its source where it is named for that.
func (r *reader) motto(e *el) {
	blocks, _ := rawhtml.Blocks([]rawhtml.Element{e.Element})
	d := &book.Division{Class: book.Epigraph, Blocks: unwrapped(blocks)}
	if n := len(d.Blocks); n > 1 {
		if p, ok := d.Blocks[n-1].(*book.Paragraph); ok && isSource(e, p) {
			if cite, ok := p.Content[0].(*book.Styled); ok && cite.Style == book.Cite && len(p.Content) == 1 {
				p.Content = cite.Content
			}
			d.Blocks[n-1] = &book.Division{Class: book.Signature, Blocks: []book.Block{p}}
		}
	}
	if len(d.Blocks) > 0 {
		r.out = append(r.out, draft.Block{Block: d})
	}
}

// isSource reports whether the last paragraph of a motto says who said it.
func isSource(e *el, p *book.Paragraph) bool {
	if s, ok := p.Content[0].(*book.Styled); ok && len(p.Content) == 1 && s.Style == book.Cite {
		return true
	}
	all := e.all("p")
	return len(all) > 0 && all[len(all)-1].named(sourceNames) || dashed(book.PlainText(p.Content))
}

// dashed reports whether a line begins with the dash that stands before a source.
func dashed(s string) bool {
	for _, r := range s {
		return r == '—' || r == '–' || r == '―'
	}
	return false
}
