// Package render sets the texts of drawings, and turns drawings into pixels.
//
// In: a [drawing.Drawing] or an SVG file, and the fonts for its texts. Out: an
// image, the bytes of a PNG file, or an SVG file whose letters are outlines.
//
// Invariant: the work is bounded whatever the drawing holds, and the image is
// the same on every processor.
package render

import (
	"errors"
	"image"

	"octavo/book/graphic/drawing"
	"octavo/book/graphic/raster"
	"octavo/book/graphic/svg"
)

// ErrComplex is the error for a drawing that would take too long.
var ErrComplex = errors.New("the drawing is too complex to be turned into pixels")

// The bounds of one image. They are by eye: a cover has 4 million pixels and takes a small
// part of a second. Each layer is a canvas of the whole size, so that eight of the largest
// area would take 1.6 GB; in groups within them each item takes the opacity by itself.
const (
	maxArea   = 50_000_000 // pixels, 200 MB
	maxWork   = 2e9        // about the nanoseconds that it may take
	maxLayers = 8          // groups within groups that are painted apart
)

// tolerance is how far a flattened curve may be from the truth, in pixels. A thirty-second
// of a pixel changes its coverage by 8 of 256 at most, which is not seen.
const tolerance = drawing.One / 32

// Image paints d at the size of width by height pixels. Where nothing is
// painted it is transparent.
func Image(d *drawing.Drawing, fonts *Fonts, width, height int) (*image.RGBA, error) {
	return paint(d, fonts, width, height, maxWork)
}

func paint(d *drawing.Drawing, fonts *Fonts, width, height, work int) (*image.RGBA, error) {
	if width <= 0 || height <= 0 || width > maxArea/height {
		return nil, errors.New("the size of the image is out of bounds")
	}
	p := &painter{
		canvas: raster.NewCanvas(width, height),
		fonts:  fonts,
		left:   work,
		base:   drawing.StretchRatio(drawing.Int(width), d.Width, drawing.Int(height), d.Height),
	}
	p.items(d.Items, drawing.Opaque)
	if p.left < 0 {
		return nil, ErrComplex
	}
	return p.canvas.Image, nil
}

// PNG paints d on a background and returns a PNG file without transparency,
// which stores that refuse SVG take in its stead.
func PNG(d *drawing.Drawing, fonts *Fonts, width, height int, background drawing.Color) ([]byte, error) {
	under := &drawing.Shape{
		Path: drawing.Rect(0, 0, d.Width, d.Height), Transform: drawing.Identity,
		Fill: &drawing.Paint{Color: background, Opacity: drawing.Opaque},
	}
	full := &drawing.Drawing{Width: d.Width, Height: d.Height, Items: append([]drawing.Item{under}, d.Items...)}
	img, err := Image(full, fonts, width, height)
	if err != nil {
		return nil, err
	}
	pix := make([]uint8, 0, 3*width*height)
	for i := 0; i < len(img.Pix); i += 4 {
		pix = append(pix, img.Pix[i], img.Pix[i+1], img.Pix[i+2])
	}
	return raster.PNG(pix, width, raster.RGB, level), nil
}

// Painted paints an SVG file of a book in lang on white and returns a PNG file, as [PNG]
// does.
func Painted(data []byte, lang string, fonts *Fonts, width, height int) ([]byte, error) {
	d, _, err := svg.Parse(data, lang)
	if err != nil {
		return nil, err
	}
	return PNG(d, fonts, width, height, drawing.Color{R: 255, G: 255, B: 255})
}

// level is the level of compression: the last one before it takes four times as long.
const level = 7

type painter struct {
	canvas *raster.Canvas
	fonts  *Fonts
	base   drawing.Matrix // from the drawing's space to pixels
	layers int
	left   int // work that may still be done
}

// items paints list; alpha is the opacity of the groups around it that have no layer of
// their own.
func (p *painter) items(list []drawing.Item, alpha drawing.Alpha) {
	for _, it := range list {
		if p.left < 0 {
			return
		}
		switch it := it.(type) {
		case *drawing.Shape:
			p.shape(it, alpha)
		case *drawing.Text:
			p.text(it, alpha)
		case *drawing.Picture:
			p.picture(it, alpha)
		case *drawing.Group:
			p.group(it, alpha)
		}
	}
}

func (p *painter) shape(s *drawing.Shape, alpha drawing.Alpha) {
	m := p.base.Mul(s.Transform)
	if s.Fill != nil {
		p.fill(s.Path.Flatten(m, tolerance), s.Rule, s.Fill, m, alpha)
	}
	if s.Stroke != nil {
		p.fill(s.Stroke.Outline(&s.Path, m, tolerance), drawing.NonZero, &s.Stroke.Paint, m, alpha)
	}
}

func (p *painter) fill(polys []drawing.Polygon, rule drawing.Rule, paint *drawing.Paint, m drawing.Matrix, alpha drawing.Alpha) {
	points := 0
	for i := range polys {
		points += len(polys[i].Points)
	}
	if !p.spend(pointPrice * points) {
		return
	}
	alpha = alpha.Mul(paint.Opacity)
	if paint.Pattern != nil {
		p.pattern(polys, rule, paint.Pattern, m, alpha)
		return
	}
	if paint.Gradient != nil {
		p.spend(p.canvas.Fill(polys, rule, raster.NewGradient(paint.Gradient, alpha, m)))
		return
	}
	p.spend(p.canvas.Fill(polys, rule, raster.NewSolid(paint.Color, alpha)))
}

// What a point of a polygon costs, and a pixel of a mask or a layer, in
// nanoseconds.
const (
	pointPrice = 200
	maskPrice  = 3
	layerPrice = 12
)

// spend takes n off the work that is left.
func (p *painter) spend(n int) bool {
	p.left -= n
	return p.left >= 0
}

func (p *painter) text(t *drawing.Text, alpha drawing.Alpha) {
	if p.fonts == nil {
		return
	}
	for _, run := range p.fonts.Set(t) {
		sh := &drawing.Shape{Path: run.Outline(), Transform: t.Transform, Fill: run.Span.Fill}
		if run.Span.Stroke == nil {
			p.shape(sh, alpha)
			continue
		}
		over := &drawing.Shape{Path: sh.Path, Transform: t.Transform, Stroke: run.Span.Stroke}
		if run.Span.StrokeFirst {
			sh, over = over, sh
		}
		p.shape(sh, alpha)
		p.shape(over, alpha)
	}
}

func (p *painter) group(g *drawing.Group, alpha drawing.Alpha) {
	outer := p.canvas
	defer func() { p.canvas = outer }()
	under := p.clip(g.Clip)
	if under == nil {
		return
	}
	if !g.Apart() || p.layers >= maxLayers {
		p.canvas = under
		p.items(g.Items, alpha.Mul(g.Opacity))
		return
	}
	top := p.layer(g.Items)
	if g.Mask != nil {
		if mask := p.layer(g.Mask.Items); mask != nil {
			masked := *under
			masked.Clip = mask.Brightness(under.Clip)
			under = &masked
		}
	}
	if top != nil {
		under.Layer(top, alpha.Mul(g.Opacity), g.Blend)
	}
}

// layer paints items by themselves, nil when that would take too long.
func (p *painter) layer(items []drawing.Item) *raster.Canvas {
	size := p.canvas.Image.Rect.Size()
	if !p.spend(layerPrice * size.X * size.Y) {
		return nil
	}
	outer := p.canvas
	defer func() { p.canvas = outer }()
	p.canvas = raster.NewCanvas(size.X, size.Y)
	p.layers++
	p.items(items, drawing.Opaque)
	p.layers--
	return p.canvas
}

// clip returns the canvas bounded to c as well, nil when nothing can be seen.
func (p *painter) clip(c *drawing.Clip) *raster.Canvas {
	if c == nil {
		return p.canvas
	}
	under := *p.canvas
	polys := c.Path.Flatten(p.base, tolerance)
	r, whole := raster.PixelRect(polys)
	if whole {
		under.Rect = under.Rect.Intersect(r)
	} else {
		if !p.spend(maskPrice * under.Rect.Dx() * under.Rect.Dy()) {
			return nil
		}
		under.Clip = raster.NewMask(polys, c.Rule, under.Rect, under.Clip)
	}
	if under.Rect.Empty() {
		return nil
	}
	return &under
}
