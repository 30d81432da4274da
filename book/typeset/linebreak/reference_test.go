package linebreak

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"octavo/book/base/unit"
)

// The reference tries every set of legal breaks and adds up what each costs,
// line by line, with nothing kept from one set to the next.

// a pass is one of the passes of Break.
type pass struct {
	hyphens    bool
	tolerance  int64
	background unit.Length
	soft       bool // ladders that are too long are charged for
	lines      int  // that there have to be; 0: any number
}

// exhaust returns the least demerits of any set of breaks that pass p allows,
// and how many sets it allows.
func exhaust(items []Item, opt Options, p pass) (least int64, feasible int) {
	least = math.MaxInt64
	legal, must := legalBreaks(items, p.hyphens)
	for set := range 1 << len(legal) {
		breaks := []int{-1}
		for i, at := range legal {
			switch {
			case set>>i&1 == 1:
				breaks = append(breaks, at)
			case must[i]:
				breaks = nil
			}
			if breaks == nil {
				break
			}
		}
		if breaks == nil {
			continue
		}
		if p.lines > 0 && len(breaks) != p.lines {
			continue
		}
		if d, ok := evaluate(items, opt, p, append(breaks, len(items))); ok {
			feasible++
			least = min(least, d)
		}
	}
	return least, feasible
}

func legalBreaks(items []Item, hyphens bool) (legal []int, must []bool) {
	for i, it := range items {
		isForced := it.Kind == Penalty && it.Cost <= Always
		switch {
		case it.Kind == Glue && i > 0 && items[i-1].Kind == Box,
			it.Kind == Penalty && (isForced || int(it.Cost)+flaggedCost(it, 0) < Never && (hyphens || !it.Flagged)):
			legal, must = append(legal, i), append(must, isForced)
		}
	}
	return legal, must
}

func flaggedCost(it Item, cost int) int {
	if it.Flagged {
		return cost
	}
	return 0
}

// evaluate returns the demerits of the lines between breaks, and whether each
// is within tolerance.
func evaluate(items []Item, opt Options, p pass, breaks []int) (int64, bool) {
	var total int64
	fitness, flagged, ladder, space := decent, false, 0, int32(unfilled)
	for line := range len(breaks) - 1 {
		start, end := breaks[line]+1, breaks[line+1]
		for start < end && items[start].Kind != Box && !(items[start].Kind == Penalty && items[start].Cost <= Always) {
			start++
		}
		if start >= end && line > 0 {
			return 0, false // an empty line; the tests have none that is forced
		}
		last := end == len(items)
		width := opt.Widths[min(line, len(opt.Widths)-1)]
		var natural, stretch, shrink, right unit.Length
		for _, it := range items[start:end] {
			switch it.Kind {
			case Box:
				natural += it.Width
				right = it.Right
			case Glue:
				natural += it.Width
				stretch += it.Stretch
				shrink += it.Shrink
			}
		}
		if start < end {
			natural -= items[start].Left
		}
		nowFlagged, cost, isForced := false, int64(0), last
		if !last && items[end].Kind == Penalty {
			it := items[end]
			natural += it.Width
			if it.Width != 0 {
				right = it.Right
			}
			nowFlagged, cost, isForced = it.Flagged, int64(it.Cost), it.Cost <= Always
			cost += int64(flaggedCost(it, opt.HyphenPenalty))
		}
		natural -= right

		bad, class := int64(0), decent
		switch {
		case natural > width && (opt.Mode != Justify || natural-width > shrink):
			return 0, false
		case natural > width:
			if bad = badness(natural-width, shrink); bad > 12 {
				class = tight
			}
		case opt.Mode == Ragged && !isForced, opt.Mode == Balance:
			bad = badness(width-natural, width/4)
		case opt.Mode == Justify && !last && natural < width:
			bad = badness(width-natural, stretch+p.background)
			if bad > 99 {
				class = veryLoose
			} else if bad > 12 {
				class = loose
			}
		}
		if bad > p.tolerance {
			return 0, false
		}
		d := (int64(opt.LinePenalty) + bad) * (int64(opt.LinePenalty) + bad)
		if !isForced && cost > 0 {
			d += cost * cost
		} else if !isForced {
			d -= cost * cost
		}
		if flagged && nowFlagged {
			d += int64(opt.DoubleHyphenDemerits)
		}
		if flagged && last {
			d += int64(opt.FinalHyphenDemerits)
		}
		if last && line > 0 && natural < opt.LastLineMin {
			d += int64(opt.LastLineDemerits)
		}
		if diff := int(class) - int(fitness); diff > 1 || diff < -1 {
			d += int64(opt.AdjacentDemerits)
		}
		before := space
		if space = spaceOf(opt, width-natural, stretch, shrink); last {
			space = unfilled
		}
		if before != unfilled && space != unfilled {
			d += int64(opt.UnevenDemerits) * int64(max(before, space)-min(before, space)) / 1000
		}
		if opt.Mode == Balance {
			d += balanceDemerits
		}
		if ladder++; !nowFlagged {
			ladder = 0
		}
		if opt.MaxLadder > 0 && ladder > opt.MaxLadder {
			if !p.soft {
				return 0, false
			}
			d += ladderDemerits
		}
		fitness, flagged, total = class, nowFlagged, total+d
	}
	return total, true
}

// spaceOf returns by how many thousandths a word space is wider in a line that lacks so much.
func spaceOf(opt Options, lacks, stretch, shrink unit.Length) int32 {
	switch {
	case opt.Mode != Justify || lacks > 0 && stretch == 0:
		return unfilled
	case lacks == 0:
		return 0
	case lacks < 0:
		return int32(lacks.Mul(int64(opt.SpaceShrink), int64(shrink)))
	}
	return int32(min(lacks.Mul(int64(opt.SpaceStretch), int64(stretch)), widest))
}

func TestAgainstEverySetOfBreaks(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	var b Breaker
	reached := map[string]int{}
	for range 4000 {
		items := paragraph(r, 2+r.Intn(5))
		for i := range items {
			switch {
			case r.Intn(30) == 0 && items[i].Kind == Glue && i < len(items)-1:
				items[i] = Item{Kind: Penalty, Cost: int32(r.Intn(5)-2) * 5000}
			case items[i].Kind == Box && r.Intn(3) == 0:
				items[i].Left, items[i].Right = em/4, em/3
			case items[i].Kind == Glue && r.Intn(2) == 0:
				items[i].Stretch *= 4
			}
		}
		opt := Options{
			Mode:                 Mode(r.Intn(3)),
			Widths:               []unit.Length{unit.Length(1+r.Intn(13)) * em},
			PreTolerance:         r.Intn(300) - 50,
			Tolerance:            r.Intn(2000),
			LinePenalty:          r.Intn(20),
			HyphenPenalty:        r.Intn(100),
			DoubleHyphenDemerits: r.Intn(20000),
			FinalHyphenDemerits:  r.Intn(10000),
			AdjacentDemerits:     r.Intn(20000),
			MaxLadder:            r.Intn(3),
			LastLineMin:          unit.Length(r.Intn(4)) * em,
			LastLineDemerits:     r.Intn(30000),
			EmergencyStretch:     unit.Length(r.Intn(3)) * em,
			UnevenDemerits:       r.Intn(2) * r.Intn(100000),
			SpaceStretch:         300,
			SpaceShrink:          250,
		}
		for range r.Intn(3) {
			opt.Widths = append(opt.Widths, unit.Length(1+r.Intn(13))*em)
		}
		got := b.Break(items, opt)
		want, name := best(items, opt)
		reached[name]++
		if name == "overfull" {
			if n := len(overfull(got)); n == 0 {
				t.Fatalf("no set of breaks fits, but %v has no overfull line", got)
			}
			continue
		}
		breaks := []int{-1}
		for _, l := range got {
			breaks = append(breaks, l.End)
		}
		p := pass{b.hyphens, b.tolerance, b.background, b.final, 0}
		// Ways whose spaces are in one step are not told apart.
		near := int64(len(breaks)) * int64(opt.UnevenDemerits) * spaceStep / wholeSpace
		if d, ok := evaluate(items, opt, p, breaks); !ok || d < want || d > want+near {
			t.Fatalf("%s: demerits %d (feasible: %v), but %d can be had\n%v\n%+v", name, d, ok, want, got, opt)
		}
	}
	if reached["first"] < 100 || reached["second"] < 100 || reached["third"] < 20 || reached["last"] < 20 || reached["overfull"] < 20 {
		t.Errorf("the random paragraphs do not reach every pass: %v", reached)
	}
}

// TestLinesAgainstEverySetOfBreaks asks for paragraphs of as many lines as they may have.
func TestLinesAgainstEverySetOfBreaks(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	var b Breaker
	reached := map[string]int{}
	for range 2000 {
		items := paragraph(r, 2+r.Intn(5))
		for i := range items {
			items[i].Stretch *= 4
		}
		opt := Defaults()
		opt.Widths = []unit.Length{unit.Length(4+r.Intn(10)) * em}
		opt.LastLineMin = unit.Length(r.Intn(4)) * em
		lines := 1 + r.Intn(6)
		want, name := int64(0), "none"
		for _, p := range []pass{{false, int64(opt.PreTolerance), 0, false, lines}, {true, int64(opt.Tolerance), 0, false, lines}} {
			if least, n := exhaust(items, opt, p); n > 0 {
				want, name = least, fmt.Sprint("hyphens ", p.hyphens)
				break
			}
		}
		reached[name]++
		got, ok := b.TryLines(items, opt, lines)
		if ok != (name != "none") || ok && len(got) != lines {
			t.Fatalf("%d lines: %s, got %v\n%+v", lines, name, got, opt)
		}
		if !ok {
			continue
		}
		breaks := []int{-1}
		for _, l := range got {
			breaks = append(breaks, l.End)
		}
		if d, ok := evaluate(items, opt, pass{b.hyphens, b.tolerance, 0, false, 0}, breaks); !ok || d != want {
			t.Fatalf("demerits %d (feasible: %v), but %d can be had\n%v\n%+v", d, ok, want, got, opt)
		}
	}
	for _, name := range []string{"none", "hyphens false", "hyphens true"} {
		if reached[name] < 100 {
			t.Errorf("the random paragraphs do not reach everything: %v", reached)
		}
	}
}

// best returns the demerits of the first pass that can be made, and its name.
func best(items []Item, opt Options) (int64, string) {
	type named struct {
		name string
		pass
	}
	widest := max(opt.EmergencyStretch, opt.Widths[0]/8, 1)
	passes := []named{
		{"first", pass{false, int64(opt.PreTolerance), 0, false, 0}},
		{"second", pass{true, int64(opt.Tolerance), 0, false, 0}},
		{"third", pass{true, int64(opt.Tolerance), opt.EmergencyStretch, false, 0}},
		{"last", pass{true, desperate, widest, false, 0}},
		{"last", pass{true, maxBadness, widest, true, 0}},
	}
	for _, p := range passes {
		if opt.Mode == Balance && p.tolerance >= 0 {
			p.tolerance = maxBadness
		}
		if least, n := exhaust(items, opt, p.pass); n > 0 {
			return least, p.name
		}
	}
	return 0, "overfull"
}

func overfull(breaks []Break) (over []string) {
	for _, b := range breaks {
		if b.Overfull > 0 {
			over = append(over, fmt.Sprint(b))
		}
	}
	return over
}
