package layout

import (
	"maps"
	"slices"
	"testing"

	"octavo/book"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// TestStandard sets three texts of more than 30,000 words in both themes and holds
// them to the standard of the trade. Classic has 66 characters a line, as
// Bringhurst recommends; press has 60, which is narrow for German.
func TestStandard(t *testing.T) {
	hyphens := map[string]int{ // in a hundred lines
		"english classic": 3, "dialogue classic": 2, "german classic": 4,
		"english press": 4, "dialogue press": 2, "german press": 8,
	}
	for _, name := range slices.Sorted(maps.Keys(proses)) {
		bk := proseBook(t, proses[name], 32000)
		for _, look := range theme.Names() {
			for _, media := range []book.Media{book.Screen, book.Print} {
				t.Run(name+"/"+look+"/"+string(media), func(t *testing.T) {
					th, _ := theme.Builtin(look)
					doc, list, err := Set(bk, th, Options{Fonts: fonts, Media: media})
					if err != nil || len(list) > 0 {
						t.Fatal(err, list)
					}
					r := report.Measure(doc)
					hold(t, r, hyphens[name+" "+look], media == book.Print)
					if t.Failed() {
						t.Logf("\n%s%v", r, r.Worst(3))
					}
				})
			}
		}
	}
}

// hold compares a report with the standard. hyphens is the number of lines in a
// hundred that may end in one.
func hold(t *testing.T, r report.Report, hyphens int, facing bool) {
	t.Helper()
	if r.Lines < 2500 || r.Spaced < 1500 {
		t.Errorf("only %d lines were measured", r.Lines)
	}
	if r.Widows+r.Orphans+r.Stranded+r.Overfull+r.OffGrid+r.Short > 0 || r.Tight*1000 > r.Spaced {
		t.Error("rules that hold everywhere are broken")
	}
	if r.Ladder > 2 {
		t.Errorf("a ladder has %d rungs", r.Ladder)
	}
	if r.Loose*100 > r.Spaced {
		t.Errorf("%d of %d lines are loose", r.Loose, r.Spaced)
	}
	if r.Hyphens*100 > hyphens*r.Lines {
		t.Errorf("%d of %d lines end in a hyphen", r.Hyphens, r.Lines)
	}
	if r.NotesAway*100 > 2*r.Notes {
		t.Errorf("%d of %d notes are not on the page of their call", r.NotesAway, r.Notes)
	}
	if facing && (r.Spreads < 20 || r.Uneven*100 > r.Spreads) {
		t.Errorf("%d of %d spreads are uneven", r.Uneven, r.Spreads)
	}
	if r.Rivers*1000 > 2*r.Lines {
		t.Errorf("%d rivers run through %d lines", r.Rivers, r.Lines)
	}
}
