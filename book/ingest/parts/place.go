package parts

import (
	"strings"

	"octavo/book"
)

// unlinked takes the addresses from links to headings that are no headings of the
// chapter: to the one that is its title, above all. Their words stay.
func (r *reader) unlinked() {
	gone := map[string]bool{}
	for _, b := range r.article.Blocks {
		if h, ok := b.Block.(*book.Heading); ok && h.ID != "" {
			gone[h.ID] = true
		}
	}
	for _, b := range book.BlocksOf(r.chapter) {
		if h, ok := b.(*book.Heading); ok {
			delete(gone, h.ID)
		}
	}
	if len(gone) == 0 {
		return
	}
	for _, run := range book.RunsOf(r.chapter) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if l, ok := in.(*book.Link); ok {
				if place, within := strings.CutPrefix(l.URL, "#"); within && gone[place] {
					l.URL = ""
				}
			}
			return true
		})
	}
}

// unboxed takes the boxes out of the head of the article, where they would end it, and
// returns a function that puts them back: each before the item that stood behind it, or
// where that was of the head, at the beginning of the body.
func (r *reader) unboxed() (boxed func()) {
	before := map[*item][]*item{} // the boxes before an item
	var waiting, kept []*item
	for i, it := range r.items {
		d, ok := it.Block.Block.(*book.Division)
		if ok && i < edge && (d.Class == book.Box || d.Class == book.PullQuote) {
			waiting = append(waiting, it)
			continue
		}
		if before[it] = waiting; len(waiting) == 0 {
			delete(before, it)
		}
		waiting, kept = nil, append(kept, it)
	}
	all := append([]*item(nil), kept...)
	r.items = kept
	return func() {
		there := map[*item]bool{}
		for _, it := range r.items {
			there[it] = true
		}
		var out []*item
		for _, it := range all {
			if !there[it] {
				out = append(out, before[it]...)
			}
		}
		for _, it := range r.items {
			out = append(append(out, before[it]...), it)
		}
		r.items = append(out, waiting...)
	}
}
