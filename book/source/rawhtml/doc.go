// Package rawhtml reduces HTML that nobody vouches for to the model of a book.
//
// In: a fragment of HTML, or a single tag that stands among Markdown. Out:
// blocks and inlines of package book, and warnings that name what was dropped.
//
// The tokens come from golang.org/x/net/html; the tree is built here, since its
// parser moves elements about and keeps no places.
//
// Invariant: what is not in the tables of elements.go does not pass. Attributes
// pass only where a field of the model stands for them, so that no script,
// style or event handler can.
//
// Invariant: time and memory are proportional to the input; elements nested
// deeper than [MaxDepth] are taken as their content.
package rawhtml

// NestingHint says what to do about text that is nested deeper than [MaxDepth].
const NestingHint = "take it out of some of the quotations, lists or elements that it is in"

// MaxDepth is the deepest nesting of elements. It is generous: few pages nest deeper
// than 32. The time of a parse grows with it, and the stack of what walks the tree.
const MaxDepth = 200
