package web

import (
	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// pullNames are names of words of the text that are shown once more, as an eye-catcher.
var pullNames = []string{"pullquote", "pull quote"}

// isPull reports whether e is a pull quote, which may be any element that holds text: an
// <aside>, which else is furniture, a <figure> round a quotation, a <blockquote>.
func isPull(e *el) bool {
	return e.IsBlock() && e.size > 0 && e.size < maxPull && e.links*2 < e.size && e.named(pullNames) && !e.holds("img")
}

// maxPull is the text, in bytes, below which an element is a pull quote by its name; by
// eye, three long sentences. More text is a part of the article that has one.
const maxPull = 600

// pull reads a pull quote.
func (r *reader) pull(e *el) {
	blocks, _ := rawhtml.Blocks([]rawhtml.Element{e.Element})
	d := &book.Division{Class: book.PullQuote, Blocks: unwrapped(blocks)}
	if len(d.Blocks) > 0 {
		r.out = append(r.out, draft.Block{Block: d})
	}
}

// unwrapped returns blocks without the quotations and boxes around them.
func unwrapped(list []book.Block) []book.Block {
	var out []book.Block
	for _, b := range list {
		switch b := b.(type) {
		case *book.Quote:
			out = append(out, unwrapped(b.Blocks)...)
		case *book.Division:
			out = append(out, unwrapped(b.Blocks)...)
		default:
			out = append(out, b)
		}
	}
	return out
}
