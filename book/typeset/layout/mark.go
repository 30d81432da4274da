package layout

import (
	"slices"

	"octavo/book"
	"octavo/book/typeset/pagebreak"
)

// A place is a place of the manuscript, for page breaks.
type place struct {
	in  book.Inline // *book.Text, *book.Code, *book.InlineImage or *book.Math; nil when not known
	off int         // in bytes, also into a block of code
}

// mark records where in the manuscript the page begins: with its first strip
// whose place is known. A figure that was moved on from a page before does not
// count, since its place in the text is there.
func (sh *sheet) mark(pg pagebreak.Page) {
	s := sh.s
	br := book.PageBreak{Page: sh.n, Chapter: s.chapter}
	for i := pg.Start; i < len(s.entries) && sh.n > 0; i++ {
		e := &s.entries[i]
		if e.strip == nil || e.item.Kind == pagebreak.Float && i < pg.End && !slices.Contains(pg.Floats, i) {
			continue
		}
		if s.known(i) {
			placeAt(&br, e.strip)
			break
		}
	}
	sh.record(br)
}

// record adds a page break to those of the section.
func (sh *sheet) record(br book.PageBreak) {
	s := sh.s
	if s.chapter != nil {
		s.out.breaks = append(s.out.breaks, br)
		return
	}
	br.Matter, br.Part = s.matterName, s.part
	s.out.matter = append(s.out.matter, br)
}

// placeAt gives a page break the place of a strip.
func placeAt(br *book.PageBreak, st *strip) {
	br.Block, br.Person, br.Offset = st.block, st.person, st.at.off
	if text, ok := st.at.in.(*book.Text); ok {
		br.Text = text
		return
	}
	br.Inline = st.at.in
}

// known reports whether the place of the strip at entry i is known: it has one
// of its own, or is the first of its block or person.
func (s *section) known(i int) bool {
	st := s.entries[i].strip
	if st.at != (place{}) {
		return true
	}
	if st.block == nil && st.person == nil {
		return false
	}
	for i--; i >= 0; i-- {
		if before := s.entries[i].strip; before != nil {
			return before.block != st.block || before.person != st.person
		}
	}
	return true
}
