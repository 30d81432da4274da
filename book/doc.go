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
// prints and exits, and nothing else does but its package space, which ends a start
// that has no addresses to run in.
//
// # Reading the manuscript
//
//	manuscript  a folder -> Book: opens nothing outside it, resolves links
//	manifest    book.yaml -> Book without its text
//	markdown    chapter file <-> Chapter: front matter, one goldmark parse, Format
//	yaml        untrusted YAML -> typed values, each with its place
//	rawhtml     HTML within Markdown -> blocks and inlines of the model
//	math        a subset of TeX -> the tree of a formula
//	check       rules over the book
//	rule        the table of rules: id, level, why
//	nearest     the name that was meant
//	parallel    the parts of a task at the same time
//	fault       a panic at a border -> an error without its text
//	langtag     the form of language tags (in internal)
//	address     the addresses that a link may lead to (in internal)
//	schema      the keys of manifest and markdown -> JSON Schemas for editors
//	scaffold    the first files of a new manuscript
//
// # Importing articles
//
//	extract     a published article in any format -> chapter files
//	charset     bytes in the encodings of newspapers -> UTF-8
//	draft       an article as read, its parts not yet recognised
//	text        a paste or mail -> draft
//	web         a saved page -> draft
//	mhtml       a page saved as one file, or a mail -> its parts
//	docx        a Word document -> draft
//	feed        an RSS or Atom file -> drafts
//	matter      Markdown of other tools -> draft
//	xmltree     untrusted XML -> a tree, for docx and feed
//	dateline    a date as people write it -> Date
//	parts       draft -> Chapter, and what was guessed
//
// A reader of a format knows nothing of bylines and notes, and the recogniser of
// these nothing of formats: they meet in draft.
//
// # Setting pages
//
//	theme       the look as data: page geometry and styles
//	layout      Book and Theme -> Document: finished pages of positioned items
//	formula     the tree of a formula -> glyphs and rules in place, by TeX's rules
//	shape       text -> glyphs, with fallback faces (HarfBuzz)
//	bidi        the direction of each part of a text (UAX #9)
//	thai        where a line of Thai may end
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
//	render      drawing -> pixels; SVG -> SVG without texts
//	cover       a cover made from the metadata
//	sfnt        font files: tables, outlines, subsets
//
// Fonts are in two packages, since two things are done with them: sfnt reads and
// cuts files that may be hostile, shape sets text in faces.
//
// # Writing editions
//
//	xhtml       blocks and inlines -> well-formed markup
//	epub        Book -> EPUB 3.3
//	pdf         Document -> PDF/UA-1 and PDF/A-2a
//	draw        pages -> a file by fpdf (beneath pdf, as are the next two)
//	finish      that file -> what fpdf cannot write
//	object      the syntax of PDF, read and written
//	deflate     the one compressor of both
//	build       the driver
//	disk        files put in their places, whole or not at all
//
// # Judging editions
//
//	inspect     a finished EPUB or PDF of any maker -> what it holds and breaks
//	store       what each shop asks of it (beneath check)
//
// Tests have helpers in internal: dump prints the model, sweep looks over finished
// pages, golden compares with the files of testdata, smallepub makes files for inspect,
// scribble makes manuscripts and articles at random, fuzzing readies fuzz targets,
// validator and reader run the judges and reading systems of others.
//
// Package assets holds the fonts, themes, hyphenation patterns, Thai words and the colour
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
// Each third-party module is imported by one package. Tests in this folder hold
// the tree to that, to the order of the layers, to the bans on clock, environment,
// network and floating point, and to this map being complete.
package book
