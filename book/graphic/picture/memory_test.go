package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestMemory refuses, before decoding it, what would take more memory than a build
// has. The limit is 750 MB.
func TestMemory(t *testing.T) {
	const side = 8000 // 64 megapixels
	head := func(depth, colour, interlace byte) []byte {
		body := append(numbers(nil, side, side), depth, colour, 0, 0, interlace)
		return pngFile(part{"IHDR", body}, part{"IDAT", nil}, part{"IEND", nil})
	}
	frame := func(name string) []byte {
		data, err := os.ReadFile("testdata/jpeg/" + name)
		if err != nil {
			t.Fatal(err)
		}
		i := max(bytes.Index(data, []byte{0xff, sof0}), bytes.Index(data, []byte{0xff, sof2}))
		copy(data[i+5:], []byte{side >> 8, side & 255, side >> 8, side & 255})
		return data
	}
	full := frame("progressive.jpg") // the components are of one size
	full[bytes.Index(full, []byte{0xff, sof2})+11] = 0x11
	for _, tt := range []struct {
		name   string
		data   []byte
		pixel  int64 // tenths of bytes a pixel
		within bool
	}{
		{"png of 8 bits", head(8, 2, 0), 40, true},
		{"png of 16 bits", head(16, 2, 0), 80, true},
		{"interlaced png of 16 bits", head(16, 2, 1), 120, false},
		{"gray png", head(8, 0, 0), 10, true},
		{"gray png with a transparent gray", withChunk(head(8, 0, 0), "tRNS", []byte{0, 0}), 40, true},
		{"baseline jpeg at 4:2:0", frame("restarts.jpg"), 15, true},
		{"progressive jpeg at 4:2:2", frame("progressive.jpg"), 100, true},
		{"progressive jpeg at 4:4:4", full, 150, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			format := sniff(tt.data)
			cfg, err := config(format, tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if got := (memory(format, tt.data, cfg) - int64(len(tt.data))) * 10 / (side * side); got != tt.pixel {
				t.Errorf("%d tenths of bytes a pixel, want %d", got, tt.pixel)
			}
			_, err = Probe("p", tt.data)
			if refused := err != nil && strings.Contains(err.Error(), "MB of memory"); refused == tt.within {
				t.Errorf("error: %v", err)
			}
		})
	}
	_, err := Probe("p", head(16, 2, 1)) // 12 bytes a pixel, and the file itself
	if want := "PNG image is not decoded: with 8000 × 8000 pixels it would take 769 MB of memory; the limit is 750 MB"; err == nil || err.Error() != want {
		t.Errorf("said: %v", err)
	}
}

// TestRoom lets nobody in who does not fit beside the others.
func TestRoom(t *testing.T) {
	var r Room
	first := r.enter(maxMemory / 2)
	second := r.enter(maxMemory / 2)
	third := make(chan func())
	go func() { third <- r.enter(maxMemory) }()
	select {
	case <-third:
		t.Fatal("three fit where two do")
	default:
	}
	first()
	second()
	leave := <-third
	if r.taken != maxMemory {
		t.Errorf("%d bytes are taken", r.taken)
	}
	leave()
	if r.taken != 0 {
		t.Errorf("%d bytes are taken by nobody", r.taken)
	}
}

// TestTIFFBands reads a large strip as several, with the same pixels.
func TestTIFFBands(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 1111, 1003))
	for i := range img.Pix {
		img.Pix[i] = uint8(i*i>>7) | 1
	}
	gray := image.NewGray16(image.Rect(0, 0, 1501, 1503))
	for i := range gray.Pix {
		gray.Pix[i] = uint8(i * i >> 9)
	}
	for name, m := range map[string]image.Image{"colours": img, "gray of 16 bits": gray} {
		t.Run(name, func(t *testing.T) {
			data := tiffOf(m)
			bands, ok := tiffBands(data).(*pieces)
			if !ok {
				t.Fatal("read as it is")
			}
			got, err := tiffDecode(data)
			if err != nil || !alike(got, m) {
				t.Fatalf("other pixels: %v", err)
			}
			if n := int(binary.LittleEndian.Uint16(bands.parts[2])); n < 8 {
				t.Errorf("%d fields", n)
			}
		})
	}
	for _, tag := range []byte{1, 2} { // the height, or the type of a field, is another
		data := slices.Clone(tiffOf(img))
		data[int(binary.LittleEndian.Uint32(data[4:]))+2+12+8] = tag
		_, _ = tiffDecode(data) // reads no further than there are bytes
	}
}
