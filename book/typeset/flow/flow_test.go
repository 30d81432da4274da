package flow

import (
	"math/rand/v2"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/theme"
)

const line = 12 * unit.Point

var paper = Paper{Geometry: theme.Geometry{
	Width: 300 * unit.Point, Height: 400 * unit.Point, Top: 40 * unit.Point, Measure: 200 * unit.Point, Lines: 20, Baseline: line, Facing: true,
}}

// inked returns a strip of a height with a rule at its top that says which it is.
func inked(h unit.Length, n int) *Strip {
	return &Strip{Height: h, Items: []document.Item{document.NewRule(unit.Length(n), 0, 1, 1, document.Color{})}}
}

// TestGrid puts text, headings, quotations and figures into a flow at random: running text
// stands on the grid of each page, and no strip is lost or stands below the page.
func TestGrid(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		f := New(line)
		n := 0
		add := func(h unit.Length) *Strip { n++; return inked(h, n) }
		grid := map[unit.Length]bool{}
		for range 60 {
			switch r.IntN(6) {
			case 0: // a heading
				f.Space(18 * unit.Point)
				f.Balance(false)
				st := add(17 * unit.Point)
				st.Heading = true
				f.First(st, false)
				f.Space(5 * unit.Point)
				f.Owed = 2
			case 1: // a quotation
				f.Space(7 * unit.Point)
				f.Balance(true)
				f.First(add(11*unit.Point), false)
				for range r.IntN(5) {
					f.Next(add(11*unit.Point), 0, false)
				}
				f.Space(7 * unit.Point)
			case 2:
				f.Float(add(unit.Length(20+r.IntN(100))*unit.Point), 10*unit.Point)
			default:
				f.First(add(line), true)
				grid[unit.Length(n)] = true
				for range 1 + r.IntN(6) {
					f.Next(add(line), 0, true)
					grid[unit.Length(n)] = true
				}
			}
		}
		seen := 0
		for i, pg := range f.Paginate(&pagebreak.Breaker{}, &paper).Pages {
			for _, it := range pg.Items {
				rule := it.(*document.Rule)
				seen++
				y := rule.Y - paper.Geometry.Top
				if grid[rule.X] && y%line != 0 {
					t.Fatalf("seed %d, page %d: strip %d is %s off the grid", seed, i, rule.X, y%line)
				}
				if y < 0 || y >= paper.Geometry.Depth() {
					t.Fatalf("seed %d, page %d: strip %d stands at %s", seed, i, rule.X, y)
				}
			}
		}
		if seen != n {
			t.Fatalf("seed %d: %d strips became %d", seed, n, seen)
		}
	}
}

// TestTrial adds to a flow what calls a note and tells something, and drops it: the flow
// that it was tried for knows nothing of it, and one that adopts it all.
func TestTrial(t *testing.T) {
	note, place := &Note{Lines: []*Strip{inked(line, 9)}}, &document.Dest{}
	st := func() *Strip {
		return &Strip{Height: line, Calls: []Call{{Note: note}}, Told: []any{"told"}, Dests: []Dest{{To: place, Elem: &document.Element{}}}}
	}
	f := New(line)
	f.First(inked(line, 1), true)
	f.Anchor(place, nil)
	trial := New(0)
	trial.First(st(), false)
	if len(f.Calls())+len(f.Told()) > 0 || f.Held(place) || len(f.anchors) != 1 || f.Height() != line {
		t.Error("a trial has changed the flow")
	}
	branch := f.Branch()
	branch.First(st(), false)
	branch.First(st(), false)
	f.Adopt(&branch)
	if len(f.Calls()) != 1 || len(f.Told()) != 2 || f.carry != 1 || f.Height() != line {
		t.Errorf("adopted: %d calls, %d told, %d carried, %s high", len(f.Calls()), len(f.Told()), f.carry, f.Height())
	}
	pages := f.Paginate(&pagebreak.Breaker{}, &paper).Pages
	if len(pages) != 1 || len(pages[0].Items) != 3 { // with the rule above notes
		t.Errorf("%d pages, the first with %d items", len(pages), len(pages[0].Items))
	}
}
