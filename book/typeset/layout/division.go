package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// division sets a run of blocks that belong together, as its class asks for.
func (s *section) division(b *book.Division, fr frame) {
	opening := s.opening
	fr.elem = s.divisionElement(b, fr)
	restore := s.speak(b)
	if b.Class != book.Plain {
		s.opening = false
	}
	switch b.Class {
	case book.Plain:
		s.title(b, theme.BlockTitle, fr)
		s.blocks(b.Blocks, fr)
	case book.Admonition:
		s.enclosed(b, fr, theme.Admonition, s.theme.Blocks.Admonition)
	case book.Box:
		s.enclosed(b, fr, theme.Box, s.theme.Blocks.Box)
	case book.PullQuote:
		s.pullQuote(b, fr)
	case book.Verse:
		s.verse(b, fr)
	case book.Letter:
		s.apart(b, fr, theme.Letter)
	case book.Signature:
		s.signature(b, fr)
	case book.Epigraph:
		s.apart(b, fr, theme.Epigraph)
	case book.Interview:
		s.interview(b, fr)
	case book.Pair, book.Gallery:
		s.gallery(b, fr)
	case book.Timeline:
		s.timeline(b, fr)
	}
	restore()
	if heads(b.Class) {
		s.opening = opening
	}
}

// heads reports whether the text of a chapter that such a block begins still has its
// beginning to come, with its initial.
func heads(c book.Class) bool {
	switch c {
	case book.Admonition, book.Box, book.PullQuote, book.Epigraph, book.Pair, book.Gallery:
		return true
	}
	return false
}

// divisionElement returns the element of a division, that of the blocks around where the
// division says nothing. An Aside says that the text around goes on without it, and a
// BlockQuote whose words they are. A Note is no aside, but what a call leads to.
func (s *section) divisionElement(b *book.Division, fr frame) *document.Element {
	typ := "Div"
	switch b.Class {
	case book.Plain:
		if b.ID == "" && len(b.Title) == 0 && (b.Lang == "" || b.Lang == s.lang) {
			return fr.elem
		}
	case book.Admonition, book.Box:
		typ = "Aside"
	case book.Letter, book.Epigraph, book.PullQuote:
		typ = "BlockQuote"
	case book.Signature:
		return fr.elem
	}
	elem := s.element(fr.elem, typ)
	if b.Lang != s.lang {
		elem.Lang = b.Lang
	}
	elem.Title = book.PlainText(s.words.DivisionTitle(b))
	if d := s.places.find(s.chapter, b.ID); d != nil && b.ID != "" && !s.Held(d) {
		s.Anchor(d, elem)
	}
	return elem
}

// title sets what stands above the text of a division, kept with what follows.
func (s *section) title(b *book.Division, style theme.StyleName, fr frame) {
	title := s.words.DivisionTitle(b)
	if len(title) == 0 {
		return
	}
	s.Balance(true)
	s.line(style, "P", title, fr)
	s.Owed = headingLines
}

// styleIn returns the style of blocks in a frame: the theme's own between running text, and
// elsewhere, as in a note or a table, the style there with the form of the theme's.
func (s *section) styleIn(fr frame, name theme.StyleName) *theme.Style {
	st := s.theme.Style(name)
	if fr.grid {
		return st
	}
	c := *fr.style
	c.Name, c.Indent, c.Align, c.Hyphenate, c.Italic = st.Name, st.Indent, st.Align, st.Hyphenate, st.Italic
	c.Before, c.After, c.Left, c.Right = st.Before, st.After, st.Left, st.Right
	return &c
}

// onGrid reports whether paragraphs of a style stand on the grid in a frame.
func (s *section) onGrid(fr frame, st *theme.Style) bool {
	return fr.grid && st.Leading == s.geo.Baseline
}

// mostApart is how much white a narrow measure leaves at the left, in hundredths. By eye:
// a motto on a small page begins before its middle.
const mostApart = 40

// apart sets a division with white at its sides.
func (s *section) apart(b *book.Division, fr frame, name theme.StyleName) {
	st := s.styleIn(fr, name)
	s.Space(st.Before)
	s.Balance(true)
	inner := s.inset(fr, min(st.Left, s.width(fr).Mul(mostApart, 100)), st.Right)
	inner.style, inner.grid, inner.flush = st, false, true
	s.title(b, theme.BlockTitle, inner)
	s.blocks(b.Blocks, inner)
	s.Space(st.After)
}

// mostPanels is how many panels stand within each other: further ones would be lines
// beside lines. By eye.
const mostPanels = 3

// enclosed sets a division with something drawn around. The blocks within are divided
// between pages as they are elsewhere; only the title and the ends of the panel are kept
// with lines of text.
func (s *section) enclosed(b *book.Division, fr frame, name theme.StyleName, form theme.Form) {
	st := s.styleIn(fr, name)
	if fr.panels >= mostPanels {
		form = theme.NoForm
	}
	inner := s.inset(fr, st.Left, st.Right)
	inner.style, inner.grid, inner.flush = st, false, true
	inner.panels++
	s.Space(st.Before)
	s.Balance(true)
	p := s.open(form, fr, st)
	label := theme.BlockTitle
	if b.Class == book.Admonition {
		label = theme.BlockLabel
	}
	s.title(b, label, inner)
	s.blocks(b.Blocks, inner)
	s.shut(p)
	s.Space(st.After)
}

// A drawn panel is a panel while its blocks are set.
type drawn struct {
	edge *flow.Strip // that ends it; nil for none
	in   bool        // it was entered
}

// The white within a panel, in hundredths of the size of type. By eye: with the white above
// the letters of the first line, that above the text is as wide as that beside it; rules
// keep to the text that they enclose.
const (
	panelWhite = 60
	rulesWhite = 45
)

// open begins what is drawn around a division.
func (s *section) open(form theme.Form, fr frame, st *theme.Style) drawn {
	left, width, thick := fr.left, s.width(fr), s.theme.Blocks.Rule
	accent := document.Color(s.theme.Colors.Accent)
	switch form {
	case theme.Bar:
		s.Enter(&flow.Panel{Rules: []document.Rule{{X: left, W: thick, Color: accent}}})
		return drawn{in: true}
	case theme.Rules:
		white := st.Size.Mul(rulesWhite, 100)
		s.edge(&flow.Strip{Height: thick + white, Items: []document.Item{document.NewRule(left, 0, width, thick, accent)}})
		return drawn{edge: &flow.Strip{Height: white + thick, Items: []document.Item{document.NewRule(left, white, width, thick, accent)}}}
	case theme.Framed:
		color := document.Color(s.theme.Colors.Hairline)
		side := document.Rule{X: left, W: thick, Color: color}
		other := side
		other.X = left + width - thick
		return s.walled(&flow.Panel{Rules: []document.Rule{side, other}}, st, func(y unit.Length) []document.Item {
			return []document.Item{document.NewRule(left, y, width, thick, color)}
		})
	case theme.Tinted:
		ground := document.Rule{X: left, W: width, Color: document.Color(s.theme.Colors.Ground)}
		return s.walled(&flow.Panel{Rules: []document.Rule{ground}}, st, func(unit.Length) []document.Item { return nil })
	}
	return drawn{}
}

// walled begins a panel with white above and below, at the ends of which wall draws.
func (s *section) walled(p *flow.Panel, st *theme.Style, wall func(y unit.Length) []document.Item) drawn {
	white := st.Size.Mul(panelWhite, 100)
	s.Enter(p)
	s.edge(&flow.Strip{Height: white, Items: wall(0)})
	return drawn{edge: &flow.Strip{Height: white, Items: wall(white - s.theme.Blocks.Rule)}, in: true}
}

// edge adds the upper end of a panel, kept with what follows.
func (s *section) edge(st *flow.Strip) {
	s.First(st, false)
	s.Keep()
}

// shut ends what is drawn around a division. What was owed within is not owed behind it.
func (s *section) shut(d drawn) {
	s.Owed = 0
	if d.edge != nil {
		s.Gap, s.Cost = 0, 0
		s.Keep()
		s.First(d.edge, false)
	}
	if d.in {
		s.Leave()
	}
}

// signature sets who wrote what stands before, kept with its last lines.
func (s *section) signature(b *book.Division, fr frame) {
	st := s.styleIn(fr, theme.Signature)
	if fr.style == s.theme.Style(fr.style.Name) { // of a letter or the like, in no note or table
		st = s.theme.Style(theme.Signature)
	}
	if fr.style.Name == theme.PullQuote { // whose source is part of the display
		c := *st
		c.Align, c.Color = fr.style.Align, fr.style.Color
		st = &c
	}
	fr.style, fr.grid, fr.flush = st, s.onGrid(fr, st), true
	s.Keep()
	s.Space(st.Before)
	s.Balance(true)
	s.together(b.Blocks, fr)
	s.Space(st.After)
}

// together sets blocks whose paragraphs are not divided. So that a page is not left half
// empty, no more than mostTogether blocks are kept with each other: a few lines and their source.
func (s *section) together(list []book.Block, fr frame) {
	const mostTogether = 3
	for i, b := range list {
		outer := s.Of
		s.Of = b
		if i > 0 && i < mostTogether {
			s.Keep()
		}
		if para, ok := b.(*book.Paragraph); ok {
			pf := fr
			pf.elem = s.element(fr.elem, "P")
			s.putKept(s.text(para.Content, fr.style, pf, 0), fr.grid)
		} else {
			s.oneBlock(b, fr)
		}
		s.Of = outer
	}
}
