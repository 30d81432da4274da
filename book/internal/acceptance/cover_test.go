package acceptance

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg"
	"image/png"
	"path"
	"strings"
	"testing"
)

// TestDrawnCover gives a drawing as the cover: an EPUB has it as a picture, in its
// form and as large as stores ask for.
func TestDrawnCover(t *testing.T) {
	for _, tt := range []struct {
		name, size    string
		width, height int
	}{
		{"book", `width="300" height="480"`, 1600, 2560},
		{"square", `width="100" height="100"`, 2560, 2560},
		{"tall", `width="100" height="200"`, 1600, 3200},
	} {
		t.Run(tt.name, func(t *testing.T) {
			svg := `<svg xmlns="http://www.w3.org/2000/svg" ` + tt.size + `><rect width="40" height="40" fill="#268"/></svg>`
			f := one("Text.\n").with("c.svg", svg)
			f["book.yaml"] += "cover: {src: c.svg, alt: A blue square}\neditions: [epub, {format: epub, profile: kindle}, pdf]\n"
			res := made(t, f.write(t))
			for i, format := range []string{"png", "jpeg"} {
				cfg, got := coverOf(t, res.Editions[i].Data)
				if got != format || cfg.Width != tt.width || cfg.Height != tt.height {
					t.Errorf("the cover is a %s of %d by %d, want %s of %d by %d", got, cfg.Width, cfg.Height, format, tt.width, tt.height)
				}
			}
		})
	}
}

// TestLargeCover gives a scan of 24 megapixels as the cover: the EPUB has it as large
// as is seen, and one that is not larger as it is.
func TestLargeCover(t *testing.T) {
	for _, tt := range []struct{ width, height, wantWidth, wantHeight int }{
		{4000, 6000, 3305, 4957},
		{2000, 3000, 2000, 3000},
	} {
		var b bytes.Buffer
		img := image.NewPaletted(image.Rect(0, 0, tt.width, tt.height), color.Palette{color.Black})
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		f := one("Text.\n").with("c.png", b.String())
		f["book.yaml"] += "cover: {src: c.png, alt: Night}\neditions: [epub]\n"
		cfg, _ := coverOf(t, made(t, f.write(t)).Editions[0].Data)
		if cfg.Width != tt.wantWidth || cfg.Height != tt.wantHeight {
			t.Errorf("a cover of %d by %d is %d by %d, want %d by %d", tt.width, tt.height, cfg.Width, cfg.Height, tt.wantWidth, tt.wantHeight)
		}
	}
}

// coverOf returns what the file of an EPUB's cover holds.
func coverOf(t *testing.T, epub []byte) (image.Config, string) {
	t.Helper()
	for name, data := range unzip(t, epub) {
		if !strings.HasPrefix(path.Base(name), "cover.") || path.Ext(name) == ".xhtml" {
			continue
		}
		cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return cfg, format
	}
	t.Fatal("there is no cover")
	return image.Config{}, ""
}
