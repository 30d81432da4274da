package layout

import (
	"cmp"
	"slices"
	"sort"

	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// nearlyFull is the share of the room, in twentieths, from which on a table is made as wide as
// the text. By eye.
const nearlyFull = 17

// share gives the columns their widths and the table its place.
func (g *grid) share(c *columns) {
	room := g.room()
	switch natural := sum(c.line); {
	case len(g.b.Columns) == len(c.line) && sum(c.part) <= room:
		g.w = levelled(c.part, g.asked(room), nil, room)
	case natural <= room:
		g.w = c.line
		if natural*20 >= room*nearlyFull || g.b.Width > 0 {
			g.w = spread(c.line, room)
		}
	case sum(c.word) <= room:
		g.w = spread(c.shortest(room), room)
	case sum(c.part) <= room:
		g.w = spread(levelled(c.part, c.word, nil, room), room)
	default:
		g.w = make([]unit.Length, len(c.part))
		for i, least := range c.part {
			g.w[i] = room.Mul(int64(least), int64(sum(c.part)))
		}
	}
	g.x = make([]unit.Length, len(g.w))
	for i := range g.w {
		g.w[i] = max(g.w[i], unit.Point)
	}
	g.width = sum(g.w) + g.gap*unit.Length(len(g.w)-1)
	g.left = g.fr.left + g.axis()
	x := g.left
	for i := range g.w {
		g.x[i] = x
		x += g.w[i] + g.gap
	}
}

// asked returns the widths of columns that the author of the table asks for. A word that is
// wider has its room nevertheless.
func (g *grid) asked(room unit.Length) []unit.Length {
	out := make([]unit.Length, len(g.b.Columns))
	for i, share := range g.b.Columns {
		out[i] = room.Mul(int64(share), 1000)
	}
	return out
}

// axis returns how far a table that is narrower than its frame stands from the beginning of
// lines: in the middle where the theme has its titles there, and on pages of its own.
func (g *grid) axis() unit.Length {
	free := max(g.s.width(g.fr)-g.width, 0)
	if g.turned || g.fr.grid && g.s.theme.Opening.RuleAlign == theme.Center {
		return free / 2
	}
	return 0
}

// captionFrame returns where the caption stands: above the table, as wide as it is. Above a
// narrow table, whose lines would be too short, it is as wide as the text. By eye, as for
// figures.
func (g *grid) captionFrame() frame {
	fr, st := g.fr, g.s.theme.Style(theme.Caption)
	fr.style = st
	measure := g.s.width(g.fr)
	switch left := g.left - g.fr.left; {
	case g.width >= measure*6/10:
		fr.left, fr.right = g.left, fr.right+max(measure-g.width-left, 0)
	case left > 0:
		centred := *st
		centred.Align = theme.Center
		fr.style = &centred
	}
	return fr
}

// spread shares what columns leave of the room in equal parts, so that all of it is used.
func spread(w []unit.Length, room unit.Length) []unit.Length {
	out := make([]unit.Length, len(w))
	free, n := room-sum(w), unit.Length(len(w))
	for i := range w {
		out[i] = w[i] + free/n
	}
	out[len(out)-1] += free % n
	return out
}

// worthWhile is the part of its lines that another way to share the room has to save: with
// the first way most columns of few words have them on one line. By eye.
const worthWhile = 32

// heaviest is the weight of the column of the most text.
const heaviest = 1000

// shortest returns the widths of columns, no word of which is parted, that make the table
// shortest.
func (c *columns) shortest(room unit.Length) []unit.Length {
	text := make([]int64, len(c.line))
	most := int64(1)
	for i := range c.line {
		for _, row := range c.cells {
			text[i] += int64(row[i] / unit.Point)
		}
		most = max(most, text[i])
	}
	even, root, whole := make([]int64, len(text)), make([]int64, len(text)), make([]int64, len(text))
	for i, n := range text {
		even[i], whole[i] = heaviest, max(n*heaviest/most, 1)
		root[i] = rootOf(whole[i] * heaviest)
	}
	best := c.served(room)
	least := c.lines(best)
	for _, w := range [][]unit.Length{
		levelled(c.word, c.line, even, room), levelled(c.word, c.line, root, room), levelled(c.word, c.line, whole, room), c.stretched(room),
	} {
		if n := c.lines(w); n < least-least/worthWhile {
			best, least = w, n
		}
	}
	return best
}

// stretched returns the widths of columns that have the same share of what they lack for all
// their cells to be on one line, as browsers set tables.
func (c *columns) stretched(room unit.Length) []unit.Length {
	out := slices.Clone(c.word)
	free, lack := room-sum(c.word), sum(c.line)-sum(c.word)
	for i := range out {
		out[i] += free.Mul(int64(c.line[i]-c.word[i]), int64(lack))
	}
	return out
}

// served returns the widths of columns when those that lack least for all their cells to be
// on one line get that, one after the other, and the rest is shared evenly.
func (c *columns) served(room unit.Length) []unit.Length {
	low := slices.Clone(c.word)
	order := make([]int, len(low))
	for i := range order {
		order[i] = i
	}
	lack := func(i int) unit.Length { return c.line[i] - c.word[i] }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lack(a), lack(b)) })
	free := room - sum(low)
	for _, i := range order[:len(order)-1] {
		if lack(i) > free/2 {
			break
		}
		low[i] += lack(i)
		free -= lack(i)
	}
	return levelled(low, c.line, nil, room)
}

// rootOf returns the square root of n, which is no more than the square of heaviest.
func rootOf(n int64) int64 {
	return int64(sort.Search(heaviest, func(r int) bool { return int64(r+1)*int64(r+1) > n }))
}

// rowWeight is how much a line of a row counts for, that of a cell being one: of two ways
// that are as short, the one is better that leaves more cells on a line. By eye.
const rowWeight = 8

// lines estimates how many lines the rows have in columns of these widths, and their cells. A
// line that is not justified leaves about a tenth of it free.
func (c *columns) lines(w []unit.Length) (lines int64) {
	for _, row := range c.cells {
		most := unit.Length(1)
		for i, l := range row {
			n := unit.Length(1)
			if l > w[i] {
				n = (l + l/10 + w[i] - 1) / max(w[i], 1)
			}
			most = max(most, n)
			lines += int64(n)
		}
		lines += int64(most) * rowWeight
	}
	return lines
}

// levelled returns the widths of columns that take no less than least and no more than most,
// and between these a share by weight, the same for all without weights. All together fit
// the room, and nearly fill it.
func levelled(least, most []unit.Length, weights []int64, room unit.Length) []unit.Length {
	out := make([]unit.Length, len(least))
	fill := func(level unit.Length) unit.Length { // of the heaviest column
		for i := range out {
			l := level
			if weights != nil {
				l = level.Mul(weights[i], heaviest)
			}
			out[i] = max(least[i], min(most[i], l))
		}
		return sum(out)
	}
	low, high := unit.Length(0), room*heaviest
	for low < high {
		mid := (low + high + 1) / 2
		if fill(mid) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	fill(low)
	return out
}
