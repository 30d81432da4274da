package linebreak

import "octavo/book/base/unit"

// Defaults returns the parameters of plain TeX, with ladders held to two lines
// and runts charged like two hyphens in a row; the caller sets Widths,
// EmergencyStretch (an em or three) and LastLineMin.
func Defaults() Options {
	return Options{
		PreTolerance:         100,
		Tolerance:            200,
		LinePenalty:          10,
		DoubleHyphenDemerits: 10000,
		FinalHyphenDemerits:  5000,
		AdjacentDemerits:     10000,
		MaxLadder:            2,
		LastLineDemerits:     10000,
	}
}

// Set appends to dst the width of each item of the line, items[b.Start:b.End],
// and one more for the break itself, which is b.Tail. Glue has its width after
// stretching, rounded so that the sum is exact.
func (b Break) Set(items []Item, dst []unit.Length) []unit.Length {
	var seen, given unit.Length
	for _, it := range items[b.Start:b.End] {
		switch {
		case it.Kind == Box:
			dst = append(dst, it.Width)
		case it.Kind == Glue:
			w := it.Width
			if part := b.share(it); part > 0 {
				seen += part
				share := b.Adjust.Mul(int64(seen), int64(b.Total)) - given
				given += share
				w += share
			}
			dst = append(dst, w)
		default:
			dst = append(dst, 0)
		}
	}
	return append(dst, b.Tail)
}

// share returns the part of b.Total that a glue has.
func (b Break) share(it Item) unit.Length {
	switch {
	case b.Adjust > 0 && min(it.Order, maxOrder) == b.Order:
		return it.Stretch
	case b.Adjust < 0:
		return it.Shrink
	}
	return 0
}

// Lines breaks items once. Callers with many paragraphs keep a [Breaker].
func Lines(items []Item, opt Options) []Break {
	var b Breaker
	return b.Break(items, opt)
}
