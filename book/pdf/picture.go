package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"

	"octavo/book"
	"octavo/book/base/deflate"
	"octavo/book/base/parallel"
	"octavo/book/base/unit"
	"octavo/book/graphic/picture"
	"octavo/book/graphic/raster"
	"octavo/book/graphic/svg"
	"octavo/book/pdf/draw"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// Pictures are the picture files of a document, each embedded once.
type pictures struct {
	names    map[*book.Picture]string
	apart    map[*book.Picture]bool // drawn with an operator of our own
	xobjects object.Dict            // the pictures that are drawn apart, by name
	objects  []object.Object
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
			g, ok := it.(*document.Graphic)
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
		names: map[*book.Picture]string{}, apart: map[*book.Picture]bool{}, xobjects: object.Dict{},
	}
	ready := make([]rendition, len(list))
	errs := make([]error, len(list))
	parallel.Each(len(list), e.opt.Workers, func(i int) {
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

// A rendition is a picture ready to be embedded: a file for fpdf, a stream with
// its soft mask, or a drawing.
type rendition struct {
	format      string
	file        []byte
	image, mask *object.Stream
	drawing     *svg.Drawing
}

func (e *encoder) render(u use) (rendition, error) {
	if u.picture.Format == "svg" {
		d, _, err := svg.Parse(u.picture.Data, e.doc.Info.Language) // package check reports what is not drawn
		if err != nil {
			return rendition{}, fmt.Errorf("picture %s: %w", u.picture.Path, err)
		}
		return rendition{drawing: d}, nil
	}
	pixels := func(l unit.Length) int {
		return int(l.Mul(int64(e.opt.Resolution), int64(unit.Inch)))
	}
	enc, err := picture.ForPDF(u.picture, picture.PDFOptions{MaxWidth: pixels(u.w), MaxHeight: pixels(u.h), Exact: e.opt.Exact, Room: e.opt.Room})
	if err != nil {
		return rendition{}, fmt.Errorf("picture %s: %w", u.picture.Path, err)
	}
	format := raster.RGB
	if enc.Gray {
		format = raster.Gray
	}
	switch {
	case enc.JPEG != nil:
		return rendition{format: "jpg", file: enc.JPEG}, nil
	case enc.PNG != nil:
		return rendition{format: "png", file: enc.PNG}, nil
	case enc.Palette != nil:
		return rendition{image: e.indexedStream(&enc)}, nil
	case enc.Alpha == nil:
		return rendition{format: "png", file: e.lossless(u.picture, &enc, format)}, nil
	}
	return rendition{
		image: e.imageStream(enc.Width, format, enc.Samples),
		mask:  e.imageStream(enc.Width, raster.Gray, enc.Alpha),
	}, nil
}

// lossless returns a PNG file of a picture, the one of the manuscript where the reduced one
// would be larger.
func (e *encoder) lossless(p *book.Picture, enc *picture.Encoded, format raster.Format) []byte {
	file := raster.PNG(enc.Samples, enc.Width, format, e.opt.Compression)
	if len(file) > len(p.Data) {
		if whole, err := picture.ForPDF(p, picture.PDFOptions{Exact: true, Room: e.opt.Room}); err == nil && whole.PNG != nil {
			return whole.PNG
		}
	}
	return file
}

// register gives a rendition to the canvas or to the objects.
func (e *encoder) register(p *book.Picture, name string, r rendition) error {
	e.pictures.names[p] = name
	if r.file != nil {
		return e.canvas.Picture(name, r.format, r.file)
	}
	e.pictures.apart[p] = true
	if r.drawing != nil {
		form, err := e.form(r.drawing)
		if err != nil {
			return fmt.Errorf("picture %s: %w", p.Path, err)
		}
		e.pictures.xobjects[object.Name(name)] = form
		return nil
	}
	if r.mask != nil {
		r.image.Dict["SMask"] = e.pictures.add(r.mask)
	}
	e.pictures.xobjects[object.Name(name)] = e.pictures.add(r.image)
	return nil
}

// add adds an object and returns the reference that [finish.Parts] has for it.
func (p *pictures) add(o object.Object) object.Ref {
	p.objects = append(p.objects, o)
	return object.Ref(len(p.objects))
}

// place draws a picture into its rectangle.
func (p *pictures) place(c *draw.Canvas, page *document.Page, g *document.Graphic) {
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

// imageStream returns samples of 8 bits as an image.
func (e *encoder) imageStream(width int, format raster.Format, samples []byte) *object.Stream {
	space := object.Name("DeviceGray")
	if format == raster.RGB {
		space = "DeviceRGB"
	}
	return &object.Stream{
		Dict: object.Dict{
			"Type": object.Name("XObject"), "Subtype": object.Name("Image"),
			"Width": object.Int(width), "Height": object.Int(len(samples) / max(width*int(format), 1)),
			"ColorSpace": space, "BitsPerComponent": object.Int(8),
			"Filter": object.Name("FlateDecode"),
			"DecodeParms": object.Dict{
				"Predictor": object.Int(15), "Colors": object.Int(format), "Columns": object.Int(width),
			},
		},
		Data: imageData(raster.PNG(samples, width, format, e.opt.Compression)),
	}
}

// indexedStream returns samples with a palette as an image. Their rows are not filtered:
// neighbours in a palette are not alike.
func (e *encoder) indexedStream(enc *picture.Encoded) *object.Stream {
	return &object.Stream{
		Dict: object.Dict{
			"Type": object.Name("XObject"), "Subtype": object.Name("Image"),
			"Width": object.Int(enc.Width), "Height": object.Int(enc.Height),
			"ColorSpace": object.Array{
				object.Name("Indexed"), object.Name("DeviceRGB"),
				object.Int(len(enc.Palette)/3 - 1), object.String(enc.Palette),
			},
			"BitsPerComponent": object.Int(8), "Filter": object.Name("FlateDecode"),
		},
		Data: deflate.Zlib(nil, enc.Samples, deflate.Smallest),
	}
}

// imageData returns the compressed rows of a PNG file. An image of PDF with a PNG
// predictor holds such rows as they are.
func imageData(png []byte) (rows []byte) {
	const signature, frame = 8, 12 // bytes of a chunk beside its body
	for rest := png[signature:]; len(rest) >= frame; {
		n := int(binary.BigEndian.Uint32(rest))
		if string(rest[4:8]) == "IDAT" {
			rows = append(rows, rest[8:8+n]...)
		}
		rest = rest[frame+n:]
	}
	return rows
}
