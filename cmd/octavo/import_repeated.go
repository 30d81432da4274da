package main

import (
	"slices"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest"
)

// fewest is how many articles have a warning that is told once, by eye: three lines are read.
const fewest = 4

// ofFiles are the rules on files, and not on articles in them.
var ofFiles = []book.RuleID{rule.ImportLeftOut.ID, rule.ImportEncoding.ID, rule.ImportKeys.ID, rule.ImportLanguage.ID}

// A wording is what a warning says, wherever it stands.
type wording struct {
	rule          book.RuleID
	message, hint string
}

// gathered are the results of a run with a line for each warning that many articles have word
// for word, as those of a site do: at the first one, with the names of others. A warning on
// one of the articles of a file names the chapter.
func gathered(results []ingest.Result) []ingest.Result {
	articles := map[string]int{} // by file
	for _, r := range results {
		articles[r.File]++
	}
	place := func(r ingest.Result, d book.Diagnostic) book.Pos {
		if articles[r.File] > 1 && !slices.Contains(ofFiles, d.Rule) {
			d.Pos.File += " (" + r.Name + ".md)"
		}
		return d.Pos
	}
	at := map[wording][]string{}
	for _, r := range results {
		for _, d := range r.Warnings {
			w := wording{d.Rule, d.Message, d.Hint}
			at[w] = append(at[w], place(r, d).String())
		}
	}
	told := map[wording]bool{}
	out := slices.Clone(results)
	for i, r := range results {
		out[i].Warnings = nil
		for _, d := range r.Warnings {
			w := wording{d.Rule, d.Message, d.Hint}
			d.Pos = place(r, d)
			if places := at[w]; len(places) >= fewest {
				if told[w] {
					continue
				}
				told[w] = true
				d.Message += "; also in " + ingest.Several(places[1:])
			}
			out[i].Warnings = append(out[i].Warnings, d)
		}
	}
	return out
}
