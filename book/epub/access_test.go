package epub

import (
	"archive/zip"
	"bytes"
	"image"
	"image/color/palette"
	"image/gif"
	_ "image/jpeg"
	_ "image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/locale"
	"octavo/book/picture"
	"octavo/book/render"
	"octavo/book/shape"
)

// accessCases are books by what they claim: access mode, sufficient mode, feature
// and hazard.
func accessCases(t *testing.T) []accessCase {
	pic, err := picture.Probe("a.png", png)
	if err != nil {
		t.Fatal(err)
	}
	figure := func(p *book.Picture, alt string) *book.Figure {
		return &book.Figure{Image: &book.Image{Alt: alt, Picture: p}}
	}
	film := func(frames int) *book.Figure {
		var g gif.GIF
		for range frames {
			g.Image, g.Delay = append(g.Image, image.NewPaletted(image.Rect(0, 0, 2, 2), palette.WebSafe)), append(g.Delay, 9)
		}
		var buf bytes.Buffer
		if err := gif.EncodeAll(&buf, &g); err != nil {
			t.Fatal(err)
		}
		return figure(&book.Picture{Path: "a.gif", Format: "gif", Width: 2, Height: 2, Data: buf.Bytes()}, "A film")
	}
	decoration, explained := figure(pic, ""), figure(pic, "A chart")
	decoration.Decorative, explained.Details = true, &book.Link{URL: "#x"}
	inline := para(&book.InlineImage{Image: &book.Image{Picture: pic}})
	return []accessCase{
		{"no pictures", nil, "sufficient:textual hazard:none feature:tableOfContents", "mode:visual feature:alternativeText feature:longDescription feature:pageNavigation feature:index"},
		{"described", []book.Block{figure(pic, "A map")}, "mode:visual sufficient:textual feature:alternativeText", "sufficient:textual,visual feature:longDescription"},
		{"one of two described", []book.Block{figure(pic, "A map"), figure(pic, "")}, "sufficient:textual,visual", "feature:alternativeText sufficient:textual"},
		{"decoration", []book.Block{decoration}, "sufficient:textual", "mode:visual feature:alternativeText"},
		{"in a line", []book.Block{inline}, "mode:visual sufficient:textual,visual", "feature:alternativeText"},
		{"explained", []book.Block{explained}, "feature:alternativeText feature:longDescription", ""},
		{"still GIF", []book.Block{film(1)}, "hazard:none", "hazard:unknown"},
		{"film", []book.Block{film(2)}, "hazard:unknown", "hazard:none"},
		{"in a quote", []book.Block{&book.Quote{Blocks: []book.Block{figure(pic, "")}}}, "sufficient:textual,visual", "sufficient:textual"},
	}
}

type accessCase struct {
	name   string
	blocks []book.Block
	want   string
	not    string
}

func (c accessCase) book() *book.Book {
	return &book.Book{Title: "T", Language: "en", Identifier: "urn:x", Parts: []*book.Part{{Chapters: []*book.Chapter{{ID: "c", Lang: "en", Body: c.blocks}}}}}
}

// TestAccess computes claims from what a book has.
func TestAccess(t *testing.T) {
	for _, tt := range accessCases(t) {
		t.Run(tt.name, func(t *testing.T) {
			p := &plan{book: tt.book(), opt: Options{Words: locale.For("en")}}
			got := claims(string(packageDocument(p)))
			for _, c := range strings.Fields(tt.want) {
				if !slices.Contains(got, c) {
					t.Errorf("no %s in %v", c, got)
				}
			}
			for _, c := range strings.Fields(tt.not) {
				if slices.Contains(got, c) {
					t.Errorf("%s in %v", c, got)
				}
			}
			for _, never := range []string{"conformsTo", "certifiedBy", "pageBreakSource", "pageNavigation", "pageBreakMarkers", "MathML"} {
				if strings.Contains(string(packageDocument(p)), never) {
					t.Errorf("claims %s", never)
				}
			}
		})
	}
}

// claims returns the accessibility metadata as "kind:value".
func claims(opf string) []string {
	kinds := map[string]string{"accessMode": "mode", "accessModeSufficient": "sufficient", "accessibilityFeature": "feature", "accessibilityHazard": "hazard"}
	var list []string
	for _, line := range strings.Split(opf, "\n") {
		rest, ok := strings.CutPrefix(line, `<meta property="schema:`)
		if !ok {
			continue
		}
		name, value, _ := strings.Cut(rest, `">`)
		if kind := kinds[name]; kind != "" {
			list = append(list, kind+":"+strings.TrimSuffix(value, "</meta>"))
		}
	}
	return list
}

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
		Words: locale.For("en"), CSS: []byte("p { margin: 0 }"), Profile: Kindle, Cover: png, CoverType: "image/png",
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
