// Package xhtml writes the blocks and inlines of a book as XHTML for an EPUB.
//
// In: parts of a [book.Book], the words of its language, and functions that say
// where links and pictures are. Out: the markup of one document's body.
//
// Invariant: the markup is well-formed and follows HTML's content model by
// construction, whatever the text holds.
//
// Invariant: no colour, font or size is written; classes carry the meaning to
// the theme's style sheet, and custom properties how large a table or formula is, for the
// sheet to have it fit the page.
package xhtml
