package draw

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// written returns the file of a canvas.
func written(t *testing.T, c *Canvas) string {
	t.Helper()
	data, err := c.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func checkHas(t *testing.T, file string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(file, part) {
			t.Errorf("no %q in\n%s", part, file)
		}
	}
}

func TestPage(t *testing.T) {
	c := New()
	c.Page(300*unit.Point, 200*unit.Point) // wider than high
	c.Operators("%T 0 1 0")
	c.Rectangle(10*unit.Point, 20*unit.Point+unit.Point/3, 30*unit.Point, unit.Point/2, document.Color{R: 255, G: 128})
	checkHas(t, written(t, c),
		"\n%T 0 1 0\n", "\n1.000 0.502 0.000 rg\n", "\n10.00 179.67 30.00 -0.50 re f\n", "/MediaBox [0 0 300.00 200.00]")
}

// TestOutline has bookmarks on pages of other heights than the last, and out of
// their order.
func TestOutline(t *testing.T) {
	c := New()
	c.Page(100*unit.Point, 500*unit.Point)
	c.Page(100*unit.Point, 300*unit.Point)
	c.Outline([]*document.Bookmark{
		{Title: "후기", Dest: &document.Dest{Page: 1, Y: 40 * unit.Point}},
		{Title: "High", Dest: &document.Dest{Page: 0, Y: 40 * unit.Point}},
		{Title: "Here", Dest: &document.Dest{Page: 0, Y: 199 * unit.Point}},
		{Title: "Above", Dest: &document.Dest{Page: 0, Y: -9 * unit.Point}},
	})
	file := written(t, c)
	checkHas(t, file, "/Title (\xfe\xff\xd6\xc4\xae\x30)", "/Dest [5 0 R /XYZ 0 260.00 null]",
		"/Dest [3 0 R /XYZ 0 460.00 null]", "/Dest [3 0 R /XYZ 0 301.00 null]", "/Dest [3 0 R /XYZ 0 500.00 null]",
		"/Count 2\n")
}

func TestLink(t *testing.T) {
	c := New()
	c.Page(100*unit.Point, 500*unit.Point)
	area := document.LinkArea{X: 10 * unit.Point, Y: 20 * unit.Point, W: 30 * unit.Point, H: 12 * unit.Point}
	area.URI = "https://example.org/(a)"
	c.Link(area)
	area.Dest = &document.Dest{Page: 1, Y: 50 * unit.Point} // a page yet to come
	c.Link(area)
	c.Page(100*unit.Point, 300*unit.Point)
	checkHas(t, written(t, c), "/Rect [10.00 480.00 40.00 468.00]",
		`/URI (https://example.org/\(a\))`, "/Dest [5 0 R /XYZ 0 250.00 null]")
}

func TestPicture(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 4, 2))); err != nil {
		t.Fatal(err)
	}
	c := New()
	c.Page(100*unit.Point, 100*unit.Point)
	if err := c.Picture("P1", "png", file.Bytes()); err != nil {
		t.Fatal(err)
	}
	c.Place("P1", -5*unit.Point, 10*unit.Point, 40*unit.Point, 20*unit.Point)
	c.Place("P1", 0, 0, 0, 20*unit.Point)
	out := written(t, c)
	checkHas(t, out, "q 40.00000 0 0 20.00000 -5.00000 70.00000 cm /I", "/ColorSpace /DeviceGray")
	if n := strings.Count(out, " Do Q"); n != 1 {
		t.Errorf("the picture is drawn %d times, want 1", n)
	}
	if err := New().Picture("P1", "png", []byte("no png")); err == nil {
		t.Error("no error for a file that is no PNG")
	}
}

// TestEqualPictures has one picture under two names, which fpdf would give the
// same name in the file.
func TestEqualPictures(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 4, 2))); err != nil {
		t.Fatal(err)
	}
	c := New()
	c.Page(100*unit.Point, 100*unit.Point)
	for _, name := range []string{"P1", "P2"} {
		if err := c.Picture(name, "png", bytes.Clone(file.Bytes())); err != nil {
			t.Fatal(err)
		}
		c.Place(name, 0, 0, 40*unit.Point, 20*unit.Point)
	}
	out := written(t, c)
	if n := strings.Count(out, " Do Q"); n != 2 {
		t.Errorf("pictures are drawn %d times, want 2", n)
	}
	if n := strings.Count(out, "/Subtype /Image"); n != 1 {
		t.Errorf("the file is embedded %d times, want once", n)
	}
}

func TestNoPages(t *testing.T) {
	if _, err := New().Bytes(); err == nil {
		t.Error("no error for a document without pages")
	}
}
