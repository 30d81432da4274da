package xhtml

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/locale"
)

// alignClasses are the classes of aligned cells; a style attribute would
// override the reader's choice.
var alignClasses = map[book.Align]string{
	book.AlignLeft: "left", book.AlignCenter: "center", book.AlignRight: "right",
}

// table writes t in a frame of its own, which the style sheet lets scroll when
// the page is narrower than the table. Such a region has to take the focus, or
// nobody could scroll it with the keyboard.
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
	label := book.PlainText(t.Caption)
	if label == "" {
		label = r.Words.Word(locale.Table)
	}
	r.Open("div", "class", "table", "role", "region", "aria-label", label, "tabindex", "0")
	r.Open("table")
	r.Newline()
	if len(t.Caption) > 0 {
		r.Open("caption", "dir", r.Direction(t.Caption))
		r.Run(t.Caption)
		r.CloseLine()
	}
	if len(t.Head) > 0 {
		r.Open("thead")
		for _, row := range t.Head {
			r.row(t, row, true)
		}
		r.CloseLine()
	}
	if len(t.Rows) > 0 {
		r.Open("tbody")
		r.Newline()
		for _, row := range t.Rows {
			r.row(t, row, false)
		}
		r.CloseLine()
	}
	r.Close()
	r.Close()
}

// The lengths of cells in characters: a quantity of up to so many stays on one
// line, and words from so many on need the room of some.
const (
	shortCell = 12
	longCell  = 24
)

// cellClass is "short" for a cell with a quantity that a line could end within,
// such as "2.44 m", and "long" for one of so many words that a narrow page would
// set them one below the other.
func cellClass(s string) string {
	switch n := utf8.RuneCountInString(s); {
	case n >= longCell:
		return "long"
	case n <= shortCell && strings.ContainsAny(s, "0123456789") && strings.ContainsAny(s, " -–/"):
		return "short"
	}
	return ""
}

func (r *Renderer) row(t *book.Table, cells []book.Cell, head bool) {
	r.Open("tr")
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
		r.Open(name, "scope", scope, "class", strings.Join(cellClasses(t, cells, i, head), " "), "dir", r.Direction(c.Content),
			"colspan", span(c.Cols), "rowspan", span(c.Rows))
		r.Run(c.Content)
		r.Close()
	}
	r.CloseLine()
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
