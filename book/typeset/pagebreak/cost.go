package pagebreak

import (
	"math"

	"octavo/book/base/unit"
)

const (
	// shortCost is the cost of a page that is one Unit short, the unit of all costs.
	shortCost = 100
	// maxCost is the cost of a page that is short beyond all measure: by 1,000 Units,
	// where the square gives the same.
	maxCost = 100_000_000
	// overfullCost is above what any page that fits costs, and enough above what
	// any chapter costs for its sums to stay in range.
	overfullCost = 10_000_000_000
	enough       = math.MaxInt64 / 4
)

// A fit is how a page takes its measure.
type fit struct {
	natural       unit.Length
	adjust, total unit.Length
	rest          unit.Length
	overfull      unit.Length
	lines, floats int32 // set when the page ends
	flex          int32 // lines by which paragraphs are longer
}

// try offers the pages from active node k to the break at hand at item i, and
// reports whether k can still begin a page that ends later. A page is tried with all
// floats that are called so far, then with fewer, and each of these with paragraphs
// longer and shorter.
func (b *Breaker) try(k int32, i int, at *sums, p *breakpoint) bool {
	n := &b.nodes[k]
	if b.vain(n, i, p) {
		return true
	}
	body := at.height - n.sums.height + n.head
	if b.short(n, at, p, body) > b.tolerance {
		return true
	}
	least := at.floats // none passes a forced break
	if !p.forced {
		least = max(at.floats-MaxWaiting, n.state.floats)
	}
	// A float moves on only when the page cannot take it with all its notes.
	fits, whole := false, false
	for floats := at.floats; floats >= least && !whole; floats-- {
		f := b.close(k, at, p, floats, 0)
		fits = fits || f.overfull == 0
		whole = f.overfull == 0 && f.lines == at.lines
		if b.flexible {
			b.flex(k, at, p, floats)
		}
	}
	// No page from k fits any more when even the least that it could hold, with its
	// glue shrunk, its paragraphs shortened and its floats moved on, is too high.
	body -= at.shrink - n.sums.shrink
	if b.flexible {
		body -= MaxFlex * b.opt.Unit
	}
	return fits || body+b.floatHeight(n.state.floats, max(at.floats-MaxWaiting, n.state.floats)) <= b.height(n.state.page)
}

// flex offers the page from node k with paragraphs that are longer or shorter.
func (b *Breaker) flex(k int32, at *sums, p *breakpoint, floats int32) {
	n := &b.nodes[k]
	for flex := int32(1); flex <= min(at.looser-n.sums.looser, MaxFlex); flex++ {
		b.close(k, at, p, floats, flex)
	}
	for flex := int32(1); flex <= min(at.tighter-n.sums.tighter, MaxFlex); flex++ {
		b.close(k, at, p, floats, -flex)
	}
}

// vain reports whether a page from n to item i would be empty without need: i
// is discarded after n.
func (b *Breaker) vain(n *node, i int, p *breakpoint) bool {
	return int(n.start) > i || int(n.start) == i && !p.forced
}

func (b *Breaker) floatHeight(from, to int32) unit.Length {
	return b.floatSums[to] - b.floatSums[from]
}

// short returns a shortfall that the page from n has at least, at little cost:
// most pages that are tried are far from full.
func (b *Breaker) short(n *node, at *sums, p *breakpoint, body unit.Length) unit.Length {
	if p.forced {
		return 0
	}
	most := body + p.foot + b.floatHeight(n.state.floats, at.floats)
	if at.lines > n.state.lines {
		most += b.opt.Separator + b.notes.height(n.state.lines, at.lines)
	}
	if b.flexible {
		most += MaxFlex * b.opt.Unit
	}
	return b.height(n.state.page) - most - (at.stretch - n.sums.stretch)
}

// fit measures the page from node n to the break at hand when floats are set
// by its end and paragraphs are longer by flex lines.
func (b *Breaker) fit(n *node, at *sums, p *breakpoint, floats, flex int32) fit {
	height := b.height(n.state.page)
	f := fit{lines: n.state.lines, floats: floats, flex: flex}
	f.natural = at.height - n.sums.height + n.head + p.foot + b.floatHeight(n.state.floats, floats)
	f.natural += unit.Length(flex) * b.opt.Unit
	shrink := at.shrink - n.sums.shrink
	// Notes take what the text leaves, but where text goes on none of what is kept for it.
	if at.lines > n.state.lines {
		room := height - f.natural - b.opt.Separator
		most := height - b.opt.Separator
		if p.forced {
			f.lines = b.noteLines(n, at, room, shrink, most)
		} else if f.lines = b.noteLines(n, at, room, shrink, most-b.opt.TextMin); b.putsOff(f.lines, at.called) {
			f.lines = b.noteLines(n, at, room, shrink, most-b.opt.TextMin/2)
		}
	}
	if f.lines > n.state.lines {
		f.natural += b.opt.Separator + b.notes.height(n.state.lines, f.lines)
	}
	f.take(height-f.natural, at.stretch-n.sums.stretch, shrink, p.forced)
	return f
}

// noteLines returns the number up to which a page from n takes lines of notes, which may be as
// high as most. Only a page that takes all of them may shrink for their sake: one that divides
// a note has no need to.
func (b *Breaker) noteLines(n *node, at *sums, room, shrink, most unit.Length) int32 {
	if b.notes.height(n.state.lines, at.lines) <= min(room+shrink, most) {
		return at.lines
	}
	return b.notes.fill(n.state.lines, at.lines, min(room, most))
}

// putsOff reports whether a page that takes the lines up to a number leaves one of the first
// called notes for another.
func (b *Breaker) putsOff(lines, called int32) bool {
	notes, _ := b.notes.waiting(lines, called)
	return notes > 0
}

// take gives out what the page has over, or wants.
func (f *fit) take(excess, stretch, shrink unit.Length, loose bool) {
	switch {
	case excess > 0 && (loose || stretch <= 0):
		f.rest = excess
	case excess > 0:
		f.adjust, f.total = min(excess, stretch), stretch
		f.rest = excess - f.adjust
	case excess < 0:
		f.adjust, f.total = max(excess, -shrink), shrink
		f.overfull = f.adjust - excess
		if shrink <= 0 {
			f.adjust, f.total, f.overfull = 0, 0, -excess
		}
	}
}

// close offers the page from node k with the given floats and paragraphs longer by
// flex lines.
func (b *Breaker) close(k int32, at *sums, p *breakpoint, floats, flex int32) fit {
	n := &b.nodes[k]
	f := b.fit(n, at, p, floats, flex)
	if f.overfull > 0 && !b.final || f.overfull == 0 && f.rest > b.tolerance && !p.forced {
		return f
	}
	c := candidate{
		from: k, flex: flex, overfull: f.overfull,
		cost:  min(n.cost+b.cost(n, &f, at, p), enough),
		state: b.after(n, &f),
	}
	if f.overfull == 0 {
		b.offer(c)
	} else if !b.rescued || c.overfull < b.rescue.overfull || c.overfull == b.rescue.overfull && c.cost < b.rescue.cost {
		b.rescue, b.rescued = c, true
	}
	return f
}

// floatPage adds a candidate for the break of the newest node: a page of nothing but
// the floats that wait there, and of notes.
func (b *Breaker) floatPage() {
	k := int32(len(b.nodes) - 1)
	n := b.nodes[k]
	n.head = 0
	p := breakpoint{}
	for floats := n.sums.floats; floats > n.state.floats; floats-- {
		f := b.fit(&n, &n.sums, &p, floats, 0)
		if f.overfull > 0 || f.rest > b.tolerance {
			continue
		}
		b.candidates = append(b.candidates, candidate{
			from:  k,
			cost:  min(n.cost+b.cost(&n, &f, &n.sums, &p), enough),
			state: b.after(&n, &f),
		})
		return
	}
}

// after returns the state that a page leaves.
func (b *Breaker) after(n *node, f *fit) state {
	s := state{lines: f.lines, floats: f.floats, page: min(n.state.page+1, int32(len(b.opt.Heights)-1)), facing: n.state.facing}
	switch {
	case s.facing == facesNone:
	case s.facing == isLeft, b.opt.Spread == Either:
		s.facing, s.figured = b.lack(n, f), f.floats > n.state.floats
	default:
		s.facing = isLeft
	}
	return s
}

// lack returns the number of whole Units that a page is short by.
func (b *Breaker) lack(n *node, f *fit) int32 {
	if f.lines > n.state.lines || f.rest < 0 {
		return 0
	}
	return int32(min(f.rest/b.opt.Unit, math.MaxInt16))
}

// cost returns the cost of one page.
func (b *Breaker) cost(n *node, f *fit, at *sums, p *breakpoint) int64 {
	var c int64
	switch {
	case f.overfull > 0:
		c = overfullCost
	case p.last:
		if f.natural < b.opt.LastMin && n.previous >= 0 {
			c = int64(b.opt.LastCost)
		}
	case !p.forced || f.adjust < 0:
		c = b.shortage(f)
	}
	if !p.forced {
		c += p.cost
	}
	if n.state.facing >= 0 && !p.forced {
		c += b.uneven(n, f)
	}
	if p.last && f.lines < b.notes.total() { // a page of nothing but notes would follow
		c += int64(b.opt.DeferCost)
	}
	c += int64(b.opt.FloatCost) * int64(at.floats-f.floats)
	c += int64(b.opt.FlexCost) * int64(f.flex) * int64(f.flex)
	waiting, split := b.notes.waiting(f.lines, at.called)
	c += int64(b.opt.DeferCost) * int64(waiting)
	if split {
		c += int64(b.opt.SplitCost)
	}
	// Notes waited when the page began, and not a line of them is on it.
	if f.lines == n.state.lines && n.sums.lines > f.lines {
		c += int64(b.opt.DeferCost)
	}
	return c
}

// uneven returns the cost of a right page that is not short by as much as the left one.
func (b *Breaker) uneven(n *node, f *fit) int64 {
	d := int64(n.state.facing - b.lack(n, f))
	// The eye compares where two columns of text end, and one line of difference is as
	// plain as four: so the cost does not grow. Beside a figure a difference counts by
	// its lines.
	switch cost := int64(b.opt.UnevenCost); {
	case d == 0:
		return 0
	case n.state.figured || f.floats > n.state.floats:
		return min(max(d, -d)*cost/10, cost)
	default:
		return cost
	}
}

// shortage returns the cost of stretching or shrinking, up to 100 by its third
// power, and of what is left over, by its square.
func (b *Breaker) shortage(f *fit) int64 {
	var c int64
	if f.total > 0 {
		r := int64(f.adjust) * 1000 / int64(f.total)
		if r < 0 {
			r = -r
		}
		c = shortCost * r * r * r / 1_000_000_000
	}
	if r := int64(f.rest) * 1000 / int64(b.opt.Unit); r < 1_000_000 {
		return c + shortCost*r*r/1_000_000
	}
	return maxCost
}
