// Package manifest reads book.yaml.
//
// In: the bytes of the file. Out: a [Manifest]: the book without its chapters,
// the people that chapters name by key, and the list of chapters as written,
// with diagnostics. The files that it names are for package manuscript.
//
// The keys are data (fields.go): what is known, required and documented is said
// once.
//
// Invariant: whatever can be read is returned, also of a file with errors, so
// that its chapters can be checked in the same run.
//
// Invariant: a book without an identifier gets the same one each time.
package manifest
