package layout

import (
	"slices"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/matter"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

const (
	// A lead figure takes no more than these thousandths of the depth of a page: less than
	// other figures, for the head of the chapter. By eye.
	leadDepth = 460
	// A lead figure may be made smaller in steps of a twentieth to stay on its opening
	// page: to leadLeast twentieths where text follows it there, to leadAlone
	// where the rest of the page is for the editor's note, which leaves no room for
	// text anyway. By eye.
	leadLeast, leadAlone = 8, 13
	// A lead figure that was made smaller has its caption beside it, and so is no
	// wider than these thousandths of the measure. By eye.
	besideShare = 740
	// openingLines is the number of lines of text that an opening page should
	// hold at least, headingRoom what a heading takes besides, in lines. By eye.
	openingLines, headingRoom = 3, 3
)

// openChapter sets what stands above the text of a chapter: its head, the lead
// figure and the editor's note. A picture takes the place of the white above. openChapter
// returns the blocks of the text.
func (s *section) openChapter(sec *matter.Section) []book.Block {
	c, note := sec.Chapter, sec.Find(matter.EditorsNote)
	fr := frame{elem: s.elem, style: s.theme.Style(theme.Paragraph)}
	lead := c.Image != nil && pictured(c.Image)
	if !lead {
		s.blank(unit.Length(s.theme.Opening.Sinkage) * s.geo.Baseline)
	}
	s.accent()
	dest := s.places.find(c, "")
	s.Anchor(dest, nil)
	for _, e := range sec.Find(matter.Opening).Kids {
		if e.Role == matter.Heading {
			dest.Elem = s.line(theme.Title, s.headed(1), e.Content, fr)
			continue
		}
		s.dressed(fr, e)
	}
	body := sec.Find(matter.Body).Blocks
	if c.Image != nil && !s.leadFigure(c, note, fr) {
		body = withLead(c.Image, body)
	}
	s.editorsNote(note, fr)
	s.Cost, s.Owed = 0, 0
	if c.Image == nil {
		s.Space(s.geo.Baseline * 3 / 2)
	} else {
		s.Space(s.geo.Baseline)
	}
	return body
}

// How large the lead figure is.
//
// An opening page has to hold the head of the chapter, its picture, the editor's note and
// some lines of text, and nothing of it can be put off but the picture, the last resort. So
// all but the picture is measured first: the head is in the flow already, and the note
// and a motto are set in trials, which are dropped. What is left of the page, less the white around
// the picture and the lines that the text needs, is the room for the picture with its caption.
//
// The picture is tried in its full size, and then smaller in steps of a twentieth. A
// picture that is no wider than besideShare of the measure has its caption at its side, as
// long as that is no higher than the picture; sizes that are smaller and yet
// leave no room at the side are passed over. How high a caption is nobody knows before
// its lines are broken, so they are broken for each size. Down to leadLeast twentieths of
// the full size the figure still shows what it shows. When even that is too large, the
// figure stands behind the first paragraph of the text, like any other, since a head with no
// text below it looks like a page that was left empty. Only where the note is so long that
// text has no room without the figure either, the figure stands above the note, if
// leadAlone twentieths of it or more fit.

// leadFigure sets the figure of a chapter's opening, as large as leaves room for
// the note and some lines of text. It reports false where it would be too small, and has to
// stand in the text.
func (s *section) leadFigure(c *book.Chapter, note *matter.Element, fr frame) bool {
	outer := s.Of
	s.Of = c.Image
	defer func() { s.Of = outer }()
	white := s.geo.Baseline * 5 / 8
	pl, ok := s.leadPlate(c, note, fr, white)
	if !ok {
		return false
	}
	if pl.w == 0 {
		var fits bool
		if pl, fits = s.fitPlate(c.Image, fr, pl, s.geo.Depth()-s.Height()-2*white); !fits {
			s.longFigure(c.Image, fr, pl)
			return true
		}
	}
	if st := s.figureStrip(c.Image, fr, pl); st != nil {
		s.Space(white)
		s.Balance(true)
		s.First(st, false)
		s.Space(white)
		s.Keep()
	}
	return true
}

// withLead returns the blocks of a chapter with its lead figure behind the first of them that
// is neither a heading nor a motto.
func withLead(lead *book.Figure, list []book.Block) []book.Block {
	for i, b := range list {
		if _, heading := b.(*book.Heading); !heading && !motto(b) {
			return slices.Insert(slices.Clone(list), i+1, book.Block(lead))
		}
	}
	return append(slices.Clone(list), lead)
}

// motto reports whether b is a motto, which stands above the text.
func motto(b book.Block) bool {
	d, ok := b.(*book.Division)
	return ok && d.Class == book.Epigraph
}

// leadPlate chooses the size of a lead figure, and reports whether it can stand
// on the opening page.
func (s *section) leadPlate(c *book.Chapter, editors *matter.Element, fr frame, white unit.Length) (plate, bool) {
	full := s.plateOf(c.Image, fr, leadDepth)
	if full.w == 0 {
		return full, true
	}
	note := s.trial()
	note.editorsNote(editors, fr)
	room := s.geo.Depth() - s.Height() - note.Height() - note.Gap - 2*white - s.geo.Baseline
	text := s.beginning(c.Body, fr)
	if pl, ok := s.reduced(c.Image, fr, full, room-text, leadLeast); ok {
		return pl, true
	}
	if room+s.geo.Baseline+2*white >= text {
		return full, false
	}
	if pl, ok := s.reduced(c.Image, fr, full, room+s.geo.Baseline, leadAlone); ok {
		return pl, true
	}
	return full, false
}

// beginning returns the height of what an opening page should hold of the text of a chapter:
// some lines, below a motto and a heading that stand before them.
func (s *section) beginning(body []book.Block, fr frame) unit.Length {
	height := openingLines * s.geo.Baseline
	if s.theme.Opening.LeadIn == theme.DropCap {
		height = max(height, para.InitialLines*s.geo.Baseline) // which are not parted
	}
	for _, b := range body {
		if _, heading := b.(*book.Heading); heading {
			return height + headingRoom*s.geo.Baseline
		}
		if !motto(b) {
			break
		}
		above := s.trial()
		above.oneBlock(b, fr)
		// A line more, since its source comes back to the grid, and then the text.
		height += above.Height() + above.Gap + s.geo.Baseline
	}
	return height
}

// reduced returns the largest plate that fits the room with its caption, of at least so many
// twentieths of the full plate, and whether there is one.
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

// trial returns a section as s is, whose flow is empty and off the grid: what is set in it
// is measured and dropped, with all that comes of it.
func (s *section) trial() *section {
	t := *s
	t.Flow = flow.New(0)
	return &t
}
