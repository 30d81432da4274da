// Package draw draws pages with fpdf. No other package imports fpdf.
//
// In: pages, rules, pictures, links and bookmarks in the units of package
// layout; operators that fpdf does not have. Out: the file that fpdf writes,
// uncompressed, for package finish to read.
//
// Text is not drawn here but left open: package pdf writes a comment in the place of
// text, and fills it in when the page is compressed. fpdf holds every page twice, and
// the text of a long book would be most of it.
//
// Invariant: numbers reach the file exactly. All lengths are whole 65,536ths of
// a point and below 2^31 points, so fpdf's sums of them in float64 have no
// rounding that a processor could do otherwise; the printing rounds once.
package draw

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"octavo/book/base/unit"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// A Canvas takes the pages of one file.
type Canvas struct {
	f       *fpdf.Fpdf
	heights []unit.Length
	files   map[[sha256.Size]byte]string // the name that fpdf knows a picture's file by
	names   map[string]string            // the same, by each name that was given
}

// New returns a canvas without pages.
func New() *Canvas {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCompression(false) // finish deflates everything, once
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	// These dates are replaced by finish, which knows zones; fpdf would
	// otherwise take the time of day.
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	return &Canvas{f: f, files: map[[sha256.Size]byte]string{}, names: map[string]string{}}
}

// Page begins a page.
func (c *Canvas) Page(width, height unit.Length) {
	// Always "P": fpdf swaps the sides of a page that it takes for landscape.
	c.f.AddPageFormat("P", fpdf.SizeType{Wd: points(width), Ht: points(height)})
	c.heights = append(c.heights, height)
}

// Operators appends operators to the page as they are.
func (c *Canvas) Operators(ops string) { c.f.RawWriteStr(ops) }

// Rectangle fills a rectangle.
func (c *Canvas) Rectangle(x, y, w, h unit.Length, color document.Color) {
	c.f.SetFillColor(int(color.R), int(color.G), int(color.B))
	c.f.Rect(points(x), points(y), points(w), points(h), "F")
}

// Picture registers a PNG or JPEG file under a name. The PNG has to be of 8
// bits a channel, not interlaced and without alpha: fpdf reads others wrong.
// Equal files are drawn as one: fpdf names images by their bytes, and would
// name two alike.
func (c *Canvas) Picture(name, format string, data []byte) error {
	sum := sha256.Sum256(data)
	if first, ok := c.files[sum]; ok {
		c.names[name] = first
		return nil
	}
	c.files[sum], c.names[name] = name, name
	c.f.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: format}, bytes.NewReader(data))
	if err := c.f.Error(); err != nil {
		return fmt.Errorf("drawing %s: %w", name, err)
	}
	return nil
}

// Place draws a registered picture into a rectangle. fpdf would choose a size
// of its own where a side is 0, so such a rectangle stays empty.
func (c *Canvas) Place(name string, x, y, w, h unit.Length) {
	if w <= 0 || h <= 0 {
		return
	}
	options := fpdf.ImageOptions{AllowNegativePosition: true}
	c.f.ImageOptions(c.names[name], points(x), points(y), points(w), points(h), false, options, 0, "")
}

// Link makes a rectangle of the page lead to a place, or else to the URI.
func (c *Canvas) Link(a document.LinkArea) {
	x, y, w, h := points(a.X), points(a.Y), points(a.W), points(a.H)
	if a.Dest == nil {
		c.f.LinkString(x, y, w, h, a.URI)
		return
	}
	id := c.f.AddLink()
	c.f.SetLink(id, points(max(a.Dest.Y, 0)), a.Dest.Page+1)
	c.f.Link(x, y, w, h, id)
}

// Outline adds the bookmarks with their kids. All pages have to be there before.
func (c *Canvas) Outline(list []*document.Bookmark) {
	c.bookmarks(list, 0)
	// fpdf writes the pages up to its current page.
	c.f.SetPage(len(c.heights))
}

func (c *Canvas) bookmarks(list []*document.Bookmark, level int) {
	for _, b := range list {
		c.f.SetPage(b.Dest.Page + 1)
		// fpdf turns y over by the height of the page added last.
		last, own := c.heights[len(c.heights)-1], c.heights[b.Dest.Page]
		y := max(b.Dest.Y, 0) + last - own
		if y == -unit.Point { // to fpdf, "here"
			y++
		}
		c.f.Bookmark(string(object.Text(b.Title)), level, points(y))
		c.bookmarks(b.Kids, level+1)
	}
}

// Bytes returns the file.
func (c *Canvas) Bytes() ([]byte, error) {
	if len(c.heights) == 0 {
		return nil, errors.New("a document without pages")
	}
	var out bytes.Buffer
	if err := c.f.Output(&out); err != nil {
		return nil, fmt.Errorf("fpdf: %w", err)
	}
	return out.Bytes(), nil
}

// points returns l as fpdf takes it. The division is exact.
func points(l unit.Length) float64 { return float64(l) / float64(unit.Point) }
