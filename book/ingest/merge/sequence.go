package merge

import (
	"sort"

	"github.com/aymanbagabas/go-udiff/lcs"
)

// A hunk replaces the tokens [start, end) of the base by the tokens [from, to) of a side.
type hunk struct{ start, end, from, to int }

// insertion reports whether the hunk only adds.
func (h hunk) insertion() bool { return h.start == h.end }

// deletion reports whether the hunk only takes away.
func (h hunk) deletion() bool { return h.from == h.to }

// difference returns the hunks that make b of a, in order; no two of them touch.
//
// The search for a longest common subsequence (Myers) is bounded by the library at a
// hundred differences and finds half of what is common beyond, which would make
// conflicts of a long chapter with many small changes. Tokens that stand once in both
// are therefore anchors (as in patience diff), and the search is between two of them.
func difference(a, b []string) []hunk {
	var out []hunk
	i, j := 0, 0
	add := func(h hunk) {
		if n := len(out); n > 0 && out[n-1].end == h.start && out[n-1].to == h.from {
			out[n-1].end, out[n-1].to = h.end, h.to
			return
		}
		out = append(out, h)
	}
	between := func(x, y int) {
		if i == x || j == y { // which the library need not look at
			if i < x || j < y {
				add(hunk{i, x, j, y})
			}
			return
		}
		for _, d := range lcs.DiffLines(a[i:x], b[j:y]) {
			add(hunk{i + d.Start, i + d.End, j + d.ReplStart, j + d.ReplEnd})
		}
	}
	for _, p := range rising(onceInBoth(a, b)) {
		between(p.a, p.b)
		i, j = p.a+1, p.b+1
	}
	between(len(a), len(b))
	return out
}

// A pair is a token that stands at a of one list and at b of another.
type pair struct{ a, b int }

// onceInBoth returns the tokens that stand once in each of two lists, in the order of b.
func onceInBoth(a, b []string) []pair {
	count := map[string][2]int{}
	place := map[string]int{}
	for i, s := range a {
		n := count[s]
		n[0]++
		count[s], place[s] = n, i
	}
	for _, s := range b {
		n := count[s]
		n[1]++
		count[s] = n
	}
	var all []pair
	for j, s := range b {
		if count[s] == [2]int{1, 1} {
			all = append(all, pair{place[s], j})
		}
	}
	return all
}

// rising returns the longest series of pairs whose a rises; their b rises already. It is
// that of patience sorting: ends has the last pair of the best series of each length.
func rising(all []pair) []pair {
	var ends []int
	before := make([]int, len(all))
	for i, p := range all {
		n := sort.Search(len(ends), func(k int) bool { return all[ends[k]].a >= p.a })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	series := make([]pair, len(ends))
	if len(ends) > 0 {
		for k, i := len(ends)-1, ends[len(ends)-1]; i >= 0; k, i = k-1, before[i] {
			series[k] = all[i]
		}
	}
	return series
}
