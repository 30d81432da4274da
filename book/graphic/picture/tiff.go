package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"io"

	"golang.org/x/image/tiff"
)

// Fields of a TIFF directory (TIFF 6.0, section 8).
const (
	tiffWidth           = 256
	tiffLength          = 257
	tiffBits            = 258
	tiffCompression     = 259
	tiffStripOffsets    = 273
	tiffRowsPerStrip    = 278
	tiffStripByteCounts = 279
	tiffTileWidth       = 322
)

// bandBytes is the size of the strips that one large one is read as: x/image reads
// those below 10 MB without copies.
const bandBytes = 4 << 20

// tiffDecode decodes a file. A single strip that is not compressed, in which many
// programs save a picture, is read as if it were several: the decoder would hold it
// two or three times.
func tiffDecode(data []byte) (image.Image, error) {
	return tiff.Decode(tiffBands(data))
}

// tiffBands returns a reader of data in which the offset of the directory leads to
// one whose strips are small, at the end; or of data as they are.
func tiffBands(data []byte) io.Reader {
	field := func(tag uint16) int64 {
		if v := tiffLongs(data, tag, 1); len(v) > 0 {
			return int64(v[0])
		}
		return 0
	}
	plain := bytes.NewReader(data)
	height, size, from := field(tiffLength), field(tiffStripByteCounts), field(tiffStripOffsets)
	rows := field(tiffRowsPerStrip)
	if field(tiffCompression) != 1 || field(tiffTileWidth) != 0 || height == 0 || rows != 0 && rows < height ||
		size <= bandBytes || size%height != 0 || from+size > int64(len(data)) {
		return plain
	}
	row := size / height
	rows = max(1, bandBytes/row)
	tail := bandDirectory(data, row, rows, height, from)
	if tail == nil {
		return plain
	}
	head := bytes.Clone(data[:8])
	tiffOrder(data).PutUint32(head[4:], uint32(len(data)))
	return &pieces{[][]byte{head, data[8:], tail}}
}

func tiffOrder(data []byte) binary.ByteOrder {
	if data[0] == 'M' {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// bandDirectory returns the directory of data with strips of so many rows, and after the
// directory the places and the lengths of these strips. It is nil for a directory that is
// cut short.
func bandDirectory(data []byte, row, rows, height, from int64) []byte {
	order := tiffOrder(data)
	dir := order.Uint32(data[4:])
	n := int(order.Uint16(data[dir:]))
	old := data[dir:]
	if len(old) < 2+12*n {
		return nil
	}
	bands := (height + rows - 1) / rows
	arrays := int64(len(data)) + int64(2+12*(n+1)+4)
	out := make([]byte, 2, arrays-int64(len(data))+8*bands)
	count := 0
	add := func(tag uint16, values, value int64) {
		e := make([]byte, 12)
		order.PutUint16(e, tag)
		order.PutUint16(e[2:], 4) // long
		order.PutUint32(e[4:], uint32(values))
		order.PutUint32(e[8:], uint32(value))
		out = append(out, e...)
		count++
	}
	stated := false
	for i := range n {
		e := old[2+12*i:][:12]
		switch tag := order.Uint16(e); {
		case tag == tiffStripOffsets:
			add(tag, bands, arrays)
		case tag == tiffStripByteCounts, tag == tiffRowsPerStrip:
			if !stated {
				add(tiffRowsPerStrip, 1, rows)
				stated = true
			}
			if tag == tiffStripByteCounts {
				add(tag, bands, arrays+4*bands)
			}
		default:
			out = append(out, e...)
			count++
		}
	}
	order.PutUint16(out, uint16(count))
	out = append(out, make([]byte, arrays-int64(len(data))-int64(len(out)))...)
	lengths := make([]byte, 4*bands)
	for i := range bands {
		at := i * rows
		out = append(out, 0, 0, 0, 0)
		order.PutUint32(out[len(out)-4:], uint32(from+at*row))
		order.PutUint32(lengths[4*i:], uint32(min(rows, height-at)*row))
	}
	return append(out, lengths...)
}

// pieces are parts of a file, read as one.
type pieces struct{ parts [][]byte }

// Read is there for the signature of the decoder, which reads at offsets.
func (*pieces) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// ReadAt reads at an offset, as [io.ReaderAt] says.
func (r *pieces) ReadAt(p []byte, at int64) (n int, err error) {
	for _, part := range r.parts {
		if at < int64(len(part)) {
			k := copy(p[n:], part[max(at, 0):])
			n += k
			at = 0
			if n == len(p) {
				return n, nil
			}
			continue
		}
		at -= int64(len(part))
	}
	return n, io.EOF
}

// tiffMemory returns the memory for the largest strip or tile, which the decoder reads
// beside the image: up to three times its size, since the buffer grows when the size is
// not known before. It is 0 for a strip that is read as several.
func tiffMemory(data []byte) int64 {
	if _, ok := tiffBands(data).(*pieces); ok {
		return 0
	}
	one := func(tag uint16) int64 {
		if v := tiffLongs(data, tag, 1); len(v) > 0 {
			return int64(v[0])
		}
		return 0
	}
	bits := tiffLongs(data, tiffBits, 16)
	sum := int64(0)
	for _, b := range bits {
		sum += int64(b)
	}
	width, rows := one(tiffWidth), one(tiffLength)
	if n := one(tiffRowsPerStrip); n > 0 && n < rows {
		rows = n
	}
	if one(tiffTileWidth) != 0 {
		return 8 << 20 // a tile of 1024 pixels a side; larger ones are refused or rare
	}
	return 3 * ((width*max(sum, 1) + 7) / 8) * rows
}

// tiffLongs returns the first most values of a field of the first directory, which
// may be short or long, and none for one that is missing or damaged.
func tiffLongs(b []byte, tag uint16, most int) (values []uint32) {
	if len(b) < 8 {
		return nil
	}
	order := tiffOrder(b)
	dir := int64(order.Uint32(b[4:]))
	if dir < 8 || dir+2 > int64(len(b)) {
		return nil
	}
	for at := dir + 2; at+12 <= int64(len(b)) && at < dir+2+12*int64(order.Uint16(b[dir:])); at += 12 {
		if order.Uint16(b[at:]) != tag {
			continue
		}
		size := map[uint16]int64{3: 2, 4: 4}[order.Uint16(b[at+2:])]
		count := int64(order.Uint32(b[at+4:]))
		from := at + 8
		if size*count > 4 {
			from = int64(order.Uint32(b[at+8:]))
		}
		for i := int64(0); i < min(count, int64(most)) && from+size*(i+1) <= int64(len(b)); i++ {
			switch size {
			case 2:
				values = append(values, uint32(order.Uint16(b[from+2*i:])))
			case 4:
				values = append(values, order.Uint32(b[from+4*i:]))
			}
		}
		return values
	}
	return nil
}
