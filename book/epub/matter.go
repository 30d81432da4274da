package epub

import "octavo/book"

// A navItem is an entry of the table of contents.
type navItem struct {
	doc  *document
	kids []navItem
}

// tree returns the documents as the navigation shows them: chapters under their
// parts, two levels, as deep as Kindle takes them.
func (p *plan) tree() []navItem {
	var list []navItem
	within := -1 // index of the part that is open
	for _, d := range p.docs {
		switch {
		case d.part != nil:
			within = len(list)
			list = append(list, navItem{doc: d})
		case d.chapter != nil && within >= 0 && p.inPart(list[within].doc.part, d.chapter):
			list[within].kids = append(list[within].kids, navItem{doc: d})
		default:
			list = append(list, navItem{doc: d})
		}
	}
	return list
}

func (p *plan) inPart(part *book.Part, c *book.Chapter) bool {
	for _, pc := range part.Chapters {
		if pc == c {
			return true
		}
	}
	return false
}
