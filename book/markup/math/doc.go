// Package math reads formulas: a bounded subset of TeX's notation, that of
// articles on economics and the sciences.
//
// In: what stands between dollar signs. Out: a closed tree of [Node] values, the
// faults with their places, and the formula as a line of text ([Text]). How a
// formula is written as MathML and how it is set on a page follow from the tree alone.
//
// The subset is letters, figures and signs, scripts, fractions, roots, fences,
// accents, words, alphabets, and tables of formulas: see [Commands]. There are no macros. A
// command that is not in the subset is a fault that names it, and never set wrong.
//
// Invariant: any text gives a tree and faults, never a panic, in time proportional
// to its length. A tree without faults has no more than [MaxDepth] levels.
package math

// Bounds on a formula. What is over is a fault. The bounds are generous: a formula that
// fits a page has some hundred bytes, five levels, and tables of ten by ten cells.
const (
	// MaxBytes is the longest formula.
	MaxBytes = 4096
	// MaxDepth is the deepest nesting of groups.
	MaxDepth = 24
	// maxCells bounds the cells of all tables of a formula.
	maxCells = 400
	// maxFaults bounds the faults of a formula: more than an author reads.
	maxFaults = 10
)
