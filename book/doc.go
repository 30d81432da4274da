// Package book is the model of a book made from a series of articles. START
// HERE: this comment is the map of the whole compiler.
//
//	DIR/book.yaml --manifest--+
//	DIR/*.md -----markdown----+-- manuscript --> book.Book --check--> []Diagnostic
//	DIR/images ---picture-----+                     |
//	                                                |        theme <-- assets/themes
//	                          +---------------------+          |
//	                          |                     v          v
//	                          |        layout <-- shape, hyphen, linebreak, pagebreak
//	                          |           |  layout.Document
//	                          v           +--> pdf: draw (fpdf) -> finish --> .pdf --+
//	                 epub: assemble (go-epub)                                        +--> build.Result
//	                   -> finish ------------------------------------------> .epub --+         |
//	                                                               cmd/octavo writes files <---+
//
// Data flows one way. Package book imports only the standard library; the
// encoders sit beneath it, as image/png sits beneath image. Package build is
// the driver, the only one that knows all the others; cmd/octavo parses flags,
// prints and exits, and nothing else does.
//
// # Invariants
//
// Equal input gives equal bytes: no clock, random number, map order, absolute
// path or floating-point layout decision reaches a file.
//
// Faults of the author's text are [Diagnostic] values, collected and reported
// all at once; faults of the world are errors.
//
// Each third-party module is imported by one package.
package book
