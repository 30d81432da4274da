package layout

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/internal/sweep"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
)

// drawing returns a figure of a drawing, which may be set in any size.
func drawing(w, h int) *book.Figure {
	pic := &book.Picture{Path: "a.svg", Format: "svg", Width: w, Height: h}
	return &book.Figure{
		Image:   &book.Image{Src: pic.Path, Alt: "A drawing", Picture: pic},
		Caption: []book.Inline{&book.Text{Value: "The caption."}},
	}
}

// A framed picture is a picture of a page.
type framed struct {
	page int
	*document.Graphic
}

func pictures(doc *document.Document) (list []framed) {
	for i, pg := range doc.Pages {
		for _, it := range pg.Items {
			if g, ok := it.(*document.Graphic); ok {
				list = append(list, framed{i, g})
			}
		}
	}
	return list
}

// TestRows: pictures of a row are as high as each other, and reach over the measure; rows
// have about the same number of pictures.
func TestRows(t *testing.T) {
	for _, tt := range []struct {
		class book.Class
		sizes [][2]int
		rows  []int // pictures in each row
	}{
		{book.Pair, [][2]int{{600, 400}, {400, 500}}, []int{2}},
		{book.Pair, [][2]int{{600, 400}, {600, 400}, {600, 400}, {600, 400}}, []int{2, 2}},
		{book.Gallery, [][2]int{{600, 400}, {400, 600}, {500, 500}}, []int{3}},
		{book.Gallery, [][2]int{{600, 400}, {600, 400}, {600, 400}, {600, 400}}, []int{2, 2}},
		{book.Gallery, [][2]int{{600, 400}, {600, 400}, {600, 400}, {600, 400}, {600, 400}}, []int{3, 2}},
		{book.Gallery, [][2]int{{4000, 400}, {4000, 400}}, []int{2}},
		{book.Pair, [][2]int{{9000, 400}, {400, 9000}}, []int{1, 1}}, // one would be too narrow
		{book.Gallery, [][2]int{{600, 400}}, []int{1}},
	} {
		d := &book.Division{Class: tt.class}
		for _, size := range tt.sizes {
			d.Blocks = append(d.Blocks, drawing(size[0], size[1]))
		}
		doc := setBlocks(t, Options{}, append(blocksOf(t, tides), d)...)
		list := pictures(doc)
		for _, n := range tt.rows {
			row := list[:n]
			list = list[n:]
			if n == 1 {
				continue
			}
			for i, g := range row[1:] {
				if g.H != row[0].H || g.Y != row[0].Y || g.X <= row[i].X+row[i].W {
					t.Errorf("%s: a picture at %v, %v and one at %v, %v", tt.class, row[0].X, row[0].Y, g.X, g.Y)
				}
			}
			last := row[n-1]
			if wide := last.X + last.W - row[0].X; row[0].H < doc.Geometry.Depth()/3 && doc.Geometry.Measure-wide > unit.Point {
				t.Errorf("%s: a row is %v wide, and the measure %v", tt.class, wide, doc.Geometry.Measure)
			}
		}
		if len(list) > 0 {
			t.Errorf("%s: %d pictures more", tt.class, len(list))
		}
	}
}

// TestGalleryTitle: the title of a gallery stands right above its pictures, also where these go
// to the top of the next page.
func TestGalleryTitle(t *testing.T) {
	for lines := range 12 {
		d := &book.Division{Class: book.Gallery, Title: []book.Inline{&book.Text{Value: "Seen from the quay"}}}
		for range 4 {
			d.Blocks = append(d.Blocks, drawing(600, 400))
		}
		doc := setBlocks(t, Options{}, append(blocksOf(t, strings.Repeat(tides+"\n\n", lines)+"Text."), d)...)
		title, first := textWith(t, doc, "Seen"), pictures(doc)[0]
		if above := first.Y - title.Y; !slices.Contains(doc.Pages[first.page].Items, document.Item(title)) || above < 0 || above > 2*doc.Geometry.Baseline {
			t.Errorf("below %d paragraphs the title stands %v above the pictures", lines, above)
		}
	}
}

// TestWide: on the screen a wide figure reaches into both margins; in print into the outer
// one, whichever that is on its page, also in a book that is read from right to left.
func TestWide(t *testing.T) {
	fig := drawing(900, 300)
	fig.Placement = book.Wide
	fig.Link = &book.Link{URL: "https://example.org/map"}
	var list []book.Block
	for range 8 {
		list = append(append(list, blocksOf(t, strings.Repeat(tides+"\n\n", 3))...), fig)
	}
	for _, lang := range []string{"en", "ar"} {
		for _, media := range []book.Media{book.Screen, book.Print} {
			c := parse(t, "a.md", "---\ntitle: T\n---\n\nx\n")
			c.Body, c.Lang = list, lang
			b := volume(c)
			b.Language = lang
			doc := linked(t, b, Options{Media: media})
			for _, f := range sweep.Pages(doc) {
				t.Error(f)
			}
			geo, sides := doc.Geometry, map[bool]int{}
			for _, g := range pictures(doc) {
				recto := (g.page-doc.Info.FirstNumbered)%2 == 0
				left, right := geo.Left(recto != (lang == "ar"))-g.X, unit.Length(0)
				right = g.W - left - geo.Measure
				sides[recto]++
				outerRight := recto != (lang == "ar")
				switch {
				case media == book.Screen && (left <= 0 || right <= 0 || left-right > 1 || right-left > 1):
					t.Errorf("%s: it reaches out by %v and %v", lang, left, right)
				case media == book.Print && outerRight && (left != 0 || right <= 0), media == book.Print && !outerRight && (left <= 0 || right != 0):
					t.Errorf("%s, page %d: it reaches out by %v and %v", lang, g.page, left, right)
				}
				if !slices.ContainsFunc(doc.Pages[g.page].Links, func(l document.LinkArea) bool {
					return l.X == g.X && l.W == g.W && l.Y == g.Y && strings.Contains(l.Contents, "A drawing") && g.Elem.Parent == l.Elem
				}) {
					t.Errorf("%s: no link leads from the picture at %v, %v", lang, g.X, g.Y)
				}
			}
			if media == book.Print && (sides[true] == 0 || sides[false] == 0) {
				t.Errorf("%s: all figures are on one side", lang)
			}
		}
	}
}

// TestFullPage: a figure has a page of its own, and the text goes on before it.
func TestFullPage(t *testing.T) {
	fig := drawing(420, 300)
	fig.Placement = book.FullPage
	list := append(blocksOf(t, tides), fig)
	list = append(list, blocksOf(t, strings.Repeat(tides+"\n\n", 14))...)
	doc := setBlocks(t, Options{}, list...)
	g := pictures(doc)
	if len(g) != 1 || g[0].page != doc.Breaks[1].Page {
		t.Fatalf("%d pictures", len(g))
	}
	for _, text := range chapterTexts(doc)[1] {
		if in := ancestor(text.Elem, "P"); in != nil {
			t.Errorf("%q beside the picture", document.TextOf(text))
		}
	}
	if r := report.Measure(doc); r.Short > 0 {
		t.Error(r.Findings)
	}
}

// TestListLabels: labels count as their list does, and end in one column.
func TestListLabels(t *testing.T) {
	for _, tt := range []struct {
		numbering book.Numbering
		delimiter book.Delimiter
		labels    string
	}{
		{book.Decimal, book.Period, "8. 9. 10."}, {book.Decimal, book.Parentheses, "(8) (9) (10)"},
		{book.LowerAlpha, book.Parenthesis, "h) i) j)"}, {book.UpperRoman, book.Period, "VIII. IX. X."},
	} {
		list := &book.List{Ordered: true, Start: 8, Tight: true, Numbering: tt.numbering, Delimiter: tt.delimiter}
		for range 3 {
			list.Items = append(list.Items, &book.ListItem{Blocks: blocksOf(t, "Item.")})
		}
		doc := setBlocks(t, Options{}, list)
		var ends []unit.Length
		item := textWith(t, doc, "Item.")
		for _, label := range strings.Fields(tt.labels) {
			text := textWith(t, doc, label)
			ends = append(ends, text.X+text.Width())
			if text.Elem.Type != "Lbl" || text.X+text.Width() >= item.X {
				t.Errorf("the label %s stands at %v, its item at %v", label, text.X, item.X)
			}
		}
		if d := ends[0] - ends[2]; d > unit.Point/10 || d < -unit.Point/10 {
			t.Errorf("labels %s end at %v", tt.labels, ends)
		}
	}
}

// TestListing: the title of a listing is kept with it, and its lines have numbers that are
// no part of the text, also empty ones, but for what continues a line.
func TestListing(t *testing.T) {
	long := strings.Repeat("long_name, ", 20)
	code := &book.CodeBlock{Text: "first\n\n" + long + "\nlast", Start: 98, Caption: []book.Inline{&book.Text{Value: "main.go"}}}
	doc := setBlocks(t, Options{}, append(blocksOf(t, tides), code)...)
	title, first := textWith(t, doc, "main.go"), textWith(t, doc, "first")
	if title.Y >= first.Y || title.Elem.Type != "Caption" || title.Elem.Parent != first.Elem.Parent.Parent {
		t.Errorf("the title is %s at %v, the code %s at %v", elementPath(title.Elem), title.Y, elementPath(first.Elem), first.Y)
	}
	var ends []unit.Length
	for _, n := range []string{"98", "99", "100", "101"} {
		text := textWith(t, doc, n)
		ends = append(ends, text.X+text.Width())
		if text.Elem != nil || ends[len(ends)-1] >= first.X {
			t.Errorf("the number %s is %s at %v", n, elementPath(text.Elem), text.X)
		}
	}
	if ends[0] != ends[3] {
		t.Errorf("numbers end at %v", ends)
	}
	if textWith(t, doc, "101").Y != textWith(t, doc, "last").Y {
		t.Error("a continued line has a number")
	}
}

// TestOneAxis sets figures of several widths, which begin at one edge, and an ornament, which
// stands in the middle.
func TestOneAxis(t *testing.T) {
	blocks := blocksOf(t, tides)
	for _, share := range []int{300, 500, 600, 900} {
		f := drawing(900, 200)
		f.Width = share
		blocks = append(append(blocks, f), blocksOf(t, tides)...)
	}
	ornament := drawing(900, 200)
	ornament.Width, ornament.Caption, ornament.Decorative = 200, nil, true
	list := pictures(setBlocks(t, Options{}, append(append(blocks, ornament), blocksOf(t, tides)...)...))
	if len(list) != 5 {
		t.Fatalf("%d pictures of 5", len(list))
	}
	edge := map[bool]unit.Length{} // of left and right pages
	for _, g := range list[:4] {
		left := g.page%2 == 0
		if at, ok := edge[left]; ok && at != g.X {
			t.Errorf("a figure begins at %s, another at %s", g.X, at)
		}
		edge[left] = g.X
	}
	for _, at := range edge {
		if list[4].X <= at {
			t.Errorf("the ornament begins at %s, as figures do", at)
		}
	}
}
