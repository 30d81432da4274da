package markdown

import (
	"strings"

	"octavo/book"
)

// division writes a block of a class: an aside that has nothing but its kind and title
// as a callout, which more tools know, and any other between fences.
func (w *blockWriter) division(d *book.Division) {
	if d.Class == book.Admonition && d.ID == "" && d.Lang == "" && d.Dir == book.DirInherit {
		w.in("> ", "> ", func() { w.callout(d) })
		return
	}
	begin := w.fence(d)
	if begin == "" {
		w.blocks(d.Blocks, false)
		return
	}
	w.line(begin)
	w.blank()
	if len(d.Blocks) > 0 {
		w.blocks(d.Blocks, false)
		w.blank()
	}
	w.line(":::")
}

// callout writes an aside without the marks of its lines.
func (w *blockWriter) callout(d *book.Division) {
	s := "[!" + strings.ToUpper(d.Kind.String()) + "]"
	if len(d.Title) > 0 {
		s += " " + formatInline(d.Title, runHeading, w.math)
	}
	w.line(s)
	if len(d.Blocks) > 0 {
		if !isParagraph(d.Blocks[0]) {
			w.blank()
		}
		w.blocks(d.Blocks, false)
	}
}

// fence returns the line that begins a block, "" when there is nothing to say of it.
func (w *blockWriter) fence(d *book.Division) string {
	var items []string
	name := d.Class.String()
	if d.Class == book.Admonition {
		name = d.Kind.String()
	}
	if name != "" {
		items = append(items, "."+name)
	}
	items = append(items, braceItems(d.ID, d.Lang, d.Dir)...)
	if len(d.Title) > 0 {
		items = append(items, "title="+quoted(formatInline(d.Title, runQuoted, w.math)))
	}
	if len(items) == 1 && name != "" {
		return "::: " + name
	}
	if items == nil {
		return ""
	}
	return "::: {" + strings.Join(items, " ") + "}"
}
