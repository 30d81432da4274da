package pdf

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/validator"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// encode writes the document into a file of the test's.
func encode(t testing.TB, doc *document.Document, opt Options) string {
	t.Helper()
	data, err := Encode(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestText holds the text of the structure tree against the source.
func TestText(t *testing.T) {
	b := sample(t)
	data, err := Encode(b.doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := auditPDF(t, data), b.source.String(); got != want {
		t.Errorf("text of the structure:\n%s\nwant:\n%s", got, want)
	}
}

// TestPositions follows the pen of a reader, and holds every glyph but spaces
// against the place that the document gives it.
func TestPositions(t *testing.T) {
	b := sample(t)
	data, err := Encode(b.doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := &audit{reader: readPDF(t, data), fonts: map[object.Ref]*auditFont{}}
	pages, _ := a.pages()
	for i, p := range b.doc.Pages {
		c := &content{audit: a, where: "page", texts: map[int]string{}, page: true}
		c.run(a.inflate(a.get(pages[i]["Contents"]).(*object.Stream)), a.dict(pages[i]["Resources"]))
		got := slices.DeleteFunc(c.shown, func(g shownGlyph) bool { return g.text == " " })
		want := places(p)
		if len(got) != len(want) {
			t.Fatalf("page %d shows %d glyphs, the document has %d", i+1, len(got), len(want))
		}
		for k, g := range got {
			if dx, dy := g.x-want[k].x, g.y-want[k].y; math.Abs(dx) > 0.01 || math.Abs(dy) > 0.001 {
				t.Errorf("page %d: glyph %d (%q) is off by %.3f, %.3f", i+1, k, g.text, dx, dy)
			}
		}
	}
}

// places computes where a page has its glyphs.
func places(p *document.Page) []shownGlyph {
	var list []shownGlyph
	for _, it := range p.Items {
		t, ok := it.(*document.Text)
		if !ok {
			continue
		}
		size := float64(t.Size) / 65536
		for _, w := range t.Words {
			left, n := float64(t.X+w.X)/65536, 0
			for _, cl := range clusters(w.Run) {
				scale := size / float64(w.Run.Face.UnitsPerEm()) * (1 + float64(t.Stretch)/1000)
				pen := left + float64(cl.pen)*scale
				n = cl.first
				if len(cl.glyphs) > 1 && !w.Run.Face.Font().IsCFF() { // one glyph, where its letter stands
					if w.Run.RTL {
						n += len(cl.glyphs) - 1
					}
					list = append(list, shownGlyph{x: pen + float64(n)*float64(t.Tracking)/65536, y: float64(p.Height-t.Y) / 65536})
					continue
				}
				for k, g := range cl.glyphs {
					list = append(list, shownGlyph{
						x: pen + float64(g.X)*scale + float64(n+k)*float64(t.Tracking)/65536, y: float64(p.Height-t.Y) / 65536,
					})
					pen += float64(g.Advance) * scale
				}
				if w.Run.RTL { // the letter first
					slices.Reverse(list[len(list)-len(cl.glyphs):])
				}
			}
		}
	}
	return list
}

func TestWorkers(t *testing.T) {
	var first []byte
	for _, workers := range []int{0, 1, 2, 8} {
		// The sample is built anew, so that no cache is warm.
		data, err := Encode(sample(t).doc, Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("%d workers: another file than with 0", workers)
		}
	}
}

// TestLong audits a book whose trees have more than one leaf.
func TestLong(t *testing.T) {
	data, err := Encode(longBook(30), Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	text := auditPDF(t, data)
	if n := strings.Count(text, "\n"); n != 150*9 {
		t.Errorf("%d elements with text, want %d", n, 150*9)
	}
}

func TestValidators(t *testing.T) {
	short, long := encode(t, sample(t).doc, Options{}), encode(t, longBook(15), Options{})
	validator.VeraPDF(t, short, long)
	for _, path := range []string{short, long} {
		validator.QPDF(t, path)
		validator.EnginesAgree(t, path)
	}
}

// TestRender compares the pages of two engines: not blank, and much the same.
func TestRender(t *testing.T) {
	path := encode(t, sample(t).doc, Options{})
	poppler, mupdf := validator.PDFPages(t, path, 80), validator.MuPages(t, path, 80)
	if len(poppler) != len(mupdf) {
		t.Fatalf("poppler has %d pages, mupdf %d", len(poppler), len(mupdf))
	}
	for i := range poppler {
		a, b := ink(t, poppler[i]), ink(t, mupdf[i])
		if a < 0.001 || math.Abs(a-b) > 0.25*a {
			t.Errorf("page %d: poppler covers %.4f with ink, mupdf %.4f", i+1, a, b)
		}
	}
}

// ink returns the mean darkness of a PNG file, from 0 to 1.
func ink(t *testing.T, path string) float64 {
	t.Helper()
	img := decodePNG(t, path)
	sum, box := 0.0, img.Bounds()
	for y := range box.Dy() {
		for x := range box.Dx() {
			r, g, b, _ := img.At(x, y).RGBA()
			sum += 1 - float64(r+g+b)/(3*0xffff)
		}
	}
	return sum / float64(box.Dx()*box.Dy())
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name string
		make func(b *builder)
		want string
	}{
		{"no pages", func(b *builder) { b.doc.Pages = nil }, "without pages"},
		{"a link that leads nowhere", func(b *builder) {
			b.link(document.NewElement(b.doc.Root, "Link"), "", &document.Dest{Page: 1})
		}, "page 1: link"},
		{"a link of no element", func(b *builder) { b.link(nil, "x:y", nil) }, "outside the tree"},
		{"a bookmark without a place", func(b *builder) {
			b.doc.Outline = []*document.Bookmark{{Title: "A", Kids: []*document.Bookmark{{Title: "B"}}, Dest: &document.Dest{}}}
		}, `bookmark "B"`},
		{"text outside the tree", func(b *builder) { b.set(document.NewElement(nil, "P"), "lost", "en") }, "outside the tree"},
		{"a mark outside the tree", func(b *builder) {
			b.page.Items = append(b.page.Items, &document.Mark{})
		}, "outside the tree"},
		{"a picture that is none", func(b *builder) {
			b.figure(b.doc.Root, &book.Picture{Path: "x.png", Format: "png", Width: 1, Height: 1, Data: []byte("x")}, "x")
		}, "x.png"},
		{"a drawing that is none", func(b *builder) {
			b.figure(b.doc.Root, &book.Picture{Path: "x.svg", Format: "svg", Data: []byte("<p>")}, "x")
		}, "x.svg"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := newBuilder()
			b.newPage("1")
			test.make(b)
			data, err := Encode(b.doc, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) || data != nil {
				t.Errorf("got %d bytes and error %v, want an error with %q", len(data), err, test.want)
			}
		})
	}
}

func TestASCIIURI(t *testing.T) {
	tests := map[string]string{
		"https://example.org/a?b=c#d":   "https://example.org/a?b=c#d",
		"https://example.org/é 한":       "https://example.org/%C3%A9%20%ED%95%9C",
		"mailto:a@b.org?subject=%20<x>": "mailto:a@b.org?subject=%20%3Cx%3E",
	}
	for in, want := range tests {
		if got := asciiURI(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
