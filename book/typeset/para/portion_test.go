package para

import (
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// longTexts are texts of about n atoms.
var longTexts = []struct {
	name string
	text func(rnd *rand.Rand, n int) string
}{
	{"one word", func(rnd *rand.Rand, n int) string { return latinWord(rnd, n) }},
	{"one word after others", func(rnd *rand.Rand, n int) string {
		return "The longest of words is " + latinWord(rnd, n) + ", it seems."
	}},
	{"Chinese", func(rnd *rand.Rand, n int) string { return han(rnd, n) }},
	{"words", func(rnd *rand.Rand, n int) string { return latinWords(rnd, 5*n, " ") }},
	{"no space to break at", func(rnd *rand.Rand, n int) string { return latinWords(rnd, n, "\u00a0") }},
	{"an address", func(rnd *rand.Rand, n int) string { return "https://example.org/" + latinWords(rnd, 5*n, "/") }},
	{"soft hyphens", func(rnd *rand.Rand, n int) string { return latinWords(rnd, n, softHyphen) }},
	{"both directions", func(rnd *rand.Rand, n int) string {
		return strings.ReplaceAll(latinWords(rnd, 5*n, " "), "e", " שלום ")
	}},
	{"combining marks", func(rnd *rand.Rand, n int) string { return strings.Repeat("e\u0301\u0323", n) }},
}

func latinWord(rnd *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('a' + rnd.IntN(26))
	}
	return string(b)
}

// latinWords returns words of n letters in all, with a separator between them.
func latinWords(rnd *rand.Rand, n int, between string) string {
	var list []string
	for n > 0 {
		k := 1 + rnd.IntN(9)
		list = append(list, latinWord(rnd, k))
		n -= k
	}
	return strings.Join(list, between)
}

func han(rnd *rand.Rand, n int) string {
	list := make([]rune, n)
	for i := range list {
		list[i] = rune(0x4e00 + rnd.IntN(0x1000))
	}
	return string(list)
}

// styledText returns a paragraph of one text.
func (s *section) styledText(style theme.StyleName, text string) (*Paragraph, frame) {
	p := s.paragraph(s.theme.Style(style))
	p.Add([]book.Inline{&book.Text{Value: text}}, s.Look(p.style, s.lang, s.elem))
	return p, frame{elem: s.elem, style: p.style}
}

// TestPortions sets texts that are longer than a portion: nothing is lost or doubled
// where two portions meet, and no line runs out of its measure.
func TestPortions(t *testing.T) {
	for _, tt := range longTexts {
		for _, style := range []theme.StyleName{theme.Paragraph, theme.Title} {
			t.Run(tt.name+" as "+string(style), func(t *testing.T) {
				s := bare(t, "en")
				text := tt.text(rand.New(rand.NewPCG(1, 2)), 2*mostAtoms)
				p, fr := s.styledText(style, text)
				var got strings.Builder
				var told []any
				for _, st := range s.linesOf(p, fr, 0) {
					told = append(told, st.Told...)
					got.WriteString(lineText(st))
					checkLine(t, st, s.geo.Measure)
				}
				if want := letterOnly(stripSteering(text)); letterOnly(got.String()) != want {
					t.Errorf("%d letters became %d, or others", len(want), len(letterOnly(got.String())))
				}
				if len(told) > 1 || len(told) == 1 && !strings.Contains(text, "\u00a0") {
					t.Errorf("diagnostics: %v", told)
				}
			})
		}
	}
}

// TestPortionsAgree sets a text in portions and as a whole, which gives the same lines.
func TestPortionsAgree(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	texts := map[string]string{"Latin": latinWords(rnd, 12*mostAtoms, " "), "Chinese": han(rnd, 3*mostAtoms)}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			s := bare(t, "en")
			p, fr := s.styledText(theme.Paragraph, text)
			got := linesOf(s.linesOf(p, fr, fr.style.Indent))
			p, fr = s.styledText(theme.Paragraph, text)
			p.divide(s.width(fr))
			if p.done() {
				t.Fatal("the text is no longer than a portion")
			}
			p.portion(math.MaxInt)
			want := linesOf(p.drawn(p.breakLines(p.widths(p.measure), fr.style.Indent), fr.left, fr.style.Indent, nil))
			for i := range want {
				if i >= len(got) || got[i] != want[i] {
					t.Fatalf("line %d of %d is not %q", i, len(want), want[i])
				}
			}
		})
	}
}

func linesOf(list []*flow.Strip) []string {
	var lines []string
	for _, st := range list {
		lines = append(lines, lineText(st))
	}
	return lines
}

// TestPortionsAreSmall counts what is kept of a long text while it is set: its atoms and
// items by the portion, and of its pages 300 bytes an atom at the most, a
// word with its glyphs.
func TestPortionsAreSmall(t *testing.T) {
	const n = 4 * mostAtoms
	for _, tt := range longTexts {
		t.Run(tt.name, func(t *testing.T) {
			s := bare(t, "en")
			p, fr := s.styledText(theme.Paragraph, tt.text(rand.New(rand.NewPCG(1, 2)), 100))
			s.linesOf(p, fr, 0) // reads the fonts
			text := tt.text(rand.New(rand.NewPCG(1, 2)), n)
			p, fr = s.styledText(theme.Paragraph, text)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			lines := s.linesOf(p, fr, 0)
			if most := 2 * (mostAtoms + maxAtom); cap(p.atoms) > most || cap(p.items.items) > 3*most {
				t.Errorf("%d atoms and %d items", cap(p.atoms), cap(p.items.items))
			}
			*s.Engine = *New(fonts, s.theme, nil) // what it remembers is bounded too, yet large
			runtime.GC()
			runtime.ReadMemStats(&after)
			if bytes := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) / n; bytes > 300 {
				t.Errorf("%d bytes are kept for each atom in %d lines", bytes, len(lines))
			}
			runtime.KeepAlive(lines)
			runtime.KeepAlive(text)
		})
	}
}

// TestExtentOfPortions measures a text by portions: its parts are as wide as the whole.
func TestExtentOfPortions(t *testing.T) {
	s := bare(t, "en")
	st := s.theme.Style(theme.Table)
	word, few := latinWord(rand.New(rand.NewPCG(1, 2)), 12), 100
	extent := func(n int) (least, most int64) {
		text := strings.TrimSpace(strings.Repeat(word+" ", n))
		p := s.paragraph(st)
		p.Plain(text, s.Look(st, s.lang, nil))
		e := p.Extent(false)
		if e.Word != e.Piece || e.Word != e.Syllable {
			t.Errorf("a word is %d wide, its widest piece %d and %d", e.Word, e.Piece, e.Syllable)
		}
		return int64(e.Piece), int64(e.Line)
	}
	least, most := extent(few)
	least1, most1 := extent(1)
	gotLeast, got := extent(2*mostAtoms + 1)
	space := (most - int64(few)*most1) / int64(few-1)
	if want := most1 + 2*mostAtoms*(most1+space); got != want || gotLeast != least || least != least1 {
		t.Errorf("the text is %d wide and its widest piece %d, not %d and %d", got, gotLeast, want, least)
	}
}

// TestWordsWiderThanLines sets words that are torn: no line is too wide, although the
// letters of such a word are on lines before those that its space is on.
func TestWordsWiderThanLines(t *testing.T) {
	s := bare(t, "en")
	for _, part := range []string{"`", "x", "lo", "ab/", "é\u0301"} {
		var list []string
		for n := range 400 {
			list = append(list, strings.Repeat(part, n+1))
		}
		p, fr := s.styledText(theme.Paragraph, strings.Join(list, " "))
		for _, st := range s.linesOf(p, fr, 0) {
			checkLine(t, st, s.geo.Measure)
		}
	}
}
