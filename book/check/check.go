// Package check holds the rules that a book's content is measured by.
//
// In: a loaded [book.Book], and the pages of its PDF editions. Out: diagnostics,
// each with the id of a rule of package rule; and a [Policy], which sets their
// severity as the manifest says and leaves out what the author allows.
//
// What the reader of the manuscript needs to go on (missing files, dead links,
// wrong types) is reported where it is read, by packages manifest, markdown and
// manuscript; what shows when pages are set, such as glyphs that no font has, by
// layout. What the compiler mends itself, such as two spaces in a row of the
// source, is not reported at all.
//
// Invariant: a rule reports and never changes the book.
//
// Invariant: the work is linear in the size of the book, and so are the
// diagnostics, with a bound for each rule and file.
package check

import (
	"fmt"
	"slices"

	"octavo/book"
	"octavo/book/base/parallel"
	"octavo/book/check/rule"
)

// maxReports bounds what one rule reports of one file.
const maxReports = 100

// checks are what looks for the rules that need the whole book.
var checks = []struct {
	id   string
	look func(*reporter)
}{
	{"chapter-empty", chapterEmpty},
	{"section-empty", sectionEmpty},
	{"chapter-author", chapterAuthor},
	{"chapter-date", chapterDate},
	{"allow-unknown", allowUnknown},
	{"figure-alt", figureAlt},
	{"figure-alt-name", figureAltName},
	{"figure-alt-caption", figureAltCaption},
	{"figure-caption", figureCaption},
	{"figure-credit", figureCredit},
	{"figure-licence", figureLicence},
	{"figure-aspect", figureAspect},
	{"figure-colour", figureColour},
	{"figure-grey", figureGrey},
	{"figure-svg", figureSVG},
	{"link-text", linkText},
	{"link-www", linkWWW},
	{"person-bio", personBio},
	{"person-spelling", personSpelling},
	{"person-twice", personTwice},
	{"date-future", dateFuture},
	{"date-updated", dateUpdated},
	{"date-order", dateOrder},
	{"span-lang", spanLang},
	{"hyphenation-missing", hyphenationMissing},
	{"language-words", languageWords},
	{"straight-quotes", straightQuotes},
	{"double-space", doubleSpace},
	{"hyphen-dash", hyphenDash},
	{"three-dots", threeDots},
	{"math-off", mathOff},
	{"exclamations", exclamations},
	{"all-capitals", allCapitals},
	{"title-length", titleLength},
	{"description-length", descriptionLength},
	{"description-missing", descriptionMissing},
	{"subjects-missing", subjectsMissing},
	{"subject-code", subjectCode},
	{"publisher-missing", publisherMissing},
	{"cover-size", coverSize},
	{"cover-aspect", coverAspect},
	{"alt-length", altLength},
}

// Book runs the rules over b that its manifest does not turn off, up to workers
// of them at a time. What it returns has the severity of a warning and is for
// [Policy.Apply].
func Book(b *book.Book, workers int) []book.Diagnostic {
	content := contentOf(b)
	found := make([][]book.Diagnostic, len(checks))
	parallel.Each(len(checks), workers, func(i int) {
		r := &reporter{book: b, content: content}
		r.run(checks[i].id, checks[i].look)
		found[i] = r.found
	})
	return slices.Concat(found...)
}

// A reporter collects what one rule finds.
type reporter struct {
	book    *book.Book
	content *content
	rule    string
	count   map[string]int // reports of the rule, by file
	files   []string       // the keys of count in order
	found   []book.Diagnostic
}

// run runs one rule unless it is off.
func (r *reporter) run(id string, look func(*reporter)) {
	known, ok := rule.Find(id)
	if !ok || known.LevelOf(r.book.Rules) == rule.Off {
		return
	}
	r.rule, r.count, r.files = id, map[string]int{}, nil
	look(r)
	for _, file := range r.files {
		if more := r.count[file] - maxReports; more > 0 {
			r.found = append(r.found, book.Warningf(book.Pos{File: file}, id, "", "%d more places of the kind in this file", more))
		}
	}
}

func (r *reporter) report(pos book.Pos, hint, format string, args ...any) {
	if r.count[pos.File] == 0 {
		r.files = append(r.files, pos.File)
	}
	if r.count[pos.File]++; r.count[pos.File] > maxReports {
		return
	}
	r.found = append(r.found, book.Warningf(pos, r.rule, hint, "%s", fmt.Sprintf(format, args...)))
}

// manifest is the place of what book.yaml says as a whole.
func (r *reporter) manifest() book.Pos { return book.Pos{File: r.book.File} }

// clip shortens text of the author for a message.
func clip(s string) string { return book.Clip(s, 40) }
