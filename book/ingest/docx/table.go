package docx

import (
	"slices"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// Bounds on a table. Word itself has at most 63 columns.
const (
	maxColumns = 200
	maxSpan    = 100 // columns that a cell covers, as in HTML
)

// table reads a table. A table of a single cell is a frame around its content.
func (b *builder) table(n *xmltree.Node) {
	rows := n.All("tr")
	if len(rows) == 1 && len(rows[0].All("tc")) == 1 {
		b.read(rows[0].Child("tc"))
		return
	}
	g := &grid{builder: b}
	for _, tr := range rows {
		g.row(tr)
	}
	if t := g.table(); t != nil {
		b.add(t, draft.None)
	}
}

// A grid is a table that is being read.
type grid struct {
	*builder
	rows   [][]book.Cell
	merged map[int]*origin // by column, the cell that the next row may continue
	heads  int             // rows at the beginning that are repeated on each page
}

// An origin is the cell that others below it continue.
type origin struct{ row, col, cols int }

// row reads a row. A row that only continues cells is left out.
//
// In Word a merged cell is one cell in each of its rows, the first with the mark
// "restart" and the others without. They belong together when they begin in the same
// column and are equally wide; a cell without a fitting one above begins anew.
func (g *grid) row(tr *xmltree.Node) {
	props := tr.Child("trPr")
	row := make([]book.Cell, min(number(props.Child("gridBefore").Any("val"), 0), maxColumns))
	merged := map[int]*origin{}
	own := false
	for _, tc := range tr.All("tc") {
		cols := max(min(number(tc.Child("tcPr").Child("gridSpan").Any("val"), 1), maxSpan), 1)
		if len(row)+cols > maxColumns {
			break
		}
		vertical := tc.Child("tcPr").Child("vMerge")
		continues := vertical != nil && vertical.Any("val") != "restart"
		o := g.merged[len(row)]
		switch {
		case continues && o != nil && o.cols == cols:
			merged[o.col] = o
			row = covered(row, cols)
			continue
		case vertical != nil:
			merged[len(row)] = &origin{len(g.rows), len(row), cols}
		}
		own = true
		cell := book.Cell{Content: g.cell(tc)}
		if cols > 1 {
			cell.Cols = cols
		}
		row = covered(append(row, cell), cols-1)
	}
	if !own {
		return
	}
	for _, o := range merged {
		if o.row < len(g.rows) {
			g.rows[o.row][o.col].Rows = len(g.rows) + 1 - o.row
		}
	}
	if on(props.Child("tblHeader")) && g.heads == len(g.rows) {
		g.heads++
	}
	g.merged = merged
	g.rows = append(g.rows, row)
}

// covered appends n cells that stand under another.
func covered(row []book.Cell, n int) []book.Cell {
	for range n {
		row = append(row, book.Cell{Covered: true})
	}
	return row
}

// cell returns the content of a cell as one run.
func (g *grid) cell(tc *xmltree.Node) []book.Inline {
	return draft.Cell(g.document.blocks(tc, g.links))
}

// table returns the table that was read, nil for one without words.
func (g *grid) table() *book.Table {
	width := 0
	for _, row := range g.rows {
		width = max(width, len(row))
	}
	if !slices.ContainsFunc(g.rows, anyText) {
		return nil
	}
	for i, row := range g.rows {
		g.rows[i] = append(row, make([]book.Cell, width-len(row))...)
	}
	n := g.head()
	t := &book.Table{Align: make([]book.Align, width), Rows: g.rows[n:]}
	if n > 0 {
		t.Head = g.rows[:n]
	}
	return t
}

// head returns how many rows are the head: the marked rows, and the rows that their
// cells reach into. Where no row is marked, the first row and the rows that it reaches
// into are the head, unless a cell of the first row heads rows: in a head, the cells that
// do not reach to its end cover columns.
func (g *grid) head() int {
	n := max(g.heads, 1)
	for i := 0; i < n; i++ {
		for _, c := range g.rows[i] {
			n = max(n, i+c.Rows)
		}
	}
	if n >= len(g.rows) || !slices.ContainsFunc(g.rows[:n], anyText) {
		return 0
	}
	if g.heads == 0 && n > 1 && slices.ContainsFunc(g.rows[0], func(c book.Cell) bool { return !c.Covered && c.Rows < n && c.Cols < 2 }) {
		return 0
	}
	return n
}

func anyText(row []book.Cell) bool {
	return slices.ContainsFunc(row, func(c book.Cell) bool { return len(c.Content) > 0 })
}
