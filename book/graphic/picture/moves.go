package picture

import (
	"encoding/binary"

	"octavo/book"
)

// Moves reports whether a picture has more than one frame, as a GIF or a PNG
// may. What cannot be read does not move, and SVG is kept without animation.
func Moves(p *book.Picture) bool {
	switch p.Format {
	case "gif":
		return gifFrames(p.Data, 2) > 1
	case "png":
		return pngFrames(p.Data) > 1
	}
	return false
}

// gifFrames counts the frames of a GIF file up to most.
func gifFrames(data []byte, most int) (frames int) {
	if len(data) < 13 {
		return 0
	}
	pos := 13 + colourTable(data[10])
	for pos < len(data) && frames < most {
		switch {
		case data[pos] == 0x21: // an extension: label, then sub-blocks
			pos += 2
		case data[pos] == 0x2c && pos+10 < len(data): // a frame: descriptor, colours, code size
			frames++
			pos += 11 + colourTable(data[pos+9])
		default:
			return frames
		}
		next, err := skipSubBlocks(data, pos)
		if err != nil {
			return frames
		}
		pos = next
	}
	return frames
}

// colourTable returns the bytes of the colour table that the flags of a GIF
// announce.
func colourTable(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// pngFrames returns the frames that a PNG file says it has (PNG third edition,
// 11.3.2.1: acTL); one for a still picture.
func pngFrames(data []byte) (frames uint32) {
	frames = 1
	if len(data) < 8 {
		return frames
	}
	// What follows the damage cannot be shown.
	_ = pngChunks(data, func(kind string, c []byte) error {
		if kind == "acTL" && len(c) >= 12 {
			frames = binary.BigEndian.Uint32(c[8:])
		}
		return nil
	})
	return frames
}
