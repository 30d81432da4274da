package raster

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"

	"octavo/book/base/deflate"
)

// A Format is how the pixels of a PNG file are stored, 8 bits a sample.
type Format uint8

// The formats, by the number of samples of a pixel.
const (
	Gray Format = 1
	RGB  Format = 3
	RGBA Format = 4 // alpha that the colours are not multiplied with
)

// PNG returns a PNG file of pix, rows of width pixels without padding. The file is
// written here and not by the standard library so that its bytes stay the same when
// the library changes, and because areas of one colour, which drawings have, come out
// smaller and sooner.
func PNG(pix []uint8, width int, format Format, level int) []byte {
	stride := width * int(format)
	height := len(pix) / max(1, stride)
	raw := make([]byte, 0, (stride+1)*height)
	above := make([]uint8, stride)
	buf := make([]uint8, 3*stride) // two filtered rows, and zeros
	for y := range height {
		row := pix[y*stride : (y+1)*stride]
		raw = appendFiltered(raw, row, above, int(format), buf)
		above = row
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(width))
	head = binary.BigEndian.AppendUint32(head, uint32(height))
	head = append(head, 8, map[Format]byte{Gray: 0, RGB: 2, RGBA: 6}[format], 0, 0, 0)
	out := []byte("\x89PNG\r\n\x1a\n")
	out = AppendChunk(out, "IHDR", head)
	out = AppendChunk(out, "sRGB", []byte{0}) // perceptual
	out = AppendChunk(out, "IDAT", deflate.Zlib(nil, raw, level))
	return AppendChunk(out, "IEND", nil)
}

// AppendChunk appends a chunk of a PNG file with its length and check sum.
func AppendChunk(out []byte, kind string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	start := len(out)
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// The filters of PNG (ISO 15948, clause 9).
const (
	filterNone = iota
	filterSub
	filterUp
	filterAverage // not used
	filterPaeth
)

// appendFiltered adds a row under the filter that leaves the fewest changes.
// Drawings have runs of one colour, which None keeps as runs: the others are
// tried only in a row where an eighth of the samples or more differ from those of the
// pixel before. The eighth is by eye; what moves with it is the size of the file.
func appendFiltered(raw, row, above []uint8, n int, buf []uint8) []byte {
	if bytes.Equal(row, above) {
		return append(append(raw, filterUp), buf[2*len(row):]...)
	}
	changes := 0
	for i := n; i < len(row); i++ {
		if row[i] != row[i-n] {
			changes++
		}
	}
	if changes < len(row)/8 {
		return append(append(raw, filterNone), row...)
	}
	up, paeth := buf[:len(row)], buf[len(row):2*len(row)]
	upSum, paethSum := 0, 0
	for i, v := range row {
		up[i] = v - above[i]
		upSum += small(up[i])
		var a, c uint8
		if i >= n {
			a, c = row[i-n], above[i-n]
		}
		paeth[i] = v - Paeth(a, above[i], c)
		paethSum += small(paeth[i])
	}
	if upSum < paethSum {
		return append(append(raw, filterUp), up...)
	}
	return append(append(raw, filterPaeth), paeth...)
}

// small is the magnitude of a difference modulo 256.
func small(v uint8) int {
	if v > 127 {
		return 256 - int(v)
	}
	return int(v)
}

// Paeth predicts a sample from those to its left, above it, and above the left one, as
// Paeth does (PNG specification, section 9.4).
func Paeth(a, b, c uint8) uint8 {
	pa, pb := int(b)-int(c), int(a)-int(c)
	pc := pa + pb
	pa, pb, pc = max(pa, -pa), max(pb, -pb), max(pc, -pc)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
