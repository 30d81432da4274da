// Package book is the model of a book made from a series of articles. START
// HERE: this comment is the map of the whole compiler.
//
//	DIR/book.yaml --manifest--+
//	DIR/*.md -----markdown----+-- manuscript --> book.Book --check--> []Diagnostic
//	DIR/images ---picture-----+                     |
//	an article --ingest--> DIR/*.md                 |
//	                                              matter: sections of elements with roles
//	                          +---------------------+
//	                          |                     v
//	                          |        layout -> para -> flow <-- theme, shape, linebreak, pagebreak
//	                          |           |  document.Document
//	                          | Pagination|
//	                          |<----------+
//	                          |           +--> pdf: draw (fpdf) -> finish --> .pdf --+
//	                          v                                                      +--> compile.Result
//	                 epub: assemble (go-epub) -> finish ----------------> .epub -----+         |
//	                                                               cmd/octavo writes files <---+
//
// Data flows one way. Package book imports only the standard library; the
// encoders sit beneath it, as image/png sits beneath image. What stands around the
// articles, and at both ends of each, is composed once, in matter: layout and epub
// dress it, each role in a style or a tag, and compose nothing. Package compile is
// the driver, the only one that knows all the others; cmd/octavo parses flags,
// prints and exits, and nothing else does but its package space, which ends a start
// that has no addresses to run in.
//
// # The doors
//
// The folders here are doors, a kind of work behind each. Who changes
//
//	what authors may write               goes to  source
//	what import understands                       ingest
//	a page of its own, what heads an article      matter
//	a word, a date, a language's habits           language
//	a page, a line, a theme                       typeset
//	a glyph or a font file                        font
//	a picture or the cover                        graphic
//	a notation that is read or written            markup
//	an edition's file                             epub, pdf
//	what is reported, and to which store          check
//	a rule's level, reason and example            base
//	the order in which all this is done           compile
//
// What is behind a door imports what is behind those that TestImports names for it:
//
//	base < language < markup, matter
//	base < font
//	matter, font, markup < typeset < graphic < epub, pdf < check
//	                                 graphic < source < ingest
//
// # source: reading the manuscript
//
//	manuscript  a folder -> Book: opens nothing outside it, resolves links
//	manifest    book.yaml -> Book without its text
//	markdown    chapter file <-> Chapter: front matter, one goldmark parse, Format
//	alias       the keys of front matter of other tools -> ours
//	names       what a link calls an article -> the article
//	foreign     signs of other tools -> Markdown of chapters
//	rawhtml     HTML within Markdown -> blocks and inlines of the model
//	schema      the keys of manifest, markdown and theme -> JSON Schemas for editors
//	scaffold    the first files of a new manuscript
//
// # ingest: importing articles
//
//	ingest      a published article in any format -> chapter files
//	refuse      files that no reader reads -> what they are, and what to do
//	charset     bytes in the encodings of newspapers -> UTF-8
//	draft       an article as read, its parts not yet recognised
//	text        a paste or mail -> draft
//	web         a saved page -> draft
//	letter      the blocks of a mail -> those of its article, and those around it
//	mhtml       a page saved as one file, or a mail -> its parts
//	mathml      formulas of pages and documents -> TeX
//	unzip       the files of a document that is a zip, within bounds
//	omml        formulas of Word -> MathML
//	docx        a Word document -> draft
//	odt         an OpenDocument text -> draft
//	ebook       an EPUB of any maker -> drafts
//	feed        an RSS or Atom file -> drafts
//	export      a site as its system exports it -> drafts
//	dialect     Markdown of other tools -> draft
//	dateline    a date as people write it -> Date
//	parts       draft -> Chapter, and what was guessed
//	merge       base, ours and theirs -> one chapter, or the places where they clash
//
// A reader of a format knows nothing of bylines and notes, and the recogniser of
// these nothing of formats: they meet in draft.
//
// # language: what depends on the language
//
//	langdata    the drawers of languages: assets/languages, a file a language
//	locale      the words and dates that the compiler adds
//	capital     text in the capitals of its language
//	langtag     the form of language tags
//	hyphen      Liang's patterns
//	thai        where a line of Thai may end
//	spacing     white about signs, and the spaces that hold words together
//	stress      the marks of emphasis in Chinese, Japanese and Korean
//	bidi        the direction of each part of a text (UAX #9)
//
// # matter: what stands around the articles
//
//	matter      Book and words -> sections: title page, imprint, contents, articles, ...
//
// # typeset: setting pages
//
//	theme       the look as data: page geometry and styles
//	document    what finished pages are: positioned items, structure, links
//	layout      Book and Theme -> Document
//	para        inlines -> the lines of a paragraph, as strips
//	flow        strips -> pages: grid, figures, footnotes; knows no book
//	report      Document -> figures, and the places that fall short
//	formula     the tree of a formula -> glyphs and rules in place, by TeX's rules
//	linebreak   Knuth and Plass, in integers
//	pagebreak   the same for pages: floats, footnotes, table heads
//
// # font: files and faces
//
//	sfnt        font files: tables, outlines, subsets
//	shape       text -> glyphs, with fallback faces (HarfBuzz)
//
// There are two, since two things are done with fonts: sfnt reads and cuts files
// that may be hostile, shape sets text in faces.
//
// # graphic: pictures
//
//	picture     image files: bounds, formats, what each edition takes
//	svg         untrusted SVG -> drawing
//	drawing     paths and text in fixed point
//	raster      polygons -> coverage, in integers
//	render      drawing -> pixels; SVG -> SVG without texts
//	cover       a cover made from the metadata
//
// # markup: notations
//
//	xhtml       blocks and inlines -> well-formed markup
//	css         untrusted style sheets -> rules, declarations, functions, faults
//	xmltree     untrusted XML -> a tree with places, or a fault
//	yaml        untrusted YAML -> typed values, each with its place
//	toml        untrusted TOML -> the same as YAML, line by line
//	math        a subset of TeX -> the tree of a formula
//
// # epub, pdf, compile: writing editions
//
//	epub        Book -> EPUB 3.3
//	look        Theme -> the style sheet of an EPUB
//	pdf         Document -> PDF/UA-1 and PDF/A-2a
//	draw        pages -> a file by fpdf (beneath pdf, as are the next two)
//	finish      that file -> what fpdf cannot write
//	object      the syntax of PDF, read and written
//	compile     the driver
//
// # check: judging
//
//	check       rules over the book
//	inspect     a finished EPUB or PDF of any maker -> what it holds and breaks
//	store       what each shop asks of it
//
// # base: what all others may need
//
//	rule        the table of rules: id, level, why; each reports by its row
//	unit        lengths in scaled points
//	parallel    the parts of a task at the same time
//	nearest     the name that was meant
//	pattern     regular expressions, compiled when they are first asked for
//	nfc         accents in one of Unicode's two spellings
//	disk        files put in their places, whole or not at all
//	deflate     the one compressor of both editions
//	fault       a panic at a border -> an error without its text
//	address     the addresses that a link may lead to
//	srgb        the light of the values of sRGB
//
// # internal: tests
//
// Acceptance holds the tests of the whole product, from a folder to finished editions.
// Helpers stand beside it: dump prints the model, sweep looks over finished pages,
// golden compares with the files of testdata, smallepub makes files for inspect,
// scribble makes manuscripts and articles at random, fuzzing readies fuzz targets,
// validator and reader run the judges and reading systems of others.
//
// Package assets holds the fonts, themes, drawers of languages, hyphenation patterns, Thai words and the colour
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
// the tree to that, to the doors, to the bans on clock, environment, network and
// floating point, and to this map being complete.
package book
