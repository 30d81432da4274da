package pdf

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"octavo/book/internal/validator"
	"octavo/book/layout"
	"octavo/book/pdf/object"
)

// encode writes the document into a file of the test's.
func encode(t testing.TB, doc *layout.Document, opt Options) string {
	t.Helper()
	data, err := Encode(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.pdf")
	if dir := os.Getenv("KEEP"); dir != "" {
		path = filepath.Join(dir, t.Name()+".pdf")
	}
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
func places(p *layout.Page) []shownGlyph {
	var list []shownGlyph
	for _, it := range p.Items {
		t, ok := it.(*layout.Text)
		if !ok {
			continue
		}
		size := float64(t.Size) / 65536
		for _, w := range t.Words {
			pen := float64(t.X+w.X) / 65536
			for _, g := range w.Run.Glyphs {
				scale := size / float64(w.Run.Face.UnitsPerEm())
				list = append(list, shownGlyph{x: pen + float64(g.X)*scale, y: float64(p.Height-t.Y) / 65536})
				pen += float64(g.Advance)*scale + float64(t.Tracking)/65536
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

func TestValidators(t *testing.T) {
	path := encode(t, sample(t).doc, Options{})
	validator.QPDF(t, path)
	validator.VeraPDF(t, path)
	validator.EnginesAgree(t, path)
}
