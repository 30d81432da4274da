package formula

import (
	"octavo/book/base/unit"
	"octavo/book/markup/math"
)

// The measures of tables, in hundredths of an em. LaTeX's, for letters of 10 points on
// lines of 12, are the rows (struts of 0.7 and 0.3 lines), the jot of 3 points, the gap of
// columns (\arraycolsep on both sides) and that of cases (\quad). The others are by eye;
// equations is the same as in the MathML of package xhtml.
const (
	rowHeight  = 84 // of a row without tall cells
	rowDepth   = 36
	rowGap     = 20 // between what is in two rows, at least
	jot        = 30 // more between rows of equations
	columnGap  = 100
	equations  = 200 // between two columns of equations
	caseGap    = 100
	outsideGap = 14 // between a table and its fences
)

// grid sets rows of cells around the axis.
func (s *Setter) grid(g *math.Grid, st style) *part {
	inner := st
	if g.Equations {
		inner.level = math.Display
	} else if st.display() {
		inner.level = math.Inline
	}
	em := func(hundredths int64) unit.Length { return s.size(inner).Mul(hundredths, 100) }
	cells, widths := s.cells(g, inner)
	out := &part{}
	var y unit.Length // of the last baseline, downwards
	var below unit.Length
	for i, row := range cells {
		height, depth := em(rowHeight), em(rowDepth)
		var tall, deep unit.Length
		for _, c := range row {
			tall, deep = max(tall, c.Height), max(deep, c.Depth)
		}
		if i > 0 {
			y += max(below, em(rowDepth)) + max(tall+em(rowGap), height)
			if g.Equations {
				y += em(jot)
			}
			tall -= y
		}
		s.cellRow(out, g, row, widths, y, em)
		out.Height = max(out.Height, max(tall, height-y))
		out.Depth = max(out.Depth, y+max(deep, depth))
		below = deep
	}
	out.Width = 0
	for i, w := range widths {
		out.Width += w
		if i > 0 {
			out.Width += em(gapBefore(g, i))
		}
	}
	out.shift(s.axis(st) - (out.Height-out.Depth)/2)
	if g.Open == 0 && g.Close == 0 {
		return out
	}
	return s.fenced(g, out, st, em(outsideGap))
}

// cells sets the cells and returns the widths of the columns.
func (s *Setter) cells(g *math.Grid, st style) (cells [][]*Box, widths []unit.Length) {
	widths = make([]unit.Length, len(g.Align))
	for _, row := range g.Rows {
		var list []*Box
		for i, c := range row {
			b := s.row(c, st).leaned()
			widths[i] = max(widths[i], b.Width)
			list = append(list, b)
		}
		cells = append(cells, list)
	}
	return cells, widths
}

// cellRow puts the cells of a row at y below the line.
func (s *Setter) cellRow(out *part, g *math.Grid, row []*Box, widths []unit.Length, y unit.Length, em func(int64) unit.Length) {
	var x unit.Length
	for i, c := range row {
		if i > 0 {
			x += em(gapBefore(g, i))
		}
		free := widths[i] - c.Width
		switch g.Align[i] {
		case math.Left:
			free = 0
		case math.Center:
			free /= 2
		}
		out.put(c, x+free, -y)
		x += widths[i]
	}
}

// gapBefore returns the white before a column.
func gapBefore(g *math.Grid, i int) int64 {
	switch {
	case g.Equations && i%2 == 1 && g.Align[i] == math.Left:
		return 0
	case g.Equations:
		return equations
	case g.Open == '{' && g.Close == 0:
		return caseGap
	}
	return columnGap
}

// fenced puts a table between its fences.
func (s *Setter) fenced(g *math.Grid, body *part, st style, gap unit.Length) *part {
	left, right := s.mark(g.Open, body.Height, body.Depth, st), s.mark(g.Close, body.Height, body.Depth, st)
	out := &part{}
	out.put(&left.Box, 0, 0)
	out.put(&body.Box, left.Width+gap, 0)
	out.Width = left.Width + gap + body.Width
	if g.Close != 0 {
		out.Width += gap
	}
	out.put(&right.Box, out.Width, 0)
	out.Width += right.Width
	return out
}
