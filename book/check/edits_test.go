package check

import "testing"

// TestEdits compares the fast distance with the recurrence of Levenshtein.
func TestEdits(t *testing.T) {
	words := []string{"", "a", "b", "ab", "ba", "abc", "abd", "acb", "aab", "aabb", "abab", "brandvik", "brandvick", "brandwik", "randvik"}
	for _, a := range words {
		for _, b := range words {
			if got, want := edits(a, b), min(2, levenshtein(a, b)); got != want {
				t.Errorf("edits(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func levenshtein(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	case a[0] == b[0]:
		return levenshtein(a[1:], b[1:])
	}
	if len(a) > 6 && len(b) > 6 && a[len(a)-1] == b[len(b)-1] { // keeps the recursion short
		return levenshtein(a[:len(a)-1], b[:len(b)-1])
	}
	return 1 + min(levenshtein(a[1:], b), levenshtein(a, b[1:]), levenshtein(a[1:], b[1:]))
}
