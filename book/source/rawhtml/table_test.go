package rawhtml

import (
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
)

// TestSpans reads tables whose cells cover others.
func TestSpans(t *testing.T) {
	for _, tt := range []struct{ name, html, want string }{
		{"columns", "<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", `row (2 x 1) "a" | (covered) | "b"; row "c" | "d" | "e"`},
		{"rows", "<tr><td>a<td rowspan=2>b<tr><td>c", `row "a" | (1 x 2) "b"; row "c" | (covered)`},
		{"both", "<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", `row (2 x 2) "a" | (covered) | "b"; row (covered) | (covered) | "c"`},
		{"head of two rows", "<thead><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d</thead><tr><th>e<td>f<td>g",
			`head (1 x 2) "a" | (2 x 1) "b" | (covered); head (covered) | "c" | "d"; row (header) "e" | "f" | "g"`},
		{"head without thead", "<tr><th rowspan=2>a<th>b<tr><th>c<tr><th>d<td>e",
			`head (1 x 2) "a" | "b"; head (covered) | "c"; row (header) "d" | "e"`},
		{"head that reaches into the body", "<tr><th rowspan=3>a<th>b<tr><td>c<tr><td>d", `head "a" | "b"; row | "c"; row | "d"`},
		{"too many rows", "<tr><td rowspan=9>a<td>b<tr><td>c", `row (1 x 2) "a" | "b"; row (covered) | "c"`},
		{"to the end of the group", "<tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</tbody>",
			`row (1 x 2) "a" | "b"; row (covered) | "c"; row "d" | "e"`},
		{"a row without cells", "<tr><td rowspan=3>a<td>b<tr></tr><tr><td>c", `row (1 x 2) "a" | "b"; row (covered) | "c"`},
		{"cells that meet", "<tr><td>a<td rowspan=2>b<tr><td colspan=2>c", `row "a" | (1 x 2) "b"; row "c" | (covered)`},
		{"rows of more columns", "<tr><td rowspan=2>a<tr><td>b<td>c", `row (1 x 2) "a" | |; row (covered) | "b" | "c"`},
		{"numbers of no sense", "<tr><td colspan=-3 rowspan=x>a<td colspan=1e9>b", `row "a" | "b"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var p dump.Printer
			p.Blocks(blocksOf("<table>" + tt.html + "</table>"))
			var rows []string
			for _, line := range strings.Split(p.String(), "\n") {
				if line = strings.TrimSpace(line); strings.HasPrefix(line, "head") || strings.HasPrefix(line, "row") {
					rows = append(rows, line)
				}
			}
			if got := strings.Join(rows, "; "); squeeze(got) != squeeze(tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// blocksOf returns the blocks of a fragment.
func blocksOf(src string) []book.Block {
	var list []book.Block
	pieces, _ := Fragment(src, "en", place, nil, nil)
	for _, p := range pieces {
		list = append(list, p.Blocks...)
	}
	return list
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestSpansRandom reads random tables: each cell that is covered is so by one
// cell above or before it, and none of these leaves its part of the table.
func TestSpansRandom(t *testing.T) {
	pieces := []string{"<tr>", "<tr>", "<td>x", "<td>x", "<th>x", "<td colspan=2>x", "<td rowspan=2>x", "<th rowspan=3 colspan=2>x",
		"<td rowspan=0>x", "</tr>", "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr></tr>"}
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		src := "<table>"
		for range 1 + r.IntN(25) {
			src += pieces[r.IntN(len(pieces))]
		}
		book.WalkBlocks(blocksOf(src+"</table>"), func(b book.Block) bool {
			if tb, ok := b.(*book.Table); ok {
				checkSpans(t, src, tb.Head, len(tb.Align))
				checkSpans(t, src, tb.Rows, len(tb.Align))
			}
			return true
		})
	}
}

func checkSpans(t *testing.T, src string, rows [][]book.Cell, width int) {
	t.Helper()
	by := make([][]int, len(rows))
	for r := range rows {
		if len(rows[r]) != width {
			t.Fatalf("%s: row %d has %d cells, not %d", src, r, len(rows[r]), width)
		}
		by[r] = make([]int, width)
	}
	for r, row := range rows {
		for c, cell := range row {
			if cell.Covered && len(cell.Content) > 0 {
				t.Fatalf("%s: a covered cell has text", src)
			}
			if cell.Covered {
				continue
			}
			if r+cell.Rows > len(rows) || c+cell.Cols > width {
				t.Fatalf("%s: a cell leaves the table", src)
			}
			for y := r; y < r+max(cell.Rows, 1); y++ {
				for x := c; x < c+max(cell.Cols, 1); x++ {
					by[y][x]++
				}
			}
		}
	}
	for r, row := range by {
		for c, n := range row {
			if n != 1 {
				t.Fatalf("%s: %d cells at row %d, column %d", src, n, r, c)
			}
		}
	}
}

// TestTableBounds checks that a table over a bound says which.
func TestTableBounds(t *testing.T) {
	const hint = "\n    hint: make several tables of it, or lower its colspan"
	row := "<tr>" + strings.Repeat("<td>a", 1000)
	for _, tt := range []struct{ name, html, want string }{
		{"cells", strings.Repeat(row, 101), "f:1:1: error: a table of 1000 columns and 101 rows or more is over the limit of 100000 cells [size-limit]" + hint},
		{"rows that are filled up", row + strings.Repeat("<tr><td>a", 100), "f:1:1: error: a table of 1000 columns and 101 rows or more is over the limit of 100000 cells [size-limit]" + hint},
		{"columns", "<tr>" + strings.Repeat("<td>a", 100_001), "f:1:1: error: a table of 100001 columns and 1 rows or more is over the limit of 100000 cells [size-limit]" + hint},
		{"columns of a cell", "<tr><td colspan=101>a", "f:1:12: warning: a colspan of 101 is taken as 100 [raw-html]\n    hint: give the number of columns that the table has"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Fragment("<table>"+tt.html+"</table>", "en", place, nil, nil)
			if len(list) != 1 || list[0].String() != tt.want {
				t.Errorf("got %q, want %q", list, tt.want)
			}
		})
	}
}
