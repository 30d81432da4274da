package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/theme"
)

// maxListDepth is where lists stop to move to the right.
const maxListDepth = 8

// listBlock sets a list. Labels hang to the left of the items, numbers aligned
// at their points.
func (s *section) listBlock(b *book.List, fr frame) {
	st := s.theme.Style(theme.List)
	if fr.depth == 0 {
		s.space(st.Before)
		s.balance(true)
	}
	if !fr.grid || fr.depth > 0 {
		st = fr.style
	}
	labels := s.labels(b, fr)
	indent := s.theme.Style(theme.List).Left
	for _, l := range labels {
		indent = max(indent, l.width+st.Size*6/10)
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
		s.item(it, labels[i], NewElement(list, "LI"), inner)
	}
	if fr.depth == 0 {
		s.space(s.theme.Style(theme.List).After)
	}
}

func numbering(b *book.List) string {
	if b.Ordered {
		return "Decimal"
	}
	return "Disc"
}

// labels shapes the label of each item.
func (s *section) labels(b *book.List, fr frame) []*word {
	st := s.theme.Style(theme.List)
	key := s.styleKey(st, s.lang)
	key.oldStyle, key.tabular = false, b.Ordered
	f := s.font(key)
	bullet := "•"
	if fr.depth%2 == 1 {
		bullet = "–"
	}
	out := make([]*word, len(b.Items))
	for i, it := range b.Items {
		switch {
		case it.Task != book.NoTask:
			out[i] = s.word(f, " ")
		case b.Ordered:
			out[i] = s.label(f, locale.Number(s.lang, b.Start+i)+".")
		default:
			out[i] = s.word(f, bullet)
		}
	}
	return out
}

// item sets one item; its label stands in its first line.
func (s *section) item(it *book.ListItem, label *word, elem *Element, fr frame) {
	lbl := NewElement(elem, "Lbl")
	body := NewElement(elem, "LBody")
	st := fr.style
	gap := st.Size.Mul(45, 100)
	y := s.baseline(st)
	if it.Task != book.NoTask {
		s.prefix = append(s.prefix, s.taskBox(it.Task, fr.left-gap, y, st, lbl)...)
	} else {
		s.prefix = append(s.prefix, labelText(label, fr.left-gap-label.width, y, st, lbl))
	}
	fr.elem, fr.flush = body, true
	before := len(s.entries)
	s.blocks(it.Blocks, fr)
	if len(s.entries) == before {
		s.putKept([]*strip{{height: st.Leading, items: []Item{&Mark{Elem: body}}}}, false)
	}
}

func labelText(w *word, x, y unit.Length, st *theme.Style, elem *Element) *Text {
	t := &Text{X: x, Y: y, Size: st.Size, Color: Color(st.Color), Elem: elem}
	var at unit.Length
	for _, run := range w.runs {
		t.Words = append(t.Words, Word{Run: run, X: at})
		at += st.Size.Mul(run.Width, int64(run.Face.UnitsPerEm()))
	}
	if n := len(t.Words); n > 0 {
		t.Words[n-1].Space = true
	}
	return t
}

// taskBox draws the box of a task, filled when it is done, and says so to who
// cannot see it.
func (s *section) taskBox(task book.Task, right, y unit.Length, st *theme.Style, lbl *Element) []Item {
	side := st.Size.Mul(66, 100)
	items := frameItems(right-side, y-side, side, side, Color(st.Color))
	lbl.Actual = "☐"
	if task == book.Done {
		lbl.Actual = "☑"
		in := side / 4
		items = append(items, newRule(right-side+in, y-side+in, side-2*in, side-2*in, Color(st.Color)))
	}
	return append([]Item{&Mark{Elem: lbl}}, items...)
}
