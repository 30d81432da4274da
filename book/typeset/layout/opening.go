package layout

import (
	"maps"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/matter"
	"octavo/book/typeset/theme"
)

const (
	// A lead figure takes no more than these thousandths of the depth of a page.
	leadDepth = 460
	// It may be made smaller in steps of a twentieth to stay on its opening
	// page: to leadLeast twentieths where text follows it there, to leadAlone
	// where the rest of the page is for the editor's note.
	leadLeast, leadAlone = 10, 13
	// A lead figure that was made smaller has its caption beside it, and so is no
	// wider than these thousandths of the measure.
	besideShare = 740
	// openingLines is the number of lines of text that an opening page should
	// hold at least, headingRoom what a heading takes besides.
	openingLines, headingRoom = 3, 3
	// movedWhite is the white around a lead figure that moves on, in half lines.
	movedWhite = 3
)

// openChapter sets what stands above the text of a chapter: its head, the lead
// figure and the editor's note. A picture takes the place of the white above.
func (s *section) openChapter(sec *matter.Section) {
	c, note := sec.Chapter, sec.Find(matter.EditorsNote)
	fr := frame{elem: s.elem, style: s.theme.Style(theme.Paragraph)}
	lead := c.Image != nil && pictured(c.Image)
	if !lead {
		s.blank(unit.Length(s.theme.Opening.Sinkage) * s.geo.Baseline)
	}
	s.accent()
	dest := s.places.find(c, "")
	s.anchors = append(s.anchors, dest)
	for _, e := range sec.Find(matter.Opening).Kids {
		if e.Role == matter.Heading {
			dest.Elem = s.line(theme.Title, "H1", e.Content, fr)
			continue
		}
		s.dressed(fr, e)
	}
	if c.Image != nil {
		s.leadFigure(c, note, fr)
	}
	s.editorsNote(note, fr)
	s.cost, s.owed = 0, 0
	if c.Image == nil {
		s.space(s.geo.Baseline * 3 / 2)
	} else {
		s.space(s.geo.Baseline)
	}
}

// leadFigure sets the figure of a chapter's opening, as large as leaves room for
// the note and some lines of text. Where it would be too small it moves on to the
// next page.
func (s *section) leadFigure(c *book.Chapter, note *matter.Element, fr frame) {
	outer := s.block
	s.block = c.Image
	defer func() { s.block = outer }()
	white := s.geo.Baseline * 5 / 8
	pl, ok := s.leadPlate(c, note, fr, white)
	room := s.geo.Depth()
	switch {
	case ok && pl.w == 0:
		room -= s.height() + 2*white
	case !ok:
		room -= movedWhite * s.geo.Baseline / 2
	}
	if !ok || pl.w == 0 {
		var fits bool
		if pl, fits = s.fitPlate(c.Image, fr, pl, room); !fits {
			s.longFigure(c.Image, fr, pl)
			return
		}
	}
	st := s.figureStrip(c.Image, fr, pl)
	switch {
	case st == nil:
	case ok:
		s.space(white)
		s.balance(true)
		s.first(st, false)
		s.space(white)
		s.keep()
	default:
		s.space(white)
		s.float(st, movedWhite*s.geo.Baseline/2)
	}
}

// leadPlate chooses the size of a lead figure, and reports whether it can stand
// on the opening page.
func (s *section) leadPlate(c *book.Chapter, editors *matter.Element, fr frame, white unit.Length) (plate, bool) {
	full := s.plateOf(c.Image, fr, leadDepth)
	if full.w == 0 {
		return full, true
	}
	note := s.trial(func() { s.editorsNote(editors, fr) })
	room := s.geo.Depth() - s.height() - note - 2*white - s.geo.Baseline
	text := openingLines * s.geo.Baseline
	if s.theme.Opening.LeadIn == theme.DropCap {
		text = max(text, initialLines*s.geo.Baseline) // which are not parted
	}
	if len(c.Body) > 0 {
		if _, ok := c.Body[0].(*book.Heading); ok {
			text += headingRoom * s.geo.Baseline
		}
	}
	if pl, ok := s.reduced(c.Image, fr, full, room-text, leadLeast); ok {
		return pl, true
	}
	if pl, ok := s.reduced(c.Image, fr, full, room+s.geo.Baseline, leadAlone); ok {
		return pl, true
	}
	return full, false
}

// reduced returns the largest plate of at least so many twentieths of the full
// one that fits the height with its caption.
func (s *section) reduced(b *book.Figure, fr frame, full plate, room unit.Length, least int64) (plate, bool) {
	for k := int64(20); k >= least; k-- {
		pl := plate{w: full.w.Mul(k, 20), h: full.h.Mul(k, 20)}
		pl.beside = pl.w <= s.width(fr).Mul(besideShare, 1000)
		if k < 20 && !pl.beside {
			continue
		}
		caption := s.captionHeight(b, fr, pl)
		if pl.beside && caption > pl.h {
			pl.beside = false
		}
		height := pl.h
		if !pl.beside && caption > 0 {
			height += s.captionGap() + caption
		}
		if height <= room {
			return pl, true
		}
	}
	return plate{}, false
}

// trial returns the height of what set adds to the flow, and undoes it.
func (s *section) trial(set func()) unit.Length {
	flow, reports, lacks, outline := s.flow, len(s.list), maps.Clone(s.lacks), len(s.outline)
	anchors, dry := s.anchors, s.dry
	s.flow, s.anchors, s.dry = newFlow(0), nil, true
	set()
	height := s.height() + s.gap
	s.flow, s.anchors, s.dry = flow, anchors, dry
	s.list, s.lacks, s.outline = s.list[:reports], lacks, s.outline[:outline]
	return height
}
