package flow

import (
	"cmp"
	"slices"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// A Text is a paragraph that can be broken into lines anew.
type Text interface {
	// Fits reports for each number of lines whether the text can be set in so many, none
	// of them worse than a badness.
	Fits(worst int, lines []int) []bool
	// Lines sets the text in a number of lines that it fits.
	Lines(worst, n int) []*Strip
}

// A supple paragraph may be set a line longer or shorter than is best, for the sake of
// its page: what TeX calls looseness. A supple heading may have a line more above it.
type supple struct {
	text        Text // nil for a heading
	first, last int  // entries of its lines
	// looser and tighter are the badness that its worst line may have when it is longer
	// and shorter, 0 when it cannot be.
	looser, tighter int
	instead         []*Strip // its lines when they are others
}

// lines returns the number of lines of a paragraph, or 1.
func (sp *supple) lines() int { return (sp.last-sp.first)/2 + 1 }

// leastFlexible is the number of lines of the shortest paragraph that is set anew. In a
// shorter paragraph a line more or less is shared by so few lines that it shows. By eye.
const leastFlexible = 3

// stretched is the badness of a line whose glue is stretched by all that it has: 100 times
// the cube of the share that is used, as in TeX.
const stretched = 100

// Supple reports whether lines may be replaced by others: running text on a grid that
// nothing refers to.
func Supple(list []*Strip, line unit.Length) bool {
	return len(list) >= leastFlexible && !slices.ContainsFunc(list, func(st *Strip) bool {
		return st.Height != line || len(st.Calls)+len(st.Links)+len(st.Dests) > 0 || slices.ContainsFunc(st.Items, drawing)
	})
}

func drawing(it document.Item) bool {
	_, ok := it.(*document.Graphic)
	return ok
}

// Flexible remembers that the last n strips are the lines of a text that can be set anew.
func (f *Flow) Flexible(t Text, n int) {
	last := len(f.entries) - 1
	f.supple = append(f.supple, supple{text: t, first: last - 2*(n-1), last: last})
}

// Airy remembers a heading whose entries are those from before on: a page may have a line
// more above it, but at its top, where a heading has no white above it.
func (f *Flow) Airy(before int) {
	for i := before; i < len(f.entries); i++ {
		if f.entries[i].item.Kind == pagebreak.Box {
			f.supple = append(f.supple, supple{first: i, last: i, looser: 1})
			return
		}
	}
}

// flex finds the paragraphs that may be longer or shorter with lines that have no more
// than the worst badness, and marks them in items. flex reports whether it found any.
func (f *Flow) flex(items []pagebreak.Item, worst int) bool {
	found := false
	for i := range f.supple {
		sp := &f.supple[i]
		if sp.text == nil {
			items[sp.first].Within, items[sp.first].Looser = true, true
			found = true
			continue
		}
		sp.try(worst)
		if sp.looser+sp.tighter == 0 {
			continue
		}
		found = true
		// Entries of lines and of penalties alternate, so that every second one is a line. A
		// paragraph that a page break divides is not set anew: package pagebreak has to know
		// which lines are one paragraph.
		for k := sp.first + 2; k <= sp.last; k += 2 {
			items[k].Within = true
		}
		items[sp.last].Looser, items[sp.last].Tighter = sp.looser > 0, sp.tighter > 0
	}
	return found
}

// try finds whether a paragraph can be set in a line more and a line less, when that has
// not been found before.
func (sp *supple) try(worst int) {
	if sp.looser > 0 && sp.tighter > 0 {
		return
	}
	var lines []int
	var found []*int
	if sp.looser == 0 {
		lines, found = append(lines, sp.lines()+1), append(found, &sp.looser)
	}
	if sp.tighter == 0 {
		lines, found = append(lines, sp.lines()-1), append(found, &sp.tighter)
	}
	for i, ok := range sp.text.Fits(worst, lines) {
		if ok {
			*found[i] = worst
		}
	}
}

// reset sets a paragraph anew, longer by a line or shorter.
func (s *setter) reset(sp *supple, by int) {
	worst := sp.looser
	if by < 0 {
		worst = sp.tighter
	}
	sp.instead = sp.text.Lines(worst, sp.lines()+by)
	old := s.flow.entries[sp.first].strip
	for _, st := range sp.instead {
		st.From.Of, st.Panel, st.grid = old.From.Of, old.Panel, true
		s.flow.told = append(s.flow.told, st.Told...)
	}
	// What stands on pages of its own behind the paragraph hangs on its last line.
	if n := len(sp.instead); n > 0 {
		below := sp.instead[n-1]
		below.pages = append(below.pages, s.flow.entries[sp.last].strip.pages...)
	}
	s.instead[sp.first] = sp
}

// choose sets anew the longest paragraphs of each page that asks for it: there a line more
// or less shows least. Headings come last.
func (s *setter) choose(pages []pagebreak.Page) {
	s.instead = map[int]*supple{}
	for _, pg := range pages {
		if pg.Flex == 0 {
			continue
		}
		by := cmp.Compare(pg.Flex, 0)
		for _, sp := range s.able(pg, by)[:by*pg.Flex] {
			if sp.text == nil {
				s.instead[sp.first] = sp
			} else {
				s.reset(sp, by)
			}
		}
	}
}

// able returns what a page has as a whole that can be longer, or shorter, the longest first.
func (s *setter) able(pg pagebreak.Page, by int) []*supple {
	var list []*supple
	for i := range s.flow.supple {
		sp := &s.flow.supple[i]
		if sp.text == nil && s.flow.between(pg.Start, sp.first) == 0 {
			continue // it has no white above it
		}
		can := by > 0 && sp.looser > 0 || by < 0 && sp.tighter > 0
		if can && sp.first >= pg.Start && sp.last < pg.End {
			list = append(list, sp)
		}
	}
	slices.SortStableFunc(list, func(a, b *supple) int { return cmp.Compare(b.lines(), a.lines()) })
	return list
}
