package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
)

// A Report is what can be measured of a finished document: of its pages alone, not of
// how they were made.
type Report struct {
	Pages, Paragraphs, Lines int
	Widows, Orphans          int // last or first lines alone on a page
	Stranded                 int // headings with fewer than two lines after them on the page
	Hyphens                  int // lines that end in a hyphen made
	Ladder                   int // the most of them in a row
	Runts                    int // last lines shorter than two ems
	Rivers                   int // word spaces that stand below each other in riverLines lines or more
	Overfull                 int // lines more than an em outside of the margin
	OffGrid                  int // lines of running text off the grid by more than 0.1 pt
	Short                    int // pages within a chapter that end five lines early or more
	Ends                     int // chapters whose last page has one to four lines of text
	Alone                    int // and none at all, but what is told of the authors
	Notes, NotesAway         int // calls of notes; those whose note begins on another page
	// Spreads are pairs of facing pages of text alone, neither the first nor the
	// last of a chapter; Uneven are those that do not end at the same height.
	Spreads, Uneven int
	// Word spaces of lines that are not the last of their paragraph, in
	// thousandths of the natural space.
	Spaced, Tight, Loose int // lines measured; below 750; above 1500
	Narrowest, Widest    int
	// Findings are the places that were counted, in the order of their kinds,
	// the worst first.
	Findings []Finding
}

// A Finding is a place that falls short of a rule of the trade.
type Finding struct {
	Kind   FindingKind
	Page   int    // index into Pages
	Label  string // of the page
	Pos    book.Pos
	Text   string // how the line begins
	Degree int    // how bad it is, in a measure of the kind
}

// A FindingKind says what a place falls short of.
type FindingKind int

// The kinds of findings, the gravest first.
const (
	kindOverfull FindingKind = iota
	kindWidow
	kindOrphan
	kindStranded
	kindOffGrid
	kindLadder
	kindNoteAway
	kindShort
	kindAlone
	kindUneven
	kindEnd
	kindLoose
	kindTight
	kindRunt
	kindRiver
)

// findingKinds holds the kinds by their number. A breach is of a rule that is to hold
// throughout: it was broken because no other way was cheaper. The others are matters
// of taste.
var findingKinds = [...]struct {
	name   string
	breach bool
	says   func(degree int) string
}{
	kindOverfull: {"overfull", true, func(n int) string { return fmt.Sprintf("line %d pt too wide", n) }},
	kindWidow:    {"widow", true, func(int) string { return "last line of a paragraph alone on the page" }},
	kindOrphan:   {"orphan", true, func(int) string { return "first line of a paragraph alone on the page" }},
	kindStranded: {"stranded", true, func(int) string { return "heading with fewer than two lines after it" }},
	kindOffGrid:  {"off-grid", true, func(int) string { return "line off the grid" }},
	kindLadder:   {"ladder", true, func(n int) string { return fmt.Sprintf("%d hyphens below each other", n) }},
	kindNoteAway: {"note-away", true, func(n int) string { return "note " + book.Count(n, "page") + " after its call" }},
	kindShort:    {"short", true, func(n int) string { return "page " + book.Count(n, "line") + " short" }},
	kindAlone:    {"alone", true, func(int) string { return "what is told of the authors alone on the page" }},
	kindEnd:      {"end", false, func(n int) string { return "chapter ends with " + book.Count(n, "line") + " on the page" }},
	kindUneven:   {"uneven", true, func(n int) string { return "page ends " + book.Count(n, "line") + " off the one that it faces" }},
	kindLoose:    {"loose", false, func(n int) string { return "loose line, " + wordSpace(n) }},
	kindTight:    {"tight", false, func(n int) string { return "tight line, " + wordSpace(n) }},
	kindRunt:     {"runt", false, func(int) string { return "last line shorter than two ems" }},
	kindRiver:    {"river", false, func(n int) string { return "river through " + book.Count(n, "line") }},
}

func wordSpace(n int) string {
	return fmt.Sprintf("a word space %d.%02d of the natural", n/1000, n%1000/10)
}

// String returns the name of the kind, such as "widow".
func (k FindingKind) String() string { return findingKinds[k].name }

// Breach reports whether the finding breaks a rule that is to hold throughout,
// rather than being a matter of taste.
func (f Finding) Breach() bool { return findingKinds[f.Kind].breach }

// String prints the finding as a diagnostic is printed, without severity.
func (f Finding) String() string {
	var b strings.Builder
	if f.Pos.File != "" {
		fmt.Fprintf(&b, "%s: ", f.Pos)
	}
	fmt.Fprintf(&b, "page %s: %s", f.Label, findingKinds[f.Kind].says(f.Degree))
	if f.Text != "" {
		fmt.Fprintf(&b, ": “%s”", f.Text)
	}
	return b.String()
}

// String prints the figures, a line for each group of them.
func (r Report) String() string {
	return fmt.Sprintf("pages %d, paragraphs %d, lines %d\n"+
		"widows %d, orphans %d, stranded headings %d, overfull lines %d, off the grid %d, short pages %d, short ends %d, authors alone %d\n"+
		"hyphens %d (%s of lines), longest ladder %d, runts %d, rivers %d\n"+
		"notes %d, not on the page of their call %d\n"+
		"spreads of text %d, uneven %d\n"+
		"word spaces %d.%03d to %d.%03d of the natural in %d lines, tight %d, loose %d (%s)\n",
		r.Pages, r.Paragraphs, r.Lines, r.Widows, r.Orphans, r.Stranded, r.Overfull, r.OffGrid, r.Short, r.Ends, r.Alone,
		r.Hyphens, percent(r.Hyphens, r.Lines), r.Ladder, r.Runts, r.Rivers, r.Notes, r.NotesAway, r.Spreads, r.Uneven,
		r.Narrowest/1000, r.Narrowest%1000, r.Widest/1000, r.Widest%1000, r.Spaced, r.Tight, r.Loose, percent(r.Loose, r.Spaced))
}

// percent prints a share to two places.
func percent(n, of int) string {
	if of == 0 {
		return "0%"
	}
	hundredths := (n*20000/of + 1) / 2
	return fmt.Sprintf("%d.%02d%%", hundredths/100, hundredths%100)
}

// Worst returns no more than n findings of each kind, the worst.
func (r Report) Worst(n int) []Finding {
	var out []Finding
	kind, seen := FindingKind(-1), 0
	for _, f := range r.Findings {
		if f.Kind != kind {
			kind, seen = f.Kind, 0
		}
		if seen++; seen <= n {
			out = append(out, f)
		}
	}
	return out
}

// sort puts the findings in their order: by kind, the worst first, then as they
// stand in the book.
func (r *Report) sort() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		worse := cmp.Compare(b.Degree, a.Degree)
		if a.Kind == kindTight || a.Kind == kindEnd {
			worse = -worse
		}
		return cmp.Or(
			cmp.Compare(a.Kind, b.Kind),
			worse, cmp.Compare(a.Page, b.Page))
	})
}
