package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/internal/sweep"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// division returns a division with the blocks of a source.
func division(t testing.TB, class book.Class, src string) *book.Division {
	t.Helper()
	return &book.Division{Class: class, Blocks: blocksOf(t, src)}
}

// blocksOf returns the blocks of a source.
func blocksOf(t testing.TB, src string) []book.Block {
	t.Helper()
	return parse(t, "a.md", "---\ntitle: T\n---\n\n"+src).Body
}

// setBlocks sets a chapter of blocks.
func setBlocks(t testing.TB, opt Options, list ...book.Block) *document.Document {
	t.Helper()
	c := parse(t, "a.md", "---\ntitle: T\n---\n\nx\n")
	c.Body = list
	doc, faults := set(t, volume(c), opt)
	for _, d := range faults {
		t.Error(d)
	}
	for _, f := range sweep.Pages(doc) {
		t.Error(f)
	}
	return doc
}

// chapterTexts returns the texts of the pages of the chapter, on each page a list.
func chapterTexts(doc *document.Document) (pages [][]*document.Text) {
	for _, br := range doc.Breaks {
		var list []*document.Text
		for _, it := range doc.Pages[br.Page].Items {
			if t, ok := it.(*document.Text); ok {
				list = append(list, t)
			}
		}
		pages = append(pages, list)
	}
	return pages
}

// textWith returns the first text of the chapter that begins with words.
func textWith(t testing.TB, doc *document.Document, words string) *document.Text {
	t.Helper()
	for _, page := range chapterTexts(doc) {
		for _, text := range page {
			if strings.HasPrefix(document.TextOf(text), words) {
				return text
			}
		}
	}
	t.Fatalf("no text begins with %q", words)
	return nil
}

var tides = strings.Repeat("The tide turns twice in a day, and nobody in the town looks up. ", 6)

// TestBoxDivided sets a box that is longer than a page: it begins below the text above it,
// its ground is under all of its lines, and no page but the last ends early.
func TestBoxDivided(t *testing.T) {
	box := division(t, book.Box, strings.Repeat(tides+"\n\n", 14))
	box.Title = []book.Inline{&book.Text{Value: "How the tide turns"}}
	doc := setBlocks(t, Options{}, append(blocksOf(t, tides), box)...)
	if r := report.Measure(doc); r.Short+r.Widows+r.Orphans+r.Stranded > 0 {
		t.Error(r.Findings)
	}
	ground := document.Color(press(t).Colors.Ground)
	if len(doc.Breaks) < 3 {
		t.Fatalf("all is on %d pages", len(doc.Breaks))
	}
	for _, br := range doc.Breaks {
		var rule *document.Rule
		for _, it := range doc.Pages[br.Page].Items {
			switch it := it.(type) {
			case *document.Rule:
				if it.Color == ground {
					rule = it
				}
			case *document.Text:
				if in := ancestor(it.Elem, "Div"); in != nil && (rule == nil || it.Y-it.Size/2 < rule.Y || it.Y > rule.Y+rule.H) {
					t.Errorf("page %s: %q stands outside of its box", doc.Pages[br.Page].Label, document.TextOf(it))
				}
			}
		}
	}
}

func ancestor(e *document.Element, typ string) *document.Element {
	for e != nil && e.Type != typ {
		e = e.Parent
	}
	return e
}

// TestPanelsWithin has code in a box, and boxes in boxes: each stands within the other.
func TestPanelsWithin(t *testing.T) {
	inner := division(t, book.Box, "Inner.\n\n```\ncode\nmore\n```\n")
	for range 12 {
		inner = &book.Division{Class: book.Box, Blocks: append(blocksOf(t, "Text."), inner)}
	}
	doc := setBlocks(t, Options{}, inner)
	var widths []unit.Length
	for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
		if r, ok := it.(*document.Rule); ok && r.Color == document.Color(press(t).Colors.Ground) {
			widths = append(widths, r.W)
		}
	}
	if len(widths) != mostPanels || widths[2] >= widths[1] || widths[1] >= widths[0] {
		t.Errorf("grounds of the widths %v", widths)
	}
}

// TestPullQuote: a voice passes over words that it reads in the text, and reads others.
func TestPullQuote(t *testing.T) {
	for _, tt := range []struct {
		name, quote string
		read        bool
	}{
		{"words of the text", "“Nobody in the town looks *up*.”", false},
		{"with words left out", "The tide turns … nobody looks up", true},
		{"with words left out in order", "The tide turns … in the town looks up", false},
		{"other words", "Everybody looks up.", true},
		{"with a link", "[Nobody](https://example.org) in the town looks up.", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list := append(blocksOf(t, tides), division(t, book.PullQuote, tt.quote))
			doc := setBlocks(t, Options{}, append(list, blocksOf(t, tides)...)...)
			found := false
			for _, text := range chapterTexts(doc)[0] {
				if text.Size == press(t).Style(theme.PullQuote).Size {
					found = true
					if read := text.Elem != nil; read != tt.read {
						t.Errorf("%q is read: %v", document.TextOf(text), read)
					}
				}
			}
			if !found {
				t.Error("the pull quote is not there")
			}
			// The paragraph behind goes on as if the pull quote were not there.
			first := chapterTexts(doc)[0][0]
			if later := textWith(t, doc, "The tide turns"); later.X < first.X {
				t.Errorf("the text goes on at %v", later.X)
			}
		})
	}
}

// poem returns a stanza of lines; spaces at their beginnings are the poet's.
func poem(lines ...string) *book.Paragraph {
	p := &book.Paragraph{}
	for i, l := range lines {
		if i > 0 {
			p.Content = append(p.Content, &book.LineBreak{})
		}
		p.Content = append(p.Content, &book.Text{Value: strings.ReplaceAll(l, "  ", "\u00a0\u00a0")})
	}
	return p
}

// TestVerse: lines end where the poet ends them, with their indents; one that is turned over
// hangs; a stanza is not divided, and the first paragraph of the text has the lead-in.
func TestVerse(t *testing.T) {
	long := "turned over, " + strings.Repeat("and over again ", 8)
	stanza := poem("Over the water", "  over the night", long, "the end of it")
	var list []book.Block
	for range 12 {
		list = append(list, stanza)
	}
	doc := setBlocks(t, Options{}, &book.Division{Class: book.Verse, Blocks: list})
	first, in, over := textWith(t, doc, "Over the"), textWith(t, doc, "over the night"), textWith(t, doc, "turned over")
	if in.X <= first.X || over.X != first.X {
		t.Errorf("the lines begin at %v, %v and %v", first.X, in.X, over.X)
	}
	if end := textWith(t, doc, "the end"); end.X != first.X {
		t.Errorf("the last line begins at %v", end.X)
	}
	for _, page := range chapterTexts(doc) {
		open := false
		for _, text := range page {
			switch words := document.TextOf(text); {
			case text.Elem == nil || text.Elem.Type != "P":
			case strings.HasPrefix(words, "Over the"):
				if text.Words[len(text.Words)-1].Space != true {
					t.Error("no space between two lines")
				}
				open = true
			case strings.HasPrefix(words, "the end"):
				open = false
			case text.X > first.X+first.Size && !strings.HasPrefix(words, "over the night") && text.X < first.X+first.Size*2-1:
				t.Errorf("%q is turned over to %v", words, text.X)
			}
		}
		if open {
			t.Error("a stanza is divided")
		}
	}
}

// TestVerseLines divides styles and links at line breaks, and indexes once.
func TestVerseLines(t *testing.T) {
	inner := []book.Inline{&book.Text{Value: "a"}, &book.LineBreak{}, &book.Text{Value: "b"}}
	span := &book.Span{Indexed: true, Content: []book.Inline{&book.Styled{Style: book.Emphasis, Content: inner}}}
	lines := verseLines([]book.Inline{span, &book.Text{Value: "c"}})
	if len(lines) != 2 || book.PlainText(lines[0]) != "a" || book.PlainText(lines[1]) != "bc" {
		t.Fatalf("%d lines", len(lines))
	}
	if a, b := lines[0][0].(*book.Span), lines[1][0].(*book.Span); !a.Indexed || b.Indexed || !span.Indexed {
		t.Error("indexed twice, or never")
	}
}

// TestInterview: who speaks hangs, and what is said stands to the right of that.
func TestInterview(t *testing.T) {
	talk := division(t, book.Interview, "**Who?** "+tides+"\n\n**She.** "+tides+"\n\nAnd then "+tides)
	for _, lang := range []string{"en", "ar"} {
		c := parse(t, "a.md", "---\ntitle: T\n---\n\nx\n")
		c.Body, c.Lang = []book.Block{talk}, lang
		b := volume(c)
		b.Language = lang
		doc, _ := set(t, b, Options{})
		who, then := textWith(t, doc, "Who?"), textWith(t, doc, "And then")
		hang := press(t).Style(theme.Interview).Left
		if lang == "en" && (then.X-who.X < hang*9/10 || then.X-who.X > hang*11/10) {
			t.Errorf("who speaks stands at %v, what is said at %v", who.X, then.X)
		}
		for _, f := range sweep.Pages(doc) {
			t.Error(f)
		}
	}
}

// TestTimeline: dates stand in a column, what happened beside them on the same line.
func TestTimeline(t *testing.T) {
	for _, src := range []string{
		"- **1902**: A boat of twelve places.\n- **March 1957** – The last ferry.\n- **1968** The bridge.\n",
		"- 1902: A boat of twelve places.\n- March 1957 – The last ferry.\n- 1968: The bridge.\n",
		"1902\n: A boat of twelve places.\n\nMarch 1957\n: The last ferry.\n\n1968\n: The bridge.\n",
	} {
		doc := setBlocks(t, Options{}, division(t, book.Timeline, src))
		var dates, happened []unit.Length
		for date, what := range map[string]string{"1902": "A boat", "March 1957": "The last ferry.", "1968": "The bridge."} {
			d, w := textWith(t, doc, date), textWith(t, doc, what)
			if d.Y != w.Y || d.X >= w.X {
				t.Errorf("%s stands at %v, %v and what happened at %v, %v", date, d.X, d.Y, w.X, w.Y)
			}
			dates, happened = append(dates, d.X), append(happened, w.X)
		}
		for i := range dates {
			if dates[i] != dates[0] || happened[i] != happened[0] {
				t.Errorf("the columns stand at %v and %v", dates, happened)
			}
		}
	}
	plain := division(t, book.Timeline, "- Ebb and flow\n- 1968: The bridge.\n")
	textWith(t, setBlocks(t, Options{}, plain), "1968: The")
}

// TestLetterAndSignature: a letter stands in from the text, and who wrote it at the right.
func TestLetterAndSignature(t *testing.T) {
	letter := division(t, book.Letter, "Dear sir,\n\n"+tides)
	letter.Blocks = append(letter.Blocks, division(t, book.Signature, "J. Varga"))
	doc := setBlocks(t, Options{}, append(blocksOf(t, "Text."), letter)...)
	text, dear, from := textWith(t, doc, "Text"), textWith(t, doc, "Dear"), textWith(t, doc, "J. Varga")
	right := doc.Geometry.Width - doc.Geometry.Outer - press(t).Style(theme.Letter).Right
	if dear.X <= text.X || from.X+from.Width() < right-unit.Point || from.X+from.Width() > right+unit.Point {
		t.Errorf("the letter stands at %v, its signature ends at %v of %v", dear.X, from.X+from.Width(), right)
	}
	if ancestor(dear.Elem, "BlockQuote") == nil {
		t.Errorf("a letter is %s", elementPath(dear.Elem))
	}
}

// TestNewPage: a page is begun where an author asks for one, once, and never an empty one.
func TestNewPage(t *testing.T) {
	br := &book.NewPage{}
	one, two := blocksOf(t, "One."), blocksOf(t, "Two.")
	quote := &book.Quote{Blocks: []book.Block{one[0], br, two[0]}}
	box := &book.Division{Class: book.Box, Blocks: []book.Block{one[0], br, two[0]}}
	heading := blocksOf(t, "## Heading\n")
	for _, tt := range []struct {
		name  string
		list  []book.Block
		pages int
	}{
		{"none", []book.Block{one[0], two[0]}, 1},
		{"one", []book.Block{one[0], br, two[0]}, 2},
		{"at the beginning", []book.Block{br, one[0], two[0]}, 1},
		{"twice", []book.Block{one[0], br, br, two[0]}, 2},
		{"at the end", []book.Block{one[0], two[0], br}, 1},
		{"before a heading", []book.Block{one[0], br, heading[0], two[0]}, 2},
		{"before a break", []book.Block{one[0], br, &book.Break{}, two[0]}, 2},
		{"in a quotation", []book.Block{quote}, 2},
		{"in a box", []book.Block{box}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if n := len(setBlocks(t, Options{}, tt.list...).Breaks); n != tt.pages {
				t.Errorf("%d pages, want %d", n, tt.pages)
			}
		})
	}
}
