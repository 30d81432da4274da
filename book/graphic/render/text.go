package render

import (
	"octavo/book/font/sfnt"
	"octavo/book/font/shape"
	"octavo/book/graphic/drawing"
	"octavo/book/language/bidi"
)

// Fonts are the faces that the texts of a drawing are set in.
type Fonts struct {
	Library *shape.Library
	Shaper  *shape.Shaper
	// Families are the typefaces for sans, serif and mono, by
	// [drawing.Family].
	Families [3]string
	levels   bidi.Resolver
}

// A Placed run is shaped text at its place in the space of its [drawing.Text].
type Placed struct {
	Run  *shape.Run
	X, Y drawing.Fixed // where the pen is, on the baseline
	Span *drawing.Span
	// Along is the path that the letters stand on, X being the way along it and Y how far
	// below it they are; nil for a straight line.
	Along *drawing.Walk
}

// Set shapes t and places its runs. The letters of a span with spacing follow
// each other by their advance and Span.Spacing.
func (f *Fonts) Set(t *drawing.Text) []Placed {
	var list []Placed
	x, y := t.X, t.Y
	var along *drawing.Walk
	if t.Along != nil {
		along = drawing.NewWalk(t.Along)
	}
	for i := range t.Spans {
		sp := &t.Spans[i]
		x, y = x+sp.DX, y+sp.DY
		for _, run := range f.shape(sp) {
			list = append(list, Placed{Run: run, X: x, Y: y, Span: sp, Along: along})
			x += runWidth(run, sp)
		}
	}
	width := x - t.X
	for i := range list {
		switch t.Anchor {
		case drawing.Middle:
			list[i].X -= width / 2
		case drawing.End:
			list[i].X -= width
		}
	}
	return list
}

// Width returns how far a span moves the pen, without its DX.
func (f *Fonts) Width(sp *drawing.Span) drawing.Fixed {
	var w drawing.Fixed
	for _, run := range f.shape(sp) {
		w += runWidth(run, sp)
	}
	return w
}

func runWidth(run *shape.Run, sp *drawing.Span) drawing.Fixed {
	return advance(run.Width, run, sp) + sp.Spacing*drawing.Fixed(run.Clusters())
}

func advance(units int64, run *shape.Run, sp *drawing.Span) drawing.Fixed {
	return sp.Size.Scale(drawing.Fixed(units), drawing.Fixed(run.Face.UnitsPerEm()))
}

// Outline returns the outline of a placed run in the space of its text.
func (p *Placed) Outline() drawing.Path {
	var path drawing.Path
	em := p.Run.Face.UnitsPerEm()
	scale := drawing.ScaleRatio(p.Span.Size, drawing.Int(em))
	scale.D = -scale.D
	x := p.X
	for i, g := range p.Run.Glyphs {
		if i > 0 && g.Len > 0 {
			x += p.Span.Spacing
		}
		m := scale
		m.E = x + advance(int64(g.X), p.Run, p.Span)
		m.F = p.Y - advance(int64(g.Y), p.Run, p.Span)
		width := advance(int64(g.Advance), p.Run, p.Span)
		if turn, ok := p.turn(x + width/2); ok {
			appendGlyph(&path, p.Run.Face.Outline(g.ID), turn.Mul(m))
		}
		x += width
	}
	return path
}

// turn maps the straight line to the path at the place where the middle of a letter comes to
// stand; false where the path has ended and the letter is not shown (SVG 2, 11.8.3).
func (p *Placed) turn(middle drawing.Fixed) (drawing.Matrix, bool) {
	if p.Along == nil {
		return drawing.Identity, true
	}
	at, turned, ok := p.Along.At(middle)
	return drawing.Translate(at.X, at.Y).Mul(turned).Mul(drawing.Translate(-middle, 0)), ok
}

// Straight returns where a run along a path begins when it is set on a level line, its middle
// where the path has it: letters that are searched for and not seen stand there.
func (p *Placed) Straight() drawing.Point {
	half := runWidth(p.Run, p.Span) / 2
	at, _, _ := p.Along.At(max(0, min(p.X+half, p.Along.Length())))
	return drawing.Point{X: at.X - half, Y: at.Y}
}

// appendGlyph adds an outline in 1/64 font unit under m.
func appendGlyph(path *drawing.Path, segments []sfnt.Segment, m drawing.Matrix) {
	at := func(p sfnt.Point) drawing.Point {
		const shift = 16 - 6
		return m.Apply(drawing.Point{X: drawing.Fixed(p.X) << shift, Y: drawing.Fixed(p.Y) << shift})
	}
	for _, s := range segments {
		switch s.Op {
		case sfnt.MoveTo:
			path.MoveTo(at(s.Pts[0]))
		case sfnt.LineTo:
			path.LineTo(at(s.Pts[0]))
		case sfnt.QuadTo:
			path.QuadTo(at(s.Pts[0]), at(s.Pts[1]))
		case sfnt.CubeTo:
			path.CubicTo(at(s.Pts[0]), at(s.Pts[1]), at(s.Pts[2]))
		case sfnt.CloseTo:
			path.Close()
		}
	}
}
