package pagebreak

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"octavo/book/base/unit"
)

// line is the height of a line of text in the tests.
const line = 12 * unit.Point

// chapter makes items from words: "a" to "z" are lines of text; "a2" is one
// that calls two notes, "A3" a box of three lines, "F3" a float of three, "g"
// after a plus sign glue of one line that stretches by half and shrinks by a third, "!" forbids a break, "|" forces
// one, "%150" allows it at a cost, "%h" at no cost with a head of one line.
// Lines next to each other have a break of no cost between them.
func chapter(s string) []Item {
	var items []Item
	for i, w := range strings.Fields(s) {
		if i > 0 && solidWord(w) && items[len(items)-1].Kind != Penalty && solid(&items[len(items)-1]) {
			items = append(items, Item{Kind: Penalty})
		}
		var n int
		fmt.Sscanf(w[1:], "%d", &n)
		switch {
		case w == "+":
			items = append(items, Item{Kind: Glue, Height: line, Stretch: line / 2, Shrink: line / 3})
		case w == "!":
			items = append(items, Item{Kind: Penalty, Cost: Never})
		case w == "|":
			items = append(items, Item{Kind: Penalty, Cost: Always})
		case w == "%h":
			items = append(items, Item{Kind: Penalty, Head: line})
		case w[0] == '%':
			items = append(items, Item{Kind: Penalty, Cost: int32(n)})
		case w[0] == 'F':
			items = append(items, Item{Kind: Float, Height: unit.Length(n) * line})
		case w[0] == 'A':
			items = append(items, Item{Height: unit.Length(n) * line})
		default:
			items = append(items, Item{Height: line, Notes: int32(n)})
		}
	}
	return items
}

func solidWord(w string) bool { return !strings.ContainsAny(w[:1], "+!|%") }

func notes(lengths ...int) (ns []Note) {
	for _, n := range lengths {
		var note Note
		for range n {
			note.Lines = append(note.Lines, line)
		}
		ns = append(ns, note)
	}
	return ns
}

// dump prints a page as lines, notes and what is left.
func dump(p Page, items []Item) string {
	var w []string
	for _, f := range p.Floats {
		if f < p.Start {
			w = append(w, fmt.Sprintf("^F%d", items[f].Height/line))
		}
	}
	if p.Head > 0 {
		w = append(w, "head")
	}
	for i := p.Start; i < p.End; i++ {
		switch it := items[i]; it.Kind {
		case Box:
			w = append(w, fmt.Sprintf("%c", 'a'+i%26))
		case Glue:
			w = append(w, "+")
		case Float:
			for _, f := range p.Floats {
				if f == i {
					w = append(w, fmt.Sprintf("F%d", it.Height/line))
				}
			}
		}
	}
	for _, n := range p.Notes {
		w = append(w, fmt.Sprintf("[%d:%d-%d]", n.Note+1, n.From, n.To))
	}
	if p.Rest > 0 {
		w = append(w, fmt.Sprintf("rest=%v", p.Rest))
	}
	if p.Overfull > 0 {
		w = append(w, fmt.Sprintf("overfull=%v", p.Overfull))
	}
	return strings.Join(w, " ")
}

func TestBreak(t *testing.T) {
	opt := func(lines int, change ...func(*Options)) Options {
		o := Defaults()
		o.Heights, o.Unit, o.Separator = []unit.Length{unit.Length(lines) * line}, line, line
		o.Tolerance = 10 * line
		for _, f := range change {
			f(&o)
		}
		return o
	}
	tests := []struct {
		name, items string
		notes       []Note
		opt         Options
		want        string
	}{
		{"empty", "", nil, opt(4), "rest=48pt"},
		{"one page", "a a a", nil, opt(4), "a c e rest=12pt"},
		{"two pages", "a a a a a", nil, opt(4), "a c e g\ni rest=36pt"},
		{"not first fit", "a a a a %300 a a a ! a a", nil, opt(4), "a c e rest=12pt\ng i k rest=12pt\nm o q rest=12pt"},
		{"widow", "a a a a a %150 a", nil, opt(5), "a c e g rest=12pt\ni k rest=36pt"},
		{"heading", "a a a + a ! a a", nil, opt(5), "a c e rest=24pt\ng i k rest=24pt"},
		{"glue at the break goes", "a a a + a a", nil, opt(3), "a c e\ng i rest=12pt"},
		{"stretch", "a + a ! a a", nil, opt(5), "a + c e g"},
		{"forced", "a | a a", nil, opt(3), "a rest=24pt\nc e rest=12pt"},
		{"forced at the end", "a a |", nil, opt(3), "a c rest=12pt"},
		{"too tall before a forced break", "A9 + | a", nil, opt(4), "a + overfull=68pt\nd rest=36pt"},
		{"blank page", "a | | a", nil, opt(2), "a rest=12pt\nrest=24pt\nd rest=12pt"},
		{"too tall", "a A9 a", nil, opt(4), "a rest=36pt\nc overfull=60pt\ne rest=36pt"},
		{"no legal break", "a ! a ! a ! a", nil, opt(3), "a c e g overfull=12pt"},
		{"heights in turn", "a a a a a a", nil, opt(1, func(o *Options) { o.Heights = []unit.Length{line, 2 * line, 3 * line} }), "a\nc e\ng i k"},
		{"table head", "a %h a %h a %h a", nil, opt(2), "a c\nhead e\nhead g"},
		{"note", "a1 a a a", notes(1), opt(4), "a c [1:0-1]\ne g rest=24pt"},
		{"note goes with its call", "a a a1 a", notes(1), opt(4), "a c rest=24pt\ne g [1:0-1]"},
		{"two notes", "a2 a a a", notes(1, 1), opt(5), "a c [1:0-1] [2:0-1]\ne g rest=36pt"},
		{"note is split", "a1 a a a a", notes(6), opt(6), "a [1:0-4]\nc e g [1:4-6]\ni rest=60pt"},
		{"note longer than a page", "a1", notes(9), opt(4), "a [1:0-2]\n[1:2-5]\n[1:5-7] rest=12pt\n[1:7-9] rest=12pt"},
		{"note taller than a page", "a1", []Note{{Lines: []unit.Length{9 * line}}}, opt(4), "a rest=36pt\n[1:0-1] overfull=72pt"},
		{"note that is not called", "a a", notes(1), opt(4), "a c [1:0-1]"},
		{"more calls than notes", "a3 a", notes(1), opt(4), "a c [1:0-1]"},
		{"float in its place", "a F2 a a", nil, opt(5), "a F2 e g"},
		{"float moves on", "a a F3 a a a", nil, opt(4), "a c g i\n^F3 k"},
		{"floats keep their order", "a F3 a F1 a a a a", nil, opt(3, func(o *Options) { o.FloatCost = 10 }), "a e i\n^F3\n^F1 k m\no rest=24pt"},
		{"float has a page to itself", "a a F4 a a a a a", nil, opt(4), "a c g i\n^F4\nk m o rest=12pt"},
		{"float stays before a forced break", "a a F3 | a a a", nil, opt(4), "a c rest=24pt\nF3 rest=12pt\ng i k rest=12pt"},
		{"last page is not too short", "a %100 a %100 a %100 a %100 a", nil, opt(4, func(o *Options) { o.LastMin = 2 * line }), "a c e rest=12pt\ng i rest=24pt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			items := chapter(tt.items)
			var got []string
			pages := Pages(items, tt.notes, tt.opt)
			checkPages(t, items, tt.notes, pages)
			for _, p := range pages {
				got = append(got, dump(p, items))
			}
			if s := strings.Join(got, "\n"); s != tt.want {
				t.Errorf("got:\n%s\nwant:\n%s", s, tt.want)
			}
		})
	}
}

// checkPages holds pages to what the package promises: nothing is lost, nothing comes twice or before its
// call, and the heights add up.
func checkPages(t *testing.T, items []Item, notes []Note, pages []Page) {
	t.Helper()
	var boxes, floats int
	var pieces []Piece
	for _, p := range pages {
		if p.Natural+p.Adjust+p.Rest-p.Overfull != p.Height {
			t.Errorf("page %d-%d: %v + %v + %v - %v is not %v", p.Start, p.End, p.Natural, p.Adjust, p.Rest, p.Overfull, p.Height)
		}
		sum := p.Natural + p.Adjust - unit.Length(p.Flex)*line
		for _, h := range p.Set(items, nil) {
			sum -= h
		}
		for _, f := range p.Floats {
			if f < p.Start {
				sum -= items[f].Height
			}
			if f >= p.End {
				t.Errorf("float %d stands before its call", f)
			}
		}
		for _, n := range p.Notes {
			for _, h := range notes[n.Note].Lines[n.From:n.To] {
				sum -= h
			}
		}
		if sum -= p.Head + p.Foot; len(p.Notes) > 0 && sum < 0 || len(p.Notes) == 0 && sum != 0 {
			t.Errorf("page %d-%d: %v of its height is not in its items", p.Start, p.End, sum)
		}
		for _, it := range items[p.Start:p.End] {
			if it.Kind == Box {
				boxes++
			}
		}
		floats += len(p.Floats)
		pieces = append(pieces, p.Notes...)
	}
	for _, it := range items {
		switch it.Kind {
		case Box:
			boxes--
		case Float:
			floats--
		}
	}
	if boxes != 0 || floats != 0 {
		t.Errorf("%d boxes and %d floats too many", boxes, floats)
	}
	for i, n := range notes {
		done := 0
		for len(pieces) > 0 && pieces[0].Note == i {
			if pieces[0].From != done {
				t.Errorf("note %d continues at line %d, not %d", i, pieces[0].From, done)
			}
			done, pieces = pieces[0].To, pieces[1:]
		}
		if done != len(n.Lines) {
			t.Errorf("note %d has %d lines, not %d", i, done, len(n.Lines))
		}
	}
}

// prose makes a chapter of paragraphs with headings and notes, and a figure after one in so many.
func prose(r *rand.Rand, lines, figures int) ([]Item, []Note) {
	var items []Item
	var notes []Note
	for len(items) < lines {
		if r.Intn(8) == 0 {
			items = append(items, Item{Kind: Glue, Height: line, Stretch: line / 2, Shrink: line / 4},
				Item{Height: line}, Item{Kind: Penalty, Cost: Never})
		}
		n := 1 + r.Intn(9)
		for i := range n {
			it := Item{Height: line}
			if r.Intn(40) == 0 {
				it.Notes = 1
				var note Note
				for range 1 + r.Intn(4) {
					note.Lines = append(note.Lines, line*3/4)
				}
				notes = append(notes, note)
			}
			p := Item{Kind: Penalty}
			if i == 0 || i == n-2 {
				p.Cost = 3000
			}
			items = append(items, it, p)
		}
		if r.Intn(figures) == 0 {
			items = append(items, Item{Kind: Float, Height: unit.Length(6+r.Intn(12)) * line}, Item{Kind: Penalty})
		}
	}
	return items, notes
}

func TestLongChapters(t *testing.T) {
	opt := Defaults()
	opt.Heights, opt.Unit, opt.Separator = []unit.Length{30 * line, 36 * line}, line, line
	items, notes := prose(rand.New(rand.NewSource(2)), 20_000, 5)
	tests := []struct {
		name  string
		items []Item
		notes []Note
	}{
		{"prose", items, notes},
		{"boxes without a break", make([]Item, 20_000), nil},
		{"breaks without a height", repeat(20_000, Item{}, Item{Kind: Penalty}), nil},
		{"forced breaks only", repeat(20_000, Item{Kind: Penalty, Cost: Always}), nil},
		{"tall boxes", repeat(20_000, Item{Height: 100 * line}, Item{Kind: Penalty}), nil},
		{"tall floats", repeat(2_000, Item{Kind: Float, Height: 20 * line}, Item{Kind: Penalty}), nil},
		{"floats without height", repeat(20_000, Item{Kind: Float}, Item{Kind: Penalty}), nil},
		{"5000 notes of one box", []Item{{Height: line, Notes: 5000}}, manyNotes(5000)},
		{"a note on every line", repeat(20_000, Item{Height: line, Notes: 1}, Item{Kind: Penalty}), manyNotes(10_000)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			checkPages(t, tt.items, tt.notes, Pages(tt.items, tt.notes, opt))
		})
	}
}

func repeat(n int, pattern ...Item) []Item {
	items := make([]Item, n)
	for i := range items {
		items[i] = pattern[i%len(pattern)]
	}
	return items
}

func manyNotes(n int) []Note {
	ns := make([]Note, n)
	for i := range ns {
		ns[i].Lines = []unit.Length{line, line, line}
	}
	return ns
}

func BenchmarkBreak(b *testing.B) {
	text := repeat(20_000, Item{Height: line}, Item{Kind: Penalty})
	for i := 1; i < len(text); i += 10 {
		text[i].Cost = 3000
	}
	prose1, notes1 := prose(rand.New(rand.NewSource(1)), 1000, 25)
	prose20, notes20 := prose(rand.New(rand.NewSource(1)), 20_000, 25)
	for _, bb := range []struct {
		name  string
		items []Item
		notes []Note
	}{
		{"1000 items", prose1, notes1},
		{"20000 items", prose20, notes20},
		{"20000 items of text alone", text, nil},
	} {
		b.Run(bb.name, func(b *testing.B) {
			opt := Defaults()
			opt.Heights, opt.Unit, opt.Separator = []unit.Length{36 * line}, line, line
			var br Breaker
			b.ReportAllocs()
			for b.Loop() {
				br.Break(bb.items, bb.notes, opt)
			}
		})
	}
}

// TestFacingPages has a left page that must be a line short; the right one is
// a line short too when pages face each other.
func TestFacingPages(t *testing.T) {
	var items []Item
	for i := range 40 {
		items = append(items, Item{Height: line})
		cost := int32(0)
		if i == 9 {
			cost = Never // no page of ten lines first
		}
		items = append(items, Item{Kind: Penalty, Cost: cost})
	}
	opt := Options{Heights: []unit.Length{10 * line}, Unit: line, Tolerance: 3 * line, UnevenCost: 500}
	for _, tt := range []struct {
		spread Spread
		want   [2]int
	}{{Single, [2]int{9, 10}}, {FromRight, [2]int{9, 10}}, {FromLeft, [2]int{9, 9}}} {
		opt.Spread = tt.spread
		pages := Pages(items, nil, opt)
		for i, want := range tt.want {
			if got := int(pages[i].Natural / line); got != want {
				t.Errorf("spread %d: page %d has %d lines, want %d", tt.spread, i+1, got, want)
			}
		}
	}
}
