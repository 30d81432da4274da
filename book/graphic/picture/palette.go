package picture

import (
	"cmp"
	"slices"
)

// Pictures of few colours, as painted ones and those of vector programs have, come out of
// the reduction with thousands of mixes at their edges, and larger than their file was:
// no two pixels along an edge are alike. Held in 256 colours, or in fewer, they are crisp, and half of
// the size of a JPEG of the best quality, whose rings around lines are seen. So a palette is
// made for them, by median cut (Heckbert 1982): the box of colours with the greatest spread
// is cut at its mean until there are as many boxes as entries. Where the palette is not
// good enough to be never noticed the picture keeps its colours.
const (
	paletteSize = 256
	cellBits    = 6      // of a channel, by which colours are put together first
	maxCells    = 40_000 // a photograph has more
	// The bounds of what a palette may be off, by eye, on paintings with lines and on
	// charts: the mean square of a sample, for which 4 are 42 dB, and the worst sample.
	paletteMean  = 4
	paletteWorst = 48
)

// A cell is the pixels whose colours begin with the same bits.
type cell struct {
	sum   [3]uint64
	n     uint64
	entry int // of the palette
}

func (c *cell) mean(k int) int { return int((c.sum[k] + c.n/2) / c.n) }

// indexed returns opaque pixels as a palette of red, green and blue and an index a pixel,
// false when that would be seen.
func (p *pixels) indexed() (palette, indices []uint8, ok bool) {
	table := make([]cell, 1<<(3*cellBits))
	for i := 0; i+2 < len(p.rgb); i += 3 {
		c := &table[cellOf(p.rgb[i:])]
		for k := range 3 {
			c.sum[k] += uint64(p.rgb[i+k])
		}
		c.n++
	}
	var used []*cell
	for i := range table {
		if table[i].n > 0 {
			used = append(used, &table[i])
		}
	}
	if len(used) > maxCells {
		return nil, nil, false
	}
	indices = make([]uint8, len(p.rgb)/3)
	for _, size := range []int{paletteSize / 2, paletteSize * 3 / 4, paletteSize} {
		colours := settle(used, cut(slices.Clone(used), size))
		nearest(used, colours)
		for i := range indices {
			indices[i] = uint8(table[cellOf(p.rgb[3*i:])].entry)
		}
		if palette = slices.Concat(colours...); p.near(palette, indices) {
			return palette, indices, true
		}
	}
	return nil, nil, false
}

func cellOf(px []uint8) int {
	const drop = 8 - cellBits
	return int(px[0]>>drop)<<(2*cellBits) | int(px[1]>>drop)<<cellBits | int(px[2]>>drop)
}

// near reports whether a palette is good enough.
func (p *pixels) near(palette, indices []uint8) bool {
	sum := 0
	for i, at := range indices {
		for k := range 3 {
			d := int(p.rgb[3*i+k]) - int(palette[3*int(at)+k])
			if sum += d * d; d > paletteWorst || d < -paletteWorst {
				return false
			}
		}
	}
	return sum <= paletteMean*len(p.rgb)
}

// A box is cells that are to have one entry of the palette.
type box struct {
	cells   []*cell
	channel int    // in which they differ most
	mean    int    // in that channel
	spread  uint64 // the squares of the differences there, of all pixels
}

func boxOf(cells []*cell) box {
	b := box{cells: cells}
	for k := range 3 {
		var n, sum, squares uint64
		for _, c := range cells {
			v := uint64(c.mean(k))
			n, sum, squares = n+c.n, sum+v*c.n, squares+v*v*c.n
		}
		if spread := squares - sum*(sum/n); spread > b.spread && len(cells) > 1 {
			b.channel, b.mean, b.spread = k, int(sum/n), spread
		}
	}
	return b
}

// cut returns the colours of a palette of so many entries, and gives each cell that of its
// box.
func cut(cells []*cell, size int) [][]uint8 {
	boxes := []box{boxOf(cells)}
	for len(boxes) < size {
		at := 0
		for i := range boxes {
			if boxes[i].spread > boxes[at].spread {
				at = i
			}
		}
		b := boxes[at]
		slices.SortStableFunc(b.cells, func(x, y *cell) int { return cmp.Compare(x.mean(b.channel), y.mean(b.channel)) })
		half := 0
		for half < len(b.cells) && b.cells[half].mean(b.channel) <= b.mean {
			half++
		}
		if half == 0 || half == len(b.cells) {
			break
		}
		boxes[at] = boxOf(b.cells[:half])
		boxes = append(boxes, boxOf(b.cells[half:]))
	}
	colours := make([][]uint8, len(boxes))
	for i, b := range boxes {
		colours[i] = average(b.cells)
		for _, c := range b.cells {
			c.entry = i
		}
	}
	return colours
}

func average(cells []*cell) []uint8 {
	c := make([]uint8, 3)
	for k := range c {
		var n, sum uint64
		for _, one := range cells {
			n, sum = n+one.n, sum+one.sum[k]
		}
		c[k] = uint8((sum + n/2) / n)
	}
	return c
}

// settle moves each colour to the middle of the cells that are nearest to it.
func settle(used []*cell, colours [][]uint8) [][]uint8 {
	nearest(used, colours)
	members := make([][]*cell, len(colours))
	for _, c := range used {
		members[c.entry] = append(members[c.entry], c)
	}
	for i, list := range members {
		if len(list) > 0 {
			colours[i] = average(list)
		}
	}
	return colours
}

// nearest gives each cell the entry that is nearest to it, from the one that it has on:
// most others are then passed over by their green alone.
func nearest(used []*cell, colours [][]uint8) {
	for _, c := range used {
		r, g, b := c.mean(0), c.mean(1), c.mean(2)
		off := func(colour []uint8) int {
			dr, dg, db := r-int(colour[0]), g-int(colour[1]), b-int(colour[2])
			return dr*dr + dg*dg + db*db
		}
		least := off(colours[c.entry])
		for i, colour := range colours {
			if dg := g - int(colour[1]); dg*dg >= least {
				continue
			}
			if d := off(colour); d < least {
				least, c.entry = d, i
			}
		}
	}
}

// A census counts the colours of rows, up to what a palette holds.
type census struct {
	seen map[[4]uint8]bool
	last [4]uint8
}

func (c *census) add(row []uint8) {
	for i := 0; i+3 < len(row) && len(c.seen) <= paletteSize; i += 4 {
		px := [4]uint8(row[i:])
		if px != c.last || len(c.seen) == 0 {
			c.seen[px], c.last = true, px
		}
	}
}

// few reports whether all colours fit into a palette.
func (c *census) few() bool { return c != nil && len(c.seen) <= paletteSize }
