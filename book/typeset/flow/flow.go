package flow

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// An entry is an item of package pagebreak with the strip that the item stands for.
type entry struct {
	item  pagebreak.Item
	strip *Strip // of a box or a float
	head  *Strip // repeated at the top of the page after a break here
}

// A Flow is a column of text of any length: strips, the space between them and
// the breaks that are legal, and what the strips have brought about. A flow is a value: to
// try something, a caller sets it in another flow, and drops that flow or adopts it.
//
// Invariant: strips that stand on the grid do so as long as the pages above are
// full; what is off the grid between them adds up to whole lines.
type Flow struct {
	Gap    unit.Length     // space before the next strip
	Cost   int32           // of a break there
	Owed   int             // lines that must still follow on the same page
	Of     any             // the [Origin] of what is added
	Prefix []document.Item // stands before the items of the next strip
	Repeat *Strip          // head of the table at hand
	Panel  *Panel          // in which strips stand that name none
	// Against is the measure while what is added runs against the direction of the flow, and
	// is turned to the other side; else 0.
	Against unit.Length

	entries  []entry
	baseline unit.Length // of the grid; 0 for a flow without
	pos      unit.Length // height so far, less whole lines
	absorb   int         // glue that takes what is missing to a whole line, -1 for none
	share    bool        // that glue takes only half of what is missing
	carry    int32       // notes that the next box calls for others
	anchors  []Dest      // that stand at the next strip which is settled
	held     map[*document.Dest]bool
	calls    []Call // the first of each note
	called   map[*Note]bool
	told     []any
	supple   []supple
}

// New returns an empty flow with lines of a grid, 0 for a flow without.
func New(baseline unit.Length) Flow { return Flow{baseline: baseline, absorb: -1} }

// Space asks for white before the next strip; of two the greater one counts.
func (f *Flow) Space(l unit.Length) { f.Gap = max(f.Gap, l) }

// Keep forbids a page break before the next strip, unless a page is to begin there.
func (f *Flow) Keep() {
	if f.Cost != pagebreak.Always {
		f.Cost = pagebreak.Never
	}
}

// Len returns the number of entries: it grows with each strip.
func (f *Flow) Len() int { return len(f.entries) }

func (f *Flow) add(it pagebreak.Item, st *Strip) {
	f.entries = append(f.entries, entry{item: it, strip: st})
	f.pos += it.Height
	if f.baseline > 0 {
		f.pos %= f.baseline
	}
}

// missing returns what is wanting to a whole line at height h.
func (f *Flow) missing(h unit.Length) unit.Length {
	if f.baseline == 0 {
		return 0
	}
	return (f.baseline - h%f.baseline) % f.baseline
}

// How text comes back to the grid.
//
// Running text stands on the lines of a grid, so that lines of facing pages are at one
// height and the print of the back of a leaf does not show between the lines of its front. A
// heading, a quotation or a table has another leading: behind it the text is off
// the grid, by the height of all of it less whole lines. What is missing to a whole line has
// to be made up by white, and the question is where.
//
// All of it below would part a heading from its text. So each block that is off the grid
// calls Balance before its first strip, which remembers the index of the glue above the
// block: absorb. The height so far is counted modulo the line, in pos. When the next grid
// strip comes, align knows what pos and the gap before the strip lack to a whole line,
// and gives it to the glue that was remembered: all of it for a heading, which stands
// near to the text below it, half of it for what stands between text of one kind. The
// rest goes into the gap. The glue stands among entries that are there already and is
// made higher after the fact; nothing has been placed yet, so that nothing has to move.
//
// A second block that follows at once does not call for glue of its own unless it is a
// heading: then the white above the heading is the one that grows, since there a
// reader expects a pause. A grid strip ends the memory.
//
// A float is made up to whole lines by itself, so that the text below it does not notice
// whether it is there or on the next page. Of white at the top of a page, which is
// dropped, the grid knows nothing: see items and drop, which make up for it once it is
// known where pages begin.

// begin puts the space and the break before a strip.
func (f *Flow) begin(grid bool) {
	gap := f.Gap
	if grid {
		gap = f.align(gap)
		f.absorb = -1
	}
	if f.Owed > 0 && f.Cost > pagebreak.Always {
		f.Cost = pagebreak.Never
	}
	if len(f.entries) > 0 {
		f.entries = append(f.entries, entry{item: pagebreak.Item{Kind: pagebreak.Penalty, Cost: f.Cost}, head: f.Repeat})
		f.add(pagebreak.Item{Kind: pagebreak.Glue, Height: gap}, nil)
	}
	f.Gap, f.Cost = 0, 0
}

// align makes up the whole line that the text before a grid strip lacks, in
// the space above that text when there is one, and in gap.
func (f *Flow) align(gap unit.Length) unit.Length {
	want := f.missing(f.pos + gap)
	// Space that was to grow above this very strip is no glue yet: it is gap.
	if want == 0 || f.absorb < 0 || f.absorb >= len(f.entries) {
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

// First adds the first strip of a block.
func (f *Flow) First(st *Strip, grid bool) {
	f.begin(grid)
	f.box(st, grid)
}

// Next adds a further strip of a block, with the cost of a break before it.
func (f *Flow) Next(st *Strip, cost int32, grid bool) {
	if f.Owed > 0 {
		cost = pagebreak.Never
	}
	f.entries = append(f.entries, entry{item: pagebreak.Item{Kind: pagebreak.Penalty, Cost: cost}, head: f.Repeat})
	f.box(st, grid)
}

// Blank adds white within a block, with the cost of a break before it, that is dropped at
// the top of a page.
func (f *Flow) Blank(h unit.Length, cost int32) {
	f.entries = append(f.entries, entry{item: pagebreak.Item{Kind: pagebreak.Penalty, Cost: cost}})
	f.add(pagebreak.Item{Kind: pagebreak.Glue, Height: h}, nil)
}

func (f *Flow) box(st *Strip, grid bool) {
	if len(f.Prefix) > 0 {
		document.Move(f.Prefix, 0, st.Raised)
		st.Items = append(f.Prefix, st.Items...)
		f.Prefix = nil
	}
	f.turn(st)
	st.From.Of, st.grid = f.Of, grid
	if st.Panel == nil {
		st.Panel = f.Panel
	}
	f.Owed = max(f.Owed-1, 0)
	f.add(pagebreak.Item{Kind: pagebreak.Box, Height: st.Height, Notes: f.take(st) + f.carry}, st)
	f.carry = 0
}

// turn turns a strip to the other side where the text runs against that of the flow.
func (f *Flow) turn(st *Strip) {
	if f.Against > 0 {
		st.Mirror(0, f.Against)
	}
}

// Balance makes the space before the next strip take what the block lacks to a
// whole line, or half of it.
func (f *Flow) Balance(half bool) {
	if (f.absorb < 0 || !half) && len(f.entries) > 0 {
		f.absorb, f.share = len(f.entries)+1, half // the glue after the penalty
	}
}

// Float adds a figure that may move on. Its height includes the space around
// it and is made up to whole lines.
func (f *Flow) Float(st *Strip, white unit.Length) {
	f.begin(false)
	f.turn(st)
	st.From.Of = f.Of
	st.content = st.Height
	st.Height += white
	st.Height += f.missing(st.Height)
	f.carry += f.take(st) // a float calls none itself
	f.add(pagebreak.Item{Kind: pagebreak.Float, Height: st.Height}, st)
}

// Anchor makes a destination wait for the next strip that is settled. Elem is the element
// that stands at the destination, nil when the destination learns of it elsewhere.
func (f *Flow) Anchor(d *document.Dest, elem *document.Element) {
	f.anchors = append(f.anchors, Dest{To: d, Elem: elem})
	if elem != nil {
		f.hold(d)
	}
}

// hold notes that something stands at a destination.
func (f *Flow) hold(d *document.Dest) {
	if f.held == nil {
		f.held = map[*document.Dest]bool{}
	}
	f.held[d] = true
}

// Held reports whether something stands at a destination.
func (f *Flow) Held(d *document.Dest) bool { return d.Elem != nil || f.held[d] }

// Settle gives a strip the destinations that wait for one.
func (f *Flow) Settle(st *Strip) {
	st.Dests = append(st.Dests, f.anchors...)
	f.anchors = f.anchors[:0]
}

// Top puts a destination at the first strip of the flow. An empty flow gets an empty strip.
func (f *Flow) Top(d *document.Dest) {
	if len(f.entries) == 0 {
		f.First(&Strip{}, false)
	}
	for i := range f.entries {
		if st := f.entries[i].strip; st != nil {
			st.Dests = append(st.Dests, Dest{To: d})
			return
		}
	}
}

// Sink moves the content of a flow that is shorter than a depth to the foot of it, by white
// above that no page drops.
func (f *Flow) Sink(depth unit.Length) {
	if free := depth - f.Height(); free > 0 && len(f.entries) > 0 {
		above := []entry{
			{item: pagebreak.Item{Height: free}, strip: &Strip{Height: free}},
			{item: pagebreak.Item{Kind: pagebreak.Penalty, Cost: pagebreak.Never}},
		}
		f.entries = append(above, f.entries...)
	}
}

// Height returns the height of all that the flow has.
func (f *Flow) Height() unit.Length {
	var sum unit.Length
	for i := range f.entries {
		sum += f.entries[i].item.Height
	}
	return sum
}

// Strips returns the strips of a flow that is not divided into pages here; the
// space between two is part of the lower one.
func (f *Flow) Strips() []*Strip { return f.strips(0, len(f.entries)) }

// strips returns the strips of entries, each with the space above it.
func (f *Flow) strips(from, to int) []*Strip {
	var list []*Strip
	var gap unit.Length
	for _, e := range f.entries[from:to] {
		if e.strip == nil {
			gap += e.item.Height
			continue
		}
		e.strip.Lower(gap)
		gap = 0
		list = append(list, e.strip)
	}
	return list
}
