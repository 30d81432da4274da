package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"math/rand/v2"
	"testing"
)

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
			if e.JPEG == nil && len(samples(t, e)) != n*tt.w*tt.h {
				t.Errorf("%d samples, want %d", len(samples(t, e)), n*tt.w*tt.h)
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
			if err := Verify(q, nil); err != nil {
				t.Errorf("the result cannot be decoded: %v", err)
			}
			if most := tt.opts.MaxPixels; most == 0 && (q.Width != p.Width || q.Height != p.Height) || most > 0 && q.Width*q.Height > most {
				t.Errorf("%d × %d became %d × %d", p.Width, p.Height, q.Width, q.Height)
			}
		})
	}
}

// What a camera or a program wrote beside the pixels does not reach an edition.
// TestLargeLossless encodes a picture of which the PNG is large: as JPEG when that is
// far smaller, and as PNG all the same when it has transparent places.
func TestLargeLossless(t *testing.T) {
	for _, tt := range []struct {
		side      int
		alpha     bool
		mediaType string
	}{
		{300, false, "image/png"},
		{1500, false, "image/jpeg"},
		{1500, true, "image/png"},
	} {
		p := &pixels{width: tt.side, height: tt.side, rgb: make([]uint8, 3*tt.side*tt.side)}
		rng := rand.New(rand.NewPCG(1, 2))
		for i := range p.rgb { // grain, which PNG does not compress
			p.rgb[i] = uint8(i/(3*tt.side)/8) + uint8(rng.UintN(8))
		}
		if tt.alpha {
			p.alpha = make([]uint8, tt.side*tt.side)
		}
		data, mediaType, err := p.file(false)
		if err != nil || mediaType != tt.mediaType {
			t.Errorf("%d pixels wide, alpha %t: %s of %d bytes, %v, want %s", tt.side, tt.alpha, mediaType, len(data), err, tt.mediaType)
		}
	}
}

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
	for _, info := range []jpegInfo{
		{bits: 8, components: 1, transform: -1, orientation: 1}, {bits: 8, components: 3, transform: 1, ids: [3]byte{'R', 'G', 'B'}, orientation: 1}, {bits: 8, components: 3, transform: -1, ids: [3]byte{1, 2, 3}, orientation: 1},
	} {
		if !info.passes() {
			t.Errorf("%+v does not pass", info)
		}
	}
	for name, info := range map[string]jpegInfo{
		"cmyk":             {bits: 8, components: 4, transform: -1, orientation: 1},
		"12 bits":          {bits: 12, components: 3, transform: -1, orientation: 1},
		"rgb by Adobe":     {bits: 8, components: 3, transform: 0, orientation: 1},
		"rgb by its names": {bits: 8, components: 3, transform: -1, ids: [3]byte{'R', 'G', 'B'}, orientation: 1},
		"ycck by Adobe":    {bits: 8, components: 3, transform: 2, orientation: 1},
		"two components":   {bits: 8, components: 2, transform: -1, orientation: 1},
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

// TestBound makes pictures of any form as large as may be.
func TestBound(t *testing.T) {
	for _, tt := range []struct{ w, h, most, wantW, wantH int }{
		{30, 20, 0, 30, 20},
		{30, 20, 600, 30, 20},
		{30, 20, 599, 29, 19},
		{3, 1000, 400, 1, 333},
		{1000, 3, 400, 400, 1},
		{1, 1000, 10, 1, 10},
	} {
		if w, h := bound(tt.w, tt.h, tt.most); w != tt.wantW || h != tt.wantH {
			t.Errorf("%d by %d within %d is %d by %d, want %d by %d", tt.w, tt.h, tt.most, w, h, tt.wantW, tt.wantH)
		}
	}
}
