// Package check holds the rules that a book's content is measured by.
//
// In: a loaded [book.Book]. Out: diagnostics, each with the rule's id.
//
// What the reader of the manuscript needs to go on (missing files, dead links,
// wrong types) is reported where it is read, by packages manifest, markdown and
// manuscript; what needs pages, such as glyphs that no font has, by layout.
//
// Invariant: a rule reports and never changes the book.
package check

import "octavo/book"

// A Rule is one thing that can be wrong with a book.
type Rule struct {
	ID       string // stable, in kebab-case
	Severity book.Severity
	Why      string // one line
	check    func(*reporter)
}

// Rules returns all rules, in the order in which they are listed to users.
func Rules() []Rule {
	return []Rule{
		{"figure-alt", book.Warning, "a screen reader says the alternative text in place of the picture", figureAlt},
		{"figure-credit", book.Warning, "readers and rights holders expect to see whom a picture is from", figureCredit},
		{"figure-file", book.Warning, "a lead figure without a file is a note to the editor and is not set", figureFile},
		{"chapter-empty", book.Warning, "an article without text is usually a slip of the paste", chapterEmpty},
		{"chapter-author", book.Warning, "an article says who wrote it", chapterAuthor},
		{"chapter-date", book.Warning, "an article says when it was first published", chapterDate},
	}
}

// Book runs all rules over b.
func Book(b *book.Book) []book.Diagnostic {
	r := &reporter{book: b}
	for _, rule := range Rules() {
		r.rule = rule
		rule.check(r)
	}
	return r.found
}

// A reporter collects what one rule after the other finds.
type reporter struct {
	book  *book.Book
	rule  Rule
	found []book.Diagnostic
}

func (r *reporter) report(pos book.Pos, hint, format string, args ...any) {
	d := book.Warningf(pos, r.rule.ID, hint, format, args...)
	d.Severity = r.rule.Severity
	r.found = append(r.found, d)
}

// figures calls visit for each figure of the book, lead figures included, in
// reading order.
func (r *reporter) figures(visit func(*book.Figure)) {
	see := func(list []book.Block) {
		book.WalkBlocks(list, func(b book.Block) bool {
			if f, ok := b.(*book.Figure); ok {
				visit(f)
			}
			return true
		})
	}
	if r.book.EditorsNote != nil {
		see(r.book.EditorsNote.Blocks)
	}
	for _, c := range r.book.Chapters() {
		see(book.ChapterBlocks(c))
	}
}

// set reports whether the figure has a picture to show.
func set(f *book.Figure) bool { return f.Image != nil && f.Image.Src != "" }

func figureAlt(r *reporter) {
	r.figures(func(f *book.Figure) {
		if set(f) && !f.Decorative && f.Image.Alt == "" {
			r.report(f.Pos, "describe the picture in the brackets, or mark it {.decorative}", "figure has no alternative text")
		}
	})
}

func figureCredit(r *reporter) {
	r.figures(func(f *book.Figure) {
		if set(f) && !f.Decorative && len(f.Credit) == 0 {
			r.report(f.Pos, `say whom the picture is from: {credit="..."}`, "figure has no credit")
		}
	})
}

func figureFile(r *reporter) {
	r.figures(func(f *book.Figure) {
		if !set(f) {
			r.report(f.Pos, "put the picture's path into src", "figure has no file and is left out")
		}
	})
}

func chapterEmpty(r *reporter) {
	for _, c := range r.book.Chapters() {
		if len(c.Body) == 0 {
			r.report(book.Pos{File: c.File}, "write the article below the front matter", "chapter has no text")
		}
	}
}

func chapterAuthor(r *reporter) {
	for _, c := range r.book.Chapters() {
		if len(c.Authors) == 0 {
			r.report(c.Pos, "name the author under authors, or give a bio alone", "chapter has no author")
		}
	}
}

func chapterDate(r *reporter) {
	for _, c := range r.book.Chapters() {
		if c.Date.IsZero() {
			r.report(c.Pos, "give the day of first publication: date: 2025-11-05", "chapter has no date")
		}
	}
}
