package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/typeset/report"
)

// worstPlaces is how many places of each kind a report names. By eye: --verbose names all
// that are breaches.
const worstPlaces = 3

type jsonReport struct {
	Type       string `json:"type"`
	Path       string `json:"path"`
	Pages      int    `json:"pages"`
	Paragraphs int    `json:"paragraphs"`
	Lines      int    `json:"lines"`
	Widows     int    `json:"widows"`
	Orphans    int    `json:"orphans"`
	Stranded   int    `json:"stranded_headings"`
	Overfull   int    `json:"overfull_lines"`
	OffGrid    int    `json:"off_grid"`
	Short      int    `json:"short_pages"`
	Hyphens    int    `json:"hyphens"`
	Ladder     int    `json:"longest_ladder"`
	Runts      int    `json:"runts"`
	Rivers     int    `json:"rivers"`
	Notes      int    `json:"notes"`
	NotesAway  int    `json:"notes_away"`
	Spreads    int    `json:"spreads"`
	Uneven     int    `json:"uneven_spreads"`
	Spaced     int    `json:"justified_lines"`
	Tight      int    `json:"tight_lines"`
	Loose      int    `json:"loose_lines"`
	// Word spaces in thousandths of the natural.
	Narrowest int `json:"narrowest_space"`
	Widest    int `json:"widest_space"`
}

type jsonFinding struct {
	Type   string `json:"type"`
	Kind   string `json:"kind"`
	Breach bool   `json:"breach"`
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Page   string `json:"page"`
	Degree int    `json:"degree,omitempty"`
	Text   string `json:"text,omitempty"`
}

// report prints what was measured of an edition, with its worst places.
func (p *printer) report(path string, e compile.Edition) {
	r := e.Report
	if r == nil {
		return
	}
	if p.json != nil {
		p.encode(jsonReport{
			"report", path, r.Pages, r.Paragraphs, r.Lines, r.Widows, r.Orphans, r.Stranded, r.Overfull, r.OffGrid,
			r.Short, r.Hyphens, r.Ladder, r.Runts, r.Rivers, r.Notes, r.NotesAway, r.Spreads, r.Uneven,
			r.Spaced, r.Tight, r.Loose, r.Narrowest, r.Widest,
		})
		for _, f := range r.Worst(worstPlaces) {
			p.finding(f)
		}
		return
	}
	for line := range strings.Lines(r.String()) {
		fmt.Fprintf(p.out, "  %s", line)
	}
	for _, f := range r.Worst(worstPlaces) {
		fmt.Fprintf(p.out, "    %s\n", book.Printable(p.placed(f).String()))
	}
}

// breaches tells of the places of an edition where a rule could not hold.
func (p *printer) breaches(e compile.Edition) {
	if e.Report == nil {
		return
	}
	for _, f := range e.Report.Findings {
		switch {
		case !f.Breach():
		case p.json != nil:
			p.finding(f)
		default:
			fmt.Fprintf(p.err, "%s [%s]\n", book.Printable(p.placed(f).String()), f.Kind)
		}
	}
}

func (p *printer) finding(f report.Finding) {
	f = p.placed(f)
	p.encode(jsonFinding{
		"finding", f.Kind.String(), f.Breach(), f.Pos.File, f.Pos.Line, f.Pos.Col, f.Label, f.Degree, f.Text,
	})
}

// placed returns a finding with its file as seen from the folder at hand.
func (p *printer) placed(f report.Finding) report.Finding {
	if f.Pos.File != "" {
		f.Pos.File = filepath.ToSlash(filepath.Join(p.dir, f.Pos.File))
	}
	return f
}
