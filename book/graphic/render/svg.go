package render

import (
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/svg"
)

// SVG returns an SVG file for an EPUB in lang, clean and with its texts as the outlines
// that the paged editions show; nil fonts leave the texts alone.
func SVG(data []byte, lang string, fonts *Fonts) ([]byte, error) {
	var set svg.Setter
	if fonts != nil {
		set = fonts.runs
	}
	out, _, err := svg.Sanitize(data, lang, set) // package check reports what is lost
	return out, err
}

// runs sets t, false when a face lacks a letter of it.
func (f *Fonts) runs(t *drawing.Text) ([]svg.Run, bool) {
	var list []svg.Run
	for _, p := range f.Set(t) {
		font := p.Run.Face.Font()
		if font == nil || p.Along != nil || p.Run.Missing() != "" {
			return nil, false
		}
		list = append(list, svg.Run{Font: font, Span: p.Span, X: p.X, Y: p.Y, Glyphs: p.glyphs()})
	}
	return list, true
}

// glyphs returns the glyphs of a run at their places in font units.
func (p *Placed) glyphs() []svg.Glyph {
	list := make([]svg.Glyph, len(p.Run.Glyphs))
	em := drawing.Int(p.Run.Face.UnitsPerEm())
	pen := 0
	for i, g := range p.Run.Glyphs {
		spaces := (p.Span.Spacing * drawing.Fixed(i)).Scale(em, p.Span.Size).Round()
		list[i] = svg.Glyph{ID: g.ID, X: pen + spaces + int(g.X), Y: int(g.Y)}
		pen += int(g.Advance)
	}
	return list
}
