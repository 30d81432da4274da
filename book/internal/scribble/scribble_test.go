package scribble

import (
	"maps"
	"strings"
	"testing"
)

var samples = Samples{Pictures: map[string]string{"a.png": "\x89PNG...", "b.jpg": "\xff\xd8..."}, Fonts: map[string]string{"f.ttf": "\x00\x01\x00\x00"}, Cover: "a.png"}

// TestEqualSeeds holds the invariant: without it no case can be run again.
func TestEqualSeeds(t *testing.T) {
	different := map[string]bool{}
	for seed := range uint64(300) {
		one, two := Manuscript(seed, samples), Manuscript(seed, samples)
		if !maps.Equal(one, two) {
			t.Fatalf("seed %d gives two manuscripts", seed)
		}
		a, b := Import(seed, samples), Import(seed, samples)
		if a.Name != b.Name || string(a.Data) != string(b.Data) {
			t.Fatalf("seed %d gives two articles", seed)
		}
		different[one["book.yaml"]], different[string(a.Data)] = true, true
	}
	if len(different) < 500 {
		t.Errorf("only %d differ", len(different))
	}
}

// TestShrink looks for the one word that matters, in a folder of three files.
func TestShrink(t *testing.T) {
	f := Folder{"a.md": "one\n\ntwo\nthree bad four\nfive\n\nsix", "b.md": "seven", "c.png": "\x00bad"}
	got := Shrink(f, 1000, func(f Folder) bool { return strings.Contains(f["a.md"], "bad") })
	if want := (Folder{"a.md": "bad "}); !maps.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Shrink(f, 0, func(Folder) bool { return true }); !maps.Equal(got, f) {
		t.Errorf("without a trial it is changed to %q", got)
	}
}
