package rawhtml

import (
	"strconv"
	"strings"

	"octavo/book"
)

// maxCells bounds a table, whose rows are filled up to the longest one.
const maxCells = 100_000

// table returns a <table>. Cells that span columns are followed by empty ones;
// that cells span rows is lost, with a warning.
func (b *builder) table(n *node, pos book.Pos) []book.Block {
	t := &book.Table{Pos: pos}
	var rows [][]book.Cell
	head := false
	n.rows(func(m *node, inHead bool) {
		if m.Name == "caption" {
			t.Caption = b.flat(m.children)
			return
		}
		cells, all := b.row(m, t)
		if len(cells) == 0 {
			return
		}
		head = head || len(rows) == 0 && (inHead || all)
		rows = append(rows, cells)
	})
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	if width == 0 {
		return nil
	}
	if width*len(rows) > maxCells {
		b.dropped(n)
		return nil
	}
	for i := range rows {
		for len(rows[i]) < width {
			rows[i] = append(rows[i], book.Cell{Pos: rows[i][0].Pos})
		}
	}
	for len(t.Align) < width {
		t.Align = append(t.Align, book.AlignNone)
	}
	if t.Rows = rows; head && filled(rows[0]) {
		t.Head, t.Rows = rows[0], rows[1:]
	}
	if t.Head == nil && !anyFilled(t.Rows) {
		return nil
	}
	return []book.Block{t}
}

func filled(row []book.Cell) bool {
	for _, c := range row {
		if len(c.Content) > 0 {
			return true
		}
	}
	return false
}

func anyFilled(rows [][]book.Cell) bool {
	for _, r := range rows {
		if filled(r) {
			return true
		}
	}
	return false
}

// row returns the cells of a <tr> and whether all are heads. The first cell of
// a column that says how it is aligned decides for the column.
func (b *builder) row(tr *node, t *book.Table) (cells []book.Cell, heads bool) {
	heads = true
	for _, c := range tr.children {
		if c.Name != "td" && c.Name != "th" {
			continue
		}
		heads = heads && c.Name == "th"
		pos := b.place(c.at)
		for len(t.Align) <= len(cells) {
			t.Align = append(t.Align, book.AlignNone)
		}
		if t.Align[len(cells)] == book.AlignNone {
			t.Align[len(cells)] = alignment(c.Tag)
		}
		cells = append(cells, book.Cell{Content: b.flat(c.children), Pos: pos})
		if span, err := strconv.Atoi(c.Get("colspan")); err == nil {
			for range min(span, 100) - 1 {
				cells = append(cells, book.Cell{Pos: pos})
			}
		}
		if span, err := strconv.Atoi(c.Get("rowspan")); err == nil && span > 1 {
			b.list = append(b.list, book.Warningf(pos, "raw-html", "repeat or leave empty the cells below", "that a cell spans %d rows is dropped", span))
		}
	}
	return cells, heads
}

func alignment(t Tag) book.Align {
	how := strings.ToLower(t.Get("align"))
	if how == "" {
		_, how, _ = strings.Cut(strings.ToLower(t.Get("style")), "text-align:")
		how, _, _ = strings.Cut(how, ";")
	}
	switch strings.TrimSpace(how) {
	case "left", "start":
		return book.AlignLeft
	case "center":
		return book.AlignCenter
	case "right", "end":
		return book.AlignRight
	}
	return book.AlignNone
}

// rows calls visit for the rows and the caption of a table, not for those of
// tables within it.
func (n *node) rows(visit func(m *node, inHead bool)) {
	for _, c := range n.children {
		switch c.Name {
		case "tr", "caption":
			visit(c, n.Name == "thead")
		case "thead", "tbody", "tfoot":
			c.rows(visit)
		}
	}
}

// walk calls visit for all nodes below n.
func (n *node) walk(visit func(*node)) {
	for _, c := range n.children {
		visit(c)
		c.walk(visit)
	}
}

// unwrap returns the children of n, those of an element of the given name in
// its place.
func (n *node) unwrap(name string) []*node {
	var out []*node
	for _, c := range n.children {
		if c.Name == name {
			out = append(out, c.children...)
		} else {
			out = append(out, c)
		}
	}
	return out
}
