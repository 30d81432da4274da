// Package layout sets a book on pages.
//
// In: a [book.Book], what package matter composes of it, and a theme. Out: a
// [document.Document], finished pages of items at fixed positions with their structure
// elements, links and page breaks.
//
//	Set -- job: book, theme, page, places --+-- section: one chapter, one goroutine
//	                                        |     blocks, list, table, figure, code, notes
//	                                        |       text    -> package para -> strips
//	                                        |       strips  -> package flow -> pages
//	                                        +-- assembly: chapters, then the matter around them
//	                                              dress: roles of package matter -> styles, lists
//	                                              toc, index, heads -> Document
//
// Layout turns blocks into strips with the space and the legal breaks between them. It
// knows what a heading, a list or a caption is; how lines are broken is the matter of para,
// how pages are filled that of flow, and neither of these knows layout. Package report
// judges the result.
//
// Lines are values: notes that they call, places that they hold and warnings about them
// come into force when they are put into the flow, and with a flow that is dropped
// nothing comes into force. So whatever is to be known of lines before they are set is found by
// setting them: the height of a caption, and whether a chapter begins with lines
// enough for an initial, need the lines alone; the editor's note above which the lead
// figure has to fit is set in a trial, a section with a flow of its own; notes and
// turned tables are branches, which the flow adopts; paragraphs that can do with a line
// more or less are broken anew when their page asks for it.
//
// All is set from the beginning of the line: a section in a language that runs from
// right to left is set like any other, and its pages are turned to the other side
// when they are full.
//
// The words of the trade, and ours:
//
//	trim          the page as it is cut
//	measure       the width of the text, depth its height on a full page
//	recto         a right page, with an odd number
//	sinkage       white above the title of a chapter, in lines of the grid
//	opening       what stands above the text of a chapter
//	kicker        a word or two above a title, standfirst a sentence or two below it
//	lead figure   the picture of the opening
//	lead-in       the first words of a chapter, set apart
//	folio         the number on a page; a drop folio stands at its foot
//	running head  what is read at the top of a page of a long text
//	imprint       who published the book, and the rights; colophon says how it was made
//	leader        the dots between a title and its number
//	bleed         reaching to the edge of the trim, as a cover does
//	section       a chapter, or a piece of the matter around the chapters
//	frame         where blocks are set, and in what style
//	plate         how large the picture of a figure is, and where its caption stands
//	band          rows of a table that cells hold together
//	dress         to give the roles of package matter their styles
//	bound         a section with its place in the book
//
// Invariant: lengths are whole scaled points; no floating point takes part.
//
// Invariant: chapters are laid out independently of each other, so that they
// can be laid out in parallel and the result does not depend on the order.
//
// Invariant: text on the page comes from the model, byte for byte, but for what
// steers line breaks; whatever else is drawn is an artifact.
package layout
