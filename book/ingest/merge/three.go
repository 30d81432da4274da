package merge

import (
	"cmp"
	"slices"
)

// A side is one of the two that changed the base.
type side int

const (
	ours side = iota
	theirs
	both // made the same change
)

// A change is a hunk of a side.
type change struct {
	hunk
	of side
}

// A stretch is a run of tokens in each text. Where none of them is changed, clash is
// empty. Changes of both sides that meet are one stretch with the changes in clash.
type stretch struct {
	base, ours, theirs span
	of                 side
	changed            bool
	clash              bool
}

type span struct{ from, to int }

// stretches parts three lists of tokens into runs that neither side changed, that one side
// changed, that both changed alike, and that both changed differently.
//
// meet decides of two changes of different sides, the first of which begins no later in the
// base, whether they are about the same place.
func stretches(base, our, their []string, mine, yours []hunk, meet func(x, y change) bool) []stretch {
	changes := together(our, their, mine, yours)
	var out []stretch
	at := span{} // of the base
	shift := [2]int{}
	for i := 0; i < len(changes); {
		j, end := i+1, changes[i].end
		for ; j < len(changes) && meets(changes[i:j], changes[j], end, meet); j++ {
			end = max(end, changes[j].end)
		}
		start := changes[i].start
		if start > at.from {
			out = append(out, stable(at.from, start, shift))
		}
		s := stretch{base: span{start, end}, changed: true, of: changes[i].of, clash: j > i+1}
		s.ours.from, s.theirs.from = start+shift[0], start+shift[1]
		for _, c := range changes[i:j] {
			grow(&shift, c)
		}
		s.ours.to, s.theirs.to = end+shift[0], end+shift[1]
		out = append(out, s)
		at.from, i = end, j
	}
	if at.from < len(base) {
		out = append(out, stable(at.from, len(base), shift))
	}
	return out
}

func stable(from, to int, shift [2]int) stretch {
	return stretch{base: span{from, to}, ours: span{from + shift[0], to + shift[0]}, theirs: span{from + shift[1], to + shift[1]}}
}

// grow adds to the distances of ours and theirs from the base what a change adds.
func grow(shift *[2]int, c change) {
	n := (c.to - c.from) - (c.end - c.start)
	switch c.of {
	case ours:
		shift[0] += n
	case theirs:
		shift[1] += n
	default:
		shift[0] += n
		shift[1] += n
	}
}

// meets reports whether next meets a change of the other side among group, whose last end
// in the base is end.
func meets(group []change, next change, end int, meet func(x, y change) bool) bool {
	if next.start > end {
		return false
	}
	if next.start < end {
		return true
	}
	for _, c := range group {
		if c.of != next.of && c.of != both && next.of != both && meet(c, next) {
			return true
		}
	}
	return false
}

// together returns the changes of both sides by their places; the same change of both is
// one. At one place what is added stands before what is replaced.
func together(our, their []string, mine, yours []hunk) []change {
	var out []change
	at := map[span]hunk{}
	for _, h := range yours {
		at[span{h.start, h.end}] = h
	}
	shared := map[hunk]bool{}
	for _, h := range mine {
		c := change{hunk: h, of: ours}
		if k, ok := at[span{h.start, h.end}]; ok && slices.Equal(our[h.from:h.to], their[k.from:k.to]) {
			c.of = both
			shared[k] = true
		}
		out = append(out, c)
	}
	for _, h := range yours {
		if !shared[h] {
			out = append(out, change{hunk: h, of: theirs})
		}
	}
	slices.SortStableFunc(out, func(x, y change) int {
		return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(min(x.end-x.start, 1), min(y.end-y.start, 1)), cmp.Compare(x.of, y.of))
	})
	return out
}
