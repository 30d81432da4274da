// Package manuscript reads a folder as a book.
//
// In: a folder with book.yaml, chapters and pictures. Out: a [book.Book] whose
// links, notes and pictures are resolved, and all faults of the manuscript, in
// one run and sorted. [Load] is the whole of it.
//
// A path is relative to the folder of the book. A path in a chapter may also be
// relative to the chapter's own file, and is tried so first. The two readings are
// the same as long as chapters stand beside book.yaml.
//
// Invariant: no file outside of the folder is read, by whatever path or
// symbolic link, and nothing is fetched.
//
// Invariant: the book does not depend on how many goroutines read it, on the
// order of a directory, or on where the folder is.
package manuscript
