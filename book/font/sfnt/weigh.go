package sfnt

import "math/bits"

// The tables of OpenType layout (GSUB, GPOS, GDEF) and of the map of characters are
// trees whose branches are offsets, and nothing forbids two offsets to be alike. A
// library that makes an object of each branch then makes far more of them than the
// table has bytes: 4,000 lookups that are one, with 8,000 subtables that are one, are
// a table of 24 kB that takes 6 GB. So all branches are walked here before a library
// sees them, by the rules of the OpenType specification 1.9.1, and what is met is
// counted, a shared part each time. The walk ends where the bound is passed, so that it
// takes some milliseconds at most.

// maxLayout is how many numbers of 16 bits the branches of one table may have. Of 330
// fonts of Debian (Noto, Amiri, Junicode and others) the richest table has 202,000, the
// substitutions of Noto Nastaliq Urdu.
const maxLayout = 4 << 20

// maxMaps is how many maps of characters a font may list: there are eleven
// formats, and fonts list up to seven.
const maxMaps = 64

// Overgrown reports whether a table has more branches than any font needs: a library
// that reads it would take memory and time without end. The tables GSUB, GPOS, GDEF and
// cmap can be; others cannot, nor can one that the font lacks.
func (f *Font) Overgrown(name string) bool {
	table := f.Table(name)
	w := weigher{left: maxLayout}
	switch name {
	case "cmap":
		return be16(table, 2) > maxMaps
	case "GDEF":
		w.definitions(table)
	case "GSUB", "GPOS":
		w.gpos = name == "GPOS"
		w.layout(table)
	}
	return w.left < 0
}

// weigher walks a table until nothing is left of its bound.
type weigher struct {
	gpos bool
	left int
}

// A branch walks what an offset leads to; nil is never given.
type branch func(part []byte)

// many takes n from the bound.
func (w *weigher) many(n int) { w.left -= n }

// at walks the branch whose offset of 16 bits stands in b at i, measured from b.
func (w *weigher) at(b []byte, i int, walk branch) {
	if offset := be16(b, i); offset != 0 {
		if part := from(b, offset); part != nil {
			walk(part)
		}
	}
}

// list walks a list: how many entries at i, then one of size bytes each, which ends in
// an offset. It returns where the list ends.
func (w *weigher) list(b []byte, i, size int, walk branch) int {
	n := be16(b, i)
	w.each(b, i+2, n, size, walk)
	return i + 2 + size*n
}

// each walks n entries at i, of size bytes each, which end in an offset.
func (w *weigher) each(b []byte, i, n, size int, walk branch) {
	for k := range n {
		if w.many(size / 2); w.left < 0 {
			return
		}
		w.at(b, i+size*(k+1)-2, walk)
	}
}

// array takes a list of n numbers of 16 bits at i, n before them.
func (w *weigher) array(b []byte, i int) (end int) {
	n := be16(b, i)
	w.many(1 + n)
	return i + 2 + 2*n
}

func (w *weigher) layout(table []byte) {
	feature := func(b []byte) { w.array(b, 2) }
	language := func(b []byte) { w.array(b, 4) }
	w.at(table, 4, func(b []byte) { // scripts
		w.list(b, 0, 6, func(b []byte) {
			w.at(b, 0, language)
			w.list(b, 2, 6, language)
		})
	})
	w.at(table, 6, func(b []byte) { w.list(b, 0, 6, feature) })
	w.at(table, 8, func(b []byte) { w.list(b, 0, 2, w.lookup) })
	if be16(table, 2) > 0 { // version 1.1
		w.variations(from(table, int(be32(table, 10))), feature)
	}
}

// variations walks what replaces features in parts of the space of a variable font.
func (w *weigher) variations(b []byte, feature branch) {
	if len(b) == 0 {
		return
	}
	for i := range min(int(be32(b, 4)), len(b)/8) {
		if w.many(4); w.left < 0 {
			return
		}
		if set := from(b, int(be32(b, 8+8*i))); set != nil {
			w.many(8 * be16(set, 0)) // conditions, of ten bytes
		}
		if set := from(b, int(be32(b, 12+8*i))); set != nil {
			for k := range be16(set, 4) {
				if w.many(3); w.left < 0 {
					return
				}
				if part := from(set, int(be32(set, 8+6*k))); part != nil {
					feature(part)
				}
			}
		}
	}
}

// lookup walks a lookup. What a library makes of a lookup and of a subtable is far larger
// than the numbers that they have themselves, which object stands for; its size is by eye.
func (w *weigher) lookup(b []byte) {
	const object = 16
	kind := be16(b, 0)
	w.many(object)
	w.list(b, 4, 2, func(sub []byte) {
		w.many(object)
		k, extension := kind, 7
		if w.gpos {
			extension = 9
		}
		if k == extension { // the table proper lies further on
			if k, sub = be16(sub, 2), from(sub, int(be32(sub, 4))); sub == nil {
				return
			}
		}
		if w.gpos {
			w.position(k, sub)
		} else {
			w.substitution(k, sub)
		}
	})
}

func (w *weigher) substitution(kind int, b []byte) {
	set := func(b []byte) { w.array(b, 0) }
	switch kind {
	case 1:
		w.at(b, 2, w.coverage)
		if be16(b, 0) == 2 {
			w.array(b, 4)
		}
	case 2, 3:
		w.at(b, 2, w.coverage)
		w.list(b, 4, 2, set)
	case 4:
		w.at(b, 2, w.coverage)
		w.list(b, 4, 2, func(b []byte) {
			w.list(b, 0, 2, func(b []byte) { w.array(b, 2) })
		})
	case 5:
		w.context(b)
	case 6:
		w.chain(b)
	case 8:
		w.at(b, 2, w.coverage)
		w.array(b, w.coverages(b, w.coverages(b, 4)))
	}
}

// coverages walks a list of coverages at i and returns where it ends.
func (w *weigher) coverages(b []byte, i int) int { return w.list(b, i, 2, w.coverage) }

func (w *weigher) coverage(b []byte) { w.ranges(b, 2) }

// classes walks a definition of classes.
func (w *weigher) classes(b []byte) {
	if be16(b, 0) == 1 {
		w.array(b, 4)
		return
	}
	w.ranges(b, 2)
}

// ranges takes glyphs, or ranges of three numbers, by the format that b begins with.
func (w *weigher) ranges(b []byte, i int) {
	n := be16(b, i)
	if be16(b, 0) == 2 {
		n *= 3
	}
	w.many(1 + n)
}

// rules walks sets of rules, a list of lists.
func (w *weigher) rules(b []byte, i int, rule branch) {
	w.list(b, i, 2, func(b []byte) { w.list(b, 0, 2, rule) })
}

// context walks a contextual lookup: by glyphs, by classes or by coverages.
func (w *weigher) context(b []byte) {
	rule := func(b []byte) { w.many(2 + be16(b, 0) + 2*be16(b, 2)) }
	switch be16(b, 0) {
	case 1:
		w.at(b, 2, w.coverage)
		w.rules(b, 4, rule)
	case 2:
		w.at(b, 2, w.coverage)
		w.at(b, 4, w.classes)
		w.rules(b, 6, rule)
	case 3:
		w.each(b, 6, be16(b, 2), 2, w.coverage)
		w.many(2 * be16(b, 4))
	}
}

// chain walks a contextual lookup that sees what stands before and behind.
func (w *weigher) chain(b []byte) {
	rule := func(b []byte) {
		at := w.array(b, 0)
		at = w.array(b, at) - 2 // the first glyph of the input is not listed
		w.many(2 * be16(b, w.array(b, at)))
	}
	switch be16(b, 0) {
	case 1:
		w.at(b, 2, w.coverage)
		w.rules(b, 4, rule)
	case 2:
		w.at(b, 2, w.coverage)
		for _, i := range []int{4, 6, 8} {
			w.at(b, i, w.classes)
		}
		w.rules(b, 10, rule)
	case 3:
		at := 2
		for range 3 {
			at = w.coverages(b, at)
		}
		w.many(2 * be16(b, at))
	}
}

func (w *weigher) position(kind int, b []byte) {
	switch kind {
	case 1:
		w.at(b, 2, w.coverage)
		format := be16(b, 4)
		if be16(b, 0) == 1 {
			w.values(b, 6, 1, 0, format)
			return
		}
		w.values(b, 8, be16(b, 6), 0, format)
	case 2:
		w.pairs(b)
	case 3:
		w.at(b, 2, w.coverage)
		w.anchors(b, 6, 2*be16(b, 4))
	case 4, 5, 6:
		w.marks(kind, b)
	case 7:
		w.context(b)
	case 8:
		w.chain(b)
	}
}

// pairs walks adjustments of pairs, of glyphs or of classes.
func (w *weigher) pairs(b []byte) {
	first, second := be16(b, 4), be16(b, 6)
	w.at(b, 2, w.coverage)
	if be16(b, 0) == 1 {
		w.list(b, 8, 2, func(set []byte) {
			w.values(set, 2, be16(set, 0), 1, first, second)
		})
		return
	}
	w.at(b, 8, w.classes)
	w.at(b, 10, w.classes)
	w.values(b, 16, be16(b, 12)*be16(b, 14), 0, first, second)
}

// values walks n records at i: some numbers, then a value of each format.
func (w *weigher) values(b []byte, i, n, before int, formats ...int) {
	size, devices := 2*before, false
	for _, f := range formats {
		size += 2 * bits.OnesCount8(uint8(f))
		devices = devices || f&0xf0 != 0
	}
	// Only values with devices have branches; the others need no walk.
	if !devices {
		w.many(n * max(1, size/2))
		return
	}
	for range n {
		if w.many(max(1, size/2)); w.left < 0 {
			return
		}
		at := i + 2*before
		for _, f := range formats {
			for bit := range 8 {
				if f>>bit&1 == 0 {
					continue
				}
				if bit >= 4 {
					w.at(b, at, w.device)
				}
				at += 2
			}
		}
		i += size
	}
}

// device takes the corrections for sizes, or the place of a variation.
func (w *weigher) device(b []byte) {
	w.many(3)
	if format := be16(b, 4); format >= 1 && format <= 3 {
		w.many(max(0, be16(b, 2)-be16(b, 0)+1) >> (4 - format))
	}
}

// anchors walks n anchors whose offsets stand at i, measured from b.
func (w *weigher) anchors(b []byte, i, n int) { w.each(b, i, n, 2, w.anchor) }

func (w *weigher) anchor(b []byte) {
	w.many(4)
	if be16(b, 0) == 3 {
		w.at(b, 6, w.device)
		w.at(b, 8, w.device)
	}
}

// marks walks what attaches marks to letters, to the parts of ligatures or to marks.
func (w *weigher) marks(kind int, b []byte) {
	w.at(b, 2, w.coverage)
	w.at(b, 4, w.coverage)
	classes := be16(b, 6)
	w.at(b, 8, func(b []byte) { w.list(b, 0, 4, w.anchor) })
	bases := func(b []byte) { w.anchors(b, 2, be16(b, 0)*classes) }
	w.at(b, 10, func(b []byte) {
		if kind == 5 {
			w.list(b, 0, 2, bases)
			return
		}
		bases(b)
	})
}

// definitions walks a table GDEF.
func (w *weigher) definitions(b []byte) {
	w.at(b, 4, w.classes)
	w.at(b, 6, func(b []byte) { // points of attachment
		w.at(b, 0, w.coverage)
		w.list(b, 2, 2, func(b []byte) { w.array(b, 0) })
	})
	w.at(b, 8, func(b []byte) { // carets within ligatures
		w.at(b, 0, w.coverage)
		w.list(b, 2, 2, func(b []byte) {
			w.list(b, 0, 2, func(b []byte) {
				w.many(3)
				if be16(b, 0) == 3 {
					w.at(b, 4, w.device)
				}
			})
		})
	})
	w.at(b, 10, w.classes)
	if be16(b, 2) >= 2 {
		w.at(b, 12, func(b []byte) { // sets of marks
			for i := range be16(b, 2) {
				if w.many(2); w.left < 0 {
					return
				}
				if part := from(b, int(be32(b, 4+4*i))); part != nil {
					w.coverage(part)
				}
			}
		})
	}
}
