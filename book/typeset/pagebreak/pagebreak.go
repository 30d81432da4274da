// Package pagebreak divides a chapter into pages, choosing all its breaks
// together.
//
// In: a chapter as a list of [Item] values (boxes, glue, penalties and
// floats, in scaled points), the [Note] values that its boxes call, and
// [Options]. Out: one [Page] for each page, with the items, the floats and the
// parts of notes that it holds.
//
// The method is that of linebreak turned by a quarter: Michael F. Plass,
// "Optimal Pagination Techniques for Automatic Typesetting Systems" (1981),
// with pages for lines. A state of the search is a break, and how many lines of notes and
// how many floats have been set when it is reached.
//
// Invariant: every chapter is divided. A page is overfull only when one of its
// items, or items with no legal break between them, are taller than it is.
//
// Invariant: lines of notes, and floats, are set in the order of their calls,
// never on a page before that of the call.
//
// Invariant: all arithmetic is in integers, and equal input gives equal pages.
//
// # Words of the trade
//
//	measure     the height that a page's content may take
//	short       said of a page whose content ends above its foot
//	spread      two pages that face each other
//	uneven      said of a spread whose pages end on different lines
//	float       a figure that may stand on a later page than the text around it
//	note        a footnote; its call is the mark in the text
//	separator   the rule and space between the text and the notes
//	flex        lines by which paragraphs of a page are set longer or shorter
//	head, foot  what a table repeats where a page divides it
//	state       what the pages before a break leave to those after it
//	dominated   said of a way to a break that another way makes needless
//	beam        the cost that a way may exceed another's by and stay
package pagebreak

import "octavo/book/base/unit"

// Kind tells what an [Item] is.
type Kind uint8

// The kinds of item.
const (
	Box     Kind = iota // a line of text, or anything else that is not divided
	Glue                // space: a place to break when a box or a float is before it
	Penalty             // a place to break at a cost
	Float               // a figure that may move to the top of a later page
)

// Costs at the ends of the scale.
const (
	Never  = 10000  // a penalty of this cost or more is no place to break
	Always = -10000 // a penalty of this cost or less ends the page
)

// An Item is one piece of a chapter, from top to bottom.
//
// Glue and penalties at the top of a page are discarded up to the first box or
// float. Heights of boxes and floats are not negative, and include depth.
type Item struct {
	Kind Kind
	// Cost is the penalty's cost. See [Never] and [Always].
	Cost int32
	// Notes is the number of notes that the box calls: the next ones of the list.
	Notes int32
	// Height is the natural height. The height of a float includes the space around it,
	// since its neighbours may come to stand next to each other.
	Height unit.Length
	// Stretch and Shrink say how much a glue may give way.
	Stretch, Shrink unit.Length
	// Foot is what a penalty adds to the foot of the page that ends at it, and
	// Head to the top of the page that follows: the repeated head of a table.
	Foot, Head unit.Length
	// Within says that the box is not the first of its paragraph. Looser and Tighter, of
	// the last box of a paragraph, say that it can be set a line longer or shorter: by a
	// Unit. A page may ask that of paragraphs that it holds as a whole.
	Within, Looser, Tighter bool
}

// A Note is a footnote, given by the heights of its lines.
type Note struct {
	Lines []unit.Length
}

// Options are the measure of the pages and the taste of their designer. A cost
// of 100 is that of a page which is one Unit short; shortfalls cost by their
// square. Negative costs count as zero.
type Options struct {
	// Heights are the heights of the pages in turn; the last one is that of
	// all pages that follow. No more than [MaxHeights] are read.
	Heights []unit.Length
	// Unit is the height of a line of text. Zero is a fortieth of a page.
	Unit unit.Length
	// Tolerance is the shortfall that a page may have when others can be had
	// throughout; zero is a fifth of the page.
	Tolerance unit.Length
	// Separator is the height of the rule and space above the notes of a page.
	Separator unit.Length
	// TextMin is what notes leave of a page to the text above them, where text follows on the
	// next page, and half of it where a note would be put off. Zero leaves nothing.
	TextMin unit.Length
	// NoteMin is the number of lines of a note that stay together on either side of a break in it.
	NoteMin int
	// SplitCost is for a note that continues on the next page, DeferCost for
	// each note that begins on a later page than its call, for a page that holds no line of
	// notes although some wait, and for a last page that leaves notes for another.
	SplitCost, DeferCost int
	// FloatCost is for each page by which a float moves on.
	FloatCost int
	// LastMin is the height that a last page should be filled to, and LastCost what a
	// shorter one costs.
	LastMin  unit.Length
	LastCost int
	// Spread says which pages face each other: none, the second and the third
	// and so on, the first and the second, or any two that follow each other. UnevenCost is for the right page
	// of a pair that is not short by as many whole Units as the left one; a
	// page with notes is not short, since they stand at its foot. Where one of the two
	// has a float the eye compares less: the cost is a tenth for each Unit, and all of it
	// at most.
	Spread     Spread
	UnevenCost int
	// FlexCost is for a paragraph that is set a line longer or shorter, and four times
	// as much for two of them on a page.
	FlexCost int
}

// A Spread says on which side a chapter opens, when its pages face each other.
type Spread int

// The spreads.
const (
	Single    Spread = iota // pages do not face each other
	FromRight               // the first page is a right one
	FromLeft                // the first page is a left one
	Either                  // nobody knows: each page may face the one before
)

// Bounds of the options.
const (
	// MaxHeights bounds the heights that are read. The bound is generous: the layout of a
	// book gives one. As long as heights are left the number of the page is a part of each
	// state, so that more heights make more states.
	MaxHeights = 64
	// MaxWaiting is the number of floats that may wait for a later page. Each is
	// another page to try from every active break. The bound was chosen by eye; with 1
	// the pages of the test edition with many figures change.
	MaxWaiting = 3
	// MaxFlex is the number of lines that a page may gain or lose by paragraphs that
	// are set longer or shorter. The bound was chosen by eye: the cost grows by the square, and
	// with 1 or 6 no sample edition changes.
	MaxFlex = 3
)

// Defaults returns options that suit a book; the caller sets Heights, Unit,
// Separator and LastMin.
//
// The costs were chosen by eye, in the one unit that they share: a page that is n
// lines short costs 100 n². So a note is divided where the page would else be
// between four and five lines short (2000), is deferred rather than that a page is
// more than fourteen lines short (20000), and a figure moves on a page rather than
// that a page is two lines short (300).
func Defaults() Options {
	return Options{NoteMin: 2, SplitCost: 2000, DeferCost: 20000, FloatCost: 300, LastCost: 2000}
}

// A Page is what one page holds.
//
// Natural + Adjust + Rest - Overfull is equal to Height.
type Page struct {
	// Start and End delimit the items of the page, items[Start:End]. Items
	// between the End of one page and the Start of the next are discarded.
	// Start is equal to End on a page of nothing but notes.
	Start, End int
	// Floats are the indices of the floats on this page, in order. A float whose index
	// is below Start stands at the top; a float in items[Start:End] that is not among
	// them has moved on.
	Floats []int
	// Notes are the notes at the foot of the page, or their parts.
	Notes []Piece
	// Height is the measure of the page, Natural the height of its content before
	// any stretching: items, floats, notes with their separator, Head and Foot.
	Height, Natural unit.Length
	// Head and Foot are those of the penalties that the page before and this page end at.
	Head, Foot unit.Length
	// Adjust over Total is the ratio by which each glue stretches (Adjust > 0) or
	// shrinks (Adjust < 0). Total is zero when nothing is to be adjusted.
	Adjust, Total unit.Length
	// Rest is the height that is left over.
	Rest unit.Length
	// Overfull is the height by which the page is too full.
	Overfull unit.Length
	// Flex is by how many lines paragraphs of the page are to be set longer; negative
	// when shorter, each by one. Natural includes them, Set does not.
	Flex int
	// Cost is what the page was charged with.
	Cost int64
}

// A Piece is the part of a note that one page holds: its lines From to To, To
// not included.
type Piece struct {
	Note, From, To int
}
