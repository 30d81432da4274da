package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/theme"
)

// An outlineEntry is a heading for the bookmarks.
type outlineEntry struct {
	level int
	title string
	dest  *Dest
}

// setChapter sets a chapter on pages of its own.
func (j *job) setChapter(e *engine, c *book.Chapter, parent *Element) *output {
	elem := NewElement(parent, "Sect")
	s := j.section(e, c.Lang, elem)
	s.chapter, s.id = c, c.ID
	elem.Pos = c.Pos
	if c.Lang != j.book.Language {
		elem.Lang = c.Lang
	}
	s.openChapter(c)
	s.opening = true
	body := s.theme.Style("paragraph")
	s.blocks(c.Body, frame{elem: elem, style: body, grid: true, flush: true})
	s.bios(c)
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
	bar := rule(x, 0, width, thick, Color(s.theme.Colors.Accent))
	s.first(&strip{height: thick, items: []Item{bar}}, false)
	s.space(s.geo.Baseline / 2)
	s.keep()
}

// line sets inlines in the style of that name as one element, kept with what
// follows, and returns the element; nil when there is nothing to set.
func (s *section) line(style, typ string, list []book.Inline, fr frame) *Element {
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

// words sets a line of our own words.
func (s *section) ownLine(style, typ, text string, fr frame) *Element {
	if text == "" {
		return nil
	}
	return s.line(style, typ, []book.Inline{&book.Text{Value: text}}, fr)
}

// byline names the authors.
func (s *section) byline(c *book.Chapter, fr frame) {
	var names []string
	for _, a := range c.Authors {
		if a.Name != "" {
			names = append(names, a.Name)
		}
	}
	if len(names) > 0 {
		s.ownLine("byline", "P", s.words.Byline(names), fr)
	}
}

// dateline says when and where the article first appeared.
func (s *section) dateline(c *book.Chapter, fr frame) {
	var list []book.Inline
	add := func(in ...book.Inline) {
		if len(list) > 0 {
			list = append(list, &book.Text{Value: " · "})
		}
		list = append(list, in...)
	}
	if !c.Date.IsZero() {
		add(&book.Text{Value: s.words.Word(locale.FirstPublished) + " " + s.words.Date(c.Date)})
	}
	if !c.Updated.IsZero() {
		add(&book.Text{Value: s.words.Word(locale.Updated) + " " + s.words.Date(c.Updated)})
	}
	if c.Source.Name != "" {
		add(sourceLink(c.Source))
	}
	s.line("dateline", "P", list, fr)
}

func sourceLink(src book.Source) book.Inline {
	text := &book.Text{Value: src.Name}
	if src.URL == "" {
		return text
	}
	return &book.Link{URL: src.URL, Content: []book.Inline{text}}
}

// editorsNote sets a note before an article apart, between two thin rules.
func (s *section) editorsNote(list []book.Block, fr frame) {
	if len(list) == 0 {
		return
	}
	base := s.geo.Baseline
	elem := NewElement(fr.elem, "Div")
	fr.elem = elem
	s.space(base * 5 / 4)
	s.thinRule(fr)
	s.space(base * 2 / 5)
	s.ownLine("editors-note-label", "P", s.words.Word(locale.EditorsNote), fr)
	fr.style, fr.flush = s.theme.Style("editors-note"), true
	s.blocks(list, fr)
	s.keep()
	s.space(base * 3 / 5)
	s.thinRule(fr)
	s.space(base)
}

func (s *section) thinRule(fr frame) {
	const thin = unit.Point / 2
	s.first(&strip{height: thin, items: []Item{rule(fr.left, 0, s.geo.Measure-fr.left-fr.right, thin, Color(s.theme.Colors.Hairline))}}, false)
	s.keep()
}

// bios sets what is known of the authors at the end of a chapter.
func (s *section) bios(c *book.Chapter) {
	var list []*book.Person
	for _, a := range c.Authors {
		if len(a.Bio) > 0 || a.Email != "" {
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		return
	}
	st := s.theme.Style("bio")
	fr := frame{elem: s.elem, style: st}
	above := s.height()
	defer func() { s.tail = s.height() - above }()
	s.space(s.geo.Baseline * 3 / 2)
	s.keep() // a page of nothing but the bio looks lost
	s.bar(s.theme.Opening.EndRule, s.theme.Opening.EndRuleWidth)
	for i, a := range list {
		if i > 0 {
			s.space(s.geo.Baseline / 2)
		}
		s.bio(a, st, fr)
	}
}

// bio sets one author's bio with the address. A bio that does not say the name
// is led by it.
func (s *section) bio(a *book.Person, st *theme.Style, fr frame) {
	var list []book.Inline
	if a.Name != "" && !contains(book.PlainText(a.Bio), a.Name) {
		list = append(list, &book.Styled{Style: book.Strong, Content: []book.Inline{&book.Text{Value: a.Name}}})
		if len(a.Bio) > 0 {
			list = append(list, &book.Text{Value: ". "})
		}
	}
	list = append(list, a.Bio...)
	if a.Email != "" && !contains(book.PlainText(a.Bio), a.Email) {
		if len(list) > 0 {
			list = append(list, &book.Text{Value: " "})
		}
		list = append(list, &book.Link{URL: "mailto:" + a.Email, Content: []book.Inline{&book.Text{Value: a.Email}}})
	}
	fr.elem = NewElement(fr.elem, "P")
	s.person = a
	s.putKept(s.text(list, st, fr, 0), false)
	s.person = nil
}
