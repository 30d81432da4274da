// Package flow sets a column of text on pages. It knows pages and strips, no books and no
// fonts: whatever stands on a strip has been drawn by who made it.
//
// In: strips, one below the other, with the white between them, what a break between two
// costs, figures that may move and notes that are called; and a [Paper], the pages to set
// them on. Out: [Pages], with where on them the source is divided.
//
//	strips -> Flow.First, Next, Float, Space, Keep, ... -> entries
//	entries -> items -> package pagebreak -> which entries each page holds
//	page by page: floats at the top, strips, floats at the foot, notes -> document.Page
//
// Package pagebreak decides, by cost, and moves nothing; flow moves and decides nothing
// but the few things that a single page settles for itself: at which end of it a figure
// stands, and by how much a heading at its top is lowered.
//
// A [Flow] is a value, and holds all that comes of what is added to it: the notes called, the
// places that stand, what is told. Who tries something adds it to a flow of its own, looks
// at the height, and drops that flow, which leaves nothing behind. [Flow.Branch] and
// [Flow.Adopt] make such a flow part of another one.
//
// The words of the trade, and ours:
//
//	grid        lines at equal distances on all pages, on which running text stands
//	line        a length here: the distance between two lines of the grid, the baseline
//	strip       a slice of the column as wide as it is: a line, a rule, a figure
//	entry       a strip, the white between two, or the place of a break
//	white       height with nothing in it; glue in the terms of package pagebreak
//	keep        no page ends between two strips
//	owe         a heading is owed lines: so many must follow it on its page
//	float       a figure that may stand at the top of a later page than its place
//	carry       notes called where no line counts them, which the next line does
//	settle      a strip gets the anchors that wait: what links lead to
//	supple      a paragraph that can do with a line more or a line less
//	sheet       a page while it is filled
//	drop        by how much a heading at the top of a page is lowered
//	panel       what is drawn under strips and beside them, as far as they reach on the page
//	tail        what stands at the end of a chapter about its authors
//	turned      set sideways, on a page of its own
//	origin      what of the source a strip shows, in terms that flow does not know
//
// Invariant: strips of running text stand on the grid of each page, and facing pages
// agree line by line.
//
// Invariant: no page holds a note whose call stands on a later page, nor a figure before the
// page of its place.
package flow
