package build

import (
	"context"
	"fmt"
	"sync"

	"octavo/book"
	"octavo/book/cover"
	"octavo/book/epub"
	"octavo/book/layout"
	"octavo/book/locale"
	"octavo/book/pdf"
	"octavo/book/picture"
	"octavo/book/shape"
	"octavo/book/theme"
)

// A job is one build at work: what all its editions share.
type job struct {
	book     *book.Book
	opt      Options
	words    *locale.Locale
	theme    *theme.Theme
	fonts    *shape.Library
	editions []book.Edition
	cover    *book.Picture
	coverAlt string
	// documents are the layouts by edition; nil for an EPUB.
	documents []*layout.Document
}
