package xhtml

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book"
)

// alignClasses are the classes of aligned cells; a style attribute would
// override the reader's choice.
var alignClasses = map[book.Align]string{
	book.AlignLeft: "left", book.AlignCenter: "center", book.AlignRight: "right",
}

// table writes t in a frame of its own, whose width the style sheet measures cells by.
// The frame does not scroll: paged reading systems do not divide what scrolls, and cut
// what is taller than a page.
func (r *Renderer) table(t *book.Table) {
	if len(t.Head)+len(t.Rows) == 0 {
		return
	}
	r.MarkBlock(t)
	r.MarkName(t.Caption)
	for _, row := range t.Head {
		for _, c := range row {
			r.MarkName(c.Content)
		}
	}
	columns := tableColumns(t)
	r.Open("div", "class", "table", "style", columns.style())
	r.Open("table", "class", columns.class(), "id", anchor(t.ID))
	r.Newline()
	if len(t.Caption) > 0 {
		r.Open("caption", "dir", r.Direction(t.Caption))
		r.Run(t.Caption)
		r.CloseLine()
	}
	if len(t.Head) > 0 {
		r.Open("thead")
		for _, row := range t.Head {
			r.row(t, columns, row, true)
		}
		r.CloseLine()
	}
	if len(t.Rows) > 0 {
		r.Open("tbody")
		r.Newline()
		for _, row := range t.Rows {
			r.row(t, columns, row, false)
		}
		r.CloseLine()
	}
	r.Close()
	r.Close()
}

// shortCell is how many characters of a quantity stay on one line.
const shortCell = 12

// cellClass is "short" for a cell with a quantity that a line could end within,
// such as "2.44 m".
func cellClass(s string) string {
	if utf8.RuneCountInString(s) <= shortCell && strings.ContainsAny(s, "0123456789") && strings.ContainsAny(s, " -–/") {
		return "short"
	}
	return ""
}

func (r *Renderer) row(t *book.Table, columns *columns, cells []book.Cell, head bool) {
	r.Open("tr", "class", rowClass(cells))
	for i, c := range cells {
		if c.Covered {
			continue
		}
		name, scope := "td", ""
		switch {
		case len(c.Content) == 0:
		case head:
			name, scope = "th", "col"
		case c.Header:
			name, scope = "th", "row"
		}
		inner, end := r.hold(name, c.Content, "scope", scope, "class", strings.Join(cellClasses(t, cells, i, head), " "),
			"colspan", span(c.Cols), "rowspan", span(c.Rows), "style", columns.cellStyle(i, cells))
		r.Run(inner)
		end()
	}
	r.CloseLine()
}

// tallCell is how many characters make a cell so tall that its row may be divided: on a
// phone more fill a third of a page.
const tallCell = 240

// rowClass is "tall" for a row that a page may not have the room for.
func rowClass(cells []book.Cell) string {
	for _, c := range cells {
		if !c.Covered && len(c.Content) > 0 && utf8.RuneCountInString(book.PlainText(c.Content)) > tallCell {
			return "tall"
		}
	}
	return ""
}

// cellClasses returns the classes of the cell in column i.
func cellClasses(t *book.Table, cells []book.Cell, i int, head bool) []string {
	var list []string
	c := &cells[i]
	switch {
	case head && c.Cols > 1:
		list = append(list, "center")
	case i < len(t.Align) && alignClasses[t.Align[i]] != "":
		list = append(list, alignClasses[t.Align[i]])
	}
	if size := cellClass(book.PlainText(c.Content)); size != "" && !head {
		list = append(list, size)
	}
	if next := i + max(c.Cols, 1); allCovered(cells[:i]) || next <= len(cells) && allCovered(cells[next:]) {
		list = append(list, "inner")
	}
	return list
}

// allCovered reports whether cells of other rows cover all of some cells.
func allCovered(cells []book.Cell) bool {
	for _, c := range cells {
		if !c.Covered {
			return false
		}
	}
	return len(cells) > 0
}

// span returns the value of an attribute that says how many rows or columns a
// cell covers; "" for one.
func span(n int) string {
	if n < 2 {
		return ""
	}
	return strconv.Itoa(n)
}
