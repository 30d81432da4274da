package linebreak

import (
	"math"

	"octavo/book/base/unit"
)

// A skip remembers the discarded items after a break: those from item from up
// to item start, with the sums there.
type skip struct {
	from, start int
	sums        sums
}

// run makes one pass over the paragraph and reports whether its end was
// reached. The final pass always reaches it.
func (b *Breaker) run() bool {
	b.nodes, b.active, b.skipped = b.nodes[:0], b.active[:0], skip{}
	b.limit = ratioLimit(b.tolerance)
	var at sums
	b.begin(node{position: -1, previous: -1, fitness: decent, space: unfilled}, &at)
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
	last         bool // the paragraph ends here
	fill         bool // infinite glue stands before the break
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

// skip finds where the line after a break at item position starts. All breaks in
// one run of discardable items have the same start, which is found once.
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
	// The rescue is for a break that nothing else reaches: an overfull line is taken when
	// the list would be empty, and never beside a line that fits.
	if b.rescue.ok && len(b.active) == 0 && len(b.touched) == 0 {
		b.offer(b.rescue.candidate)
	}
	b.activate(i, at, &p)
	// The oldest nodes go: their lines are the longest and the next to be too long.
	if n := len(b.active); n > maxActive {
		b.active = append(b.active[:0], b.active[n-maxActive:]...)
	}
}

// offer keeps c when it is the best of its state.
func (b *Breaker) offer(c candidate) {
	slot := (int(c.line)*b.looks+b.look(&c))*b.ladders + int(c.ladder)
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
			line: c.line, space: c.space, fitness: c.fitness, ladder: c.ladder, flagged: p.flagged,
		}, at)
	}
	for _, s := range b.touched {
		b.slots[s] = candidate{demerits: math.MaxInt64}
	}
	b.touched = b.touched[:0]
}

// dominated reports whether another candidate for the same break is no worse
// than c whatever follows: the fitness of a line matters to the next line only, and
// so is worth AdjacentDemerits at the most (TeX: The Program, section 836). So does its word
// space, which is worth the demerits of the difference of the two: whatever space the next
// line has, the one is not further from it than the other by more. A longer
// ladder forbids what a shorter one allows, and never the other way.
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
		d += b.uneven(o.space, c.space)
		// Of two that are equal the one with the shorter ladder or the lower fitness stays.
		if d < c.demerits || d == c.demerits && (o.ladder < c.ladder || o.fitness < c.fitness || o.fitness == c.fitness && o.space < c.space) {
			return true
		}
	}
	return false
}
