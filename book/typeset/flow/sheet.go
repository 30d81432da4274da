package flow

import (
	"slices"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// A sheet is a page while it is filled.
type sheet struct {
	*setter
	page   *document.Page
	n      int         // number of the page in the flow
	y      unit.Length // from the top of the text
	panels []shown     // those that the last strip stands in, the outermost first
	// after are the tables on turned pages that follow.
	after []*Strip
}

// page fills one page. Positions are relative to the trim, with the left
// margin of the text still to be added.
func (s *setter) page(pg pagebreak.Page) {
	f, sh := s.flow, s.sheet()
	at := f.floats(pg)
	sh.floats(pg, at, atTop)
	if pg.Start > 0 {
		sh.head(pg.Start)
	}
	s.out.Starts = append(s.out.Starts, f.start(pg, sh.n))
	sh.y += f.drop(pg)
	resumed := f.resumed(pg)
	for i := pg.Start; i < pg.End; i++ {
		e := &f.entries[i]
		if i == resumed {
			sh.floats(pg, at, behind)
		}
		// A heading has a line more above it; a paragraph has other lines, for which its
		// entries are passed over.
		sp := s.instead[i]
		if sp != nil && sp.text == nil {
			sh.y += s.paper.Geometry.Baseline
		} else if sp != nil {
			for _, st := range sp.instead {
				sh.box(st)
			}
			i = sp.last
			continue
		}
		switch e.item.Kind {
		case pagebreak.Box:
			sh.box(e.strip)
		case pagebreak.Glue:
			sh.y += e.item.Height
		case pagebreak.Float:
			if at[i] == inText {
				sh.float(e.strip, inText)
			}
		}
	}
	if resumed >= pg.End {
		sh.floats(pg, at, behind)
	}
	sh.floats(pg, at, atFoot)
	sh.notes(pg.Notes)
	sh.close()
	for _, st := range sh.after {
		s.turned(st, pg.End)
	}
}

// close turns a page of a section that runs from right to left to the other
// side: all has been set as if lines began at the left.
func (sh *sheet) close() {
	if sh.paper.RTL {
		document.Mirror(sh.page.Items, sh.paper.Geometry.Measure)
		document.MirrorLinks(sh.page.Links, sh.paper.Geometry.Measure)
	}
}

// start returns where the source is divided by page n: what its first strip shows
// whose place is known. A figure that was moved on from a page before does not
// count, since its place in the text is there.
func (f *Flow) start(pg pagebreak.Page, n int) Origin {
	for i := pg.Start; i < len(f.entries) && n > 0; i++ {
		e := &f.entries[i]
		if e.strip == nil || e.item.Kind == pagebreak.Float && i < pg.End && !slices.Contains(pg.Floats, i) {
			continue
		}
		if f.known(i) {
			return e.strip.From
		}
	}
	return Origin{}
}

// known reports whether the origin of the strip at entry i is known: the strip has an
// origin of its own, or is the first strip of its block or person.
func (f *Flow) known(i int) bool {
	st := f.entries[i].strip
	if st.From.known() {
		return true
	}
	if st.From.Of == nil {
		return false
	}
	for i--; i >= 0; i-- {
		if before := f.entries[i].strip; before != nil {
			return before.From.Of != st.From.Of
		}
	}
	return true
}

// drop returns by how much a heading at the top of a page is lowered, for the
// text under it to stand on the grid as near to it as elsewhere.
func (f *Flow) drop(pg pagebreak.Page) unit.Length {
	var sum unit.Length
	for i := pg.Start; i < pg.End; i++ {
		e := &f.entries[i]
		switch {
		case i == pg.Start && (e.strip == nil || !e.strip.Heading) || e.item.Kind == pagebreak.Float:
			return 0
		case e.strip != nil && e.strip.grid:
			return f.missing(sum)
		case e.item.Kind != pagebreak.Penalty:
			sum += e.item.Height
		}
	}
	return 0
}

// head repeats the head of the table that continues with entry start.
func (sh *sheet) head(start int) {
	for i := start - 1; i >= 0; i-- {
		if e := &sh.flow.entries[i]; e.head != nil {
			sh.place(e.head.copy(), 0)
			sh.y += e.head.Height
			return
		} else if e.item.Kind == pagebreak.Box {
			return
		}
	}
}

func (sh *sheet) box(st *Strip) {
	if base := sh.paper.Geometry.Baseline; st.grid {
		sh.y += (base - sh.y%base) % base
	}
	sh.place(st, 0)
	sh.y += st.Height
}

// place moves the content of a strip to its place on the page.
func (sh *sheet) place(st *Strip, above unit.Length) {
	y := sh.paper.Geometry.Top + sh.y + above
	if st.Outward != nil && (sh.n%2 == 1) != sh.paper.OuterFirst {
		st.Outward.turn(st)
	}
	st.Move(0, y)
	sh.extend(st.Panel, y, st.Height)
	sh.add(st)
}

// add puts the content of a strip on the page.
func (sh *sheet) add(st *Strip) {
	sh.after = append(sh.after, st.pages...)
	sh.page.Items = append(sh.page.Items, st.Items...)
	sh.page.Links = append(sh.page.Links, st.Links...)
	for _, d := range st.Dests {
		d.To.Page, d.To.Y = sh.n, d.Y
		if d.Elem != nil {
			d.To.Elem = d.Elem
		}
		sh.out.Dests = append(sh.out.Dests, d.To)
	}
}

// notes sets the notes of a page at its foot.
func (sh *sheet) notes(list []pagebreak.Piece) {
	if len(list) == 0 {
		return
	}
	var lines []*Strip
	for _, pc := range list {
		lines = append(lines, sh.flow.calls[pc.Note].Note.Lines[pc.From:pc.To]...)
	}
	geo := &sh.paper.Geometry
	sh.y = max(geo.Depth()-Height(lines), 0)
	y := geo.Top + sh.y - geo.Baseline.Mul(noteRule, 1000)
	// A quarter of the measure and half a point thick: a rule over the whole measure would
	// look like the end of the page. By eye.
	sh.page.Items = append(sh.page.Items, document.NewRule(0, y, geo.Measure/4, unit.Point/2, sh.paper.Hairline))
	for _, st := range lines {
		sh.place(st, 0)
		sh.y += st.Height
	}
}
