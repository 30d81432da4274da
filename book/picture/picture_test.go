package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"octavo/book"
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
			if err := Verify(p); err != nil {
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
		{"png cut", p[:len(p)-14], "PNG image cannot be decoded: the file is cut short"},
		{"png with a wrong byte", patched(p, len(p)-20, 0x55), "check sum"},
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

// All orientations of one picture show the same: the corners are where they
// belong.
func TestOrientation(t *testing.T) {
	// A red, B green, C blue, D white in the displayed picture of 32 by 16:
	want := map[image.Point]color.NRGBA{{0, 0}: {255, 0, 0, 255}, {31, 0}: {0, 255, 0, 255}, {0, 15}: {0, 0, 255, 255}, {31, 15}: {255, 255, 255, 255}}
	shown := image.NewNRGBA(image.Rect(0, 0, 32, 16))
	for p, c := range want {
		r := image.Rect(p.X/16*16, p.Y/8*8, p.X/16*16+16, p.Y/8*8+8)
		draw.Draw(shown, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	for o := byte(1); o <= 8; o++ {
		w, h := 32, 16
		if o >= 5 {
			w, h = h, w
		}
		stored := image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				to := place(int(o), x, y, w, h, 32)
				stored.SetNRGBA(x, y, shown.NRGBAAt(to%32, to/32))
			}
		}
		// Where the standard says that the first row and column are (EXIF 2.32,
		// table 6): only a picture that agrees with it is a reference.
		first := map[byte]image.Point{1: {0, 0}, 2: {31, 0}, 3: {31, 15}, 4: {0, 15}, 5: {0, 0}, 6: {31, 0}, 7: {31, 15}, 8: {0, 15}}[o]
		if got := stored.NRGBAAt(0, 0); got != want[first] {
			t.Errorf("orientation %d: the first pixel stored is %v, want that of the corner %v", o, got, first)
		}
		p := probe(t, turned(stored, o))
		e, err := ForPDF(p, PDFOptions{MaxWidth: 16})
		if err != nil {
			t.Fatal(err)
		}
		if e.Width != 16 || e.Height != 8 {
			t.Fatalf("orientation %d: %d × %d, want 16 × 8", o, e.Width, e.Height)
		}
		small, err := jpeg.Decode(bytes.NewReader(e.JPEG))
		if err != nil {
			t.Fatal(err)
		}
		for at, c := range want {
			if got := color.NRGBAModel.Convert(small.At(at.X/2, at.Y/2)).(color.NRGBA); far(got, c) {
				t.Errorf("orientation %d: corner %v is %v, want %v", o, at, got, c)
			}
		}
	}
}

func far(a, b color.NRGBA) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) > 30 }
	return d(a.R, b.R) || d(a.G, b.G) || d(a.B, b.B)
}

// Every kind of image that Go decodes to gives the samples that its colour
// model says.
func TestSamplesOfEveryKind(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const w, h = 7, 5
	rect := image.Rect(3, 2, 3+w, 2+h) // not at the origin
	kinds := []draw.Image{
		image.NewNRGBA(rect), image.NewNRGBA64(rect), image.NewRGBA(rect), image.NewRGBA64(rect),
		image.NewGray(rect), image.NewGray16(rect), image.NewPaletted(rect, palette.Plan9), image.NewCMYK(rect),
	}
	for _, img := range kinds {
		for y := rect.Min.Y; y < rect.Max.Y; y++ {
			for x := rect.Min.X; x < rect.Max.X; x++ {
				img.Set(x, y, color.NRGBA{uint8(rng.Uint32()), uint8(rng.Uint32()), uint8(rng.Uint32()), uint8(rng.Uint32()) | 0x80})
			}
		}
		px := readPixels(newRowReader(img, w, h), w, h)
		for i := range w * h {
			c := color.NRGBAModel.Convert(img.At(rect.Min.X+i%w, rect.Min.Y+i/w)).(color.NRGBA)
			a := uint8(255)
			if px.alpha != nil {
				a = px.alpha[i]
			}
			got := color.NRGBA{px.rgb[3*i], px.rgb[3*i+1], px.rgb[3*i+2], a}
			if off(got.R, c.R) || off(got.G, c.G) || off(got.B, c.B) || off(got.A, c.A) {
				t.Errorf("%T: pixel %d is %v, want %v", img, i, got, c)
			}
		}
	}
}

// off reports whether two samples differ by more than rounding, which the
// standard library does downwards.
func off(a, b uint8) bool { return max(a, b)-min(a, b) > 1 }

// The slow reference of shrink adds up areas of rectangles.
func TestShrinkAgainstAreas(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		w, h := 1+rng.IntN(30), 1+rng.IntN(30)
		img := image.NewNRGBA(image.Rect(0, 0, w, h))
		opaque := rng.IntN(2) == 0
		for i := range img.Pix {
			img.Pix[i] = uint8(rng.Uint32())
			if opaque && i%4 == 3 {
				img.Pix[i] = 255
			}
		}
		tw, th := 1+rng.IntN(w), 1+rng.IntN(h)
		got := shrink(newRowReader(img, w, h), tw, th)
		for y := range th {
			for x := range tw {
				want := areaMean(img, x, y, tw, th)
				i := y*tw + x
				a := uint8(255)
				if got.alpha != nil {
					a = got.alpha[i]
				}
				have := [4]uint8{got.rgb[3*i], got.rgb[3*i+1], got.rgb[3*i+2], a}
				for k := range 4 {
					if d := float64(have[k]) - want[k]; d > 0.51 || d < -0.51 {
						t.Fatalf("%d × %d to %d × %d, pixel %d,%d: %v, want %v", w, h, tw, th, x, y, have, want)
					}
				}
			}
		}
	}
}

func areaMean(img *image.NRGBA, x, y, tw, th int) [4]float64 {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	overlap := func(i, n, j, m int) float64 { // of source i in n and result j in m
		lo := max(float64(i)/float64(n), float64(j)/float64(m))
		hi := min(float64(i+1)/float64(n), float64(j+1)/float64(m))
		return max(0, hi-lo)
	}
	var sum [4]float64
	for sy := range h {
		for sx := range w {
			area := overlap(sx, w, x, tw) * overlap(sy, h, y, th)
			c := img.NRGBAAt(sx, sy)
			a := float64(c.A) * area
			sum[0] += float64(c.R) * a
			sum[1] += float64(c.G) * a
			sum[2] += float64(c.B) * a
			sum[3] += a
		}
	}
	if sum[3] > 0 {
		for k := range 3 {
			sum[k] /= sum[3]
		}
	}
	sum[3] *= float64(tw * th)
	return sum
}

func TestForPDF(t *testing.T) {
	img := sample()
	gray := image.NewGray(image.Rect(0, 0, 6, 4))
	glass := sample()
	glass.SetNRGBA(2, 1, color.NRGBA{10, 20, 30, 128})
	cmyk := image.NewCMYK(image.Rect(0, 0, 6, 4))
	tests := []struct {
		name                string
		data                []byte
		opts                PDFOptions
		w, h                int
		gray, isJPEG, alpha bool
	}{
		{"png", pngOf(img), PDFOptions{}, 6, 4, false, false, false},
		{"gray png", pngOf(gray), PDFOptions{}, 6, 4, true, false, false},
		{"16-bit png", pngOf(toRGBA64(img)), PDFOptions{}, 6, 4, false, false, false},
		{"png with alpha", pngOf(glass), PDFOptions{}, 6, 4, false, false, true},
		{"jpeg", jpegOf(img), PDFOptions{}, 6, 4, false, true, false},
		{"gray jpeg", jpegOf(gray), PDFOptions{}, 6, 4, true, true, false},
		{"jpeg on its side", turned(img, 6), PDFOptions{}, 4, 6, false, true, false},
		{"a little too large", pngOf(img), PDFOptions{MaxWidth: 4}, 6, 4, false, false, false},
		{"too large", pngOf(img), PDFOptions{MaxWidth: 3}, 3, 2, false, false, false},
		{"too high", pngOf(img), PDFOptions{MaxWidth: 3, MaxHeight: 1}, 2, 1, false, false, false},
		{"cmyk tiff", tiffOf(cmyk), PDFOptions{}, 6, 4, true, false, false},
		{"webp", []byte(webpLossless), PDFOptions{}, 1, 1, true, false, true},
		{"bmp", bmpOf(img), PDFOptions{}, 6, 4, false, false, false},
		{"gif", gifOf(img), PDFOptions{}, 6, 4, false, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, err := ForPDF(probe(t, tt.data), tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			if e.Width != tt.w || e.Height != tt.h || (e.JPEG != nil) != tt.isJPEG || (e.Alpha != nil) != tt.alpha {
				t.Errorf("%d × %d, JPEG %v, alpha %v; want %d × %d, %v, %v", e.Width, e.Height, e.JPEG != nil, e.Alpha != nil, tt.w, tt.h, tt.isJPEG, tt.alpha)
			}
			if e.Gray != tt.gray {
				t.Errorf("gray is %v, want %v", e.Gray, tt.gray)
			}
			n := 3
			if e.Gray {
				n = 1
			}
			if e.JPEG == nil && len(e.Samples) != n*tt.w*tt.h {
				t.Errorf("%d samples, want %d", len(e.Samples), n*tt.w*tt.h)
			}
		})
	}
}

func toRGBA64(img image.Image) *image.NRGBA64 {
	out := image.NewNRGBA64(img.Bounds())
	draw.Draw(out, out.Rect, img, image.Point{}, draw.Src)
	return out
}

func TestForEPUB(t *testing.T) {
	img := sample()
	tests := []struct {
		name, want string
		data       []byte
		opts       EPUBOptions
		same       bool
	}{
		{"png passes", "image/png", pngOf(img), EPUBOptions{}, true},
		{"jpeg passes", "image/jpeg", jpegOf(img), EPUBOptions{}, true},
		{"gif passes", "image/gif", gifOf(img), EPUBOptions{}, true},
		{"jpeg is turned", "image/jpeg", turned(img, 6), EPUBOptions{}, false},
		{"png is turned", "image/png", withChunk(pngOf(img), "eXIf", exif(6)), EPUBOptions{}, false},
		{"large png is reduced", "image/png", pngOf(img), EPUBOptions{MaxPixels: 10}, false},
		{"large gif is reduced", "image/png", gifOf(img), EPUBOptions{MaxPixels: 10}, false},
		{"tiff", "image/png", tiffOf(img), EPUBOptions{}, false},
		{"bmp", "image/png", bmpOf(img), EPUBOptions{}, false},
		{"webp", "image/png", []byte(webpLossless), EPUBOptions{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := probe(t, tt.data)
			data, typ, err := ForEPUB(p, tt.opts)
			if err != nil || typ != tt.want {
				t.Fatalf("ForEPUB: %s, %v; want %s", typ, err, tt.want)
			}
			if bytes.Equal(data, tt.data) != tt.same {
				t.Errorf("the file is the same: %v, want %v", !tt.same, tt.same)
			}
			q := probe(t, data)
			if err := Verify(q); err != nil {
				t.Errorf("the result cannot be decoded: %v", err)
			}
			if most := tt.opts.MaxPixels; most == 0 && (q.Width != p.Width || q.Height != p.Height) || most > 0 && q.Width*q.Height > most {
				t.Errorf("%d × %d became %d × %d", p.Width, p.Height, q.Width, q.Height)
			}
		})
	}
}

// What a camera or a program wrote beside the pixels does not reach an edition.
func TestMetadataIsStripped(t *testing.T) {
	img := sample()
	gifData := gifOf(img)
	comment := append([]byte("\x21\xfe\x06SECRET\x00"), gifData[13+3*256:]...)
	files := map[string][]byte{
		"exif":             turned(img, 1),
		"jpeg comment":     withSegment(jpegOf(img), 0xfe, []byte("SECRET")),
		"iptc":             withSegment(jpegOf(img), 0xed, []byte("Photoshop 3.0\x00SECRET")),
		"after the end":    append(jpegOf(img), "SECRET\xff\xd9"...),
		"png text":         withChunk(pngOf(img), "tEXt", []byte("Author\x00SECRET")),
		"png xmp":          withChunk(pngOf(img), "iTXt", []byte("XML:com.adobe.xmp\x00SECRET")),
		"png exif":         withChunk(pngOf(img), "eXIf", exif(1)),
		"gif comment":      append(append([]byte{}, gifData[:13+3*256]...), comment...),
		"after the png":    append(pngOf(img), "SECRET"...),
		"svg editor notes": []byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://example.org/ink" width="3" height="3" i:file="SECRET"><!-- SECRET --><metadata>SECRET</metadata></svg>`),
	}
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			if !bytes.Contains(data, []byte("SECRET")) {
				t.Fatal("the file has no secret")
			}
			p := probe(t, data)
			out, _, err := ForEPUB(p, EPUBOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(out, []byte("SECRET")) {
				t.Error("the EPUB has it")
			}
			if p.Format == "svg" {
				return
			}
			if e, err := ForPDF(p, PDFOptions{}); err != nil || bytes.Contains(e.JPEG, []byte("SECRET")) {
				t.Errorf("the PDF has it, or %v", err)
			}
		})
	}
}

func TestJPEGThatDoesNotPass(t *testing.T) {
	if info := jpegInfoOf(jpegOf(sample())); !info.passes() {
		t.Error("an ordinary file does not pass")
	}
	for name, info := range map[string]jpegInfo{
		"cmyk":             {bits: 8, components: 4, transform: -1, orientation: 1},
		"12 bits":          {bits: 12, components: 3, transform: -1, orientation: 1},
		"rgb by Adobe":     {bits: 8, components: 3, transform: 0, orientation: 1},
		"rgb by its names": {bits: 8, components: 3, transform: -1, ids: [3]byte{'R', 'G', 'B'}, orientation: 1},
		"turned":           {bits: 8, components: 3, transform: -1, orientation: 3},
	} {
		if info.passes() {
			t.Errorf("%s passes", name)
		}
	}
}

// A frame that covers a part of its canvas leaves the rest transparent.
func TestGIFFrameOnCanvas(t *testing.T) {
	frame := image.NewPaletted(image.Rect(2, 1, 4, 3), color.Palette{color.NRGBA{255, 0, 0, 255}})
	var b bytes.Buffer
	err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}, Config: image.Config{Width: 6, Height: 4}})
	if err != nil {
		t.Fatal(err)
	}
	e, err := ForPDF(probe(t, b.Bytes()), PDFOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []uint8{0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0}
	if e.Width != 6 || e.Height != 4 || !bytes.Equal(e.Alpha, want) {
		t.Errorf("%d × %d with alpha %v, want 6 × 4 with %v", e.Width, e.Height, e.Alpha, want)
	}
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
		if err == nil && e.JPEG == nil && len(e.Samples) != e.Width*e.Height && len(e.Samples) != 3*e.Width*e.Height {
			t.Errorf("%d samples for %d × %d", len(e.Samples), e.Width, e.Height)
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
