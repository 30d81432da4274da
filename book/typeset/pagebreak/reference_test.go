package pagebreak

import (
	"math"
	"math/rand"
	"testing"

	"octavo/book/base/unit"
)

// The reference tries every sequence of pages. It measures each page anew from its items, and
// keeps nothing but the cost of the chapters that follow a break, without which it would not end.

type reference struct {
	items     []Item
	notes     []Note
	opt       Options
	tolerance unit.Length
	known     map[place]int64
	lineAt    []unit.Length // the heights of all lines of notes
	splitAt   map[int]bool  // numbers of lines that a page may end after
}

// A place is where a page begins: after the break at item broken. The page
// has the number side in the chapter; when it is a right page left is the
// shortfall of the one that it faces, and -1 otherwise.
type place struct {
	broken, lines, floats, page int
	side, left                  int
	figured                     bool // the left page has floats
}

func newReference(items []Item, notes []Note, opt Options, tolerance unit.Length) *reference {
	r := &reference{items: items, notes: notes, opt: opt, tolerance: tolerance, known: map[place]int64{}, splitAt: map[int]bool{0: true}}
	for _, n := range notes {
		for i, h := range n.Lines {
			r.lineAt = append(r.lineAt, h)
			before, after := i+1, len(n.Lines)-i-1
			if after == 0 || before >= opt.NoteMin && after >= opt.NoteMin {
				r.splitAt[len(r.lineAt)] = true
			}
		}
	}
	return r
}

func (r *reference) legal(j int) bool {
	if j == len(r.items) {
		return true
	}
	it := r.items[j]
	if s := r.start(j); !r.forced(j) && s < len(r.items) && r.forced(s) {
		return false
	}
	return it.Kind == Penalty && it.Cost < Never || it.Kind == Glue && j > 0 && (r.items[j-1].Kind == Box || r.items[j-1].Kind == Float)
}

// setLines returns how many lines of notes are set by the end of a page whose notes are no
// higher than most.
func (r *reference) setLines(from, to int, room, shrink, most unit.Length) int {
	if r.linesHeight(from, to) <= min(room+shrink, most) {
		return to
	}
	set := from
	for n := from; n <= to; n++ {
		if r.splitAt[n] && r.linesHeight(from, n) <= min(room, most) {
			set = n
		}
	}
	return set
}

// begun returns how many notes have begun when so many lines are set.
func (r *reference) begun(set int) int {
	n := 0
	for from := 0; n < len(r.notes) && from < set; n++ {
		from += len(r.notes[n].Lines)
	}
	return n
}

func (r *reference) forced(j int) bool {
	return j == len(r.items) || r.items[j].Kind == Penalty && r.items[j].Cost <= Always
}

// start returns the first item of the page after the break at item broken.
func (r *reference) start(broken int) int {
	s := broken + 1
	for s < len(r.items) && r.items[s].Kind != Box && r.items[s].Kind != Float && !r.forced(s) {
		s++
	}
	return s
}

// called returns how many notes, lines and floats the items before item j call.
func (r *reference) called(j int) (notes, lines, floats int) {
	for _, it := range r.items[:j] {
		switch it.Kind {
		case Box:
			notes = min(notes+int(it.Notes), len(r.notes))
		case Float:
			floats++
		}
	}
	if j == len(r.items) {
		notes = len(r.notes)
	}
	for _, n := range r.notes[:notes] {
		lines += len(n.Lines)
	}
	return notes, lines, floats
}

func (r *reference) linesHeight(from, to int) (h unit.Length) {
	for _, l := range r.lineAt[from:to] {
		h += l
	}
	return h
}

func (r *reference) floatsHeight(from, to int) (h unit.Length) {
	n := 0
	for _, it := range r.items {
		if it.Kind == Float {
			if n >= from && n < to {
				h += it.Height
			}
			n++
		}
	}
	return h
}

// best returns the least cost of the pages from p on, and MaxInt64 when there is no way.
func (r *reference) best(p place) int64 {
	if c, ok := r.known[p]; ok {
		return c
	}
	r.known[p] = math.MaxInt64
	least := int64(math.MaxInt64)
	s := r.start(p.broken)
	for j := s; j <= len(r.items); j++ {
		if r.legal(j) && (j > s || r.forced(j)) {
			least = min(least, r.end(p, s, j))
		}
		if r.forced(j) {
			break
		}
	}
	if _, _, waiting := r.called(s); waiting > p.floats && !(p.broken >= 0 && r.forced(p.broken)) {
		least = min(least, r.floatPage(p, s, waiting))
	}
	r.known[p] = least
	return least
}

// end returns the least cost from p on when its page ends at item j.
func (r *reference) end(p place, s, j int) int64 {
	least := int64(math.MaxInt64)
	_, lines, floats := r.called(j)
	fewest := max(p.floats, floats-MaxWaiting)
	if r.forced(j) {
		fewest = floats
	}
	for f := floats; f >= fewest; f-- {
		var body, stretch, shrink, foot unit.Length
		for _, it := range r.items[s:j] {
			switch it.Kind {
			case Box:
				body += it.Height
			case Glue:
				body += it.Height
				stretch += it.Stretch
				shrink += it.Shrink
			}
		}
		if p.broken >= 0 && r.items[p.broken].Kind == Penalty {
			body += r.items[p.broken].Head
		}
		if j < len(r.items) && r.items[j].Kind == Penalty {
			foot = r.items[j].Foot
		}
		whole := false
		looser, tighter := r.flexible(s, j)
		for flex := -min(tighter, MaxFlex); flex <= min(looser, MaxFlex); flex++ {
			set, lack, cost, ok := r.page(p, j, s, body+foot+unit.Length(flex)*r.opt.Unit, stretch, shrink, f, false)
			if ok {
				least = min(least, r.follow(p, j, set, f, lack, cost+int64(flex*flex*r.opt.FlexCost)))
			}
			whole = whole || ok && set == lines && flex == 0
		}
		if whole {
			break
		}
	}
	return least
}

// flexible counts the paragraphs that begin and end in items[s:j] and can be longer or
// shorter.
func (r *reference) flexible(s, j int) (looser, tighter int) {
	begun := false
	for _, it := range r.items[s:j] {
		if it.Kind != Box {
			continue
		}
		begun = begun || !it.Within
		if begun && it.Looser {
			looser++
		}
		if begun && it.Tighter {
			tighter++
		}
	}
	return looser, tighter
}

// floatPage returns the least cost from p on when its page has floats alone.
func (r *reference) floatPage(p place, s, waiting int) int64 {
	for f := waiting; f > p.floats; f-- {
		if set, lack, cost, ok := r.page(p, s, s, 0, 0, 0, f, true); ok {
			return r.follow(p, p.broken, set, f, lack, cost)
		}
	}
	return math.MaxInt64
}

func (r *reference) follow(p place, j, set, floats, lack int, cost int64) int64 {
	if j == len(r.items) {
		return cost
	}
	left, side, figured := -1, 0, false
	switch r.opt.Spread {
	case Single:
	case Either:
		left, figured = lack, floats > p.floats
	default:
		side = 1 - p.side
		if side == 1 {
			left, figured = lack, floats > p.floats
		}
	}
	rest := r.best(place{j, set, floats, min(p.page+1, len(r.opt.Heights)-1), side, left, figured})
	if rest == math.MaxInt64 {
		return rest
	}
	return cost + rest
}

// page returns the number of lines of notes that are set when the page ends, by
// how many units it is short, its cost, and whether it is possible. The page ends at item j, or is one of floats before it.
func (r *reference) page(p place, j, s int, body, stretch, shrink unit.Length, floats int, floatsOnly bool) (int, int, int64, bool) {
	height := r.opt.Heights[p.page]
	notes, lines, called := r.called(j)
	natural := body + r.floatsHeight(p.floats, floats)
	set := p.lines
	if lines > p.lines {
		room := height - natural - r.opt.Separator
		kept := []unit.Length{0}
		if floatsOnly || !r.forced(j) {
			kept = []unit.Length{r.opt.TextMin, r.opt.TextMin / 2}
		}
		for _, text := range kept {
			if set = r.setLines(p.lines, lines, room, shrink, height-text-r.opt.Separator); r.begun(set) >= notes {
				break
			}
		}
	}
	if set > p.lines {
		natural += r.opt.Separator + r.linesHeight(p.lines, set)
	}
	isForced := r.forced(j) && !floatsOnly
	short := height - natural
	if short < -shrink {
		return 0, 0, 0, false
	}
	var cost int64
	var stretched unit.Length
	ratio := int64(0)
	switch {
	case short < 0:
		ratio = int64(-short) * 1000 / int64(shrink)
	case !isForced && stretch > 0:
		stretched = min(short, stretch)
		ratio = int64(stretched) * 1000 / int64(stretch)
	}
	if rest := short - stretched; rest > r.tolerance && !isForced {
		return 0, 0, 0, false
	} else if rest > 0 && !isForced {
		lack := int64(rest) * 1000 / int64(r.opt.Unit)
		cost += 100 * lack * lack / 1_000_000
	}
	last := j == len(r.items) && !floatsOnly
	if last {
		if natural < r.opt.LastMin && p.broken >= 0 {
			cost = int64(r.opt.LastCost)
		}
	} else {
		cost += 100 * ratio * ratio * ratio / 1_000_000_000
	}
	if !isForced && !floatsOnly && r.items[j].Kind == Penalty {
		cost += int64(r.items[j].Cost)
	}
	if last && set < len(r.lineAt) {
		cost += int64(r.opt.DeferCost)
	}
	cost += int64(r.opt.FloatCost) * int64(called-floats)
	from := 0
	for _, n := range r.notes[:notes] {
		switch {
		case set <= from && len(n.Lines) > 0:
			cost += int64(r.opt.DeferCost)
		case set < from+len(n.Lines):
			cost += int64(r.opt.SplitCost)
		}
		from += len(n.Lines)
	}
	if _, before, _ := r.called(s); set == p.lines && before > p.lines {
		cost += int64(r.opt.DeferCost)
	}
	lack := 0
	if set == p.lines && short > stretched {
		lack = int((short - stretched) / r.opt.Unit)
	}
	if p.left >= 0 && p.left != lack && !isForced {
		off := r.opt.UnevenCost
		if p.figured || floats > p.floats {
			off = min(off, off*max(lack-p.left, p.left-lack)/10)
		}
		cost += int64(off)
	}
	return set, lack, cost, true
}

// small makes a random chapter of few items that has everything in it.
func small(r *rand.Rand) ([]Item, []Note, Options) {
	items := []Item{{Height: line}}
	for range 4 + r.Intn(12) {
		switch n := r.Intn(20); {
		case n < 3:
			items = append(items, Item{Kind: Glue, Height: line / 2, Stretch: unit.Length(r.Intn(2)) * line, Shrink: unit.Length(r.Intn(2)) * line / 4})
		case n == 3:
			items = append(items, Item{Kind: Float, Height: unit.Length(1+r.Intn(3)) * line})
		case n == 4:
			items = append(items, Item{Kind: Penalty, Cost: int32(r.Intn(5)-2) * 5000, Head: line / 2 * unit.Length(r.Intn(2))})
		case n < 10:
			items = append(items, Item{Kind: Penalty, Cost: int32(r.Intn(300)), Foot: line / 2 * unit.Length(r.Intn(2))})
		case n == 10:
			items = append(items, Item{Height: line, Notes: int32(1 + r.Intn(2))}, Item{Kind: Penalty})
		default:
			items = append(items, Item{Height: line}, Item{Kind: Penalty})
		}
	}
	items = trim(items)
	if r.Intn(3) == 0 {
		for i := range items {
			if it := &items[i]; it.Kind == Box {
				it.Within, it.Looser, it.Tighter = r.Intn(2) == 0, r.Intn(3) == 0, r.Intn(3) == 0
			}
		}
	}
	var ns []Note
	for range r.Intn(4) {
		ns = append(ns, notes(1+r.Intn(4))...)
	}
	opt := Options{
		Heights: []unit.Length{unit.Length(3+r.Intn(4)) * line}, Unit: line, Separator: line / 2,
		Tolerance: unit.Length(1+r.Intn(3)) * line, NoteMin: 1 + r.Intn(2), SplitCost: r.Intn(500), DeferCost: r.Intn(2000),
		FloatCost: r.Intn(200), LastMin: unit.Length(r.Intn(3)) * line, LastCost: r.Intn(400),
		FlexCost: r.Intn(100),
	}
	if r.Intn(2) == 0 {
		opt.TextMin = unit.Length(r.Intn(3)) * line
	}
	if r.Intn(2) == 0 {
		opt.Spread, opt.UnevenCost = Spread(r.Intn(4)), r.Intn(400)
	}
	if r.Intn(2) == 0 {
		opt.Heights = append(opt.Heights, unit.Length(3+r.Intn(4))*line)
	}
	return items, ns, opt
}

func TestAgainstEverySequenceOfPages(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	var b Breaker
	reached := map[string]int{}
	for range 6000 {
		items, ns, opt := small(r)
		b.prepare(items, ns, opt)
		b.beam = math.MaxInt64 / 2
		for _, tolerance := range []unit.Length{opt.Tolerance, math.MaxInt64 / 4} {
			side := 0
			if opt.Spread == FromRight {
				side = 1
			}
			want := newReference(items, ns, opt, tolerance).best(place{broken: -1, side: side, left: -1})
			b.tolerance, b.final = tolerance, false
			if ok := b.run(); ok != (want < math.MaxInt64) {
				t.Fatalf("run finds pages: %v, the reference a cost of %d\n%+v\n%+v\n%+v", ok, want, items, ns, opt)
			} else if !ok {
				reached["none"]++
				continue
			}
			reached["found"]++
			pages := b.collect()
			checkPages(t, items, ns, pages)
			var got int64
			for _, p := range pages {
				got += p.Cost
				if p.Flex != 0 {
					reached["flex"]++
				}
				reached["notes"] += min(len(p.Notes), 1)
				reached["floats"] += len(p.Floats)
			}
			if got != want {
				t.Fatalf("cost %d, but %d can be had\n%+v\n%+v\n%+v\n%+v", got, want, items, ns, opt, pages)
			}
			// The beam may lose a little, and seldom does.
			least := got
			got = 0
			for _, p := range Pages(items, ns, opt) {
				got += p.Cost
			}
			if got > least {
				reached["beam"]++
			}
			break
		}
	}
	for _, what := range []string{"none", "found", "notes", "floats", "flex"} {
		if reached[what] < 100 {
			t.Errorf("the random chapters do not reach everything: %v", reached)
		}
	}
	if reached["beam"]*150 > reached["found"] {
		t.Errorf("the beam loses the best pages too often: %v", reached)
	}
	t.Log(reached)
}
