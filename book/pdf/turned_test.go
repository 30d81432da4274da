package pdf

import (
	"bytes"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/internal/validator"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// TestTurned writes a page whose content is turned: what is drawn is drawn
// through a matrix, links stand where the turned text does, and readers are asked to
// turn the page back only when the document says so.
func TestTurned(t *testing.T) {
	b := newBuilder()
	sect := document.NewElement(b.doc.Root, "Sect")
	b.newPage("1")
	b.page.Turned, b.page.Upright = true, true
	p := document.NewElement(sect, "P")
	link := document.NewElement(p, "Link")
	b.line(link, "A line along the long side", "en", 0, false)
	b.page.Links = append(b.page.Links, document.LinkArea{
		X: 48 * unit.Point, Y: 60 * unit.Point, W: 100 * unit.Point, H: 15 * unit.Point,
		Elem: link, Contents: "leads away", URI: "https://example.org/",
	})
	b.newPage("2")
	b.page.Turned = true
	b.line(document.NewElement(sect, "P"), "Another", "en", 0, false)
	data, err := Encode(b.doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := readPDF(t, data)
	pages, _ := r.pages()
	for i, rotate := range []object.Object{object.Int(90), nil} {
		if got := pages[i]["Rotate"]; got != rotate {
			t.Errorf("page %d is rotated by %v", i+1, got)
		}
		drawn := r.inflate(r.get(pages[i]["Contents"]).(*object.Stream))
		if !bytes.Contains(drawn, []byte("q 0 1 -1 0 595 0 cm\n")) || !bytes.HasSuffix(bytes.TrimSpace(drawn), []byte("Q")) {
			t.Errorf("page %d is drawn without its matrix:\n%s", i+1, drawn)
		}
	}
	// The area begins 48 pt from the foot of the page and 60 pt from its left edge.
	rect := r.array(r.dict(r.array(pages[0]["Annots"])[0])["Rect"])
	for i, want := range []float64{60, 148, 75, 48} {
		if got := number(rect[i]); got < want-0.01 || got > want+0.01 {
			t.Errorf("the link's rectangle is %v", rect)
			break
		}
	}
	path := encode(t, b.doc, Options{})
	validator.VeraPDF(t, path)
	validator.EnginesAgree(t, path)
}
