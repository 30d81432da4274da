package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// headingLines is how many lines a heading keeps with it: as many as stay together at either
// side of a page break, and as package report counts stranded headings by.
const headingLines = 2

// blocks sets a run of blocks.
func (s *section) blocks(list []book.Block, fr frame) {
	for _, b := range list {
		outer := s.Of
		s.Of = b
		if ownBeginning(b) {
			s.opening = false
		}
		s.oneBlock(b, fr)
		if !beside(b) || len(list) == 1 {
			fr.flush = !indentsNext(b)
		}
		s.Of = outer
	}
}

// indentsNext reports whether the paragraph behind a block is indented: behind a paragraph,
// and behind a table, which may have gone to a page of its own from between two of them.
func indentsNext(b book.Block) bool {
	switch b.(type) {
	case *book.Paragraph, *book.Table:
		return true
	}
	return false
}

// ownBeginning reports whether a block at the beginning of a chapter looks like no other
// text, so that neither an initial nor small capitals stand within it or behind it.
func ownBeginning(b book.Block) bool {
	switch b.(type) {
	case *book.List, *book.DefinitionList, *book.Quote, *book.CodeBlock:
		return true
	}
	return false
}

// beside reports whether a block stands beside the text, which goes on behind the block as
// if it were not there.
func beside(b book.Block) bool {
	switch b := b.(type) {
	case *book.Figure:
		return true
	case *book.Division:
		return b.Class == book.PullQuote || b.Class == book.Pair || b.Class == book.Gallery
	}
	return false
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
	case *book.NewPage:
		s.newPage()
	case *book.Division:
		s.division(b, fr)
	case *book.Formula:
		s.display(b, fr)
	}
}

// newPage begins a page with the next block, but where the text of a chapter begins: its
// page has just begun.
func (s *section) newPage() {
	if !s.opening {
		s.Cost = pagebreak.Always
	}
}

// running sets a paragraph of running text.
func (s *section) running(b *book.Paragraph, fr frame) {
	fr.elem = s.element(fr.elem, "P")
	indent := fr.style.Indent
	if fr.flush {
		indent = 0
	}
	if em, ok := para.EastIndent(s.lang); ok && fr.style.Indent > 0 {
		indent = unit.Length(em) * fr.style.Size
	}
	if lines := s.hardLines(b, fr, indent); lines != nil {
		s.opening = false
		s.putKept(lines, fr.grid)
		return
	}
	if s.opening {
		s.opening = false
		list, tied := s.opened(b, fr, indent)
		s.putTied(list, fr.grid, tied)
		return
	}
	list := s.text(b.Content, fr.style, fr, indent)
	s.put(list, fr.grid)
	if s.canFlex(fr, list) { // asked when the anchors that waited stand at the lines
		s.Flexible(&suppleText{s: s, text: b, frame: fr, indent: indent, lang: s.lang}, len(list))
	}
}

// opened sets the first paragraph of a chapter, and returns how many of its lines are tied
// to each other. A paragraph that has too few lines for an initial is set without one.
func (s *section) opened(b *book.Paragraph, fr frame, indent unit.Length) (list []*flow.Strip, tied int) {
	lk := s.Look(fr.style, s.lang, fr.elem)
	for _, room := range []bool{true, false} {
		p := s.paragraph(fr.style)
		p.Open(b, lk, room)
		list, tied = s.linesOf(p, fr, indent), p.Tied()
		if len(list) >= tied {
			break
		}
	}
	return list, tied
}

func (s *section) heading(b *book.Heading, fr frame) {
	level := min(max(b.Level, 2), 6)
	st := s.theme.Style(theme.HeadingOf(level))
	fr.style = st
	fr.elem = s.element(fr.elem, s.headed(level))
	s.Space(st.Before)
	d := s.places.find(s.chapter, b.ID)
	if d != nil && !s.Held(d) {
		s.Anchor(d, fr.elem)
		s.Tell(outlineEntry{level, book.PlainText(b.Content), d})
	}
	list := s.text(b.Content, st, fr, 0)
	if len(list) == 0 {
		return
	}
	s.Balance(false)
	s.opening = false
	for _, st := range list {
		st.Heading = true
	}
	before := s.Len()
	s.putKept(list, false)
	if fr.grid && fr.left+fr.right == 0 {
		s.Airy(before)
	}
	s.Space(st.After)
	s.Owed = headingLines
}

func (s *section) quote(b *book.Quote, fr frame) {
	st := s.theme.Style(theme.Quote)
	s.Space(st.Before)
	s.Balance(true)
	elem := s.element(fr.elem, "BlockQuote")
	inner := s.inset(fr, st.Left, st.Right)
	if fr.grid {
		inner.style = st
	}
	inner.elem, inner.grid, inner.flush = elem, false, true
	if !s.stanzas(b.Blocks, inner) {
		s.blocks(b.Blocks, inner)
	}
	s.Space(st.After)
}

// ornament sets a thematic break: the theme's text, or three small squares.
func (s *section) ornament(fr frame) {
	st := s.theme.Style(theme.Break)
	s.Space(st.Before)
	s.Balance(true)
	strip := &flow.Strip{Height: st.Leading, Items: s.squares(st, fr)}
	if text := s.theme.Ornament; text != "" {
		t := s.Artifact(text, st, s.baseline(st), s.lang)
		t.X = fr.left + (s.width(fr)-t.Width()+t.Tracking)/2
		strip.Items = []document.Item{t}
	}
	s.Keep() // a break before it would leave the ornament to open a page
	s.First(strip, false)
	s.Space(st.After)
}

func (s *section) squares(st *theme.Style, fr frame) []document.Item {
	side, step := st.Size.Mul(22, 100), st.Size
	x := fr.left + s.width(fr)/2 - step - side/2
	y := (st.Leading - side) / 2
	var list []document.Item
	for range 3 {
		list = append(list, document.NewRule(x, y, side, side, document.Color(st.Color)))
		x += step
	}
	return list
}

// definitions sets terms with their explanations.
func (s *section) definitions(b *book.DefinitionList, fr frame) {
	term, def := s.theme.Style(theme.Term), s.theme.Style(theme.Definition)
	s.Space(s.theme.Style(theme.List).Before)
	s.Balance(true)
	fr.grid = false
	list := document.NewElement(fr.elem, "L")
	list.Numbering = "None"
	for _, d := range b.Items {
		item := document.NewElement(list, "LI")
		label := document.NewElement(item, "Lbl")
		for _, t := range d.Terms {
			tf := fr
			tf.elem, tf.style = label, term
			s.putKept(s.text(t, term, tf, 0), false)
			s.Owed = headingLines
		}
		body := document.NewElement(item, "LBody")
		for _, blocks := range d.Details {
			inner := s.inset(fr, def.Left, 0)
			inner.elem, inner.flush = body, true
			inner.style = def
			s.blocks(blocks, inner)
		}
	}
	s.Space(s.theme.Style(theme.List).After)
}
