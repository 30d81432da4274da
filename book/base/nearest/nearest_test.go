package nearest

import "testing"

func TestName(t *testing.T) {
	known := []string{"title", "subtitle", "date", "언어", "format"}
	for _, c := range []struct{ in, want string }{
		{"titel", "title"},
		{"titles", "title"},
		{"sub-title", "subtitle"},
		{"dat", "date"},
		{"formt", "format"},
		{"언", "언어"},
		{"", ""},
		{"x", ""},
		{"publisher", ""},
		{"title", "title"},
	} {
		if got := Name(c.in, known); got != c.want {
			t.Errorf("Name(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if got := Name("title", []string(nil)); got != "" {
		t.Errorf("Name of no names = %q", got)
	}
}

func TestAmong(t *testing.T) {
	for _, c := range []struct {
		name, in string
		known    []string
		want     string
	}{
		{"near", "flod", []string{"ebb", "flood"}, "did you mean flood?"},
		{"one", "spring", []string{"ebb"}, "there is ebb"},
		{"two", "spring", []string{"ebb", "flood"}, "there are ebb and flood"},
		{"three", "spring", []string{"ebb", "flood", "slack"}, "there are ebb, flood and slack"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Among(c.in, c.known); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// slow is the definition of the edit distance, without a table.
func slow(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return slow(a[1:], b[1:])
	}
	return 1 + min(slow(a[1:], b), slow(a, b[1:]), slow(a[1:], b[1:]))
}

func TestDistance(t *testing.T) {
	words := []string{"", "a", "ab", "ba", "abc", "cab", "abcab", "bacba", "ccab", "aaaa"}
	for _, a := range words {
		for _, b := range words {
			if got, want := distance([]rune(a), []rune(b)), slow([]rune(a), []rune(b)); got != want {
				t.Errorf("distance(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}
