// Package layout sets a book on pages.
//
// In: a [book.Book] and a theme. Out: a [Document], finished pages of items at
// fixed positions with their structure elements, links and page breaks.
//
// Invariant: lengths are whole scaled points; no floating point takes part.
//
// Invariant: chapters are laid out independently of each other, so that they
// can be laid out in parallel and the result does not depend on the order.
package layout
