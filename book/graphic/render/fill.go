package render

import (
	"octavo/book/graphic/drawing"
	"octavo/book/graphic/picture"
	"octavo/book/graphic/raster"
)

// maxTiles bounds the copies of a pattern on a side of a shape. By eye: with more of them a
// cell has a few pixels on the largest cover.
const maxTiles = 400

// pattern fills polys with the copies of a pattern that reach into them.
func (p *painter) pattern(polys []drawing.Polygon, rule drawing.Rule, t *drawing.Pattern, m drawing.Matrix, alpha drawing.Alpha) {
	outer, base := p.canvas, p.base
	defer func() { p.canvas, p.base = outer, base }()
	toPixels := m.Mul(t.Transform)
	back, ok := toPixels.Invert()
	if !ok || p.layers >= maxLayers || !p.spend(maskPrice*outer.Rect.Dx()*outer.Rect.Dy()) {
		return
	}
	under := *outer
	under.Clip = raster.NewMask(polys, rule, outer.Rect, outer.Clip)
	var seen drawing.Path
	for _, poly := range polys {
		for i, pt := range poly.Points {
			if pt = back.Apply(pt); i == 0 {
				seen.MoveTo(pt)
			} else {
				seen.LineTo(pt)
			}
		}
	}
	lo, hi := seen.Bounds()
	x0, y0 := lo.X.Div(t.Width).Floor(), lo.Y.Div(t.Height).Floor()
	x1, y1 := hi.X.Div(t.Width).Floor(), hi.Y.Div(t.Height).Floor()
	if x1-x0 > maxTiles || y1-y0 > maxTiles {
		p.left = -1
		return
	}
	var cells []drawing.Item
	cell := &drawing.Clip{Path: drawing.Rect(0, 0, t.Width, t.Height)}
	group := &drawing.Group{Items: t.Items, Opacity: drawing.Opaque, Clip: cell}
	cells = append(cells, group)
	p.canvas = &under
	p.layers++
	defer func() { p.layers-- }()
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1 && p.left >= 0; x++ {
			p.spend(pointPrice)
			p.base = toPixels.Mul(drawing.Translate(t.Width*drawing.Fixed(x), t.Height*drawing.Fixed(y)))
			p.items(cells, alpha)
		}
	}
}

// A sampler is a picture as the source of a fill.
type sampler struct {
	pix           []uint8
	width, height int
	inverse       drawing.Matrix // from pixels to the unit square
}

// At implements [raster.Source].
func (s *sampler) At(x, y int) [4]uint32 {
	pt := s.inverse.Apply(drawing.Point{X: drawing.Int(x) + drawing.One/2, Y: drawing.Int(y) + drawing.One/2})
	at := func(v drawing.Fixed, n int) int { return max(0, min(int(v)*n>>16, n-1)) }
	i := 4 * (at(pt.Y, s.height)*s.width + at(pt.X, s.width))
	a := uint32(s.pix[i+3]) * 257
	var c [4]uint32
	for k := range 3 {
		c[k] = uint32(s.pix[i+k]) * a / 255
	}
	c[3] = a
	return c
}

// picture paints a picture, at the size at which it is seen. One that cannot be decoded is
// left out.
func (p *painter) picture(it *drawing.Picture, alpha drawing.Alpha) {
	m := p.base.Mul(it.Transform)
	inverse, ok := m.Invert()
	side := func(dx, dy drawing.Fixed) int {
		v := m.ApplyVector(drawing.Point{X: dx, Y: dy})
		return drawing.Hypot(v.X, v.Y).Ceil()
	}
	w, h := min(it.File.Width, side(drawing.One, 0)), min(it.File.Height, side(0, drawing.One))
	if !ok || w < 1 || h < 1 || !p.spend(decodePrice*it.File.Width*it.File.Height) {
		return
	}
	pix, err := picture.Within(it.File.Data, w, h)
	if err != nil {
		return
	}
	square := drawing.Rect(0, 0, drawing.One, drawing.One)
	polys := square.Flatten(m, tolerance)
	src := &sampler{pix, w, h, inverse}
	if alpha >= drawing.Opaque {
		p.spend(p.canvas.Fill(polys, drawing.NonZero, src))
		return
	}
	for i := 3; i < len(pix); i += 4 {
		pix[i] = uint8(drawing.Alpha(pix[i]) * alpha / drawing.Opaque)
	}
	p.spend(p.canvas.Fill(polys, drawing.NonZero, src))
}

// decodePrice is what a pixel of a picture costs to decode, in nanoseconds.
const decodePrice = 30
