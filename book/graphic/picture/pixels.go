package picture

import (
	"image"
	"image/color"
)

// A rowReader gives the rows of an image as 8-bit samples, four a pixel: red,
// green, blue, and alpha that the colours are not multiplied with.
type rowReader struct {
	img    image.Image
	opaque bool
	width  int
	height int
	lookup [][4]uint8 // the palette, when there is one
	canvas image.Rectangle
	census *census // of the rows that were read; nil when colours are not counted
}

// newRowReader reads img on a canvas of width by height: the first frame of a
// GIF may cover only a part of it.
func newRowReader(img image.Image, width, height int) *rowReader {
	r := &rowReader{img: img, width: width, height: height, canvas: image.Rect(0, 0, width, height)}
	if img.Bounds().Dx() == width && img.Bounds().Dy() == height {
		r.canvas = img.Bounds()
	}
	if o, ok := img.(interface{ Opaque() bool }); ok {
		r.opaque = o.Opaque() && r.canvas == img.Bounds()
	}
	if p, ok := img.(*image.Paletted); ok {
		for _, c := range p.Palette {
			n := color.NRGBAModel.Convert(c).(color.NRGBA)
			r.lookup = append(r.lookup, [4]uint8{n.R, n.G, n.B, n.A})
		}
	}
	return r
}

// read fills row, of 4 × width bytes, with row y of the canvas.
func (r *rowReader) read(y int, row []uint8) {
	r.fill(y, row)
	if r.census != nil {
		r.census.add(row)
	}
}

func (r *rowReader) fill(y int, row []uint8) {
	b := r.img.Bounds()
	y += r.canvas.Min.Y
	if b != r.canvas {
		clear(row)
		b = b.Intersect(r.canvas)
		if y < b.Min.Y || y >= b.Max.Y {
			return
		}
		row = row[4*(b.Min.X-r.canvas.Min.X):]
	}
	// The images that decoders return are read from their samples; the method At would make
	// a value of an interface for each pixel.
	row = row[:4*b.Dx()]
	switch img := r.img.(type) {
	case *image.YCbCr:
		yCbCrRow(img, b, y, row)
	case *vp8Image:
		img.row(b, y, row)
	case *image.Gray:
		for i, v := range img.Pix[img.PixOffset(b.Min.X, y):][:b.Dx()] {
			put(row, i, v, v, v, 255)
		}
	case *image.Gray16:
		for i := range b.Dx() {
			v := narrow(img.Gray16At(b.Min.X+i, y).Y)
			put(row, i, v, v, v, 255)
		}
	case *image.NRGBA:
		copy(row, img.Pix[img.PixOffset(b.Min.X, y):])
	case *image.NRGBA64:
		for i := range b.Dx() {
			c := img.NRGBA64At(b.Min.X+i, y)
			put(row, i, narrow(c.R), narrow(c.G), narrow(c.B), narrow(c.A))
		}
	case *image.Paletted:
		for i, v := range img.Pix[img.PixOffset(b.Min.X, y):][:b.Dx()] {
			if int(v) < len(r.lookup) {
				c := r.lookup[v]
				put(row, i, c[0], c[1], c[2], c[3])
			} else {
				put(row, i, 0, 0, 0, 255)
			}
		}
	case *image.RGBA:
		copy(row, img.Pix[img.PixOffset(b.Min.X, y):])
		if !r.opaque {
			divideRow(row)
		}
	case *image.RGBA64:
		for i := range b.Dx() {
			c := img.RGBA64At(b.Min.X+i, y)
			putDivided(row, i, uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A))
		}
	case *image.CMYK:
		for i := range b.Dx() {
			c := img.CMYKAt(b.Min.X+i, y)
			r, g, bl := color.CMYKToRGB(c.C, c.M, c.Y, c.K)
			put(row, i, r, g, bl, 255)
		}
	default:
		for i := range b.Dx() {
			r, g, bl, a := img.At(b.Min.X+i, y).RGBA()
			putDivided(row, i, r, g, bl, a)
		}
	}
}

func put(row []uint8, i int, r, g, b, a uint8) {
	p := row[4*i : 4*i+4 : 4*i+4]
	p[0], p[1], p[2], p[3] = r, g, b, a
}

// narrow rounds 16 bits to 8.
func narrow(v uint16) uint8 { return uint8((uint32(v)*255 + 32767) / 65535) }

func yCbCrRow(img *image.YCbCr, b image.Rectangle, y int, row []uint8) {
	for i := range b.Dx() {
		x := b.Min.X + i
		c := img.COffset(x, y)
		r, g, bl := color.YCbCrToRGB(img.Y[img.YOffset(x, y)], img.Cb[c], img.Cr[c])
		put(row, i, r, g, bl, 255)
	}
}

// divideRow undoes the multiplication of colours with alpha.
func divideRow(row []uint8) {
	for i := 0; i+3 < len(row); i += 4 {
		a := uint32(row[i+3])
		if a == 0 || a == 255 {
			continue
		}
		for k := range 3 {
			row[i+k] = uint8(min(255, (uint32(row[i+k])*255+a/2)/a))
		}
	}
}

// putDivided puts colours of 16 bits that are multiplied with their alpha.
func putDivided(row []uint8, i int, r, g, b, a uint32) {
	if a == 0 {
		put(row, i, 0, 0, 0, 0)
		return
	}
	part := func(v uint32) uint8 { return narrow(uint16(min(65535, (v*65535+a/2)/a))) }
	put(row, i, part(r), part(g), part(b), narrow(uint16(a)))
}

// pixels are 8-bit samples: red, green and blue, and apart from them alpha.
type pixels struct {
	width, height int
	rgb           []uint8
	alpha         []uint8 // nil: opaque
	few           bool    // the file has no more colours than a palette, and is not lossy
}

// readPixels reads img at the size of width by height, which is at most its
// own.
func readPixels(r *rowReader, width, height int) *pixels {
	if width == r.width && height == r.height {
		return copyPixels(r)
	}
	return shrink(r, width, height)
}

func copyPixels(r *rowReader) *pixels {
	p := newPixels(r.width, r.height, r.opaque)
	row := make([]uint8, 4*r.width)
	for y := range r.height {
		r.read(y, row)
		at := y * r.width
		for x := range r.width {
			copy(p.rgb[3*(at+x):], row[4*x:4*x+3])
			if p.alpha != nil {
				p.alpha[at+x] = row[4*x+3]
			}
		}
	}
	return p.settle()
}

func newPixels(width, height int, opaque bool) *pixels {
	p := &pixels{width: width, height: height, rgb: make([]uint8, 3*width*height)}
	if !opaque {
		p.alpha = make([]uint8, width*height)
	}
	return p
}

// settle drops an alpha that hides nothing.
func (p *pixels) settle() *pixels {
	for _, a := range p.alpha {
		if a != 255 {
			return p
		}
	}
	p.alpha = nil
	return p
}

// gray returns the samples as one a pixel, nil when the picture has colours.
func (p *pixels) gray() []uint8 {
	for i := 0; i < len(p.rgb); i += 3 {
		if p.rgb[i] != p.rgb[i+1] || p.rgb[i] != p.rgb[i+2] {
			return nil
		}
	}
	g := make([]uint8, len(p.rgb)/3)
	for i := range g {
		g[i] = p.rgb[3*i]
	}
	return g
}

// orient turns p as EXIF orientation o says.
func (p *pixels) orient(o int) *pixels {
	if o <= 1 || o > 8 {
		return p
	}
	w, h := p.width, p.height
	if o >= 5 {
		w, h = h, w
	}
	q := newPixels(w, h, p.alpha == nil)
	for y := range p.height {
		for x := range p.width {
			to, from := place(o, x, y, p.width, p.height, w), y*p.width+x
			copy(q.rgb[3*to:3*to+3], p.rgb[3*from:3*from+3])
			if p.alpha != nil {
				q.alpha[to] = p.alpha[from]
			}
		}
	}
	return q
}

// place returns the index at which the stored pixel (x, y) is displayed, in
// rows of stride pixels.
func place(o, x, y, w, h, stride int) int {
	right, bottom := w-1-x, h-1-y
	switch o {
	case 2:
		return y*stride + right
	case 3:
		return bottom*stride + right
	case 4:
		return bottom*stride + x
	case 5:
		return x*stride + y
	case 6:
		return x*stride + bottom
	case 7:
		return right*stride + bottom
	case 8:
		return right*stride + y
	}
	return y*stride + x
}
