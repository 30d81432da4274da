package xhtml

import (
	"strings"
	"unicode"

	"octavo/book"
)

// Opening writes the first blocks of an article. The paragraph that it begins
// with has the class "first", for an initial, and its first words the class
// "lead-in", for small capitals: as many as are given, or up to the end of a
// clause.
func (r *Renderer) Opening(list []book.Block, words int) {
	for len(list) > 0 && isEpigraph(list[0]) {
		r.Block(list[0])
		list = list[1:]
	}
	if len(list) > 0 {
		if p, ok := list[0].(*book.Paragraph); ok {
			r.leadIn = words
			r.paragraph(p, "first")
			r.leadIn = 0
			r.Newline()
			list = list[1:]
		}
	}
	r.Blocks(list)
}

// isEpigraph reports whether a block is a motto, behind which an article begins.
func isEpigraph(b book.Block) bool {
	d, ok := b.(*book.Division)
	return ok && d.Class == book.Epigraph
}

// lead writes what of the lead-in stands at the beginning of s and returns its
// length. A lead-in goes on through links and emphasis.
func (r *Renderer) lead(s string) int {
	if r.stress { // which goes before
		r.leadIn = 0
	}
	if r.leadIn == 0 {
		return 0
	}
	n, left := leadIn(s, r.leadIn)
	n = len(strings.TrimRight(s[:n], " "))
	r.leadIn = left
	if n > 0 {
		r.Element("span", s[:n], "class", "lead-in")
	}
	return n
}

// leadIn returns the length of the first words of s, up to the end of a clause,
// and how many are still to come; 0 when they are in a script without capitals.
func leadIn(s string, words int) (n, left int) {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic):
			return 0, 0
		case strings.ContainsRune(".,;:!?—", r):
			return i, 0
		case r == ' ':
			if words--; words == 0 {
				return i, 0
			}
		}
	}
	return len(s), words
}
