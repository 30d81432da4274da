package picture

import (
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"octavo/book"
	"octavo/book/base/deflate"
	"octavo/book/graphic/raster"
)

// # Damaged PNG
//
// Browsers and viewers show a PNG as soon as they have its rows: they do not look at the
// check sums of the pixels, nor whether anything comes behind the last row. Programs that
// write files cut the end off, count a chunk wrong, or put bytes behind it, and their
// authors never see it. PDF viewers and EPUBCheck do. So a file whose rows are all there is
// written anew: the chunks that can be read, the rows with their filters as they were, and
// right check sums. Where a row is missing nothing can be mended, since nobody knows what
// it showed.
//
// Two things only a right check sum of the rows can prove: the size of the picture
// where the check sum of its header is wrong, and that a chunk of pixels whose check sum is
// wrong is longer than it says. An animation is not mended: it would lose its frames.

// A pngMend is a damaged file as far as it can be read.
type pngMend struct {
	pngWalk
	chunks []pngChunk // but for those of the pixels
	fault  string     // the first thing that is wrong
	proof  bool       // only the check sum of the rows can tell whether the file was read well
	tail   []byte     // what follows the body of the last chunk of pixels
	long   bool       // that chunk may be longer than it says
}

// A pngChunk is a chunk that is kept.
type pngChunk struct {
	kind string
	body []byte
}

// mended returns the picture of a damaged PNG file with all of its rows, and nil for any
// other file.
func mended(p *book.Picture) *book.Picture {
	m := &pngMend{}
	if !m.read(p.Data[8:]) || !m.fits() {
		return nil
	}
	file := m.file()
	if file == nil || m.fault == "" {
		return nil
	}
	width, height, err := rasterSize("png", file)
	if err != nil {
		return nil
	}
	return &book.Picture{Path: p.Path, Format: "png", Width: width, Height: height, Data: file, Mended: m.fault, Sound: func() error { return soundPNG(file) }}
}

// blame keeps the first fault.
func (m *pngMend) blame(format string, args ...any) {
	if m.fault == "" {
		m.fault = fmt.Sprintf(format, args...)
	}
}

// read reads the chunks, and reports whether there are a header and pixels.
func (m *pngMend) read(rest []byte) bool {
	for {
		started := len(m.pixels) > 0
		if len(rest) < 12 {
			m.blame("its end is missing")
			return started
		}
		n, kind := int64(binary.BigEndian.Uint32(rest)), string(rest[4:8])
		switch {
		case kind == "IEND":
			if n != 0 || crc32.ChecksumIEEE([]byte(kind)) != binary.BigEndian.Uint32(rest[8:]) {
				m.blame("its end is damaged")
			}
			return started
		case !isChunk(kind) || n > int64(len(rest))-8 && kind != "IDAT":
			m.blame("what follows its pixels is no part of a picture")
			return started
		}
		body, sum := rest[8:], []byte(nil)
		if n <= int64(len(body)) {
			body, sum = body[:n], body[n:min(n+4, int64(len(body)))]
		}
		if len(sum) < 4 {
			m.blame("its end is missing")
		}
		right := len(sum) == 4 && crc32.ChecksumIEEE(rest[4:8+n]) == binary.BigEndian.Uint32(sum)
		if !m.keep(kind, body, right) {
			return false
		}
		rest = rest[8+len(body):]
		if kind == "IDAT" {
			m.tail, m.long = rest, !right
		}
		rest = rest[len(sum):]
	}
}

// isChunk reports whether four bytes have the form of the name of a chunk (clause 5.4).
func isChunk(kind string) bool {
	for _, c := range []byte(kind) {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return kind[2]&0x20 == 0
}

// keep keeps a chunk, and reports false for a file that cannot be mended. A chunk that no
// decoder needs is left out when its check sum is wrong.
func (m *pngMend) keep(kind string, body []byte, right bool) bool {
	if !right {
		m.blame("the check sum of its %q chunk is wrong", kind)
	}
	if (kind == "IHDR") != (m.width == 0) {
		return false
	}
	switch kind {
	case "acTL":
		return false
	case "IHDR":
		m.proof = !right
		if !m.header(body) || m.width == 0 || m.height == 0 {
			return false
		}
	case "IDAT":
		m.pixels = append(m.pixels, body)
		return true
	default:
		if !right && kind[0]&0x20 != 0 {
			return true
		}
	}
	m.chunks = append(m.chunks, pngChunk{kind, body})
	return true
}

// fits reports whether the rows take no more than any picture may.
func (m *pngMend) fits() bool {
	area := int64(m.width) * int64(m.height)
	return area <= MaxPixels && area/8*int64(m.bits())+int64(m.height) <= maxMemory
}

// file returns the file with its rows written anew, nil when one is missing.
func (m *pngMend) file() []byte {
	packed, whole := m.packed(m.pixels)
	if m.long && !whole {
		if longer, right := m.packed(append(m.pixels, m.tail)); right {
			m.fault = "the length of its pixels is wrong"
			return m.joined(longer)
		}
	}
	if packed == nil || m.proof && !whole {
		return nil
	}
	return m.joined(packed)
}

// packed returns the rows compressed anew, nil when one is missing. whole says that
// they end with their check sum.
func (m *pngMend) packed(data pngData) (packed []byte, whole bool) {
	data = slices.Clone(data)
	z, err := zlib.NewReader(&data)
	if err != nil {
		return nil, false
	}
	ok := false
	packed = deflate.ZlibOf(nil, deflate.Balanced, func(w io.Writer) {
		ok = m.rows(z, m.width, m.height, func(piece []byte) { _, _ = w.Write(piece) })
	})
	if !ok {
		return nil, false
	}
	switch n, err := io.ReadFull(z, make([]byte, 1)); {
	case err == io.EOF:
		return packed, true
	case n > 0:
		m.blame("it has more pixels than it says")
	case errors.Is(err, zlib.ErrChecksum):
		m.blame("the check sum of its pixels is wrong")
	default:
		m.blame("the end of its pixels is missing")
	}
	return packed, false
}

// joined returns the file of the chunks and the compressed rows.
func (m *pngMend) joined(packed []byte) []byte {
	out := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range m.chunks {
		out = raster.AppendChunk(out, c.kind, c.body)
	}
	out = raster.AppendChunk(out, "IDAT", packed)
	return raster.AppendChunk(out, "IEND", nil)
}
