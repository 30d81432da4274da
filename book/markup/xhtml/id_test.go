package xhtml

import "testing"

// TestID makes names of anchors, which are other names for other anchors.
func TestID(t *testing.T) {
	for anchor, want := range map[string]string{
		"sources": "sources", "a-1": "a-1", "1a": "_1a", "a.b": "a_x00002e_b", "a b": "a_x000020_b", "_": "__x00005f_", "渡口": "渡口", "": "",
	} {
		if got := ID(anchor); got != want {
			t.Errorf("%q is %q, want %q", anchor, got, want)
		}
	}
}
