// Package epub encodes a book as an EPUB 3.3 publication.
//
// In: a loaded [book.Book] without errors, the theme's style sheet, the fonts
// and a cover picture. Out: the bytes of the .epub file.
//
// What the documents hold is composed by package matter; here each role has an element
// and a class. The work has two steps, as the map in package book shows. Assemble: go-epub lays out the
// package, its folders, manifest and spine, for documents and media that are
// named but still empty. Finish: the documents are filled in and the package
// document, the navigation and the container are completed. Between the two
// stands a check that what go-epub made has just the names and the order that
// were planned, since it loses a file with an unfit name in silence.
//
// Invariant: equal input gives equal bytes, whatever the number of workers.
//
// Invariant: names in the container, ids and anchors come from the manuscript,
// never from a position in it.
package epub
