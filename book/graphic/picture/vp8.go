package picture

import (
	"bytes"
	"image"
	"image/color"

	"golang.org/x/image/webp"
)

// A vp8Image is a lossy WebP picture. Its samples are of BT.601 in studio range: 16
// is black and 235 white (RFC 6386, section 9.2), while [color.YCbCrToRGB] takes
// them for those of JPEG, of which 0 and 255 are.
type vp8Image struct {
	ycc    *image.YCbCr
	alpha  []uint8 // nil: opaque
	stride int     // of alpha
}

// decodeVP8 is [webp.Decode] with the range of its samples known.
func decodeVP8(data []byte) (image.Image, error) {
	img, err := webp.Decode(bytes.NewReader(data))
	switch m := img.(type) {
	case *image.YCbCr:
		return &vp8Image{ycc: m}, err
	case *image.NYCbCrA:
		return &vp8Image{ycc: &m.YCbCr, alpha: m.A, stride: m.AStride}, err
	}
	return img, err
}

func (m *vp8Image) ColorModel() color.Model { return color.NRGBAModel }

func (m *vp8Image) Bounds() image.Rectangle { return m.ycc.Rect }

func (m *vp8Image) Opaque() bool { return m.alpha == nil }

func (m *vp8Image) At(x, y int) color.Color {
	if !image.Pt(x, y).In(m.ycc.Rect) {
		return color.NRGBA{}
	}
	var row [4]uint8
	m.row(image.Rect(x, y, x+1, y+1), y, row[:])
	return color.NRGBA{row[0], row[1], row[2], row[3]}
}

// row writes the samples of row y within b, four a pixel.
func (m *vp8Image) row(b image.Rectangle, y int, row []uint8) {
	for i := range b.Dx() {
		x := b.Min.X + i
		c := m.ycc.COffset(x, y)
		r, g, bl := studioRGB(m.ycc.Y[m.ycc.YOffset(x, y)], m.ycc.Cb[c], m.ycc.Cr[c])
		put(row, i, r, g, bl, 255)
		if m.alpha != nil {
			row[4*i+3] = m.alpha[(y-m.ycc.Rect.Min.Y)*m.stride+x-m.ycc.Rect.Min.X]
		}
	}
}

// studioRGB converts a colour of BT.601 in studio range, in integers of 14 bits
// after the point as libwebp has them (src/dsp/yuv.h):
//
//	R = 1.164 (Y-16)                  + 1.596 (Cr-128)
//	G = 1.164 (Y-16) - 0.391 (Cb-128) - 0.813 (Cr-128)
//	B = 1.164 (Y-16) + 2.018 (Cb-128)
func studioRGB(y, cb, cr uint8) (r, g, b uint8) {
	high := func(v uint8, factor int) int { return int(v) * factor >> 8 }
	clip := func(v int) uint8 { return uint8(min(max(v>>6, 0), 255)) }
	luma := high(y, 19077)
	return clip(luma + high(cr, 26149) - 14234),
		clip(luma - high(cb, 6419) - high(cr, 13320) + 8708),
		clip(luma + high(cb, 33050) - 17685)
}
