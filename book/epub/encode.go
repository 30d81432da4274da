package epub

import (
	"fmt"

	"octavo/book"
	"octavo/book/font/shape"
	"octavo/book/graphic/picture"
	"octavo/book/graphic/render"
	"octavo/book/language/locale"
)

// Options say how a book is encoded.
type Options struct {
	Words *locale.Locale // the words of the book's language, with its overrides
	CSS   []byte         // the theme's style sheet, without @font-face rules
	Fonts *shape.Library // the faces to embed; nil embeds none
	// Families are the font families that CSS names.
	Families  Families
	Cover     []byte // PNG or JPEG
	CoverType string // its media type
	CoverAlt  string
	Generator string // name and version of the compiler
	LeadIn    int    // words of an article's beginning in small capitals
	Workers   int    // how many goroutines may work; 0 is one
	Profile   book.Profile
	// Drawings are the faces for the letters of drawings; without them an SVG
	// file keeps its texts.
	Drawings *render.Fonts
	// Pages is the paged edition, whose pages the page list has; nil for none.
	Pages *book.Pagination
	// PageSource is the identifier of the paged edition, "urn:isbn:..."; ""
	// has it named by title, publisher and date.
	PageSource string
	// Room is where pictures are decoded; nil for no bound.
	Room *picture.Room
}

// Families are the names of the font families of a theme.
type Families struct{ Serif, Sans, Mono string }

// Encode returns b as an EPUB file.
func Encode(b *book.Book, opt Options) ([]byte, error) {
	p, err := newPlan(b, opt)
	if err != nil {
		return nil, err
	}
	p.render()
	if err := p.addFonts(); err != nil {
		return nil, fmt.Errorf("epub: fonts: %w", err)
	}
	return finish(p)
}
