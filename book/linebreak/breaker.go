package linebreak

import (
	"math"
	"slices"

	"octavo/book/unit"
)

// maxOrder is the highest order of infinity, TeX's filll.
const maxOrder = 3

// maxActive bounds the breaks that one line may begin after. A line of text
// has fewer than a hundred; without the bound a paragraph of a million items of
// no width would take quadratic time.
const maxActive = 512

// enough is more demerits than any line has, and little enough that a hundred
// thousand of them can be added.
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

	ladders  int         // states of the ladder: MaxLadder + 1, or 1 without limit
	maxRight unit.Length // the most that any item hangs to the right
	infinite bool        // some glue has infinite stretch

	nodes   []node
	active  []int32 // nodes that the line at hand may begin after, oldest first
	slots   []candidate
	touched []int32
	rescue  rescue // the least overfull line to the break at hand
	skipped skip
	breaks  []Break
}

// A rescue is the line to fall back on where every other is too long.
type rescue struct {
	candidate
	overfull unit.Length
	ok       bool
}

// A skip remembers the discarded items after a break: those from item from up
// to item start, with the sums there.
type skip struct {
	from, start int
	sums        sums
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
	fitness  uint8
	ladder   uint8 // flagged lines in a row that end here
	flagged  bool
}

// A candidate is a way to reach the break at hand in some state.
type candidate struct {
	demerits int64
	from     int32
	line     uint16
	fitness  uint8
	ladder   uint8
}

// Break returns the lines of a paragraph. When its items do not end in a
// penalty of cost [Always], it ends as if with infinite glue and such a
// penalty: with a line of any length. The result is valid until the next call.
//
// A list without a box, or no items at all, gives one empty line.
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
	// A line without any stretch must still count as worse the emptier it is.
	b.background = max(b.background, b.width(0)/8, 1)
	b.tolerance = desperate
	if b.run() {
		return b.collect()
	}
	b.tolerance, b.final = maxBadness, true
	b.run()
	return b.collect()
}

// collect follows the best node at the end back to the beginning.
func (b *Breaker) collect() []Break {
	best := b.active[0]
	for _, k := range b.active {
		if b.nodes[k].demerits < b.nodes[best].demerits {
			best = k
		}
	}
	b.breaks = b.breaks[:0]
	for k := best; b.nodes[k].previous >= 0; k = b.nodes[k].previous {
		b.breaks = append(b.breaks, b.line(&b.nodes[b.nodes[k].previous], int(b.nodes[k].position)))
	}
	slices.Reverse(b.breaks)
	return b.breaks
}

// line returns the line from node n to item end.
func (b *Breaker) line(n *node, end int) Break {
	at := n.sums
	var right unit.Length
	for i := int(n.start); i < end; i++ {
		it := &b.items[i]
		if it.Kind == Box {
			right = it.Right
		}
		if it.Kind != Penalty {
			at.add(it)
		}
	}
	p := breakpoint{fill: true, right: right}
	if end < len(b.items) {
		p = breakpoint{right: right}
		if it := &b.items[end]; it.Kind == Penalty {
			p, _ = b.penalty(it, right)
		}
	}
	f := b.fit(n, &at, &p)
	return Break{
		Start: int(n.start), End: end, Width: b.width(int(n.line)), Natural: f.natural,
		Left: n.left, Right: p.right, Tail: p.width,
		Adjust: f.adjust, Total: f.total, Order: f.order, Rest: f.rest, Overfull: f.overfull, Flagged: p.flagged,
	}
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
	opt.MaxLadder = min(max(opt.MaxLadder, 0), LongestLadder)
	if len(opt.Widths) > MaxWidths {
		opt.Widths = opt.Widths[:MaxWidths]
	}
	b.items, b.opt = trim(items), opt
	b.background, b.final = 0, false
	b.ladders = opt.MaxLadder + 1
	b.maxRight, b.infinite = 0, false
	for i := range b.items {
		b.maxRight = max(b.maxRight, b.items[i].Right)
		b.infinite = b.infinite || b.items[i].Order > 0
	}
	n := max(len(opt.Widths), 1) * fitnesses * b.ladders
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

// run makes one pass over the paragraph and reports whether its end was
// reached. It always is in the final pass.
func (b *Breaker) run() bool {
	b.nodes, b.active, b.skipped = b.nodes[:0], b.active[:0], skip{}
	b.limit = ratioLimit(b.tolerance)
	var at sums
	b.begin(node{position: -1, previous: -1, fitness: decent}, &at)
	var right unit.Length // of the last box
	afterBox := false
	for i := range b.items {
		it := &b.items[i]
		switch it.Kind {
		case Box:
			right = it.Right
			at.add(it)
		case Glue:
			if afterBox && !b.idle(i, &at) {
				b.consider(i, &at, breakpoint{right: right})
			}
			at.add(it)
		case Penalty:
			if p, ok := b.penalty(it, right); ok && (p.forced || !b.idle(i, &at)) {
				b.consider(i, &at, p)
			}
			if forced(it) {
				right = 0
			}
		}
		afterBox = it.Kind == Box
		if len(b.active) == 0 {
			return false
		}
	}
	if n := len(b.items); n == 0 || !forced(&b.items[n-1]) {
		b.consider(n, &at, breakpoint{cost: Always, forced: true, last: true, fill: true, right: right})
	}
	return len(b.active) > 0
}

// idle reports whether a break at item i has nothing after it but discarded
// items before the next forced break, so that it would add an empty line.
func (b *Breaker) idle(i int, at *sums) bool {
	b.skip(i, at)
	return b.skipped.start < len(b.items) && forced(&b.items[b.skipped.start])
}

// penalty returns the breakpoint at a penalty, and whether the pass may use it.
func (b *Breaker) penalty(it *Item, right unit.Length) (breakpoint, bool) {
	cost := int64(it.Cost)
	if it.Flagged {
		cost += int64(b.opt.HyphenPenalty)
	}
	p := breakpoint{cost: cost, width: it.Width, flagged: it.Flagged, right: right, forced: forced(it)}
	if it.Width != 0 {
		p.right = it.Right
	}
	p.last = p.forced && it == &b.items[len(b.items)-1]
	return p, p.forced || cost < Never && (b.hyphens || !it.Flagged)
}

func forced(it *Item) bool { return it.Kind == Penalty && it.Cost <= Always }

// A breakpoint is the legal break at hand.
type breakpoint struct {
	cost         int64
	width, right unit.Length
	forced       bool
	flagged      bool
	last         bool // it ends the paragraph
	fill         bool // infinite glue stands before it
}

// begin makes n active: a line may start after item n.position, before which the sums are at.
func (b *Breaker) begin(n node, at *sums) {
	b.skip(int(n.position), at)
	n.sums, n.start = b.skipped.sums, int32(b.skipped.start)
	if b.skipped.start < len(b.items) {
		n.left = b.items[b.skipped.start].Left
	}
	b.nodes = append(b.nodes, n)
	b.active = append(b.active, int32(len(b.nodes)-1))
}

// skip finds where the line after a break at item position starts. Breaks in
// one run of discardable items share what it finds.
func (b *Breaker) skip(position int, at *sums) {
	k := &b.skipped
	if position >= k.from && position < k.start {
		return
	}
	i := max(position, 0)
	k.from, k.sums = i, *at
	for ; i < len(b.items); i++ {
		it := &b.items[i]
		if it.Kind == Box || forced(it) && i != position {
			break
		}
		if it.Kind == Glue {
			k.sums.add(it)
		}
	}
	k.start = i
}

// consider tries to end a line at item i from every active node.
func (b *Breaker) consider(i int, at *sums, p breakpoint) {
	b.rescue.ok = false
	kept := b.active[:0]
	for _, k := range b.active {
		if b.try(k, i, at, &p) {
			kept = append(kept, k)
		}
	}
	b.active = kept
	if p.forced {
		b.active = b.active[:0]
	}
	if b.rescue.ok && len(b.active) == 0 && len(b.touched) == 0 {
		b.offer(b.rescue.candidate)
	}
	b.activate(i, at, &p)
	if n := len(b.active); n > maxActive {
		b.active = append(b.active[:0], b.active[n-maxActive:]...)
	}
}

// offer keeps c when it is the best of its state.
func (b *Breaker) offer(c candidate) {
	slot := (int(c.line)*fitnesses+int(c.fitness))*b.ladders + int(c.ladder)
	best := &b.slots[slot]
	if best.demerits == math.MaxInt64 {
		b.touched = append(b.touched, int32(slot))
	}
	if c.demerits < best.demerits {
		*best = c
	}
}

// activate turns the candidates for item i into active nodes.
func (b *Breaker) activate(i int, at *sums, p *breakpoint) {
	for _, s := range b.touched {
		c := &b.slots[s]
		if b.dominated(c) {
			continue
		}
		b.begin(node{
			position: int32(i), previous: c.from, demerits: c.demerits,
			line: c.line, fitness: c.fitness, ladder: c.ladder, flagged: p.flagged,
		}, at)
	}
	for _, s := range b.touched {
		b.slots[s] = candidate{demerits: math.MaxInt64}
	}
	b.touched = b.touched[:0]
}

// dominated reports whether another candidate for the same break is no worse
// than c whatever follows: since fitness matters to one line only, it is worth
// AdjacentDemerits at the most.
func (b *Breaker) dominated(c *candidate) bool {
	for _, s := range b.touched {
		o := &b.slots[s]
		if o == c || o.line != c.line || o.ladder > c.ladder {
			continue
		}
		d := o.demerits
		if o.fitness != c.fitness {
			d += int64(b.opt.AdjacentDemerits)
		}
		// Of two that are equal the one with the shorter ladder or the lower fitness stays.
		if d < c.demerits || d == c.demerits && (o.ladder < c.ladder || o.fitness < c.fitness) {
			return true
		}
	}
	return false
}
