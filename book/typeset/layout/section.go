package layout

import (
	"fmt"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/linebreak"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/theme"
)

// A section is a chapter, or a piece of the matter around the chapters, while
// it is set. One goroutine sets it, with its engine.
type section struct {
	*engine
	*job
	*flow
	lang    string // of the text at hand
	rtl     bool   // the section runs from right to left; see [sheet.close]
	chapter *book.Chapter
	elem    *Element
	notes   []*note // in the order of their calls
	noteOf  map[*book.Note]*note
	list    []book.Diagnostic
	lacks   map[rune]bool // characters that have been reported
	anchors []*Dest       // stand at the next strip
	outline []outlineEntry
	tail    unit.Length     // height of what is told of the authors at the end
	opening bool            // the next paragraph is the first of the chapter
	supple  []supple        // paragraphs that may be set longer or shorter
	instead map[int]*supple // those that are, by their first entry
	dry     bool            // what is set is measured and thrown away
	id      string          // for the ids of notes
	// matterName and part say what a section outside the chapters is.
	matterName book.Matter
	part       *book.Part
	out        *output
}

// An output is a finished section.
type output struct {
	pages   []*Page
	breaks  []book.PageBreak       // with pages counted from the section's first
	matter  []book.PageBreak       // likewise, outside chapters
	dests   []*Dest                // likewise
	figures map[*book.Figure]*Dest // where each figure stands
	index   []indexed              // places that the index lists, in reading order
	outline []outlineEntry
	list    []book.Diagnostic
}

func (j *job) section(e *engine, lang string, elem *Element) *section {
	return &section{
		engine: e, job: j, flow: newFlow(j.geo.Baseline), lang: lang, elem: elem, rtl: locale.RightToLeft(lang),
		noteOf: map[*book.Note]*note{}, lacks: map[rune]bool{}, out: &output{figures: map[*book.Figure]*Dest{}},
	}
}

// A frame is where blocks are set.
type frame struct {
	left, right unit.Length // from the ends of the measure
	elem        *Element
	style       *theme.Style // of paragraphs
	grid        bool         // paragraphs stand on the grid
	flush       bool         // the next paragraph is not indented
	depth       int          // of lists
}

// inset returns the frame with more white at its sides, as long as a measure
// of twelve ems is left.
func (s *section) inset(fr frame, left, right unit.Length) frame {
	if s.geo.Measure-fr.left-fr.right-left-right < 12*fr.style.Size {
		return fr
	}
	fr.left += left
	fr.right += right
	return fr
}

// width returns the measure of a frame, at least two ems.
func (s *section) width(fr frame) unit.Length {
	return max(s.geo.Measure-fr.left-fr.right, 2*fr.style.Size)
}

// baseline returns where in a line of the style the letters stand: on the grid
// when the leading is made of whole lines, else with the capitals in the middle.
func (s *section) baseline(st *theme.Style) unit.Length {
	body := s.theme.Style(theme.Paragraph)
	if st.Leading%s.geo.Baseline == 0 {
		return st.Leading - s.geo.Baseline + (s.geo.Baseline+s.capHeight(body))/2
	}
	return (st.Leading + s.capHeight(st)) / 2
}

// narrow is the measure in ems below which lines are not justified.
const narrow = 20

// linesOf breaks the paragraph at hand and draws its lines in the frame.
func (s *section) linesOf(p *paragraph, fr frame, indent unit.Length) []*strip {
	if !s.divide(p, fr) {
		return nil
	}
	var out []*strip
	for limit := mostAtoms; p.portion(limit); {
		if len(out) > 0 {
			indent = 0
		}
		breaks := p.breakLines(p.widthsFrom(len(out)), indent)
		lines, atoms := p.settled(breaks)
		if lines == 0 {
			limit *= 2
			continue
		}
		out = s.drawn(p, breaks[:lines], fr, indent, out)
		p.drop(atoms)
	}
	return out
}

// divide cuts the first portion of the paragraph at hand into atoms, and reports whether
// there are any.
func (s *section) divide(p *paragraph, fr frame) bool {
	measure := s.width(fr)
	p.measure = measure
	if p.style.Align == theme.Justify && measure < narrow*p.style.Size {
		style := *p.style
		style.Align = theme.Left
		p.style = &style
	}
	p.prepare()
	return p.portion(mostAtoms)
}

// drawn draws more lines of the paragraph at hand, behind those that are out already.
func (s *section) drawn(p *paragraph, breaks []linebreak.Break, fr frame, indent unit.Length, out []*strip) []*strip {
	baseline := s.baseline(p.style)
	var ln line
	for k, b := range breaks {
		i := len(out)
		p.gather(b, &ln)
		in := unit.Length(0)
		if i == 0 {
			in = indent
		}
		left := fr.left
		if p.initial != nil && i < p.initial.lines {
			left += p.initial.width
		}
		if i == 0 {
			left -= p.outdent
		}
		p.justify(b, &ln, left, in)
		above, below := s.tall(p, &ln)
		st := p.draw(&ln, above+p.style.Leading+below, above+baseline)
		st.hyphen = ln.hyphen != nil
		if s.rtl {
			st.mirror(fr.left, fr.left+p.measure)
		}
		if b.Overfull > unit.Point/2 {
			s.unbroken(&ln, b.Overfull, fmt.Sprintf("a line is %s too wide", b.Overfull))
		} else if k == 0 && p.torn && !p.told {
			p.told = true
			s.unbroken(&ln, 0, "a line is too wide, and torn where it should not break")
		}
		if i == 0 && p.initial != nil {
			p.initial.text.X = fr.left
			st.items = append([]Item{p.initial.text}, st.items...)
		}
		out = append(out, st)
	}
	return out
}

// widths returns the measures of the lines, those beside an initial shorter.
func (p *paragraph) widths(measure unit.Length) []unit.Length {
	var list []unit.Length
	if p.outdent > 0 {
		list = append(list, measure+p.outdent)
	}
	if p.initial != nil {
		for range p.initial.lines {
			list = append(list, measure-p.initial.width)
		}
	}
	return append(list, measure)
}

// unbroken reports a line that has no good end and is too wide by a length.
func (s *section) unbroken(ln *line, by unit.Length, fault string) {
	pos := s.position()
	if text, ok := ln.at.in.(*book.Text); ok {
		pos = text.Pos
	}
	s.tooWide(pos, by, "put a space into it, or a soft hyphen", fault)
}

// tooWide reports what is too wide by a length: what is lost beyond the edge of the
// page is an error.
func (s *section) tooWide(pos book.Pos, by unit.Length, hint, fault string) {
	if by > min(s.geo.Inner, s.geo.Outer) {
		s.list = append(s.list, rule.PageOverfull.At(pos, hint, "%s, and runs off the page", fault))
		return
	}
	s.list = append(s.list, rule.LineOverfull.At(pos, hint, "%s", fault))
}

// element returns an element for the block at hand.
func (s *section) element(parent *Element, typ string) *Element {
	e := NewElement(parent, typ)
	e.Pos = s.position()
	return e
}

// position returns the place of the block at hand.
func (s *section) position() book.Pos {
	if s.block != nil {
		return s.block.Position()
	}
	if s.chapter != nil {
		return s.chapter.Pos
	}
	return book.Pos{File: s.book.File}
}

// text sets inlines as one paragraph of a style, without adding it to the flow.
func (s *section) text(list []book.Inline, style *theme.Style, fr frame, indent unit.Length) []*strip {
	p := s.paragraph(style)
	p.add(list, s.look(style, s.lang, fr.elem))
	return s.linesOf(p, fr, indent)
}

// plainText is text for words of our own.
func (s *section) plainText(text string, style *theme.Style, fr frame) []*strip {
	p := s.paragraph(style)
	p.plain(text, s.look(style, s.lang, fr.elem))
	return s.linesOf(p, fr, 0)
}

// Costs of page breaks between two lines. Two lines at either side of a break
// are the least.
const (
	costHyphenPage = 400
)

// put adds the lines of a paragraph to the flow.
func (s *section) put(list []*strip, grid bool) { s.putTied(list, grid, 0) }

// putTied is put for a paragraph whose first lines, tied in number, are not
// parted, such as those beside an initial.
func (s *section) putTied(list []*strip, grid bool, tied int) {
	for i, st := range list {
		s.settle(st)
		if i == 0 {
			s.first(st, grid)
			continue
		}
		cost := int32(0)
		switch {
		case i == 1 || i == len(list)-1 || i < tied:
			cost = pagebreak.Never
		case list[i-1].hyphen:
			cost = costHyphenPage
		}
		s.next(st, cost, grid)
	}
}

// mostKept is the number of lines that are kept together, and mostKeptShare of how
// many parts of the depth of a page they may take one: what stands above and below
// needs room too.
const (
	mostKept      = 12
	mostKeptShare = 2
)

// putKept adds lines that stay together, unless they are very many or very tall.
func (s *section) putKept(list []*strip, grid bool) {
	if len(list) > mostKept || height(list) > s.geo.Depth()/mostKeptShare {
		s.put(list, grid)
		return
	}
	for i, st := range list {
		s.settle(st)
		if i == 0 {
			s.first(st, grid)
		} else {
			s.next(st, pagebreak.Never, grid)
		}
	}
}

// settle gives a strip the destinations that wait for one.
func (s *section) settle(st *strip) {
	for _, d := range s.anchors {
		st.dests = append(st.dests, destAt{d, 0})
	}
	s.anchors = s.anchors[:0]
}

// blank adds white that is not dropped at the top of a page, no more than half of it: the
// title below it is kept with it.
func (s *section) blank(h unit.Length) {
	if h = min(h, s.geo.Depth()/2); h > 0 {
		s.first(&strip{height: h}, false)
		s.keep()
	}
}

// lacking reports a character that no font has, once in a section.
func (s *section) lacking(r rune, src *book.Text) {
	if s.lacks[r] {
		return
	}
	s.lacks[r] = true
	pos := s.position()
	if src != nil {
		pos = src.Pos
	}
	hint := "list a font that has it under fonts in book.yaml"
	if name := script(r); name != "" {
		hint = "list a font for " + name + " under fonts in book.yaml"
	}
	s.list = append(s.list, rule.GlyphMissing.At(pos, hint, "no font has the character U+%04X%s", r, printable(r)))
}

// script names the script of a character; "" for one that many share. A
// character has one script, so that the order of the tables does not matter.
func script(r rune) string {
	for name, table := range unicode.Scripts {
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

// printable returns r as text after a space, "" when it cannot be seen.
func printable(r rune) string {
	if !unicode.IsGraphic(r) || unicode.IsSpace(r) {
		return ""
	}
	return " " + string(r)
}
