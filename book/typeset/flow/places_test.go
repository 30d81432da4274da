package flow

import (
	"fmt"
	"slices"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// column returns a flow of lines and figures: l is a line, s one that no figure parts from
// the line before it, F a figure, J one that is joined to the figure before it. Above each
// stands a penalty.
func column(form string) *Flow {
	f := New(line)
	for _, c := range form {
		f.entries = append(f.entries, entry{item: pagebreak.Item{Kind: pagebreak.Penalty}})
		if c == 'l' || c == 's' {
			st := inked(line, 0)
			st.Solid = c == 's'
			f.box(st, true)
		} else {
			st := inked(5*line, 0)
			st.Joined, st.content = c == 'J', 3*line
			f.add(pagebreak.Item{Kind: pagebreak.Float, Height: st.Height}, st)
		}
	}
	return &f
}

// TestPlacesOfFigures: fewer than three lines above a figure go below it, fewer than five
// below it above, and of two that waited the last one goes to the foot when eight lines
// stand on the page. None stands between two rows of code on two pages.
func TestPlacesOfFigures(t *testing.T) {
	for _, tt := range []struct {
		form       string // entry 2n+1 is sign n
		start, end int    // of the page, in signs
		figures    []int  // in signs
		want       []floatPlace
	}{
		{form: "lllFllllll", end: 9, figures: []int{3}, want: []floatPlace{inText}},
		{form: "llFlllllll", end: 9, figures: []int{2}, want: []floatPlace{atTop}},
		{form: "lllFllllll", end: 8, figures: []int{3}, want: []floatPlace{atFoot}},
		{form: "lllFllll", end: 8, figures: []int{3}, want: []floatPlace{inText}}, // the last page has no foot
		{form: "llllFFlllll", end: 11, figures: []int{4, 5}, want: []floatPlace{inText, inText}},
		{form: "FFllllllll", start: 2, end: 10, figures: []int{0, 1}, want: []floatPlace{atTop, atFoot}},
		{form: "FFlllllll", start: 2, end: 9, figures: []int{0, 1}, want: []floatPlace{atTop, atTop}},
		{form: "FJllllllll", start: 2, end: 10, figures: []int{0, 1}, want: []floatPlace{atTop, atTop}},
		{form: "FFFllllllll", start: 3, end: 11, figures: []int{0, 1, 2}, want: []floatPlace{atTop, atTop, atFoot}},
		{form: "Fllllllll", start: 1, end: 9, figures: []int{0}, want: []floatPlace{atTop}},
		{form: "Flsssllll", start: 3, end: 9, figures: []int{0}, want: []floatPlace{behind}},
		{form: "lssssFlllllll", start: 3, end: 12, figures: []int{5}, want: []floatPlace{inText}},
		{form: "lllFlssssss", end: 7, figures: []int{3}, want: []floatPlace{inText}},
	} {
		pg := pagebreak.Page{Start: 2 * tt.start, End: 2 * tt.end}
		for _, n := range tt.figures {
			pg.Floats = append(pg.Floats, 2*n+1)
		}
		places := column(tt.form).floats(pg)
		var got []floatPlace
		for _, i := range pg.Floats {
			got = append(got, places[i])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s, %d to %d: %v, want %v", tt.form, tt.start, tt.end, got, tt.want)
		}
	}
}

// TestResumed: what no figure parts goes on at the top of a page up to the last line of it.
func TestResumed(t *testing.T) {
	f := column("lsssll")
	for start, want := range []int{0, 8, 8, 8, 8, 10} {
		if got := f.resumed(pagebreak.Page{Start: 2 * start, End: len(f.entries)}); got != want {
			t.Errorf("from line %d the text goes on behind entry %d, want %d", start, got, want)
		}
	}
}

// TestWhiteOfFigures: a figure of three lines with two of white has the white below it at
// the top of the page, above it at the foot, and on both sides in the text.
func TestWhiteOfFigures(t *testing.T) {
	for at, want := range map[floatPlace]unit.Length{atTop: 0, inText: line, behind: line, atFoot: 2 * line} {
		f := column("F")
		sh := (&setter{flow: f, paper: &paper}).sheet()
		sh.y = line
		sh.floats(pagebreak.Page{Floats: []int{1}}, map[int]floatPlace{1: at}, at)
		if got := ruleAt(sh.page.Items[0]).Y - paper.Geometry.Top - line; got != want || sh.y != 6*line {
			t.Errorf("at %d: %s of white above, and the next strip at %s", at, got, sh.y)
		}
		sh.floats(pagebreak.Page{Floats: []int{1}}, map[int]floatPlace{1: at}, elsewhere)
		if len(sh.page.Items) != 1 {
			t.Errorf("at %d: the figure stands elsewhere as well", at)
		}
	}
}

func ruleAt(it document.Item) *document.Rule { return it.(*document.Rule) }

// TestUneasy: a page is worth a second search from three lines of white on, with a
// facing page that ends elsewhere, or when the flow ends with a few lines.
func TestUneasy(t *testing.T) {
	for _, tt := range []struct {
		page pagebreak.Page
		last bool
		want bool
	}{
		{pagebreak.Page{Cost: 900, Rest: 3 * line}, false, true},
		{pagebreak.Page{Cost: 899, Rest: 3 * line}, false, false},
		{pagebreak.Page{Cost: 900, Rest: 3*line - 1}, false, false},
		{pagebreak.Page{Cost: unevenCost}, false, true},
		{pagebreak.Page{Cost: unevenCost - 1}, false, false},
		{pagebreak.Page{Cost: lastCost}, true, true},
		{pagebreak.Page{Cost: lastCost}, false, false},
		{pagebreak.Page{Cost: lastCost - 1}, true, false},
	} {
		pages := []pagebreak.Page{{}, tt.page, {}}
		if tt.last {
			pages = pages[:2]
		}
		if got := uneasy(pages, line); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

// TestOverfull: a page that is too tall by more than a line is noted, with the tallest
// strip on it, of two alike the first.
func TestOverfull(t *testing.T) {
	f := New(line)
	for i, h := range []unit.Length{9, 3, 7, 7, 2, 8} {
		f.Of = fmt.Sprint(i)
		f.First(inked(h*line, i), false)
	}
	for _, tt := range []struct {
		by   unit.Length
		want []Overfull
	}{
		{line, nil},
		{line + 1, []Overfull{{"2", line + 1}}},
	} {
		s := &setter{flow: &f, paper: &paper}
		s.overfull(pagebreak.Page{Start: 2, End: 14, Overfull: tt.by})
		if !slices.Equal(s.out.Overfull, tt.want) {
			t.Errorf("by %s: %v, want %v", tt.by, s.out.Overfull, tt.want)
		}
	}
}

// TestHeightsOfBreaks: a page that begins off the grid is longer by what the way to the
// next line of the grid lacks; the white above the first strip does not count, the head of a
// table does.
func TestHeightsOfBreaks(t *testing.T) {
	const pt = unit.Point
	f := New(line)
	f.First(inked(line, 0), true)
	f.Space(7 * pt)
	f.First(inked(10*pt, 0), false)
	f.Repeat = inked(11*pt, 0)
	f.Next(inked(4*pt, 0), 0, false)
	f.Repeat = nil
	f.Space(5 * pt)
	f.First(inked(line, 0), true)
	f.Float(inked(line, 0), 0)
	f.Blank(3*pt, 7)
	var got []unit.Length
	for _, it := range f.items(100 * line) {
		if it.Kind == pagebreak.Penalty {
			got = append(got, it.Head)
		}
	}
	// White of 15 above the last line of text brings it back to the grid. From the second
	// block there are 10, 4 and 15 to it, from the third 4 and 15 below the head.
	want := []unit.Length{7 * pt, (11 + 6) * pt, 0, 0, 0}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestSink: what is shorter than a page goes to its foot, by white that no page drops.
func TestSink(t *testing.T) {
	for _, tt := range []struct{ lines, depth, want int }{{2, 5, 3}, {5, 5, 0}, {6, 5, 0}} {
		f := column(fmt.Sprintf("%.*s", tt.lines, "llllllll"))
		before := f.Len()
		f.Sink(unit.Length(tt.depth) * line)
		added := 0
		if tt.want > 0 {
			added = 2
			first, second := f.entries[0], f.entries[1]
			if first.item.Kind != pagebreak.Box || first.item.Height != unit.Length(tt.want)*line || first.strip.Height != first.item.Height ||
				second.item.Kind != pagebreak.Penalty || second.item.Cost != pagebreak.Never {
				t.Errorf("%+v: begins with %+v and %+v", tt, first, second)
			}
		}
		if f.Len() != before+added {
			t.Errorf("%+v: %d entries became %d", tt, before, f.Len())
		}
	}
	none := New(line)
	if none.Sink(line); none.Len() != 0 {
		t.Error("nothing has sunk, and left something")
	}
}
