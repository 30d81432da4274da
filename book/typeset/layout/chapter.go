package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/matter"
	"octavo/book/typeset/theme"
)

// An outlineEntry is a heading for the bookmarks.
type outlineEntry struct {
	level int
	title string
	dest  *Dest
}

// setChapter sets a chapter on pages of its own.
func (j *job) setChapter(e *engine, sec *matter.Section, parent *Element) *output {
	c := sec.Chapter
	elem := NewElement(parent, "Sect")
	s := j.section(e, sec.Lang, elem)
	s.chapter, s.id = c, c.ID
	elem.Pos = c.Pos
	if sec.Lang != j.book.Language {
		elem.Lang = sec.Lang
	}
	s.openChapter(sec)
	s.opening = true
	body := s.theme.Style(theme.Paragraph)
	s.blocks(sec.Find(matter.Body).Blocks, frame{elem: elem, style: body, grid: true, flush: true})
	s.bios(sec.Find(matter.Bios))
	s.paginate()
	s.out.outline = s.outline
	s.out.list = append(s.out.list, s.list...)
	return s.out
}

// accent draws the short rule that opens a chapter.
func (s *section) accent() {
	o := &s.theme.Opening
	s.bar(o.Rule, o.RuleWidth)
}

// bar draws a short rule of the theme, kept with what follows.
func (s *section) bar(thick, width unit.Length) {
	if thick == 0 {
		return
	}
	x := unit.Length(0)
	if s.theme.Opening.RuleAlign == theme.Center {
		x = (s.geo.Measure - width) / 2
	}
	bar := newRule(x, 0, width, thick, Color(s.theme.Colors.Accent))
	s.first(&strip{height: thick, items: []Item{bar}}, false)
	s.space(s.geo.Baseline / 2)
	s.keep()
}

// line sets inlines in the style of that name as one element, kept with what
// follows, and returns the element; nil when there is nothing to set.
func (s *section) line(style theme.StyleName, typ string, list []book.Inline, fr frame) *Element {
	if len(list) == 0 {
		return nil
	}
	st := s.theme.Style(style)
	fr.style, fr.elem = st, NewElement(fr.elem, typ)
	if st.Caps {
		fr.elem.Actual = book.PlainText(list)
	}
	s.space(st.Before)
	s.putKept(s.text(list, st, fr, 0), false)
	s.space(st.After)
	s.keep()
	return fr.elem
}

// editorsNote sets a note before an article apart, between two thin rules.
func (s *section) editorsNote(note *matter.Element, fr frame) {
	if note == nil {
		return
	}
	base := s.geo.Baseline
	elem := NewElement(fr.elem, "Div")
	fr.elem = elem
	s.space(base * 5 / 4)
	s.thinRule(fr)
	s.space(base * 2 / 5)
	s.dressed(fr, note.Kids...)
	fr.style, fr.flush = s.theme.Style(theme.EditorsNote), true
	s.blocks(note.Blocks, fr)
	s.keep()
	s.space(base * 3 / 5)
	s.thinRule(fr)
	s.space(base)
}

func (s *section) thinRule(fr frame) {
	const thin = unit.Point / 2
	s.first(&strip{height: thin, items: []Item{newRule(fr.left, 0, s.geo.Measure-fr.left-fr.right, thin, Color(s.theme.Colors.Hairline))}}, false)
	s.keep()
}

// bios sets what is known of the authors at the end of a chapter.
func (s *section) bios(all *matter.Element) {
	if all == nil {
		return
	}
	st := s.theme.Style(theme.Bio)
	fr := frame{elem: s.elem, style: st}
	above := s.height()
	defer func() { s.tail = s.height() - above }()
	s.space(s.geo.Baseline * 3 / 2)
	s.keep() // a page of nothing but the bio looks lost
	s.bar(s.theme.Opening.EndRule, s.theme.Opening.EndRuleWidth)
	for i, e := range all.Kids {
		if i > 0 {
			s.space(s.geo.Baseline / 2)
		}
		bf := fr
		bf.elem = NewElement(fr.elem, "P")
		s.person = e.Person
		s.putKept(s.text(e.Inlines(), st, bf, 0), false)
		s.person = nil
	}
}
