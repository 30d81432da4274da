// Package book is the model of a book made from a series of articles. START
// HERE: this comment is the map of the whole compiler.
//
//	DIR/book.yaml --manifest--+
//	DIR/*.md -----markdown----+-- manuscript --> book.Book --check--> []Diagnostic
//	DIR/images ---picture-----+                     |
//	an article --extract--> DIR/*.md                |
//	                                                |         theme <-- assets/themes
//	                          +---------------------+           |
//	                          |                     v           v
//	                          |        layout <-- shape, hyphen, linebreak, pagebreak
//	                          |           |  layout.Document
//	                          | PageBreaks|
//	                          |<----------+
//	                          |           +--> pdf: draw (fpdf) -> finish --> .pdf --+
//	                          v                                                      +--> build.Result
//	                 epub: assemble (go-epub) -> finish ----------------> .epub -----+         |
//	                                                               cmd/octavo writes files <---+
//
// Data flows one way. Package book imports only the standard library; the
// encoders sit beneath it, as image/png sits beneath image. Package build is
// the driver, the only one that knows all the others; cmd/octavo parses flags,
// prints and exits, and nothing else does.
//
// # Reading the manuscript
//
//	manuscript  a folder -> Book: opens nothing outside it, resolves links
//	manifest    book.yaml -> Book without its text
//	markdown    chapter file <-> Chapter: front matter, one goldmark parse, Format
//	extract     a published article in any format -> Chapter, for import
//	charset     bytes in the encodings of newspapers -> UTF-8
//	yaml        untrusted YAML -> typed values, each with its place
//	rawhtml     HTML within Markdown -> blocks and inlines of the model
//	check       rules over the book
//	nearest     the name that was meant
//
// # Setting pages
//
//	theme       the look as data: page geometry and styles
//	layout      Book and Theme -> Document: finished pages of positioned items
//	shape       text -> glyphs, with fallback faces (HarfBuzz)
//	hyphen      Liang's patterns
//	linebreak   Knuth and Plass, in integers
//	pagebreak   the same for pages: floats, footnotes, table heads
//	unit        lengths in scaled points
//	locale      the words and dates that the compiler adds
//
// # Pictures and fonts
//
//	picture     image files: bounds, formats, what each edition takes
//	svg         untrusted SVG -> drawing
//	drawing     paths and text in fixed point
//	raster      polygons -> coverage, in integers
//	render      drawing -> pixels
//	cover       a cover made from the metadata
//	sfnt        font files: tables, outlines, subsets
//
// # Writing editions
//
//	xhtml       blocks and inlines -> well-formed markup
//	epub        Book -> EPUB 3.3
//	pdf         Document -> PDF/UA-1 and PDF/A-2a; draw, finish and object beneath it
//	deflate     the one compressor of both
//	build       the driver
//
// Package assets holds the fonts, themes, hyphenation patterns and the colour
// profile; the binary needs no other file.
//
// # Invariants
//
// Equal input gives equal bytes: no clock, random number, map order, absolute
// path or floating-point layout decision reaches a file.
//
// Faults of the author's text are [Diagnostic] values, collected and reported
// all at once; faults of the world are errors.
//
// Each third-party module is imported by one package. A test in this folder
// holds the tree to that, and to the order of the layers.
package book
