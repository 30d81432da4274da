// Package nearest finds the known name that a mistyped one was meant to be.
//
// In: a name, and those that are known. Out: one of these, or "".
//
// Invariant: the work is bounded whatever the name, which the author wrote.
package nearest

import (
	"strings"
	"unicode/utf8"
)

// longest is the longest name, in characters, that is looked for: the work grows
// with its square, and nobody types more.
const longest = 200

// Name returns the known name nearest to s by edit distance, the first of
// several, and "" when none is near.
func Name(s string, known []string) string {
	n := utf8.RuneCountInString(s)
	if n > longest {
		return ""
	}
	best, most := "", 1+n/4
	for _, k := range known {
		if len(k) > utf8.UTFMax*(n+most) {
			continue // longer than as many edits make it
		}
		if d := distance([]rune(s), []rune(k)); d <= most {
			best, most = k, d-1
		}
	}
	return best
}

// Hint returns "did you mean tides?" with the known name nearest to s, or other
// when none is near.
func Hint(s string, known []string, other string) string {
	if near := Name(s, known); near != "" {
		return "did you mean " + near + "?"
	}
	return other
}

// Among is Hint that else names all that are known: "there are ebb, flood and
// slack". There is at least one.
func Among(s string, known []string) string {
	last := len(known) - 1
	all := "there is " + known[last]
	if last > 0 {
		all = "there are " + strings.Join(known[:last], ", ") + " and " + known[last]
	}
	return Hint(s, known, all)
}

// distance counts the insertions, deletions and substitutions from a to b.
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
