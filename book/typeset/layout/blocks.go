package layout

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// headingLines is how many lines a heading keeps with it.
const headingLines = 2

// blocks sets a run of blocks.
func (s *section) blocks(list []book.Block, fr frame) {
	for _, b := range list {
		outer := s.block
		s.block = b
		s.oneBlock(b, fr)
		if _, ok := b.(*book.Figure); !ok || len(list) == 1 {
			_, text := b.(*book.Paragraph)
			fr.flush = !text
		}
		s.block = outer
	}
}

func (s *section) oneBlock(b book.Block, fr frame) {
	switch b := b.(type) {
	case *book.Paragraph:
		s.running(b, fr)
	case *book.Heading:
		s.heading(b, fr)
	case *book.Figure:
		s.figure(b, fr)
	case *book.List:
		s.listBlock(b, fr)
	case *book.Quote:
		s.quote(b, fr)
	case *book.CodeBlock:
		s.code(b, fr)
	case *book.Table:
		s.table(b, fr)
	case *book.DefinitionList:
		s.definitions(b, fr)
	case *book.Break:
		s.ornament(fr)
	case *book.Division:
		s.division(b, fr)
	case *book.Formula:
		s.display(b, fr)
	}
}

// running sets a paragraph of running text.
func (s *section) running(b *book.Paragraph, fr frame) {
	fr.elem = s.element(fr.elem, "P")
	indent := fr.style.Indent
	if fr.flush {
		indent = 0
	}
	if em, ok := eastIndent(s.lang); ok && fr.style.Indent > 0 {
		indent = unit.Length(em) * fr.style.Size
	}
	lk := s.look(fr.style, s.lang, fr.elem)
	plain := !s.opening
	p := s.paragraph(fr.style)
	if s.opening {
		s.opening = false
		short := s.tooShort(b, fr, indent, lk)
		p = s.paragraph(fr.style)
		s.leadIn(p, b, lk)
		if short {
			p.initial = nil
		}
	}
	p.add(b.Content, lk)
	list := s.linesOf(p, fr, indent)
	tied := 0
	if p.initial != nil {
		tied = p.initial.lines
	}
	plain = plain && s.canFlex(fr, list)
	s.putTied(list, fr.grid, tied)
	if plain {
		s.flexible(b, fr, indent, len(list))
	}
}

// eastIndent returns the indent of paragraphs in ems, of the first one too, in
// a language that has a custom of its own.
func eastIndent(lang string) (ems int, ok bool) {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch primary {
	case "zh", "cmn", "yue":
		return 2, true
	case "ja", "ko":
		return 1, true
	}
	return 0, false
}

// tooShort reports whether a paragraph that would have an initial has too few lines for
// it.
func (s *section) tooShort(b *book.Paragraph, fr frame, indent unit.Length, lk look) (short bool) {
	s.trial(func() {
		p := s.paragraph(fr.style)
		if s.leadIn(p, b, lk); p.initial != nil {
			p.add(b.Content, lk)
			short = len(s.linesOf(p, fr, indent)) < p.initial.lines
		}
	})
	return short
}

// leadIn opens a chapter as the theme does: with words in small capitals, or
// with an initial.
func (s *section) leadIn(p *paragraph, b *book.Paragraph, lk look) {
	switch s.theme.Opening.LeadIn {
	case theme.SmallCaps:
		p.leadIn = s.theme.Opening.LeadInWords
	case theme.DropCap:
		p.initial = s.initial(b, lk)
		p.leadIn = s.theme.Opening.LeadInWords
	}
}

func (s *section) heading(b *book.Heading, fr frame) {
	level := min(max(b.Level, 2), 6)
	st := s.theme.Style(theme.HeadingOf(level))
	fr.style = st
	fr.elem = s.element(fr.elem, "H"+strconv.Itoa(level))
	s.space(st.Before)
	d := s.places.find(s.chapter, b.ID)
	if d != nil && d.Elem == nil && !s.dry {
		d.Elem = fr.elem
		s.anchors = append(s.anchors, d)
		s.outline = append(s.outline, outlineEntry{level, book.PlainText(b.Content), d})
	}
	list := s.text(b.Content, st, fr, 0)
	if len(list) == 0 {
		return
	}
	s.balance(false)
	s.opening = false
	for _, st := range list {
		st.heading = true
	}
	before := len(s.entries)
	s.putKept(list, false)
	s.airy(fr, before)
	s.space(st.After)
	s.owed = headingLines
}

func (s *section) quote(b *book.Quote, fr frame) {
	st := s.theme.Style(theme.Quote)
	s.space(st.Before)
	s.balance(true)
	elem := s.element(fr.elem, "BlockQuote")
	inner := s.inset(fr, st.Left, st.Right)
	if fr.grid {
		inner.style = st
	}
	inner.elem, inner.grid, inner.flush = elem, false, true
	s.blocks(b.Blocks, inner)
	s.space(st.After)
}

func (s *section) division(b *book.Division, fr frame) {
	lang := s.lang
	if b.Lang != "" && b.Lang != lang {
		fr.elem = NewElement(fr.elem, "Div")
		fr.elem.Lang = b.Lang
		s.lang = b.Lang
	}
	s.blocks(b.Blocks, fr)
	s.lang = lang
}

// ornament sets a thematic break: the theme's text, or three small squares.
func (s *section) ornament(fr frame) {
	st := s.theme.Style(theme.Break)
	s.space(st.Before)
	s.balance(true)
	strip := &strip{height: st.Leading, items: s.squares(st, fr)}
	if text := s.theme.Ornament; text != "" {
		t := s.artifact(text, st, s.baseline(st), s.lang)
		t.X = fr.left + (s.width(fr)-textWidth(t)+t.Tracking)/2
		strip.items = []Item{t}
	}
	s.keep() // a break before it would leave the ornament to open a page
	s.first(strip, false)
	s.space(st.After)
}

func (s *section) squares(st *theme.Style, fr frame) []Item {
	side, step := st.Size.Mul(22, 100), st.Size
	x := fr.left + s.width(fr)/2 - step - side/2
	y := (st.Leading - side) / 2
	var list []Item
	for range 3 {
		list = append(list, newRule(x, y, side, side, Color(st.Color)))
		x += step
	}
	return list
}

// definitions sets terms with their explanations.
func (s *section) definitions(b *book.DefinitionList, fr frame) {
	term, def := s.theme.Style(theme.Term), s.theme.Style(theme.Definition)
	s.space(s.theme.Style(theme.List).Before)
	s.balance(true)
	fr.grid = false
	list := NewElement(fr.elem, "L")
	list.Numbering = "None"
	for _, d := range b.Items {
		item := NewElement(list, "LI")
		label := NewElement(item, "Lbl")
		for _, t := range d.Terms {
			tf := fr
			tf.elem, tf.style = label, term
			s.putKept(s.text(t, term, tf, 0), false)
			s.owed = headingLines
		}
		body := NewElement(item, "LBody")
		for _, blocks := range d.Details {
			inner := s.inset(fr, def.Left, 0)
			inner.elem, inner.flush = body, true
			inner.style = def
			s.blocks(blocks, inner)
		}
	}
	s.space(s.theme.Style(theme.List).After)
}

// rule is a filled line.
func newRule(x, y, w, h unit.Length, c Color) *Rule { return &Rule{X: x, Y: y, W: w, H: h, Color: c} }
