package pagebreak

// A skip remembers the discarded items after a break: those from item from up
// to item start, with the sums there.
type skip struct {
	from, start int
	sums        sums
}

// run makes one pass over the chapter and reports whether its end was reached.
// The final pass always reaches it.
func (b *Breaker) run() bool {
	b.nodes, b.active, b.skipped = b.nodes[:0], b.active[:0], skip{}
	var at sums
	b.begin(node{position: -1, previous: -1, state: state{facing: b.opt.Spread.opening()}}, &at)
	for i := range b.items {
		it := &b.items[i]
		if b.legal(i) && (forced(it) || !b.idle(i, &at)) {
			b.consider(i, &at, b.breakpoint(i, &at))
		}
		b.add(&at, it)
		if len(b.active) == 0 {
			return false
		}
	}
	b.consider(len(b.items), &at, b.breakpoint(len(b.items), &at))
	return len(b.active) > 0
}

func (b *Breaker) legal(i int) bool {
	it := &b.items[i]
	return it.Kind == Glue && i > 0 && solid(&b.items[i-1]) || it.Kind == Penalty && it.Cost < Never
}

// idle reports whether a break at item i has nothing after it but discarded
// items before the next forced break, so that it would add an empty page.
func (b *Breaker) idle(i int, at *sums) bool {
	b.skip(i, at)
	return b.skipped.start < len(b.items) && forced(&b.items[b.skipped.start])
}

// begin makes n active: a page may start after item n.position, before which the sums are at.
func (b *Breaker) begin(n node, at *sums) {
	b.skip(int(n.position), at)
	n.sums, n.start = b.skipped.sums, int32(b.skipped.start)
	if b.flexible {
		b.divided(&n)
	}
	if n.position >= 0 && int(n.position) < len(b.items) && b.items[n.position].Kind == Penalty {
		n.head = b.items[n.position].Head
	}
	b.nodes = append(b.nodes, n)
	b.active = append(b.active, int32(len(b.nodes)-1))
}

// divided counts the paragraph that a node is within as one of the page before: such a
// paragraph is longer or shorter on neither page, since its lines would then be
// broken in another way than the page before has set them.
func (b *Breaker) divided(n *node) {
	for i := int(n.start); i < len(b.items); i++ {
		it := &b.items[i]
		if it.Kind != Box {
			continue
		}
		if !it.Within {
			return
		}
		n.sums.looser += count(it.Looser)
		n.sums.tighter += count(it.Tighter)
	}
}

// skip finds where the page after a break at item position starts. All breaks in
// one run of discardable items have the same start, which is found once.
func (b *Breaker) skip(position int, at *sums) {
	k := &b.skipped
	if position >= k.from && position < k.start {
		return
	}
	i := max(position, 0)
	k.from, k.sums = i, *at
	for ; i < len(b.items) && !solid(&b.items[i]); i++ {
		if forced(&b.items[i]) && i != position {
			break
		}
		b.add(&k.sums, &b.items[i])
	}
	k.start = i
}

// consider tries to end a page at item i from every active node.
func (b *Breaker) consider(i int, at *sums, p breakpoint) {
	b.candidates, b.rescued = b.candidates[:0], false
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
	if b.rescued && len(b.active) == 0 && len(b.candidates) == 0 {
		b.candidates = append(b.candidates, b.rescue)
	}
	for k := 0; k < len(b.candidates); k++ { // floatPage adds some
		c := b.candidates[k]
		if b.dominated(&c) {
			continue
		}
		b.begin(node{position: int32(i), previous: c.from, flex: c.flex, cost: c.cost, state: c.state}, at)
		b.floatPage()
	}
	if n := len(b.active); n > maxActive {
		b.active = append(b.active[:0], b.active[n-maxActive:]...)
	}
}

// offer keeps c when it is the best of its state, and its state one of the best.
func (b *Breaker) offer(c candidate) {
	worst := -1
	for i := range b.candidates {
		o := &b.candidates[i]
		if o.state == c.state {
			if c.cost < o.cost {
				*o = c
			}
			return
		}
		if worst < 0 || o.cost > b.candidates[worst].cost {
			worst = i
		}
	}
	if len(b.candidates) < maxStates {
		b.candidates = append(b.candidates, c)
	} else if c.cost < b.candidates[worst].cost {
		b.candidates[worst] = c
	}
}

// dominated reports whether another candidate for the same break leaves no more
// to later pages than c, and costs less by more than beam.
//
// Whatever pages follow c can follow the other candidate too, with fewer notes and
// floats on them. Without beam that would still be no proof: pages that hold less
// are shorter, and being short costs. The beam is what they may lose by that. A
// spread that is seen differently by the two is worth UnevenCost at the most, since
// it is charged once.
//
// Two that have set the same notes and floats, and differ by how far their last page is
// short, have the same pages before them: between these there is proof, and no beam.
func (b *Breaker) dominated(c *candidate) bool {
	for i := range b.candidates {
		o := &b.candidates[i]
		cost, beam := o.cost, b.beam
		if o.state.facing != c.state.facing || o.state.figured != c.state.figured {
			cost += int64(b.opt.UnevenCost)
		}
		if o.state.lines == c.state.lines && o.state.floats == c.state.floats && o.state.facing >= 0 && c.state.facing >= 0 {
			beam = 0
		}
		if o.state.page == c.state.page && o.state.lines >= c.state.lines && o.state.floats >= c.state.floats &&
			cost < c.cost-beam {
			return true
		}
	}
	return false
}
