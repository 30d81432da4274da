package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand"
	"testing"
)

// painted draws discs and lines of few colours, larger than they are printed.
func painted(side int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			c := color.NRGBA{R: uint8(40 * (x / (side / 5))), G: 120, B: uint8(50 * (y / (side / 4))), A: 255}
			if (x+y/3)%23 < 5 || (x-side/2)*(x-side/2)+(y-side/2)*(y-side/2) < side*side/16 && y%17 < 8 {
				c = color.NRGBA{R: 240, G: 230, B: 200, A: 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// photograph is soft light with the noise of a camera.
func photograph(side int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	noise := rand.New(rand.NewSource(1))
	for y := range side {
		for x := range side {
			n := noise.Intn(14)
			img.SetNRGBA(x, y, color.NRGBA{R: uint8(60 + x*150/side + n), G: uint8(40 + y*160/side + n), B: uint8(90 + (x+y)*60/side + n), A: 255})
		}
	}
	return img
}

func fileOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestScreenFile has PNG files as a PDF for the screen holds them: paintings in a palette,
// photographs as JPEG, both near to what they were; everything else, and all in print,
// without loss.
func TestScreenFile(t *testing.T) {
	text := photograph(400) // with letters of a screen over it
	for i := range 400 * 400 {
		if i%7 == 0 && i/400%2 == 0 {
			text.SetNRGBA(i%400, i/400, color.NRGBA{R: 255, A: 255})
		}
	}
	clear := photograph(400)
	clear.SetNRGBA(3, 3, color.NRGBA{})
	tests := []struct {
		name           string
		img            image.Image
		opts           PDFOptions
		palette, photo bool
	}{
		{"painting, reduced", painted(900), PDFOptions{MaxWidth: 300}, true, false},
		{"painting in print", painted(900), PDFOptions{MaxWidth: 300, Exact: true}, false, false},
		{"painting as it is", painted(300), PDFOptions{}, false, false},
		{"photograph", photograph(400), PDFOptions{}, false, true},
		{"photograph, reduced", photograph(900), PDFOptions{MaxWidth: 300}, false, true},
		{"photograph in print", photograph(400), PDFOptions{Exact: true}, false, false},
		{"letters over a photograph", text, PDFOptions{}, false, false},
		{"photograph with a hole", clear, PDFOptions{}, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Probe("a.png", fileOf(t, tt.img))
			if err != nil {
				t.Fatal(err)
			}
			e, err := ForPDF(p, tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			if (e.Palette != nil) != tt.palette || (e.JPEG != nil) != tt.photo {
				t.Fatalf("palette of %d bytes, JPEG of %d", len(e.Palette), len(e.JPEG))
			}
			exact, err := load(p, e.Width, e.Height, nil)
			if err != nil {
				t.Fatal(err)
			}
			shown := &pixels{width: e.Width, height: e.Height}
			switch {
			case tt.palette:
				for _, i := range e.Samples {
					shown.rgb = append(shown.rgb, e.Palette[3*int(i):3*int(i)+3]...)
				}
			case tt.photo:
				img, err := jpeg.Decode(bytes.NewReader(e.JPEG))
				if err != nil {
					t.Fatal(err)
				}
				if shown = copyPixels(newRowReader(img, e.Width, e.Height)); len(e.JPEG) >= len(p.Data) {
					t.Errorf("the JPEG has %d bytes, the file %d", len(e.JPEG), len(p.Data))
				}
			default:
				return
			}
			sum := 0
			for i, v := range exact.rgb {
				d := int(v) - int(shown.rgb[i])
				sum += d * d
			}
			if sum > 20*len(exact.rgb) {
				t.Errorf("the mean square of what is off is %d", sum/len(exact.rgb))
			}
		})
	}
}
