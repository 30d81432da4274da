package flow

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// entries tells what a flow consists of, in points: box, ~glue, /penalty and @float, with +n
// for the notes of a box.
func entries(f *Flow) string {
	var list []string
	for _, e := range f.entries {
		it, s := e.item, ""
		switch it.Kind {
		case pagebreak.Box:
			s = fmt.Sprint(int64(it.Height / unit.Point))
		case pagebreak.Glue:
			s = fmt.Sprint("~", int64(it.Height/unit.Point))
		case pagebreak.Float:
			s = fmt.Sprint("@", int64(it.Height/unit.Point))
		default:
			s = fmt.Sprint("/", it.Cost)
			if it.Cost == pagebreak.Never {
				s = "/no"
			} else if it.Cost == pagebreak.Always {
				s = "/yes"
			}
		}
		if it.Notes > 0 {
			s += fmt.Sprint("+", it.Notes)
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

// TestColumn checks the white and the breaks between strips. The lines of the grid are 12
// points high.
func TestColumn(t *testing.T) {
	const pt = unit.Point
	text := func(f *Flow) { f.First(inked(line, 0), true) }
	off := func(f *Flow, h unit.Length) { f.First(inked(h*pt, 0), false) }
	for _, tt := range []struct {
		name, want string
		fill       func(f *Flow)
	}{
		{"nothing stands above the first strip", "12", func(f *Flow) { f.Space(5); f.Keep(); text(f) }},
		{"the greater white counts, once", "12 /0 ~12 12 /0 ~0 12", func(f *Flow) { text(f); f.Space(12 * pt); f.Space(3 * pt); text(f); text(f) }},
		{"a break is forbidden once", "12 /no ~0 12 /0 ~0 12", func(f *Flow) { text(f); f.Keep(); text(f); text(f) }},
		{"a page that is to begin does", "12 /yes ~0 12", func(f *Flow) { text(f); f.Cost = pagebreak.Always; f.Keep(); text(f) }},
		{"below a heading two lines stand", "10 /no ~2 12 /no 12 /7 12", func(f *Flow) {
			off(f, 10)
			f.Owed = 2
			text(f)
			f.Next(inked(line, 0), 7, true)
			f.Next(inked(line, 0), 7, true)
		}},
		{"a page that is to begin below a heading does", "12 /yes ~0 12", func(f *Flow) { text(f); f.Owed, f.Cost = 1, pagebreak.Always; text(f) }},
		{"what lacks to a line goes above a heading", "12 /0 ~5 15 /0 ~4 12", func(f *Flow) { text(f); f.Balance(false); off(f, 15); f.Space(4 * pt); text(f) }},
		{"half of it above a quotation", "12 /0 ~4 10 /0 ~10 12", func(f *Flow) {
			text(f)
			f.Balance(true)
			off(f, 10)
			f.Space(2*pt - 4*pt)
			f.Space(6 * pt)
			text(f)
		}},
		{"all of it below what does not ask", "12 /0 ~0 10 /0 ~2 12", func(f *Flow) { text(f); off(f, 10); text(f) }},
		{"above the first of two quotations", "12 /0 ~2 10 /0 ~0 10 /0 ~2 12", func(f *Flow) {
			text(f)
			f.Balance(true)
			off(f, 10)
			f.Balance(true)
			off(f, 10)
			text(f)
		}},
		{"above a heading below a quotation", "12 /0 ~0 10 /0 ~4 10 /0 ~0 12", func(f *Flow) {
			text(f)
			f.Balance(true)
			off(f, 10)
			f.Balance(false)
			off(f, 10)
			text(f)
		}},
		{"text on the grid forgets it", "12 /0 ~0 12 /0 ~0 10 /0 ~2 12", func(f *Flow) { text(f); f.Balance(true); text(f); off(f, 10); text(f) }},
		{"nothing grows above the top", "10 /0 ~2 12", func(f *Flow) { f.Balance(false); off(f, 10); text(f) }},
		{"a figure has whole lines", "12 /0 ~0 @36 /0 ~0 12", func(f *Flow) { text(f); f.Float(inked(20*pt, 0), 5*pt); text(f) }},
		{"white within a block", "12 /9 ~5 /0 ~7 12", func(f *Flow) { text(f); f.Blank(5*pt, 9); text(f) }},
		{"notes of figures are those of the next strip", "12 /0 ~0 @12 /0 ~0 12+1 /0 ~0 12", func(f *Flow) {
			text(f)
			st := inked(line, 0)
			st.Calls = []Call{{Note: &Note{}}}
			f.Float(st, 0)
			text(f)
			text(f)
		}},
		{"those with nothing behind land above", "12 /0 ~0 12+1 /0 ~0 @12", func(f *Flow) {
			text(f)
			text(f)
			st := inked(line, 0)
			st.Calls = []Call{{Note: &Note{}}}
			f.Float(st, 0)
			f.land()
			f.land()
		}},
		{"a note is called once", "12+2 /0 ~0 12", func(f *Flow) {
			one, two := &Note{}, &Note{}
			st, again := inked(line, 0), inked(line, 0)
			st.Calls, again.Calls = []Call{{Note: one}, {Note: one}, {Note: two}}, []Call{{Note: two}}
			f.First(st, true)
			f.First(again, true)
		}},
	} {
		f := New(line)
		tt.fill(&f)
		if got := entries(&f); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestBelongings: what waits for a strip comes to the next one, and to that one alone.
func TestBelongings(t *testing.T) {
	f := New(line)
	mark, panel, own := document.NewRule(7, 0, 1, 1, document.Color{}), &Panel{}, &Panel{}
	first, place := &document.Dest{}, &document.Dest{}
	f.Anchor(first, nil)
	f.Anchor(place, &document.Element{})
	if f.Held(first) || !f.Held(place) {
		t.Error("a place is held by its element alone")
	}
	f.Prefix, f.Panel, f.Of = []document.Item{mark}, panel, "block"
	a, b := inked(line, 1), inked(line, 2)
	b.Panel = own
	f.Settle(a)
	f.Settle(b)
	f.First(a, true)
	f.Next(b, 0, true)
	if len(a.Items) != 2 || a.Items[0] != mark || len(a.Dests) != 2 || a.Panel != panel || a.From.Of != "block" || !a.grid {
		t.Errorf("the first strip: %+v", a)
	}
	if len(b.Items) != 1 || len(b.Dests) != 0 || b.Panel != own {
		t.Errorf("the second strip: %+v", b)
	}
	f.Against = 100
	c := inked(line, 30)
	f.Float(c, 0)
	if got := ruleAt(c.Items[0]).X; got != 69 || c.From.Of != "block" || c.content != line {
		t.Errorf("turned: %d, %+v", got, c)
	}
	top := &document.Dest{}
	f.Top(top)
	if len(a.Dests) != 3 || a.Dests[2].To != top || len(b.Dests) > 0 {
		t.Error("a place at the top is not at the first strip")
	}
	none := New(line)
	if none.Top(top); len(none.Strips()) != 1 || none.Strips()[0].Dests[0].To != top {
		t.Error("an empty flow has no top")
	}
}

// stack returns a strip with one of each thing, at a height.
func stack(x, y unit.Length) *Strip {
	return &Strip{
		Height: 10, Items: []document.Item{document.NewRule(x, y, 5, 1, document.Color{})},
		Links: []document.LinkArea{{X: x, Y: y, W: 5}}, Dests: []Dest{{To: &document.Dest{}, Y: y}},
		Calls: []Call{{Note: &Note{}}}, Told: []any{x},
	}
}

// places tells where the things of a strip stand.
func places(st *Strip) string {
	s := fmt.Sprint(int64(st.Height), ":")
	for _, it := range st.Items {
		s += fmt.Sprintf(" %d,%d", int64(ruleAt(it).X), int64(ruleAt(it).Y))
	}
	for _, l := range st.Links {
		s += fmt.Sprintf(" l%d,%d", int64(l.X), int64(l.Y))
	}
	for _, d := range st.Dests {
		s += fmt.Sprintf(" d%d", int64(d.Y))
	}
	for _, x := range st.Told {
		s += fmt.Sprintf(" t%d", int64(x.(unit.Length)))
	}
	return s + fmt.Sprintf(" c%d", len(st.Calls))
}

// TestStrips joins, moves and copies strips.
func TestStrips(t *testing.T) {
	one := stack(1, 2)
	one.Lower(0)
	one.Lower(4)
	one.Move(3, 0)
	turned := stack(10, 0)
	turned.Mirror(20, 100)
	beside := stack(1, 0)
	beside.Beside(stack(2, 3))
	low := stack(2, 3)
	low.Height = 7
	for name, tt := range map[string]struct {
		st   *Strip
		want string
	}{
		"lowered and moved": {one, "14: 4,6 l4,6 d6 t1 c1"},
		"mirrored":          {turned, "10: 105,0 l105,0 d0 t10 c1"},
		"beside":            {beside, "10: 1,0 2,3 l1,0 l2,3 d0 d3 t1 t2 c2"},
		"before":            {stack(1, 0).Before(low), "10: 1,0 2,3 l1,0 l2,3 d0 d3 t1 t2 c1"},
		"joined":            {Join([]*Strip{stack(1, 2), stack(3, 4)}), "20: 1,2 3,14 l1,2 l3,14 d2 d14 t1 t3 c2"},
		"copied":            {stack(1, 2).copy(), "10: 1,2 c0"},
	} {
		if got := places(tt.st); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
	of := stack(1, 0)
	of.Beside(&Strip{From: Origin{In: "x", Off: 2}})
	of.Beside(&Strip{From: Origin{In: "y"}})
	if of.From != (Origin{In: "x", Off: 2}) {
		t.Errorf("from %+v", of.From)
	}
	if Height([]*Strip{{Height: 3}, {Height: 4}}) != 7 {
		t.Error("wrong height")
	}
}

// TestCopy: the items of a copy are its own.
func TestCopy(t *testing.T) {
	st := &Strip{Items: []document.Item{&document.Text{X: 1}, &document.Rule{X: 1}, &document.Graphic{X: 1}, &document.Stress{X: []unit.Length{1}}}}
	c := st.copy()
	document.Move(st.Items, 5, 0)
	if len(c.Items) != 4 {
		t.Fatalf("%d items", len(c.Items))
	}
	if c.Items[0].(*document.Text).X != 1 || c.Items[1].(*document.Rule).X != 1 || c.Items[2].(*document.Graphic).X != 1 || c.Items[3].(*document.Stress).X[0] != 1 {
		t.Error("what has moved the strip has moved the copy")
	}
}

// TestLight: a strip of which something is not to be seen is not light.
func TestLight(t *testing.T) {
	for i, st := range []*Strip{{Links: make([]document.LinkArea, 1)}, {Dests: make([]Dest, 1)}, {Calls: make([]Call, 1)}, {Told: make([]any, 1)}} {
		if st.Light() {
			t.Errorf("strip %d is light", i)
		}
	}
	if st := inked(line, 1); !st.Light() {
		t.Error("a rule is all that there is, and not light")
	}
}

// TestSupple: what can be set in other lines is three lines of the grid or more, with
// nothing that leads to them or away.
func TestSupple(t *testing.T) {
	lines := func(change func(st *Strip)) []*Strip {
		list := []*Strip{inked(line, 0), inked(line, 0), inked(line, 0)}
		change(list[1])
		return list
	}
	plain := lines(func(*Strip) {})
	if !Supple(plain, line) || Supple(plain[:2], line) || Supple(plain, line+1) {
		t.Error("three lines of the grid are supple, two are not")
	}
	for i, change := range []func(st *Strip){
		func(st *Strip) { st.Calls = make([]Call, 1) }, func(st *Strip) { st.Links = make([]document.LinkArea, 1) }, func(st *Strip) { st.Dests = make([]Dest, 1) },
		func(st *Strip) { st.Height++ }, func(st *Strip) { st.Items = append(st.Items, &document.Graphic{}) },
	} {
		if Supple(lines(change), line) {
			t.Errorf("with change %d the lines are supple", i)
		}
	}
}

// TestStripsOfFlow: the white between two strips is part of the lower one.
func TestStripsOfFlow(t *testing.T) {
	f := New(0)
	f.First(inked(5, 1), false)
	f.Space(3)
	f.First(inked(6, 2), false)
	f.Blank(2, 0)
	f.Next(inked(7, 3), 0, false)
	var got []unit.Length
	for _, st := range f.Strips() {
		got = append(got, st.Height, ruleAt(st.Items[0]).Y)
	}
	if want := []unit.Length{5, 0, 9, 3, 9, 2}; !slices.Equal(got, want) || f.Height() != 23 {
		t.Errorf("%v, want %v", got, want)
	}
}
