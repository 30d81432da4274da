package picture

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"

	"octavo/book"
)

// quality is the quality of the JPEG files made from lossy originals. The number is by
// eye: from 90 on a second loss is not seen in print, and files grow fast above it.
const quality = 90

// An Encoded picture is what an image XObject of a PDF holds.
type Encoded struct {
	Width, Height int  // in pixels
	Gray          bool // one component, DeviceGray; else three, DeviceRGB
	// JPEG is a file for DCTDecode, and PNG one of 8-bit samples without transparency,
	// whose rows are for FlateDecode; one at most is not nil, and neither when there
	// are Samples.
	JPEG, PNG []byte
	// Samples are 8 bits a component, row by row, not compressed. With a Palette, of red,
	// green and blue, they are one index a pixel.
	Samples, Palette []byte
	// Alpha are the 8-bit samples of the soft mask, nil when opaque. Colours are
	// not multiplied with it.
	Alpha []byte
}

// PDFOptions say how large a picture is printed.
type PDFOptions struct {
	// MaxWidth and MaxHeight are the pixels that the print can show, 0 for no
	// bound. A picture more than half again as large is reduced to them; less
	// would blur it and gain little.
	MaxWidth, MaxHeight int
	// Exact keeps the colours of what was stored without loss.
	Exact bool
	// Room is where the picture is decoded; nil for no bound.
	Room *Room
}

// ForPDF prepares a picture that is not SVG. A JPEG or PNG that needs no change is
// passed through without its metadata; every other file is decoded, converted to sRGB, the first
// frame of an animation only, and turned as its EXIF orientation says.
func ForPDF(p *book.Picture, opts PDFOptions) (Encoded, error) {
	if p.Format == "svg" {
		return Encoded{}, errors.New("an SVG image is drawn, not encoded")
	}
	if err := movesSoundly(p); err != nil {
		return Encoded{}, err
	}
	width, height := reduce(p.Width, p.Height, opts)
	same := conversionOf(p.Data) == nil && width == p.Width && height == p.Height
	if p.Format == "jpeg" && same {
		if info := jpegInfoOf(p.Data); info.passes() && sound(p) == nil {
			return Encoded{Width: p.Width, Height: p.Height, Gray: info.components == 1, JPEG: cleanJPEG(p.Data, false)}, nil
		}
	}
	if same && (opts.Exact || 2*len(p.Data) < p.Width*p.Height) { // a photograph takes more than half a byte a pixel
		if file, gray := plainPNG(p); file != nil {
			return Encoded{Width: p.Width, Height: p.Height, Gray: gray, PNG: file}, nil
		}
	}
	px, err := load(p, width, height, opts.Room)
	if err != nil {
		return Encoded{}, err
	}
	e := Encoded{Width: px.width, Height: px.height, Alpha: px.alpha}
	g := px.gray()
	if !opts.Exact && !lossy(p) && e.compact(px, g != nil) {
		return e, nil
	}
	if e.Samples = px.rgb; g != nil {
		e.Gray, e.Samples = true, g
	}
	if lossy(p) && px.alpha == nil {
		e.JPEG, err = encodeJPEG(px)
		e.Samples = nil
	}
	return e, err
}

// leastCompact is the area from which a picture is held with less than all of its colours:
// below it, the gain is some ten thousand bytes.
const leastCompact = 60_000

// compact holds a large opaque picture in a palette or as a photograph, false where that
// would be seen.
func (e *Encoded) compact(px *pixels, gray bool) bool {
	switch {
	case px.alpha != nil || px.width*px.height < leastCompact:
		return false
	case !px.few:
		e.JPEG = px.photo()
		return e.JPEG != nil
	case gray:
		return false
	}
	palette, indices, ok := px.indexed()
	if ok {
		e.Palette, e.Samples = palette, indices
	}
	return ok
}

// reduce returns the size at which a picture is held.
func reduce(w, h int, opts PDFOptions) (int, int) {
	num, den := 1, 1 // the factor, at most one
	if opts.MaxWidth > 0 && 2*w > 3*opts.MaxWidth {
		num, den = opts.MaxWidth, w
	}
	if opts.MaxHeight > 0 && 2*h > 3*opts.MaxHeight && opts.MaxHeight*den < num*h {
		num, den = opts.MaxHeight, h
	}
	return max(1, (w*num+den/2)/den), max(1, (h*num+den/2)/den)
}

// load decodes p in room, at a size as displayed.
func load(p *book.Picture, width, height int, room *Room) (*pixels, error) {
	leave := room.enter(memoryOf(p))
	defer leave()
	return loadAt(p, width, height)
}

func loadAt(p *book.Picture, width, height int) (*pixels, error) {
	img, err := decode(p.Format, p.Data)
	if err != nil {
		return nil, describe(p.Format, err)
	}
	o := orientation(p.Format, p.Data)
	storedW, storedH := p.Width, p.Height
	if o >= 5 {
		width, height = height, width
		storedW, storedH = storedH, storedW
	}
	r := newRowReader(img, storedW, storedH)
	if !lossy(p) {
		r.census = &census{seen: map[[4]uint8]bool{}}
	}
	px := readPixels(r, width, height)
	px.few = r.census.few()
	if c := conversionOf(p.Data); c != nil {
		c.apply(px.rgb)
	}
	return px.orient(o), nil
}

// lossy reports whether the file of p was compressed with loss.
func lossy(p *book.Picture) bool {
	return p.Format == "jpeg" || p.Format == "webp" && riffChunk(p.Data, "VP8 ") != nil
}

func encodeJPEG(p *pixels) ([]byte, error) {
	var b bytes.Buffer
	var img image.Image
	if g := p.gray(); g != nil {
		img = &image.Gray{Pix: g, Stride: p.width, Rect: image.Rect(0, 0, p.width, p.height)}
	} else {
		img = p.rgba()
	}
	err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes(), err
}

// rgba returns opaque pixels as an image.
func (p *pixels) rgba() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, p.width, p.height))
	for i := range p.width * p.height {
		copy(img.Pix[4*i:], p.rgb[3*i:3*i+3])
		img.Pix[4*i+3] = 255
	}
	return img
}
