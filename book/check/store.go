package check

import (
	"regexp"
	"unicode/utf8"

	"octavo/book/base/pattern"
)

// Bounds of stores, in characters and pixels: Amazon KDP, "Metadata guidelines"
// and "Cover image guidelines".
const (
	maxTitle       = 200  // title and subtitle
	maxDescription = 4000 // characters
	leastCoverHigh = 1000
	leastCoverWide = 625
	mostCover      = 10_000
)

func titleLength(r *reporter) {
	if n := utf8.RuneCountInString(r.book.Title) + utf8.RuneCountInString(r.book.Subtitle); n > maxTitle {
		r.report(r.manifest(), "move what explains to the description", "title and subtitle have %d characters; stores take %d", n, maxTitle)
	}
}

func descriptionLength(r *reporter) {
	if n := utf8.RuneCountInString(r.book.Description); n > maxDescription {
		r.report(r.manifest(), "shorten it", "the description has %d characters; stores take %d", n, maxDescription)
	}
}

func descriptionMissing(r *reporter) {
	if r.book.Description == "" {
		r.report(r.manifest(), "say in description what the book is about", "the book has no description")
	}
}

func subjectsMissing(r *reporter) {
	if len(r.book.Subjects) == 0 {
		r.report(r.manifest(), "list keywords and codes: subjects: [Ferries, BISAC:TRA006000]", "the book has no subjects")
	}
}

func publisherMissing(r *reporter) {
	if r.book.Publisher == "" {
		r.report(r.manifest(), "name who publishes it, be it the author: publisher: ...", "the book has no publisher")
	}
}

// codes are the forms of the schemes' codes: bisg.org, and editeur.org for Thema,
// whose subjects begin with a letter and whose qualifiers with a figure.
var codes = map[string]func() *regexp.Regexp{
	"BISAC": pattern.Later(`^[A-Z]{3}\d{6}$`),
	"Thema": pattern.Later(`^([A-Z][A-Z0-9]{0,7}|[1-6][A-Z0-9-]{0,24})$`),
}

func subjectCode(r *reporter) {
	for _, s := range r.book.Subjects {
		if form, ok := codes[s.Scheme]; ok && !form().MatchString(s.Text) {
			r.report(r.manifest(), "look the code up in the scheme's list", "%q is no code of %s", clip(s.Text), s.Scheme)
		}
	}
}

func coverSize(r *reporter) {
	c := r.book.Cover
	if c == nil || c.Picture == nil || c.Picture.Format == "svg" {
		return
	}
	w, h := c.Picture.Width, c.Picture.Height
	switch {
	case w < leastCoverWide || h < leastCoverHigh:
		r.report(c.Pos, "best are 1600 by 2560", "the cover has %d by %d pixels; stores want %d by %d at least", w, h, leastCoverWide, leastCoverHigh)
	case w > mostCover || h > mostCover:
		r.report(c.Pos, "best are 1600 by 2560", "the cover has %d by %d pixels; stores take %d at most", w, h, mostCover)
	}
}

func coverAspect(r *reporter) {
	c := r.book.Cover
	if c == nil || c.Picture == nil {
		return
	}
	if w, h := c.Picture.Width, c.Picture.Height; w > h || h > 2*w {
		r.report(c.Pos, "make it 1.6 times as high as it is wide", "the cover is %d by %d, no form of a book", w, h)
	}
}
