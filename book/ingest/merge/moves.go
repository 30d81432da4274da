package merge

import (
	"slices"
)

// maxMoves bounds the paragraphs that are followed to new places, since the time goes with
// their number times that of all: who moves more has written another text.
const maxMoves = 200

// maxAlike bounds how many pairs of paragraphs are compared by their words in one place where
// the texts differ: 50 on either side.
const maxAlike = 2_500

// follow brings the paragraphs that one side moved, and left as they were, to their new
// places in the base and in the other side, so that what the other side changed in them is
// changed there.
func follow(base, mover, other []chunk) (b, o []chunk) {
	bk, mk, ok := chunkKeys(base), chunkKeys(mover), chunkKeys(other)
	pairs := onceInBoth(bk, mk)
	steady := map[pair]bool{}
	for _, p := range rising(pairs) {
		steady[p] = true
	}
	if n := len(pairs) - len(steady); n == 0 || n > maxMoves {
		return base, other
	}
	is := counterparts(base, other, bk, ok)
	from, at := sequence(len(base)), sequence(len(other))
	last := -1 // the paragraph of the base that stands before
	for _, p := range pairs {
		if !steady[p] {
			from = behind(from, p.a, last)
			if is[p.a] >= 0 {
				at = behind(at, is[p.a], before(from, p.a, is))
			}
		}
		last = p.a
	}
	return picked(base, from), picked(other, at)
}

// sequence returns the numbers below n.
func sequence(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// behind moves x in a list to behind another element, or to its beginning where that is -1.
func behind(list []int, x, other int) []int {
	i := slices.Index(list, x)
	list = slices.Delete(list, i, i+1)
	return slices.Insert(list, slices.Index(list, other)+1, x)
}

// before returns what the other side has of the nearest paragraph of the base above x of
// which it has one, -1 for none. Order is that of the base.
func before(order []int, x int, is []int) int {
	for i := slices.Index(order, x) - 1; i >= 0; i-- {
		if k := is[order[i]]; k >= 0 {
			return k
		}
	}
	return -1
}

func picked(list []chunk, order []int) []chunk {
	out := make([]chunk, len(order))
	for i, n := range order {
		out[i] = list[n]
	}
	return out
}

// counterparts returns for each paragraph of the base that of a side, -1 where the side has
// none: the same, or else one in its place that is like it.
func counterparts(base, side []chunk, bk, sk []string) []int {
	is := make([]int, len(base))
	taken := map[int]bool{}
	for i := range is {
		is[i] = -1
	}
	hunks := difference(bk, sk)
	i, j := 0, 0
	for _, h := range append(hunks, hunk{len(base), len(base), len(side), len(side)}) {
		for ; i < h.start; i, j = i+1, j+1 {
			is[i], taken[j] = j, true
		}
		k := h.from
		for ; i < h.end && (h.end-h.start)*(h.to-h.from) <= maxAlike; i++ {
			for n := k; n < h.to; n++ {
				if alike(tokens(base[i:i+1]), tokens(side[n:n+1])) {
					is[i], taken[n], k = n, true, n+1
					break
				}
			}
		}
		i, j = h.end, h.to
	}
	for _, p := range onceInBoth(bk, sk) {
		if is[p.a] < 0 && !taken[p.b] {
			is[p.a] = p.b
		}
	}
	return is
}
