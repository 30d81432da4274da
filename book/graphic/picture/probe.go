// Package picture reads the image files of a manuscript and prepares them for
// the editions.
//
// In: the bytes of a file. Out: a [book.Picture] that says what it is, and from
// that the samples that a PDF holds or the file that an EPUB holds.
//
// Invariant: nothing is decoded before its size is known to be within bounds.
//
// Invariant: the result is the same bytes on every processor: samples are
// scaled, converted and blended in integers.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"sync"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"octavo/book"
	"octavo/book/graphic/svg"
)

// MaxPixels is the largest area of a picture, in pixels. It is generous: at 300 to the
// inch it covers a page of 33 by 33 inches.
const MaxPixels = 100_000_000

// ErrFormat is the error for a file that is no picture in a known format.
var ErrFormat = errors.New("not a PNG, JPEG, GIF, WebP, TIFF, BMP or SVG image")

// Probe reads what data is, by its content and not by the name, and how large
// it is when displayed. It fails when the format is unknown, when the file is
// cut short or damaged in a way that shows without decoding it all (as [Verify]
// does), or when it is larger than [MaxPixels].
func Probe(path string, data []byte) (*book.Picture, error) {
	p := &book.Picture{Path: path, Data: data, Format: sniff(data)}
	var err error
	switch p.Format {
	case "":
		if len(data) == 0 {
			return nil, errors.New("the file is empty")
		}
		return nil, foreignTo(data)
	case "svg":
		p.Width, p.Height, err = svg.Size(data)
	default:
		p.Width, p.Height, err = rasterSize(p.Format, data)
	}
	p.Sound = sync.OnceValue(func() error { return proven(p) })
	if p.Format == "png" && (err != nil || errors.Is(p.Sound(), errRows)) {
		if m := mended(p); m != nil {
			return m, nil
		}
	}
	if err != nil {
		return nil, describe(p.Format, err)
	}
	return p, nil
}

// sound is p.Sound for every picture.
func sound(p *book.Picture) error {
	if p.Sound == nil {
		return proven(p)
	}
	return p.Sound()
}

var errUnsound = errors.New("decoders differ in what they make of it")

// proven reads all of a file and says what is amiss in it. A format that is never
// passed through is not sound.
func proven(p *book.Picture) error {
	switch p.Format {
	case "jpeg":
		if soundJPEG(p.Data) {
			return nil
		}
	case "png":
		return soundPNG(p.Data)
	case "gif":
		return soundGIF(p.Data)
	}
	return errUnsound
}

// movesSoundly is an error for a moving picture that is not sound: to encode it anew
// would be to lose all frames but the first.
func movesSoundly(p *book.Picture) error {
	if !Moves(p) {
		return nil
	}
	if err := sound(p); err != nil {
		return describe(p.Format, err)
	}
	return nil
}

// sniff returns the format that data begins as, "" when unknown.
func sniff(data []byte) string {
	has := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	switch {
	case has("\x89PNG\r\n\x1a\n"):
		return "png"
	case has("\xff\xd8\xff"):
		return "jpeg"
	case has("GIF87a"), has("GIF89a"):
		return "gif"
	case has("RIFF") && len(data) >= 12 && string(data[8:12]) == "WEBP":
		return "webp"
	case has("II*\x00"), has("MM\x00*"):
		return "tiff"
	case has("BM") && len(data) >= 26:
		return "bmp"
	case looksLikeSVG(data):
		return "svg"
	}
	return ""
}

// looksLikeSVG reports whether the first element of data, after declarations
// and comments, can be an svg element. It looks at the first 64 KiB only, which is
// generous: editors write a comment and a document type there, of some hundred bytes.
func looksLikeSVG(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	head := data[:min(len(data), 64<<10)]
	if !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<")) {
		return false
	}
	for {
		i := bytes.IndexByte(head, '<')
		if i < 0 || i+1 >= len(head) {
			return false
		}
		head = head[i+1:]
		switch {
		case bytes.HasPrefix(head, []byte("!--")):
			end := bytes.Index(head, []byte("-->"))
			if end < 0 {
				return false
			}
			head = head[end:]
		case head[0] == '?' || head[0] == '!':
			// A declaration; what an internal subset holds is passed over too.
		default:
			name := head
			if end := bytes.IndexAny(head, " \t\r\n/>"); end >= 0 {
				name = head[:end]
			}
			return bytes.Equal(name, []byte("svg")) || bytes.HasSuffix(name, []byte(":svg"))
		}
	}
}

// rasterSize returns the size of the picture as displayed, within bounds.
func rasterSize(format string, data []byte) (width, height int, err error) {
	cfg, err := config(format, data)
	if err != nil {
		return 0, 0, err
	}
	if cfg.Width <= 0 || cfg.Height <= 0 {
		return 0, 0, errors.New("its width or height is zero")
	}
	if int64(cfg.Width)*int64(cfg.Height) > MaxPixels {
		return 0, 0, &limitError{
			what: fmt.Sprintf("it has %d × %d pixels, more than the 100 megapixels allowed", cfg.Width, cfg.Height),
			hint: "save it with fewer pixels",
		}
	}
	if err := boundMemory(format, data, cfg); err != nil {
		return 0, 0, err
	}
	if err := inspect(format, data, cfg.Width*cfg.Height); err != nil {
		return 0, 0, err
	}
	if orientation(format, data) >= 5 {
		return cfg.Height, cfg.Width, nil
	}
	return cfg.Width, cfg.Height, nil
}

func config(format string, data []byte) (image.Config, error) {
	r := bytes.NewReader(data)
	switch format {
	case "png":
		return png.DecodeConfig(r)
	case "jpeg":
		return jpeg.DecodeConfig(r)
	case "gif":
		return gif.DecodeConfig(r)
	case "webp":
		return webpConfig(data)
	case "tiff":
		return tiff.DecodeConfig(r)
	case "bmp":
		return bmp.DecodeConfig(r)
	}
	return image.Config{}, ErrFormat
}

func decode(format string, data []byte) (image.Image, error) {
	r := bytes.NewReader(data)
	switch format {
	case "png":
		return png.Decode(r)
	case "jpeg":
		return jpeg.Decode(r)
	case "gif":
		return gif.Decode(r)
	case "webp":
		return webpDecode(data)
	case "tiff":
		return tiffDecode(data)
	case "bmp":
		return bmp.Decode(r)
	}
	return nil, ErrFormat
}

// Verify decodes all of p in room, which Probe does not, and reports what is wrong.
func Verify(p *book.Picture, room *Room) error {
	var err error
	if p.Format == "svg" {
		_, _, err = svg.Size(p.Data)
	} else {
		leave := room.enter(memoryOf(p))
		_, err = decode(p.Format, p.Data)
		leave()
	}
	if err != nil {
		return describe(p.Format, err)
	}
	return movesSoundly(p)
}
