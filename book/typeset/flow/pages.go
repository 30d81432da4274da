package flow

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/theme"
)

// The measures and costs of pages. Costs are in hundredths of the square of a line by which
// a page ends early; see below. They were set by eye, and are held by what package report
// finds: with them no page of the sample is short and no spread uneven, in both themes,
// on the screen and in print. Before paragraphs could be flexed it were four pages and one
// spread.
const (
	// noteGap is the white above the rule of the notes, noteRule from there to
	// the first note, in thousandths of the baseline: more than a line in all, so that
	// notes do not read as text. By eye.
	noteGap  = 700
	noteRule = 400
	// floatCost is for each page that a figure moves on by: as much as a page
	// that is about four lines short.
	floatCost = 1800
	// The last page of a chapter should have so many lines of text above what is
	// told of the authors, at a cost: as much as a page that is nine lines short, and less
	// than facing pages that are uneven. Of 1,200 chapters of two to four pages that
	// were set in both themes and media 2 ended with fewer than five lines, 30 at a cost
	// of 3000. The number of lines is by eye.
	lastLines = 6
	// Notes leave one part of so many of a page to the text, where text goes on: two lines above
	// a page of notes are no text.
	textShare = 3
	lastCost  = 9000
	// unevenCost is for facing pages that do not end on the same line: as much
	// as both of them being seven lines short.
	unevenCost = 10000
	// screenCost is the same on screen, where a chapter opens on any page and a reader who
	// shows two pages side by side may begin with either: so each page is to end where the
	// one before does, as far as that can be had by ending both early, by four lines in all
	// at most. Paragraphs are not set anew for it: that made twice as many lines loose.
	screenCost = 400
	// flexCost is for a paragraph that is a line longer or shorter than is best: more
	// than for a page that is one line short, less than for a page that is two lines short.
	flexCost = 200
)

// A Paper is what a flow is divided for.
type Paper struct {
	Geometry theme.Geometry
	Hairline document.Color // of the rule above notes
	RTL      bool           // pages are turned to the other side: lines begin at the right
	Upright  bool           // turned pages are shown so that their text stands upright
	// OuterFirst says that the outer margin of odd pages is at the beginnings of lines, as in
	// a section that runs against its book.
	OuterFirst bool
	// Tail is the height of what ends the flow and should not stand on a page without
	// some lines of text.
	Tail unit.Length
	// Tolerance is the badness of the worst line that a paragraph may have which is set
	// longer or shorter for its page.
	Tolerance int
}

// Pages are a flow divided.
type Pages struct {
	Pages    []*document.Page
	Dests    []*document.Dest // with pages counted from the first
	Starts   []Origin         // of the pages: where the source is divided; zero when not known
	Overfull []Overfull
}

// An Overfull page holds something that is too tall for it.
type Overfull struct {
	Of any         // the [Origin] of what is tallest on it
	By unit.Length // more than a line
}

// A setter divides a flow into pages.
type setter struct {
	flow    *Flow
	paper   *Paper
	instead map[int]*supple // what is set longer or shorter, by its first entry
	out     Pages
}

// Paginate divides the flow into pages. The lines of its notes have been filled. Nothing
// can be added to the flow afterwards: its strips have been moved to their places.
func (f *Flow) Paginate(b *pagebreak.Breaker, paper *Paper) *Pages {
	s := &setter{flow: f, paper: paper}
	pages := s.breaks(b)
	s.choose(pages)
	for _, pg := range pages {
		s.overfull(pg)
		s.page(pg)
	}
	return &s.out
}

// How pages are made to end well.
//
// The first division asks package pagebreak for the cheapest pages of the flow as it
// is. The costs are squares of lines: 100 is a page that is one line short, 400 one that
// is two short. So the costs above read as lines: it is worth 1800, about four lines, to
// keep a figure from moving on by a page.
//
// Lines are all of one height on the grid, and no white is stretched to fill a page. Where
// widows, headings and notes forbid the good breaks, nothing is left but a page
// that ends early. When one of the pages is uneasy, paragraphs are asked whether they
// can be set in a line more or a line less; then all pages are chosen again, with
// those paragraphs as what gives way, at flexCost each. Package pagebreak says
// by how many lines each page is to grow or shrink, and choose takes the longest paragraphs
// of that page, in which a line more is shared by most lines. First paragraphs are asked to
// do it with lines that are stretched by no more than their glue has; only when pages are
// still uneasy, with lines as loose as the theme allows at all. Most chapters are
// easy at once, and pay nothing: asking is what takes time, since each paragraph is
// broken again.
//
// The last page may end anywhere, but should hold lastLines of text above what is
// told of the authors: a bio alone on a page looks lost.

// breaks chooses where pages end. When some end badly, paragraphs may be a line longer or
// shorter: with good lines first, and with lines as bad as any.
func (s *setter) breaks(b *pagebreak.Breaker) []pagebreak.Page {
	f, geo := s.flow, &s.paper.Geometry
	f.land()
	items := f.items(geo.Depth())
	opt := pagebreak.Defaults()
	base := geo.Baseline
	opt.Heights = []unit.Length{geo.Depth()}
	opt.Unit, opt.Separator = base, base.Mul(noteGap+noteRule, 1000)
	opt.TextMin = geo.Depth() / textShare
	opt.LastMin, opt.LastCost = lastLines*base+s.paper.Tail, lastCost
	opt.FloatCost, opt.UnevenCost, opt.FlexCost = floatCost, unevenCost, flexCost
	if opt.Spread = pagebreak.FromRight; !geo.Facing {
		opt.Spread, opt.UnevenCost = pagebreak.Either, screenCost
	}
	pages := b.Break(items, f.noteList(), opt)
	for _, worst := range []int{stretched, s.paper.Tolerance} {
		if !uneasy(pages, base) || !f.flex(items, worst) {
			break
		}
		pages = b.Break(items, f.noteList(), opt)
	}
	return pages
}

// overfull notes a page whose content is taller than it is by more than a line, with
// what is tallest on it.
func (s *setter) overfull(pg pagebreak.Page) {
	if pg.Overfull <= s.paper.Geometry.Baseline {
		return
	}
	tallest := &Strip{}
	for i := pg.Start; i < pg.End; i++ {
		if st := s.flow.entries[i].strip; st != nil && st.Height > tallest.Height {
			tallest = st
		}
	}
	s.out.Overfull = append(s.out.Overfull, Overfull{tallest.From.Of, pg.Overfull})
}

// uneasy reports whether there is a page that is worth setting paragraphs anew for: a page
// that is three lines short, that does not end where its facing page does, or that ends
// the flow with a few lines. Three is by eye: two lines less are seen by those who look for
// them, and each uneasy page costs a second search.
func uneasy(pages []pagebreak.Page, line unit.Length) bool {
	const short = 3
	for i, pg := range pages {
		switch {
		case pg.Cost >= unevenCost, i == len(pages)-1 && pg.Cost >= lastCost,
			pg.Cost >= 100*short*short && pg.Rest >= short*line:
			return true
		}
	}
	return false
}

// items returns the flow in the terms of package pagebreak. A page that begins
// off the grid is longer by what its text needs to come back to it; with a table
// that continues, by the head of the table.
func (f *Flow) items(depth unit.Length) []pagebreak.Item {
	items := make([]pagebreak.Item, len(f.entries))
	var sum, start unit.Length // to the next grid strip; from the next strip to it
	grid := false
	// From the end, so that at each break the way down to the next grid strip is known. That
	// way begins with the first strip, since white at the top of a page is dropped.
	for i := len(f.entries) - 1; i >= 0; i-- {
		e := &f.entries[i]
		items[i] = e.item
		switch {
		case e.item.Kind == pagebreak.Penalty:
			if e.head != nil {
				items[i].Head = e.head.Height
			}
			if grid {
				items[i].Head += f.missing(items[i].Head + start)
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
	release(items, depth)
	return items
}

// release lets a page end within strips that are kept together where these are taller than
// the page: the terms of a glossary that have one line each, or headings with nothing below
// them. Each of these is kept with the next, and so all would run off one page. Such an end
// costs as much as any legal end can.
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
