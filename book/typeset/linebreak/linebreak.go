// Package linebreak divides a paragraph into lines, choosing all its breaks
// together.
//
// In: a paragraph as a list of [Item] values (boxes, glue and penalties, in
// scaled points) and [Options]. Out: one [Break] for each line, with the exact
// amount by which its glue is to stretch or shrink.
//
// The algorithm is that of Donald E. Knuth and Michael F. Plass, "Breaking
// Paragraphs into Lines", Software: Practice and Experience 11 (1981), with the
// passes, badness and demerits of TeX, and the names of that paper.
//
// Invariant: every paragraph is broken. What cannot fit is set on a line of
// its own, whose Overfull says by how much it sticks out.
//
// Invariant: all arithmetic is in integers, and equal input gives equal breaks.
//
// # Evenness against hyphens
//
// Lines can be as even as hyphens are many. 29,000 words of English and German novels in the
// theme press, sixty letters to the line: the mean difference of the word spaces of
// neighbouring lines, in parts of the natural space, and the share of lines that end in a
// hyphen, by the penalty of a hyphen (the rest as in the theme).
//
//	penalty   English          German
//	50        0.110   13.2 %   0.104   20.0 %
//	100       0.114   10.0 %   0.109   14.5 %
//	150       0.122    6.6 %   0.119   10.2 %
//	210       0.123    4.2 %   0.121    7.1 %   press and classic
//	250       0.138    3.2 %   0.140    5.7 %
//	300       0.145    2.3 %   0.149    4.3 %
//	          0.179    4.2 %   0.176    7.3 %   the same text without a charge for unevenness
//	          0.133    7.7 %   0.123   16.8 %   LuaLaTeX with microtype, class memoir
//
// The themes stand where another hundredth of evenness begins to cost twice the hyphens.
// LuaLaTeX is even because it takes hyphens freely, shrinks spaces to two thirds and widens
// glyphs by two hundredths, as the themes do; it knows nothing of neighbours but TeX's
// classes.
//
// # Words of the trade
//
//	box         ink of a fixed width: a letter, a word, a picture in the line
//	glue        a space with a natural width that may stretch or shrink
//	penalty     a place between boxes where a line may end at a cost; a hyphen is
//	            a flagged penalty with a width
//	badness     how far a line's glue is from its natural width: 100 times the
//	            third power of the ratio in use over the ratio allowed
//	demerits    what a line costs: the square of its badness and of its penalty,
//	            and charges for its neighbours; their sum is to be least
//	fitness     the class of a line: tight, decent, loose, very loose
//	uneven      said of neighbours whose word spaces differ
//	tolerance   the badness that a line of a pass may have
//	feasible    said of a break that can be reached by lines within the tolerance
//	active      said of a feasible break from which the line at hand may still start
//	pass        one walk over the paragraph at one tolerance
//	ladder      hyphens at the ends of lines in a row
//	looseness   TeX's word for a paragraph set longer or shorter: [Breaker.TryLines]
//	hanging     punctuation that stands partly in the margin
//	overfull    said of a line that is too wide although all its glue has shrunk
//	emergency   stretch that every line is thought to have, so that of bad lines
//	            the less bad ones can be told
package linebreak

import "octavo/book/base/unit"

// Kind tells what an [Item] is.
type Kind uint8

// The kinds of item.
const (
	Box     Kind = iota // ink, which is never stretched or divided
	Glue                // space: a place to break when a box is before it
	Penalty             // a place to break at a cost
)

// Costs at the ends of the scale.
const (
	Never  = 10000  // a penalty of this cost or more is no place to break
	Always = -10000 // a penalty of this cost or less ends the line
)

// An Item is one piece of a paragraph.
//
// Widths of boxes are not negative, and an indent is an empty box. Glue and penalties at the beginning of a
// line, after a break, are discarded up to the first box.
type Item struct {
	Kind Kind
	// Order is the order of infinity of a glue's Stretch, 0 to 3. When a line has
	// stretch of several orders only the highest stretches.
	Order uint8
	// Flagged marks a penalty that ends its line with a hyphen. The first pass
	// does without flagged penalties, and flagged lines in a row are counted.
	Flagged bool
	// Cost is the penalty's cost. See [Never] and [Always].
	Cost int32
	// Width is the natural width. The width of a penalty counts only where the
	// line ends at the penalty.
	Width unit.Length
	// Stretch and Shrink say how much a glue may give way.
	Stretch, Shrink unit.Length
	// Left is how far a box hangs into the left margin as the first of a line, Right how
	// far it hangs into the right margin as the last. A penalty that has a
	// width hangs by its own Right.
	Left, Right unit.Length
}

// Mode says what a good line is.
type Mode uint8

// The modes.
const (
	// Justify fills every line but the last.
	Justify Mode = iota
	// Ragged leaves spaces at their natural width; the last line may be of any length.
	Ragged
	// Balance is for titles: as few lines as will do, all about equally long.
	Balance
)

// Options are the measure of a paragraph and the taste of its designer. The
// zero value of each demerit means that the matter is of no concern. All
// demerits and tolerances are at least zero; negative ones count as zero,
// except in PreTolerance.
type Options struct {
	// Widths are the widths of the lines in turn; the last one is that of all
	// lines that follow. No more than [MaxWidths] are read.
	Widths []unit.Length
	Mode   Mode
	// PreTolerance is the badness that a line may have in the first pass, which
	// does without flagged penalties. A negative one skips that pass.
	PreTolerance int
	// Tolerance is the badness that a line may have in the passes that follow.
	Tolerance int
	// LinePenalty is added to the badness of each line.
	LinePenalty int
	// HyphenPenalty is added to the cost of each flagged penalty.
	HyphenPenalty int
	// DoubleHyphenDemerits are for two flagged lines in a row,
	// FinalHyphenDemerits for a flagged line before the last,
	// AdjacentDemerits for a tight line beside a loose one.
	DoubleHyphenDemerits, FinalHyphenDemerits, AdjacentDemerits int
	// UnevenDemerits are for a line whose word spaces are wider or narrower by a whole natural
	// space than those of the line before; a part of that costs a part. What the glue of a line
	// changes by where it is stretched or shrunk by all that it may is SpaceStretch and
	// SpaceShrink, in thousandths of a word space.
	UnevenDemerits, SpaceStretch, SpaceShrink int
	// EmergencyStretch is the stretch that each line is thought to have besides
	// its own in the third pass.
	EmergencyStretch unit.Length
	// MaxLadder is the number of flagged lines that may follow one another; at
	// most [LongestLadder], and 0 is no limit. A longer ladder is taken rather than
	// an overfull line.
	MaxLadder int
	// LastLineMin is the natural width that the last line should have, and
	// LastLineDemerits what a shorter one is charged with.
	LastLineMin      unit.Length
	LastLineDemerits int
}

// Bounds of the options. Their product is the number of states that a break may be
// reached in, 64 by 8 by the four classes, or by the [spaces] where lines are to be even:
// 20,480 slots are cleared at most for a paragraph, and some 120 for one of an article. A page
// has some fifty lines, so that 64 widths reach from its top to its foot.
const (
	MaxWidths     = 64
	LongestLadder = 7
)

// A Break is the end of one line, and so stands for that line.
//
// Natural + Adjust + Rest - Overfull is equal to Width.
type Break struct {
	// Start is the line's first item: a box, unless the line is empty.
	Start int
	// End is the item at which the line ends: the glue or penalty broken at, or
	// the end of the paragraph less any discardable items there. The item at End
	// is not part of the line, except for Tail.
	End int
	// Width is the measure of the line, Natural the width of its content before
	// any stretching, less what hangs into the margins at Left and Right.
	Width, Natural unit.Length
	// Tail is the width of the penalty that the line ends at: that of its hyphen.
	// Natural includes it.
	Tail unit.Length
	// Left and Right are what hangs out: the line begins Left before its margin.
	Left, Right unit.Length
	// Adjust over Total is the ratio by which each glue of order Order stretches
	// (Adjust > 0) or shrinks (Adjust < 0). Total is zero when nothing is to
	// be adjusted.
	Adjust, Total unit.Length
	// Rest is the space that is left over at the end of the line.
	Rest unit.Length
	// Overfull is the width by which the line sticks out of its measure.
	Overfull unit.Length
	// Order is the order of infinity of the stretch in use.
	Order uint8
	// Flagged says that the line ends at a flagged penalty: set its hyphen.
	Flagged bool
}
