package xhtml

import (
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
	if t.Head == nil && len(t.Rows) == 0 {
		return
	}
	r.Mark(t)
	r.MarkAll(t.Caption)
	for _, c := range t.Head {
		r.MarkAll(c.Content)
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
	if t.Head != nil {
		r.Open("thead")
		r.row(t, t.Head, true)
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

func (r *Renderer) row(t *book.Table, cells []book.Cell, head bool) {
	r.Open("tr")
	for i, c := range cells {
		class := ""
		if i < len(t.Align) {
			class = alignClasses[t.Align[i]]
		}
		tag, scope := "td", ""
		if head && len(c.Content) > 0 {
			tag, scope = "th", "col"
		}
		r.Open(tag, "scope", scope, "class", class, "dir", r.Direction(c.Content))
		r.Run(c.Content)
		r.Close()
	}
	r.CloseLine()
}
