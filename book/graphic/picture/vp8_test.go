package picture

import (
	"image"
	"image/color"
	"image/draw"
	"os"
	"testing"
)

// TestLossyWebP compares with the colours that dwebp of libwebp gives for the same
// files: patches of 16 by 16 pixels, of which every other one is half transparent.
func TestLossyWebP(t *testing.T) {
	want := [8][3]uint8{{255, 255, 255}, {0, 0, 0}, {255, 1, 0}, {0, 255, 1}, {0, 0, 255}, {128, 128, 128}, {255, 200, 37}, {29, 91, 161}}
	for _, tt := range []struct {
		name  string
		alpha uint8 // of every other patch
	}{{"patches.webp", 255}, {"patches-alpha.webp", 100}} {
		t.Run(tt.name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/webp/" + tt.name)
			if err != nil {
				t.Fatal(err)
			}
			p, err := Probe(tt.name, data)
			if err != nil {
				t.Fatal(err)
			}
			px, err := load(p, p.Width, p.Height, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i, w := range want {
				at := 8*px.width + 16*i + 8
				got := [3]uint8(px.rgb[3*at : 3*at+3])
				exact := i < 2 // white and black
				for k := range got {
					if d := int(got[k]) - int(w[k]); d > 2 || d < -2 || exact && d != 0 {
						t.Errorf("patch %d is %v, want %v", i, got, w)
						break
					}
				}
				alpha := uint8(255)
				if px.alpha != nil {
					alpha = px.alpha[at]
				}
				if wantAlpha := [2]uint8{255, tt.alpha}[i%2]; alpha != wantAlpha {
					t.Errorf("patch %d has alpha %d, want %d", i, alpha, wantAlpha)
				}
			}
		})
	}
}

// TestVP8Image draws a picture onto another, as the first frame of an animation is.
func TestVP8Image(t *testing.T) {
	m := &vp8Image{ycc: image.NewYCbCr(image.Rect(0, 0, 2, 2), image.YCbCrSubsampleRatio420), alpha: []uint8{255, 7, 8, 9}, stride: 2}
	for i := range m.ycc.Y {
		m.ycc.Y[i] = 235
	}
	m.ycc.Cb[0], m.ycc.Cr[0] = 128, 128
	canvas := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	draw.Draw(canvas, image.Rect(1, 0, 3, 2), m, image.Point{}, draw.Src)
	for p, want := range map[image.Point]color.NRGBA{{}: {}, {X: 1}: {255, 255, 255, 255}, {X: 2, Y: 1}: {255, 255, 255, 9}} {
		if got := canvas.NRGBAAt(p.X, p.Y); got != want {
			t.Errorf("%v is %v, want %v", p, got, want)
		}
	}
	if m.At(2, 0) != (color.NRGBA{}) || m.Opaque() {
		t.Error("there are colours outside, or no alpha")
	}
}
