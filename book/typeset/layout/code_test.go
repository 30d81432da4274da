package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/typeset/document"
)

// codeOnPages sets code of n lines below so many paragraphs, and returns how many rows of it
// stand on each page that has one.
func codeOnPages(t *testing.T, n, above int) (rows []int) {
	t.Helper()
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("row %d", i))
	}
	list := append(blocksOf(t, strings.Repeat("Short.\n\n", above)), &book.CodeBlock{Text: strings.Join(lines, "\n")})
	list = append(list, blocksOf(t, strings.Repeat(tides+"\n\n", 4))...)
	for _, pg := range setBlocks(t, Options{}, list...).Pages {
		on := 0
		for _, it := range pg.Items {
			if text, ok := it.(*document.Text); ok && strings.HasPrefix(document.TextOf(text), "row ") {
				on++
			}
		}
		if on > 0 {
			rows = append(rows, on)
		}
	}
	return rows
}

// TestCodeOnPages: wherever code stands on its page, one of fifteen lines is whole, and of a
// longer one three lines are the least on a page.
func TestCodeOnPages(t *testing.T) {
	divided := 0
	for above := range 40 {
		if rows := codeOnPages(t, 15, above); len(rows) != 1 {
			t.Errorf("below %d lines 15 rows stand as %d", above, rows)
		}
		rows := codeOnPages(t, 17, above)
		divided += len(rows) - 1
		for _, n := range rows {
			if n < 3 {
				t.Errorf("below %d lines 17 rows stand as %d", above, rows)
			}
		}
	}
	if divided == 0 {
		t.Error("no code was divided")
	}
}

// TestTurnedRows: the sign before the rest of a line of code is no text.
func TestTurnedRows(t *testing.T) {
	doc := setBlocks(t, Options{}, &book.CodeBlock{Text: strings.Repeat("word ", 60)})
	signs := 0
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			switch it := it.(type) {
			case *document.Turn:
				signs++
			case *document.Text:
				if strings.ContainsAny(document.TextOf(it), "↪>") {
					t.Errorf("the sign is in the text %q", document.TextOf(it))
				}
			}
		}
	}
	if signs < 3 {
		t.Errorf("%d signs of turned lines", signs)
	}
}

// TestTabbed goes along lines of code in steps and compares where it comes with the
// shortest beginning of the line that is as long when its tabs are expanded.
func TestTabbed(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		var b strings.Builder
		for range rnd.IntN(40) {
			b.WriteString([]string{"\t", "a", "é", "漢", " "}[rnd.IntN(5)])
		}
		line := b.String()
		place := tabbed{line: line}
		for done := 0; done < len(expandTabs(line)); {
			n := 1 + rnd.IntN(9)
			done += n
			place.advance(n)
			want := 0
			for want < len(line) && len(expandTabs(line[:want])) < done {
				_, size := utf8.DecodeRuneInString(line[want:])
				want += size
			}
			if place.at != want {
				t.Fatalf("%q: %d bytes of the expanded line end at %d, not %d", line, done, place.at, want)
			}
		}
	}
}
