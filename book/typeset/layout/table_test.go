package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// cellLines returns the lines of the cells of a page: each text item within a TD or TH.
func cellLines(pg *document.Page) (out []*document.Text) {
	for _, it := range pg.Items {
		if t, ok := it.(*document.Text); ok && t.Elem != nil && (t.Elem.Type == "TD" || t.Elem.Type == "TH") {
			out = append(out, t)
		}
	}
	return out
}

// setText returns the text of an item.
func setText(t *document.Text) string {
	var b strings.Builder
	for _, w := range t.Words {
		b.WriteString(w.Run.Text)
		if w.Space {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// TestNarrowTable reads the rules of tables: they are as wide as what they stand above.
func TestNarrowTable(t *testing.T) {
	long := "the gauge board was washed away in the night and set again in the morning"
	for _, c := range []struct {
		name, rows  string
		least, most int64 // of the measure, in percent
	}{
		{"years", "| Year | N |\n| --- | --: |\n| 1990 | 12 |", 5, 20},
		{"one letter", "| A |\n| --- |\n| b |", 1, 10},
		{"half a line", "| A | B |\n| --- | --- |\n| the gauge board | was washed away |", 30, 60},
		{"long cells", "| A | B |\n| --- | --- |\n| " + long + " | " + long + " |", 100, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, volume(parse(t, "a.md", "---\ntitle: A\n---\n\nText.\n\n"+c.rows+"\n\nText.\n")), Options{})
			_, geo, _ := press(t).Fit("", book.Screen)
			found := 0
			for _, pg := range doc.Pages {
				if len(cellLines(pg)) == 0 {
					continue
				}
				for _, it := range pg.Items {
					if r, ok := it.(*document.Rule); ok && r.W > r.H && r.Y > geo.Top+4*geo.Baseline {
						found++
						if share := int64(r.W) * 100 / int64(geo.Measure); share < c.least || share > c.most {
							t.Errorf("a rule of %d %% of the measure, not %d to %d", share, c.least, c.most)
						}
					}
				}
			}
			if found != 3 {
				t.Errorf("%d rules", found)
			}
		})
	}
}

// TestColumns tries tables of random words: no word is parted, nor are units, while another
// column has more than it needs for its own; and no table is wider than the text.
func TestColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	long := []string{"250/cfu", "water-level-observer", "Beförderungsbedingungen", "12.5", "calm", "Donaudampfschifffahrtsgesellschaft"}
	b := volume()
	th, geo, _ := press(t).Fit("", book.Screen)
	for range 60 {
		n := 1 + r.IntN(6)
		tb := &book.Table{Align: make([]book.Align, n)}
		for range 1 + r.IntN(4) {
			var row []book.Cell
			for range n {
				words := []string{long[r.IntN(len(long))]}
				for range r.IntN(1 + r.IntN(25)) {
					words = append(words, stock[r.IntN(len(stock))])
				}
				row = append(row, book.Cell{Content: []book.Inline{&book.Text{Value: strings.Join(words, " ")}}})
			}
			tb.Rows = append(tb.Rows, row)
		}
		j := &job{theme: th, book: b, geo: geo, places: newPlaces(b), words: locale.For("en"), root: &document.Element{}}
		s := j.section(newEngine(fonts, th, nil), "en", document.NewElement(j.root, "Sect"))
		g := s.newGrid(tb, frame{style: th.Style(theme.Paragraph), grid: true})
		if !g.fit() {
			continue // such a table is turned
		}
		if measure := s.width(g.fr); g.width > measure {
			t.Errorf("the table is %d wide, the text %d", g.width, measure)
		}
		c := g.measure(ofWords)
		parted, air := -1, unit.Length(0)
		for i, w := range g.w {
			if w < c.word[i] {
				parted = i
			}
			air = max(air, w-c.word[i])
		}
		if parted >= 0 && air > unit.Point {
			t.Errorf("column %d parts words, and another has %d more than its words: %v for %v", parted, air, g.w, c.word)
		}
	}
}

// TestTallRow reads the pages of a row that is taller than a page: it begins on the page of
// the text above, and fills each page but its last.
func TestTallRow(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	src := "---\ntitle: A\n---\n\nText.\n\n| Term | Meaning |\n| --- | --- |\n| Weir | " + words(r, 1300) + " |\n| Sluice | short |\n\nText.\n"
	doc, _ := set(t, volume(parse(t, "a.md", src)), Options{})
	_, geo, _ := press(t).Fit("", book.Screen)
	var pages []*document.Page
	for _, pg := range doc.Pages {
		if len(cellLines(pg)) > 0 {
			pages = append(pages, pg)
		}
	}
	if len(pages) < 3 {
		t.Fatalf("the row is on %d pages", len(pages))
	}
	for i, pg := range pages {
		lines, foot := 0, unit.Length(0)
		for _, line := range cellLines(pg) {
			lines++
			foot = max(foot, line.Y)
		}
		if lines < 2 {
			t.Errorf("page %d of the row has %d lines of it", i, lines)
		}
		if short := geo.Top + geo.Depth() - foot; i < len(pages)-1 && short > 2*geo.Baseline {
			t.Errorf("page %d of the row ends %d lines short", i, short/geo.Baseline)
		}
	}
}

// TestBehindTable: the paragraph behind a table is indented as any other.
func TestBehindTable(t *testing.T) {
	wide := strings.Repeat("| Montgomeryshire ", 9) + "|\n" + strings.Repeat("| --- ", 9) + "|\n" + strings.Repeat("| Montgomeryshire ", 9) + "|\n"
	for _, table := range []string{"| a | b |\n| --- | --- |\n| c | d |\n", wide} {
		doc, _ := set(t, volume(parse(t, "a.md", fmt.Sprintf("---\ntitle: A\n---\n\nText before.\n\n%s\nBehind.\n", table))), Options{})
		th, geo, _ := press(t).Fit("", book.Screen)
		found := false
		for _, pg := range doc.Pages {
			for _, it := range pg.Items {
				if text, ok := it.(*document.Text); ok && setText(text) == "Behind." {
					found = true
					if text.X != geo.Inner+th.Style(theme.Paragraph).Indent {
						t.Errorf("the paragraph behind begins at %d", text.X-geo.Inner)
					}
				}
			}
		}
		if !found {
			t.Error("the paragraph is lost")
		}
	}
}

// TestDividedTable: long words of a few columns are hyphenated before a table is turned or
// set in the smallest type.
func TestDividedTable(t *testing.T) {
	src := "---\ntitle: A\n---\n\nText.\n\n| Beförderungsbedingungen | Fahrpreisermäßigungsanspruch | Donaudampfschifffahrtsgesellschaft |\n| --- | --- | --- |\n| gelten | für alle | auf der Donau |\n"
	b := volume(parse(t, "a.md", src))
	b.Language, b.Parts[0].Chapters[0].Lang = "de", "de"
	doc, list := set(t, b, Options{})
	if len(list) > 0 {
		t.Errorf("told %v", list)
	}
	hyphens := 0
	for _, pg := range doc.Pages {
		for _, text := range cellLines(pg) {
			if st := press(t).Style(theme.TableHead); text.Size < st.Size*9/10 {
				t.Errorf("%q is set in %d", setText(text), text.Size)
			}
			if strings.HasSuffix(setText(text), "-") {
				hyphens++
			}
		}
	}
	if hyphens == 0 {
		t.Error("no word is divided")
	}
}

// TestTableWidth: a table and its columns have the widths that are asked for, but for a word
// that is wider.
func TestTableWidth(t *testing.T) {
	for _, c := range []struct {
		about string
		table int64   // of the measure, in percent
		ends  []int64 // where columns begin, likewise
	}{
		{"{width=50%}", 50, nil},
		{"{width=100%}", 100, nil},
		{`{width=100% columns="60% 40%"}`, 100, []int64{0, 61}},
		{`{width=80% columns="2% 98%"}`, 80, []int64{0, 10}},
	} {
		src := "---\ntitle: A\n---\n\nText.\n\n| Year | N |\n| --- | --- |\n| 1990 | 12 |\n\n: " + c.about + "\n\nText.\n"
		doc, _ := set(t, volume(parse(t, "a.md", src)), Options{})
		_, geo, _ := press(t).Fit("", book.Screen)
		for _, pg := range doc.Pages {
			lines := cellLines(pg)
			if len(lines) == 0 {
				continue
			}
			for i, x := range c.ends {
				if got := int64(lines[i].X-geo.Inner) * 100 / int64(geo.Measure); got < x-1 || got > x+1 {
					t.Errorf("%s: column %d begins at %d %%, not %d", c.about, i, got, x)
				}
			}
			for _, it := range pg.Items {
				if r, ok := it.(*document.Rule); ok && r.Y > geo.Top+4*geo.Baseline {
					if got := int64(r.W+unit.Point) * 100 / int64(geo.Measure); got != c.table {
						t.Errorf("%s: the table is %d %% wide", c.about, got)
					}
				}
			}
		}
	}
}
