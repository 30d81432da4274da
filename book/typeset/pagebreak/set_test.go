package pagebreak

import "octavo/book/base/unit"

// Set appends to dst the height of each item of the page, items[p.Start:p.End].
// Glue has its height after stretching, rounded so that the sum is exact;
// penalties have none, and floats none when they have moved on.
func (p Page) Set(items []Item, dst []unit.Length) []unit.Length {
	var seen, given unit.Length
	floats := p.Floats
	for len(floats) > 0 && floats[0] < p.Start {
		floats = floats[1:]
	}
	for i := p.Start; i < p.End; i++ {
		it := &items[i]
		h := it.Height
		switch {
		case it.Kind == Penalty:
			h = 0
		case it.Kind == Float && len(floats) > 0 && floats[0] == i:
			floats = floats[1:]
		case it.Kind == Float:
			h = 0
		case it.Kind == Glue:
			if part := p.share(it); part > 0 {
				seen += part
				share := p.Adjust.Mul(int64(seen), int64(p.Total)) - given
				given += share
				h += share
			}
		}
		dst = append(dst, h)
	}
	return dst
}

// share returns the part of p.Total that a glue has.
func (p Page) share(it *Item) unit.Length {
	switch {
	case p.Adjust > 0:
		return it.Stretch
	case p.Adjust < 0:
		return it.Shrink
	}
	return 0
}

// Pages divides items once. Callers with many chapters keep a [Breaker].
func Pages(items []Item, notes []Note, opt Options) []Page {
	var b Breaker
	return b.Break(items, notes, opt)
}
