package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/pagebreak"
)

// An entry is an item of package pagebreak with what it stands for.
type entry struct {
	item  pagebreak.Item
	strip *strip // of a box or a float
	head  *strip // repeated at the top of the page after a break here
}

// A flow is a column of text of any length: strips, the space between them and
// the breaks that are legal.
//
// Invariant: strips that stand on the grid do so as long as the pages above are
// full; what is off the grid between them adds up to whole lines.
type flow struct {
	entries  []entry
	baseline unit.Length  // of the grid; 0 for a flow without
	gap      unit.Length  // space before the next strip
	cost     int32        // of a break there
	owed     int          // lines that must still follow on the same page
	pos      unit.Length  // height so far, less whole lines
	absorb   int          // glue that takes what is missing to a whole line, -1 for none
	share    bool         // it takes only half of it
	prefix   []Item       // stands before the items of the next strip
	block    book.Block   // at hand
	person   *book.Person // likewise
	carry    int32        // notes that the next box calls for others
	repeat   *strip       // head of the table at hand
}

func newFlow(baseline unit.Length) *flow { return &flow{baseline: baseline, absorb: -1} }

// space asks for white before the next strip; of two the greater one counts.
func (f *flow) space(l unit.Length) { f.gap = max(f.gap, l) }

// keep forbids a page break before the next strip.
func (f *flow) keep() { f.cost = pagebreak.Never }

func (f *flow) add(it pagebreak.Item, st *strip) {
	f.entries = append(f.entries, entry{item: it, strip: st})
	f.pos += it.Height
	if f.baseline > 0 {
		f.pos %= f.baseline
	}
}

// missing returns what is wanting to a whole line at height h.
func (f *flow) missing(h unit.Length) unit.Length {
	if f.baseline == 0 {
		return 0
	}
	return (f.baseline - h%f.baseline) % f.baseline
}

// begin puts the space and the break before a strip.
func (f *flow) begin(grid bool) {
	gap := f.gap
	if grid {
		gap = f.align(gap)
		f.absorb = -1
	}
	if f.owed > 0 && f.cost > pagebreak.Always {
		f.cost = pagebreak.Never
	}
	if len(f.entries) > 0 {
		f.entries = append(f.entries, entry{item: pagebreak.Item{Kind: pagebreak.Penalty, Cost: f.cost}, head: f.repeat})
		f.add(pagebreak.Item{Kind: pagebreak.Glue, Height: gap}, nil)
	}
	f.gap, f.cost = 0, 0
}

// align makes up the whole line that the text before a grid strip lacks, in
// the space above that text when there is one, and in gap.
func (f *flow) align(gap unit.Length) unit.Length {
	want := f.missing(f.pos + gap)
	if want == 0 || f.absorb < 0 {
		return gap + want
	}
	above := want
	if f.share {
		above = want / 2
	}
	f.entries[f.absorb].item.Height += above
	f.pos += above
	return gap + want - above
}

// first adds the first strip of a block.
func (f *flow) first(st *strip, grid bool) {
	f.begin(grid)
	f.box(st, grid)
}

// next adds a further strip of a block, with the cost of a break before it.
func (f *flow) next(st *strip, cost int32, grid bool) {
	if f.owed > 0 {
		cost = pagebreak.Never
	}
	f.entries = append(f.entries, entry{item: pagebreak.Item{Kind: pagebreak.Penalty, Cost: cost}, head: f.repeat})
	f.box(st, grid)
}

func (f *flow) box(st *strip, grid bool) {
	if len(f.prefix) > 0 {
		st.items = append(f.prefix, st.items...)
		f.prefix = nil
	}
	st.block, st.person, st.grid = f.block, f.person, grid
	f.owed = max(f.owed-1, 0)
	f.add(pagebreak.Item{Kind: pagebreak.Box, Height: st.height, Notes: st.notes + f.carry}, st)
	f.carry = 0
}

// balance makes the space before the next strip take what the block lacks to a
// whole line, or half of it.
func (f *flow) balance(half bool) {
	if (f.absorb < 0 || !half) && len(f.entries) > 0 {
		f.absorb, f.share = len(f.entries)+1, half // the glue after the penalty
	}
}

// float adds a figure that may move on. Its height includes the space around
// it and is made up to whole lines.
func (f *flow) float(st *strip, white unit.Length) {
	f.begin(false)
	st.block = f.block
	st.content = st.height
	st.height += white
	st.height += f.missing(st.height)
	f.carry += st.notes // a float calls none itself
	f.add(pagebreak.Item{Kind: pagebreak.Float, Height: st.height}, st)
}

// strips returns the strips of a flow that is not divided into pages here; the
// space between two is part of the lower one.
func (f *flow) strips() []*strip {
	var list []*strip
	var gap unit.Length
	for _, e := range f.entries {
		switch {
		case e.strip == nil:
			gap += e.item.Height
		default:
			e.strip.lower(gap)
			gap = 0
			list = append(list, e.strip)
		}
	}
	return list
}

// lower puts white above the content of a strip.
func (st *strip) lower(by unit.Length) {
	if by == 0 {
		return
	}
	st.move(0, by)
	st.height += by
}

// move shifts what stands in a strip.
func (st *strip) move(dx, dy unit.Length) {
	moveItems(st.items, dx, dy)
	for i := range st.links {
		st.links[i].X += dx
		st.links[i].Y += dy
	}
	for i := range st.dests {
		st.dests[i].y += dy
	}
}

func moveItems(items []Item, dx, dy unit.Length) {
	for _, it := range items {
		switch it := it.(type) {
		case *Text:
			it.X, it.Y = it.X+dx, it.Y+dy
		case *Rule:
			it.X, it.Y = it.X+dx, it.Y+dy
		case *Graphic:
			it.X, it.Y = it.X+dx, it.Y+dy
		}
	}
}

// join stacks strips into one that is not divided.
func join(list []*strip) *strip {
	out := &strip{}
	for _, st := range list {
		st.move(0, out.height)
		out.items = append(out.items, st.items...)
		out.links = append(out.links, st.links...)
		out.dests = append(out.dests, st.dests...)
		out.notes += st.notes
		if out.at.in == nil {
			out.at = st.at
		}
		out.height += st.height
	}
	return out
}

// height returns the height of all that the flow has.
func (f *flow) height() unit.Length {
	var sum unit.Length
	for i := range f.entries {
		sum += f.entries[i].item.Height
	}
	return sum
}
