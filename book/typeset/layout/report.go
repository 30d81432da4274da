package layout

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
)

// A Report is what can be measured of a finished document. It is taken from the
// pages alone, not from how they were made.
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
	Notes, NotesAway         int // calls of notes; those whose note begins on another page
	// Spreads are pairs of facing pages of text alone, neither the first nor the
	// last of a chapter; Uneven are those that do not end at the same height.
	Spreads, Uneven int
	// Word spaces of lines that are not the last of their paragraph, in
	// thousandths of the natural space.
	Spaced, Tight, Loose int // lines measured; below 750; above 1500
	Narrowest, Widest    int
	// Findings are the places that were counted, in the order of [FindingKinds],
	// the worst first.
	Findings []Finding
}

// A Finding is a place that falls short of a rule of the trade.
type Finding struct {
	Kind   string // one of [FindingKinds]
	Page   int    // index into Pages
	Label  string // of the page
	Pos    book.Pos
	Text   string // how the line begins
	Degree int    // how bad it is, in a measure of the kind
}

// FindingKinds are the kinds of findings, the gravest first. Those up to
// "uneven" are rules that were broken because no other way was cheaper.
var FindingKinds = []string{
	"overfull", "widow", "orphan", "stranded", "off-grid", "ladder", "note-away", "short", "uneven",
	"loose", "tight", "runt", "river",
}

// Breach reports whether the finding breaks a rule that is to hold throughout,
// rather than being a matter of taste.
func (f Finding) Breach() bool {
	return slices.Index(FindingKinds, f.Kind) <= slices.Index(FindingKinds, "uneven")
}

// String prints the finding as a diagnostic is printed, without severity.
func (f Finding) String() string {
	var b strings.Builder
	if f.Pos.File != "" {
		fmt.Fprintf(&b, "%s: ", f.Pos)
	}
	fmt.Fprintf(&b, "page %s: %s", f.Label, f.says())
	if f.Text != "" {
		fmt.Fprintf(&b, ": “%s”", f.Text)
	}
	return b.String()
}

func (f Finding) says() string {
	switch f.Kind {
	case "overfull":
		return fmt.Sprintf("line %d pt too wide", f.Degree)
	case "widow":
		return "last line of a paragraph alone on the page"
	case "orphan":
		return "first line of a paragraph alone on the page"
	case "stranded":
		return "heading with fewer than two lines after it"
	case "off-grid":
		return "line off the grid"
	case "ladder":
		return fmt.Sprintf("%d hyphens below each other", f.Degree)
	case "note-away":
		return fmt.Sprintf("note %s after its call", book.Count(f.Degree, "page"))
	case "short":
		return fmt.Sprintf("page %s short", book.Count(f.Degree, "line"))
	case "uneven":
		return fmt.Sprintf("page ends %s off the one that it faces", book.Count(f.Degree, "line"))
	case "loose", "tight":
		return fmt.Sprintf("%s line, a word space %d.%02d of the natural", f.Kind, f.Degree/1000, f.Degree%1000/10)
	case "runt":
		return "last line shorter than two ems"
	case "river":
		return fmt.Sprintf("river through %s", book.Count(f.Degree, "line"))
	}
	return f.Kind
}

// String prints the figures, a line for each group of them.
func (r Report) String() string {
	return fmt.Sprintf("pages %d, paragraphs %d, lines %d\n"+
		"widows %d, orphans %d, stranded headings %d, overfull lines %d, off the grid %d, short pages %d\n"+
		"hyphens %d (%s of lines), longest ladder %d, runts %d, rivers %d\n"+
		"notes %d, not on the page of their call %d\n"+
		"spreads of text %d, uneven %d\n"+
		"word spaces %d.%03d to %d.%03d of the natural in %d lines, tight %d, loose %d (%s)\n",
		r.Pages, r.Paragraphs, r.Lines, r.Widows, r.Orphans, r.Stranded, r.Overfull, r.OffGrid, r.Short,
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
	kind, seen := "", 0
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
		if a.Kind == "tight" {
			worse = -worse
		}
		return cmp.Or(
			cmp.Compare(slices.Index(FindingKinds, a.Kind), slices.Index(FindingKinds, b.Kind)),
			worse, cmp.Compare(a.Page, b.Page))
	})
}
