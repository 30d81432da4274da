package linebreak

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"octavo/book/base/unit"
)

// em is the width of a letter in the tests; a space is one em too, with half of
// it to stretch and a third to shrink.
const em = unit.Point

// text makes items of a paragraph in letters of equal width: spaces are glue,
// "-" a place to hyphenate, "|" a forced break, "~" a space that is no place to
// break, "_" infinite glue.
func text(s string) []Item {
	var items []Item
	for _, r := range s {
		switch r {
		case ' ':
			items = append(items, Item{Kind: Glue, Width: em, Stretch: em / 2, Shrink: em / 3})
		case '~':
			items = append(items, Item{Kind: Penalty, Cost: Never},
				Item{Kind: Glue, Width: em, Stretch: em / 2, Shrink: em / 3})
		case '-':
			items = append(items, Item{Kind: Penalty, Cost: 50, Flagged: true, Width: em})
		case '|':
			items = append(items, Item{Kind: Penalty, Cost: Always})
		case '_':
			items = append(items, Item{Kind: Glue, Order: 1, Stretch: em})
		case '.':
			items = append(items, Item{Width: em, Right: em / 2})
		case '“':
			items = append(items, Item{Width: em, Left: em / 2})
		default:
			items = append(items, Item{Width: em})
		}
	}
	return items
}

// letters undoes text for one line.
func letters(s string, items []Item, b Break) string {
	runes := []rune(strings.ReplaceAll(s, "~", "\x00~"))
	line := ""
	for _, r := range runes[b.Start:b.End] {
		if r != '-' && r != 0 && r != '_' {
			line += string(r)
		}
	}
	if b.Flagged {
		line += "-"
	}
	line = strings.TrimRight(line, " ")
	if b.Overfull > 0 {
		line += fmt.Sprintf(" (overfull by %v)", b.Overfull)
	}
	return line
}

func TestBreak(t *testing.T) {
	opt := func(ems int, change ...func(*Options)) Options {
		o := Defaults()
		o.Widths = []unit.Length{unit.Length(ems) * em}
		for _, f := range change {
			f(&o)
		}
		return o
	}
	ragged := func(o *Options) { o.Mode = Ragged }
	balance := func(o *Options) { o.Mode = Balance }
	tests := []struct {
		name, text string
		opt        Options
		want       string
	}{
		{"empty", "", opt(10), ""},
		{"only glue", "  ", opt(10), ""},
		{"one word", "word", opt(10), "word"},
		{"space at the end", "word ", opt(4), "word"},
		{"space at the beginning", " word", opt(4), "word"},
		{"two lines", "aaaa bbbb cccc dddd", opt(9), "aaaa bbbb\ncccc dddd"},
		{"hyphen", "aaaa bbb-bbb cccc", opt(9), "aaaa bbb-\nbbb cccc"},
		{"no hyphen when it can be had without", "aaaa bb-b cccc dddd", opt(9), "aaaa bbb\ncccc dddd"},
		{"bound space", "aaaa bbbb~cccc", opt(9), "aaaa\nbbbb~cccc"},
		{"forced", "aa_|bb cc", opt(9), "aa\nbb cc"},
		{"forced at the end", "aaaa_|", opt(9), "aaaa"},
		{"long word before a forced break", "aaaaaaaaaaaa_|bb", opt(9), "aaaaaaaaaaaa (overfull by 3pt)\nbb"},
		{"two forced", "aa_||bb", opt(9), "aa\n\nbb"},
		{"only forced", "||", opt(9), "\n"},
		{"long word", "aa bbbbbbbbbbbb cc", opt(9), "aa\nbbbbbbbbbbbb (overfull by 3pt)\ncc"},
		{"no room at all", "aa bb", opt(0), "aa (overfull by 2pt)\nbb (overfull by 2pt)"},
		{"hanging stop", "aaaa bbbb. cc", opt(9), "aaaa\nbbbb. cc"},
		{"hanging stop at half its width", "aaaabbbb. cc", Options{Widths: []unit.Length{8*em + em/2}, Tolerance: 200}, "aaaabbbb.\ncc"},
		{"hanging quote", "aa “bbbbbbbb", Options{Widths: []unit.Length{8*em + em/2}}, "aa\n“bbbbbbbb"},
		{"narrow first lines", "aaaa bbbb cccc dddd", opt(9, func(o *Options) { o.Widths = []unit.Length{4 * em, 4 * em, 9 * em} }),
			"aaaa\nbbbb\ncccc dddd"},
		{"runt", "aaaa bbbb cccc dddd eee-e f", opt(14, func(o *Options) { o.LastLineMin = 3 * em; o.Tolerance = 5000; o.PreTolerance = -1 }),
			"aaaa bbbb cccc\ndddd eeee f"},
		{"ragged", "aaa bbb ccc ddd eee", opt(8, ragged), "aaa bbb\nccc ddd\neee"},
		{"ragged never shrinks", "aaaa bbbb", Options{Widths: []unit.Length{9*em - 1}, Mode: Ragged}, "aaaa\nbbbb"},
		{"ragged with a break", "aaa|bbb ccc", opt(20, ragged), "aaa\nbbb ccc"},
		{"balanced", "aaaa bbbb cccc dddd eeee f", opt(25, balance), "aaaa bbbb cccc\ndddd eeee f"},
		{"balanced on one line", "aaaa bbbb", opt(25, balance), "aaaa bbbb"},
		{"balanced has the fewest lines", "aaaaaaaa bbb cccccccc ddd", opt(12, balance), "aaaaaaaa bbb\ncccccccc ddd"},
		{"balanced does not hyphenate", "aa-aaaa bbbbbb cc", opt(9, balance), "aaaaaa\nbbbbbb cc"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			items := text(tt.text)
			var got []string
			for _, b := range Lines(items, tt.opt) {
				got = append(got, letters(tt.text, items, b))
				checkLine(t, items, b)
			}
			if s := strings.Join(got, "\n"); s != tt.want {
				t.Errorf("got:\n%s\nwant:\n%s", s, tt.want)
			}
		})
	}
}

// checkLine holds a line to the sums that Break and Set promise.
func checkLine(t *testing.T, items []Item, b Break) {
	t.Helper()
	if b.Natural+b.Adjust+b.Rest-b.Overfull != b.Width {
		t.Errorf("line %d-%d: %v + %v + %v - %v is not %v", b.Start, b.End, b.Natural, b.Adjust, b.Rest, b.Overfull, b.Width)
	}
	set := b.Set(items, nil)
	if len(set) != b.End-b.Start+1 {
		t.Fatalf("Set gives %d widths for %d items", len(set), b.End-b.Start)
	}
	sum := b.Rest - b.Overfull - b.Left - b.Right
	for _, w := range set {
		sum += w
	}
	if sum != b.Width {
		t.Errorf("line %d-%d is set to %v, not %v", b.Start, b.End, sum, b.Width)
	}
}

// paragraph makes random items: words of one to three syllables.
func paragraph(r *rand.Rand, words int) []Item {
	var items []Item
	for w := range words {
		if w > 0 {
			items = append(items, Item{Kind: Glue, Width: em * 28 / 100, Stretch: em * 14 / 100, Shrink: em * 9 / 100})
		}
		for s := range 1 + r.Intn(3) {
			if s > 0 {
				items = append(items, Item{Kind: Penalty, Cost: 50, Flagged: true, Width: em / 3, Right: em / 6})
			}
			items = append(items, Item{Width: em*2/5 + unit.Length(r.Intn(int(em*7/5)))})
		}
	}
	return items
}

func TestLadder(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 200 {
		items := paragraph(r, 60)
		opt := Defaults()
		opt.Widths = []unit.Length{7 * em}
		opt.EmergencyStretch = 7 * em
		opt.DoubleHyphenDemerits = 0
		for _, opt.MaxLadder = range []int{1, 2} {
			run := 0
			for _, b := range Lines(items, opt) {
				if run++; !b.Flagged {
					run = 0
				}
				if run > opt.MaxLadder {
					t.Fatalf("%d flagged lines in a row", run)
				}
			}
		}
	}
}

func TestTryThenBreakIsBreak(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	var one, two Breaker
	for range 300 {
		items := paragraph(r, 40)
		opt := Defaults()
		opt.Widths = []unit.Length{unit.Length(8+r.Intn(20)) * em}
		want := one.Break(items, opt)
		got, ok := two.Try(items, opt)
		if !ok {
			opt.PreTolerance = -1
			got = two.Break(items, opt)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	}
}

func TestLongParagraphs(t *testing.T) {
	opt := Defaults()
	opt.Widths = []unit.Length{10 * em}
	tests := []struct {
		name string
		item func(i int) Item
	}{
		{"boxes without a break", func(int) Item { return Item{Width: em} }},
		{"a break after every letter", func(i int) Item { return Item{Kind: Kind(i % 2 * 2), Width: unit.Length(1-i%2) * em} }},
		{"penalties only", func(int) Item { return Item{Kind: Penalty} }},
		{"forced breaks only", func(int) Item { return Item{Kind: Penalty, Cost: Always} }},
		{"no width", func(i int) Item { return Item{Kind: Kind(i % 2)} }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			items := make([]Item, 100_000)
			for i := range items {
				items[i] = tt.item(i)
			}
			breaks := Lines(items, opt)
			if len(breaks) == 0 {
				t.Fatal("no line")
			}
			for _, b := range breaks {
				checkLine(t, items, b)
			}
		})
	}
}

func TestNoAllocation(t *testing.T) {
	items := paragraph(rand.New(rand.NewSource(1)), 100)
	opt := Defaults()
	opt.Widths = []unit.Length{24 * em}
	var b Breaker
	b.Break(items, opt)
	if n := testing.AllocsPerRun(10, func() { b.Break(items, opt) }); n != 0 {
		t.Errorf("%v allocations for each paragraph", n)
	}
}

func BenchmarkBreak(b *testing.B) {
	for _, bb := range []struct {
		name   string
		words  int
		width  unit.Length
		change func(*Options)
	}{
		{"100 words", 100, 24 * em, func(*Options) {}},
		{"100 words in three passes", 100, 7 * em, func(o *Options) { o.EmergencyStretch = 7 * em }},
		{"100 words ragged", 100, 24 * em, func(o *Options) { o.Mode = Ragged }},
		{"10000 words", 10000, 24 * em, func(*Options) {}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			items := paragraph(rand.New(rand.NewSource(1)), bb.words)
			opt := Defaults()
			opt.Widths = []unit.Length{bb.width}
			bb.change(&opt)
			var br Breaker
			b.ReportAllocs()
			for b.Loop() {
				br.Break(items, opt)
			}
		})
	}
}
