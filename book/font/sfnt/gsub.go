package sfnt

import "slices"

// maxClosure bounds the passes over the substitutions: each adds a glyph, and
// chains of substitutions are short.
const maxClosure = 16

// closeSubstitutions marks the glyphs that substitutions of the features make
// from those that are marked.
//
// A subset for the web is shaped by the reading system, so it needs not only the
// glyphs of the characters but also those that ligatures and other substitutions may
// put in their places, and what further substitutions make of these. The set
// is found by passes that add to it until one adds nothing. Contexts are not
// looked at, whose rules say where a substitution applies: so a glyph too many may
// be marked, and none too few, but where a bound ends the passes.
func closeSubstitutions(gsub []byte, features []string, keep []bool) {
	c := closure{keep: keep}
	lookups := from(gsub, be16(gsub, 8))
	wanted := c.wantedLookups(gsub, features, be16(lookups, 0))
	for range maxClosure {
		c.changed = false
		for i, want := range wanted {
			if want && c.work <= maxWork {
				c.lookup(from(lookups, be16(lookups, 2+2*i)))
			}
		}
		if !c.changed || c.work > maxWork {
			return
		}
	}
}

// wantedLookups marks the lookups of the features, and those of no feature,
// which other lookups call.
func (c *closure) wantedLookups(gsub []byte, features []string, n int) []bool {
	wanted, named := make([]bool, n), make([]bool, n)
	list := from(gsub, be16(gsub, 6))
	for i := range be16(list, 0) {
		tag := Tag(be32(list, 2+6*i)).String()
		feature := from(list, be16(list, 6+6*i))
		want := slices.Contains(features, tag)
		for j := range be16(feature, 2) {
			if c.work++; c.work > maxWork {
				return wanted
			}
			if l := be16(feature, 4+2*j); l < n {
				named[l] = true
				wanted[l] = wanted[l] || want
			}
		}
	}
	for l := range wanted {
		wanted[l] = wanted[l] || !named[l]
	}
	return wanted
}

// maxWork bounds the entries looked at, since tables of a hostile font may
// share their parts.
const maxWork = 1 << 22

type closure struct {
	keep    []bool
	changed bool
	work    int
}

func (c *closure) has(gid int) bool { return gid < len(c.keep) && c.keep[gid] }

func (c *closure) add(gid int) {
	if gid < len(c.keep) && !c.keep[gid] {
		c.keep[gid], c.changed = true, true
	}
}

func (c *closure) lookup(table []byte) {
	kind := be16(table, 0)
	for i := range be16(table, 4) {
		sub := from(table, be16(table, 6+2*i))
		k := kind
		if k == 7 { // an extension: the table proper lies further on
			k, sub = be16(sub, 2), from(sub, int(be32(sub, 4)))
		}
		if c.work++; c.work > maxWork {
			return
		}
		c.subtable(k, sub)
	}
}

func (c *closure) subtable(kind int, sub []byte) {
	switch kind {
	case 1:
		c.covered(sub, func(i, gid int) {
			if be16(sub, 0) == 1 {
				c.add(int(uint16(gid + be16(sub, 4))))
			} else {
				c.add(be16(sub, 6+2*i))
			}
		})
	case 2, 3: // a sequence, or a set of alternates
		c.covered(sub, func(i, _ int) {
			set := from(sub, be16(sub, 6+2*i))
			for j := range be16(set, 0) {
				c.work++
				c.add(be16(set, 2+2*j))
			}
		})
	case 4:
		c.covered(sub, func(i, _ int) { c.ligatures(from(sub, be16(sub, 6+2*i))) })
	case 8: // reverse chaining: the substitutes follow the two lists of context
		at := 4
		at += 2 + 2*be16(sub, at)
		at += 2 + 2*be16(sub, at)
		c.covered(sub, func(i, _ int) { c.add(be16(sub, at+2+2*i)) })
	}
}

func (c *closure) ligatures(set []byte) {
	for i := range be16(set, 0) {
		lig := from(set, be16(set, 2+2*i))
		all := true
		for j := 1; j < be16(lig, 2) && all; j++ {
			c.work++
			all = c.has(be16(lig, 2+2*j))
		}
		c.work++
		if all && lig != nil {
			c.add(be16(lig, 0))
		}
	}
}

// covered calls visit for each marked glyph of the subtable's coverage, with
// its index there.
func (c *closure) covered(sub []byte, visit func(index, gid int)) {
	coverage := from(sub, be16(sub, 2))
	switch be16(coverage, 0) {
	case 1:
		for i := range be16(coverage, 2) {
			c.work++
			if gid := be16(coverage, 4+2*i); c.has(gid) {
				visit(i, gid)
			}
		}
	case 2:
		for i := range be16(coverage, 2) {
			start, end, first := be16(coverage, 4+6*i), be16(coverage, 6+6*i), be16(coverage, 8+6*i)
			for gid := start; gid <= end && gid < len(c.keep) && c.work <= maxWork; gid++ {
				c.work++
				if c.has(gid) {
					visit(first+gid-start, gid)
				}
			}
		}
	}
}
