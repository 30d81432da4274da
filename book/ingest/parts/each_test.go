package parts

import (
	"testing"

	"octavo/book"
)

// TestEachOf has authors of systems that have one field for all of them.
func TestEachOf(t *testing.T) {
	for _, c := range []struct {
		name string
		want int
	}{
		{"Ann Lee & Bo Hansen", 2},
		{"Ann Lee, Bo Hansen and Ida Roe", 3},
		{"Ann Lee", 1},
		{"Smith & Sons", 1},
		{"Ann Lee, PhD", 1},
		{"Our Foreign Staff", 1},
	} {
		r := reporting("en")
		if got := len(r.eachOf(&book.Person{Name: c.name})); got != c.want {
			t.Errorf("%q is %d people, want %d", c.name, got, c.want)
		}
	}
}

// TestUpdatedAgo has updates that say how long ago they were when a page was saved.
func TestUpdatedAgo(t *testing.T) {
	for line, want := range map[string]bool{
		"Updated 2 hours ago":                    true,
		"Updated 7 May 2023":                     false,
		"Updated":                                false,
		"Updated figures for 2 towns are below.": false,
	} {
		if got := reporting("en").ago(line); got != want {
			t.Errorf("%q is %t", line, got)
		}
	}
}
