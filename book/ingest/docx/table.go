package docx

import (
	"slices"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
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
	g := &grid{builder: b, plain: headless(n.Child("tblPr").Child("tblLook"))}
	for _, tr := range rows {
		g.row(tr)
	}
	if t := g.table(); t != nil {
		b.add(t, draft.None)
	}
}

// headless reports whether a table says that its first row looks like the others: by an
// attribute, or by a bit of a number (ECMA-376, part 1, 17.4.55).
func headless(look *xmltree.Node) bool {
	const firstRow = 0x20
	if v := look.Any("firstRow"); v != "" {
		return !on(orNil(v))
	}
	bits, err := strconv.ParseUint(look.Any("val"), 16, 16)
	return err == nil && bits&firstRow == 0
}

// A grid is a table that is being read.
type grid struct {
	*builder
	rows   [][]book.Cell
	merged map[int]*origin      // by column, the cell that the next row may continue
	plain  bool                 // the first row is said to be none of the head
	leans  []map[book.Align]int // by column, how its cells below the first row stand
	heads  int                  // rows at the beginning that are repeated on each page
}

// An origin is the cell that others below it continue.
type origin struct{ row, col, cols int }

// row reads a row. A cell may continue the one to its left (hMerge). A row that only
// continues cells is left out.
//
// In Word a merged cell is one cell in each of its rows, the first with the mark
// "restart" and the others without. They belong together when they begin in the same
// column and are equally wide; a cell without a fitting one above begins anew.
func (g *grid) row(tr *xmltree.Node) {
	props := tr.Child("trPr")
	row := make([]book.Cell, min(number(props.Child("gridBefore").Any("val"), 0), maxColumns))
	merged := map[int]*origin{}
	own, wide := false, -1 // wide is the last cell, which those beside it may continue
	for _, tc := range tr.All("tc") {
		cols := max(min(number(tc.Child("tcPr").Child("gridSpan").Any("val"), 1), maxSpan), 1)
		if len(row)+cols > maxColumns {
			g.left(rule.ImportLeftOut, "make two tables of it", "a table has more columns than a book can show: what is behind them is left out")
			break
		}
		if across := tc.Child("tcPr").Child("hMerge"); across != nil && across.Any("val") != "restart" && wide >= 0 {
			g.hide(tc)
			row[wide].Cols = max(row[wide].Cols, 1) + cols
			row = covered(row, cols)
			continue
		}
		vertical := tc.Child("tcPr").Child("vMerge")
		continues := vertical != nil && vertical.Any("val") != "restart"
		o := g.merged[len(row)]
		switch {
		case continues && o != nil && o.cols == cols:
			g.hide(tc)
			merged[o.col] = o
			row = covered(row, cols)
			continue
		case vertical != nil:
			merged[len(row)] = &origin{len(g.rows), len(row), cols}
		}
		own = true
		cell := book.Cell{Content: g.cell(tc)}
		g.lean(len(row), tc, cell)
		if cols > 1 {
			cell.Cols = cols
		}
		wide = len(row)
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

// lean counts how the text of a cell stands in its column. Cells of the first row are heads,
// which stand in the middle as a rule.
func (g *grid) lean(column int, tc *xmltree.Node, cell book.Cell) {
	if len(g.rows) == 0 || len(cell.Content) == 0 {
		return
	}
	for len(g.leans) <= column {
		g.leans = append(g.leans, map[book.Align]int{})
	}
	align := book.AlignNone
	switch tc.Child("p").Child("pPr").Child("jc").Any("val") {
	case "right", "end":
		align = book.AlignRight
	case "center":
		align = book.AlignCenter
	}
	g.leans[column][align]++
}

// aligns returns how the columns of a table of a width stand: to the right or in the middle
// where all their cells do.
func (g *grid) aligns(width int) []book.Align {
	out := make([]book.Align, width)
	for i, of := range g.leans {
		for align := range of {
			if len(of) == 1 && i < width {
				out[i] = align
			}
		}
	}
	return out
}

// hide tells of the words of a cell that another one covers, which Word does not show either.
func (g *grid) hide(tc *xmltree.Node) {
	if text := textOf(tc); strings.TrimSpace(text) != "" {
		g.left(rule.ImportLeftOut, "write it into the cell above it or to its left if readers need it", "the text of a cell that another one covers is left out: "+clip(text))
	}
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
	b := newBuilder(g.document, g.links)
	b.cell = true
	list := b.all(tc)
	for _, bl := range list {
		if _, ok := bl.Block.(*book.Table); ok {
			g.left(rule.ImportLeftOut, "make a table or list of it beside the other one", "a table within a cell is lines there: "+clip(wordsOf(bl.Block)))
		}
	}
	return draft.Cell(list)
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
	t := &book.Table{Align: g.aligns(width), Rows: g.rows[n:]}
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
	if g.plain && g.heads == 0 {
		return 0
	}
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
