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

const (
	// dotsPerInch is the resolution that a picture is not set coarser than, unless the
	// manuscript gives its width. By eye: coarser pixels are seen; a higher bound would make
	// small pictures of the web smaller still.
	dotsPerInch = 110
	// A figure takes no more than these thousandths of the depth of a page: its caption,
	// and text above or below, need the rest. By eye.
	figureDepth = 620
	// A picture is made smaller in steps of a twentieth, down to figureLeast twentieths, to
	// stand on one page with a long caption: at half of its size, as for the lead figure,
	// a picture still shows what it shows.
	figureLeast = 10
)

// figure sets a figure with its caption and credit. The figure may move to a later page.
// Its picture is made smaller for a long caption; a figure that does not fit a page
// with the smallest picture goes on over the next pages as text does.
func (s *section) figure(b *book.Figure, fr frame) {
	switch {
	case !fr.grid || !pictured(b):
	case b.Placement == book.Wide && s.wideFigure(b, fr):
		return
	case b.Placement == book.FullPage && s.fullPage(b, fr):
		return
	}
	style := s.theme.Style(theme.Figure)
	white := style.Before + style.After
	pl, ok := s.fitPlate(b, fr, s.plateOf(b, fr, figureDepth), s.geo.Depth()-white)
	if !ok {
		s.longFigure(b, fr, pl)
		return
	}
	st := s.figureStrip(b, fr, pl)
	if st == nil {
		return
	}
	if fr.grid && book.Ornamental(b) {
		s.adorn(st)
		return
	}
	s.float(st, fr)
}

// float adds a figure or a row of them to the flow. A float counts no notes, since notes stand
// in the order of their calls whichever page it takes. So a figure whose caption calls a
// note does not move alone: it stands in its place, on the page of its note, and with
// the text behind it on the next page where room lacks.
func (s *section) float(st *flow.Strip, fr frame) {
	style := s.theme.Style(theme.Figure)
	s.Space(0)
	if fr.grid && len(st.Calls) == 0 {
		s.Float(st, style.Before+style.After)
		return
	}
	s.Space(style.Before)
	if fr.grid {
		s.Balance(true)
	}
	s.First(st, false)
	s.Space(style.After)
}

// fitPlate returns the largest plate, up to a full one, with which a figure fits room, and
// true; or the full plate and false when there is no such plate.
func (s *section) fitPlate(b *book.Figure, fr frame, full plate, room unit.Length) (plate, bool) {
	least := int64(figureLeast)
	if full.w == 0 {
		least = 20
	}
	for k := int64(20); k >= least; k-- {
		pl := plate{w: full.w.Mul(k, 20), h: full.h.Mul(k, 20)}
		if s.plateHeight(b, fr, pl) <= room {
			return pl, true
		}
	}
	return full, false
}

// plateHeight returns the height of a figure with its caption below it.
func (s *section) plateHeight(b *book.Figure, fr frame, pl plate) unit.Length {
	caption := s.captionHeight(b, fr, pl)
	if caption > 0 && pl.h > 0 {
		caption += s.captionGap()
	}
	return pl.h + caption
}

// longFigure sets a figure that is taller than a page in its place: the picture
// with the first lines of its caption, and the others as lines of text.
func (s *section) longFigure(b *book.Figure, fr frame, pl plate) {
	style := s.theme.Style(theme.Figure)
	if b.StandIn != nil {
		pl = plate{} // a frame would not fit either
	}
	list := s.figureStrips(b, fr, pl)
	s.Space(style.Before)
	s.Balance(true)
	for i, st := range list {
		switch {
		case i == 0:
			s.First(st, false)
		case i <= 2 || i == len(list)-1:
			s.Next(st, pagebreak.Never, false)
		default:
			s.Next(st, 0, false)
		}
	}
	s.Space(style.After)
}

// adorn sets a figure in its place, in the middle of whole lines, and no page begins
// with it.
func (s *section) adorn(st *flow.Strip) {
	height := para.WholeLines(st.Height, s.geo.Baseline)
	st.Move(0, (height-st.Height)/2)
	st.Height = height
	s.Space(s.geo.Baseline)
	s.Keep()
	s.First(st, false)
	s.Space(s.geo.Baseline)
}

// A plate is how the picture of a figure is set: its size, zero for none, and
// where its caption stands. The frame that stands in for a picture has a height alone.
type plate struct {
	w, h   unit.Length
	beside bool        // the caption is at the right of the picture
	out    unit.Length // by which the picture begins before the frame
}

// plateOf returns the plate of a figure that takes no more than share thousandths
// of the depth of a page.
func (s *section) plateOf(b *book.Figure, fr frame, share int64) plate {
	if b.StandIn != nil {
		return plate{h: s.standIn(b, nil, fr).Height}
	}
	if !pictured(b) {
		return plate{}
	}
	w, h := figureSize(b, s.width(fr), s.geo.Depth().Mul(share, 1000))
	return plate{w: w, h: h}
}

// pictured reports whether there is a picture to show.
func pictured(b *book.Figure) bool {
	return b.Image != nil && b.Image.Picture != nil && b.Image.Picture.Width > 0 && b.Image.Picture.Height > 0
}

// figureStrip returns the figure as one strip, nil when there is nothing to show.
func (s *section) figureStrip(b *book.Figure, fr frame, pl plate) *flow.Strip {
	list := s.figureStrips(b, fr, pl)
	if len(list) == 0 {
		return nil
	}
	return flow.Join(list)
}

// figureStrips returns the picture of a figure and the lines of its caption as
// strips that stand below each other; the picture and a caption beside it are one.
func (s *section) figureStrips(b *book.Figure, fr frame, pl plate) []*flow.Strip {
	group := s.element(fr.elem, "Div")
	if len(b.Caption)+len(b.Credit) > 0 {
		group.Type = "Aside" // to PDF 2.0 a Div is nothing, and its caption one in the text
	}
	out := &flow.Strip{}
	if d := s.places.find(s.chapter, b.ID); d != nil && b.ID != "" {
		out.Dests = append(out.Dests, flow.Dest{To: d, Elem: group})
	}
	s.Settle(out)
	spot := &document.Dest{Elem: group}
	out.Dests = append(out.Dests, flow.Dest{To: spot})
	out.Told = append(out.Told, figured{b, spot})
	switch {
	case pl.w > 0:
		s.picture(out, b, group, fr, pl)
	case pl.h > 0:
		st := s.standIn(b, group, fr)
		out.Beside(st)
		out.Height = st.Height
	}
	caption := s.captionLines(b, group, fr, pl)
	if b.StandIn != nil && pl.h == 0 {
		caption = append(s.standInLines(b, group, fr), caption...)
	}
	switch {
	case len(caption) == 0 && out.Height == 0:
		return nil
	case len(caption) == 0:
		return []*flow.Strip{out}
	case pl.beside:
		st := flow.Join(caption)
		st.Lower(max(out.Height-st.Height, 0)) // its last line at the foot of the picture
		return []*flow.Strip{out.Before(st)}
	case out.Height > 0:
		caption[0].Lower(s.captionGap())
		return append([]*flow.Strip{out}, caption...)
	}
	caption[0] = out.Before(caption[0])
	return caption
}

// captionGap is the white between a picture and the caption below it.
func (s *section) captionGap() unit.Length { return s.geo.Baseline.Mul(45, 100) }

// captionHeight returns the height of the caption of a figure, 0 for none.
func (s *section) captionHeight(b *book.Figure, fr frame, pl plate) unit.Length {
	return flow.Height(s.captionLines(b, nil, fr, pl))
}

// captionLines returns the lines of the caption of a figure, none when the figure has none.
// Below a picture that takes six tenths of the measure or more the lines are as wide as the
// picture; below a narrower one they would be too short, and take the whole measure. By eye.
func (s *section) captionLines(b *book.Figure, group *document.Element, fr frame, pl plate) []*flow.Strip {
	width := s.width(fr)
	switch {
	case pl.beside:
		fr.left += pl.w + s.besideGap()
	case pl.w > 0 && pl.w < width && pl.w >= width*6/10:
		at := s.onAxis(pl.w, width)
		fr.left += at
		fr.right += width - pl.w - at
	}
	fr.style, fr.elem = s.theme.Style(theme.Caption), document.NewElement(group, "Caption")
	return s.caption(b, fr, pl.beside)
}

// besideGap is the white between a picture and the caption beside it.
func (s *section) besideGap() unit.Length { return s.theme.Style(theme.Paragraph).Size }

// picture puts the image into out.
func (s *section) picture(out *flow.Strip, b *book.Figure, group *document.Element, fr frame, pl plate) {
	g := &document.Graphic{X: fr.left - pl.out, W: pl.w, H: pl.h, Picture: b.Image.Picture}
	switch measure := s.width(fr); {
	case pl.beside || pl.out > 0:
	case book.Ornamental(b):
		g.X += max(measure-pl.w, 0) / 2
	default:
		g.X += s.onAxis(pl.w, measure)
	}
	if !b.Decorative {
		g.Elem = document.NewElement(s.leads(out, b, group, g), "Figure")
		g.Elem.Alt = s.alternative(b)
	}
	out.Items = append(out.Items, g)
	out.Height = pl.h
}

// onAxis returns how far from the edge of the measure a picture or a row of them begins. All
// of a book, of whatever width, have the axis that the theme states as the alignment of figures:
// with one in the middle and the next at the edge a page looks unsettled.
func (s *section) onAxis(w, measure unit.Length) unit.Length {
	if s.theme.Style(theme.Figure).Align == theme.Center {
		return max(measure-w, 0) / 2
	}
	return 0
}

// alternative returns the alternative text of a figure. A figure without one, which
// package check reports, is named by its caption.
func (s *section) alternative(b *book.Figure) string {
	if b.Image.Alt != "" {
		return b.Image.Alt
	}
	if text := book.PlainText(b.Caption); text != "" {
		return text
	}
	return b.Image.Picture.Path
}

// figureSize returns the size at which a figure is set.
func figureSize(b *book.Figure, measure, depth unit.Length) (w, h unit.Length) {
	pic := b.Image.Picture
	// No picture has as many pixels on a side; without the bound the size that a hostile file
	// claims could overflow the products below.
	pw, ph := int64(min(pic.Width, 1<<24)), int64(min(pic.Height, 1<<24))
	w = measure
	switch {
	case b.Width > 0:
		w = measure.Mul(int64(min(b.Width, 1000)), 1000)
	case pic.Format != "svg":
		w = min(w, unit.Inch.Mul(pw, dotsPerInch))
	}
	h = w.Mul(ph, pw)
	if h > depth {
		w, h = depth.Mul(pw, ph), depth
	}
	return max(w, unit.Point), max(h, unit.Point)
}

// caption returns the lines of a caption with the credit run in, or on lines of
// its own.
func (s *section) caption(b *book.Figure, fr frame, apart bool) []*flow.Strip {
	if len(b.Caption) == 0 && len(b.Credit) == 0 {
		return nil
	}
	st := s.theme.Style(theme.Caption)
	p := s.paragraph(st)
	lk := s.Look(st, s.lang, fr.elem)
	p.Add(b.Caption, lk)
	if len(b.Credit) > 0 {
		credit := s.Look(s.theme.Style(theme.Credit), s.lang, fr.elem)
		switch {
		case len(b.Caption) > 0 && apart:
			p.Break(lk)
		case len(b.Caption) > 0:
			p.Plain(s.words.CreditGap(b), lk)
		}
		if label := s.words.CreditLabel(b); label != "" {
			p.Plain(label, credit)
		}
		p.Add(b.Credit, credit)
	}
	return s.linesOf(p, fr, 0)
}
