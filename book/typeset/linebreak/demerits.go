package linebreak

import (
	"math"
	"sort"

	"octavo/book/base/unit"
)

// The fitness classes of the paper. Their bounds are TeX's: a badness above 12 is a
// ratio above a half, since 100 times the third power of 1/2 is 12.5, and a
// badness above 99 is a ratio of 1 or more. A line beside one that is two classes
// off gets AdjacentDemerits, since the eye sees the change of colour, not the space.
const (
	veryLoose uint8 = iota
	loose
	decent
	tight
	fitnesses = 4
)

// maxBadness is the badness of a line that is stretched out of all measure.
// TeX's is 10,000; a higher one tells bad lines from worse ones where
// nothing better can be had.
const maxBadness = 1_000_000

// desperate is the badness allowed, with hyphens and emergency stretch, before
// just any break is taken: spaces that stretch 2.15 times as far as they should,
// 10 being near the third power of 2.15. The number was chosen by eye. It decides
// only which lines are tried together once the tolerance has failed; what no line
// of this badness can do is done by the final pass. With 4,000 no sample edition
// changes.
const desperate = 1000

// Demerits that only the final pass gives, each above all that a line of
// maxBadness gets: about the square of maxBadness, since the penalty's square is
// below 10,000 times 10,000. So one hyphen in a ladder too long is worse than any
// loose line, and one overfull line weighs as much as four such hyphens. A sum reaches
// enough after some 140,000 overfull lines.
const (
	ladderDemerits   = 4 * maxBadness * maxBadness
	overfullDemerits = 16 * maxBadness * maxBadness
)

// balanceDemerits is what a line more costs in [Balance], above what the
// raggedness of any line that fits costs: what is left over is at most the
// measure, four times the quarter that counts as a ratio of 1, so that the badness
// is 6,400 and its square 41 million.
const balanceDemerits = 1_000_000_000

// The badness of a line is 100 r³, r being the stretch in use over the stretch of
// the line's glue. TeX computes it without fractions (TeX: The Program, section
// 108), and so do badness and cube: the ratio is taken in units of 1/297, and its
// third power is divided by 2¹⁸. Since 297³ is 26,198,073 and 100 times 2¹⁸ is
// 26,214,400, the result is 100 r³ but for a part in 1,600, and the division is a
// shift. Half of the divisor, 2¹⁷, is added first to round.
//
// The third power, which is TeX's too, makes a small change of spaces almost free
// and a large one forbidding, so that the search spreads what is over among
// several lines.
//
// The numbers 22 and 6400 follow from maxBadness. A ratio of 22 has the badness
// 1,064,800, above maxBadness: beyond it nothing need be computed, and no third
// power can overflow. A ratio of 6400/297 has exactly maxBadness, so that ratioLimit
// searches below it.

// ratioLimit returns the least ratio, in units of 1/297, whose badness is above
// tolerance: the third power of the ratio over 2^18 is its badness.
func ratioLimit(tolerance int64) int64 {
	return int64(sort.Search(6400, func(r int) bool { return cube(int64(r)) > tolerance }))
}

// cube returns the badness of ratio r in units of 1/297, the third root of
// 100 times 2^18 being close to 297.
func cube(r int64) int64 { return (r*r*r + 1<<17) >> 18 }

// badness returns 100 times the third power of excess over give, in integers,
// as TeX computes it.
func badness(excess, give unit.Length) int64 {
	if excess <= 0 {
		return 0
	}
	if give <= 0 || excess/22 >= give {
		return maxBadness
	}
	return min(cube(297*int64(excess)/int64(give)), maxBadness)
}

// A fit is how a line takes its measure.
type fit struct {
	natural       unit.Length
	adjust, total unit.Length
	rest          unit.Length
	overfull      unit.Length
	order         uint8
}

// fit measures the line from node n to the break at hand.
func (b *Breaker) fit(n *node, at *sums, p *breakpoint) fit {
	f := fit{natural: at.width - n.sums.width + p.width - n.left - p.right}
	excess := b.width(int(n.line)) - f.natural
	if excess == 0 {
		return f
	}
	if excess > 0 {
		return f.stretched(excess, n, at, b.opt.Mode == Justify && !p.fill)
	}
	if b.opt.Mode == Justify {
		f.total = at.shrink - n.sums.shrink
	}
	f.adjust = max(excess, -f.total)
	f.overfull = f.adjust - excess
	if f.total == 0 {
		f.adjust = 0
	}
	return f
}

// stretched gives out excess to the highest order of stretch that the line has. Without
// finite, stretch of order 0 is left alone: a ragged line keeps its spaces.
func (f fit) stretched(excess unit.Length, n *node, at *sums, finite bool) fit {
	lowest := 1
	if finite {
		lowest = 0
	}
	for o := maxOrder; o >= lowest; o-- {
		if s := at.stretch[o] - n.sums.stretch[o]; s > 0 {
			f.adjust, f.total, f.order = excess, s, uint8(o)
			return f
		}
	}
	f.rest = excess
	return f
}

// badness returns how bad a line of fit f and measure width is, and its fitness.
func (b *Breaker) badness(f *fit, width unit.Length, p *breakpoint) (int64, uint8) {
	free := f.order > 0 || p.fill || p.forced && b.opt.Mode == Ragged
	// A ragged line has no stretch to compare with: what is left over counts
	// against a quarter of the measure, a width chosen by eye. With a third the
	// rags of the sample editions change.
	switch {
	case f.adjust < 0:
		bad := badness(-f.adjust, f.total)
		if bad > 12 {
			return bad, tight
		}
		return bad, decent
	case b.opt.Mode == Balance && f.order == 0:
		return badness(f.rest, width/4), decent
	case free:
		return 0, decent
	case b.opt.Mode == Ragged:
		return badness(f.rest, width/4), decent
	}
	bad := badness(f.adjust+f.rest, f.total+b.background)
	switch {
	case bad > 99:
		return bad, veryLoose
	case bad > 12:
		return bad, loose
	}
	return bad, decent
}

// How even lines are.
//
// The classes of fitness see that a tight line stands beside a loose one, and nothing finer:
// two lines whose spaces are at 0.8 and at 1.2 of the natural width are both decent. The eye
// sees a page as even where each line is like the one above it. So a line is charged for the
// difference between its word space and that of the line before, in proportion. The charge
// is linear, since the mean of these differences is what is to be small, and since the best
// way is then found with little: of two ways to the same break the one that is dearer by more
// than the charge for the difference of their own spaces can never win.
//
// Ways to a break are kept apart by their space in steps of spaceStep. Within a step the
// cheaper one stays, which is wrong by the charge of a step at most.

const (
	spaces     = 40            // steps, from lowest on
	spaceStep  = 25            // thousandths of a word space, by eye a difference that nobody sees
	lowest     = -300          // spaces are not shrunk further
	widest     = 4000          // thousandths: beyond that a line is as bad as can be
	unfilled   = math.MinInt32 // the space of a line that is not filled, which charges nothing
	wholeSpace = 1000
)

// space returns by how much the word spaces of a line are wider than the natural ones.
func (b *Breaker) space(f *fit, p *breakpoint) int32 {
	switch {
	case b.looks == fitnesses || f.order > 0 || p.fill || f.rest > 0:
		return unfilled
	case f.total == 0:
		return 0
	case f.adjust < 0:
		return int32(f.adjust.Mul(int64(b.opt.SpaceShrink), int64(f.total)))
	}
	return int32(min(f.adjust.Mul(int64(b.opt.SpaceStretch), int64(f.total)), widest))
}

// uneven returns the demerits of two lines, one below the other, whose word spaces are these.
func (b *Breaker) uneven(x, y int32) int64 {
	if x == unfilled || y == unfilled {
		return 0
	}
	return int64(b.opt.UnevenDemerits) * int64(max(x, y)-min(x, y)) / wholeSpace
}

// look returns the state of what a line looks like to the next one.
func (b *Breaker) look(c *candidate) int {
	if b.looks == fitnesses {
		return int(c.fitness)
	}
	if c.space == unfilled {
		return 0
	}
	return min(max(int(c.space)-lowest, 0)/spaceStep, spaces-1)
}

// try offers the line from active node k to the break at hand at item i, and
// reports whether k can still begin a line that ends later.
func (b *Breaker) try(k int32, i int, at *sums, p *breakpoint) bool {
	n := &b.nodes[k]
	if int(n.start) > i { // i is discarded after n
		return true
	}
	if b.lines > 0 && (int(n.line) >= b.lines || p.last && int(n.line) != b.lines-1) {
		return false // there are too many lines, or too few
	}
	if b.empty(n, at, p) {
		return true
	}
	f := b.fit(n, at, p)
	if f.overfull > 0 {
		// The node stays as long as a later break may hang out further, or come after
		// glue that can shrink more.
		b.remember(k, &f, p)
		return !b.spent(n, at)
	}
	bad, fitness := b.badness(&f, b.width(int(n.line)), p)
	if bad <= b.tolerance {
		if c, ok := b.demerits(k, &f, p, bad, fitness); ok {
			b.offer(c)
		}
	}
	return true
}

// empty reports at little cost that a line is stretched beyond tolerance, as
// are most lines that are tried. A line that empty misses is measured in full.
func (b *Breaker) empty(n *node, at *sums, p *breakpoint) bool {
	if b.infinite || p.forced || b.opt.Mode != Justify || b.tolerance >= maxBadness {
		return false
	}
	excess := b.width(int(n.line)) - (at.width - n.sums.width + p.width - n.left - p.right)
	give := at.stretch[0] - n.sums.stretch[0] + b.background
	return excess > 0 && 297*int64(excess) >= b.limit*int64(max(give, 0))
}

// spent reports whether every line from n to the break at hand or beyond is
// overfull, whatever hangs out at its end.
func (b *Breaker) spent(n *node, at *sums) bool {
	least := at.width - n.sums.width - n.left - b.maxRight
	if b.opt.Mode == Justify {
		least -= at.shrink - n.sums.shrink
	}
	return least > b.width(int(n.line))
}

// remember keeps the line as the one to use when no other reaches this break,
// if it is the least overfull so far.
func (b *Breaker) remember(k int32, f *fit, p *breakpoint) {
	r := &b.rescue
	if !b.final || r.ok && f.overfull > r.overfull {
		return
	}
	c, _ := b.demerits(k, f, p, maxBadness, tight)
	c.demerits = min(c.demerits+overfullDemerits, enough)
	if !r.ok || f.overfull < r.overfull || c.demerits < r.demerits {
		*r = rescue{c, f.overfull, true}
	}
}

// demerits returns the candidate that the line from node k makes, and whether
// its ladder is one that the pass allows.
func (b *Breaker) demerits(k int32, f *fit, p *breakpoint, bad int64, fitness uint8) (candidate, bool) {
	// The formula is TeX's (TeX: The Program, section 859): the penalty is squared
	// apart from the badness, so that a cost of 50 is felt in a good line too, and a
	// negative one, which invites a break, is taken off.
	n, o := &b.nodes[k], &b.opt
	d := int64(o.LinePenalty) + bad
	d *= d
	switch {
	case p.forced:
	case p.cost > 0:
		d += p.cost * p.cost
	default:
		d -= p.cost * p.cost
	}
	if p.flagged && n.flagged {
		d += int64(o.DoubleHyphenDemerits)
	}
	if p.last && n.flagged {
		d += int64(o.FinalHyphenDemerits)
	}
	if p.last && f.natural < o.LastLineMin && n.previous >= 0 {
		d += int64(o.LastLineDemerits)
	}
	if max(fitness, n.fitness)-min(fitness, n.fitness) > 1 {
		d += int64(o.AdjacentDemerits)
	}
	if o.Mode == Balance {
		d += balanceDemerits
	}
	c := candidate{from: k, fitness: fitness, line: n.line, space: b.space(f, p)}
	d += b.uneven(n.space, c.space)
	if int(n.line)+1 < len(o.Widths) {
		c.line++
	}
	if p.flagged && o.MaxLadder > 0 {
		if int(n.ladder) < o.MaxLadder {
			c.ladder = n.ladder + 1
		} else if b.final {
			c.ladder = n.ladder
			d += ladderDemerits
		} else {
			return c, false
		}
	}
	c.demerits = min(n.demerits+d, enough)
	return c, true
}
