// Package foreign writes the signs of other tools as the Markdown of chapters:
// shortcodes of Hugo and Quarto, tags of Liquid, includes of mdBook, links and embeds
// of a wiki, citations, references and raw blocks of pandoc, commands of TeX, directives of
// MyST, cells of R Markdown, components of MDX, blocks of pymdown, asides of Markua, changes
// of CriticMarkup.
//
// In: Markdown, with the place of each of its bytes. Out: Markdown, likewise, and a
// diagnostic for each sign that has no meaning in a book. Package markdown translates
// each chapter before its parse; so builds and imports share one recogniser.
//
// A sign is taken where what it stands for is plain. Else it is told, and the words
// within it stay: a tag is left out, since it is no text, and a citation or a variable
// is printed as it is written. Code is never changed but for includes.
//
// Invariant: text without such signs stays as it is, byte by byte.
//
// Invariant: the time is proportional to the text and the included files, which are
// bounded in number, depth and size.
package foreign

import (
	"octavo/book"
)

// Bounds on what one chapter includes.
const (
	// maxDepth is how deep files include files. mdBook has the same bound.
	maxDepth = 10
	// maxIncludes bounds the includes of a chapter, by eye: a chapter on a program shows
	// some dozens of its parts.
	maxIncludes = 500
	// maxIncluded bounds the bytes of all included files together: as many as a chapter
	// may have.
	maxIncluded = 16 << 20
)

// maxTag is the greatest length of a tag, in bytes. Generous: a figure with a long
// caption has 500. An opening mark without its end must not swallow the chapter.
const maxTag = 8_000

// A Text is Markdown, and the place of each of its bytes.
type Text struct {
	Bytes []byte
	Place func(int) book.Pos
	File  string // path in the manuscript
}

// Options say what may be done with a text.
type Options struct {
	// Math says that dollar signs enclose formulas.
	Math bool
	// Open returns a file that the file named from includes. Name is a path, or the name
	// of a note when note is set; the text of Markdown comes without its front matter.
	// nil where no folder is known.
	Open func(from, name string, note bool) (Text, error)
	// Report takes what is told.
	Report func(...book.Diagnostic)
}

// Translate returns t with the signs of other tools written as Markdown.
func Translate(t Text, opts Options) Text {
	t = tables(t)
	if !signed(t.Bytes) {
		return t
	}
	c := &chapter{Options: opts}
	var o output
	c.translate(t, &o, nil)
	return Text{o.bytes, o.place, t.File}
}

// A chapter is the state of one translation with all that it includes.
type chapter struct {
	Options
	includes int // files included so far
	included int // bytes of them
}

// translate appends the translation of t to o. Parents are the files that include t.
func (c *chapter) translate(t Text, o *output, parents []string) {
	s := &scanner{chapter: c, output: o, text: t.Bytes, at: t.Place, file: t.File, parents: parents}
	s.index()
	s.blocks()
}
