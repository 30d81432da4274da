package sfnt

import (
	"fmt"
	"slices"
	"testing"
)

// substitutions makes a table GSUB: the lookups, and which of them each feature has.
func substitutions(lookups part, features ...any) []byte {
	list := part{len(features) / 2}
	for i := 0; i < len(features); i += 2 {
		tag := uint32(MakeTag(features[i].(string)))
		has := features[i+1].([]int)
		feature := part{0, len(has)}
		for _, l := range has {
			feature = append(feature, l)
		}
		list = append(list, int(tag>>16), int(tag&0xffff), feature)
	}
	return part{1, 0, 0, list, append(part{len(lookups)}, lookups...)}.bytes()
}

// reached lists the glyphs of 50 that substitutions make of some.
func reached(gsub []byte, from ...int) string {
	keep := make([]bool, 50)
	for _, gid := range from {
		keep[gid] = true
	}
	closeSubstitutions(gsub, []string{"liga", "smcp"}, keep)
	var list []int
	for gid, kept := range keep {
		if kept && !slices.Contains(from, gid) {
			list = append(list, gid)
		}
	}
	return fmt.Sprint(list)
}

// TestClosure looks for the glyphs that each kind of lookup makes of glyphs 4 and 6.
func TestClosure(t *testing.T) {
	cover, spans := part{1, 2, 4, 6}, part{2, 2, 3, 4, 0, 6, 9, 2}
	for _, tt := range []struct {
		name   string
		lookup part
		want   string
	}{
		{"by a number", part{1, 0, 1, part{1, cover, 10}}, "[14 16]"},
		{"by a number below zero", part{1, 0, 1, part{1, cover, 0xffff}}, "[3 5]"},
		{"by a list", part{1, 0, 1, part{2, cover, 2, 20, 30}}, "[20 30]"},
		{"by a list of spans", part{1, 0, 1, part{2, spans, 6, 10, 20, 30, 11, 12, 13}}, "[20 30]"},
		{"of some glyphs", part{1, 0, 1, part{2, part{1, 3, 4, 5, 6}, 3, 20, 25, 30}}, "[20 30]"},
		{"of no coverage", part{1, 0, 1, part{2, part{3, 2, 4, 6}, 2, 20, 30}}, "[]"},
		{"beyond the last glyph", part{1, 0, 1, part{2, cover, 2, 50, 49}}, "[49]"},
		{"sequences", part{2, 0, 1, part{1, cover, 2, part{2, 20, 21}, part{1, 22, 23}}}, "[20 21 22]"},
		{"alternates", part{3, 0, 1, part{1, cover, 2, part{2, 20, 21}, part{1, 22, 23}}}, "[20 21 22]"},
		{"ligatures", part{4, 0, 1, part{1, cover, 2, part{1, part{20, 2, 6}}, part{3, part{21, 2, 9}, part{22, 3, 4, 6}, part{23, 1}}}}, "[20 22 23]"},
		{"a ligature with a part that is not there", part{4, 0, 1, part{1, cover, 2, part{2, part{21, 3, 6, 9}, part{22, 3, 9, 6}}, part{0}}}, "[]"},
		{"a ligature beyond the table", part{4, 0, 1, part{1, cover, 2, part{1, 900}, part{0}}}, "[]"},
		{"contexts", part{5, 0, 1, part{1, cover, 20}}, "[]"},
		{"an extension", part{7, 0, 1, part{1, 2, far{1, cover, 2, part{1, 20}, part{1, 21}}}}, "[20 21]"},
		{"backwards", part{8, 0, 1, part{1, cover, 1, 40, 2, 41, 42, 2, 20, 30}}, "[20 30]"},
		{"two subtables", part{1, 0, 2, part{1, cover, 10}, part{2, part{1, 1, 6}, 1, 30}}, "[14 16 30]"},
	} {
		if got := reached(substitutions(part{tt.lookup}, "liga", []int{0}), 4, 6); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestClosureOfFeatures follows the lookups of the features that are asked for, and those that
// other lookups may call, until nothing is added.
func TestClosureOfFeatures(t *testing.T) {
	one := func(from, to int) part { return part{1, 0, 1, part{2, part{1, 1, from}, 1, to}} }
	pair := part{one(4, 20), one(4, 30)}
	for _, tt := range []struct {
		name string
		gsub []byte
		want string
	}{
		{"no table", nil, "[]"},
		{"both", substitutions(pair, "liga", []int{0}, "smcp", []int{1}), "[20 30]"},
		{"one not asked for", substitutions(pair, "liga", []int{0}, "zero", []int{1}), "[20]"},
		{"the first not asked for", substitutions(pair, "zero", []int{0}, "smcp", []int{1}), "[30]"},
		{"of no feature", substitutions(pair, "zero", []int{0}), "[30]"},
		{"of two features", substitutions(pair, "liga", []int{0, 1}, "zero", []int{1, 0}), "[20 30]"},
		{"a number beyond", substitutions(pair, "liga", []int{2, 0}, "zero", []int{1}), "[20]"},
		{"of what a later one makes", substitutions(part{one(20, 21), one(4, 20)}), "[20 21]"},
	} {
		if got := reached(tt.gsub, 4); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	var chain part
	for gid := 30; gid > 0; gid-- { // each pass adds one
		chain = append(chain, one(gid, gid+1))
	}
	keep := make([]bool, 50)
	keep[1] = true
	closeSubstitutions(substitutions(chain), nil, keep)
	if last := slices.Index(keep[1:], false); last != maxClosure+1 {
		t.Errorf("%d passes come to glyph %d", maxClosure, last)
	}
}
