package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/gif"
	"slices"
)

var errGIF = errors.New("its blocks are not in order")

// soundGIF decodes each frame of a GIF file by itself, and says what is amiss. A
// file may end without the byte that says so, which [cleanGIF] adds.
func soundGIF(data []byte) error {
	pos := 13 + colourTable(data[10])
	if pos > len(data) {
		return errTruncated
	}
	head := slices.Clip(data[:pos])
	area := 0
	for frame := 1; pos < len(data) && data[pos] != 0x3b; {
		start := pos
		switch data[pos] {
		case 0x21: // an extension: label, then sub-blocks
			pos += 2
		case 0x2c: // a frame: descriptor, colours, code size, then sub-blocks
			if pos+10 > len(data) {
				return errTruncated
			}
			size := func(i int) int { return int(binary.LittleEndian.Uint16(data[pos+i:])) }
			if area += size(5) * size(7); frame > 1 && area > maxAnimation {
				return errMoving(frame)
			}
			frame++
			pos += 11 + colourTable(data[pos+9])
		default:
			return errGIF
		}
		next, err := skipSubBlocks(data, pos)
		if err != nil {
			return err
		}
		pos = next
		if data[start] == 0x2c {
			if err := soundFrame(head, data[start:pos]); err != nil {
				return err
			}
		}
	}
	return nil
}

// soundFrame decodes a frame as if it were the only one.
func soundFrame(head, frame []byte) error {
	img, err := gif.Decode(bytes.NewReader(slices.Concat(head, frame, []byte{0x3b})))
	if err == nil && img.Bounds().Empty() {
		return errGIF
	}
	return err
}
