// Package nearest finds the known name that a mistyped one was meant to be.
//
// In: a name, and the known names. Out: one of the known names, or "".
//
// Invariant: the work is bounded whatever the name, which the author wrote.
package nearest

import "unicode/utf8"

// longest is the longest name, in characters, that is looked for: the work grows
// with its square, and nobody types more.
const longest = 200

// Name returns the known name nearest to s by edit distance, the first of
// several, and "" when none is near.
func Name[T ~string](s string, known []T) T {
	n := utf8.RuneCountInString(s)
	if n > longest {
		return ""
	}
	// One slip, and one more for every four letters: with more allowed, a short name would
	// be near to most others. By eye.
	best, most := T(""), 1+n/4
	for _, k := range known {
		if len(k) > utf8.UTFMax*(n+most) {
			continue // longer than as many edits make it
		}
		if d := distance([]rune(s), []rune(string(k))); d <= most {
			best, most = k, d-1
		}
	}
	return best
}

// Hint returns "did you mean tides?" with the known name nearest to s, or other
// when none is near.
func Hint[T ~string](s string, known []T, other string) string {
	if near := Name(s, known); near != "" {
		return "did you mean " + string(near) + "?"
	}
	return other
}

// Among is Hint that else names all that are known: "there are ebb, flood and
// slack". There is at least one.
func Among[T ~string](s string, known []T) string {
	all, gap := "there are ", ""
	if len(known) == 1 {
		all = "there is "
	}
	for i, k := range known {
		all += gap + string(k)
		if gap = ", "; i == len(known)-2 {
			gap = " and "
		}
	}
	return Hint(s, known, all)
}

// distance counts the insertions, deletions and substitutions from a to b (V. Levenshtein,
// 1965).
//
// To try all ways from a to b would take for ever, as their number grows with each letter.
// But what becomes of two last letters is one of three things: the one is made the other, or
// is taken away, or the other is added. So the distance of two beginnings follows from those
// of three pairs of shorter beginnings (R. Wagner and M. Fischer, 1974). A row has the
// distances of one beginning of a to all beginnings of b. It needs only the row before, and
// overwrites that from left to right; diagonal keeps the value that is still needed. The work is
// len(a) times len(b).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
