package layout

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/typeset/document"
)

// turn sets a table that is too wide for the text on pages of its own, turned by
// a quarter, so that the depth of the text is its measure. These pages follow the page of
// the text above the table.
func (s *section) turn(b *book.Table, fr frame, elem *document.Element) {
	job := *s.job
	job.geo.Measure, job.geo.Lines = s.geo.Depth(), int(s.geo.Measure/s.geo.Baseline)
	t := *s
	t.job, t.Flow = &job, s.Branch()
	t.Of = s.Of
	fr.left, fr.right, fr.grid = 0, 0, false
	g := t.newGrid(b, fr)
	g.turned = true
	if !g.fit() {
		g.tell()
	}
	g.place(elem)
	sides := t.Sides(&s.engine.pages, t.geo.Depth(), t.geo.Baseline)
	s.Adopt(&t.Flow)
	for _, st := range sides {
		st.Lower(max(t.geo.Depth()-st.Height, 0) / 2)
		if s.rtl {
			st.Mirror(0, t.geo.Measure)
		}
		s.Follow(st)
	}
	s.Tell(rule.TableTurned.At(b.Pos, "use fewer columns, or shorter words",
		"the table is too wide for the text and was turned onto a page of its own"))
}
