package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// maxListDepth is where lists stop to move to the right. By eye.
const maxListDepth = 8

// listBlock sets a list. Labels hang to the left of the items, numbers aligned
// at their ends, in a column as wide as the widest of all.
func (s *section) listBlock(b *book.List, fr frame) {
	st := s.theme.Style(theme.List)
	if fr.depth == 0 {
		s.Space(st.Before)
		s.Balance(true)
	}
	if !fr.grid || fr.depth > 0 {
		st = fr.style
	}
	labels := s.labels(b, fr)
	indent := s.theme.Style(theme.List).Left
	for _, l := range labels {
		indent = max(indent, l.Width+st.Size*6/10)
	}
	inner := fr
	if fr.depth < maxListDepth {
		inner = s.inset(fr, indent, 0)
	}
	inner.depth++
	inner.grid, inner.style = false, st
	list := s.element(fr.elem, "L")
	list.Numbering = numbering(b)
	for i, it := range b.Items {
		s.item(it, labels[i], document.NewElement(list, "LI"), inner)
	}
	if fr.depth == 0 {
		s.Space(s.theme.Style(theme.List).After)
	}
}

// numbering returns the ListNumbering of a list (ISO 32000-1, table 347).
func numbering(b *book.List) string {
	if !b.Ordered {
		return "Disc"
	}
	return [...]string{
		book.Decimal: "Decimal", book.LowerAlpha: "LowerAlpha", book.UpperAlpha: "UpperAlpha",
		book.LowerRoman: "LowerRoman", book.UpperRoman: "UpperRoman",
	}[b.Numbering]
}

// number returns the label of an item of an ordered list: figures are those of the language.
func (s *section) number(b *book.List, i int) string {
	if b.Numbering == book.Decimal {
		return b.Delimiter.Mark(locale.Number(s.lang, b.Start+i))
	}
	return b.Delimiter.Mark(b.Numbering.Number(b.Start + i))
}

// labels shapes the label of each item.
func (s *section) labels(b *book.List, fr frame) []*para.Word {
	st := s.theme.Style(theme.List)
	key := s.StyleKey(st, s.lang)
	key.OldStyle, key.Tabular = false, b.Ordered
	f := s.Font(key)
	bullet := "•"
	if fr.depth%2 == 1 {
		bullet = "–"
	}
	out := make([]*para.Word, len(b.Items))
	for i, it := range b.Items {
		switch {
		case it.Task != book.NoTask:
			out[i] = s.Word(f, " ")
		case b.Ordered:
			out[i] = s.Label(f, s.number(b, i), s.rtl)
		default:
			out[i] = s.Word(f, bullet)
		}
	}
	return out
}

// item sets one item; its label stands in its first line.
func (s *section) item(it *book.ListItem, label *para.Word, elem *document.Element, fr frame) {
	lbl := document.NewElement(elem, "Lbl")
	body := document.NewElement(elem, "LBody")
	st := fr.style
	gap := st.Size.Mul(45, 100) // between a label and its item; with the white of a narrow letter, by eye
	y := s.baseline(st)
	if it.Task != book.NoTask {
		s.Prefix = append(s.Prefix, s.taskBox(it.Task, fr.left-gap, y, st, lbl)...)
	} else {
		s.Prefix = append(s.Prefix, para.LabelText(label, fr.left-gap-label.Width, y, st, lbl))
	}
	fr.elem, fr.flush = body, true
	before := s.Len()
	s.blocks(it.Blocks, fr)
	if s.Len() == before {
		s.putKept([]*flow.Strip{{Height: st.Leading, Items: []document.Item{&document.Mark{Elem: body}}}}, false)
	}
}

// taskBox draws the box of a task, filled when it is done, and says so to who
// cannot see it.
func (s *section) taskBox(task book.Task, right, y unit.Length, st *theme.Style, lbl *document.Element) []document.Item {
	side := st.Size.Mul(66, 100) // about as high as capitals
	items := document.Frame(right-side, y-side, side, side, document.Color(st.Color))
	lbl.Actual = "☐"
	if task == book.Done {
		lbl.Actual = "☑"
		in := side / 4
		items = append(items, document.NewRule(right-side+in, y-side+in, side-2*in, side-2*in, document.Color(st.Color)))
	}
	return append([]document.Item{&document.Mark{Elem: lbl}}, items...)
}
