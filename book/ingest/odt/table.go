package odt

import (
	"slices"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// Bounds on a table. LibreOffice writes a run of equal cells or rows as one that is
// repeated; a text has no more than some of them.
const (
	maxColumns = 200
	maxRepeats = 200
	maxCells   = 200_000 // of all tables: repeats of repeats grow
)

// rowName is the element of a row, in two parts, since a rule has the same name.
const rowName = "table-" + "row"

// A grid is a table that is being read.
type grid struct {
	*document
	rows  [][]book.Cell
	heads int
}

// table reads a table. A table of a single cell is a frame around its content.
func (b *builder) table(n *xmltree.Node) {
	if c := onlyCell(n); c != nil {
		b.read(c)
		return
	}
	g := &grid{document: b.document}
	g.group(n, false)
	width := 0
	for _, row := range g.rows {
		width = max(width, len(row))
	}
	if !slices.ContainsFunc(g.rows, filled) {
		return
	}
	for i, row := range g.rows {
		g.rows[i] = append(row, make([]book.Cell, width-len(row))...)
	}
	t := &book.Table{Align: make([]book.Align, width)}
	heads := g.head()
	if heads > 0 {
		t.Head = g.rows[:heads]
	}
	t.Rows = g.rows[heads:]
	b.add(t, draft.None)
}

// onlyCell returns the cell of a table that has one, nil for other tables.
func onlyCell(n *xmltree.Node) *xmltree.Node {
	rows := n.All(rowName)
	if len(rows) != 1 || n.Child("table-header-rows") != nil || n.Child("table-row-group") != nil || n.Child("table-rows") != nil {
		return nil
	}
	if cells := rows[0].All("table-cell"); len(cells) == 1 && rows[0].Child("covered-table-cell") == nil {
		return cells[0]
	}
	return nil
}

// group reads the rows of a table, or of a part of it.
func (g *grid) group(n *xmltree.Node, head bool) {
	for _, k := range n.Kids {
		switch k.Name {
		case "table-header-rows":
			g.group(k, true)
		case "table-rows", "table-row-group":
			g.group(k, head)
		case rowName:
			row := g.row(k)
			repeats := 1
			if filled(row) {
				repeats = min(number(k.Any("number-rows-repeated"), 1), maxRepeats)
			}
			for range repeats {
				if g.cells += len(row); g.cells > maxCells {
					return
				}
				g.rows = append(g.rows, slices.Clone(row))
				if head && g.heads == len(g.rows)-1 {
					g.heads++
				}
			}
		}
	}
}

// row reads a row. ODF writes the cells that another covers, which keeps columns in place.
func (g *grid) row(n *xmltree.Node) []book.Cell {
	var row []book.Cell
	for _, c := range n.Kids {
		if c.Name != "table-cell" && c.Name != "covered-table-cell" {
			continue
		}
		cell := book.Cell{Covered: c.Name == "covered-table-cell"}
		if !cell.Covered {
			cell.Content = draft.Cell(g.blocks(c))
			cell.Cols, cell.Rows = spanned(c, "number-columns-spanned"), spanned(c, "number-rows-spanned")
		}
		for range min(number(c.Any("number-columns-repeated"), 1), maxColumns-len(row)) {
			row = append(row, cell)
		}
	}
	return row
}

// spanned returns how many columns or rows a cell covers, 0 for one.
func spanned(c *xmltree.Node, name string) int {
	if n := number(c.Any(name), 1); n > 1 && n <= maxColumns {
		return n
	}
	return 0
}

// head returns how many rows are the head: those that the table says, or the first one, with the
// rows that their cells reach into.
func (g *grid) head() int {
	n := max(g.heads, 1)
	for i := 0; i < n && i < len(g.rows); i++ {
		for _, c := range g.rows[i] {
			n = max(n, i+c.Rows)
		}
	}
	if n >= len(g.rows) || !slices.ContainsFunc(g.rows[:n], filled) || g.heads == 0 && n > 1 {
		return 0
	}
	return n
}

func filled(row []book.Cell) bool {
	return slices.ContainsFunc(row, func(c book.Cell) bool { return len(c.Content) > 0 })
}
