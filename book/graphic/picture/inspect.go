package picture

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

var errTruncated = errors.New("the file is cut short")

// A limitError is the error for a picture that may be sound, and would take more
// time or memory than a build has.
type limitError struct{ what, hint string }

func (e *limitError) Error() string { return e.what }

// formatNames are the formats as one writes them.
var formatNames = map[string]string{
	"png": "PNG", "jpeg": "JPEG", "gif": "GIF", "webp": "WebP", "tiff": "TIFF", "bmp": "BMP", "svg": "SVG",
}

// describe words err of a decoder for the author of the manuscript.
func describe(format string, err error) error {
	name := formatNames[format]
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, errTruncated):
		return fmt.Errorf("%s image cannot be decoded: %w", name, errTruncated)
	}
	if limit := (*limitError)(nil); errors.As(err, &limit) {
		return fmt.Errorf("%s image is not decoded: %w", name, limit)
	}
	msg := err.Error()
	for _, prefix := range []string{"png: ", "jpeg: ", "gif: ", "webp: ", "tiff: ", "bmp: ", "svg: "} {
		msg = strings.TrimPrefix(msg, prefix)
	}
	return fmt.Errorf("%s image cannot be decoded: %s", name, msg)
}

// Hint says what to do about the error of a picture that cannot be used.
func Hint(err error) string {
	if other := (*foreignError)(nil); errors.As(err, &other) {
		return other.hint
	}
	if errors.Is(err, ErrFormat) {
		return "save the picture in one of these formats"
	}
	if limit := (*limitError)(nil); errors.As(err, &limit) {
		return limit.hint
	}
	return "open it in the program that it was made with and save it anew, or get the file once more"
}

// inspect finds what shows a file to be broken without decoding it: the frame
// of a PNG, JPEG or GIF is walked to its end. The other formats are rare, and
// are decoded.
func inspect(format string, data []byte, pixels int) error {
	switch format {
	case "png":
		return inspectPNG(data)
	case "jpeg":
		return inspectJPEG(data, pixels)
	case "gif":
		return inspectGIF(data)
	}
	_, err := decode(format, data)
	return err
}

// pngChunks calls visit for each chunk of a PNG file, whole including length
// and check sum. It fails on a file that does not end in IEND.
func pngChunks(data []byte, visit func(kind string, chunk []byte) error) error {
	rest := data[8:]
	for {
		if len(rest) < 12 {
			return errTruncated
		}
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest))-12 {
			return errTruncated
		}
		kind := string(rest[4:8])
		if err := visit(kind, rest[:n+12]); err != nil {
			return err
		}
		if kind == "IEND" {
			return nil
		}
		rest = rest[n+12:]
	}
}

func inspectPNG(data []byte) error {
	pixels := false
	err := pngChunks(data, func(kind string, c []byte) error {
		body := c[4 : len(c)-4]
		if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(c[len(c)-4:]) {
			return fmt.Errorf("check sum of its %q chunk is wrong", kind)
		}
		pixels = pixels || kind == "IDAT"
		return nil
	})
	if err == nil && !pixels {
		return errors.New("it has no pixels")
	}
	return err
}

// jpegSegments calls visit for each marker segment before the first scan, with
// the segment's bytes after its length, and returns the rest of the file from
// that scan's marker on.
func jpegSegments(data []byte, visit func(marker byte, whole, body []byte)) (scan []byte, err error) {
	rest := data[2:]
	for {
		for len(rest) > 1 && rest[0] == 0xff && rest[1] == 0xff {
			rest = rest[1:] // fill bytes
		}
		if len(rest) < 4 {
			return nil, errTruncated
		}
		if rest[0] != 0xff {
			return nil, errors.New("a marker is missing")
		}
		marker := rest[1]
		if marker == 0xda {
			return rest, nil
		}
		if marker == 0x01 || marker >= 0xd0 && marker <= 0xd8 {
			rest = rest[2:]
			continue
		}
		n := int(binary.BigEndian.Uint16(rest[2:]))
		if marker == 0xd9 || n < 2 {
			return nil, errors.New("it has no pixels")
		}
		if n+2 > len(rest) {
			return nil, errTruncated
		}
		visit(marker, rest[:n+2], rest[4:n+2])
		rest = rest[n+2:]
	}
}

func inspectJPEG(data []byte, pixels int) error {
	scan, err := jpegSegments(data, func(byte, []byte, []byte) {})
	if err != nil {
		return err
	}
	return inspectScans(scan, pixels)
}

// inspectGIF walks the blocks up to the end of the first frame.
func inspectGIF(data []byte) error {
	flags := data[10]
	pos := 13
	if flags&0x80 != 0 {
		pos += 3 << (flags&7 + 1)
	}
	for pos < len(data) {
		switch data[pos] {
		case 0x21: // extension: label, then sub-blocks
			next, err := skipSubBlocks(data, pos+2)
			if err != nil {
				return err
			}
			pos = next
		case 0x2c: // image: descriptor, colours, code size, then sub-blocks
			if pos+10 > len(data) {
				return errTruncated
			}
			start := pos + 11
			if f := data[pos+9]; f&0x80 != 0 {
				start += 3 << (f&7 + 1)
			}
			_, err := skipSubBlocks(data, start)
			return err
		default:
			return errors.New("it has no pixels")
		}
	}
	return errTruncated
}

func skipSubBlocks(data []byte, pos int) (int, error) {
	for pos < len(data) {
		n := int(data[pos])
		pos += n + 1
		if n == 0 {
			return pos, nil
		}
	}
	return 0, errTruncated
}
