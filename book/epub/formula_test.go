package epub

import (
	"bytes"
	stdpng "image/png"
	"regexp"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/font/shape"
	"octavo/book/graphic/render"
	"octavo/book/language/locale"
)

// formulaBook is a book with one formula twice in a line, and once as a display.
func formulaBook(t *testing.T) *book.Book {
	b := sample(t)
	m := func() *book.Math { return &book.Math{TeX: `\frac{a}{b} = \text{so}`, Text: "a/b = so"} }
	c := b.Parts[1].Chapters[0]
	c.Body = append(c.Body, &book.Paragraph{Content: []book.Inline{m(), m()}}, &book.Formula{Math: m()})
	return b
}

// TestFormulas finds MathML in the documents that have formulas alone, and told of.
func TestFormulas(t *testing.T) {
	files := unzip(t, encode(t, formulaBook(t), 1))
	opf := files["EPUB/package.opf"]
	if n := strings.Count(opf, `properties="mathml"`); n != 1 {
		t.Errorf("%d documents are said to have formulas", n)
	}
	if !strings.Contains(opf, `accessibilityFeature">MathML<`) {
		t.Errorf("formulas are not told of in\n%s", opf)
	}
	if opf := unzip(t, encode(t, sample(t), 1))["EPUB/package.opf"]; strings.Contains(opf, "athml") || strings.Contains(opf, "MathML") {
		t.Error("a book without formulas tells of them")
	}
}

// TestKindleFormulas finds each formula as a picture with its text, and no MathML.
func TestKindleFormulas(t *testing.T) {
	data, err := Encode(formulaBook(t), Options{
		Words: locale.For("en"), CSS: []byte("p { margin: 0 }"), Profile: Kindle, Cover: png, CoverType: "image/png",
		Drawings: &render.Fonts{Library: shape.Builtin(), Families: [3]string{shape.Sans, shape.Serif, shape.Mono}},
	})
	if err != nil {
		t.Fatal(err)
	}
	files := unzip(t, data)
	pictures := 0
	for name, content := range files {
		if strings.Contains(content, "<math") || strings.HasSuffix(name, ".opf") && strings.Contains(content, "MathML") {
			t.Errorf("%s has MathML", name)
		}
		if !strings.HasPrefix(name, "EPUB/images/formula-") {
			continue
		}
		pictures++
		img, err := stdpng.Decode(bytes.NewReader([]byte(content)))
		if err != nil {
			t.Fatal(err)
		}
		dark := 0
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if r, _, _, _ := img.At(x, y).RGBA(); r < 0x4000 {
					dark++
				}
			}
		}
		if size := img.Bounds(); dark < 1000 || size.Dx() < 200 || size.Dy() < 80 {
			t.Errorf("%s is %v with %d dark pixels", name, size, dark)
		}
	}
	if pictures != 2 {
		t.Errorf("%d pictures for a formula in lines and as a display", pictures)
	}
	img := regexp.MustCompile(`<img class="formula" src="\.\./images/formula-[0-9a-f]{8}\.png" alt="a/b = so" style="width: [0-9.]+em(; vertical-align: -0\.[0-9]+em)?"/>`)
	all := ""
	for _, content := range files {
		all += content
	}
	if n := len(img.FindAllString(all, -1)); n != 3 {
		t.Errorf("%d formulas are shown", n)
	}
}
