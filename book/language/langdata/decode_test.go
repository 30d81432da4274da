package langdata

import (
	"slices"
	"testing"
)

// TestDecode says what is wrong with a drawer, at its line.
func TestDecode(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"name: X\n", ""},
		{"like: nowhere\n", "x.yaml: there is no drawer nowhere"},
		{"name: [X]\n", "x.yaml:1: no text"},
		{"name:\n  a: b\n", "x.yaml:1: no text"},
		{"name: X\ntags: x\n", "x.yaml:2: no list"},
		{"name: X\nnane: Y\n", `x.yaml:2: nothing reads "nane"`},
		{"dates: long\n", "x.yaml:1: no map"},
		{"dates:\n  months: [a, b]\n", "x.yaml:2: a list of 2 and not 12"},
		{"dates:\n  weekdays: [a, b, c, d, e, f, g, h]\n", "x.yaml:2: a list of 8 and not 7"},
		{"dates:\n  later: soon\n", `x.yaml:2: "soon" is no number`},
		{"quotes: [a, b, c]\n", "x.yaml:1: quotes are four"},
		{"quotes: [a, b, c, d]\n", ""},
		{"hyphenation:\n  left: 2\n  middle: 3\n", `x.yaml:3: nothing reads "middle"`},
		{"import:\n  role: a\n", "x.yaml:2: no list"},
		{"mail:\n  subject: a\n", "x.yaml:2: no list"},
		{"words:\n  cldr:\n    contents: A\n  unreviewed:\n    contents: B\n", "x.yaml:5: contents is in two groups"},
		{"name: [X]\ntags: x\n", "x.yaml:1: no text"}, // the first of two
	} {
		n, err := read("x", tt.text)
		if err != nil {
			t.Fatalf("%q: %v", tt.text, err)
		}
		_, err = decode("x", n)
		if got := ""; err != nil {
			if got = err.Error(); got != tt.want {
				t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
			}
		} else if tt.want != "" {
			t.Errorf("%q: nothing is wrong, want %s", tt.text, tt.want)
		}
	}
}

// TestLike takes what a drawer does not say from the one that it is like, and leaves that
// one as it is.
func TestLike(t *testing.T) {
	const text = `like: de
name: Niemandsdeutsch
tags: [de-x]
words:
  unreviewed:
    contents: Innerei
import:
  by: [durch]
dates:
  long: "d. MMM"
  zone: 60
hyphenation:
  left: 3
`
	n, err := read("x", text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := decode("x", n)
	if err != nil {
		t.Fatal(err)
	}
	base := named("de")
	if d.Tag != "x" || d.Like != "de" || d.Name != "Niemandsdeutsch" || !slices.Equal(d.Tags, []string{"de-x"}) || d.Dates.Long != "d. MMM" || *d.Dates.Zone != 60 || d.Hyphenation.Left != 3 {
		t.Errorf("%+v", *d)
	}
	if d.Words["contents"] != (Word{"Innerei", "unreviewed"}) || !slices.Equal(d.Import["by"], []string{"durch"}) || len(d.Words) < len(base.Words) || len(d.Import) < len(base.Import) {
		t.Errorf("words %v, rows %v", d.Words["contents"], d.Import["by"])
	}
	if !slices.Equal(d.Dates.Months, base.Dates.Months) || !slices.Equal(d.Quotes, base.Quotes) || d.Hyphenation.Patterns != base.Hyphenation.Patterns {
		t.Error("what the other says is not taken")
	}
	if base.Name == d.Name || base.Words["contents"].Text == "Innerei" || slices.Equal(base.Import["by"], d.Import["by"]) {
		t.Error("the other is changed")
	}
}
