package flow

import (
	"slices"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// TestDrop: a heading at the top of a page is lowered by what brings the text below it back
// to the grid; anything else is not.
func TestDrop(t *testing.T) {
	const pt = unit.Point
	heading := func(f *Flow) {
		st := inked(17*pt, 0)
		st.Heading = true
		f.First(st, false)
		f.Space(2 * pt)
	}
	for _, tt := range []struct {
		name string
		fill func(f *Flow)
		want unit.Length
	}{
		{"text", func(f *Flow) { f.First(inked(line, 0), true) }, 0},
		{"a heading", func(f *Flow) {
			heading(f)
			f.entries = append(f.entries, entry{item: pagebreak.Item{Kind: pagebreak.Glue, Height: 2 * pt}})
			f.box(inked(line, 0), true)
		}, 5 * pt}, // 19 lacks 5
		{"a heading above a quotation", func(f *Flow) { heading(f); f.First(inked(11*pt, 0), false) }, 0},
		{"a heading above a figure", func(f *Flow) { heading(f); f.Float(inked(line, 0), 0); f.box(inked(line, 0), true) }, 0},
		{"a quotation", func(f *Flow) { f.First(inked(11*pt, 0), false); f.box(inked(line, 0), true) }, 0},
	} {
		f := New(line)
		tt.fill(&f)
		if got := f.drop(pagebreak.Page{End: f.Len()}); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestStart: a page is known by what its first strip shows whose place is known. The first
// page needs none, and a figure that has moved on does not count.
func TestStart(t *testing.T) {
	f := New(line)
	f.Of = "a"
	put := func(off int) {
		st := inked(line, 0)
		st.From.Off = off
		f.First(st, true)
	}
	put(0)
	put(0)                        // 3: where in a is not known
	put(7)                        // 6
	f.Of = "b"                    //
	f.Float(inked(line, 0), 0)    // 9
	f.Of = "c"                    //
	f.First(inked(line, 0), true) // 12: the first of its block
	f.Of = nil
	f.First(inked(line, 0), true) // 15: of nothing
	for _, tt := range []struct {
		pg   pagebreak.Page
		n    int
		want Origin
	}{
		{pagebreak.Page{Start: 0, End: 16}, 0, Origin{}},
		{pagebreak.Page{Start: 0, End: 16}, 1, Origin{Of: "a"}},
		{pagebreak.Page{Start: 3, End: 16}, 1, Origin{Of: "a", Off: 7}},
		{pagebreak.Page{Start: 7, End: 16, Floats: []int{9}}, 1, Origin{Of: "b"}},
		{pagebreak.Page{Start: 7, End: 16}, 1, Origin{Of: "c"}},
		{pagebreak.Page{Start: 7, End: 9}, 1, Origin{Of: "b"}},
		{pagebreak.Page{Start: 13, End: 16}, 1, Origin{}},
	} {
		if got := f.start(tt.pg, tt.n); got != tt.want {
			t.Errorf("%+v, page %d: %+v, want %+v", tt.pg, tt.n, got, tt.want)
		}
	}
}

// TestHead repeats the head of a table above a page that begins within it, as a copy, and
// not above one that begins behind it.
func TestHead(t *testing.T) {
	f := New(line)
	f.First(inked(line, 1), true)
	f.Repeat = inked(2*line, 2)
	f.Next(inked(line, 3), 0, false) // 1 and 2
	f.Repeat = nil
	f.First(inked(line, 4), true) // 3, 4 and 5
	for _, tt := range []struct {
		start int
		want  unit.Length
	}{{2, 2 * line}, {5, 0}, {1, 0}, {0, 0}} {
		sh := (&setter{flow: &f, paper: &paper}).sheet()
		sh.head(tt.start)
		sh.head(tt.start)
		if sh.y != 2*tt.want || len(sh.page.Items) != int(2*tt.want/(2*line)) {
			t.Errorf("from entry %d: %d items down to %s", tt.start, len(sh.page.Items), sh.y)
		}
		for i, it := range sh.page.Items {
			if r := ruleAt(it); r.X != 2 || r.Y != paper.Geometry.Top+unit.Length(i)*2*line {
				t.Errorf("from entry %d: the head %d stands at %s", tt.start, r.X, r.Y)
			}
		}
	}
}

// TestFootnotes: notes end at the foot of the page, two fifths of a line below a rule of
// half a point over a quarter of the measure; those that are too tall begin at the top.
func TestFootnotes(t *testing.T) {
	const pt = unit.Point
	for _, tt := range []struct{ height, y unit.Length }{{9 * pt, 240*pt - 27*pt}, {90 * pt, 0}} {
		f := New(line)
		note := &Note{Lines: []*Strip{inked(tt.height, 1), inked(tt.height, 2), inked(tt.height, 3), inked(tt.height, 4)}}
		f.call([]Call{{Note: note}})
		sh := (&setter{flow: &f, paper: &paper}).sheet()
		sh.notes(nil)
		sh.y = 3 * pt
		sh.notes([]pagebreak.Piece{{Note: 0, From: 1, To: 4}})
		top := paper.Geometry.Top + tt.y
		want := []document.Rule{
			{X: 0, Y: top - line.Mul(2, 5), W: 50 * pt, H: pt / 2}, {X: 2, Y: top, W: 1, H: 1},
			{X: 3, Y: top + tt.height, W: 1, H: 1}, {X: 4, Y: top + 2*tt.height, W: 1, H: 1},
		}
		var got []document.Rule
		for _, it := range sh.page.Items {
			got = append(got, *ruleAt(it))
		}
		if !slices.Equal(got, want) || sh.y != tt.y+3*tt.height {
			t.Errorf("%v, down to %s, want %v", got, sh.y, want)
		}
	}
}

// TestOutwardPictures: what reaches into the outer margin does so at the ends of lines on
// pages whose outer margin is there, and is moved with its link to the other side on others.
func TestOutwardPictures(t *testing.T) {
	for _, tt := range []struct {
		n          int
		outerFirst bool
		want       unit.Length
	}{{0, false, 30}, {1, false, 20}, {0, true, 20}, {1, true, 30}} {
		pic := &document.Graphic{X: 30, W: 50}
		st := &Strip{
			Height: line, Items: []document.Item{pic}, Outward: &Outward{pic, 10},
			Links: []document.LinkArea{{X: 30, W: 50}, {X: 30, W: 40}, {X: 31, W: 50}},
		}
		own := paper
		own.OuterFirst = tt.outerFirst
		s := &setter{flow: &Flow{}, paper: &own}
		for range tt.n {
			s.sheet()
		}
		s.sheet().place(st, 0)
		if l := st.Links; pic.X != tt.want || l[0].X != tt.want || l[1].X != 30 || l[2].X != 31 {
			t.Errorf("page %d, %v: picture at %d, links %v", tt.n, tt.outerFirst, pic.X, l)
		}
	}
}

// TestMirroredPages turns the items and links of a page that runs from right to left.
func TestMirroredPages(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		own := paper
		own.RTL = rtl
		sh := (&setter{flow: &Flow{}, paper: &own}).sheet()
		sh.page.Items = []document.Item{document.NewRule(10, 0, 30, 1, document.Color{})}
		sh.page.Links = []document.LinkArea{{X: 20, W: 5}}
		sh.close()
		rule, link := unit.Length(10), unit.Length(20)
		if rtl {
			rule, link = own.Geometry.Measure-40, own.Geometry.Measure-25
		}
		if got := ruleAt(sh.page.Items[0]).X; got != rule || sh.page.Links[0].X != link {
			t.Errorf("%v: rule at %d, link at %d", rtl, got, sh.page.Links[0].X)
		}
	}
}

// TestPanels: on a page the rules of a panel reach from the first of its strips to the last,
// and a panel that is left and entered again begins anew.
func TestPanels(t *testing.T) {
	outer := &Panel{Rules: []document.Rule{{X: 1, W: 2, Y: 99, H: 99}}}
	inner := &Panel{Rules: []document.Rule{{X: 3, W: 4}, {X: 5, W: 6}}, Outer: outer}
	sh := (&setter{flow: &Flow{}, paper: &paper}).sheet()
	for i, p := range []*Panel{nil, outer, inner, inner, outer, nil, outer} {
		sh.extend(p, unit.Length(i)*10, 8)
	}
	want := []document.Rule{{X: 1, W: 2, Y: 10, H: 38}, {X: 3, W: 4, Y: 20, H: 18}, {X: 5, W: 6, Y: 20, H: 18}, {X: 1, W: 2, Y: 60, H: 8}}
	var got []document.Rule
	for _, it := range sh.page.Items {
		got = append(got, *ruleAt(it))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	f := New(line)
	f.Enter(outer)
	f.Against = 100
	again := &Panel{Rules: []document.Rule{{X: 10, W: 20}}}
	f.Enter(again)
	if outer.Rules[0].X != 1 || again.Rules[0].X != 70 || again.Outer != outer || f.Panel != again {
		t.Errorf("entered: %+v", again)
	}
	if f.Leave(); f.Panel != outer {
		t.Error("the panel around was left as well")
	}
}
