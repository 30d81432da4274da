package rawhtml

import (
	"strconv"

	"octavo/book"
	"octavo/book/base/rule"
)

// maxSpan bounds the columns that one cell covers. HTML takes 1,000; no page of a book
// has room for a hundred.
const maxSpan = 100

// A tableReader reads the rows of a table by the table model of HTML: a cell may
// cover columns beside it, and rows below it in its group.
//
// The model of a book asks for a grid: each row has a cell for each column, and a cell
// that another one covers is marked. In HTML a row has only the cells that begin in it,
// so that the number of a cell within its row says nothing of its column: a cell from
// three rows above may be in the way.
//
// So the reader goes through the rows once and keeps, for each column, the cell from
// above that covers it in the next row (open). A row first skips the columns that are
// covered, puts its next cell there, and so on; cells of several rows are then put into
// open for the rows below (row), and every row counts down those that are open (pass).
// HTML's own algorithm does the same with its list of downward-growing cells.
//
// What authors write is often wrong, and three cases are mended here: a cell that
// reaches beyond its group is cut at the border (end, parts); a cell that would lie over
// another from above is made narrower (cell), where HTML lets the two overlap; and a row
// without cells of its own, which is there to let a rowspan come out, is left out, and
// the cells that cover it lose a row (pass).
//
// The time is the number of cells, covered ones counted, which maxCells bounds.
//
// Source: HTML Standard, "Forming a table".
type tableReader struct {
	b     *builder
	t     *book.Table
	rows  [][]book.Cell
	cells int
	head  int     // rows at the beginning that are the head
	loose bool    // rows are the head by their <th> alone, without a <thead>
	thead bool    // there was a <thead>, empty or not
	open  []*span // by column, what covers it in the next row; nil for nothing
}

// A span is a cell that covers rows below it.
type span struct {
	row, col int
	left     int // rows that are still to come
}

// group reads the rows in n: a table, or a <thead>, <tbody> or <tfoot>. A foot stands
// below the other rows, also when it is written above them.
func (r *tableReader) group(n *node) {
	var feet []*node
	for _, c := range n.children {
		switch c.Name {
		case "caption":
			r.t.Caption = r.b.run(c)
		case "colgroup":
			r.group(c)
		case "col":
			r.column(c.Tag)
		case "tr":
			if r.cells <= maxCells {
				r.row(c, n.Name == "thead")
			}
		case "thead", "tbody":
			r.thead = r.thead || c.Name == "thead"
			r.inner(c)
		case "tfoot":
			feet = append(feet, c)
		}
	}
	for _, c := range feet {
		r.inner(c)
	}
}

// column reads the width of a column, or of several.
func (r *tableReader) column(t Tag) {
	n, err := strconv.Atoi(t.Get("span"))
	if err != nil {
		n = 1
	}
	for range max(min(n, maxSpan-len(r.t.Columns)), 0) {
		r.t.Columns = append(r.t.Columns, percentage(t))
	}
}

// inner reads a group within a table: no cell reaches into it or out of it.
func (r *tableReader) inner(n *node) {
	r.end()
	r.group(n)
	r.end()
}

// row reads a <tr>. A row without cells of its own is left out, and the cells that
// cover it have a row less.
func (r *tableReader) row(tr *node, inHead bool) {
	var cells []book.Cell
	var below []*span // by column
	heads, own := true, false
	for _, c := range tr.children {
		if c.Name != "td" && c.Name != "th" || len(cells) > maxCells {
			continue
		}
		cells = r.covered(cells, r.b.place(c.at))
		heads, own = heads && c.Name == "th", true
		cell, col := r.cell(c, len(cells)), len(cells)
		if cell.Cols <= 1 {
			r.align(col, alignment(c.Tag))
		}
		cells = append(cells, cell)
		for len(cells) < col+cell.Cols {
			cells = append(cells, book.Cell{Covered: true, Pos: cell.Pos})
		}
		if cell.Rows > 1 {
			s := &span{len(r.rows), col, cell.Rows - 1}
			for len(below) < len(cells) {
				if len(below) < col {
					below = append(below, nil)
				} else {
					below = append(below, s)
				}
			}
		}
	}
	if own {
		for i := len(cells); i < len(r.open); i++ { // cells under others, and the gaps between
			cells = append(cells, book.Cell{Covered: r.open[i] != nil, Pos: cells[0].Pos})
		}
		r.add(cells, inHead, heads)
	}
	r.pass(own)
	for i, s := range below {
		switch {
		case i == len(r.open):
			r.open = append(r.open, s)
		case s != nil:
			r.open[i] = s
		}
	}
}

// cell reads a cell that begins in column col.
func (r *tableReader) cell(c *node, col int) book.Cell {
	cell := book.Cell{Content: r.b.run(c), Header: c.Name == "th", Pos: r.b.place(c.at)}
	if n, err := strconv.Atoi(c.Get("colspan")); err == nil && n > 1 {
		if cell.Cols = min(n, maxSpan); n > maxSpan {
			r.b.list = append(r.b.list, rule.RawHTML.At(cell.Pos, "give the number of columns that the table has", "a colspan of %d is taken as %d", n, maxSpan))
		}
		for k := col + 1; k < min(col+cell.Cols, len(r.open)); k++ {
			if r.open[k] != nil { // another cell is there
				cell.Cols = k - col
			}
		}
	}
	if n, err := strconv.Atoi(c.Get("rowspan")); err == nil && n >= 0 && n != 1 {
		if cell.Rows = min(n, maxCells); n == 0 { // to the end of the group
			cell.Rows = maxCells
		}
	}
	return cell
}

// covered appends the cells that stand under others.
func (r *tableReader) covered(cells []book.Cell, pos book.Pos) []book.Cell {
	for len(cells) < len(r.open) && r.open[len(cells)] != nil {
		cells = append(cells, book.Cell{Covered: true, Pos: pos})
	}
	return cells
}

// align sets how a column is aligned: as its first cell that states an alignment.
func (r *tableReader) align(col int, how book.Align) {
	for len(r.t.Align) <= col {
		r.t.Align = append(r.t.Align, book.AlignNone)
	}
	if r.t.Align[col] == book.AlignNone {
		r.t.Align[col] = how
	}
}

// add adds a row. Where no <thead> is, the first row is the head when all its
// cells are <th>, with the rows of <th> that its cells reach into.
func (r *tableReader) add(cells []book.Cell, inHead, heads bool) {
	if r.head == len(r.rows) {
		switch {
		case inHead && !r.loose:
			r.head++
		case heads && !r.thead && (len(r.rows) == 0 || r.loose && anyCovered(r.open)):
			r.head++
			r.loose = true
		}
	}
	r.rows = append(r.rows, cells)
	r.cells += len(cells)
}

func anyCovered(open []*span) bool {
	for _, s := range open {
		if s != nil {
			return true
		}
	}
	return false
}

// pass counts a row for the cells that cover it, or takes it from them.
func (r *tableReader) pass(kept bool) {
	// A span stands in open once for each of its columns, and counts at the first.
	for i, s := range r.open {
		if s == nil {
			continue
		}
		if i == 0 || r.open[i-1] != s {
			s.left--
			if !kept {
				r.rows[s.row][s.col].Rows--
			}
		}
	}
	for i, s := range r.open {
		if s != nil && s.left == 0 {
			r.open[i] = nil
		}
	}
}

// end ends a group: no cell covers rows of the next.
func (r *tableReader) end() {
	for i, s := range r.open {
		if s != nil && (i == 0 || r.open[i-1] != s) {
			r.rows[s.row][s.col].Rows -= s.left
		}
	}
	r.open = nil
}

// fill gives all rows the same number of cells.
func (r *tableReader) fill(width int) {
	for i, row := range r.rows {
		for len(row) < width {
			row = append(row, book.Cell{Pos: row[0].Pos})
		}
		r.rows[i] = row
	}
	for len(r.t.Align) < width {
		r.t.Align = append(r.t.Align, book.AlignNone)
	}
}

// parts divides the rows into head and body. A head without words is none.
func (r *tableReader) parts() (head, body [][]book.Cell) {
	if !anyFilled(r.rows[:r.head]) {
		r.head = 0
	}
	head, body = r.rows[:r.head], r.rows[r.head:]
	for i, row := range head {
		for k := range row {
			c := &row[k]
			c.Header = false
			if i+c.Rows <= r.head {
				continue
			}
			// The cell reaches from the head into the body, as it can where the
			// head is one by its <th> alone. The editions set the two apart.
			for below := r.head; below < i+c.Rows; below++ {
				for col := range max(c.Cols, 1) {
					r.rows[below][k+col].Covered = false
				}
			}
			c.Rows = r.head - i
		}
	}
	return head, body
}
