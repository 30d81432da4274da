// Package formula sets formulas by the rules of TeX.
//
// In: the tree of a formula, a face with a MATH table, a size. Out: a [Box] of
// glyphs and rules at fixed places.
//
// The rules are those of appendix G of The TeXbook, whose numbers the comments
// give, with the measures that the font has in the place of TeX's font parameters.
// Signs that grow are the sizes of the font, or are put together from its parts.
//
// Invariant: lengths are whole scaled points; no floating point takes part.
package formula
