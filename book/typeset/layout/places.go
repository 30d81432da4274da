package layout

import "octavo/book"
import "octavo/book/typeset/document"

// places holds a destination for each place that a link may lead to. The map is
// filled before chapters are set, and then only read, by many goroutines.
type places struct {
	of map[placeKey]*document.Dest
}

type placeKey struct {
	chapter *book.Chapter
	anchor  string
}

func newPlaces(b *book.Book) *places {
	p := &places{of: map[placeKey]*document.Dest{}}
	for _, c := range b.Chapters() {
		p.of[placeKey{c, ""}] = &document.Dest{Page: -1}
		for _, bl := range book.BlocksOf(c) {
			for id := range book.IDs(bl) {
				p.add(c, *id)
			}
		}
	}
	return p
}

func (p *places) add(c *book.Chapter, id string) {
	if key := (placeKey{c, id}); id != "" && p.of[key] == nil {
		p.of[key] = &document.Dest{Page: -1}
	}
}

// find returns the destination of an anchor in a chapter, or that of the chapter when the
// anchor is not known.
func (p *places) find(c *book.Chapter, anchor string) *document.Dest {
	if d := p.of[placeKey{c, anchor}]; d != nil {
		return d
	}
	return p.of[placeKey{c, ""}]
}
