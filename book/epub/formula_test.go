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

// bioBook is a book whose only formula is in the bio of an author.
func bioBook(t *testing.T) *book.Book {
	b := sample(t)
	a := b.Parts[0].Chapters[0].Authors[0]
	a.Bio = append(text("She found "), &book.Math{TeX: `\frac{a}{b}`, Text: "a/b"})
	return b
}

// TestFormulaOfBio: a formula in an author's bio alone is told of as others are, with the
// chapter and the list of contributors that hold it.
func TestFormulaOfBio(t *testing.T) {
	opf := unzip(t, encode(t, bioBook(t), 1))["EPUB/package.opf"]
	if !strings.Contains(opf, `accessibilityFeature">MathML<`) {
		t.Errorf("the formula is not told of in\n%s", opf)
	}
	if n := strings.Count(opf, `properties="mathml"`); n != 2 {
		t.Errorf("%d documents are said to have formulas", n)
	}
}

// TestFormulaOfForeword: a formula in the title of a foreword is told of and shown, there and
// in the contents.
func TestFormulaOfForeword(t *testing.T) {
	b := sample(t)
	b.Page(book.ForewordPage).Title = []book.Inline{&book.Math{TeX: "a", Text: "a"}}
	files := unzip(t, encode(t, b, 1))
	if opf := files["EPUB/package.opf"]; strings.Count(opf, `properties="mathml"`) != 2 || !strings.Contains(opf, `accessibilityFeature">MathML<`) {
		t.Errorf("the formula is not told of in\n%s", opf)
	}
	if !strings.Contains(files["EPUB/xhtml/foreword.xhtml"], "<math ") {
		t.Error("the foreword does not show it")
	}
}

// TestKindleFormulaOfBio: a formula in an author's bio is a picture for Kindle.
func TestKindleFormulaOfBio(t *testing.T) {
	b := bioBook(t)
	files := unzip(t, kindleEdition(t, b))
	for _, name := range []string{docName(t, files, asciiName(b.Chapters()[0].ID)), "contributors.xhtml"} {
		if !strings.Contains(files["EPUB/xhtml/"+name], `<img class="formula"`) {
			t.Errorf("%s shows no picture of the formula", name)
		}
	}
}

// kindleEdition is the edition of b in Kindle's profile.
func kindleEdition(t *testing.T, b *book.Book) []byte {
	t.Helper()
	data, err := Encode(b, Options{
		Words: locale.For("en"), CSS: []byte("p { margin: 0 }"), Profile: book.Kindle, Cover: png, CoverType: "image/png",
		Drawings: &render.Fonts{Library: shape.Builtin(), Families: [3]string{shape.Sans, shape.Serif, shape.Mono}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestKindleFormulas finds each formula as a picture with its text, and no MathML.
func TestKindleFormulas(t *testing.T) {
	files := unzip(t, kindleEdition(t, formulaBook(t)))
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
