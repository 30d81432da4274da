package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// TestOpaque puts transparent pictures on white and leaves others as they are.
func TestOpaque(t *testing.T) {
	file := func(alpha uint8) []byte {
		img := image.NewNRGBA(image.Rect(0, 0, 2, 1))
		img.SetNRGBA(0, 0, color.NRGBA{0, 0, 0, alpha})
		img.SetNRGBA(1, 0, color.NRGBA{10, 20, 30, 255})
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	tests := []struct {
		name      string
		alpha     uint8
		opt       EPUBOptions
		typ       string
		gray      uint8 // of the first pixel
		unchanged bool
	}{
		{"opaque", 255, EPUBOptions{Opaque: true}, "image/png", 0, true},
		{"clear", 0, EPUBOptions{Opaque: true}, "image/png", 255, false},
		{"half", 128, EPUBOptions{Opaque: true}, "image/png", 127, false},
		{"kept", 128, EPUBOptions{}, "image/png", 0, true},
		{"JPEG", 255, EPUBOptions{JPEG: true}, "image/jpeg", 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := file(tt.alpha)
			p, err := Probe("a.png", src)
			if err != nil {
				t.Fatal(err)
			}
			data, typ, err := ForEPUB(p, tt.opt)
			if err != nil || typ != tt.typ || bytes.Equal(data, src) != tt.unchanged {
				t.Fatalf("%s, unchanged %v, %v", typ, bytes.Equal(data, src), err)
			}
			if tt.unchanged || typ == "image/jpeg" {
				return
			}
			img, err := png.Decode(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if c := color.NRGBAModel.Convert(img.At(0, 0)).(color.NRGBA); c.A != 255 || c.R != tt.gray {
				t.Errorf("the first pixel is %v", c)
			}
		})
	}
}
