package layout

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/typeset/pagebreak"
)

// turn sets a table that is too wide for the text on pages of its own, turned by
// a quarter, so that the depth of the text is its measure. They follow the page of
// what stands above the table.
func (s *section) turn(b *book.Table, fr frame, elem *Element) {
	upright, main := s.job, s.flow
	turned := *upright
	turned.geo.Measure, turned.geo.Lines = upright.geo.Depth(), int(upright.geo.Measure/upright.geo.Baseline)
	s.job, s.flow = &turned, newFlow(0)
	s.block = main.block
	fr.left, fr.right, fr.grid = 0, 0, false
	g := &grid{s: s, b: b, fr: fr, tallest: turned.geo.Depth().Mul(6, 10)}
	g.fit()
	g.place(elem)
	list := s.sides(turned.geo.Depth())
	s.job, s.flow = upright, main
	above := s.lastStrip()
	for _, st := range list {
		st.lower(max(turned.geo.Depth()-st.height, 0) / 2)
		if s.rtl {
			st.mirror(0, turned.geo.Measure)
		}
		st.block = s.block
		s.settle(st)
		s.carry += st.notes
		above.pages = append(above.pages, st)
	}
	s.list = append(s.list, rule.TableTurned.At(b.Pos, "use fewer columns, or shorter words",
		"the table is too wide for the text and was turned onto a page of its own"))
}

// sides divides the flow at hand into pieces of no more than the depth, each with
// the head of its table.
func (s *section) sides(depth unit.Length) []*strip {
	items := make([]pagebreak.Item, len(s.entries))
	for i := range s.entries {
		e := &s.entries[i]
		items[i] = e.item
		if e.head != nil {
			items[i].Head = e.head.height
		}
	}
	opt := pagebreak.Defaults()
	opt.Heights, opt.Unit = []unit.Length{depth}, s.geo.Baseline
	opt.Tolerance = depth
	var out []*strip
	for _, pg := range s.engine.pages.Break(items, nil, opt) {
		var list []*strip
		if pg.Start > 0 && s.entries[pg.Start-1].head != nil {
			list = append(list, s.entries[pg.Start-1].head.copy())
		}
		gap := unit.Length(0)
		for i := pg.Start; i < pg.End; i++ {
			e := &s.entries[i]
			if e.strip == nil {
				gap += e.item.Height
				continue
			}
			e.strip.lower(gap)
			gap = 0
			list = append(list, e.strip)
		}
		out = append(out, join(list))
	}
	return out
}

// lastStrip returns the strip above what is set next.
func (f *flow) lastStrip() *strip {
	for i := len(f.entries) - 1; i >= 0; i-- {
		if st := f.entries[i].strip; st != nil {
			return st
		}
	}
	st := &strip{}
	f.first(st, false)
	return st
}

// turned makes a page of a strip, in the coordinates of a page that is turned.
// The margin at the spine or the fore edge is still to be added. Like a figure that
// has moved on it does not count where the manuscript is divided: the page begins
// with the entry at next.
func (s *section) turned(st *strip, next int) {
	sh := sheet{s: s, n: len(s.out.pages), page: &Page{
		Width: s.geo.Width, Height: s.geo.Height, Turned: true, Upright: s.screen,
	}}
	s.out.pages = append(s.out.pages, sh.page)
	st.move(s.geo.Height-s.geo.Top-s.geo.Depth(), 0)
	for i := range st.dests {
		st.dests[i].y = s.geo.Top
	}
	sh.add(st)
	br := book.PageBreak{Page: sh.n, Chapter: s.chapter}
	placeAt(&br, st)
	for i := next; i < len(s.entries); i++ {
		if s.entries[i].strip != nil && s.known(i) {
			br = book.PageBreak{Page: sh.n, Chapter: s.chapter}
			placeAt(&br, s.entries[i].strip)
			break
		}
	}
	sh.record(br)
}
