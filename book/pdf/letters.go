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
	if sp.Fill != nil {
		if err := p.letters(r, m); err != nil {
			return err
		}
	}
	if !sp.StrokeFirst {
		outline()
	}
	return nil
}

// letters shows a run as text, or as a path when it would need ActualText,
// which is marked content that cannot be nested in the figure's.
func (p *painter) letters(r *render.Placed, m drawing.Matrix) error {
	k, err := p.coder.encode(r.Run, int64(em*r.Span.Spacing/r.Span.Size), false)
	if err != nil {
		return err
	}
	for _, piece := range k.pieces {
		if piece.actual != "" {
			p.fill(&drawing.Shape{Path: r.Outline(), Transform: m}, r.Span.Fill)
			return nil
		}
	}
	p.op("q")
	p.paint(r.Span.Fill, m, drawing.Point{}, drawing.Point{}, "g", "rg", "/Pattern cs", "scn")
	p.out = append(p.out, "BT\n1 0 0 -1 "...)
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
