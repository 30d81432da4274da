package layout

import (
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/typeset/pagebreak"
)

const (
	// noteGap is the white above the rule of the notes, noteRule from there to
	// the first note, in thousandths of the baseline.
	noteGap  = 700
	noteRule = 400
	// floatCost is for each page that a figure moves on by: as much as a page
	// that is about four lines short.
	floatCost = 1800
	// The last page of a chapter should have so many lines of text above what is
	// told of the authors, at a cost.
	lastLines = 6
	lastCost  = 3000
	// unevenCost is for facing pages that do not end on the same line: as much
	// as both of them being seven lines short.
	unevenCost = 10000
	// flexCost is for a paragraph that is a line longer or shorter than is best.
	flexCost = 200
)

// paginate divides the flow into pages.
func (s *section) paginate() {
	s.setNotes()
	items := s.items()
	opt := pagebreak.Defaults()
	base := s.geo.Baseline
	opt.Heights = []unit.Length{s.geo.Depth()}
	opt.Unit, opt.Separator = base, s.separator()
	opt.LastMin, opt.LastCost = lastLines*base+s.tail, lastCost
	opt.FloatCost, opt.UnevenCost, opt.FlexCost = floatCost, unevenCost, flexCost
	if s.geo.Facing {
		opt.Spread = pagebreak.FromRight
	}
	breaks := s.engine.pages.Break(items, s.noteList(), opt)
	for _, worst := range []int{stretched, s.theme.Lines.Tolerance} {
		if !s.uneasy(breaks) || !s.flex(items, worst) {
			break
		}
		breaks = s.engine.pages.Break(items, s.noteList(), opt)
	}
	s.choose(breaks)
	for _, pg := range breaks {
		s.overfull(pg)
		s.page(pg)
	}
}

// overfull reports a page whose content is taller than it is by more than a line, with
// the place of what is tallest on it.
func (s *section) overfull(pg pagebreak.Page) {
	if pg.Overfull <= s.geo.Baseline {
		return
	}
	tallest := &strip{}
	for i := pg.Start; i < pg.End; i++ {
		if st := s.entries[i].strip; st != nil && st.height > tallest.height {
			tallest = st
		}
	}
	outer := s.block
	s.block = tallest.block
	s.list = append(s.list, rule.PageOverfull.At(s.position(), "shorten it, or divide it",
		"what may not be divided is %s taller than the page", pg.Overfull))
	s.block = outer
}

// uneasy reports whether there is a page that is worth setting paragraphs anew for: one
// that is three lines short, does not end where the page does that it faces, or ends the
// chapter with a few lines.
func (s *section) uneasy(pages []pagebreak.Page) bool {
	const short = 3
	for i, pg := range pages {
		switch {
		case pg.Cost >= unevenCost, i == len(pages)-1 && pg.Cost >= lastCost,
			pg.Cost >= 100*short*short && pg.Rest >= short*s.geo.Baseline:
			return true
		}
	}
	return false
}

// items returns the flow in the terms of package pagebreak. A page that begins
// off the grid is longer by what its text needs to come back to it; with a table
// that continues, by the head of the table.
func (s *section) items() []pagebreak.Item {
	items := make([]pagebreak.Item, len(s.entries))
	var sum, start unit.Length // to the next grid strip; from the next strip to it
	grid := false
	for i := len(s.entries) - 1; i >= 0; i-- {
		e := &s.entries[i]
		items[i] = e.item
		switch {
		case e.item.Kind == pagebreak.Penalty:
			if e.head != nil {
				items[i].Head = e.head.height
			}
			if grid {
				items[i].Head += s.missing(items[i].Head + start)
			}
		case e.item.Kind == pagebreak.Float:
			grid = false
		case e.strip != nil && e.strip.grid:
			sum, start, grid = 0, 0, true
		default:
			sum += e.item.Height
			if e.strip != nil {
				start = sum
			}
		}
	}
	release(items, s.geo.Depth())
	return items
}

// release lets a page end within what is kept together where that is taller than the
// page: the terms of a glossary that have one line each, or headings with nothing below
// them. Each is kept with the next, and so they would all run off one page. What the
// end costs is the most that a legal one can.
func release(items []pagebreak.Item, depth unit.Length) {
	var height, rest unit.Length // from the last legal break on; from the last penalty on
	from, last := 0, -1          // the first item behind that break; the last penalty
	for i := range items {
		it := &items[i]
		switch it.Kind {
		case pagebreak.Penalty:
			rest, last = 0, i
			if it.Cost < pagebreak.Never {
				height, from = 0, i+1
			}
		case pagebreak.Box, pagebreak.Glue:
			height, rest = height+it.Height, rest+it.Height
		}
		if height <= depth || last < from {
			continue
		}
		for k := from; k <= last; k++ {
			if items[k].Kind == pagebreak.Penalty {
				items[k].Cost = pagebreak.Never - 1
			}
		}
		height, from = rest, last+1
	}
}

func (s *section) separator() unit.Length { return s.geo.Baseline.Mul(noteGap+noteRule, 1000) }

// A floatPlace is where on its page a figure stands.
type floatPlace uint8

const (
	elsewhere floatPlace = iota
	atTop
	inText
	atFoot
)

const (
	// A figure does not stand between the text and fewer lines than these at the
	// top or the foot of its page: it takes their place. The last page has no foot.
	linesAbove, linesBelow = 3, 5
	// Of figures that have waited for the page the last one goes to the foot
	// when the text between is as many lines.
	linesBetween = 8
)

// floats returns the places of the figures of a page.
func (s *section) floats(pg pagebreak.Page) map[int]floatPlace {
	at := map[int]floatPlace{}
	base := s.geo.Baseline
	waited := 0
	for _, i := range pg.Floats {
		above, below := s.between(pg.Start, i), s.between(i+1, pg.End)
		switch {
		case i < pg.Start:
			waited++
			at[i] = atTop
			if waited > 1 && i == pg.Floats[len(pg.Floats)-1] && s.between(pg.Start, pg.End) >= linesBetween*base {
				at[i] = atFoot
			}
		case above < linesAbove*base:
			at[i] = atTop
		case below < linesBelow*base && pg.End < len(s.entries):
			at[i] = atFoot
		default:
			at[i] = inText
		}
	}
	return at
}

// between returns the height of the text between two entries, but for figures.
func (s *section) between(from, to int) unit.Length {
	var sum unit.Length
	for i := from; i < to; i++ {
		if e := &s.entries[i]; e.item.Kind == pagebreak.Box || e.item.Kind == pagebreak.Glue {
			sum += e.item.Height
		}
	}
	return sum
}

// A sheet is a page while it is filled.
type sheet struct {
	s    *section
	page *Page
	n    int         // number of the page in the section
	y    unit.Length // from the top of the text
	bar  *Rule       // on the page, beside the strips at hand
	of   *Rule       // that it stands for
	// after are the tables on turned pages that follow.
	after []*strip
}

// page fills one page. Positions are relative to the trim, with the left
// margin of the text still to be added.
func (s *section) page(pg pagebreak.Page) {
	sh := sheet{s: s, n: len(s.out.pages), page: &Page{Width: s.geo.Width, Height: s.geo.Height}}
	s.out.pages = append(s.out.pages, sh.page)
	at := s.floats(pg)
	for _, i := range pg.Floats {
		if at[i] == atTop {
			sh.float(s.entries[i].strip, atTop)
		}
	}
	if pg.Start > 0 {
		sh.head(pg.Start)
	}
	sh.mark(pg)
	sh.y += s.drop(pg)
	for i := pg.Start; i < pg.End; i++ {
		e := &s.entries[i]
		sp := s.instead[i]
		if sp != nil && sp.heading {
			sh.y += s.geo.Baseline
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
	for _, i := range pg.Floats {
		if at[i] == atFoot {
			sh.float(s.entries[i].strip, atFoot)
		}
	}
	sh.notes(pg.Notes)
	sh.close()
	for _, st := range sh.after {
		s.turned(st, pg.End)
	}
}

// close turns a page of a section that runs from right to left to the other
// side: all has been set as if lines began at the left.
func (sh *sheet) close() {
	if sh.s.rtl {
		mirrorItems(sh.page.Items, sh.s.geo.Measure)
		mirrorLinks(sh.page.Links, sh.s.geo.Measure)
	}
}

// drop returns by how much a heading at the top of a page is lowered, for the
// text under it to stand on the grid as near to it as elsewhere.
func (s *section) drop(pg pagebreak.Page) unit.Length {
	var sum unit.Length
	for i := pg.Start; i < pg.End; i++ {
		e := &s.entries[i]
		switch {
		case i == pg.Start && (e.strip == nil || !e.strip.heading) || e.item.Kind == pagebreak.Float:
			return 0
		case e.strip != nil && e.strip.grid:
			return s.missing(sum)
		case e.item.Kind != pagebreak.Penalty:
			sum += e.item.Height
		}
	}
	return 0
}

// head repeats the head of the table that continues with entry start.
func (sh *sheet) head(start int) {
	for i := start - 1; i >= 0; i-- {
		if e := &sh.s.entries[i]; e.head != nil {
			sh.place(e.head.copy(), 0)
			sh.y += e.head.height
			return
		} else if e.item.Kind == pagebreak.Box {
			return
		}
	}
}

func (sh *sheet) box(st *strip) {
	if base := sh.s.geo.Baseline; st.grid {
		sh.y += (base - sh.y%base) % base
	}
	sh.place(st, 0)
	sh.y += st.height
}

// float places a figure. At the top of a page all white is below it, at the
// foot above.
func (sh *sheet) float(st *strip, at floatPlace) {
	above := st.height - st.content
	switch at {
	case atTop:
		above = 0
	case inText:
		above /= 2
	}
	sh.place(st, above)
	sh.y += st.height
}

// place moves the content of a strip to its place on the page.
func (sh *sheet) place(st *strip, above unit.Length) {
	y := sh.s.geo.Top + sh.y + above
	st.move(0, y)
	sh.extend(st.bar, y, st.height)
	sh.add(st)
}

// add puts the content of a strip on the page.
func (sh *sheet) add(st *strip) {
	sh.after = append(sh.after, st.pages...)
	sh.page.Items = append(sh.page.Items, st.items...)
	sh.page.Links = append(sh.page.Links, st.links...)
	for _, d := range st.dests {
		d.dest.Page, d.dest.Y = sh.n, d.y
		sh.s.out.dests = append(sh.s.out.dests, d.dest)
	}
}

// extend makes the bar at the left reach down to the strip at y.
func (sh *sheet) extend(bar *Rule, y, h unit.Length) {
	switch {
	case bar == nil:
		sh.of = nil
	case bar == sh.of:
		sh.bar.H = y + h - sh.bar.Y
	default:
		b := *bar
		b.Y, b.H = y, h
		sh.bar, sh.of = &b, bar
		sh.page.Items = append(sh.page.Items, sh.bar)
	}
}

// notes sets the notes of a page at its foot.
func (sh *sheet) notes(list []pagebreak.Piece) {
	if len(list) == 0 {
		return
	}
	s := sh.s
	var total unit.Length
	for _, pc := range list {
		for _, st := range s.notes[pc.Note].strips[pc.From:pc.To] {
			total += st.height
		}
	}
	sh.y = max(s.geo.Depth()-total, 0)
	y := s.geo.Top + sh.y - s.geo.Baseline.Mul(noteRule, 1000)
	sh.page.Items = append(sh.page.Items, newRule(0, y, s.geo.Measure/4, unit.Point/2, Color(s.theme.Colors.Hairline)))
	for _, pc := range list {
		for _, st := range s.notes[pc.Note].strips[pc.From:pc.To] {
			sh.place(st, 0)
			sh.y += st.height
		}
	}
}

// copy returns a copy of a strip whose items are its own.
func (st *strip) copy() *strip {
	out := &strip{height: st.height}
	for _, it := range st.items {
		switch it := it.(type) {
		case *Text:
			c := *it
			out.items = append(out.items, &c)
		case *Rule:
			c := *it
			out.items = append(out.items, &c)
		case *Graphic:
			c := *it
			out.items = append(out.items, &c)
		}
	}
	return out
}
