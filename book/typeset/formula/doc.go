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
//
// # Words of the trade
//
//	axis        the height of the minus sign, around which all that is tall stands
//	class       what a part is to its neighbours: a letter, an operator, a relation,
//	            a fence; two classes say how wide the white between them is
//	style       display, in a line, in a script, in a script of a script
//	cramped     said of a style whose superscripts stand lower, as under a bar
//	limits      scripts above and below a sign, as of a sum in a display
//	italic      by how much a leaning letter reaches over its right edge
//	fence       a bracket that is as high as what it encloses
//	extender    the part of a sign that may be repeated to make the sign longer
//	connector   by how much two parts of a sign may overlap
//	jot         what LaTeX puts between rows of equations
package formula
