// Package nearest finds the known name that a mistyped one was meant to be.
package nearest

// Name returns the known name nearest to s by edit distance, the first of
// several, and "" when none is near.
func Name(s string, known []string) string {
	best, most := "", 1+len([]rune(s))/4
	for _, k := range known {
		if d := distance([]rune(s), []rune(k)); d <= most {
			best, most = k, d-1
		}
	}
	return best
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
