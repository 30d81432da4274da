package pdf

import (
	"fmt"

	"octavo/book/graphic/drawing"
	"octavo/book/graphic/picture"
	"octavo/book/graphic/raster"
	"octavo/book/pdf/object"
)

// pattern adds a pattern of a shape in the space of m as a tiling pattern (ISO 32000-1,
// 8.7.3), and returns its name. One whose items cannot be painted is empty; the fault is
// kept, and ends the drawing.
func (p *painter) pattern(t *drawing.Pattern, m drawing.Matrix) string {
	inner := p.apart()
	p.fault(inner.items(t.Items))
	tile := inner.stream(drawing.Point{}, drawing.Point{X: t.Width, Y: t.Height}, object.Dict{
		"Type": object.Name("Pattern"), "PatternType": object.Int(1), "PaintType": object.Int(1), "TilingType": object.Int(1),
		"XStep": fixedReal(t.Width), "YStep": fixedReal(t.Height), "Matrix": matrixArray(m.Mul(t.Transform)),
	})
	return p.resource("Pattern", p.pictures.add(tile))
}

// picture paints the pixels that a drawing has within it. A file that cannot be decoded has
// been told of.
func (p *painter) picture(it *drawing.Picture) error {
	ref, ok := p.files[it.File]
	if !ok {
		var err error
		if ref, err = p.file(it.File); err != nil {
			return err
		}
		p.files[it.File] = ref
	}
	p.op("q")
	p.transform(it.Transform.Mul(drawing.NewMatrix(drawing.One, 0, 0, -drawing.One, 0, drawing.One)))
	p.op("/" + p.resource("XObject", ref) + " Do\nQ")
	return nil
}

func (p *painter) file(f *drawing.File) (object.Ref, error) {
	pic, err := picture.Probe("", f.Data)
	if err != nil {
		return 0, fmt.Errorf("picture within: %w", err)
	}
	enc, err := picture.ForPDF(pic, picture.PDFOptions{Exact: true, Room: p.opt.Room})
	if err != nil {
		return 0, fmt.Errorf("picture within: %w", err)
	}
	format := raster.RGB
	if enc.Gray {
		format = raster.Gray
	}
	var image *object.Stream
	switch {
	case enc.JPEG != nil:
		image = p.imageStream(enc.Width, format, nil)
		image.Data = enc.JPEG
		image.Dict["Height"], image.Dict["Filter"] = object.Int(enc.Height), object.Name("DCTDecode")
		delete(image.Dict, "DecodeParms")
	case enc.PNG != nil:
		image = p.imageStream(enc.Width, format, nil)
		image.Dict["Height"], image.Data = object.Int(enc.Height), imageData(enc.PNG)
	default:
		image = p.imageStream(enc.Width, format, enc.Samples)
	}
	if enc.Alpha != nil {
		image.Dict["SMask"] = p.pictures.add(p.imageStream(enc.Width, raster.Gray, enc.Alpha))
	}
	return p.pictures.add(image), nil
}
