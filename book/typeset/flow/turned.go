package flow

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// Sides divides the flow into pieces of no more than the depth, each with the head of its
// table.
func (f *Flow) Sides(b *pagebreak.Breaker, depth, line unit.Length) []*Strip {
	items := make([]pagebreak.Item, len(f.entries))
	for i := range f.entries {
		e := &f.entries[i]
		items[i] = e.item
		if e.head != nil {
			items[i].Head = e.head.Height
		}
	}
	opt := pagebreak.Defaults()
	opt.Heights, opt.Unit = []unit.Length{depth}, line
	opt.Tolerance = depth // a piece of a table may be as short as it likes
	var out []*Strip
	for _, pg := range b.Break(items, nil, opt) {
		var list []*Strip
		if pg.Start > 0 && f.entries[pg.Start-1].head != nil {
			list = append(list, f.entries[pg.Start-1].head.copy())
		}
		out = append(out, Join(append(list, f.strips(pg.Start, pg.End)...)))
	}
	return out
}

// Follow puts a strip on a turned page of its own behind the page of the strip that was set
// last. The strip is a piece of a branch, and its calls and what it tells have been adopted.
func (f *Flow) Follow(st *Strip) {
	st.From.Of = f.Of
	f.Settle(st)
	above := f.last()
	above.pages = append(above.pages, st)
}

// last returns the strip that was added last, an empty one when there is none.
func (f *Flow) last() *Strip {
	for i := len(f.entries) - 1; i >= 0; i-- {
		if st := f.entries[i].strip; st != nil {
			return st
		}
	}
	st := &Strip{}
	f.First(st, false)
	return st
}

// turned makes a page of a strip, in the coordinates of a page that is turned.
// The margin at the spine or the fore edge is still to be added. Like a figure that
// has moved on it does not count where the source is divided: the page begins
// with the entry at next.
func (s *setter) turned(st *Strip, next int) {
	geo := &s.paper.Geometry
	sh := s.sheet()
	sh.page.Turned, sh.page.Upright = true, s.paper.Upright
	st.Move(geo.Height-geo.Top-geo.Depth(), 0)
	for i := range st.Dests {
		st.Dests[i].Y = geo.Top
	}
	sh.add(st)
	from := st.From
	for i := next; i < len(s.flow.entries); i++ {
		if s.flow.entries[i].strip != nil && s.flow.known(i) {
			from = s.flow.entries[i].strip.From
			break
		}
	}
	s.out.Starts = append(s.out.Starts, from)
}

// sheet begins a page.
func (s *setter) sheet() *sheet {
	sh := &sheet{setter: s, n: len(s.out.Pages), page: &document.Page{Width: s.paper.Geometry.Width, Height: s.paper.Geometry.Height}}
	s.out.Pages = append(s.out.Pages, sh.page)
	return sh
}
