package cover

import (
	"octavo/book"
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/svg"
)

// The most room that a logo takes, and the white around it on a sheet of its own, in units.
// By eye, for a cover of 1600 units across.
const (
	logoWidth  = 480
	logoHeight = 150
	logoPad    = 24
)

// logoOf returns the logo that is to stand on the cover, nil for none. A logo that is no
// drawing has been reported.
func logoOf(b *book.Book) *drawing.Drawing {
	if b.Logo == nil || !b.Logo.OnCover {
		return nil
	}
	pic := b.Logo.Figure.Image.Picture
	if pic == nil || pic.Format != "svg" {
		return nil
	}
	d, _, err := svg.Parse(pic.Data, b.Language)
	if err != nil || d.Width <= 0 || d.Height <= 0 {
		return nil
	}
	return d
}

// logo sets a logo with its top at the column's y.
func (c *column) logo(d *drawing.Drawing) {
	w, h := drawing.Int(logoWidth), d.Height.Scale(drawing.Int(logoWidth), d.Width)
	if most := drawing.Int(logoHeight); h > most {
		w, h = d.Width.Scale(most, d.Height), most
	}
	x := c.area.x
	switch {
	case c.center:
		x += (c.area.w - w) / 2
	case c.rightToLeft():
		x = c.area.right() - w
	}
	if c.p.palette.dark() {
		pad := drawing.Int(logoPad)
		c.p.box(rect{x - pad, c.y - pad, w + 2*pad, h + 2*pad}, drawing.Color{R: 255, G: 255, B: 255})
	}
	m := drawing.Translate(x, c.y).Mul(drawing.ScaleRatio(w, d.Width))
	c.p.clipped(rect{x, c.y, w, h}, moved(d.Items, m))
	c.y += h
}

// moved returns items as m maps them.
func moved(items []drawing.Item, m drawing.Matrix) []drawing.Item {
	out := make([]drawing.Item, len(items))
	for i, it := range items {
		switch it := it.(type) {
		case *drawing.Shape:
			s := *it
			s.Transform = m.Mul(it.Transform)
			out[i] = &s
		case *drawing.Text:
			t := *it
			t.Transform = m.Mul(it.Transform)
			out[i] = &t
		case *drawing.Picture:
			p := *it
			p.Transform = m.Mul(it.Transform)
			out[i] = &p
		case *drawing.Group:
			g := *it
			g.Items = moved(it.Items, m)
			if it.Mask != nil {
				g.Mask = &drawing.Mask{Items: moved(it.Mask.Items, m)}
			}
			if it.Clip != nil {
				g.Clip = &drawing.Clip{Path: it.Clip.Path.Transform(m), Rule: it.Clip.Rule}
			}
			out[i] = &g
		}
	}
	return out
}
