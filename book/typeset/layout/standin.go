package layout

import (
	"octavo/book"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// The frame that stands in for a picture. By eye: with the white above and below, in
// hundredths of a line, and a line of words it is a fifth as high as it is wide, which reads
// as a place that is kept for a picture and not as a box of text.
const (
	standInWhite = 200 // above and below the words
	standInSide  = 100 // beside them, at least
	standInGap   = 40  // between the words and the place
)

// standIn returns the frame that stands in for the picture of a figure, as wide as the
// measure, with the words and the place of the picture in its middle.
func (s *section) standIn(b *book.Figure, group *document.Element, fr frame) *flow.Strip {
	line, left, width := s.geo.Baseline, fr.left, s.width(fr)
	st := flow.Join(s.standInLines(b, group, s.inset(fr, line.Mul(standInSide, 100), line.Mul(standInSide, 100))))
	white := line.Mul(standInWhite, 100)
	st.Lower(white)
	st.Height += white
	st.Items = append(st.Items, document.Frame(left, 0, width, st.Height, document.Color(s.theme.Colors.Hairline))...)
	return st
}

// standInLines returns the words and the place of a picture that is not there as strips.
func (s *section) standInLines(b *book.Figure, group *document.Element, fr frame) []*flow.Strip {
	part := func(name theme.StyleName, list []book.Inline) []*flow.Strip {
		if len(list) == 0 {
			return nil
		}
		st := *s.theme.Style(name)
		st.Align, st.Indent, st.Italic = theme.Center, 0, st.Italic && name == theme.Caption // an address is read letter by letter
		in := fr
		in.style, in.elem = &st, document.NewElement(group, "P")
		return s.text(list, &st, in, 0)
	}
	words, place := part(theme.Caption, b.StandIn.Words), part(theme.Credit, b.StandIn.Place)
	if len(words) > 0 && len(place) > 0 {
		place[0].Lower(s.geo.Baseline.Mul(standInGap, 100))
	}
	list := append(words, place...)
	for _, st := range list {
		st.From = flow.Origin{} // these words are in no file of the author's
	}
	return list
}
