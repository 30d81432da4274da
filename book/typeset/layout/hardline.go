package layout

import (
	"slices"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// How lines that the author ends stand.
//
// A paragraph whose lines the author ends is a stanza, the head of a letter or its
// signature, also where no block says so. Its lines begin at one edge, that of the indent
// which the paragraph has by its place, and what is turned over begins further to the right,
// as in verse. Most lines must fit the measure: prose in which a break stands here and there,
// as pages of the web have it, is prose.

// ownLines returns the lines of a paragraph that are its author's, nil for prose.
func (s *section) ownLines(b *book.Paragraph, fr frame) [][]book.Inline {
	if fr.style.Align != theme.Justify && fr.style.Align != theme.Left {
		return nil
	}
	lines := verseLines(b.Content)
	if len(lines) < 2 {
		return nil
	}
	fit := 0
	for _, line := range lines {
		if s.verseLength(line, fr.style) <= s.width(fr) {
			fit++
		}
	}
	if 2*fit <= len(lines) {
		return nil
	}
	return lines
}

// hardLines sets the lines of a paragraph that are its author's, nil for prose.
func (s *section) hardLines(b *book.Paragraph, fr frame, indent unit.Length) []*flow.Strip {
	lines := s.ownLines(b, fr)
	if lines == nil {
		return nil
	}
	st := *fr.style
	st.Align, fr.style = theme.Left, &st
	fr.left += indent
	return s.verseLinesOf(lines, fr)
}

// stanzas sets the blocks of a quotation with white between them when one of them is a
// stanza, and reports whether it did.
func (s *section) stanzas(list []book.Block, fr frame) bool {
	if !slices.ContainsFunc(list, func(b book.Block) bool {
		p, ok := b.(*book.Paragraph)
		return ok && s.ownLines(p, fr) != nil
	}) {
		return false
	}
	for i := range list {
		if i > 0 {
			s.Space(fr.style.Leading)
		}
		s.blocks(list[i:i+1], fr)
	}
	return true
}
