package rawhtml

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/css"
)

// maxCells bounds a table, whose rows are filled up to the longest one: two thousand
// short rows and a long one would be millions of cells. It is generous: the largest
// tables of books have a few thousand.
const maxCells = 100_000

// table returns a <table>.
func (b *builder) table(n *node, pos book.Pos) []book.Block {
	r := tableReader{b: b, t: &book.Table{Pos: pos}}
	r.group(n)
	r.end()
	width := 0
	for _, row := range r.rows {
		width = max(width, len(row))
	}
	if width == 0 {
		return nil
	}
	if r.cells > maxCells || width*len(r.rows) > maxCells { // what follows the bound has not been read
		b.list = append(b.list, rule.SizeLimit.At(pos, "make several tables of it, or lower its colspan",
			"a table of %d columns and %d rows or more is over the limit of %d cells", width, len(r.rows), maxCells))
		return nil
	}
	r.fill(width)
	t := r.t
	t.Head, t.Rows = r.parts()
	t.Width, t.Columns = percentage(n.Tag), columnsOf(t.Columns, width)
	if len(t.Head) == 0 && !anyFilled(t.Rows) {
		return nil
	}
	return []book.Block{t}
}

// columnsOf returns the widths of n columns, nil when they do not say how wide all are, or
// are wider than the table together. Tools round them up, by a little for each column.
func columnsOf(list []int, n int) []int {
	sum := 0
	for _, w := range list {
		if w == 0 {
			return nil
		}
		sum += w
	}
	if len(list) != n || sum > 1000+10*n {
		return nil
	}
	for i, w := range list {
		list[i] = max(w*1000/max(sum, 1000), 1)
	}
	return list
}

// percentage returns the width that an element has in percent, in thousandths; 0 for none.
// Pixels are none: they are of a page of another width.
func percentage(t Tag) int {
	width := t.Get("width")
	if width == "" {
		decls, _ := css.Attribute(t.Get("style"))
		width = css.Property(decls, "width")
	}
	percent, ok := strings.CutSuffix(strings.TrimSpace(width), "%")
	whole, part, _ := strings.Cut(percent, ".")
	w, err := strconv.Atoi(whole + (part + "0")[:1])
	if !ok || err != nil || w <= 0 || w > 1000 {
		return 0
	}
	return w
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

func alignment(t Tag) book.Align {
	how := strings.ToLower(t.Get("align"))
	if how == "" {
		decls, _ := css.Attribute(t.Get("style"))
		how = strings.ToLower(css.Property(decls, "text-align"))
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
