package xhtml

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestColumns measures columns: numbers and words, heads, cells that span, and words
// that are too long for any page.
func TestColumns(t *testing.T) {
	row := func(texts ...string) (list []book.Cell) {
		for _, s := range texts {
			list = append(list, book.Cell{Content: inlines(s)})
		}
		return list
	}
	wide := row("over two", "")
	wide[0].Cols, wide[1].Covered = 2, true
	tests := []struct {
		name       string
		head, body []book.Cell
		style      string
		cells      []string
	}{
		{"words and numbers", row("Ship", "Tons"), row("Kittiwake", "1,234"), "--columns: 8.6; --numbers: 3.26; --rest: 0.44",
			[]string{"--word: 5.34; --share: 1", "--number: 3.26; --share: 0.56"}},
		{"numbers", row("A", "B"), row("1", "2.44 m"), "", nil},
		{"a long word", row("A", "B"), row(strings.Repeat("x", 99), "a"), "", []string{"--word: 11.8; --share: 0.88", "--word: 1.52; --share: 0.11"}},
		{"a cell over two", nil, wide, "", []string{"", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := &book.Table{Align: make([]book.Align, 2), Rows: [][]book.Cell{tt.body}}
			if tt.head != nil {
				table.Head = [][]book.Cell{tt.head}
			}
			c := tableColumns(table)
			if got := c.style(); tt.style != "" && got != tt.style {
				t.Errorf("the table is %q, want %q", got, tt.style)
			}
			for i, want := range tt.cells {
				measured := tt.body
				if tt.head != nil {
					measured = tt.head
				}
				if got := c.cellStyle(i, measured); got != want {
					t.Errorf("cell %d is %q, want %q", i, got, want)
				}
			}
			if tt.head != nil && c.cellStyle(0, tt.body) != "" {
				t.Error("a second row bears the widths")
			}
		})
	}
}

func TestCellClass(t *testing.T) {
	for s, want := range map[string]string{
		"":                               "",
		"2.44 m":                         "short",
		"1,234.5":                        "",
		"Twenty-foot":                    "",
		"2021–22":                        "short",
		"12 metres and more":             "",
		"the moon, twice in a lunar day": "",
		"바다가 보이는 언덕에 서서 배를 기다리는 사람들": "",
	} {
		if got := cellClass(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
