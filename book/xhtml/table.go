package xhtml

import (
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
		var classes []string
		if i < len(t.Align) && alignClasses[t.Align[i]] != "" {
			classes = append(classes, alignClasses[t.Align[i]])
		}
		if size := cellClass(book.PlainText(c.Content)); size != "" && !head {
			classes = append(classes, size)
		}
		tag, scope := "td", ""
		if head && len(c.Content) > 0 {
			tag, scope = "th", "col"
		}
		r.Open(tag, "scope", scope, "class", strings.Join(classes, " "), "dir", r.Direction(c.Content))
		r.Run(c.Content)
		r.Close()
	}
	r.CloseLine()
}
