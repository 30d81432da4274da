// Package web reads articles of saved web pages.
//
// In: a page, in UTF-8. Out: a [draft.Article] with what the page states about
// itself, and its blocks, with the parts that its classes name.
//
//	page --rawhtml--> tree --meta--> title, authors, dates, source
//	                    +--scope, classify--> the article, its furniture left out
//	                    +--(no article stated) readability--> the article
//	                                               +--rawhtml--> blocks
//
// Where a page says which element is the article (an <article>, itemprop=articleBody, the
// classes of the usual systems), that element is taken: a heuristic would drop its bio
// and its note. Where a page does not say, Readability finds the article, in the port of
// codeberg.org/readeck/go-readability. The blocks are made by package rawhtml, as are
// those of raw HTML in chapters, so that quotes, lists, tables and emphasis become what
// Markdown writes.
//
// Invariant: nothing is fetched: addresses are only text here.
//
// Invariant: the words of the article are in the blocks once, in their order; what else
// stands in the article's place is told (missed.go).
package web
