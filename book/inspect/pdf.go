package inspect

import (
	"io"

	"octavo/book"
)

// maxPDF bounds the size of a PDF file, in bytes: it is held in memory.
const maxPDF = 1 << 30

// A PDF is what a PDF file holds.
type PDF struct {
	Name      string // of the file
	Size      int64  // in bytes
	Encrypted bool
	Tagged    bool
	Lang      string
	Title     string
	Pages     []Page
	Fonts     []Font
	Outline   int // bookmarks
	Annots    int
	Metadata  bool // has an XMP packet
	JPEG2000  bool
}

// A Page is the measure of one page, in thousandths of a point. A box is left,
// bottom, right and top.
type Page struct {
	Media, Crop, Bleed, Trim [4]int64
}

// A Font is one font that pages use.
type Font struct {
	Name              string
	Embedded, Unicode bool
}

// ReadPDF reads a PDF file and checks it. The result is nil when its pages
// cannot be read. name is what diagnostics call the file.
func ReadPDF(name string, r io.ReaderAt, size int64) (*PDF, []book.Diagnostic) {
	rep := &reporter{name: name}
	return nil, rep.result()
}
