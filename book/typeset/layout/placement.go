package layout

import (
	"octavo/book"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// wideFigure sets a figure that reaches into the margins, with its caption below the
// picture in the measure of the text. It reports false for a picture that is too small for
// that, or with a caption too long, which is then set as others are.
func (s *section) wideFigure(b *book.Figure, fr frame) bool {
	inner, outer := s.geo.Overhang(s.theme.Blocks.Wide)
	style := s.theme.Style(theme.Figure)
	white := style.Before + style.After
	w, h := figureSize(b, s.width(fr)+inner+outer, s.geo.Depth().Mul(figureDepth, 1000))
	pl, ok := s.fitPlate(b, fr, plate{w: w, h: h}, s.geo.Depth()-white)
	over := pl.w - s.width(fr)
	if !ok || over <= 0 {
		return false
	}
	if inner > 0 {
		pl.out = over / 2
	}
	st := s.figureStrip(b, fr, pl)
	if inner == 0 {
		st.Outward = &flow.Outward{Picture: pictureOf(st), By: over}
	}
	s.Space(0)
	s.Float(st, white)
	return true
}

// pictureOf returns the first picture of a strip, nil when it has none.
func pictureOf(st *flow.Strip) *document.Graphic {
	for _, it := range st.Items {
		if g, ok := it.(*document.Graphic); ok {
			return g
		}
	}
	return nil
}

// A figure on a page of its own has this share of the white that it leaves above it, in
// hundredths. By eye: what stands in the middle looks as if it had sunk.
const pageAbove = 40

// fullPage sets a figure on a page of its own: a float as high as the page, past which the
// text goes on. It reports false when the caption is too long for that.
func (s *section) fullPage(b *book.Figure, fr frame) bool {
	pl, ok := s.fitPlate(b, fr, s.plateOf(b, fr, 1000), s.geo.Depth())
	if !ok {
		return false
	}
	st := s.figureStrip(b, fr, pl)
	st.Lower((s.geo.Depth() - st.Height).Mul(pageAbove, 100))
	st.Height = s.geo.Depth()
	s.Space(0)
	s.Float(st, 0)
	return true
}
