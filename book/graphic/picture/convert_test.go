package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"testing"

	"octavo/book/base/srgb"
	"octavo/book/graphic/drawing"
)

// wideProfile makes an ICC profile of three primaries, adapted to D50, and one curve.
func wideProfile(primaries [9]float64, curve []byte) []byte {
	fixed := func(v float64) []byte { return binary.BigEndian.AppendUint32(nil, uint32(int32(math.Round(v*65536)))) }
	p := make([]byte, minProfile)
	copy(p[16:], "RGB ")
	binary.BigEndian.PutUint32(p[128:], 6)
	at := minProfile + 6*12
	var body []byte
	for i, name := range []string{"rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"} {
		tag := curve
		if i < 3 {
			tag = []byte("XYZ \x00\x00\x00\x00")
			for k := range 3 {
				tag = append(tag, fixed(primaries[3*i+k])...)
			}
		}
		p = append(p, name...)
		p = binary.BigEndian.AppendUint32(p, uint32(at+len(body)))
		p = binary.BigEndian.AppendUint32(p, uint32(len(tag)))
		body = append(body, tag...)
	}
	return append(p, body...)
}

// The primaries of spaces as their profiles have them, and curves.
var (
	displayP3 = [9]float64{0.5151, 0.2412, -0.0011, 0.2920, 0.6922, 0.0419, 0.1571, 0.0666, 0.7841}
	adobeRGB  = [9]float64{0.6097, 0.3111, 0.0195, 0.2053, 0.6257, 0.0609, 0.1492, 0.0632, 0.7446}
	srgbD50   = [9]float64{0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141}
	gamma22   = []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33")
	srgbCurve = []byte("para\x00\x00\x00\x00\x00\x03\x00\x00" + // 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045
		"\x00\x02\x66\x66\x00\x00\xf2\xa7\x00\x00\x0d\x59\x00\x00\x13\xd0\x00\x00\x0a\x5b")
)

// pngWithChunk makes a PNG of one colour with a chunk before its pixels.
func pngWithChunk(c color.Color, kind string, body []byte) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 4, 4))
	for i := range 16 {
		img.Set(i%4, i/4, c)
	}
	var b bytes.Buffer
	png.Encode(&b, img)
	const head = 8 + 25
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	chunk = append(append(chunk, kind...), body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(append([]byte(nil), b.Bytes()[:head]...), chunk...), b.Bytes()[head:]...)
}

func profileBody(profile []byte) []byte {
	var z bytes.Buffer
	z.WriteString("p\x00\x00")
	w := zlib.NewWriter(&z)
	w.Write(profile)
	w.Close()
	return z.Bytes()
}

func words32(v ...uint32) (b []byte) {
	for _, n := range v {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

// TestConversion has the colours of pictures in other spaces in both editions, as
// colorimetry has them in sRGB (by the formulas of the spaces, in floating point).
func TestConversion(t *testing.T) {
	orange := color.NRGBA{R: 200, G: 120, B: 60, A: 255}
	tests := []struct {
		name string
		data []byte
		want [3]int
	}{
		{"Display P3", pngWithChunk(orange, "iCCP", profileBody(wideProfile(displayP3, srgbCurve))), [3]int{213, 115, 42}},
		{"Adobe RGB", pngWithChunk(orange, "iCCP", profileBody(wideProfile(adobeRGB, gamma22))), [3]int{224, 121, 53}},
		{"sRGB", pngWithChunk(orange, "iCCP", profileBody(wideProfile(srgbD50, srgbCurve))), [3]int{200, 120, 60}},
		{"gamma 1", pngWithChunk(orange, "gAMA", words32(100_000)), [3]int{229, 182, 133}},
		{"gamma 1/1.8", pngWithChunk(orange, "gAMA", words32(55_556)), [3]int{210, 139, 77}},
		{"gamma of sRGB", pngWithChunk(orange, "gAMA", words32(45_455)), [3]int{200, 120, 60}},
		{"primaries of P3", pngWithChunk(orange, "cHRM", words32(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)), [3]int{213, 115, 42}},
		{"primaries of sRGB", pngWithChunk(orange, "cHRM", words32(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)), [3]int{200, 120, 60}},
		{"grey in P3", pngWithChunk(color.NRGBA{R: 90, G: 90, B: 90, A: 255}, "iCCP", profileBody(wideProfile(displayP3, srgbCurve))), [3]int{90, 90, 90}},
		{"gamma of nothing", pngWithChunk(orange, "gAMA", words32(0)), [3]int{200, 120, 60}},
		{"primaries that are none", pngWithChunk(orange, "cHRM", make([]byte, 32)), [3]int{200, 120, 60}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Probe("a.png", tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if s := Space(tt.data); s != "" {
				t.Errorf("%q is told, and converted", s)
			}
			file, _, err := ForEPUB(p, EPUBOptions{})
			if err != nil {
				t.Fatal(err)
			}
			near(t, "the EPUB", file, tt.want, 2)
			enc, err := ForPDF(p, PDFOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if enc.PNG != nil {
				near(t, "the PDF", enc.PNG, tt.want, 2)
				return
			}
			for i, want := range tt.want {
				if got := int(enc.Samples[min(i, len(enc.Samples)-1)]); got < want-2 || got > want+2 {
					t.Errorf("the PDF has %v, want %v", enc.Samples[:3], tt.want)
				}
			}
		})
	}
}

func near(t *testing.T, where string, file []byte, want [3]int, off int) {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	r, g, b, _ := img.At(1, 1).RGBA()
	for i, v := range []uint32{r, g, b} {
		if got := int(v >> 8); got < want[i]-off || got > want[i]+off {
			t.Errorf("%s has %d %d %d, want %v", where, r>>8, g>>8, b>>8, want)
			return
		}
	}
	if bytes.Contains(file, []byte("gAMA")) && want != [3]int{200, 120, 60} {
		t.Errorf("%s has the old gamma", where)
	}
}

// TestConversionJPEG has a JPEG of another space encoded anew, without its profile.
func TestConversionJPEG(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		img.Set(i%16, i/16, color.NRGBA{R: 200, G: 120, B: 60, A: 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	profile := append([]byte("ICC_PROFILE\x00\x01\x01"), wideProfile(displayP3, srgbCurve)...)
	segment := append(binary.BigEndian.AppendUint16([]byte{0xff, 0xe2}, uint16(len(profile)+2)), profile...)
	data := append(append(append([]byte(nil), b.Bytes()[:2]...), segment...), b.Bytes()[2:]...)
	p, err := Probe("a.jpg", data)
	if err != nil {
		t.Fatal(err)
	}
	file, _, err := ForEPUB(p, EPUBOptions{})
	if err != nil {
		t.Fatal(err)
	}
	enc, err := ForPDF(p, PDFOptions{})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "the EPUB", file, [3]int{213, 115, 42}, 4)
	near(t, "the PDF", enc.JPEG, [3]int{213, 115, 42}, 4)
	if bytes.Contains(file, []byte("ICC_PROFILE")) || bytes.Contains(enc.JPEG, []byte("ICC_PROFILE")) {
		t.Error("the profile is that of the colours before")
	}
}

// TestPower compares powers with those of floating point.
func TestPower(t *testing.T) {
	for _, e := range []float64{0.5, 1, 1.8, 2.2, 2.4, 3} {
		curve := powers(drawing.Fixed(math.Round(e * 65536)))
		for i, got := range curve {
			if want := math.Pow(float64(i)/255, e) * 65536; math.Abs(float64(got)-want) > 3+want/4000 { // less than the twentieth part of a step of 8 bits
				t.Errorf("%d to the power %v is %d, want %.1f", i, e, got, want)
			}
		}
	}
	for v, light := range srgb.Light {
		if got := valueOf()[light]; int(got) != v {
			t.Errorf("the value of the light %d is %d, want %d", light, got, v)
		}
	}
}
