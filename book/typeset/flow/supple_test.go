package flow

import (
	"fmt"
	"slices"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// give is a text that can be set in the numbers of lines that it has, each with the badness
// of its worst line.
type give struct {
	name  string
	worst map[int]int
	asked *[]string
}

func (g give) Fits(worst int, lines []int) (out []bool) {
	for _, n := range lines {
		*g.asked = append(*g.asked, fmt.Sprint(g.name, n, "/", worst))
		w, ok := g.worst[n]
		out = append(out, ok && w <= worst)
	}
	return out
}

func (g give) Lines(worst, n int) (list []*Strip) {
	*g.asked = append(*g.asked, fmt.Sprint(g.name, n, "=", worst))
	for range n {
		list = append(list, &Strip{Height: line, Told: []any{g.name}})
	}
	return list
}

// paragraphs returns a flow with a heading and paragraphs of three, five and four lines. The
// first can be longer, the second both, if lines are loose, the third neither.
func paragraphs(asked *[]string) *Flow {
	f := New(line)
	put := func(n int, t Text) {
		f.First(inked(line, 0), true)
		for range n - 1 {
			f.Next(inked(line, 0), 0, true)
		}
		f.Flexible(t, n)
	}
	put(3, give{"a", map[int]int{4: 90}, asked})
	before := f.Len()
	f.First(inked(line, 0), false)
	f.Airy(before)
	put(5, give{"b", map[int]int{4: 150, 6: 80}, asked})
	put(4, give{"c", nil, asked})
	return &f
}

// TestTry: a paragraph is asked for a line more and a line less, and for what has been found
// not again.
func TestTry(t *testing.T) {
	var asked []string
	f := paragraphs(&asked)
	if first, last := f.supple[0].first, f.supple[0].last; first != 0 || last != 4 || f.supple[0].lines() != 3 || f.supple[1].lines() != 1 {
		t.Errorf("the first paragraph stands at %d to %d, %d lines", first, last, f.supple[0].lines())
	}
	for _, worst := range []int{stretched, 200} {
		if !f.flex(make([]pagebreak.Item, f.Len()), worst) {
			t.Errorf("with %d nothing is supple", worst)
		}
	}
	want := []string{"a4/100", "a2/100", "b6/100", "b4/100", "c5/100", "c3/100", "a2/200", "b4/200", "c5/200", "c3/200"}
	if !slices.Equal(asked, want) {
		t.Errorf("asked %v, want %v", asked, want)
	}
	var got []string
	for _, sp := range f.supple {
		got = append(got, fmt.Sprint(sp.looser, sp.tighter))
	}
	if want := []string{"100 0", "1 0", "100 200", "0 0"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// TestFlex marks the lines behind the first of each paragraph, and says of the last one what
// the paragraph can; a heading can have a line more above it.
func TestFlex(t *testing.T) {
	var asked []string
	f := paragraphs(&asked)
	items := make([]pagebreak.Item, f.Len())
	f.flex(items, 200)
	got := ""
	for i, e := range f.entries {
		if e.item.Kind != pagebreak.Box {
			if items[i] != (pagebreak.Item{}) {
				t.Errorf("entry %d is no line, and marked", i)
			}
			continue
		}
		sign := "."
		if items[i].Within {
			sign = "w"
		}
		if items[i].Looser {
			sign += "+"
		}
		if items[i].Tighter {
			sign += "-"
		}
		got += sign
	}
	if want := ".ww+" + "w+" + ".wwww+-" + "...."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	none := New(line)
	none.First(inked(line, 0), true)
	none.Flexible(give{"x", nil, &asked}, 1)
	if none.flex(make([]pagebreak.Item, 1), 100) {
		t.Error("what cannot be set otherwise is supple")
	}
}

// TestChoose: the longest paragraphs that a page has as a whole are set anew, headings last,
// and a heading at the top of the page not at all.
func TestChoose(t *testing.T) {
	const heading, b = 7, 10 // entries of the heading, and of the first line below it
	for _, tt := range []struct {
		name             string
		start, end, flex int
		want             []int
		asked            []string
	}{
		{"nothing asked", 0, 30, 0, nil, nil},
		{"a line more", 0, 30, 1, []int{b}, []string{"b6=100"}},
		{"two lines more", 0, 30, 2, []int{0, b}, []string{"b6=100", "a4=100"}},
		{"three lines more", 0, 30, 3, []int{0, heading, b}, []string{"b6=100", "a4=100"}},
		{"a line less", 0, 30, -1, []int{b}, []string{"b4=200"}},
		{"behind the second", 0, 19, 1, []int{b}, []string{"b6=100"}},
		{"within the second", 0, 18, 1, []int{0}, []string{"a4=100"}},
		{"below the top", heading, 19, 1, []int{b}, []string{"b6=100"}},
	} {
		var asked []string
		f := paragraphs(&asked)
		f.Of = "block"
		f.flex(make([]pagebreak.Item, f.Len()), stretched)
		f.flex(make([]pagebreak.Item, f.Len()), 200)
		asked = nil
		f.entries[18].strip.pages = []*Strip{{}}
		s := &setter{flow: f, paper: &paper}
		s.choose([]pagebreak.Page{{Start: tt.start, End: tt.end, Flex: tt.flex}})
		var got []int
		for i := range f.entries {
			if s.instead[i] != nil {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, tt.want) || !slices.Equal(asked, tt.asked) {
			t.Errorf("%s: at %v, asked %v", tt.name, got, asked)
		}
		if sp := s.instead[b]; sp != nil {
			last := len(sp.instead) - 1
			if len(sp.instead[last].pages) != 1 || len(sp.instead[0].pages) != 0 || !sp.instead[0].grid || len(f.Told()) < last+1 {
				t.Errorf("%s: what belongs to the lines is lost", tt.name)
			}
		}
	}
}

// TestSetAnew: on its page a paragraph has its other lines, and what follows stands below;
// a heading has a line more above it.
func TestSetAnew(t *testing.T) {
	var asked []string
	f := paragraphs(&asked)
	end := inked(line, 5)
	f.First(end, true)
	f.flex(make([]pagebreak.Item, f.Len()), stretched)
	s := &setter{flow: f, paper: &paper}
	pg := pagebreak.Page{End: f.Len(), Flex: 3}
	s.choose([]pagebreak.Page{pg})
	s.page(pg)
	// 3+1 lines, 1 above the heading and 1, 5+1, 4.
	if got, want := ruleAt(end.Items[0]).Y, paper.Geometry.Top+16*line; got != want {
		t.Errorf("the last line stands at %s, want %s", got, want)
	}
}

// TestFollow: a turned page follows that of the strip above it. It stands across the height
// of the page, has its places at the top of the text, and is known by what follows it.
func TestFollow(t *testing.T) {
	f := New(line)
	f.Of = "a"
	f.First(inked(line, 1), true)
	place := &document.Dest{}
	side := inked(line, 2)
	side.Dests = []Dest{{To: place, Y: 99}}
	f.Of = "table"
	f.Follow(side)
	f.Of = "b"
	f.Next(inked(line, 3), 0, true)
	own := paper
	own.Upright = true
	out := f.Paginate(&pagebreak.Breaker{}, &own)
	if len(out.Pages) != 2 {
		t.Fatalf("%d pages", len(out.Pages))
	}
	pg := out.Pages[1]
	// The depth of 240 and the top of 40 leave 120 of 400 at the foot.
	if r := ruleAt(pg.Items[0]); !pg.Turned || !pg.Upright || len(pg.Items) != 1 || r.X != 120*unit.Point+2 || r.Y != 0 {
		t.Errorf("the turned page: %+v, %+v", pg, r)
	}
	if place.Page != 1 || place.Y != own.Geometry.Top || out.Starts[1] != (Origin{Of: "table"}) || len(out.Dests) != 1 {
		t.Errorf("the place: %+v, starts %+v", place, out.Starts)
	}
	none := New(line)
	none.Follow(inked(line, 1))
	if got := none.Paginate(&pagebreak.Breaker{}, &paper); len(got.Pages) != 2 || got.Pages[0].Turned || !got.Pages[1].Turned {
		t.Errorf("without text: %d pages", len(got.Pages))
	}
}

// TestSides: a table is cut into pieces that fit, each further one with the head.
func TestSides(t *testing.T) {
	f := New(0)
	f.First(inked(2*line, 1), false)
	f.Repeat = inked(2*line, 1)
	for n := range 7 {
		f.Next(inked(line, 10+n), 0, false)
	}
	var got [][]unit.Length
	for _, st := range f.Sides(&pagebreak.Breaker{}, 5*line, line) {
		list := []unit.Length{st.Height / line}
		for _, it := range st.Items {
			list = append(list, ruleAt(it).X)
		}
		got = append(got, list)
	}
	want := "[[5 1 10 11 12] [5 1 13 14 15] [3 1 16]]"
	var plain [][]int
	for _, list := range got {
		var n []int
		for _, l := range list {
			n = append(n, int(l))
		}
		plain = append(plain, n)
	}
	if fmt.Sprint(plain) != want {
		t.Errorf("%v, want %s", plain, want)
	}
}
