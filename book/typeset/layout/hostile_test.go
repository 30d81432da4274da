package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// TestHostile sets what no author writes. All of it has to end up on pages,
// and no line may run off them.
func TestHostile(t *testing.T) {
	text := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	para := func(s string) []book.Block { return []book.Block{&book.Paragraph{Content: text(s)}} }
	for _, tt := range []struct {
		name   string
		blocks func(c *book.Chapter) []book.Block
		pages  int // at least
	}{
		{"nothing", func(*book.Chapter) []book.Block { return nil }, 1},
		{"empty paragraphs", func(*book.Chapter) []book.Block {
			return []book.Block{&book.Paragraph{}, &book.Paragraph{Content: text("")}, &book.Paragraph{Content: text(" ")}, &book.Heading{Level: 2}}
		}, 1},
		{"long word", func(*book.Chapter) []book.Block { return para(strings.Repeat("x", 200_000)) }, 50},
		{"long address", func(*book.Chapter) []book.Block {
			return para("See https://example.org/" + strings.Repeat("a/b-c?d=e&", 2000))
		}, 5},
		{"no space that may be broken at", func(*book.Chapter) []book.Block { return para(strings.Repeat("word\u00a0", 2000)) }, 5},
		{"a word in a thousand styles", func(*book.Chapter) []book.Block {
			var list []book.Inline
			for range 1000 {
				list = append(list, &book.Text{Value: "ab"}, &book.Styled{Style: book.Emphasis, Content: text("cd")})
			}
			return []book.Block{&book.Paragraph{Content: list}}
		}, 1},
		{"only spaces between letters", func(*book.Chapter) []book.Block { return para(strings.Repeat("a ", 50_000)) }, 20},
		{"line ends", func(*book.Chapter) []book.Block {
			var list []book.Inline
			for range 500 {
				list = append(list, &book.LineBreak{}, &book.Text{Value: "x"}, &book.LineBreak{})
			}
			return []book.Block{&book.Paragraph{Content: list}}
		}, 10},
		{"deep lists", func(*book.Chapter) []book.Block {
			blocks := para("the bottom")
			for range 200 {
				blocks = []book.Block{&book.List{Items: []*book.ListItem{{Blocks: blocks}}}}
			}
			return blocks
		}, 1},
		{"deep quotes", func(*book.Chapter) []book.Block {
			blocks := para("the bottom of all quotations, in a measure that has been used up long ago")
			for range 200 {
				blocks = []book.Block{&book.Quote{Blocks: blocks}}
			}
			return blocks
		}, 1},
		{"long table", func(*book.Chapter) []book.Block {
			tb := &book.Table{Align: make([]book.Align, 3), Head: [][]book.Cell{{{}, {Content: text("Head")}, {}}}}
			for i := range 20_000 {
				tb.Rows = append(tb.Rows, []book.Cell{{Content: text(fmt.Sprint(i))}, {Content: text("cell")}, {}})
			}
			return []book.Block{tb}
		}, 400},
		{"wide table", func(*book.Chapter) []book.Block {
			tb := &book.Table{Align: make([]book.Align, 60), Head: [][]book.Cell{make([]book.Cell, 60)}}
			tb.Rows = [][]book.Cell{make([]book.Cell, 60), {{Content: text("short row")}}}
			for i := range 60 {
				tb.Rows[0][i].Content = text("extraordinarily")
			}
			return []book.Block{tb}
		}, 1},
		{"tall cell", func(*book.Chapter) []book.Block {
			return []book.Block{&book.Table{Align: make([]book.Align, 2), Rows: [][]book.Cell{{{Content: text(strings.Repeat("word ", 9000))}, {}}}}}
		}, 5},
		{"many notes", func(c *book.Chapter) []book.Block {
			var list []book.Inline
			for i := range 5000 {
				n := &book.Note{Number: i + 1, Blocks: para("A note.")}
				c.Notes = append(c.Notes, n)
				list = append(list, &book.Text{Value: "word"}, &book.NoteRef{Note: n, Call: 1}, &book.Text{Value: " "})
			}
			return []book.Block{&book.Paragraph{Content: list}}
		}, 100},
		{"a note that is longer than a page", func(c *book.Chapter) []book.Block {
			n := &book.Note{Number: 1, Blocks: para(strings.Repeat("A long note. ", 2000))}
			c.Notes = append(c.Notes, n)
			return []book.Block{&book.Paragraph{Content: []book.Inline{&book.Text{Value: "word"}, &book.NoteRef{Note: n, Call: 1}}}}
		}, 3},
		{"notes that call each other", func(c *book.Chapter) []book.Block {
			a, b := &book.Note{Number: 1}, &book.Note{Number: 2}
			a.Blocks = []book.Block{&book.Paragraph{Content: []book.Inline{&book.Text{Value: "a"}, &book.NoteRef{Note: b}}}}
			b.Blocks = []book.Block{&book.Paragraph{Content: []book.Inline{&book.Text{Value: "b"}, &book.NoteRef{Note: a}}}}
			c.Notes = []*book.Note{a, b}
			return []book.Block{&book.Paragraph{Content: []book.Inline{&book.Text{Value: "word"}, &book.NoteRef{Note: a}}}}
		}, 1},
		{"code", func(*book.Chapter) []book.Block {
			return []book.Block{&book.CodeBlock{Text: strings.Repeat("\t", 3000) + strings.Repeat("long line of code;", 3000) + strings.Repeat("\n", 500) + "end"}}
		}, 10},
		{"pictures out of all proportion", func(*book.Chapter) []book.Block {
			var list []book.Block
			for _, size := range [][2]int{{1, 100_000}, {100_000, 1}, {1, 1}, {0, 0}, {math.MaxInt, math.MaxInt}} {
				pic := &book.Picture{Path: "p.png", Format: "png", Width: size[0], Height: size[1]}
				im := &book.Image{Src: "p.png", Picture: pic}
				list = append(list, &book.Figure{Image: im, Caption: text("a")},
					&book.Paragraph{Content: []book.Inline{&book.InlineImage{Image: im}, &book.Text{Value: "in a line"}}})
			}
			return append(list, &book.Figure{}, &book.Figure{Image: &book.Image{}, Caption: text("no picture")})
		}, 1},
		{"a heading at the end", func(*book.Chapter) []book.Block {
			return append(para(strings.Repeat("word ", 3000)), &book.Heading{Level: 2, ID: "x", Content: text(strings.Repeat("heading ", 400))})
		}, 3},
		{"a cell over a hundred rows", func(*book.Chapter) []book.Block {
			tb := &book.Table{Align: make([]book.Align, 3)}
			tb.Rows = append(tb.Rows, []book.Cell{{Content: text(strings.Repeat("word ", 3000)), Rows: 100}, {Content: text("b"), Cols: 9}, {Covered: true}})
			for range 99 {
				tb.Rows = append(tb.Rows, []book.Cell{{Covered: true}, {Content: text("c"), Header: true}, {}})
			}
			return []book.Block{tb}
		}, 3},
		{"a head higher than the page", func(*book.Chapter) []book.Block {
			tb := &book.Table{Align: make([]book.Align, 2), Rows: [][]book.Cell{{{Content: text("a")}, {}}}}
			for range 200 {
				tb.Head = append(tb.Head, []book.Cell{{Content: text("head")}, {Content: text("head")}})
			}
			return []book.Block{tb}
		}, 1},
		{"a title without end", func(c *book.Chapter) []book.Block {
			c.Title = text(strings.Repeat("title ", 20_000)) // is tried as running head on many pages
			return para("x")
		}, 50},
		{"invalid text", func(*book.Chapter) []book.Block {
			return para("a\x00b\xff\xfe \u202e\ufeff\u200d \U0010ffff \u0301 " + strings.Repeat("\u0301", 3000))
		}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := &book.Chapter{File: "h.md", ID: "h", Lang: "en", Title: text("Hostile")}
			c.Body = tt.blocks(c)
			doc, _ := set(t, volume(c), Options{})
			if len(doc.Pages) < tt.pages {
				t.Errorf("only %d pages", len(doc.Pages))
			}
			geo, _ := press(t).Geometry("", "")
			for i, pg := range doc.Pages {
				left, right, bottom := geo.Left(true), geo.Left(true)+geo.Measure, geo.Height
				if pg.Turned {
					left = geo.Height - geo.Top - geo.Depth()
					right, bottom = left+geo.Depth(), geo.Left(true)+geo.Measure
				}
				if x, ok := outside(pg, left-20*unit.Point, right+20*unit.Point, bottom); ok {
					t.Fatalf("page %d: %v stands outside", i, x)
				}
			}
		})
	}
}

// outside returns an item that is not within the sides of the text or below the
// page, as text.
func outside(pg *document.Page, left, right, bottom unit.Length) (string, bool) {
	for _, it := range pg.Items {
		switch it := it.(type) {
		case *document.Text:
			if it.X < left || it.X+it.Width() > right || it.Y > bottom {
				return fmt.Sprintf("text %.30q from %s to %s at %s", document.TextOf(it), it.X, it.X+it.Width(), it.Y), true
			}
		case *document.Graphic:
			if it.X < left || it.X+it.W > right || it.Y+it.H > bottom {
				return fmt.Sprintf("a picture of %s x %s at %s, %s", it.W, it.H, it.X, it.Y), true
			}
		}
	}
	return "", false
}
