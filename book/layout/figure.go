package layout

import (
	"strings"

	"octavo/book"
	"octavo/book/unit"
)

const (
	// dotsPerInch is the resolution that a picture is not set coarser than,
	// unless the manuscript gives its width.
	dotsPerInch = 110
	// A figure takes no more than these thousandths of the depth of a page.
	figureDepth = 620
	leadDepth   = 460
	// maxLabel is the length in bytes of the longest word that is taken for
	// the label of a credit.
	maxLabel = 24
)

// figure sets a figure with its caption and credit. It may move to the top of a
// later page.
func (s *section) figure(b *book.Figure, fr frame) {
	st := s.figureStrip(b, fr, figureDepth)
	if st == nil {
		return
	}
	style := s.theme.Style("figure")
	s.space(0)
	if fr.grid {
		s.float(st, style.Before+style.After)
		return
	}
	s.space(style.Before)
	s.first(st, false)
	s.space(style.After)
}

// leadFigure sets the figure of a chapter's opening. It moves on to the next
// page when the opening has no room for it.
func (s *section) leadFigure(b *book.Figure, fr frame) {
	outer := s.block
	s.block = b
	if st := s.figureStrip(b, fr, leadDepth); st != nil {
		s.space(s.geo.Baseline / 2)
		s.float(st, s.geo.Baseline*3/2)
	}
	s.block = outer
}

// figureStrip returns the figure as one strip, nil when there is nothing to show.
func (s *section) figureStrip(b *book.Figure, fr frame, share int64) *strip {
	group := NewElement(fr.elem, "Div")
	out := &strip{}
	if d := s.places.find(s.chapter, b.ID); d != nil && b.ID != "" {
		d.Elem = group
		out.dests = append(out.dests, destAt{d, 0})
	}
	s.settle(out)
	fr.style = s.theme.Style("caption")
	w := s.picture(out, b, group, fr, share)
	fr.elem = NewElement(group, "Caption")
	if w > 0 && w < s.width(fr) && w >= s.width(fr)*6/10 {
		fr.right += s.width(fr) - w
	}
	caption := s.caption(b, fr)
	if len(caption) > 0 && out.height > 0 {
		out.height += s.geo.Baseline.Mul(45, 100)
	}
	if len(caption) > 0 {
		text := join(caption)
		text.lower(out.height)
		text.dests = append(out.dests, text.dests...)
		text.items = append(out.items, text.items...)
		out = text
	}
	if out.height == 0 {
		return nil
	}
	out.figure = b
	return out
}

// picture puts the image into out and returns its width, 0 when there is none.
func (s *section) picture(out *strip, b *book.Figure, group *Element, fr frame, share int64) unit.Length {
	if b.Image == nil || b.Image.Picture == nil || b.Image.Picture.Width <= 0 || b.Image.Picture.Height <= 0 {
		return 0
	}
	measure := s.width(fr)
	w, h := figureSize(b, measure, s.geo.Depth().Mul(share, 1000))
	g := &Graphic{X: fr.left, W: w, H: h, Picture: b.Image.Picture}
	if !b.Decorative {
		g.Elem = NewElement(group, "Figure")
		g.Elem.Alt = s.alternative(b)
	}
	if w < measure*6/10 {
		g.X += (measure - w) / 2
	}
	out.items = append(out.items, g)
	out.height = h
	return w
}

// alternative returns the alternative text of a figure. One that has none,
// which is reported elsewhere, is named by its caption.
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

// caption returns the lines of a caption with the credit run in.
func (s *section) caption(b *book.Figure, fr frame) []*strip {
	if len(b.Caption) == 0 && len(b.Credit) == 0 {
		return nil
	}
	st := s.theme.Style("caption")
	p := s.paragraph(st)
	lk := s.look(st, s.lang, fr.elem)
	p.add(b.Caption, lk)
	if len(b.Credit) > 0 {
		credit := s.look(s.theme.Style("credit"), s.lang, fr.elem)
		if len(b.Caption) > 0 {
			p.plain(" ", lk)
		}
		if !labelled(b.Credit) {
			p.plain(s.words.PhotoLabel(), credit)
		}
		p.add(b.Credit, credit)
	}
	return s.linesOf(p, fr, 0)
}

// labelled reports whether a credit begins with a label of its own, "Map: ".
func labelled(credit []book.Inline) bool {
	label, _, ok := strings.Cut(book.PlainText(credit), ":")
	return ok && len(label) <= maxLabel && !strings.Contains(label, " ")
}
