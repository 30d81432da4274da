package sfnt

import "slices"

// cmap is a font's map from characters to glyphs: runs of consecutive
// characters, in order and apart.
type cmap []cmapRun

// A cmapRun maps first to last onto glyph, glyph+1, ..., or each onto its entry
// of glyphs.
type cmapRun struct {
	first, last rune
	glyph       uint16
	glyphs      []byte // big-endian glyph numbers, when not consecutive
	delta       uint16 // added to each of glyphs that is not 0
}

func (c cmap) lookup(r rune) uint16 {
	i, ok := slices.BinarySearchFunc(c, r, func(run cmapRun, r rune) int {
		if r < run.first {
			return 1
		}
		if r > run.last {
			return -1
		}
		return 0
	})
	if !ok {
		return 0
	}
	return c[i].at(r)
}

func (run *cmapRun) at(r rune) uint16 {
	if run.glyphs == nil {
		return run.glyph + uint16(r-run.first)
	}
	g := uint16(be16(run.glyphs, 2*int(r-run.first)))
	if g != 0 {
		g += run.delta
	}
	return g
}

// parseCmap reads the best Unicode subtable: the one with all of Unicode
// before the one with the basic plane. A font without one maps nothing.
func parseCmap(table []byte) cmap {
	best, bestRank := []byte(nil), 0
	for i := range be16(table, 2) {
		entry := 4 + 8*i
		sub := from(table, int(be32(table, entry+4)))
		if rank := cmapRank(be16(table, entry), be16(table, entry+2), be16(sub, 0)); rank > bestRank {
			best, bestRank = sub, rank
		}
	}
	var c cmap
	switch be16(best, 0) {
	case 0:
		c = cmapFormat0(best)
	case 4:
		c = cmapFormat4(best)
	case 6:
		c = cmapFormat6(best)
	case 12:
		c = cmapFormat12(best)
	}
	return c.tidy()
}

// cmapRank says how good a subtable is, 0 for one that is of no use.
func cmapRank(platform, encoding, format int) int {
	unicode := platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
	symbol := platform == 3 && encoding == 0
	switch {
	case unicode && format == 12:
		return 4
	case unicode && format == 4:
		return 3
	case unicode && (format == 6 || format == 0):
		return 2
	case symbol && format == 4:
		return 1
	}
	return 0
}

func cmapFormat0(b []byte) cmap {
	var c cmap
	for i := range rune(256) {
		if at := 6 + int(i); at < len(b) && b[at] != 0 {
			c = append(c, cmapRun{first: i, last: i, glyph: uint16(b[at])})
		}
	}
	return c
}

func cmapFormat4(b []byte) cmap {
	n := be16(b, 6) / 2
	var c cmap
	for i := range n {
		end, start := be16(b, 14+2*i), be16(b, 16+2*n+2*i)
		delta := uint16(be16(b, 16+4*n+2*i))
		at := 16 + 6*n + 2*i // of this segment's idRangeOffset
		offset := be16(b, at)
		if start > end || start == 0xffff { // broken, or the segment that ends the table
			continue
		}
		run := cmapRun{first: rune(start), last: rune(min(end, 0xfffe)), glyph: uint16(start) + delta}
		if offset != 0 {
			// The offset counts from its own place in the table, so that with it the
			// glyphs of a segment may lie anywhere behind.
			if run.glyphs = from(b, at+offset); run.glyphs == nil {
				continue
			}
			run.delta = delta
		}
		c = append(c, run)
	}
	return c
}

func cmapFormat6(b []byte) cmap {
	first, n := be16(b, 6), be16(b, 8)
	glyphs := from(b, 10)
	if n == 0 || glyphs == nil {
		return nil
	}
	return cmap{{first: rune(first), last: rune(first + n - 1), glyphs: glyphs}}
}

func cmapFormat12(b []byte) cmap {
	n := min(int(be32(b, 12)), (len(b)-16)/12)
	var c cmap
	for i := range n {
		at := 16 + 12*i
		first, last, glyph := be32(b, at), be32(b, at+4), be32(b, at+8)
		if first > last || last > 0x10ffff || glyph > 0xffff {
			continue
		}
		c = append(c, cmapRun{first: rune(first), last: rune(last), glyph: uint16(glyph)})
	}
	return c
}

// tidy sorts the runs and drops those that overlap an earlier one.
func (c cmap) tidy() cmap {
	slices.SortStableFunc(c, func(a, b cmapRun) int { return int(a.first) - int(b.first) })
	kept := c[:0]
	for _, run := range c {
		if n := len(kept); n > 0 && run.first <= kept[n-1].last {
			continue
		}
		kept = append(kept, run)
	}
	return kept
}
