package layout

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/stress"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// bandEnd returns the end of the run of rows that begins with row r and that
// cells hold together.
func bandEnd(rows [][]book.Cell, r int) int {
	end := r + 1
	for ; r < end; r++ {
		for i := range rows[r] {
			end = max(end, min(r+rows[r][i].Rows, len(rows)))
		}
	}
	return end
}

// band returns the strips of rows that cells hold together, or of a single row. Such rows are
// one strip, which no page break divides, unless that is too tall: then the words of
// a cell that covers rows stand in the first of them.
func (g *grid) band(rows [][]book.Cell, table *document.Element, head bool) []*flow.Strip {
	columns := make([][][]*flow.Strip, len(rows))
	for r, row := range rows {
		tr := document.NewElement(table, "TR")
		if table == nil {
			tr = nil
		}
		columns[r] = make([][]*flow.Strip, len(g.w))
		for i := range g.w {
			if i >= len(row) {
				columns[r][i] = g.cell(i, &book.Cell{}, tr, head)
			} else if !row[i].Covered {
				columns[r][i] = g.cell(i, &row[i], tr, head)
			}
		}
	}
	if len(rows) > 1 {
		if st := g.joined(rows, columns, head); st != nil {
			return []*flow.Strip{st}
		}
	}
	var out []*flow.Strip
	for r := range rows {
		out = append(out, g.parts(columns[r])...)
	}
	return out
}

// joined sets rows as one strip; nil when the strip is too tall. In a head, a cell
// stands at the foot of the rows that it covers, and a cell that covers columns has a rule
// below.
func (g *grid) joined(rows [][]book.Cell, columns [][][]*flow.Strip, head bool) *flow.Strip {
	heights := g.heights(rows, columns)
	out := &flow.Strip{Height: sum(heights)}
	if out.Height > g.tallest {
		return nil
	}
	var y unit.Length
	for r, cols := range columns {
		for i, lines := range cols {
			if len(lines) == 0 {
				continue
			}
			cell := flow.Join(lines)
			// In a body a cell hangs from the top of its first row. In a head it stands at the
			// foot of its last row, near the cells that it is the head of.
			top := y + g.pad
			if c := cellAt(rows[r], i); head {
				below := r + max(c.Rows, 1)
				top += sum(heights[r:below]) - cell.Height - 2*g.pad
				if c.Cols > 1 && below < len(rows) {
					end := g.end(i, &c) - 1
					out.Items = append(out.Items, document.NewRule(g.x[i], y+sum(heights[r:below])-spanRule,
						g.x[end]+g.w[end]-g.x[i], spanRule, document.Color(g.s.theme.Colors.Rule)))
				}
			}
			cell.Lower(top)
			out.Beside(cell)
		}
		y += heights[r]
	}
	g.s.Settle(out)
	return out
}

// padding returns the share of the leading that stands above and below the text of a row: an
// eighth, and a quarter where readings or marks of emphasis stand above letters, for these to
// keep clear of the rule. By eye.
func (g *grid) padding() unit.Length {
	crowned := false
	for _, run := range book.BlockInlines(g.b) {
		book.WalkInlines(run, func(in book.Inline) bool {
			_, reading := in.(*book.Ruby)
			s, ok := in.(*book.Styled)
			crowned = crowned || reading || ok && s.Style == book.Emphasis && stress.Of(g.s.lang) == stress.Above
			return !crowned
		})
	}
	if crowned {
		return 4
	}
	return 8
}

// spanRule is the thickness of the rule below a head that covers columns: that of the rule
// below the whole head.
const spanRule = unit.Point * 4 / 10

// How rows get their heights.
//
// A cell of one row makes its row as high as its lines. A cell that covers several rows
// needs the sum of them to be high enough, and leaves open which of them is to grow. The
// last one grows. Rows are gone through from above, so that those before the last have their
// heights by then, keep them, and one pass is enough. When several such cells end in a
// row, the first one that lacks room makes it grow, and the next ones see what it has now.
//
// Each cell is looked at once for each row from its own to the last of the band. A band is
// short, since the rows of a table that cells hold together seldom are more than a few.

// heights returns the heights of rows. A row grows when a cell that ends in it needs more
// than the height of the rows that the cell covers.
func (g *grid) heights(rows [][]book.Cell, columns [][][]*flow.Strip) []unit.Length {
	heights := make([]unit.Length, len(rows))
	for r, cols := range columns {
		heights[r] = 2 * g.pad
		for i, lines := range cols {
			if cellAt(rows[r], i).Rows <= 1 {
				heights[r] = max(heights[r], flow.Height(lines)+2*g.pad)
			}
		}
	}
	for last := range rows {
		for r := range last + 1 {
			for i, lines := range columns[r] {
				if c := cellAt(rows[r], i); c.Rows > 1 && r+c.Rows-1 == last {
					heights[last] += max(flow.Height(lines)+2*g.pad-sum(heights[r:last+1]), 0)
				}
			}
		}
	}
	return heights
}

// cellAt returns the cell of a row in column i.
func cellAt(row []book.Cell, i int) book.Cell {
	if i >= len(row) {
		return book.Cell{}
	}
	return row[i]
}

// wordy reports whether a cell has words, and not only numbers and signs.
func wordy(c *book.Cell) bool {
	return strings.ContainsFunc(book.PlainText(c.Content), unicode.IsLetter)
}

// cell returns the lines of a cell that begins in column i.
func (g *grid) cell(i int, c *book.Cell, tr *document.Element, head bool) []*flow.Strip {
	s := g.s
	elem := document.NewElement(tr, "TD")
	switch {
	case head:
		elem.Type, elem.Scope = "TH", "Column"
	case c.Header:
		elem.Type, elem.Scope = "TH", "Row"
	}
	elem.Cols, elem.Rows = c.Cols, c.Rows
	st := g.style(c, head)
	style := *st
	switch how := g.b.Align[i]; {
	case head && c.Cols > 1, how == book.AlignCenter:
		style.Align = theme.Center
	case c.Cols > 1 && wordy(c): // stands below words, not below numbers
	case how == book.AlignRight && !s.rtl, how == book.AlignLeft && s.rtl:
		style.Align = theme.Right
	}
	if len(c.Content) > 0 {
		end := g.end(i, c) - 1
		width := g.x[end] + g.w[end] - g.x[i]
		if width < leastColumn { // such a table is an error, and each of its words would be one more
			width = 2 * style.Size
		}
		p := s.paragraph(&style)
		p.Within()
		p.More = s.rtl // mupdf joins cells that follow each other to the left, unless a space parts them
		p.Add(c.Content, s.cellLook(&style, elem))
		if list := p.Lines(g.x[i], width, 0); len(list) > 0 {
			return list
		}
	}
	return []*flow.Strip{{Height: st.Leading, Items: []document.Item{&document.Mark{Elem: elem}}}}
}
