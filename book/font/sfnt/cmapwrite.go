package sfnt

// cmapTable writes a character map of the runes, which are sorted and which the
// font has: format 4 for the basic plane, and format 12 when there are others.
func cmapTable(f *Font, runes []rune) []byte {
	// A run holds characters in a row whose glyphs are in a row as well. None goes beyond
	// U+FFFF from below, where format 4 ends.
	var runs []cmapRun
	for _, r := range runes {
		gid, _ := f.GlyphID(r)
		if n := len(runs); n > 0 {
			if last := &runs[n-1]; last.last+1 == r && last.glyph+uint16(r-last.first) == gid && (r <= 0xffff) == (last.first <= 0xffff) {
				last.last = r
				continue
			}
		}
		runs = append(runs, cmapRun{first: r, last: r, glyph: gid})
	}
	basic := 0
	for basic < len(runs) && runs[basic].first <= 0xffff {
		basic++
	}
	four := format4(runs[:basic])
	tables := 1
	if basic < len(runs) {
		tables = 2
	}
	out := append16(append16(nil, 0), tables)
	out = append32(append16(append16(out, 3), 1), uint32(4+8*tables))
	if tables == 2 {
		out = append32(append16(append16(out, 3), 10), uint32(4+8*tables+len(four)))
	}
	out = append(out, four...)
	if tables == 2 {
		out = append(out, format12(runs)...)
	}
	return out
}

// format4 writes the runs and the segment that has to end the table. Its head
// prepares a search by halves: twice the number n of segments, twice the greatest power of
// two that is no more than n, the logarithm of that power, and the difference of
// the first two. A glyph is its character plus the delta of the run, modulo 65,536; the
// last segment maps 0xffff with delta 1, and so onto glyph 0.
func format4(runs []cmapRun) []byte {
	if n := len(runs); n > 0 && runs[n-1].last == 0xffff {
		runs = runs[:n-1]
	}
	n := len(runs) + 1
	log := 0
	for 2<<log <= n {
		log++
	}
	out := append16(append16(append16(nil, 4), 16+8*n), 0)
	for _, v := range []int{2 * n, 2 << log, log, 2*n - 2<<log} {
		out = append16(out, v)
	}
	for _, r := range runs {
		out = append16(out, int(r.last))
	}
	out = append16(append16(out, 0xffff), 0)
	for _, r := range runs {
		out = append16(out, int(r.first))
	}
	out = append16(out, 0xffff)
	for _, r := range runs {
		out = append16(out, int(uint16(int(r.glyph)-int(r.first))))
	}
	out = append16(out, 1)
	return append(out, make([]byte, 2*n)...)
}

func format12(runs []cmapRun) []byte {
	out := append16(append16(nil, 12), 0)
	out = append32(append32(append32(out, uint32(16+12*len(runs))), 0), uint32(len(runs)))
	for _, r := range runs {
		out = append32(append32(append32(out, uint32(r.first)), uint32(r.last)), uint32(r.glyph))
	}
	return out
}
