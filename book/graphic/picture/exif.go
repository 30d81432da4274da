package picture

import (
	"bytes"
	"encoding/binary"
)

// orientation returns the EXIF orientation of a file, 1 to 8: how the stored
// rows and columns are to be turned for display; 1 when the file states none.
func orientation(format string, data []byte) int {
	switch format {
	case "jpeg":
		o := 1
		jpegSegments(data, func(marker byte, _, body []byte) {
			if tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && marker == 0xe1 {
				o = tiffOrientation(tiff)
			}
		})
		return o
	case "tiff":
		return tiffOrientation(data)
	case "png":
		o := 1
		pngChunks(data, func(kind string, c []byte) error {
			if kind == "eXIf" {
				o = tiffOrientation(c[8 : len(c)-4])
			}
			return nil
		})
		return o
	case "webp":
		return tiffOrientation(bytes.TrimPrefix(riffChunk(data, "EXIF"), []byte("Exif\x00\x00")))
	}
	return 1
}

// riffChunk returns the body of the first chunk of that kind, nil when absent.
func riffChunk(data []byte, kind string) []byte {
	rest := data[12:]
	for len(rest) >= 8 {
		n := int64(binary.LittleEndian.Uint32(rest[4:]))
		if n > int64(len(rest))-8 {
			return nil
		}
		if string(rest[:4]) == kind {
			return rest[8 : 8+n]
		}
		rest = rest[min(int64(len(rest)), 8+n+n&1):]
	}
	return nil
}

// tiffOrientation reads tag 274 of the first directory of a TIFF structure.
func tiffOrientation(b []byte) int {
	if len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if b[0] == 'M' {
		order = binary.BigEndian
	}
	dir := int64(order.Uint32(b[4:]))
	if dir < 8 || dir+2 > int64(len(b)) {
		return 1
	}
	entries := b[dir+2:]
	for range order.Uint16(b[dir:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == 274 {
			if o := int(order.Uint16(entries[8:])); o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}
