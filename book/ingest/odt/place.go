package odt

import (
	"octavo/book"
	"octavo/book/ingest/draft"
)

// hoist takes the places out of the text of a heading or a caption, which has a name of its own,
// and gives it the first of theirs. The others become other names of that.
func (d *document) hoist(content []book.Inline, id *string) []book.Inline {
	var out []book.Inline
	for _, in := range content {
		s, ok := in.(*book.Span)
		if !ok || s.ID == "" || len(s.Content) > 0 {
			out = append(out, in)
			continue
		}
		if *id == "" {
			*id = s.ID
		}
		d.names[s.ID] = *id
	}
	return out
}

// settlePlaces leads the links within the document to the names that places have now. A link to a
// place that is not in the article loses its sign, so that it is told as a dead one.
func (d *document) settlePlaces() {
	var blocks []book.Block
	for _, b := range d.article.Blocks {
		if b.Role != draft.Title && b.Role != draft.Standfirst {
			blocks = append(blocks, b.Block)
		}
	}
	there := map[string]bool{}
	links := []*book.Link{}
	visit := func(list []book.Block) {
		book.WalkBlocks(list, func(b book.Block) bool {
			switch b := b.(type) {
			case *book.Heading:
				there[b.ID] = true
			case *book.Figure:
				there[b.ID] = true
			case *book.Table:
				there[b.ID] = true
			}
			for _, run := range book.BlockInlines(b) {
				book.WalkInlines(run, func(in book.Inline) bool {
					switch in := in.(type) {
					case *book.Span:
						there[in.ID] = true
					case *book.Link:
						links = append(links, in)
					}
					return true
				})
			}
			return true
		})
	}
	visit(blocks)
	for _, n := range d.article.Notes {
		visit(n.Blocks)
	}
	for _, l := range links {
		if len(l.URL) < 2 || l.URL[0] != '#' {
			continue
		}
		id := l.URL[1:]
		if to := d.names[id]; to != "" {
			id = to
		}
		if l.URL = "#" + id; !there[id] {
			l.URL = id
		}
	}
}
