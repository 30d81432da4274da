package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"slices"
	"testing"

	"octavo/book"
)

// samples returns what a PDF shows of a picture that is no JPEG.
func samples(t *testing.T, e Encoded) []byte {
	t.Helper()
	if e.PNG == nil {
		return e.Samples
	}
	img, err := png.Decode(bytes.NewReader(e.PNG))
	if err != nil {
		t.Fatal(err)
	}
	px := readPixels(newRowReader(img, e.Width, e.Height), e.Width, e.Height)
	if e.Gray {
		return px.gray()
	}
	return px.rgb
}

// rowsPNG returns a file with a text before its pixels, which are in rows that may be
// more or fewer than its header says.
func rowsPNG(width, height int, depth, color, interlace byte, rows []byte) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(rows)
	z.Close()
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(width)), uint32(height))
	file := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range []struct {
		kind string
		body []byte
	}{{"IHDR", append(header, depth, color, 0, 0, interlace)}, {"tEXt", []byte("Comment\x00SECRET")}, {"IDAT", packed.Bytes()[:3]}, {"IDAT", packed.Bytes()[3:]}, {"IEND", nil}} {
		file = binary.BigEndian.AppendUint32(file, uint32(len(c.body)))
		chunk := append([]byte(c.kind), c.body...)
		file = binary.BigEndian.AppendUint32(append(file, chunk...), crc32.ChecksumIEEE(chunk))
	}
	return file
}

// TestPlainPNG passes the rows of plain files alone, and only whole ones.
func TestPlainPNG(t *testing.T) {
	rows := []byte{0, 1, 2, 3, 4, 5, 6, 2, 1, 1, 1, 1, 1, 1}
	for _, tt := range []struct {
		name string
		file []byte
		want bool
	}{
		{"plain", rowsPNG(2, 2, 8, 2, 0, rows), true},
		{"gray", rowsPNG(6, 2, 8, 0, 0, rows), true},
		{"transparent colour", withChunk(rowsPNG(2, 2, 8, 2, 0, rows), "tRNS", []byte{0, 1, 0, 2, 0, 3}), false},
		{"turned", withChunk(rowsPNG(2, 2, 8, 2, 0, rows), "eXIf", exif(6)), false},
		{"interlaced", rowsPNG(2, 2, 8, 2, 1, rows), false},
		{"a row is missing", rowsPNG(2, 3, 8, 2, 0, rows), false},
		{"a row too many", rowsPNG(2, 1, 8, 2, 0, rows), false},
		{"no such filter", rowsPNG(2, 2, 8, 2, 0, append([]byte{5}, rows[1:]...)), false},
		{"palette", rowsPNG(6, 2, 8, 3, 0, rows), false},
		{"with alpha", rowsPNG(1, 2, 8, 6, 0, slices.Concat(rows[:5], rows[:5])), false},
		{"16 bits", rowsPNG(1, 2, 16, 2, 0, rows), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := &book.Picture{
				Format: "png", Data: tt.file,
				Width: int(binary.BigEndian.Uint32(tt.file[16:])), Height: int(binary.BigEndian.Uint32(tt.file[20:])),
			}
			file, _ := plainPNG(p)
			if (file != nil) != tt.want {
				t.Fatalf("passed: %t, want %t", file != nil, tt.want)
			}
			if file == nil {
				return
			}
			if bytes.Contains(file, []byte("SECRET")) {
				t.Error("its texts are kept")
			}
			was, err := png.Decode(bytes.NewReader(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			is, err := png.Decode(bytes.NewReader(file))
			if err != nil || !equalImages(was, is) {
				t.Errorf("other pixels than before: %v", err)
			}
		})
	}
}

func equalImages(a, b image.Image) bool {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return a.Bounds() == b.Bounds()
}
