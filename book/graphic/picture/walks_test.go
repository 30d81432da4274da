package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"image"
	"image/png"
	"slices"
	"testing"
)

// A part is a chunk of a PNG file.
type part struct {
	kind string
	body []byte
}

// pngFile is a PNG file of chunks.
func pngFile(parts ...part) []byte {
	file := []byte("\x89PNG\r\n\x1a\n")
	for _, p := range parts {
		file = append(file, withChunk(make([]byte, 33), p.kind, p.body)[33:]...)
	}
	return file
}

func packed(rows ...byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(rows)
	z.Close()
	return b.Bytes()
}

// pngHead is IHDR for 3 by 2 pixels.
func pngHead(depth, colour, interlace byte) part {
	return part{"IHDR", []byte{0, 0, 0, 3, 0, 0, 0, 2, depth, colour, 0, 0, interlace}}
}

func numbers(body []byte, n ...uint32) []byte {
	for _, v := range n {
		body = binary.BigEndian.AppendUint32(body, v)
	}
	return body
}

// TestSoundPNG reads the chunks, their order and all rows.
func TestSoundPNG(t *testing.T) {
	gray, rows := pngHead(8, 0, 0), part{"IDAT", packed(0, 1, 2, 3, 0, 4, 5, 6)}
	end := part{"IEND", nil}
	colours := part{"PLTE", []byte{1, 2, 3, 4, 5, 6}}
	indices := part{"IDAT", packed(0, 0b01000000, 0, 0b10100000)}
	half := func(from, to int) part { return part{"IDAT", rows.body[from:to]} }
	n := len(rows.body)
	for _, tt := range []struct {
		name  string
		parts []part
		want  error
	}{
		{"gray", []part{gray, rows, end}, nil},
		{"in two chunks", []part{gray, half(0, 5), half(5, n), end}, nil},
		{"chunk without bytes", []part{gray, half(0, 5), half(5, 5), half(5, n), end}, nil},
		{"16 bits with alpha", []part{pngHead(16, 6, 0), {"IDAT", packed(make([]byte, 50)...)}, end}, nil},
		{"palette", []part{pngHead(1, 3, 0), colours, {"tRNS", []byte{0}}, indices, end}, nil},
		// 3 by 2 pixels have passes 1, 4 and 6 of one pixel each and 7 of three.
		{"interlaced", []part{pngHead(8, 0, 1), {"IDAT", packed(0, 1, 0, 2, 0, 3, 0, 4, 5, 6)}, end}, nil},
		{"colours with a transparent one", []part{pngHead(8, 2, 0), {"tRNS", make([]byte, 6)}, {"IDAT", packed(make([]byte, 20)...)}, end}, nil},
		{"transparent colour of 5 bytes", []part{pngHead(8, 2, 0), {"tRNS", make([]byte, 5)}, {"IDAT", packed(make([]byte, 20)...)}, end}, errChunks},
		{"transparent beside alpha", []part{pngHead(8, 4, 0), {"tRNS", make([]byte, 2)}, {"IDAT", packed(make([]byte, 14)...)}, end}, errChunks},
		{"no alphas", []part{pngHead(1, 3, 0), colours, {"tRNS", nil}, indices, end}, errChunks},
		{"long header", []part{{"IHDR", append(slices.Clone(gray.body), 0)}, rows, end}, errChunks},
		{"unknown compression", []part{{"IHDR", []byte{0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 1, 0, 0}}, rows, end}, errChunks},
		{"unknown interlacing", []part{pngHead(8, 0, 2), rows, end}, errChunks},
		{"texts", []part{gray, {"tEXt", nil}, rows, {"tEXt", nil}, end}, nil},
		{"no header first", []part{{"tEXt", nil}, gray, rows, end}, errChunks},
		{"two headers", []part{gray, gray, rows, end}, errChunks},
		{"unknown filter method", []part{{"IHDR", []byte{0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 1, 0}}, rows, end}, errChunks},
		{"no pixels", []part{gray, end}, errChunks},
		{"pixels in two places", []part{gray, half(0, 5), {"tEXt", nil}, half(5, n), end}, errChunks},
		{"chunk that must be known", []part{gray, {"ABCD", nil}, rows, end}, errChunks},
		{"end with bytes", []part{gray, rows, {"IEND", []byte{1}}}, errChunks},
		{"palette of a gray file", []part{gray, colours, rows, end}, errChunks},
		{"no palette", []part{pngHead(1, 3, 0), indices, end}, errChunks},
		{"two palettes", []part{pngHead(1, 3, 0), colours, indices, colours, end}, errChunks},
		{"palette too long", []part{pngHead(1, 3, 0), {"PLTE", make([]byte, 9)}, indices, end}, errChunks},
		{"palette of 4 bytes", []part{pngHead(1, 3, 0), {"PLTE", make([]byte, 4)}, indices, end}, errChunks},
		{"more alphas than colours", []part{pngHead(1, 3, 0), colours, {"tRNS", make([]byte, 3)}, indices, end}, errChunks},
		{"alphas before colours", []part{pngHead(1, 3, 0), {"tRNS", []byte{0}}, colours, indices, end}, errChunks},
		{"transparent gray of a byte", []part{gray, {"tRNS", []byte{1}}, rows, end}, errChunks},
		{"a row too few", []part{gray, {"IDAT", packed(0, 1, 2, 3)}, end}, errRows},
		{"a row too many", []part{gray, {"IDAT", packed(make([]byte, 12)...)}, end}, errRows},
		{"no such filter", []part{gray, {"IDAT", packed(5, 1, 2, 3, 0, 4, 5, 6)}, end}, errRows},
		{"rows cut short", []part{gray, half(0, n-6), end}, errRows},
		{"check sum cut short", []part{gray, half(0, n-1), end}, errRows},
		{"bytes after the rows", []part{gray, rows, {"IDAT", []byte{0}}, end}, errRows},
		{"not compressed", []part{gray, {"IDAT", make([]byte, 8)}, end}, errRows},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := pngFile(tt.parts...)
			if err := soundPNG(data); err != tt.want {
				t.Fatalf("%v, want %v", err, tt.want)
			}
			p, err := Probe("p.png", data)
			if err != nil {
				return
			}
			file, typ, err := ForEPUB(p, EPUBOptions{})
			if err != nil {
				return
			}
			if typ != "image/png" || soundPNG(file) != nil {
				t.Errorf("the EPUB holds %s that is not sound", typ)
			}
			was, err := decode("png", p.Data)
			if is, _ := decode("png", file); err != nil || !alike(was, is) {
				t.Errorf("other pixels than before, or none: %v", err)
			}
		})
	}
}

// alike reports whether the 8-bit samples of two images are the same.
func alike(a, b image.Image) bool {
	read := func(m image.Image) *pixels {
		return copyPixels(newRowReader(m, m.Bounds().Dx(), m.Bounds().Dy()))
	}
	x, y := read(a), read(b)
	return bytes.Equal(x.rgb, y.rgb) && bytes.Equal(x.alpha, y.alpha)
}

// TestSoundAnimation reads every frame of a PNG file that moves. To encode one that
// is damaged anew would be to lose its frames, so that it is no picture.
func TestSoundAnimation(t *testing.T) {
	gray, rows, end := pngHead(8, 0, 0), part{"IDAT", packed(0, 1, 2, 3, 0, 4, 5, 6)}, part{"IEND", nil}
	moving := part{"acTL", numbers(nil, 2, 0)}
	control := func(n, w, h, x, y uint32) part {
		return part{"fcTL", append(numbers(nil, n, w, h, x, y), 0, 1, 0, 10, 0, 0)}
	}
	data := func(n uint32, rows ...byte) part { return part{"fdAT", append(numbers(nil, n), packed(rows...)...)} }
	first, second := control(0, 3, 2, 0, 0), control(1, 2, 1, 1, 1)
	for _, tt := range []struct {
		name  string
		parts []part
		ok    bool
	}{
		{"two frames", []part{gray, moving, first, rows, second, data(2, 0, 7, 8), end}, true},
		{"beside the still picture", []part{gray, moving, rows, first, data(1, 0, 1, 2, 3, 0, 1, 2, 3), control(2, 2, 1, 1, 1), data(3, 0, 7, 8), end}, true},
		{"no announcement", []part{gray, first, rows, end}, false},
		{"a frame too few", []part{gray, moving, first, rows, end}, false},
		{"frame without rows", []part{gray, moving, first, rows, second, end}, false},
		{"frame of other rows", []part{gray, moving, first, rows, second, data(2, 0, 7, 8, 9), end}, false},
		{"number left out", []part{gray, moving, first, rows, second, data(3, 0, 7, 8), end}, false},
		{"frame outside", []part{gray, moving, first, rows, control(1, 2, 1, 2, 1), data(2, 0, 7, 8), end}, false},
		{"first frame in part", []part{gray, moving, control(0, 2, 2, 0, 0), rows, second, data(2, 0, 7, 8), end}, false},
		{"rows without a frame", []part{gray, moving, rows, data(0, 0, 7, 8), end}, false},
		{"control of 25 bytes", []part{gray, moving, first, rows, {"fcTL", second.body[:25]}, data(2, 0, 7, 8), end}, false},
		{"announced late", []part{gray, first, rows, moving, second, data(2, 0, 7, 8), end}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := pngFile(tt.parts...)
			if err := soundPNG(file); (err == nil) != tt.ok {
				t.Fatalf("error: %v", err)
			}
			p, err := Probe("p.png", file)
			if err != nil {
				t.Fatal(err)
			}
			if !Moves(p) {
				return
			}
			_, _, err = ForEPUB(p, EPUBOptions{})
			if _, pdf := ForPDF(p, PDFOptions{}); (err == nil) != tt.ok || (pdf == nil) != tt.ok || (Verify(p, nil) == nil) != tt.ok {
				t.Errorf("EPUB: %v; PDF: %v; Verify: %v", err, pdf, Verify(p, nil))
			}
		})
	}
}

// TestSoundGIF reads every frame of a GIF file.
func TestSoundGIF(t *testing.T) {
	film := animation(t, 3, true)
	still := animation(t, 1, false)
	last := bytes.LastIndexByte(film, 0x2c)
	set := func(data []byte, at int, b byte) []byte { c := slices.Clone(data); c[at] = b; return c }
	for _, tt := range []struct {
		name string
		data []byte
		ok   bool
	}{
		{"still", still, true},
		{"three frames", film, true},
		{"bytes after the end", append(slices.Clone(film), 1, 2, 3), true},
		{"no trailer", film[:len(film)-1], true},
		{"cut in the last frame", film[:len(film)-4], false},
		{"last frame outside", set(film, last+1, 9), false},
		{"last frame without width", set(film, last+5, 0), false},
		{"last frame larger than its codes", set(film, last+7, 2), false},
		{"unknown block", slices.Insert(slices.Clone(film), last, 0x99), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := soundGIF(tt.data); (err == nil) != tt.ok {
				t.Fatalf("error: %v", err)
			}
			p, err := Probe("p.gif", tt.data)
			if err != nil {
				t.Fatal(err)
			}
			file, _, err := ForEPUB(p, EPUBOptions{})
			if (err == nil) != tt.ok || (Verify(p, nil) == nil) != tt.ok {
				t.Errorf("EPUB: %v; Verify: %v", err, Verify(p, nil))
			}
			if err == nil && soundGIF(file) != nil {
				t.Error("the EPUB holds a file that is not sound")
			}
		})
	}
}

// TestLargeAnimation does not read more frames than can be read in some seconds.
func TestLargeAnimation(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 10, 10))); err != nil {
		t.Fatal(err)
	}
	head := "GIF89a\x10\x27\x10\x27\x80\x00\x00\x00\x00\x00\xff\xff\xff" // 10,000 by 10,000
	small := ",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00"
	large := ",\x00\x00\x00\x00\x10\x27\x10\x27\x00\x02\x02D\x01\x00"
	film := []byte(head + small + large + large)
	var limit *limitError
	if err := soundGIF(film); err == nil || errors.As(err, &limit) {
		t.Errorf("frames that lack pixels: %v", err)
	}
	w := &pngWalk{width: 10_000, height: 10_000, pixels: pngData{{}}}
	for n := uint32(0); n < 6; n++ {
		err := w.frame(append(numbers(nil, n, 10_000, 10_000, 0, 0), 0, 1, 0, 1, 0, 0))
		if n == 0 && err != nil {
			t.Fatal(err)
		}
		w.animation.controls, w.animation.still = 1, true // the rows are not what is tried
		if got := errors.As(err, &limit); got != (n == 5) {
			t.Errorf("frame %d: %v", n, err)
		}
	}
}
