package para

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/theme"
)

// TestNothingOverlaps sets random text that runs both ways: its lines read as it
// does, and no word stands on another one or outside the measure.
func TestNothingOverlaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	stock := []string{"שלום", "עולם,", "(נמל)", "ports", "Ships.", "12.5", "١٢٣", "سلام", "«مرحبا»", "骨、", "한국", "a-b", "\u200fx", "א1b", "क्षत्रि", "\u2067ab\u2069", "ג׳"}
	for _, lang := range []string{"he", "en", "ar", "ja"} {
		s := bare(t, lang)
		for range 60 {
			var words []string
			for range 1 + rng.IntN(40) {
				words = append(words, stock[rng.IntN(len(stock))])
			}
			text := strings.Join(words, " ")
			p := s.paragraph(s.theme.Style(theme.Paragraph))
			p.Plain(text, s.Look(p.style, lang, s.elem))
			width := unit.Length(120+rng.IntN(200)) * unit.Point
			var got strings.Builder
			for _, st := range s.linesOf(p, frame{right: s.geo.Measure - width, elem: s.elem, style: p.style}, 0) {
				got.WriteString(lineText(st))
				checkLine(t, st, width)
			}
			if letterOnly(got.String()) != letterOnly(text) {
				t.Fatalf("%s: %q reads %q", lang, text, got.String())
			}
		}
	}
}

func lineText(st *flow.Strip) string {
	var b strings.Builder
	for _, it := range st.Items {
		if tx, ok := it.(*document.Text); ok {
			for _, w := range tx.Words {
				if !w.Hyphen {
					b.WriteString(w.Run.Text)
				}
				if w.Space {
					b.WriteByte(' ')
				}
			}
		}
	}
	return b.String()
}

// checkLine looks at the places of the words of a line.
func checkLine(t *testing.T, st *flow.Strip, width unit.Length) {
	t.Helper()
	type box struct{ left, right unit.Length }
	var boxes []box
	for _, it := range st.Items {
		tx, ok := it.(*document.Text)
		if !ok {
			continue
		}
		for i := range tx.Words {
			w := &tx.Words[i]
			if b := (box{tx.X + w.X, tx.X + w.X + tx.WordWidth(w)}); b.left < b.right {
				boxes = append(boxes, b)
			}
		}
	}
	slices.SortFunc(boxes, func(a, b box) int { return cmp.Compare(a.left, b.left) })
	for i, b := range boxes {
		const slack = unit.Point
		if b.left < -8*slack || b.right > width+8*slack {
			t.Errorf("a word of %q stands from %s to %s of %s", lineText(st), b.left, b.right, width)
		}
		if i > 0 && b.left < boxes[i-1].right-slack {
			t.Errorf("words of %q overlap at %s", lineText(st), b.left)
		}
	}
}

// TestHyphenInRightToLeft divides an English word in a Hebrew line: its hyphen is
// at its right, where the word goes on.
func TestHyphenInRightToLeft(t *testing.T) {
	s := bare(t, "he")
	hyphens := 0
	for width := 100 * unit.Point; width < 160*unit.Point; width += 4 * unit.Point {
		p := s.paragraph(s.theme.Style(theme.Paragraph))
		p.Add([]book.Inline{&book.Text{Value: "שלום "}, &book.Span{Lang: "en", Content: []book.Inline{
			&book.Text{Value: "incomprehensibilities misunderstandings"}}}, &book.Text{Value: " עולם"}},
			s.Look(p.style, "he", s.elem))
		for _, st := range s.linesOf(p, frame{right: s.geo.Measure - width, elem: s.elem, style: p.style}, 0) {
			checkLine(t, st, width)
			st.Mirror(0, width) // as it is on the page
			for _, it := range st.Items {
				tx, ok := it.(*document.Text)
				if !ok {
					continue
				}
				for i := range tx.Words {
					if w := &tx.Words[i]; w.Hyphen {
						before := &tx.Words[i-1]
						hyphens++
						if gap := w.X - before.X - tx.WordWidth(before); gap < -unit.Point || gap > unit.Point {
							t.Errorf("the hyphen of %q is %s behind it", before.Run.Text, gap)
						}
					}
				}
			}
		}
	}
	if hyphens == 0 {
		t.Error("no word was divided")
	}
}

// hebrew is a paragraph with numbers and English words in it.
const hebrew = "בשנת 1933 נפתח בחיפה נמל חדש, והעיר השתנתה בתוך זמן קצר. ספינות מכל רחבי הים התיכון (ports) עגנו בו."

// BenchmarkBothWays sets paragraphs in Hebrew with English in them.
func BenchmarkBothWays(b *testing.B) {
	s := bare(b, "he")
	b.SetBytes(int64(len(hebrew)))
	for b.Loop() {
		p := s.paragraph(s.theme.Style(theme.Paragraph))
		p.Plain(hebrew, s.Look(p.style, "he", s.elem))
		s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)
	}
}

// TestManySpans sets a paragraph that changes its direction and look at each
// word: time is linear.
func TestManySpans(t *testing.T) {
	s := bare(t, "en")
	var list []book.Inline
	for range 20_000 {
		list = append(list, &book.Styled{Style: book.Emphasis, Content: []book.Inline{&book.Text{Value: "אב "}}}, &book.Text{Value: "ab "})
	}
	p := s.paragraph(s.theme.Style(theme.Paragraph))
	p.Add(list, s.Look(p.style, "en", s.elem))
	if n := len(s.linesOf(p, frame{elem: s.elem, style: p.style}, 0)); n < 1000 {
		t.Errorf("%d lines", n)
	}
}

// TestRigidScript tells scripts whose letters must not be moved apart.
func TestRigidScript(t *testing.T) {
	for _, tt := range []struct {
		r    rune
		want bool
	}{
		{'a', false}, {'ש', false}, {'س', true}, {'\u064b', true}, {'،', false}, {'न', true}, {'ก', false},
		{'ა', false}, {'한', false}, {'骨', false}, {'ﷺ', true}, {'“', false},
	} {
		if got := rigidScript(tt.r); got != tt.want {
			t.Errorf("rigidScript(%q) = %v", tt.r, got)
		}
	}
}
