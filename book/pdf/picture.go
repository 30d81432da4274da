package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"

	"octavo/book"
	"octavo/book/deflate"
	"octavo/book/layout"
	"octavo/book/pdf/draw"
	"octavo/book/pdf/finish"
	"octavo/book/pdf/object"
	"octavo/book/picture"
	"octavo/book/unit"
)

// Pictures are the picture files of a document, each embedded once.
type pictures struct {
	names     map[*book.Picture]string
	apart     map[*book.Picture]bool // drawn with an operator of our own
	resources map[object.Name]object.Dict
	objects   []object.Object
}

// A use is a picture with the largest size that it is printed at.
type use struct {
	picture *book.Picture
	w, h    unit.Length
}

// uses lists the pictures of the document in order of first use.
func (e *encoder) uses() []use {
	var list []use
	index := map[*book.Picture]int{}
	for _, p := range e.doc.Pages {
		for _, it := range p.Items {
			g, ok := it.(*layout.Graphic)
			if !ok || g.Picture == nil {
				continue
			}
			i, ok := index[g.Picture]
			if !ok {
				i = len(list)
				index[g.Picture] = i
				list = append(list, use{picture: g.Picture})
			}
			list[i].w, list[i].h = max(list[i].w, g.W), max(list[i].h, g.H)
		}
	}
	return list
}

// preparePictures decodes all pictures and gives them to the canvas, or keeps
// them as objects when fpdf would not write them well.
func (e *encoder) preparePictures() error {
	list := e.uses()
	e.pictures = pictures{
		names: map[*book.Picture]string{}, apart: map[*book.Picture]bool{},
		resources: map[object.Name]object.Dict{},
	}
	ready := make([]rendition, len(list))
	errs := make([]error, len(list))
	finish.Parallel(len(list), e.opt.Workers, func(i int) {
		ready[i], errs[i] = e.render(list[i])
	})
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for i, u := range list {
		if err := e.register(u.picture, "P"+strconv.Itoa(i+1), ready[i]); err != nil {
			return err
		}
	}
	return nil
}

// A rendition is a picture ready to be embedded: a file for fpdf, or a stream
// with its soft mask.
type rendition struct {
	format      string
	file        []byte
	image, mask *object.Stream
}

func (e *encoder) render(u use) (rendition, error) {
	if u.picture.Format == "svg" {
		return rendition{}, nil
	}
	pixels := func(l unit.Length) int {
		return int(l.Mul(int64(e.opt.Resolution), int64(unit.Inch)))
	}
	enc, err := picture.ForPDF(u.picture, picture.PDFOptions{MaxWidth: pixels(u.w), MaxHeight: pixels(u.h)})
	if err != nil {
		return rendition{}, fmt.Errorf("picture %s: %w", u.picture.Path, err)
	}
	channels := 3
	if enc.Gray {
		channels = 1
	}
	switch {
	case enc.JPEG != nil:
		return rendition{format: "jpg", file: enc.JPEG}, nil
	case enc.Alpha == nil:
		return rendition{format: "png", file: pngFile(enc, channels, e.opt.Compression)}, nil
	}
	return rendition{
		image: e.imageStream(enc.Width, enc.Height, channels, enc.Samples),
		mask:  e.imageStream(enc.Width, enc.Height, 1, enc.Alpha),
	}, nil
}

// register gives a rendition to the canvas or to the objects.
func (e *encoder) register(p *book.Picture, name string, r rendition) error {
	if r.file == nil && r.image == nil {
		return nil
	}
	e.pictures.names[p] = name
	if r.file != nil {
		return e.canvas.Picture(name, r.format, r.file)
	}
	e.pictures.apart[p] = true
	mask := e.pictures.add(r.mask)
	r.image.Dict["SMask"] = mask
	e.pictures.resource("XObject", object.Name(name), e.pictures.add(r.image))
	return nil
}

// add adds an object and returns the reference that [finish.Parts] has for it.
func (p *pictures) add(o object.Object) object.Ref {
	p.objects = append(p.objects, o)
	return object.Ref(len(p.objects))
}

func (p *pictures) resource(category, name object.Name, o object.Object) {
	if p.resources[category] == nil {
		p.resources[category] = object.Dict{}
	}
	p.resources[category][name] = o
}

// place draws a picture into its rectangle.
func (p *pictures) place(c *draw.Canvas, page *layout.Page, g *layout.Graphic) {
	name, ok := p.names[g.Picture]
	switch {
	case !ok || g.W <= 0 || g.H <= 0:
	case p.apart[g.Picture]:
		ops := append([]byte("q "), g.W.Decimal(3)...)
		ops = append(ops, " 0 0 "...)
		for _, l := range []unit.Length{g.H, g.X, page.Height - g.Y - g.H} {
			ops = append(append(ops, l.Decimal(3)...), ' ')
		}
		c.Operators(string(ops) + "cm /" + name + " Do Q")
	default:
		c.Place(name, g.X, g.Y, g.W, g.H)
	}
}

// imageStream returns an image of 8 bits a channel.
func (e *encoder) imageStream(w, h, channels int, samples []byte) *object.Stream {
	space := object.Name("DeviceGray")
	if channels == 3 {
		space = "DeviceRGB"
	}
	return &object.Stream{
		Dict: object.Dict{
			"Type": object.Name("XObject"), "Subtype": object.Name("Image"),
			"Width": object.Int(w), "Height": object.Int(h),
			"ColorSpace": space, "BitsPerComponent": object.Int(8),
			"Filter": object.Name("FlateDecode"),
			"DecodeParms": object.Dict{
				"Predictor": object.Int(15), "Colors": object.Int(channels), "Columns": object.Int(w),
			},
		},
		Data: deflate.Zlib(nil, filterRows(samples, w*channels, channels), e.opt.Compression),
	}
}

// pngFile returns an opaque picture as a PNG file.
func pngFile(enc picture.Encoded, channels, level int) []byte {
	colorType := byte(0)
	if channels == 3 {
		colorType = 2
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(enc.Width))
	head = binary.BigEndian.AppendUint32(head, uint32(enc.Height))
	head = append(head, 8, colorType, 0, 0, 0)
	out := []byte("\x89PNG\r\n\x1a\n")
	out = appendChunk(out, "IHDR", head)
	rows := filterRows(enc.Samples, enc.Width*channels, channels)
	out = appendChunk(out, "IDAT", deflate.Zlib(nil, rows, level))
	return appendChunk(out, "IEND", nil)
}

func appendChunk(dst []byte, kind string, data []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(data)))
	start := len(dst)
	dst = append(append(dst, kind...), data...)
	return binary.BigEndian.AppendUint32(dst, crc32.ChecksumIEEE(dst[start:]))
}
