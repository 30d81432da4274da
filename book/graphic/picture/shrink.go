package picture

// shrink averages the pixels that fall on each pixel of the result, with the
// exact share of those on its edges. Colours weigh by their alpha, so that what
// is transparent does not bleed into the edges.
//
// Shares without fractions: let the picture be height times r.height units high. A
// source row is then height units, a row of the result r.height units, and both end on
// whole units. Each source row is given out to the row of the result that is being filled
// until that row is full, and the rest to the next; filled counts the units of the row.
// Columns are shared in the same way. A sum weighs r.width times r.height in all, by which
// emit divides once, so that nothing is rounded before.
func shrink(r *rowReader, width, height int) *pixels {
	p := newPixels(width, height, r.opaque)
	row := make([]uint8, 4*r.width)
	line := make([]uint64, 4*width) // one source row, averaged across
	sums := make([]uint64, 4*width)
	// Down the page a source row spans height units, a result row r.height.
	filled, y := 0, 0
	for sy := range r.height {
		r.read(sy, row)
		clear(line)
		if r.opaque {
			acrossOpaque(row, line, r.width, width)
		} else {
			across(row, line, r.width, width)
		}
		for rest := height; rest > 0; {
			part := min(rest, r.height-filled)
			for i, v := range line {
				sums[i] += v * uint64(part)
			}
			rest -= part
			filled += part
			if filled == r.height {
				p.emit(y, sums, uint64(r.width)*uint64(r.height))
				clear(sums)
				filled = 0
				y++
			}
		}
	}
	return p.settle()
}

// across adds row to the sums of the result's columns, each colour times its
// alpha. A source column spans width units, a result column sourceWidth.
func across(row []uint8, line []uint64, sourceWidth, width int) {
	filled, x := 0, 0
	for sx := range sourceWidth {
		px := row[4*sx : 4*sx+4 : 4*sx+4]
		a := uint64(px[3])
		c := [4]uint64{uint64(px[0]) * a, uint64(px[1]) * a, uint64(px[2]) * a, a}
		for rest := width; rest > 0; {
			part := min(rest, sourceWidth-filled)
			to := line[4*x : 4*x+4 : 4*x+4]
			for k := range to {
				to[k] += c[k] * uint64(part)
			}
			rest -= part
			if filled += part; filled == sourceWidth {
				filled, x = 0, x+1
			}
		}
	}
}

// acrossOpaque is across for alpha 255, with which it does not multiply.
func acrossOpaque(row []uint8, line []uint64, sourceWidth, width int) {
	filled, x := 0, 0
	for sx := range sourceWidth {
		px := row[4*sx : 4*sx+4 : 4*sx+4]
		for rest := width; rest > 0; {
			part := min(rest, sourceWidth-filled)
			to := line[4*x : 4*x+4 : 4*x+4]
			to[0] += uint64(px[0]) * uint64(part)
			to[1] += uint64(px[1]) * uint64(part)
			to[2] += uint64(px[2]) * uint64(part)
			rest -= part
			if filled += part; filled == sourceWidth {
				filled, x = 0, x+1
			}
		}
	}
}

// emit writes row y from sums that weigh area in all.
func (p *pixels) emit(y int, sums []uint64, area uint64) {
	for x := range p.width {
		at := y*p.width + x
		weight := area
		if p.alpha != nil {
			weight = sums[4*x+3]
			p.alpha[at] = uint8((weight + area/2) / area)
		}
		if weight == 0 {
			continue
		}
		for k := range 3 {
			p.rgb[3*at+k] = uint8((sums[4*x+k] + weight/2) / weight)
		}
	}
}
