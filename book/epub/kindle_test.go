package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg"
	stdpng "image/png"
	"io"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/font/shape"
	"octavo/book/graphic/picture"
	"octavo/book/graphic/render"
	"octavo/book/language/locale"
)

// TestKindle encodes a drawing and a transparent picture for Kindle.
func TestKindle(t *testing.T) {
	svg, err := picture.Probe("chart.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><circle cx="20" cy="20" r="9"/><text x="9" y="30">Tide</text></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	b := sample(t)
	c := b.Parts[1].Chapters[0]
	c.Body = append(c.Body, &book.Figure{Image: &book.Image{Src: "chart.svg", Alt: "A circle", Picture: svg}})
	data, err := Encode(b, Options{
		Words: locale.For("en"), CSS: []byte("p { margin: 0 }"), Profile: book.Kindle, Cover: png, CoverType: "image/png",
		Drawings: &render.Fonts{Library: shape.Builtin(), Families: [3]string{"Source Sans 3", "Source Serif 4", "Source Code Pro"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	seen := false
	for _, f := range zr.File {
		if strings.HasSuffix(f.Name, ".svg") {
			t.Errorf("%s is a drawing", f.Name)
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		switch f.Name {
		case "EPUB/images/chart.png":
			seen = true
			img, _, err := image.Decode(bytes.NewReader(content))
			if err != nil || img.Bounds().Dx() != 1600 || img.Bounds().Dy() != 800 {
				t.Fatal(err, img.Bounds())
			}
			if r, g, bl, a := img.At(0, 0).RGBA(); r+g+bl != 3*0xffff || a != 0xffff {
				t.Error("the ground is not white")
			}
			if r, _, _, _ := img.At(400, 400).RGBA(); r != 0 {
				t.Error("the circle is not black")
			}
		case "EPUB/css/book.css":
			if !strings.HasSuffix(string(content), "body { font-family: serif; }\n") {
				t.Errorf("the text has a family: %s", content)
			}
		}
	}
	if !seen {
		t.Error("no picture of the drawing")
	}
	for _, size := range [][2]int{{1, 1}, {80, 40}, {10, 9000}, {9000, 10}, {0, 0}} {
		if w, h := drawnSize(size[0], size[1]); w < 1 || h < 1 || w*h > picture.StorePixels {
			t.Errorf("%v is drawn with %d x %d pixels", size, w, h)
		}
	}
}

// TestKindleSizes looks at what each kind of figure has of pixels: 1600 across
// are 300 to the inch on a page of a large reader.
func TestKindleSizes(t *testing.T) {
	raster := func(w, h int) []byte {
		var buf bytes.Buffer
		if err := stdpng.Encode(&buf, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	vector := func(w, h int) []byte {
		return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d"/>`, w, h)
	}
	tests := []struct {
		name, file    string
		data          []byte
		width, height int
	}{
		{"drawing", "a.svg", vector(80, 40), 1600, 800},
		{"large drawing", "a.svg", vector(4000, 2000), 1600, 800},
		{"high drawing, as high as a page", "a.svg", vector(100, 1000), 250, 2500},
		{"picture", "a.png", raster(1800, 1200), 1800, 1200},
		{"picture of few pixels is not blown up", "a.png", raster(300, 200), 300, 200},
		{"large picture", "a.png", raster(3000, 2000), 2449, 1632},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pic, err := picture.Probe(tt.file, tt.data)
			if err != nil {
				t.Fatal(err)
			}
			p := &plan{book: &book.Book{}, opt: Options{Profile: book.Kindle}}
			data, typ, err := p.imageFile(pic)
			if err != nil || typ != "image/png" {
				t.Fatal(typ, err)
			}
			cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
			if err != nil || cfg.Width != tt.width || cfg.Height != tt.height {
				t.Errorf("got %d by %d pixels, want %d by %d (%v)", cfg.Width, cfg.Height, tt.width, tt.height, err)
			}
		})
	}
}

// The letters of a drawing are outlines in the edition for all other stores: the
// reading system need not have the fonts.
func TestDrawingLetters(t *testing.T) {
	pic, err := picture.Probe("a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><title>Years</title><text x="9" y="30">2024 한국</text></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	fonts := &render.Fonts{Library: shape.Builtin(), Families: [3]string{shape.Sans, shape.Serif, shape.Mono}}
	for _, tt := range []struct {
		name string
		opt  Options
		text bool
	}{
		{"fonts", Options{Drawings: fonts}, false},
		{"no fonts", Options{}, true},
	} {
		data, typ, err := (&plan{book: &book.Book{}, opt: tt.opt}).imageFile(pic)
		if err != nil || typ != "image/svg+xml" {
			t.Fatal(tt.name, typ, err)
		}
		if got := bytes.Contains(data, []byte("<text")); got != tt.text {
			t.Errorf("%s: the file has a text: %v\n%s", tt.name, got, data)
		}
		if !bytes.Contains(data, []byte("<title>Years</title>")) {
			t.Errorf("%s: the title is lost\n%s", tt.name, data)
		}
	}
}
