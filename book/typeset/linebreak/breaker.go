package linebreak

import (
	"math"

	"octavo/book/base/unit"
)

// maxOrder is the highest order of infinity, TeX's filll.
const maxOrder = 3

// maxActive bounds the breaks that one line may begin after. A line of text
// has fewer than a hundred; without the bound a paragraph of a million items of
// no width would take quadratic time.
const maxActive = 512

// enough bounds the demerits of a paragraph. A quarter of the range leaves room to add the
// demerits of one more line before the sum is cut.
const enough = math.MaxInt64 / 4

// A Breaker breaks paragraphs and keeps its memory between them. The zero
// value is ready. It must not be used by two goroutines at once.
type Breaker struct {
	items []Item
	opt   Options

	// The pass at hand.
	hyphens    bool        // flagged penalties are places to break
	tolerance  int64       // the badness that a line may have
	limit      int64       // 297 times a stretching ratio that is beyond tolerance
	background unit.Length // stretch that every line is thought to have
	final      bool        // some break must be found
	lines      int         // the number of lines asked for; 0: as many as are best

	ladders  int         // states of the ladder: MaxLadder + 1, or 1 without limit
	looks    int         // states of what a line looks like to the next: fitnesses, or spaces
	maxRight unit.Length // the most that any item hangs to the right
	infinite bool        // some glue has infinite stretch

	nodes   []node
	active  []int32 // nodes that the line at hand may begin after, oldest first
	slots   []candidate
	touched []int32
	rescue  rescue // the least overfull line to the break at hand
	skipped skip
	breaks  []Break
	widths  []unit.Length
}

// A rescue is the line to fall back on where every other is too long.
type rescue struct {
	candidate
	overfull unit.Length
	ok       bool
}

// sums are the totals of the items before a place in the paragraph.
type sums struct {
	width, shrink unit.Length
	stretch       [maxOrder + 1]unit.Length
}

func (s *sums) add(it *Item) {
	s.width += it.Width
	if it.Kind == Glue {
		s.shrink += it.Shrink
		s.stretch[min(it.Order, maxOrder)] += it.Stretch
	}
}

// A node is a feasible break, with the best way that leads to it.
type node struct {
	sums     sums  // of the items before the next line
	demerits int64 // of all lines up to here
	position int32 // the item broken at
	start    int32 // the first item of the next line
	previous int32 // the node of the break before
	left     unit.Length
	line     uint16 // index in opt.Widths of the next line's width
	space    int32  // see [candidate]
	fitness  uint8
	ladder   uint8 // flagged lines in a row that end here
	flagged  bool
}

// A candidate is a way to reach the break at hand in some state.
type candidate struct {
	demerits int64
	from     int32
	line     uint16
	space    int32 // by how much a word space is wider, in thousandths; unfilled for a last line
	fitness  uint8
	ladder   uint8
}

// Break returns the lines of a paragraph. A paragraph whose items do not end in a
// penalty of cost [Always] ends as if with infinite glue and such a
// penalty: with a line of any length. The result is valid until the next call.
//
// A list without a box, or no items at all, gives one empty line.
//
// To fill one line after the other, the simple way, leaves a loose line wherever
// a long word comes next, and the line before cannot help any more. So all lines
// are chosen together: of all sets of breaks the one with the least sum of
// demerits. There are too many sets to try each. But what may follow a break
// depends on little of what is before it: the number of the line, its fitness and
// its ladder. The best way to a break in each such state is therefore enough, as
// in a shortest path (Knuth and Plass 1981).
//
// One walk over the items keeps the list of active nodes. At each place to break
// the line from each active node is measured by subtraction of sums; a line
// within the tolerance makes a candidate, the best candidate of each state becomes
// a node, and a node leaves the list when all its lines have become too long. The
// time is the number of places to break times the length of the list, which is
// about the number of such places in one line.
//
// A low tolerance keeps the list short, and may leave it empty. So there are
// passes, each more generous than the last: without hyphens, with them, with
// emergency stretch (so far The TeXbook, chapter 14), with the badness desperate,
// and the final one with any line at all, where TeX gives an overfull line.
func (b *Breaker) Break(items []Item, opt Options) []Break {
	if breaks, ok := b.Try(items, opt); ok {
		return breaks
	}
	b.hyphens, b.tolerance = true, b.allowed(opt.Tolerance)
	if b.run() {
		return b.collect()
	}
	if opt.EmergencyStretch > 0 {
		b.background = opt.EmergencyStretch
		if b.run() {
			return b.collect()
		}
	}
	// A line without any stretch must still count as worse the emptier it is. An
	// eighth of the measure was chosen by eye; with a quarter no sample edition
	// changes. What moves with it is lines of few words, as in narrow columns.
	b.background = max(b.background, b.width(0)/8, 1)
	b.tolerance = desperate
	if b.run() {
		return b.collect()
	}
	b.tolerance, b.final = maxBadness, true
	b.run()
	return b.collect()
}

// Try runs the first pass alone: it breaks at no flagged penalty, and reports
// whether every line could be had within PreTolerance. A caller that
// hyphenates only what needs it gives items without hyphens to Try and, when
// that fails, items with hyphens and a negative PreTolerance to [Breaker.Break].
func (b *Breaker) Try(items []Item, opt Options) ([]Break, bool) {
	b.prepare(items, opt)
	if opt.PreTolerance < 0 {
		return nil, false
	}
	b.hyphens, b.tolerance = false, b.allowed(opt.PreTolerance)
	if !b.run() {
		return nil, false
	}
	return b.collect(), true
}

// TryLines breaks a paragraph into a number of lines, as TeX does by its looseness,
// and reports whether that can be had within the tolerances: first without
// hyphens, then with them. There are fewer than [MaxWidths] lines.
func (b *Breaker) TryLines(items []Item, opt Options, lines int) ([]Break, bool) {
	if lines < 1 || lines >= MaxWidths || len(opt.Widths) == 0 || len(opt.Widths) > lines {
		return nil, false
	}
	// A break is known by the number of its line as long as there are widths: so the last
	// width is repeated until there is one for each line, and states tell lines apart.
	last := opt.Widths[len(opt.Widths)-1]
	b.widths = append(b.widths[:0], opt.Widths...)
	for len(b.widths) <= lines {
		b.widths = append(b.widths, last)
	}
	opt.Widths = b.widths
	b.prepare(items, opt)
	b.lines = lines
	if opt.Mode == Justify && b.hopeless(max(opt.PreTolerance, opt.Tolerance)) {
		return nil, false
	}
	b.hyphens, b.tolerance = false, b.allowed(opt.PreTolerance)
	if opt.PreTolerance >= 0 && b.run() {
		return b.collect(), true
	}
	b.hyphens, b.tolerance = true, b.allowed(opt.Tolerance)
	if b.run() {
		return b.collect(), true
	}
	return nil, false
}

// hopeless reports at little cost that the paragraph is too long or too short for
// b.lines lines. The search finds the cases that hopeless misses.
func (b *Breaker) hopeless(tolerance int) bool {
	var all sums
	var glue, outside, hyphen unit.Length
	for i := range b.items {
		it := &b.items[i]
		switch it.Kind {
		case Box:
			outside = max(outside, it.Left+it.Right)
			all.add(it)
		case Glue:
			glue = max(glue, it.Width)
			all.add(it)
		case Penalty:
			hyphen = max(hyphen, it.Width)
		}
	}
	// A paragraph is too long when all its glue, shrunk, does not fit in all lines,
	// and too short when all its glue, stretched as far as the tolerance goes, does
	// not fill the lines but the last. The search would find the same, line by line.
	var room unit.Length // of all lines but the last
	for i := range b.lines - 1 {
		room += b.width(i)
	}
	// A line may hang out, and drops the glue at its end.
	drops := unit.Length(b.lines) * (glue + outside)
	most := all.width + all.stretch[0].Mul(ratioLimit(int64(tolerance)), 297) + unit.Length(b.lines)*hyphen
	return all.width-all.shrink-drops > room+b.width(b.lines-1) || !b.infinite && most < room
}

// allowed returns the badness that a pass allows. A title is never divided
// for the sake of its raggedness.
func (b *Breaker) allowed(tolerance int) int64 {
	if b.opt.Mode == Balance {
		return maxBadness
	}
	return int64(tolerance)
}

// trim drops the discardable items at the end of a paragraph, but no forced break.
func trim(items []Item) []Item {
	n := len(items)
	for n > 0 && items[n-1].Kind != Box && !forced(&items[n-1]) {
		n--
	}
	return items[:n]
}

func (b *Breaker) prepare(items []Item, opt Options) {
	opt.AdjacentDemerits = max(opt.AdjacentDemerits, 0)
	opt.DoubleHyphenDemerits = max(opt.DoubleHyphenDemerits, 0)
	opt.FinalHyphenDemerits = max(opt.FinalHyphenDemerits, 0)
	opt.LastLineDemerits = max(opt.LastLineDemerits, 0)
	opt.LinePenalty = max(opt.LinePenalty, 0)
	opt.UnevenDemerits = max(opt.UnevenDemerits, 0)
	opt.MaxLadder = min(max(opt.MaxLadder, 0), LongestLadder)
	if len(opt.Widths) > MaxWidths {
		opt.Widths = opt.Widths[:MaxWidths]
	}
	b.items, b.opt = trim(items), opt
	b.background, b.final, b.lines = 0, false, 0
	b.ladders = opt.MaxLadder + 1
	b.maxRight, b.infinite = 0, false
	for i := range b.items {
		b.maxRight = max(b.maxRight, b.items[i].Right)
		b.infinite = b.infinite || b.items[i].Order > 0
	}
	if b.looks = fitnesses; opt.UnevenDemerits > 0 && opt.Mode == Justify {
		b.looks = spaces
	}
	n := max(len(opt.Widths), 1) * b.looks * b.ladders
	b.slots = b.slots[:0]
	for range n {
		b.slots = append(b.slots, candidate{demerits: math.MaxInt64})
	}
}

// width returns the measure of the line whose index in Widths is i.
func (b *Breaker) width(i int) unit.Length {
	if len(b.opt.Widths) == 0 {
		return 0
	}
	return b.opt.Widths[min(i, len(b.opt.Widths)-1)]
}
