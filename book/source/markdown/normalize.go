package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
)

// Normalize brings blocks to the form that Markdown can write: neighbouring
// definition lists are one, a list is tight only when it can be written so, and
// only text has a box before it. Places are in the text or the block that they stand at.
func Normalize(blocks []book.Block) []book.Block {
	blocks = settlePlaces(blocks)
	out := blocks[:0]
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.List:
			for _, it := range b.Items {
				it.Blocks = Normalize(it.Blocks)
				if len(it.Blocks) > 0 && !isParagraph(it.Blocks[0]) {
					it.Task = book.NoTask // a box stands before text
				}
			}
			b.Tight = canBeTight(b, b.Tight)
		case *book.Quote:
			b.Blocks = Normalize(b.Blocks)
		case *book.Division:
			b.Blocks = Normalize(b.Blocks)
			conform(b)
		case *book.DefinitionList:
			for _, d := range b.Items {
				for i := range d.Details {
					d.Details[i] = Normalize(d.Details[i])
				}
			}
			if len(out) > 0 {
				if before, ok := out[len(out)-1].(*book.DefinitionList); ok {
					before.Items = append(before.Items, b.Items...)
					continue
				}
			}
		}
		if _, ok := b.(*book.NewPage); ok && len(out) > 0 && isNewPage(out[len(out)-1]) {
			continue
		}
		out = append(out, b)
	}
	return out
}

func isNewPage(b book.Block) bool {
	_, ok := b.(*book.NewPage)
	return ok
}

// canBeTight reports whether l is tight: a list of one item with one block is
// tight, and a list whose items need a blank line within is not.
func canBeTight(l *book.List, tight bool) bool {
	if len(l.Items) == 1 && len(l.Items[0].Blocks) <= 1 {
		return true
	}
	if !tight {
		return false
	}
	for _, it := range l.Items {
		for i := 1; i < len(it.Blocks); i++ {
			if !follows(it.Blocks[i-1], it.Blocks[i]) {
				return false
			}
		}
		if len(it.Blocks) > 0 && !ends(it.Blocks[len(it.Blocks)-1]) {
			return false
		}
	}
	return true
}

// follows reports whether b can stand right below a, without a blank line.
func follows(a, b book.Block) bool {
	switch a.(type) {
	case *book.Paragraph, *book.Heading, *book.CodeBlock, *book.Break, *book.Formula:
	default:
		return false
	}
	switch b := b.(type) {
	case *book.CodeBlock, *book.Quote, *book.Heading, *book.Formula:
		return true
	case *book.List:
		_, text := a.(*book.Paragraph)
		return b.Tight && (!b.Ordered || b.Start == 1 || !text || !strings.ContainsRune("0123456789", rune(numberMark(b, 0, false)[0]))) && len(b.Items[0].Blocks) > 0
	case *book.Paragraph:
		_, text := a.(*book.Paragraph)
		return !text
	case *book.Figure, *book.Table, *book.DefinitionList, *book.Division, *book.Break, *book.NewPage: // each needs a blank line
	}
	return false
}

// ends reports whether another list item can stand right below b.
func ends(b book.Block) bool {
	switch b := b.(type) {
	case *book.Paragraph, *book.Heading, *book.CodeBlock, *book.Break, *book.NewPage, *book.Formula:
		return true
	case *book.List:
		return b.Tight
	case *book.Quote:
		return len(b.Blocks) == 1 && ends(b.Blocks[0])
	case *book.Figure, *book.Table, *book.DefinitionList, *book.Division: // each needs a blank line
	}
	return false
}

// ranks gives the headings of blocks ranks without gaps, from 2 on, and reports
// each heading whose rank differs from the written one.
func (r *reader) ranks(blocks []book.Block) {
	var open []int // ranks as written of the headings around this one
	top := false
	book.WalkBlocks(blocks, func(b book.Block) bool {
		h, ok := b.(*book.Heading)
		if !ok {
			return true
		}
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		open = append(open, h.Level)
		rank := min(1+len(open), 6)
		expected := h.Level
		if open[0] == 1 {
			expected++
		}
		switch {
		case open[0] == 1 && !top:
			top = true
			r.report(rule.HeadingRank.At(h.Pos, "begin with ##", "a heading with one # has the rank of the chapter's title; it is set as ##"))
		case rank != min(expected, 6):
			r.report(rule.HeadingRank.At(h.Pos, "write "+strings.Repeat("#", rank), "a heading of rank %d where rank %d is next", h.Level, rank))
		}
		h.Level = rank
		return true
	})
}

// ids hands out ids that are unique in a chapter.
type ids struct {
	used map[string]bool
	next map[string]int // the last number tried for a base
}

func (s *ids) take(id string) bool {
	if s.used == nil {
		s.used, s.next = map[string]bool{}, map[string]int{}
	}
	if s.used[id] {
		return false
	}
	s.used[id] = true
	return true
}

// unique returns base, or base with a number when base is taken.
func (s *ids) unique(base string) string {
	if s.take(base) {
		return base
	}
	for i := s.next[base] + 1; ; i++ {
		id := base + "-" + strconv.Itoa(i)
		if s.take(id) {
			s.next[base] = i
			return id
		}
	}
}

// identify gives the headings of blocks their ids and reports a written id that is
// used twice. Written ids are taken first, so that no heading gets an id which another
// place asks for. A place whose id is taken gets another, which is of no use to a link, and
// a heading the one of its words.
func (r *reader) identify(blocks []book.Block) {
	var again []*string
	book.WalkBlocks(blocks, func(b book.Block) bool {
		for id, pos := range book.IDs(b) {
			if r.ids.take(*id) {
				continue
			}
			r.report(rule.IDDuplicate.At(pos, "give each its own", "the id %q is used twice in this chapter", clip(*id)))
			if h, ok := b.(*book.Heading); ok && id == &h.ID {
				h.ID = ""
			} else {
				again = append(again, id)
			}
		}
		return true
	})
	for _, id := range again {
		*id = r.ids.unique(*id)
	}
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok && h.ID == "" {
			h.ID = r.ids.unique(Slug(book.PlainText(h.Content)))
		}
		return true
	})
}

// Slug returns the id that a heading gets by its words, as GitHub makes it: in
// lower case, letters, digits, hyphens and low lines kept, spaces as hyphens.
func Slug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-', r == '_', unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.Pc):
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}
