package store

import (
	"octavo/book/check/inspect"
	"octavo/book/typeset/theme"
)

func pdfSize(most int64) func(*run) {
	return func(r *run) {
		if r.doc.Size > most {
			r.report("", inspect.Place{}, "the file has %d bytes, more than %d", r.doc.Size, most)
		}
	}
}

func googlePDFPages(r *run) {
	if n := len(r.doc.Pages); n < 4 && !r.doc.Encrypted {
		r.report("", inspect.Place{}, "the book has too few pages: %d", n)
	}
}

func googleOutline(r *run) {
	if r.doc.Outline == 0 && !r.doc.Encrypted { // of an encrypted file nothing is known
		r.report("", inspect.Place{}, "the file has no bookmarks")
	}
}

func notEncrypted(r *run) {
	if r.doc.Encrypted {
		r.report("", inspect.Place{}, "the file is encrypted")
	}
}

func printFonts(r *run) {
	for _, f := range r.doc.Fonts {
		if !f.Embedded {
			r.report("", inspect.Place{}, "the font %s is not embedded", f.Name)
		}
	}
}

func printBookmarks(r *run) {
	if r.doc.Outline > 0 {
		r.report("", inspect.Place{}, "the file has %d bookmarks", r.doc.Outline)
	}
}

func printAnnotations(r *run) {
	if r.doc.Annots > 0 {
		r.report("", inspect.Place{}, "the file has %d links or comments", r.doc.Annots)
	}
}

// printPages reports a book that has fewer pages than least, or is too thick to be bound
// as a paperback.
func printPages(least int) func(*run) {
	return func(r *run) {
		switch n := len(r.doc.Pages); {
		case r.doc.Encrypted: // whose pages are not known
		case n > theme.MostBound:
			r.report("", inspect.Place{}, "a paperback of %d pages is not bound: it has at most %d", n, theme.MostBound)
		case n < least:
			r.report("", inspect.Place{}, "a paperback of %d pages is not bound: it has at least %d", n, least)
		}
	}
}

func printSizes(r *run) {
	for i, p := range r.doc.Pages {
		if p.Trim != r.doc.Pages[0].Trim {
			r.report("", inspect.Place{}, "page %d is of another size than page 1", i+1)
			return
		}
	}
}
