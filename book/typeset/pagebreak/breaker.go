package pagebreak

import (
	"math"

	"octavo/book/base/unit"
)

// Bounds that keep the search linear on any input. Text is far from them: a
// page has some fifty lines, and few breaks are reached in more than two states. With
// four states no sample edition changes.
const (
	maxActive = 1024 // breaks that a page may begin after
	maxStates = 16   // ways to reach one break that differ in notes and floats
)

// A Breaker divides chapters and keeps its memory between them. The zero value
// is ready. It must not be used by two goroutines at once.
type Breaker struct {
	items []Item
	opt   Options
	notes ledger
	// floatAt are the indices of the floats, floatSums the heights before each.
	floatAt   []int
	floatSums []unit.Length

	tolerance unit.Length // the shortfall that a page may have
	final     bool        // some break must be found
	flexible  bool        // some paragraph can be longer or shorter
	// beam is the cost by which a way to a break may exceed another that leaves
	// less to later pages: the latter can end its later pages where the former
	// does, and then only makes some of them shorter. The beam is the cost of a page that
	// is short by half of Tolerance. A beam for all of Tolerance finds better pages in one
	// chapter of some hundreds, and takes twice the time. The sample editions are the same
	// with either, and with a quarter.
	beam int64

	nodes      []node
	active     []int32 // nodes that the page at hand may begin after, oldest first
	candidates []candidate
	rescue     candidate
	rescued    bool
	skipped    skip
	pages      []Page
	pieces     []Piece
}

// sums are the totals of the items before a place in the chapter.
type sums struct {
	height, stretch, shrink unit.Length
	lines                   int32 // of all notes called
	called                  int32 // notes called
	floats                  int32
	looser, tighter         int32 // paragraphs that can be longer, or shorter
}

func (b *Breaker) add(s *sums, it *Item) {
	switch it.Kind {
	case Glue:
		s.stretch += it.Stretch
		s.shrink += it.Shrink
		s.height += it.Height
	case Box:
		s.height += it.Height
		s.looser += count(it.Looser)
		s.tighter += count(it.Tighter)
		if it.Notes > 0 {
			s.called = min(s.called+it.Notes, int32(b.notes.count()))
			s.lines = b.notes.first[s.called]
		}
	case Float:
		s.floats++
	}
}

func count(is bool) int32 {
	if is {
		return 1
	}
	return 0
}

// A node is a feasible break, with the best way that leads to it in its state.
type node struct {
	sums     sums
	cost     int64 // of all pages up to here
	head     unit.Length
	position int32 // the item broken at
	start    int32 // the first item of the next page
	previous int32 // the node of the break before
	flex     int32 // of the page before
	state    state
}

// A state is what the pages before a break leave to those after it.
type state struct {
	page   int32 // index in opt.Heights of the next page's height
	lines  int32 // lines of notes that have been set
	floats int32 // floats that have been set
	// facing is the number of Units by which the left page is short that the
	// next page faces, or one of the values below; figured says that this page has floats.
	facing  int32
	figured bool
}

// What the next page is when there is nothing to compare it with.
const (
	facesNone  int32 = -1 - iota // pages do not face each other
	isLeft                       // a left page
	opensRight                   // a right page without a left one
)

// opening returns the facing of the first page.
func (s Spread) opening() int32 {
	switch s {
	case FromRight, Either:
		return opensRight
	case FromLeft:
		return isLeft
	}
	return facesNone
}

// A candidate is a way to reach the break at hand.
type candidate struct {
	state    state
	from     int32
	flex     int32
	cost     int64
	overfull unit.Length
}

// A breakpoint is the legal break at hand.
type breakpoint struct {
	cost   int64
	foot   unit.Length
	forced bool
	last   bool // the chapter ends here
}

// Break returns the pages of a chapter, of all divisions the one whose costs have
// the least sum, or one near it.
//
// A page differs from a line in what it leaves to the next: lines of notes that found
// no room, figures that wait, and the height at which it ended, which the page
// that faces it should share. To keep the one best way to each break is therefore
// wrong: a dearer way that has set its notes may be the better one some pages later.
// So a break may have several nodes, one for each state. Floats and notes keep their
// order, so that a state says how many of them are set and not which: Plass (1981)
// shows that for some costs the placing of floats is NP-complete.
//
// Two cuts keep the states few. A way is dropped when another reaches the same break,
// has set at least as many notes and figures, and is cheaper by more than the beam
// (dominated), and no break keeps more than maxStates candidates (offer). The first
// cut loses the best division only where a way that is dropped would make up later for
// more than the beam. The second bounds the work on any input.
//
// There are two passes: one in which no page is short by more than Tolerance, and,
// where that is impossible, one in which any page will do and the least overfull
// stands where none fits. The time is the number of places to break times the active
// nodes times the floats and the flex that are tried for each.
//
// The last page may be of any height, and
// so may the page before each penalty of cost [Always]. Notes that no box calls
// follow the others, and pages are added for those that the last page cannot hold. The result, with all that
// it refers to, is valid until the next call.
//
// A list without a box or float gives one empty page.
func (b *Breaker) Break(items []Item, notes []Note, opt Options) []Page {
	b.prepare(items, notes, opt)
	b.beam = b.shortage(&fit{rest: b.opt.Tolerance / 2})
	b.tolerance, b.final = b.opt.Tolerance, false
	if !b.run() {
		b.tolerance, b.final = math.MaxInt64/4, true
		b.run()
	}
	return b.collect()
}

func (b *Breaker) prepare(items []Item, notes []Note, opt Options) {
	if len(opt.Heights) == 0 {
		opt.Heights = []unit.Length{0}
	}
	opt.Heights = opt.Heights[:min(len(opt.Heights), MaxHeights)]
	// The defaults take a page of some forty lines, of which eight may be missing. Both
	// numbers are by eye. The layout of a book gives Unit and leaves Tolerance, which decides
	// only when the second pass is needed, and by its half the beam.
	if opt.Unit <= 0 {
		opt.Unit = max(opt.Heights[0]/40, 1)
	}
	if opt.Tolerance <= 0 {
		opt.Tolerance = opt.Heights[0] / 5
	}
	for _, cost := range []*int{&opt.NoteMin, &opt.SplitCost, &opt.DeferCost, &opt.FloatCost, &opt.LastCost, &opt.UnevenCost, &opt.FlexCost} {
		*cost = max(*cost, 0)
	}
	b.items, b.opt, b.flexible = trim(items), opt, false
	b.notes.reset(notes, opt.NoteMin)
	b.floatAt, b.floatSums = b.floatAt[:0], append(b.floatSums[:0], 0)
	for i := range b.items {
		b.flexible = b.flexible || b.items[i].Looser || b.items[i].Tighter
		if b.items[i].Kind == Float {
			b.floatAt = append(b.floatAt, i)
			b.floatSums = append(b.floatSums, b.floatSums[len(b.floatAt)-1]+b.items[i].Height)
		}
	}
}

// trim drops the discardable items at the end of a chapter. A forced break there
// adds no page.
func trim(items []Item) []Item {
	n := len(items)
	for n > 0 && !solid(&items[n-1]) {
		n--
	}
	return items[:n]
}

func solid(it *Item) bool  { return it.Kind == Box || it.Kind == Float }
func forced(it *Item) bool { return it.Kind == Penalty && it.Cost <= Always }

// height returns the measure of the page whose index in Heights is i.
func (b *Breaker) height(i int32) unit.Length { return b.opt.Heights[i] }

// breakpoint returns the break at item i, before which the sums are at. At
// the end of the chapter all notes count as called.
func (b *Breaker) breakpoint(i int, at *sums) breakpoint {
	if i == len(b.items) {
		at.called, at.lines = int32(b.notes.count()), b.notes.total()
		return breakpoint{forced: true, last: true}
	}
	it := &b.items[i]
	if it.Kind == Glue {
		return breakpoint{}
	}
	return breakpoint{cost: int64(it.Cost), foot: it.Foot, forced: forced(it)}
}
