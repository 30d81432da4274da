package raster

import (
	"image"

	"octavo/book/graphic/drawing"
)

// A Canvas is an image that shapes are blended onto. Its samples are multiplied
// with alpha, as those of [image.RGBA] are.
type Canvas struct {
	Image *image.RGBA
	Rect  image.Rectangle // nothing is painted outside
	Clip  *Mask           // nil: not clipped
}

// NewCanvas returns a transparent canvas.
func NewCanvas(width, height int) *Canvas {
	r := image.Rect(0, 0, width, height)
	return &Canvas{Image: image.NewRGBA(r), Rect: r}
}

// A Mask is a coverage for each pixel of an area, 0 to 255.
type Mask struct {
	Rect image.Rectangle
	Pix  []uint8
}

// NewMask returns the coverage of polys within rect, under the mask below when
// that is not nil.
func NewMask(polys []drawing.Polygon, rule drawing.Rule, rect image.Rectangle, below *Mask) *Mask {
	m := &Mask{Rect: rect, Pix: make([]uint8, rect.Dx()*rect.Dy())}
	Scan(polys, rule, rect, func(y int, spans []Span) {
		row := m.Pix[(y-rect.Min.Y)*rect.Dx():]
		for _, s := range spans {
			for x := s.X0; x < s.X1; x++ {
				v := s.Coverage
				if below != nil {
					v = v * int(below.at(x, y)) / 255
				}
				row[x-rect.Min.X] = uint8(min(v, 255))
			}
		}
	})
	return m
}

func (m *Mask) at(x, y int) uint8 {
	if !(image.Point{X: x, Y: y}).In(m.Rect) {
		return 0
	}
	return m.Pix[(y-m.Rect.Min.Y)*m.Rect.Dx()+x-m.Rect.Min.X]
}

// A Source gives the colour of a pixel, in 8-bit samples that are multiplied
// with alpha, each scaled to 0 to 65,535 so that rounding happens once.
type Source interface {
	At(x, y int) [4]uint32
}

// PixelRect returns the pixels that polys cover when they are one rectangle that
// cuts no pixel.
func PixelRect(polys []drawing.Polygon) (image.Rectangle, bool) {
	if len(polys) != 1 {
		return image.Rectangle{}, false
	}
	pts := polys[0].Points
	if len(pts) == 5 && pts[4] == pts[0] {
		pts = pts[:4]
	}
	if len(pts) != 4 {
		return image.Rectangle{}, false
	}
	for i, p := range pts {
		next := pts[(i+1)%4]
		// The sides go across and down by turns.
		if across := pts[0].Y == pts[1].Y; (i%2 == 0) == across && p.Y != next.Y || (i%2 == 0) != across && p.X != next.X {
			return image.Rectangle{}, false
		}
		if grid(p.X)%sub != 0 || grid(p.Y)%sub != 0 {
			return image.Rectangle{}, false
		}
	}
	a, b := pts[0], pts[2]
	return image.Rect(a.X.Round(), a.Y.Round(), b.X.Round(), b.Y.Round()), true
}

// Solid is a source of one colour.
type Solid [4]uint32

// At implements [Source].
func (s Solid) At(int, int) [4]uint32 { return s }

// NewSolid returns the source of a colour with an opacity.
func NewSolid(c drawing.Color, a drawing.Alpha) Solid { return Solid(premultiply(c, a)) }

func premultiply(c drawing.Color, a drawing.Alpha) [4]uint32 {
	v := (uint64(min(a, drawing.Opaque))*65535 + 1<<15) >> 16
	part := func(s uint8) uint32 { return uint32((uint64(s)*v + 127) / 255) }
	return [4]uint32{part(c.R), part(c.G), part(c.B), uint32(v)}
}

// Fill blends the inside of polys onto c, and returns a measure of the work: about
// the nanoseconds that it takes.
func (c *Canvas) Fill(polys []drawing.Polygon, rule drawing.Rule, src Source) (work int) {
	solid, isSolid := src.(Solid)
	price := blendPrice
	if !isSolid {
		price = shadePrice
	}
	scanned := Scan(polys, rule, c.Rect.Intersect(c.Image.Rect), func(y int, spans []Span) {
		row := c.Image.Pix[c.Image.PixOffset(0, y):]
		for _, s := range spans {
			if isSolid && s.Coverage == Full && c.Clip == nil && solid[3] == 65535 {
				fillSpan(row[4*s.X0:4*s.X1], solid)
				work += s.X1 - s.X0
				continue
			}
			work += price * (s.X1 - s.X0)
			for x := s.X0; x < s.X1; x++ {
				k := uint32(s.Coverage)
				if c.Clip != nil {
					k = k * uint32(c.Clip.at(x, y)) / 255
				}
				blend(row[4*x:4*x+4:4*x+4], src.At(x, y), k)
			}
		}
	})
	return work + 4*scanned
}

// What a pixel costs to blend, and to look up in a gradient, in about nanoseconds. The
// bound of package render is on their sum: only their ratio and the order of size matter.
const (
	blendPrice = 10
	shadePrice = 60
)

func fillSpan(pix []uint8, s Solid) {
	copy(pix, []uint8{narrow(s[0]), narrow(s[1]), narrow(s[2]), 255})
	for n := 4; n < len(pix); n *= 2 {
		copy(pix[n:], pix[:n])
	}
}

func narrow(v uint32) uint8 { return uint8((v*255 + 32767) / 65535) }

// blend lays src, at a coverage of 0 to Full, over a pixel, and rounds once: src·coverage
// and the pixel times what shines through are added in the unit of whole.
func blend(px []uint8, src [4]uint32, coverage uint32) {
	const whole = 65535 * Full
	through := uint64(whole - src[3]*coverage)
	for i := range px {
		v := uint64(src[i]*coverage)*255 + uint64(px[i])*through
		px[i] = uint8((v + whole/2) / whole)
	}
}

// Brightness returns the mask of what is bright in c, under the mask below when that is not
// nil: the parts are those of SVG 1.1, section 14.4.
func (c *Canvas) Brightness(below *Mask) *Mask {
	b := c.Image.Rect
	m := &Mask{Rect: b, Pix: make([]uint8, b.Dx()*b.Dy())}
	for i := range m.Pix {
		px := c.Image.Pix[4*i : 4*i+3 : 4*i+3]
		v := (2125*int(px[0]) + 7154*int(px[1]) + 721*int(px[2]) + 5000) / 10_000
		if below != nil {
			v = v * int(below.at(b.Min.X+i%b.Dx(), b.Min.Y+i/b.Dx())) / 255
		}
		m.Pix[i] = uint8(v)
	}
	return m
}

// Layer blends the canvas top, of the same size, onto c with an opacity and a mix of colours.
func (c *Canvas) Layer(top *Canvas, a drawing.Alpha, how drawing.Blend) {
	k := (uint64(min(a, drawing.Opaque))*65535 + 1<<15) >> 16
	b := c.Rect.Intersect(c.Image.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		to, from := c.Image.Pix[c.Image.PixOffset(b.Min.X, y):], top.Image.Pix[top.Image.PixOffset(b.Min.X, y):]
		for x := b.Min.X; x < b.Max.X; x++ {
			i := 4 * (x - b.Min.X)
			if from[i+3] == 0 {
				continue
			}
			var src [4]uint32
			for j := range src {
				src[j] = uint32(uint64(mixed(from[i:i+4:i+4], to[i:i+4:i+4], j, how)) * k / 255)
			}
			cover := uint32(Full)
			if c.Clip != nil {
				cover = cover * uint32(c.Clip.at(x, y)) / 255
			}
			blend(to[i:i+4:i+4], src, cover)
		}
	}
}
