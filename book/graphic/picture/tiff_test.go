package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"io"
	"slices"
	"testing"
)

// A tiffField is an entry of a directory: 3 is the kind of short values, 4 of long ones.
type tiffField struct {
	tag, kind uint16
	values    []uint32
}

// tiffFile is a TIFF file with the data at offset 8 and one directory behind them.
func tiffFile(order binary.AppendByteOrder, data []byte, fields ...tiffField) []byte {
	mark := "II*\x00"
	if order.String() == "BigEndian" {
		mark = "MM\x00*"
	}
	var arrays []byte
	at := uint32(8 + len(data))
	dir := order.AppendUint16(nil, uint16(len(fields)))
	for _, f := range fields {
		var values []byte
		for _, v := range f.values {
			if f.kind == 3 {
				values = order.AppendUint16(values, uint16(v))
			} else {
				values = order.AppendUint32(values, v)
			}
		}
		dir = order.AppendUint32(order.AppendUint16(order.AppendUint16(dir, f.tag), f.kind), uint32(len(f.values)))
		if len(values) > 4 {
			dir = order.AppendUint32(dir, at+uint32(len(arrays)))
			arrays = append(arrays, values...)
			continue
		}
		dir = append(dir, append(values, 0, 0, 0, 0)[:4]...)
	}
	out := order.AppendUint32([]byte(mark), at+uint32(len(arrays)))
	return slices.Concat(out, data, arrays, dir, []byte{0, 0, 0, 0})
}

// TestTIFFLongs reads fields of each kind, and those of damaged files.
func TestTIFFLongs(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		file := tiffFile(order, nil, tiffField{256, 3, []uint32{7}}, tiffField{257, 4, []uint32{70_000}},
			tiffField{258, 3, []uint32{8, 9, 10}}, tiffField{273, 4, []uint32{1, 2, 3}}, tiffField{999, 2, []uint32{5}})
		for _, tt := range []struct {
			tag  uint16
			most int
			want []uint32
		}{
			{256, 1, []uint32{7}}, {257, 9, []uint32{70_000}}, {258, 16, []uint32{8, 9, 10}}, {258, 2, []uint32{8, 9}},
			{273, 3, []uint32{1, 2, 3}}, {999, 1, nil}, {1000, 1, nil},
		} {
			if got := tiffLongs(file, tt.tag, tt.most); !slices.Equal(got, tt.want) {
				t.Errorf("%v: field %d: %d, want %d", order, tt.tag, got, tt.want)
			}
		}
		// The three short values lie from 8 to 14, the three long ones from there to 26.
		dir := 26
		for n := range len(file) {
			want := 0
			if n >= dir+2+4*12 {
				want = 3
			}
			if got := len(tiffLongs(file[:n], 273, 3)); got != want {
				t.Errorf("%v: of %d bytes %d values are read, want %d", order, n, got, want)
			}
		}
		for _, at := range []uint32{0, 7, uint32(len(file) - 1), 1 << 31} {
			damaged := slices.Clone(file)
			order.(binary.ByteOrder).PutUint32(damaged[4:], at)
			if got := tiffLongs(damaged, 256, 1); got != nil {
				t.Errorf("a directory at %d: %d", at, got)
			}
		}
		far := slices.Clone(file)
		order.(binary.ByteOrder).PutUint32(far[dir+2+3*12+8:], uint32(len(file)-8))
		if got := tiffLongs(far, 273, 3); len(got) != 2 {
			t.Errorf("values that reach beyond the end: %d", got)
		}
	}
}

// TestTIFFMemory sums up what a strip takes beside the image: three times its size.
func TestTIFFMemory(t *testing.T) {
	one := func(tag uint16, v uint32) tiffField { return tiffField{tag, 4, []uint32{v}} }
	for _, tt := range []struct {
		name   string
		fields []tiffField
		want   int64
	}{
		{"gray", []tiffField{one(256, 100), one(257, 50), {258, 3, []uint32{8}}, one(259, 5)}, 3 * 100 * 50},
		{"colours", []tiffField{one(256, 100), one(257, 50), {258, 3, []uint32{8, 8, 8}}, one(259, 5)}, 3 * 300 * 50},
		{"strips of 16 rows", []tiffField{one(256, 100), one(257, 50), {258, 3, []uint32{16}}, one(259, 5), one(278, 16)}, 3 * 200 * 16},
		{"one strip", []tiffField{one(256, 100), one(257, 50), {258, 3, []uint32{8}}, one(259, 5), one(278, 1<<31)}, 3 * 100 * 50},
		{"bits", []tiffField{one(256, 80), one(257, 50), one(259, 5)}, 3 * 10 * 50},
		{"tiles", []tiffField{one(256, 100), one(257, 50), one(259, 5), one(322, 64)}, 8 << 20},
		{"a large plain strip", []tiffField{one(256, 5<<20), one(257, 1), {258, 3, []uint32{8}}, one(259, 1), one(273, 8), one(279, 5<<20)}, 0},
	} {
		if got := tiffMemory(tiffFile(binary.LittleEndian, make([]byte, 5<<20), tt.fields...)); got != tt.want {
			t.Errorf("%s: %d bytes, want %d", tt.name, got, tt.want)
		}
	}
}

// TestBandDirectory reads the directory that stands for one large strip: of 5,000 rows of
// 1,024 bytes there are 4,096 in 4 MB, and 904 are left.
func TestBandDirectory(t *testing.T) {
	const width, height = 1024, 5000
	img := image.NewGray(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * i >> 11)
	}
	one := func(tag uint16, v uint32) tiffField { return tiffField{tag, 4, []uint32{v}} }
	fields := []tiffField{one(256, width), one(257, height), {258, 3, []uint32{8}}, {259, 3, []uint32{1}}, {262, 3, []uint32{1}}, one(273, 8),
		{277, 3, []uint32{1}}, one(278, height), one(279, width*height), {305, 2, nil}}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for name, without := range map[string]uint16{"with rows of a strip": 0, "without": 278} {
			list := slices.DeleteFunc(slices.Clone(fields), func(f tiffField) bool { return f.tag == without })
			data := tiffFile(order, img.Pix, list...)
			p, ok := tiffBands(data).(*pieces)
			if !ok {
				t.Fatalf("%v, %s: read as it is", order, name)
			}
			file := slices.Concat(p.parts...)
			for tag, want := range map[uint16][]uint32{
				256: {width}, 257: {height}, 258: {8}, 273: {8, 8 + 4096*width}, 278: {4096}, 279: {4096 * width, 904 * width},
			} {
				if got := tiffLongs(file, tag, 9); !slices.Equal(got, want) {
					t.Errorf("%v, %s: field %d is %d, want %d", order, name, tag, got, want)
				}
			}
			// Two bytes for the number of fields, 12 for each and for one that may have to be
			// added, 4 for no other directory, and two arrays of two places.
			if tail := p.parts[2]; len(tail) != 2+(len(list)+1)*12+4+2*8 || order.(binary.ByteOrder).Uint16(tail) != 10 {
				t.Errorf("%v, %s: the directory has %d bytes", order, name, len(tail))
			}
			if got, err := tiffDecode(data); err != nil || !bytes.Equal(got.(*image.Gray).Pix, img.Pix) {
				t.Errorf("%v, %s: other pixels: %v", order, name, err)
			}
		}
		change := func(tag uint16, v uint32) []byte {
			list := slices.Clone(fields)
			for i := range list {
				if list[i].tag == tag {
					list[i].values = []uint32{v}
				}
			}
			return tiffFile(order, img.Pix, list...)
		}
		short := tiffFile(order, img.Pix, fields...)
		order.(binary.ByteOrder).PutUint16(short[8+width*height:], 11)
		for name, data := range map[string][]byte{
			"compressed": change(259, 5), "several strips": change(278, height-1), "another length": change(279, width*height-1),
			"a far place": change(273, 1<<20), "no height": change(257, 0), "a small strip": change(279, 4<<20), "a field too many": short,
			"tiles": tiffFile(order, img.Pix, append(slices.Clone(fields), one(322, 64))...),
		} {
			if _, ok := tiffBands(data).(*pieces); ok {
				t.Errorf("%v: %s: read as several strips", order, name)
			}
		}
	}
}

// TestPieces reads each part of a file of three pieces.
func TestPieces(t *testing.T) {
	p := &pieces{[][]byte{[]byte("ab"), []byte("cde"), nil, []byte("f")}}
	const whole = "abcdef"
	for from := range len(whole) + 2 {
		for n := range 8 {
			buf := bytes.Repeat([]byte{'.'}, n)
			got, err := p.ReadAt(buf, int64(from))
			want := whole[min(from, len(whole)):min(from+n, len(whole))]
			if string(buf[:got]) != want || (err == nil) != (got == n && (n > 0 || from < len(whole))) || err != nil && err != io.EOF {
				t.Errorf("%d bytes from %d: %q, %v", n, from, buf[:got], err)
			}
		}
	}
}
