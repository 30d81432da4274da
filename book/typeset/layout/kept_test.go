package layout

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/pagebreak"
)

// TestKeptTogether sets what is kept with what follows, over and over: no page holds more
// than there is room for.
func TestKeptTogether(t *testing.T) {
	for _, tt := range []struct{ name, piece string }{
		{"headings", "## Heading %d\n\n"},
		{"breaks", "***\n\n"},
		{"glossary", "term %d\n: meaning\n\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var src strings.Builder
			src.WriteString("---\ntitle: T\n---\n\nText.\n\n")
			for i := range 200 {
				if !strings.Contains(tt.piece, "%d") {
					src.WriteString(tt.piece)
					continue
				}
				fmt.Fprintf(&src, tt.piece, i)
			}
			doc, list := set(t, volume(parse(t, "a.md", src.String())), Options{})
			if book.HasErrors(list) {
				t.Error(list)
			}
			if n := len(doc.Pages); n < 8 {
				t.Errorf("all is on %d pages", n)
			}
		})
	}
}

// TestRelease checks where pages may end within what is too tall for one.
func TestRelease(t *testing.T) {
	const never = pagebreak.Never
	for _, tt := range []struct {
		name  string
		costs []int32 // of the penalties between boxes of 10 points; a page has 35
		want  []int32
	}{
		{"fits", []int32{never, never, 0, never}, []int32{never, never, 0, never}},
		{"too tall", []int32{never, never, never, never}, []int32{never - 1, never - 1, never - 1, never}},
		{"twice", []int32{0, never, never, never, 0, never, never}, []int32{0, never - 1, never - 1, never - 1, 0, never, never}},
		{"cheap", []int32{50, 50, 50, 50}, []int32{50, 50, 50, 50}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items := []pagebreak.Item{{Kind: pagebreak.Box, Height: 10 * unit.Point}}
			for _, c := range tt.costs {
				items = append(items, pagebreak.Item{Kind: pagebreak.Penalty, Cost: c}, pagebreak.Item{Kind: pagebreak.Box, Height: 10 * unit.Point})
			}
			release(items, 35*unit.Point)
			for i, want := range tt.want {
				if got := items[2*i+1].Cost; got != want {
					t.Errorf("penalty %d costs %d, want %d", i, got, want)
				}
			}
		})
	}
}

// TestWideNumbers checks that the number of a note and its text stand apart.
func TestWideNumbers(t *testing.T) {
	var src strings.Builder
	src.WriteString("---\ntitle: T\n---\n\nText.")
	for i := range 1001 {
		fmt.Fprintf(&src, " word[^%d]", i)
	}
	for i := range 1001 {
		fmt.Fprintf(&src, "\n\n[^%d]: note", i)
	}
	doc, _ := set(t, volume(parse(t, "a.md", src.String())), Options{})
	seen := 0
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			number, ok := it.(*Text)
			if !ok || len(number.Words) == 0 || number.Words[0].Run == nil || number.Words[0].Run.Text != "1000" || number.Size > 9*unit.Point {
				continue
			}
			for _, other := range p.Items {
				if n, ok := other.(*Text); ok && n.Y == number.Y && n.X > number.X && n.X < number.X+number.Size.Mul(2100, 1000) {
					t.Errorf("the number at %v runs into the text at %v", number.X, n.X)
				}
				seen++
			}
		}
	}
	if seen == 0 {
		t.Error("no such number")
	}
}
