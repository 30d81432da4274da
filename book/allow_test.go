package book

import (
	"slices"
	"strings"
	"testing"
)

func TestParseAllow(t *testing.T) {
	for _, c := range []struct {
		name, comment string
		want          []string
	}{
		{"one", " octavo: allow figure-credit ", []string{"figure-credit"}},
		{"several", "octavo:allow a-b, c-d\n e-f", []string{"a-b", "c-d", "e-f"}},
		{"a reason after a hyphen", "octavo: allow a-b - the artist asked", []string{"a-b"}},
		{"a reason after a dash", "octavo: allow a-b — the artist asked", []string{"a-b"}},
		{"a reason in brackets", "octavo: allow a-b (the artist asked)", []string{"a-b"}},
		{"nothing", "octavo: allow", nil},
		{"another word", "octavo: forbid a-b", nil},
		{"another comment", "see octavo: allow a-b", nil},
		{"many", "octavo: allow " + strings.Repeat("a-b ", 100), slices.Repeat([]string{"a-b"}, maxAllowed)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ParseAllow(c.comment); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCovers(t *testing.T) {
	a := Allow{Rule: "a-b", Pos: Pos{File: "a.md", Line: 3}, First: 3, Last: 5}
	for _, c := range []struct {
		name string
		d    Diagnostic
		want bool
	}{
		{"the first line", Diagnostic{Pos: Pos{"a.md", 3, 1}, Rule: "a-b"}, true},
		{"the last line", Diagnostic{Pos: Pos{"a.md", 5, 9}, Rule: "a-b"}, true},
		{"the next line", Diagnostic{Pos: Pos{"a.md", 6, 1}, Rule: "a-b"}, false},
		{"the whole file", Diagnostic{Pos: Pos{File: "a.md"}, Rule: "a-b"}, true},
		{"another rule", Diagnostic{Pos: Pos{"a.md", 4, 1}, Rule: "c-d"}, false},
		{"another file", Diagnostic{Pos: Pos{"b.md", 4, 1}, Rule: "a-b"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := a.Covers(c.d); got != c.want {
				t.Errorf("got %t", got)
			}
		})
	}
}
