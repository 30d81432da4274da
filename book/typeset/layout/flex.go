package layout

import (
	"cmp"
	"slices"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/linebreak"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/theme"
)

// A supple paragraph may be set a line longer or shorter than is best, for the sake of
// its page: what TeX calls looseness. A supple heading may have a line more above it.
type supple struct {
	heading     bool
	text        *book.Paragraph
	frame       frame
	indent      unit.Length
	lang        string
	first, last int // entries of its lines
	// looser and tighter are the badness that its worst line may have when it is longer
	// and shorter, 0 when it cannot be.
	looser, tighter int
	instead         []*strip // its lines when they are others
}

// lines returns the number of lines of a paragraph, or 1.
func (sp *supple) lines() int { return (sp.last-sp.first)/2 + 1 }

// leastFlexible is the number of lines of the shortest paragraph that is set anew: in a
// shorter one it shows.
const leastFlexible = 3

// stretched is the badness of a line whose glue is stretched by all that it has.
const stretched = 100

// canFlex reports whether a paragraph of these lines in a frame may be set anew: running
// text on the grid that nothing refers to.
func (s *section) canFlex(fr frame, list []*strip) bool {
	if s.dry || !fr.grid || fr.left+fr.right > 0 || fr.style.Align != theme.Justify || len(list) < leastFlexible {
		return false
	}
	return !slices.ContainsFunc(list, func(st *strip) bool {
		return st.height != s.geo.Baseline || st.notes > 0 || len(st.links)+len(st.dests) > 0 || slices.ContainsFunc(st.items, drawing)
	})
}

func drawing(it Item) bool {
	_, ok := it.(*Graphic)
	return ok
}

// flexible remembers a paragraph of n lines that has just been added to the flow.
func (s *section) flexible(b *book.Paragraph, fr frame, indent unit.Length, n int) {
	last := len(s.entries) - 1
	s.supple = append(s.supple, supple{text: b, frame: fr, indent: indent, lang: s.lang, first: last - 2*(n-1), last: last})
}

// airy remembers a heading of which the entries from before on are: at the top of a page
// it has no white above it.
func (s *section) airy(fr frame, before int) {
	if s.dry || !fr.grid || fr.left+fr.right > 0 {
		return
	}
	for i := before; i < len(s.entries); i++ {
		if s.entries[i].item.Kind == pagebreak.Box {
			s.supple = append(s.supple, supple{heading: true, first: i, last: i, looser: 1})
			return
		}
	}
}

// flex finds the paragraphs that may be longer or shorter with lines that have no more
// than the worst badness, and says so in items. It reports whether there is any.
func (s *section) flex(items []pagebreak.Item, worst int) bool {
	found := false
	for i := range s.supple {
		sp := &s.supple[i]
		if sp.heading {
			items[sp.first].Within, items[sp.first].Looser = true, true
			found = true
			continue
		}
		s.tryLines(sp, worst)
		if sp.looser+sp.tighter == 0 {
			continue
		}
		found = true
		for k := sp.first + 2; k <= sp.last; k += 2 {
			items[k].Within = true
		}
		items[sp.last].Looser, items[sp.last].Tighter = sp.looser > 0, sp.tighter > 0
	}
	return found
}

// tryLines tries to break a paragraph into a line more and a line less, when that has not
// been found before.
func (s *section) tryLines(sp *supple, worst int) {
	if sp.looser > 0 && sp.tighter > 0 {
		return
	}
	p := s.again(sp)
	if p == nil {
		return
	}
	if sp.looser == 0 && p.inLines(sp.lines()+1, worst) != nil {
		sp.looser = worst
	}
	if sp.tighter == 0 && p.inLines(sp.lines()-1, worst) != nil {
		sp.tighter = worst
	}
}

// again makes a paragraph the one at hand, ready to be broken; nil when it is empty, or
// longer than a portion.
func (s *section) again(sp *supple) *paragraph {
	lang := s.lang
	s.lang = sp.lang
	defer func() { s.lang = lang }()
	p := s.paragraph(sp.frame.style)
	p.add(sp.text.Content, s.look(sp.frame.style, s.lang, sp.frame.elem))
	if !s.divide(p, sp.frame) || !p.done() {
		return nil
	}
	p.itemize(atAll, sp.indent)
	return p
}

// inLines breaks the paragraph into n lines, nil when it cannot be done without lines of
// more than the worst badness, or a runt.
func (p *paragraph) inLines(n, worst int) []linebreak.Break {
	opt := p.options(p.widths(p.measure))
	opt.PreTolerance, opt.Tolerance = min(opt.PreTolerance, worst), min(opt.Tolerance, worst)
	breaks, ok := p.set.lines.TryLines(p.items.items, opt, n)
	if !ok || breaks[n-1].Natural < opt.LastLineMin {
		return nil
	}
	return breaks
}

// reset sets a paragraph anew, longer by a line or shorter.
func (s *section) reset(sp *supple, by int) {
	worst := sp.looser
	if by < 0 {
		worst = sp.tighter
	}
	block := s.block
	s.block = sp.text
	p := s.again(sp)
	sp.instead = s.drawn(p, p.inLines(sp.lines()+by, worst), sp.frame, sp.indent, nil)
	s.block = block
	old := s.entries[sp.first].strip
	for _, st := range sp.instead {
		st.block, st.person, st.bar, st.grid = old.block, old.person, old.bar, true
	}
	s.instead[sp.first] = sp
}

// choose sets anew the longest paragraphs of each page that asks for it: there a line more
// or less shows least. Headings come last.
func (s *section) choose(pages []pagebreak.Page) {
	s.instead = map[int]*supple{}
	for _, pg := range pages {
		if pg.Flex == 0 {
			continue
		}
		by := cmp.Compare(pg.Flex, 0)
		var list []*supple
		for i := range s.supple {
			sp := &s.supple[i]
			able := by > 0 && sp.looser > 0 || by < 0 && sp.tighter > 0
			if sp.heading && s.between(pg.Start, sp.first) == 0 {
				continue // it has no white above it
			}
			if able && sp.first >= pg.Start && sp.last < pg.End {
				list = append(list, sp)
			}
		}
		slices.SortStableFunc(list, func(a, b *supple) int { return cmp.Compare(b.lines(), a.lines()) })
		for _, sp := range list[:by*pg.Flex] {
			if sp.heading {
				s.instead[sp.first] = sp
			} else {
				s.reset(sp, by)
			}
		}
	}
}
