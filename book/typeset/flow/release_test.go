package flow

import (
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/pagebreak"
)

// TestRelease checks where pages may end within what is too tall for one.
func TestRelease(t *testing.T) {
	const never = pagebreak.Never
	for _, tt := range []struct {
		name  string
		costs []int32 // of the penalties between boxes of 10 points; a page has 35
		want  []int32
	}{
		{"fits", []int32{never, never, 0, never}, []int32{never, never, 0, never}},
		{"too tall", []int32{never, never, never, never}, []int32{never - 1, never - 1, never - 1, never}},
		{"twice", []int32{0, never, never, never, 0, never, never}, []int32{0, never - 1, never - 1, never - 1, 0, never, never}},
		{"cheap", []int32{50, 50, 50, 50}, []int32{50, 50, 50, 50}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items := []pagebreak.Item{{Kind: pagebreak.Box, Height: 10 * unit.Point}}
			for _, c := range tt.costs {
				items = append(items, pagebreak.Item{Kind: pagebreak.Penalty, Cost: c}, pagebreak.Item{Kind: pagebreak.Box, Height: 10 * unit.Point})
			}
			release(items, 35*unit.Point)
			for i, want := range tt.want {
				if got := items[2*i+1].Cost; got != want {
					t.Errorf("penalty %d costs %d, want %d", i, got, want)
				}
			}
		})
	}
}
