// Package document is the form of finished pages: what layout makes of a book, what
// encoders draw and what a report measures. None of them needs to know another.
//
// A [Document] holds pages of items at fixed positions, in scaled points from the top
// left corner of the page, with the structure that they belong to, the links and the
// places that these lead to. Items are moved and turned to the other side by [Move] and
// [Mirror] alone.
package document
