package inspect

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	_ "image/gif"  // for DecodeConfig
	_ "image/jpeg" // for DecodeConfig
	_ "image/png"  // for DecodeConfig
	"strings"
)

// An Image is what the head of an image file says.
type Image struct {
	Format        string // jpeg, png, gif, svg, webp, tiff, avif, bmp
	Width, Height int    // in pixels; 0 where unknown
	Alpha         bool   // has transparent places, or room for them
	CMYK          bool
}

// signatures tell formats by their first bytes.
var signatures = []struct {
	head, format string
	skip         int
}{
	{"\xff\xd8\xff", "jpeg", 0},
	{"\x89PNG\r\n\x1a\n", "png", 0},
	{"GIF8", "gif", 0},
	{"WEBP", "webp", 8},
	{"II*\x00", "tiff", 0},
	{"MM\x00*", "tiff", 0},
	{"ftypavif", "avif", 4},
	{"BM", "bmp", 0},
	{"\x00\x01\x00\x00", "ttf", 0},
	{"true", "ttf", 0},
	{"OTTO", "otf", 0},
	{"ttcf", "ttc", 0},
	{"wOFF", "woff", 0},
	{"wOF2", "woff2", 0},
	{"%PDF-", "pdf", 0},
	{"ID3", "mp3", 0},
}

// sniff names the format of a file, or is empty.
func sniff(head []byte) string {
	for _, s := range signatures {
		if len(head) >= s.skip && bytes.HasPrefix(head[s.skip:], []byte(s.head)) {
			return s.format
		}
	}
	return ""
}

// formats are the formats of the media types that say one.
var formats = map[string]string{
	"image/jpeg": "jpeg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "image/tiff": "tiff",
	"image/avif": "avif", "image/bmp": "bmp",
	"font/ttf": "ttf", "font/otf": "otf ttf", "font/woff": "woff", "font/woff2": "woff2",
	"application/font-sfnt": "ttf otf", "application/vnd.ms-opentype": "ttf otf", "application/font-woff": "woff",
	"application/x-font-ttf": "ttf", "application/x-font-opentype": "otf ttf",
}

// suits reports whether a file of the format may bear the media type.
func suits(format, mediaType string) bool {
	want, known := formats[mediaType]
	return !known || format != "" && strings.Contains(" "+want+" ", " "+format+" ")
}

// isImage reports whether the format is one of pictures.
func isImage(format string) bool {
	switch format {
	case "jpeg", "png", "gif", "webp", "tiff", "avif", "bmp":
		return true
	}
	return false
}

// imageOf reads the head of an image. The measures are 0 for formats that the standard
// library does not read.
func imageOf(format string, head []byte) *Image {
	im := &Image{Format: format}
	config, _, err := image.DecodeConfig(bytes.NewReader(head))
	if err != nil {
		return im
	}
	im.Width, im.Height = config.Width, config.Height
	switch config.ColorModel {
	case color.CMYKModel:
		im.CMYK = true
	}
	if format == "png" {
		im.Alpha = pngAlpha(head)
	}
	if format == "gif" {
		im.Alpha = gifTransparent(head)
	}
	return im
}

// pngAlpha reports whether a PNG has an alpha channel or a transparent colour
// (PNG specification, sections 11.2.2, 11.3.2). Its chunks are a length, a name, the
// content and a checksum; tRNS stands before the first IDAT.
func pngAlpha(head []byte) bool {
	if len(head) < 33 {
		return false
	}
	colorType := head[25]
	for at := 8; at+12 <= len(head); {
		n := int64(binary.BigEndian.Uint32(head[at:]))
		kind := string(head[at+4 : at+8])
		if kind == "tRNS" {
			return true
		}
		if kind == "IDAT" || n > int64(len(head)-at-12) {
			break
		}
		at += 12 + int(n)
	}
	return colorType == 4 || colorType == 6
}

// gifTransparent reports whether the first frame of a GIF names a transparent
// colour, in its graphic control extension.
func gifTransparent(head []byte) bool {
	i := bytes.Index(head, []byte("\x21\xf9\x04"))
	return i >= 0 && i+3 < len(head) && head[i+3]&1 != 0
}

// svgImage takes the measures of a drawing: width and height in pixels when
// they are given so, else the view box.
func svgImage(root *node) *Image {
	im := &Image{Format: "svg"}
	im.Width, im.Height = pixels(root.Get("width")), pixels(root.Get("height"))
	if im.Width > 0 && im.Height > 0 {
		return im
	}
	box := strings.FieldsFunc(root.Get("viewBox"), func(r rune) bool { return r == ' ' || r == ',' })
	if len(box) == 4 {
		im.Width, im.Height = pixels(box[2]), pixels(box[3])
	}
	return im
}

// pixels reads a length without a unit or in px, rounded down; 0 for any other.
func pixels(s string) int {
	s = strings.TrimSuffix(strings.TrimSpace(s), "px")
	s, _, _ = strings.Cut(s, ".")
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1e8 {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}
