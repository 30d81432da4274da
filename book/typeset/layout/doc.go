// Package layout sets a book on pages.
//
// In: a [book.Book], what package matter composes of it, and a theme. Out: a [Document], finished pages of items at
// fixed positions with their structure elements, links and page breaks.
//
//	Set -- job: book, theme, page, places --+-- section: one chapter, one goroutine
//	                                        |     inline -> atom -> items -> linebreak -> line -> output
//	                                        |     blocks, list, table, figure, code, notes -> flow
//	                                        |     flow -> pagebreak -> pages
//	                                        +-- assembly: chapters, then the matter around them
//	                                              dress: roles of package matter -> styles, lists
//	                                              toc, index, heads -> Document
//
// A paragraph is flattened to spans of text in one look, cut into atoms that are
// not broken but by hyphens, broken by total fit and drawn as strips. Blocks put
// strips into a flow, with the space and the legal breaks between them; the flow is
// divided by total cost. [Dump] prints the result, [Measure] judges it and names the
// places that fall short.
//
// Four things are set on trial before they are set: the opening of a chapter, whose
// picture takes the size that leaves room for the note and some lines of text; a
// table, whose type is made smaller until it fits, and which is turned onto pages of
// its own when it never does; titles, which are broken within a word only when
// nothing else will do; and, where a page would end lines too early or a chapter with
// few lines, paragraphs that can do with a line more or less.
//
// All is set from the beginning of the line: a section in a language that runs from
// right to left is set like any other, and its pages are turned to the other side
// when they are full. Within a line that runs both ways the pieces are put in order once
// its ends are known; they are drawn in the order of the text, as they are read.
//
// Invariant: lengths are whole scaled points; no floating point takes part.
//
// Invariant: chapters are laid out independently of each other, so that they
// can be laid out in parallel and the result does not depend on the order.
//
// Invariant: text on the page comes from the model, byte for byte, but for what
// steers line breaks; whatever else is drawn is an artifact.
package layout
