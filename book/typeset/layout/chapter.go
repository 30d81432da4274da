package layout

import (
	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/matter"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// An outlineEntry is a heading for the bookmarks.
type outlineEntry struct {
	level int
	title string
	dest  *document.Dest
}

// setChapter sets a chapter on pages of its own.
func (j *job) setChapter(e *engine, sec *matter.Section, parent *document.Element) *output {
	c := sec.Chapter
	elem := document.NewElement(parent, "Sect")
	s := j.section(e, sec.Lang, elem)
	s.chapter, s.id, s.echo = c, c.ID, book.NewEcho(c)
	elem.Pos = c.Pos
	if sec.Lang != j.book.Language {
		elem.Lang = sec.Lang
	}
	text := s.openChapter(sec)
	s.opening = true
	body := s.theme.Style(theme.Paragraph)
	s.blocks(text, frame{elem: elem, style: body, grid: true, flush: true})
	return s.paginate(s.bios(sec.Find(matter.Bios)))
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
	bar := document.NewRule(x, 0, width, thick, document.Color(s.theme.Colors.Accent))
	s.First(&flow.Strip{Height: thick, Items: []document.Item{bar}}, false)
	s.Space(s.geo.Baseline / 2)
	s.Keep()
}

// line sets inlines in the named style as one element, kept with what follows, and
// returns the element; nil when there is nothing to set.
func (s *section) line(style theme.StyleName, typ string, list []book.Inline, fr frame) *document.Element {
	if len(list) == 0 {
		return nil
	}
	st := s.theme.Style(style)
	fr.style, fr.elem = st, document.NewElement(fr.elem, typ)
	if st.Caps {
		fr.elem.Actual = book.PlainText(list)
	}
	s.Space(st.Before)
	p := s.paragraph(st)
	p.Within()
	p.Add(list, s.Look(st, s.lang, fr.elem))
	s.putKept(s.linesOf(p, fr, 0), false)
	s.Space(st.After)
	s.Keep()
	return fr.elem
}

// editorsNote sets a note before an article apart, between two thin rules. The white at
// either side of a rule is by eye: more outside than inside, so that the rules go with the note.
func (s *section) editorsNote(note *matter.Element, fr frame) {
	if note == nil {
		return
	}
	base := s.geo.Baseline
	elem := document.NewElement(fr.elem, "Div")
	fr.elem = elem
	s.Space(base * 5 / 4)
	s.thinRule(fr)
	s.Space(base * 2 / 5)
	s.dressed(fr, note.Kids...)
	fr.style, fr.flush = s.theme.Style(theme.EditorsNote), true
	s.blocks(note.Blocks, fr)
	s.Keep()
	s.Space(base * 3 / 5)
	s.thinRule(fr)
	s.Space(base)
}

func (s *section) thinRule(fr frame) {
	const thin = unit.Point / 2
	s.First(&flow.Strip{Height: thin, Items: []document.Item{document.NewRule(fr.left, 0, s.geo.Measure-fr.left-fr.right, thin, document.Color(s.theme.Colors.Hairline))}}, false)
	s.Keep()
}

// portraitLines is the height of the picture of a person in lines of the grid, and
// portraitShare how much of the measure the picture may take, in 1/1000: a bio of four lines
// is as tall, and the lines beside the picture stay long enough to be set. By eye.
const (
	portraitLines = 4
	portraitShare = 220
)

// bio sets what is known of a person, kept together beside the picture, if there is one.
func (s *section) bio(e *matter.Element, fr frame) {
	st := s.theme.Style(theme.Bio)
	if e.Figure == nil || !pictured(e.Figure) {
		s.putBio(e, s.text(e.Inlines(), st, fr, 0))
		return
	}
	pl := plate{beside: true}
	pl.w, pl.h = figureSize(e.Figure, s.width(fr).Mul(portraitShare, 1000), portraitLines*s.geo.Baseline)
	out := &flow.Strip{}
	s.Settle(out)
	s.picture(out, e.Figure, fr.elem, fr, pl)
	fr.left += pl.w + s.besideGap()
	text := flow.Join(s.text(e.Inlines(), st, fr, 0))
	s.putBio(e, []*flow.Strip{out.Before(text)})
}

// putBio puts the lines of a bio. At the end of an article they are kept together, among
// the contributors they are not: a bio there may be as long as a page.
func (s *section) putBio(e *matter.Element, list []*flow.Strip) {
	if e.Role == matter.Bio {
		s.putKept(list, false)
	} else {
		s.put(list, false)
	}
}

// bios sets what is known of the authors at the end of a chapter, and returns its height.
func (s *section) bios(all *matter.Element) (tail unit.Length) {
	if all == nil {
		return 0
	}
	st := s.theme.Style(theme.Bio)
	fr := frame{elem: s.elem, style: st}
	above := s.Height()
	s.Cost = 0 // nothing is left for a page that was to begin here
	s.Space(s.geo.Baseline * 3 / 2)
	s.Keep() // a page of nothing but the bio looks lost
	s.bar(s.theme.Opening.EndRule, s.theme.Opening.EndRuleWidth)
	for i, e := range all.Kids {
		if i > 0 {
			s.Space(s.geo.Baseline / 2)
		}
		bf := fr
		bf.elem = document.NewElement(fr.elem, "P")
		s.Of = e.Person
		s.bio(e, bf)
		s.Of = nil
	}
	return s.Height() - above
}
