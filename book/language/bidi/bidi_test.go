package bidi

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	reference "golang.org/x/text/unicode/bidi"

	"octavo/book/internal/fuzzing"
)

// characterTests is a part of the Unicode Consortium's BidiCharacterTest.txt, of
// version 17.0.0, every three-hundredth line. OCTAVO_BIDI_TESTS names the whole
// file.
const characterTests = "testdata/BidiCharacterTest.txt"

func TestConformance(t *testing.T) {
	name := characterTests
	if all := os.Getenv("OCTAVO_BIDI_TESTS"); all != "" {
		name = all
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r Resolver
	n, failed := 0, 0
	for s, line := bufio.NewScanner(f), 1; s.Scan() && failed < 5; line++ {
		fields := strings.Split(s.Text(), ";")
		if len(fields) != 5 || fields[0] == "" || fields[0][0] == '#' {
			continue
		}
		n++
		if got, want := conform(&r, fields), fields[3]+";"+fields[4]; got != want {
			failed++
			t.Errorf("line %d: %s in direction %s\nis %s, want\n   %s", line, fields[0], fields[1], got, want)
		}
	}
	if n < 250 {
		t.Errorf("%d tests, want more", n)
	}
}

// conform returns levels and order as the test file has them.
func conform(r *Resolver, fields []string) string {
	var text []rune
	for _, f := range strings.Fields(fields[0]) {
		c, _ := strconv.ParseUint(f, 16, 32)
		text = append(text, rune(c))
	}
	levels := r.Levels(string(text), fields[2] == "1", nil)
	var out, order []string
	var kept []Level
	var index []int
	at := 0
	for i, c := range text {
		if removed(r.classes[i]) {
			out = append(out, "x")
		} else {
			out = append(out, strconv.Itoa(int(levels[at])))
			kept, index = append(kept, levels[at]), append(index, i)
		}
		at += len(string(c))
	}
	for _, k := range Order(kept, nil) {
		order = append(order, strconv.Itoa(index[k]))
	}
	return strings.Join(out, " ") + ";" + strings.Join(order, " ")
}

func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		rtl        bool
		isolates   []Isolate
		want       string
	}{
		{"nothing", "", true, nil, ""},
		{"Latin", "ab c", false, nil, "0000"},
		{"Hebrew, by bytes", "אב", false, nil, "1111"},
		{"Hebrew in English", "a א. b", false, nil, "0011000"},
		{"English in Hebrew", "א ab. ג", true, nil, "111221111"},
		{"figures", "א 12,5%", true, nil, "11122222"},
		{"Arabic figures are no percentage", "ا 12%", true, nil, "111221"},
		{"phone number", "א 03-123", true, nil, "111222222"},
		{"white at the end", "אa ", true, nil, "1121"},
		{"a line end is white", "אb\nc", true, nil, "11222"},
		{"isolate", "a אב ג c", false, []Isolate{{Start: 2, End: 6, RTL: true}}, "00111101100"},
		{"isolate keeps its point", "א ab. ג", true, []Isolate{{Start: 3, End: 6, RTL: false}}, "111222111"},
		{"isolates in each other", "אaאb", true, []Isolate{{Start: 2, End: 6, RTL: false}, {Start: 3, End: 5, RTL: true}}, "112332"},
		{"override", "a bc d", false, []Isolate{{Start: 2, End: 4, RTL: true, Override: true}}, "003300"},
		{"override to the right", "אבג", true, []Isolate{{Start: 2, End: 4, Override: true}}, "114411"},
		{"first letter", "a אb c", false, []Isolate{{Start: 2, End: 5, Auto: true}}, "0011200"},
		{"first letter of an isolate alone", "אא: 3rd", false, []Isolate{{End: 4, Auto: true}}, "111100000"},
		{"empty isolate", "ab", false, []Isolate{{Start: 1, End: 1, RTL: true}}, "00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var r Resolver
			got := ""
			for _, l := range r.Levels(tt.text, tt.rtl, tt.isolates) {
				got += strconv.Itoa(int(l))
			}
			if got != tt.want {
				t.Errorf("levels of %q are %s, want %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestBase(t *testing.T) {
	for _, tt := range []struct {
		name, text     string
		language, want bool
	}{
		{"English", "Ports and ships", false, false},
		{"Hebrew that says so", "שלום", true, true},
		{"English in a Hebrew book", "Ports", true, true},
		{"Hebrew in an English book", "«שלום», 12!", false, true},
		{"mixed in an English book", "שלום is a greeting", false, false},
		{"nothing", "", false, false},
		{"figures", "12", false, false},
	} {
		if got := Base(tt.text, tt.language); got != tt.want {
			t.Errorf("%s: Base(%q, %v) = %v", tt.name, tt.text, tt.language, got)
		}
	}
}

func TestOrder(t *testing.T) {
	for _, tt := range []struct {
		levels []Level
		want   string
	}{
		{nil, "[]"},
		{[]Level{0, 0}, "[0 1]"},
		{[]Level{1, 1, 1}, "[2 1 0]"},
		{[]Level{0, 1, 2, 1, 0}, "[0 3 2 1 4]"},
		{[]Level{1, 2, 2, 1}, "[3 1 2 0]"},
		{[]Level{0, 2, 1}, "[0 2 1]"},
	} {
		if got := fmt.Sprint(Order(tt.levels, []int{})); got != tt.want {
			t.Errorf("Order(%v) = %s, want %s", tt.levels, got, tt.want)
		}
	}
}

// letters have all classes; brackets are left to the tests of Unicode, since the
// reference takes the two of a pair for different ones.
var letters = []rune("ab אבאל12٣+-,.:%$ \u0301\u200e\u200f\u202a\u202b\u202c\u2067\u2066\u2069\t«»")

// TestReference compares with another implementation, which tells the direction
// of runs only.
func TestReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 50))
	var r Resolver
	for range 20_000 {
		text := make([]rune, 1+rng.IntN(24))
		for i := range text {
			text[i] = letters[rng.IntN(len(letters))]
		}
		rtl := rng.IntN(2) == 1
		text[0] = '\u200e'
		if rtl {
			text[0] = '\u200f' // the reference takes the direction from the text
		}
		var p reference.Paragraph
		if _, err := p.SetString(string(text)); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		levels := r.Levels(string(text), rtl, nil)
		for k := range order.NumRuns() {
			run := order.Run(k)
			start, end := run.Pos()
			for i := start; i <= end; i++ {
				if l := levels[len(string(text[:i]))]; l.RTL() == (run.Direction() == reference.LeftToRight) && !removed(r.classes[i]) {
					t.Fatalf("%+q at %d: level %d, and the reference says otherwise", string(text), i, l)
				}
			}
		}
	}
}

func FuzzLevels(f *testing.F) {
	fuzzing.Begin(f)
	f.Add("a א (12) \u2067x", true, 1, 4)
	f.Add("\u2067\u2068\u2069\u202e\xff", false, 0, 2)
	f.Fuzz(func(t *testing.T, text string, rtl bool, start, end int) {
		var r Resolver
		levels := r.Levels(text, rtl, []Isolate{{Start: start, End: end, RTL: !rtl}})
		if len(levels) != len(text) {
			t.Fatalf("%d levels for %d bytes", len(levels), len(text))
		}
		for i, l := range levels {
			if l < r.base || l > maxDepth+2 {
				t.Fatalf("level %d at %d", l, i)
			}
		}
		if Plain(text) && !rtl && start >= end && slices.Max(append(slices.Clone(levels), 0)) > 0 {
			t.Fatalf("%q is plain and has levels %v", text, levels)
		}
		order := slices.Sorted(slices.Values(Order(levels, nil)))
		for i, k := range order {
			if i != k {
				t.Fatalf("order of %v is no permutation", levels)
			}
		}
	})
}

func BenchmarkLevels(b *testing.B) {
	text := strings.Repeat("שלום (abc) 12. ", 100)
	var r Resolver
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Levels(text, true, nil)
	}
}

// TestFirst has the direction of the first letter, whatever stands before it.
func TestFirst(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "12, 34": false, "abc": false, "שלום": true, "سلام": true, "12 שלום abc": true, "(a) שלום": false, "١٢ a": false, "١٢ س": true,
	} {
		if got := FirstRTL(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
