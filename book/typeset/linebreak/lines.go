package linebreak

import (
	"slices"

	"octavo/book/base/unit"
)

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
	// The end of the items is as if infinite glue stood before it.
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
