package picture

import (
	"bytes"

	"octavo/book"
	"octavo/book/base/deflate"
	"octavo/book/graphic/raster"
	"octavo/book/graphic/svg"
)

// StorePixels is the largest area that stores take for a picture inside a book
// (Apple Books asset guide: 4 million pixels).
const StorePixels = 4_000_000

// EPUBOptions bound what an EPUB holds.
type EPUBOptions struct {
	MaxPixels int // largest area; 0 for no bound
	// Opaque puts what has transparent places on white; SVG is left alone.
	Opaque bool
	// JPEG encodes what is no SVG as JPEG.
	JPEG bool
	// Room is where the picture is decoded; nil for no bound.
	Room *Room
}

// ForEPUB returns a picture as a file that every reading system shows, and its
// media type: PNG, JPEG, GIF or SVG. Files of these formats pass through without
// metadata, and SVG sanitised; JPEG that needs turning or is CMYK, WebP, TIFF,
// BMP and what is larger than the bound are encoded anew.
func ForEPUB(p *book.Picture, opts EPUBOptions) (data []byte, mediaType string, err error) {
	if p.Format == "svg" {
		data, _, err = svg.Sanitize(p.Data, "", nil)
		return data, "image/svg+xml", err
	}
	if err := movesSoundly(p); err != nil {
		return nil, "", err
	}
	width, height := bound(p.Width, p.Height, opts.MaxPixels)
	whole := width == p.Width && height == p.Height
	if whole && (p.Format == "jpeg" || !opts.Opaque && !opts.JPEG) {
		if data, mediaType = pass(p); data != nil {
			return data, mediaType, nil
		}
	}
	px, err := load(p, width, height, opts.Room)
	if err != nil {
		return nil, "", err
	}
	if whole && px.alpha == nil && !opts.JPEG && p.Format != "jpeg" {
		if data, mediaType = pass(p); data != nil {
			return data, mediaType, nil
		}
	}
	if opts.Opaque || opts.JPEG {
		px.flatten()
	}
	return px.file(lossy(p) || opts.JPEG)
}

// pass returns a file that every reading system shows as it is, without its
// metadata, and nil for one that has to be encoded anew, such as one in a space of
// colours that many show as sRGB. A moving picture keeps its frames and its space.
func pass(p *book.Picture) (data []byte, mediaType string) {
	switch {
	case conversionOf(p.Data) != nil && !Moves(p):
	case p.Format == "jpeg" && jpegInfoOf(p.Data).passes() && sound(p) == nil:
		return cleanJPEG(p.Data, true), "image/jpeg"
	case p.Format == "png" && orientation("png", p.Data) == 1 && sound(p) == nil:
		return cleanPNG(p.Data), "image/png"
	case p.Format == "gif" && sound(p) == nil:
		return cleanGIF(p.Data), "image/gif"
	}
	return nil, ""
}

// flatten puts p on white.
func (p *pixels) flatten() {
	for i, a := range p.alpha {
		for k := 3 * i; k < 3*i+3; k++ {
			p.rgb[k] = uint8((int(p.rgb[k])*int(a) + 255*(255-int(a)) + 127) / 255)
		}
	}
	p.alpha = nil
}

// bound returns the size whose area is at most most.
func bound(w, h, most int) (int, int) {
	if most <= 0 || w*h <= most {
		return w, h
	}
	// The widest that fits, by bisection: w²·h/w ≤ most.
	lo, hi := 1, w
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if mid*max(1, mid*h/w) <= most {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo, max(1, min(lo*h/w, most/lo))
}

// lossless is the size in bytes up to which a PNG file is kept although a JPEG
// would be smaller: by eye, what screenshots and charts stay below and photographs of a
// few megapixels do not. Above it a JPEG has to be smaller by half, since it is a loss.
const lossless = 2 << 20

// file encodes p. A picture with transparent places becomes a PNG. Any other becomes a
// JPEG when the original was lossy or when a PNG would be very large, and else a PNG.
func (p *pixels) file(wasLossy bool) ([]byte, string, error) {
	if wasLossy && p.alpha == nil {
		b, err := encodeJPEG(p)
		return b, "image/jpeg", err
	}
	b := p.png()
	if len(b) > lossless && p.alpha == nil {
		j, err := encodeJPEG(p)
		if err == nil && len(j) < len(b)/2 {
			return j, "image/jpeg", nil
		}
	}
	return b, "image/png", nil
}

// png returns p as a file, in gray when it has no colours.
func (p *pixels) png() []byte {
	if p.alpha != nil {
		pix := make([]uint8, 0, 4*len(p.alpha))
		for i, a := range p.alpha {
			pix = append(pix, p.rgb[3*i], p.rgb[3*i+1], p.rgb[3*i+2], a)
		}
		return raster.PNG(pix, p.width, raster.RGBA, deflate.Smallest)
	}
	if g := p.gray(); g != nil {
		return raster.PNG(g, p.width, raster.Gray, deflate.Smallest)
	}
	return raster.PNG(p.rgb, p.width, raster.RGB, deflate.Smallest)
}

// cleanPNG returns a PNG file without texts, times and EXIF data, and without
// what follows its end.
func cleanPNG(data []byte) []byte {
	out := append(make([]byte, 0, len(data)), data[:8]...)
	err := pngChunks(data, func(kind string, c []byte) error {
		switch kind {
		case "tEXt", "zTXt", "iTXt", "tIME", "eXIf":
		default:
			out = append(out, c...)
		}
		return nil
	})
	if err != nil {
		return data
	}
	return out
}

// cleanGIF returns a GIF file without comments and without the extensions of
// applications, but for the one that makes an animation loop.
func cleanGIF(data []byte) []byte {
	pos := 13
	if f := data[10]; f&0x80 != 0 {
		pos += 3 << (f&7 + 1)
	}
	if pos > len(data) {
		return data
	}
	out := append(make([]byte, 0, len(data)), data[:pos]...)
	for pos < len(data) {
		start, keep := pos, true
		switch data[pos] {
		case 0x21:
			rest := data[pos+1:]
			comment := bytes.HasPrefix(rest, []byte{0xfe})
			app := bytes.HasPrefix(rest, []byte{0xff}) && !bytes.HasPrefix(rest, []byte("\xff\x0bNETSCAPE2.0"))
			keep = !comment && !app
			pos += 2
		case 0x2c:
			if pos+10 > len(data) {
				return data
			}
			f := data[pos+9]
			pos += 11
			if f&0x80 != 0 {
				pos += 3 << (f&7 + 1)
			}
		default: // the trailer, or what decoders stop at
			return append(out, 0x3b)
		}
		next, err := skipSubBlocks(data, pos)
		if err != nil {
			return append(out, 0x3b)
		}
		if pos = next; keep {
			out = append(out, data[start:pos]...)
		}
	}
	return append(out, 0x3b)
}
