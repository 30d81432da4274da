// Package draft is what the readers of formats hand over: an article whose parts
// have not been recognised yet.
//
// In: nothing; the package is a model, with the operations on runs of inlines that
// readers and recogniser share. Out: an [Article], whose blocks stand in
// reading order, with what the format itself says about them.
//
// Invariant: a field of [Article] that is set was stated by the file, as
// metadata; the recogniser does not doubt it.
package draft

import (
	"time"

	"octavo/book"
)

// An Article is one article as read from a file.
type Article struct {
	Title    []book.Inline
	Subtitle []book.Inline
	Kicker   []book.Inline
	Authors  []*book.Person
	// Bylines are what metadata state of the authors, one or several names each, as they
	// stand there: "By Ann Lee, MA", "Lee, Ann". The recogniser reads the names in them.
	Bylines []string
	// Signed are lines that name the authors and stand outside of the article. They serve
	// where neither metadata nor the text names anybody.
	Signed []string
	// Contributors have a role each: translators and others.
	Contributors []*book.Person
	Date         book.Date
	Updated      book.Date
	Source       book.Source
	Lang         string
	Lead         *book.Figure
	Note         []book.Block
	// Hint and Creator are a title and an author from metadata that may be left from
	// another document: they serve where the text says nothing.
	Hint, Creator string
	// Day is a date that serves where the text says none.
	Day Day
	// Matter is the page of a book that the article is, which a manifest names by a key;
	// "" for a chapter.
	Matter book.Matter
	Blocks []Block
	Notes  []*book.Note
	// Addresses are what other articles of the same run call this one in their links,
	// beside its Source.URL and the name of its file: an address of the site, or a path
	// within an archive ("text/ch02.xhtml").
	Addresses []string
	// Pictures are the bytes of pictures that came with the article, by the Src
	// of the images that use them.
	Pictures map[string][]byte
	// Attached are pictures that came with the article and that its text has no place for:
	// they stand at its end.
	Attached []*book.Figure
	// Left are the keys of the front matter that have no place in a chapter: of a run they are
	// told once.
	Left []string
	// Warnings are what the reader dropped or could not do.
	Warnings []book.Diagnostic
	// Formula is the first formula of the text as TeX; formulas stand between dollar
	// signs then. Where Formula is "", there are none, and dollar signs are of money.
	Formula string
	// Text is the Markdown that Blocks were read from, as package markdown reads it, and
	// Line the line of the file that it begins on: places of blocks are lines of it. "" for
	// all other formats.
	Text string
	Line int
	// Front is the front matter of a chapter of ours, with its fences; "" for any other.
	Front string
	// Words are what the file has in an encoding, from which words of the article are, with the
	// places of its lines; nil where the lines of the file can be read.
	Words []Words
	// Page says that the article is of a page, which brings its pictures along.
	Page bool
	// Markup says that headings, emphasis and lists are marked, so that a short
	// line is not a heading by being short.
	Markup bool
}

// A Day is a date that stands around an article, with what states it, "the name of the file",
// and how it stands there, "" where that is nothing to look for.
type Day struct {
	book.Date
	Of, As string
}

// What states a [Day]: OfBook is of the book or issue that the article is in, OfMail of when
// a mail was sent.
const (
	OfName = "the name of the file"
	OfBook = "the document's properties"
	OfMail = "the mail"
)

// Words are a text that was decoded, with where in it the lines of its file begin. Page says
// that it has tags.
type Words struct {
	Text   string
	Page   bool
	Starts []Start
}

// A Start is where a line of a file begins in what it held.
type Start struct{ At, Line int }

// SettleDates forgets a change within an hour of publication: many systems state the
// second in which the page was built. An hour is by eye; a correction is mostly later.
func (a *Article) SettleDates() {
	if !a.Updated.IsZero() && a.Updated.Time.Sub(a.Date.Time) < time.Hour {
		a.Updated = book.Date{}
	}
}

// A Block is a block with what the format says about it.
type Block struct {
	Block book.Block
	Role  Role
	// Tight says that the block stands on the line right below the block before.
	Tight bool
	// Quoted is how often the block is quoted in a mail, 0 outside of mails.
	Quoted int
}

// A Role is the part that markup says a block is.
type Role int

// The roles.
const (
	None Role = iota
	Kicker
	Title
	Standfirst
	Byline
	Dateline
	Note // of the editor
	Bio
	Furniture // of the page: left out
	Letter    // of a mail around its article: left out
)
