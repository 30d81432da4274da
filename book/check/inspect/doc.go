// Package inspect reads finished editions, of any maker, and names what is
// wrong with them.
//
// In: the bytes of an EPUB or PDF file. Out: what the file holds, as a
// [Publication] or [PDF], and diagnostics in the manner of EPUBCheck: severity,
// rule and place within the file.
//
// The package is no replacement for EPUBCheck or veraPDF, which know the standards to
// the last clause; but it needs no installation, answers at once, and reads the
// facts that the rules of the stores are about.
//
// Invariant: files are hostile. What is unpacked, parsed and reported is
// bounded, and no input makes the package panic.
//
// Invariant: a file that cannot be read is one diagnostic, not an error of the
// program.
//
// # Words of the trade
//
//	container         the file that says where the package document of an EPUB is
//	package document  the file with the metadata, the manifest and the spine
//	manifest          the list of all files of a publication
//	spine             the order in which its documents are read
//	nav, NCX          the contents for reading systems, in EPUB 3 and EPUB 2
//	landmark          a place that a reading system offers, such as the first chapter
//	remote            said of a resource that is not in the file
//	xref section      a part of the table of a PDF's objects; each saving may add one
//	hybrid            said of a file with both a table and a stream of objects
//	predictor         a difference that bytes were written as before compression
package inspect

import (
	"io"
	"path"
	"strings"

	"octavo/book"
)

// File reads an edition and tells by its first bytes what it is: a PDF says so within
// its first kilobyte, and any other file is taken for an EPUB, unless its name ends in
// .pdf. One of the first two results is nil, both when the file cannot be read. name is
// what diagnostics call the file.
func File(name string, r io.ReaderAt, size int64) (*Publication, *PDF, []book.Diagnostic) {
	head := make([]byte, 1024)
	n, _ := r.ReadAt(head, 0) // a fault shows again in the reading
	if strings.Contains(string(head[:n]), "%PDF-") {
		p, found := ReadPDF(name, r, size)
		return nil, p, found
	}
	if strings.EqualFold(path.Ext(name), ".pdf") {
		rep := &reporter{name: name}
		rep.add(pdfSyntax, "", place{}, "", "not a PDF file")
		return nil, nil, rep.result()
	}
	p, found := ReadEPUB(name, r, size)
	return p, nil, found
}

// A place is a line and column in a file, both from 1, or 0 where unknown. The
// column counts bytes.
type place struct{ line, col int }

// maxFindings bounds the diagnostics of one file. By eye: a hostile file could have millions,
// and nobody reads more than a few hundred.
const maxFindings = 500

// A reporter collects what is found in one file.
type reporter struct {
	name  string // of the file
	found []book.Diagnostic
	left  int // how many were not kept
}

// add reports that a rule does not hold in an entry of the file; an empty entry
// is the file itself.
func (r *reporter) add(broken Rule, entry string, at place, hint, format string, args ...any) {
	if len(r.found) == maxFindings {
		r.left++
		return
	}
	file := r.name
	if entry != "" {
		file += "/" + Printable(entry)
	}
	r.found = append(r.found, broken.at(file, at, hint, format, args...))
}

// result returns what was found, sorted.
func (r *reporter) result() []book.Diagnostic {
	list := book.SortDiagnostics(r.found)
	if r.left > 0 {
		list = append(list, tooMany.at(r.name, place{}, "", "%d more findings are left out", r.left))
	}
	return list
}

// maxText bounds what a message quotes, in characters: a few lines of a terminal.
const maxText = 300

// Printable makes text of a hostile file fit for one line of a terminal.
func Printable(s string) string { return book.Printable(book.Clip(s, maxText)) }
