package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// TestForPress checks that print has what a printer takes and no more.
func TestForPress(t *testing.T) {
	a := parse(t, "a.md", "---\ntitle: A\n---\n\nSee [the almanac](https://example.org/tides/), "+
		"<https://example.org/pilot>, [example.org/ports](https://www.example.org/ports/), [B](b.md) and a note.[^1]\n\n[^1]: A note.\n")
	b := parse(t, "b.md", "---\ntitle: B\n---\n\nText.\n")
	resolve(a, b)
	doc, _ := set(t, volume(a, b), Options{Media: book.Print, Cover: &book.Picture{Width: 10, Height: 16}})
	if len(doc.Outline) == 0 {
		t.Error("there are no bookmarks")
	}
	if len(doc.Pages)%2 != 0 {
		t.Errorf("a leaf has one side: %d pages", len(doc.Pages))
	}
	var text strings.Builder
	for i, pg := range doc.Pages {
		if len(pg.Links) > 0 {
			t.Errorf("page %d has links", i)
		}
		for _, it := range pg.Items {
			switch it := it.(type) {
			case *document.Graphic:
				t.Errorf("page %d has a picture", i)
			case *document.Text:
				for _, w := range it.Words {
					text.WriteString(w.Run.Text)
					if w.Space {
						text.WriteByte(' ')
					}
				}
				for e := it.Elem; e != nil; e = e.Parent {
					if e.Type == "Link" {
						t.Errorf("page %d has a link element", i)
					}
				}
			}
		}
	}
	got := text.String()
	if !strings.Contains(got, "the almanac (example.org/tides), ") {
		t.Errorf("the address of a link does not follow it: %q", got)
	}
	if strings.Contains(got, "(example.org/p") || strings.Contains(got, "(https:") {
		t.Errorf("an address is said twice: %q", got)
	}
}

// TestInk reads the colours of the pages of both media: in print text and rules are black,
// and what has the accent's colour is grey, unless the edition asks for colours.
func TestInk(t *testing.T) {
	ch := parse(t, "a.md", "---\ntitle: A\nkicker: Tides\n---\n\nSee [there](https://example.org/), ==marked==.[^1]\n\n> A word.\n\n"+
		"| Year | N |\n|--|--|\n| 1 | 2 |\n\n```\ncode\n```\n\n---\n\nEnd.\n\n[^1]: A note.\n")
	for _, c := range []struct {
		edition         book.Edition
		colored, softly bool // there is a colour, and a grey
	}{
		{book.Edition{Media: book.Print}, false, true},
		{book.Edition{Media: book.Print, Ink: book.Colour}, true, true},
		{book.Edition{}, true, true},
		{book.Edition{Ink: book.Black}, false, true},
	} {
		doc, _ := set(t, volume(ch), Options{Media: c.edition.Media, Ink: c.edition.Inked()})
		black, colored, softly := 0, false, false
		see := func(c document.Color) {
			colored = colored || c.R != c.G || c.G != c.B
			softly = softly || c != (document.Color{})
			if c == (document.Color{}) {
				black++
			}
		}
		for _, pg := range doc.Pages {
			for _, it := range pg.Items {
				switch it := it.(type) {
				case *document.Text:
					see(it.Color)
				case *document.Rule:
					see(it.Color)
				}
			}
		}
		if colored != c.colored || softly != c.softly || (black > 10) == c.colored {
			t.Errorf("%v: colours %v, greys %v, %d items in black", c.edition, colored, softly, black)
		}
	}
}

// TestOrder checks the matter of a printed book: half title i, blank ii, title
// iii, imprint iv, contents v, and the first chapter on the right page 1.
func TestOrder(t *testing.T) {
	doc, _ := set(t, articles(t, 3, 100), Options{Media: book.Print})
	var got []string
	for _, m := range doc.Matter {
		got = append(got, string(m.Matter)+" "+m.Label)
	}
	want := "half-title i, title-page iii, imprint iv, contents v"
	if all := strings.Join(got, ", "); !strings.HasPrefix(all, want) {
		t.Errorf("got %s, want %s", all, want)
	}
	for i, pg := range doc.Pages {
		if i == 1 && len(pg.Items) > 0 {
			t.Error("the back of the half title is not blank")
		}
	}
	if first := doc.Breaks[0]; first.Label != "1" || first.Page%2 != 0 {
		t.Errorf("the first chapter opens on page %s at index %d", first.Label, first.Page)
	}
}

// TestGutter checks that a thick book has a wider margin at its spine, with the
// same lines.
func TestGutter(t *testing.T) {
	b := articles(t, 30, 4200)
	doc := linked(t, b, Options{Media: book.Print})
	_, geo, _ := press(t).Fit("", book.Print)
	if len(doc.Pages) <= 300 {
		t.Fatalf("%d pages are too few", len(doc.Pages))
	}
	bound := geo.Bind(len(doc.Pages))
	if bound.Inner != geo.Inner+unit.Inch/4 {
		t.Errorf("%d pages have an inner margin of %s, %s without binding", len(doc.Pages), bound.Inner, geo.Inner)
	}
	right := doc.Breaks[0].Page
	for _, it := range doc.Pages[right].Items {
		if text, ok := it.(*document.Text); ok && text.Elem != nil && text.X < bound.Inner-unit.Point*6 {
			t.Errorf("text at %s, the margin is %s", text.X, bound.Inner)
		}
	}
	if r := report.Measure(doc); r.Overfull > 0 {
		t.Errorf("%d lines out of their block", r.Overfull)
	}
}

// TestClassic looks at what the classic theme asks of a page: openings in the
// middle, an initial with small capitals, an ornament, folios outside.
func TestClassic(t *testing.T) {
	th, ok := theme.Builtin("classic")
	if !ok {
		t.Fatal("there is no classic theme")
	}
	b := volume(parse(t, "a.md", "---\ntitle: Mud and Water\n---\n\n"+strings.Repeat("Every night of the year the ferry sails at twenty to midnight. ", 10)+"\n\n* * *\n\nText.\n"))
	doc, list, err := Set(b, th, Options{Fonts: fonts, Media: book.Print})
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	_, geo, _ := th.Fit("", book.Print)
	page := doc.Pages[doc.Breaks[0].Page]
	seen := map[string]*document.Text{}
	for _, it := range page.Items {
		if text, ok := it.(*document.Text); ok && len(text.Words) > 0 {
			seen[text.Words[0].Run.Text] = text
		}
	}
	if title := seen["Mud"]; title == nil || title.X-geo.Inner != (geo.Measure-title.Width())/2 {
		t.Errorf("the title is not in the middle: %+v", title)
	}
	if e := seen["E"]; e == nil || e.Size < 3*geo.Baseline {
		t.Errorf("there is no initial: %+v", e)
	}
	if rest := seen["very"]; rest == nil || rest.Tracking == 0 {
		t.Errorf("no small capitals follow the initial: %+v", rest)
	}
	if orn := seen["❦"]; orn == nil || orn.Elem != nil {
		t.Errorf("there is no ornament, or it is read out: %+v", orn)
	}
}

// TestTitleEnds checks that no title and no heading ends in one short word,
// whatever way it is set.
func TestTitleEnds(t *testing.T) {
	for _, name := range theme.Names() {
		th, _ := theme.Builtin(name)
		fit, geo, _ := th.Fit("pocket", "")
		var src strings.Builder
		src.WriteString("---\ntitle: " + stockWords(1, 9) + "\n---\n\nText.\n")
		for i := range 60 {
			src.WriteString("\n## " + stockWords(i+2, 6+i%9) + "\n\nText.\n")
		}
		doc, _, err := Set(volume(parse(t, "a.md", src.String())), th, Options{Fonts: fonts, Trim: "pocket"})
		if err != nil {
			t.Fatal(err)
		}
		type last struct {
			lines int
			text  *document.Text
		}
		ends := map[*document.Element]*last{}
		for _, pg := range doc.Pages {
			for _, it := range pg.Items {
				text, ok := it.(*document.Text)
				if !ok || text.Elem == nil || text.Elem.Type != "H2" {
					continue
				}
				if ends[text.Elem] == nil {
					ends[text.Elem] = &last{}
				}
				ends[text.Elem].lines++
				ends[text.Elem].text = text
			}
		}
		several := 0
		for _, e := range ends {
			if e.lines == 1 {
				continue
			}
			several++
			if w := e.text.Width(); w < geo.Measure/5 {
				t.Errorf("%s: a heading of %s ends in %q, %s of %s", name, fit.Style(theme.Heading2).Size, document.TextOf(e.text), w, geo.Measure)
			}
		}
		if len(ends) != 60 || several < 15 {
			t.Errorf("%s: %d headings, %d of several lines", name, len(ends), several)
		}
	}
}

// stockWords returns n words of the stock, other ones for each seed.
func stockWords(seed, n int) string {
	var list []string
	for i := range n {
		list = append(list, stock[(seed*31+i*17)%len(stock)])
	}
	return strings.Join(list, " ")
}
