// Package parts finds the parts of an article among its blocks.
//
// In: a [draft.Article], as a reader of any format hands it over. Out: a
// [book.Chapter], and a [Guess] for each decision that the text did not settle.
//
// The head of an article is read from the top: lines with a label (a byline, a
// date, a credit, an editor's note), and before and between them the kicker, the
// title and the standfirst. The tail is read from the end: who the author is,
// and mail addresses. What is left is the body, whose bare headings are found by
// how they differ from the paragraphs around them. Labels and forms are data, in the
// drawers of languages (package langdata, words.go).
//
// Invariant: no word is lost and none is made up: each word of the article is
// in one field of the chapter, but for labels, page furniture and a caption that
// is there twice.
//
// Invariant: the chapter is as package markdown reads it: its Format reads back
// as the same chapter.
package parts
