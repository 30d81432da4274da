package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

// sample is a picture with a gradient of colours, 6 by 4 pixels.
func sample() *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, 6, 4))
	for y := range 4 {
		for x := range 6 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(40 * x), uint8(60 * y), 90, 255})
		}
	}
	return img
}

func pngOf(img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func jpegOf(img image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func gifOf(img image.Image) []byte {
	var b bytes.Buffer
	if err := gif.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func tiffOf(img image.Image) []byte {
	var b bytes.Buffer
	if err := tiff.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func bmpOf(img image.Image) []byte {
	var b bytes.Buffer
	if err := bmp.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// exif is a TIFF structure that states an orientation and holds a secret.
func exif(o byte) []byte {
	b := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00?\x00\x00\x00\x00\x00\x00SECRET")
	b[19] = o
	return b
}

// withSegment puts an application segment after the SOI of a JPEG.
func withSegment(jpg []byte, marker byte, body []byte) []byte {
	seg := []byte{0xff, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}
	return append(append(append(append([]byte{}, jpg[:2]...), seg...), body...), jpg[2:]...)
}

func turned(img image.Image, o byte) []byte {
	return withSegment(jpegOf(img), 0xe1, append([]byte("Exif\x00\x00"), exif(o)...))
}

// withChunk puts a chunk after the IHDR of a PNG.
func withChunk(p []byte, kind string, body []byte) []byte {
	c := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	c = append(append(c, kind...), body...)
	c = binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
	return append(append(append([]byte{}, p[:33]...), c...), p[33:]...)
}

func patched(data []byte, at int, bytes ...byte) []byte {
	data = append([]byte{}, data...)
	copy(data[at:], bytes)
	return data
}

// webpLossless is a picture of 1 by 1 pixel.
const webpLossless = "RIFF\x1a\x00\x00\x00WEBPVP8L\r\x00\x00\x00/\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"

func TestProbe(t *testing.T) {
	img := sample()
	tests := []struct {
		name   string
		data   []byte
		format string
		w, h   int
	}{
		{"png", pngOf(img), "png", 6, 4},
		{"jpeg", jpegOf(img), "jpeg", 6, 4},
		{"jpeg with bytes after its end", append(jpegOf(img), "more"...), "jpeg", 6, 4},
		{"jpeg upside down", turned(img, 3), "jpeg", 6, 4},
		{"jpeg on its side", turned(img, 6), "jpeg", 4, 6},
		{"png on its side", withChunk(pngOf(img), "eXIf", exif(8)), "png", 4, 6},
		{"gif", gifOf(img), "gif", 6, 4},
		{"webp", []byte(webpLossless), "webp", 1, 1},
		{"tiff", tiffOf(img), "tiff", 6, 4},
		{"bmp", bmpOf(img), "bmp", 6, 4},
		{"svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="6" height="3.5"/>`), "svg", 6, 4},
		{"svg after a prologue", []byte("\ufeff<?xml version='1.0'?>\n<!-- <x> -->\n<!DOCTYPE svg>\n<svg width='6' height='4'/>"), "svg", 6, 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Probe("a/b.dat", tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if p.Path != "a/b.dat" || p.Format != tt.format || p.Width != tt.w || p.Height != tt.h || !bytes.Equal(p.Data, tt.data) {
				t.Errorf("Probe = %s %s %d × %d, want %s %d × %d", p.Path, p.Format, p.Width, p.Height, tt.format, tt.w, tt.h)
			}
			if err := Verify(p, nil); err != nil {
				t.Errorf("Verify: %v", err)
			}
		})
	}
}

func TestProbeErrors(t *testing.T) {
	img := sample()
	p := pngOf(img)
	j := jpegOf(img)
	g := gifOf(img)
	huge := patched(p, 16, 0, 1, 0, 0, 0, 1, 0, 0) // 65,536 × 65,536
	huge = patched(huge, 29, binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(huge[12:29]))...)
	zero := patched(p, 16, 0, 0, 0, 0)
	zero = patched(zero, 29, binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(zero[12:29]))...)
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "the file is empty"},
		{"text", []byte("hello"), "not a PNG"},
		{"html", []byte("<!DOCTYPE html><html></html>"), "not a PNG"},
		{"open bracket", []byte("<"), "not a PNG"},
		{"brackets", []byte("< < <"), "not a PNG"},
		{"pdf", []byte("%PDF-1.7"), "not a PNG"},
		{"png header only", p[:20], "PNG image cannot be decoded: the file is cut short"},
		{"png cut", p[:len(p)-40], "PNG image cannot be decoded: the file is cut short"},
		{"png with wrong bytes", patched(p, 43, 0, 0, 0), "check sum"},
		{"png of four gigapixels", huge, "100 megapixels"},
		{"png without width", zero, "PNG image cannot be decoded"},
		{"jpeg cut", j[:len(j)-2], "JPEG image cannot be decoded: the file is cut short"},
		{"jpeg cut in its tables", j[:100], "JPEG image cannot be decoded: the file is cut short"},
		{"gif cut", g[:len(g)-4], "GIF image cannot be decoded: the file is cut short"},
		{"gif header only", g[:13], "cannot be decoded"},
		{"tiff cut", tiffOf(img)[:40], "TIFF image cannot be decoded"},
		{"bmp cut", bmpOf(img)[:60], "BMP image cannot be decoded: the file is cut short"},
		{"webp cut", []byte(webpLossless[:25]), "WebP image cannot be decoded"},
		{"svg cut", []byte("<svg><g>"), "SVG image cannot be decoded"},
		{"svg of no size", []byte("<svg width='0'/>"), "SVG image cannot be decoded: width or height is zero"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Probe("x.png", tt.data)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error is %v, want one with %q", err, tt.want)
			}
		})
	}
}

func probe(t testing.TB, data []byte) *book.Picture {
	t.Helper()
	p, err := Probe("x", data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// webpAnimated is two frames of 4 by 2 pixels, red and blue, two pixels from the
// left of a canvas of 8 by 2.
const webpAnimated = "RIFF\x84\x00\x00\x00WEBPVP8X\n\x00\x00\x00\x02\x00\x00\x00\x07\x00\x00\x01\x00\x00" +
	"ANIM\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"ANMF(\x00\x00\x00\x01\x00\x00\x00\x00\x00\x03\x00\x00\x01\x00\x00d\x00\x00\x02VP8L\x0f\x00\x00\x00/\x03@\x00\x00\x07\x10\xfd\x8f\xfe\x07\"\xa2\xff\x01\x00" +
	"ANMF(\x00\x00\x00\x01\x00\x00\x00\x00\x00\x03\x00\x00\x01\x00\x00d\x00\x00\x00VP8L\x0f\x00\x00\x00/\x03@\x00\x00\x07\x10\xd1\xff\xfe\x07\"\xa2\xff\x01\x00"

func TestAnimatedWebP(t *testing.T) {
	p := probe(t, []byte(webpAnimated))
	e, err := ForPDF(p, PDFOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if e.Width != 8 || e.Height != 2 {
		t.Fatalf("%d × %d, want 8 × 2", e.Width, e.Height)
	}
	for x, want := range []uint8{0, 0, 255, 255, 255, 255, 0, 0} {
		if e.Alpha[x] != want || e.Samples[3*x] != want {
			t.Errorf("pixel %d has alpha %d and red %d, want %d", x, e.Alpha[x], e.Samples[3*x], want)
		}
	}
	// A frame beyond the canvas.
	if _, err := Probe("x", patched([]byte(webpAnimated), 52, 9)); err == nil {
		t.Error("a frame outside its canvas is no error")
	}
}

func FuzzPicture(f *testing.F) {
	fuzzing.Begin(f)
	img := sample()
	for _, data := range [][]byte{
		pngOf(img), jpegOf(img), gifOf(img), tiffOf(img), bmpOf(img), turned(img, 5),
		[]byte(webpLossless), []byte(webpAnimated), []byte("<svg width='3' height='3'><rect width='2' height='2'/></svg>"),
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Probe("x", data)
		if err != nil {
			return
		}
		if p.Width <= 0 || p.Height <= 0 || p.Format == "" {
			t.Fatalf("Probe gives %q of %d × %d", p.Format, p.Width, p.Height)
		}
		if p.Format != "svg" && p.Width*p.Height > 1<<20 {
			return // right, but slow
		}
		if out, _, err := ForEPUB(p, EPUBOptions{MaxPixels: 1 << 16}); err == nil {
			if _, err := Probe("y", out); err != nil {
				t.Errorf("what is made for the EPUB cannot be read: %v", err)
			}
		}
		if p.Format == "svg" {
			return
		}
		e, err := ForPDF(p, PDFOptions{MaxWidth: 100, MaxHeight: 100})
		if n := len(samples(t, e)); err == nil && e.JPEG == nil && n != e.Width*e.Height && n != 3*e.Width*e.Height {
			t.Errorf("%d samples for %d × %d", n, e.Width, e.Height)
		}
	})
}

func BenchmarkProbe(b *testing.B) {
	data := pngOf(noise(1200, 800))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Probe("x", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkShrink(b *testing.B) {
	img := noise(2400, 1600)
	for b.Loop() {
		shrink(newRowReader(img, 2400, 1600), 1000, 667)
	}
}

func noise(w, h int) *image.NRGBA {
	rng := rand.New(rand.NewPCG(9, 9))
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(rng.Uint32()) | uint8(i%4/3*255)
	}
	return img
}
