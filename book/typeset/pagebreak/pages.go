package pagebreak

import "slices"

// collect follows the best node at the end back to the beginning.
func (b *Breaker) collect() []Page {
	best := b.active[0]
	for _, k := range b.active {
		if b.nodes[k].cost < b.nodes[best].cost {
			best = k
		}
	}
	b.pages, b.pieces = b.pages[:0], b.pieces[:0]
	for k := best; b.nodes[k].previous >= 0; k = b.nodes[k].previous {
		b.pages = append(b.pages, b.page(&b.nodes[b.nodes[k].previous], &b.nodes[k]))
	}
	slices.Reverse(b.pages)
	b.flush(b.nodes[best].state)
	return b.pages
}

// page returns the page between two nodes.
func (b *Breaker) page(from, to *node) Page {
	n, at := *from, from.sums
	start, end := int(n.start), int(to.position)
	p := breakpoint{}
	if to.position > n.position {
		for i := start; i < end; i++ {
			b.add(&at, &b.items[i])
		}
		p = b.breakpoint(end, &at)
	} else { // a page of floats
		n.head, end = 0, start
	}
	f := b.fit(&n, &at, &p, to.state.floats, to.flex)
	first := len(b.pieces)
	b.pieces = b.notes.pieces(n.state.lines, f.lines, b.pieces)
	return Page{
		Start: start, End: end,
		Floats: b.floatAt[n.state.floats:f.floats:f.floats],
		Notes:  b.pieces[first:len(b.pieces):len(b.pieces)],
		Height: b.height(n.state.page), Natural: f.natural, Head: n.head, Foot: p.foot,
		Adjust: f.adjust, Total: f.total, Rest: f.rest, Overfull: f.overfull,
		Flex: int(f.flex),
		Cost: b.cost(&n, &f, &at, &p),
	}
}

// flush appends pages for the notes that the last page leaves over.
func (b *Breaker) flush(s state) {
	total := b.notes.total()
	for s.lines < total {
		height := b.height(s.page)
		to := b.notes.fill(s.lines, total, height-b.opt.Separator)
		if to == s.lines {
			to++ // a line that is taller than a page
		}
		f := fit{natural: b.opt.Separator + b.notes.height(s.lines, to)}
		f.take(height-f.natural, 0, 0, true)
		first := len(b.pieces)
		b.pieces = b.notes.pieces(s.lines, to, b.pieces)
		b.pages = append(b.pages, Page{
			Start: len(b.items), End: len(b.items), Notes: b.pieces[first:len(b.pieces):len(b.pieces)],
			Height: height, Natural: f.natural, Rest: f.rest, Overfull: f.overfull,
		})
		s.lines, s.page = to, min(s.page+1, int32(len(b.opt.Heights)-1))
	}
}
