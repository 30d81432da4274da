package layout

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
)

// indexLines returns lines by their signs: H begins an entry, l goes on, b is blank. Each is
// as high as its number, from 1.
func indexLines(form string) (list []indexLine) {
	for i, c := range form {
		st := &flow.Strip{Height: unit.Length(i + 1)}
		if c != 'b' {
			st.Items = []document.Item{document.NewRule(unit.Length(i+1), 0, 1, 1, document.Color{})}
		}
		list = append(list, indexLine{st, c == 'H'})
	}
	return list
}

// TestColumnsEnd: a column ends before an entry among its last six lines, without the blank
// lines there, or else where it is full.
func TestColumnsEnd(t *testing.T) {
	for _, tt := range []struct {
		form      string
		n         int
		col, rest int
	}{
		{"HHH", 3, 3, 0},
		{"HHHH", 3, 3, 1},
		{"HHlH", 2, 1, 3},
		{"HlllllllH", 7, 7, 2},
		{"HHllllllH", 7, 7, 2},  // six lines would stay empty
		{"HlHllllllH", 7, 2, 8}, // five
		{"HlbHH", 2, 2, 2},
		{"HlbHH", 3, 2, 2},
		{"HlbbHH", 3, 2, 2},
		{"Hlllb", 4, 4, 0},
	} {
		col, rest := column(indexLines(tt.form), tt.n)
		if len(col) != tt.col || len(rest) != tt.rest {
			t.Errorf("%s, %d lines: %d and %d, want %d and %d", tt.form, tt.n, len(col), len(rest), tt.col, tt.rest)
		}
	}
}

// TestLevel: on the last page the columns are as short as they can be with the second one
// beginning with an entry.
func TestLevel(t *testing.T) {
	for _, tt := range []struct {
		form string
		room int
		want int
	}{
		{"HHHH", 9, 2},
		{"HHHHH", 9, 3},
		{"H", 9, 1},
		{"HHbHH", 9, 3},
		{"HlllH", 9, 4},
		{"HHllHH", 9, 4},
		{strings.Repeat("H", 20), 10, 10},
		{strings.Repeat("H", 20), 11, 10},
		{strings.Repeat("H", 30), 10, 10},
		{"Hlllllll", 9, 8},
	} {
		if got := level(indexLines(tt.form), tt.room); got != tt.want {
			t.Errorf("%s in %d: %d, want %d", tt.form, tt.room, got, tt.want)
		}
	}
}

// TestPageful: a page leaves no line to the last one, or enough for two columns.
func TestPageful(t *testing.T) {
	for _, tt := range []struct{ lines, room, want int }{
		{20, 12, 0}, {24, 12, 0}, {25, 12, 11}, {30, 12, 10}, {34, 12, 10}, {40, 12, 16}, {9, 4, 1},
	} {
		left, other, rest := pageful(indexLines(strings.Repeat("H", tt.lines)), tt.room)
		if len(rest) != tt.want || len(left)+len(other)+len(rest) != tt.lines || len(left) > tt.room || len(other) > tt.room {
			t.Errorf("%d lines on pages of two times %d: columns of %d and %d, and %d are left, not %d",
				tt.lines, tt.room, len(left), len(other), len(rest), tt.want)
		}
	}
}

// TestAbreast: two columns stand beside each other, as high as the longer one.
func TestAbreast(t *testing.T) {
	for _, tt := range []struct{ left, other, want string }{
		{"Hl", "Hll", "6: 1,0 2,1 101,0 102,1 103,3"},
		{"Hll", "H", "6: 1,0 2,1 3,3 101,0"},
		{"H", "", "1: 1,0"},
	} {
		st := abreast(indexLines(tt.left), indexLines(tt.other), 100)
		got := fmt.Sprint(int64(st.Height), ":")
		for _, it := range st.Items {
			r := it.(*document.Rule)
			got += fmt.Sprintf(" %d,%d", int64(r.X), int64(r.Y))
		}
		if got != tt.want {
			t.Errorf("%s and %s: %s, want %s", tt.left, tt.other, got, tt.want)
		}
	}
}
