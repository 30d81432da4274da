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
	"slices"

	"octavo/book"
	"octavo/book/base/parallel"
	"octavo/book/base/rule"
)

// maxReports bounds what one rule reports of one file. By eye: who has mended a hundred
// places runs the rules again.
const maxReports = 100

// checks are what looks for the rules that need the whole book.
var checks = []struct {
	rule rule.Rule
	look func(*reporter)
}{
	{rule.ChapterEmpty, chapterEmpty},
	{rule.SectionEmpty, sectionEmpty},
	{rule.ChapterAuthor, chapterAuthor},
	{rule.ChapterDate, chapterDate},
	{rule.AllowUnknown, allowUnknown},
	{rule.FigureAlt, figureAlt},
	{rule.FigureAltName, figureAltName},
	{rule.FigureAltCaption, figureAltCaption},
	{rule.FigureCaption, figureCaption},
	{rule.FigureCredit, figureCredit},
	{rule.FigureLicence, figureLicence},
	{rule.FigureAspect, figureAspect},
	{rule.FigureColour, figureColour},
	{rule.FigureGrey, figureGrey},
	{rule.FigureSVG, figureSVG},
	{rule.LinkText, linkText},
	{rule.LinkWWW, linkWWW},
	{rule.PersonBio, personBio},
	{rule.PersonSpelling, personSpelling},
	{rule.PersonTwice, personTwice},
	{rule.DateFuture, dateFuture},
	{rule.DateUpdated, dateUpdated},
	{rule.DateOrder, dateOrder},
	{rule.SpanLang, spanLang},
	{rule.HyphenationMissing, hyphenationMissing},
	{rule.LanguageWords, languageWords},
	{rule.StraightQuotes, straightQuotes},
	{rule.DoubleSpace, doubleSpace},
	{rule.HyphenDash, hyphenDash},
	{rule.ThreeDots, threeDots},
	{rule.MathOff, mathOff},
	{rule.Exclamations, exclamations},
	{rule.AllCapitals, allCapitals},
	{rule.TitleLength, titleLength},
	{rule.DescriptionLength, descriptionLength},
	{rule.DescriptionMissing, descriptionMissing},
	{rule.SubjectsMissing, subjectsMissing},
	{rule.SubjectCode, subjectCode},
	{rule.PublisherMissing, publisherMissing},
	{rule.CoverSize, coverSize},
	{rule.CoverAspect, coverAspect},
	{rule.AltLength, altLength},
}

// Book runs the rules over b that its manifest does not turn off, up to workers
// of them at a time. The diagnostics have the severity of a warning and are for
// [Policy.Apply].
func Book(b *book.Book, workers int) []book.Diagnostic {
	content := contentOf(b)
	found := make([][]book.Diagnostic, len(checks))
	parallel.Each(len(checks), workers, func(i int) {
		r := &reporter{book: b, content: content}
		r.run(checks[i].rule, checks[i].look)
		found[i] = r.found
	})
	return slices.Concat(found...)
}

// A reporter collects what one rule finds.
type reporter struct {
	book    *book.Book
	content *content
	rule    rule.Rule
	count   map[string]int // reports of the rule, by file
	files   []string       // the keys of count in order
	found   []book.Diagnostic
}

// run runs one rule unless it is off.
func (r *reporter) run(one rule.Rule, look func(*reporter)) {
	if one.LevelOf(r.book.Rules) == rule.Off {
		return
	}
	r.rule, r.count, r.files = one, map[string]int{}, nil
	look(r)
	for _, file := range r.files {
		if more := r.count[file] - maxReports; more > 0 {
			r.found = append(r.found, one.At(book.Pos{File: file}, "", "%d more places of the kind in this file", more))
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
	r.found = append(r.found, r.rule.At(pos, hint, format, args...))
}

// manifest is the place of what book.yaml says as a whole.
func (r *reporter) manifest() book.Pos { return book.Pos{File: r.book.File} }

// clip shortens text of the author for a message.
func clip(s string) string { return book.Clip(s, 40) }
