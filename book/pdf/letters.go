package pdf

import (
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/render"
	"octavo/book/pdf/finish"
	"octavo/book/pdf/object"
)

// text paints a line of text with our fonts.
func (p *painter) text(t *drawing.Text) error {
	p.op("q")
	p.transform(t.Transform)
	for _, placed := range p.fonts.Set(t) {
		if err := p.run(&placed, t.Transform); err != nil {
			return err
		}
	}
	p.op("Q")
	return nil
}

func (p *painter) run(r *render.Placed, m drawing.Matrix) error {
	sp := r.Span
	if sp.Size <= 0 {
		return nil
	}
	outline := func() {
		if sp.Stroke != nil && sp.Stroke.Width > 0 {
			path := r.Outline()
			p.stroke(&path, m, sp.Stroke)
		}
	}
	if sp.StrokeFirst {
		outline()
	}
	if err := p.filled(r, m); err != nil {
		return err
	}
	if !sp.StrokeFirst {
		outline()
	}
	return nil
}

// filled paints the insides of the letters of a run. Along a path they are outlines, with a
// text that is not seen on a level line below them: of letters that are each turned no
// reader makes words.
func (p *painter) filled(r *render.Placed, m drawing.Matrix) error {
	switch {
	case r.Span.Fill == nil:
		return nil
	case r.Along == nil:
		return p.letters(r, m, false)
	}
	p.fill(&drawing.Shape{Path: r.Outline(), Transform: m}, r.Span.Fill)
	level := *r
	at := r.Straight()
	level.X, level.Y = at.X, at.Y
	return p.letters(&level, m, true)
}

// letters shows a run as text, or as a path when it would need ActualText,
// which is marked content that cannot be nested in the figure's.
func (p *painter) letters(r *render.Placed, m drawing.Matrix, hidden bool) error {
	k, err := p.coder.encode(r.Run, int64(em*r.Span.Spacing/r.Span.Size), false)
	if err != nil {
		return err
	}
	for _, piece := range k.pieces {
		if piece.actual != "" && hidden {
			return nil
		}
		if piece.actual != "" {
			p.fill(&drawing.Shape{Path: r.Outline(), Transform: m}, r.Span.Fill)
			return nil
		}
	}
	p.op("q")
	p.paint(r.Span.Fill, m, drawing.Point{}, drawing.Point{}, "g", "rg", "/Pattern cs", "scn")
	p.out = append(p.out, "BT\n"...)
	if hidden {
		p.out = append(p.out, "3 Tr\n"...)
	}
	p.out = append(p.out, "1 0 0 -1 "...)
	p.number(r.X)
	p.number(r.Y)
	p.op("Tm")
	for _, piece := range k.pieces {
		p.out = append(p.out, '/')
		p.out = append(append(p.out, p.font(piece.font)...), ' ')
		p.number(r.Span.Size)
		p.out = append(p.out, "Tf "...)
		p.number(r.Span.Size.Scale(drawing.Fixed(piece.rise), em))
		p.out = append(append(append(p.out, "Ts\n["...), piece.array...), "]TJ\n"...)
	}
	p.op("ET\nQ")
	return nil
}

// font makes a font a resource of the form and returns its name.
func (p *painter) font(f *font) string {
	if p.resources["Font"] == nil {
		p.resources["Font"] = object.Dict{}
	}
	p.resources["Font"][object.Name(f.name)] = finish.FontRef(f.index)
	return f.name
}
