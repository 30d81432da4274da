package layout

import (
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/para"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// TestQuality holds the pages to the standard of the trade, on text that was
// made without regard for it.
func TestQuality(t *testing.T) {
	bk := articles(t, 24, 5000)
	for _, opt := range []Options{{}, {Media: book.Print}, {Trim: "a5"}, {Trim: "digest", Media: book.Print}} {
		t.Run(opt.Trim+string(opt.Media), func(t *testing.T) {
			doc, list := set(t, bk, opt)
			for _, d := range list {
				t.Error(d)
			}
			r := report.Measure(doc)
			if r.Widows+r.Orphans+r.Stranded+r.Overfull+r.OffGrid > 0 || r.Tight*1000 > r.Spaced || r.Ladder > 2 {
				t.Errorf("faults:\n%s", r)
			}
			// A narrow measure asks for more of all.
			loose, hyphens, uneven := 1, 4, 2
			if opt.Trim != "" {
				loose, hyphens, uneven = 3, 6, 3
			}
			if opt.Media == book.Print && r.Uneven*100 > uneven*r.Spreads {
				t.Errorf("more than %d spreads in a hundred are uneven:\n%s", uneven, r)
			}
			if r.Loose*100 > loose*r.Spaced {
				t.Errorf("more than %d lines in a hundred are loose:\n%s", loose, r)
			}
			if r.Hyphens*100 > hyphens*r.Lines {
				t.Errorf("more than %d lines in a hundred end in a hyphen:\n%s", hyphens, r)
			}
		})
	}
}

// TestMargins looks at each line that was justified: its last glyph has to
// stand on the margin, or hang a known part of its width outside.
func TestMargins(t *testing.T) {
	doc, _ := set(t, articles(t, 3, 3000), Options{})
	geo, _ := press(t).Geometry("", "")
	e := para.New(fonts, press(t), nil)
	f := e.Font(e.StyleKey(press(t).Style(theme.Paragraph), "en"))
	right := geo.Left(true) + geo.Measure
	lines := 0
	for _, pg := range doc.Pages {
		for i, it := range pg.Items {
			text, ok := it.(*document.Text)
			if !ok || text.Elem == nil || text.Elem.Type != "P" || text.Elem.Parent.Type != "Sect" || text.Size != f.Size {
				continue
			}
			next, ok := at1(pg.Items, i+1)
			if !ok || next.Elem != text.Elem || next.Y == text.Y {
				continue // the last line of a paragraph or of a page, or not the end of the line
			}
			lines++
			last := text.Words[len(text.Words)-1]
			w := e.Word(f, last.Run.Text)
			end := text.X + text.Width() - text.Tracking
			if d := end - right - w.HangRight; d > unit.Point/1000 || d < -unit.Point/1000 {
				t.Errorf("page %s: the line %q ends %s off the margin", pg.Label, document.TextOf(text), d)
			}
		}
	}
	if lines < 200 {
		t.Fatalf("only %d lines were looked at", lines)
	}
}

// TestStretch looks at the glyphs that were drawn wider or narrower to fill their lines: no
// more than the theme allows, and none in the lines that are not justified.
func TestStretch(t *testing.T) {
	doc, _ := set(t, articles(t, 3, 3000), Options{})
	taste := press(t).Lines
	wider, narrower := 0, 0
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			text, ok := it.(*document.Text)
			if !ok || text.Stretch == 0 {
				continue
			}
			if text.Stretch > taste.GlyphStretch || text.Stretch < -taste.GlyphShrink || text.Elem == nil || text.Elem.Type == "H1" {
				t.Errorf("page %s: %q is wider by %d thousandths", pg.Label, document.TextOf(text), text.Stretch)
			}
			if text.Stretch > 0 {
				wider++
			} else {
				narrower++
			}
		}
	}
	if wider < 100 || narrower < 100 {
		t.Errorf("%d lines have wider glyphs, %d narrower ones", wider, narrower)
	}
}

func at1(items []document.Item, i int) (*document.Text, bool) {
	if i >= len(items) {
		return nil, false
	}
	text, ok := items[i].(*document.Text)
	return text, ok
}

// TestWorkers sets a book with several numbers of workers.
func TestWorkers(t *testing.T) {
	bk := articles(t, 12, 800)
	want := ""
	for _, workers := range []int{1, 2, 5} {
		doc, _ := set(t, bk, Options{Workers: workers})
		got := dump(doc)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("%d workers set other pages than one", workers)
		}
	}
}

// TestDestinations checks that all that leads somewhere does.
func TestDestinations(t *testing.T) {
	a := parse(t, "a.md", "---\ntitle: A\n---\n\nSee [B](b.md#two), [its start](b.md) and a note.[^1]\n\n[^1]: A note.\n")
	b := parse(t, "b.md", "---\ntitle: B\n---\n\nText.\n\n## One\n\nText.\n\n## Two\n\nText.\n")
	resolve(a, b)
	for _, media := range []book.Media{book.Screen, book.Print} {
		doc := linked(t, volume(a, b), Options{Media: media})
		links := 0
		for i, pg := range doc.Pages {
			for _, l := range pg.Links {
				if l.Elem.Type != "Link" || l.Contents == "" {
					t.Errorf("a link on page %d has element %s and says %q", i, l.Elem.Type, l.Contents)
				}
				if l.Dest == nil {
					continue
				}
				links++
				if l.Dest.Page < 0 || l.Dest.Page >= len(doc.Pages) || l.Dest.Y <= 0 {
					t.Errorf("%s: link %q on page %d leads to page %d, %s", media, l.Contents, i, l.Dest.Page, l.Dest.Y)
				}
			}
		}
		if links < 6 {
			t.Errorf("%s: only %d links lead into the document", media, links)
		}
		checkOutline(t, doc, doc.Outline)
	}
}

// resolve makes links by file name lead to chapters, as package manuscript does.
func resolve(chapters ...*book.Chapter) {
	for _, c := range chapters {
		for _, b := range book.ChapterBlocks(c) {
			for _, list := range book.BlockInlines(b) {
				book.WalkInlines(list, func(in book.Inline) bool {
					l, ok := in.(*book.Link)
					if ok && l.URL[0] == '#' {
						l.Chapter, l.Anchor = c, l.URL[1:]
					}
					for _, to := range chapters {
						if ok && len(l.URL) >= len(to.File) && l.URL[:len(to.File)] == to.File {
							l.Chapter = to
							if len(l.URL) > len(to.File) {
								l.Anchor = l.URL[len(to.File)+1:]
							}
						}
					}
					return true
				})
			}
		}
	}
}

func checkOutline(t *testing.T, doc *document.Document, list []*document.Bookmark) {
	t.Helper()
	for _, m := range list {
		if m.Title == "" || m.Dest.Page < 0 || m.Dest.Page >= len(doc.Pages) {
			t.Errorf("bookmark %q leads to page %d", m.Title, m.Dest.Page)
		}
		checkOutline(t, doc, m.Kids)
	}
}

// TestNumbers compares the page numbers of the contents with the labels of the
// pages that they lead to.
func TestNumbers(t *testing.T) {
	for _, media := range []book.Media{book.Screen, book.Print} {
		doc := linked(t, articles(t, 30, 700), Options{Media: media})
		seen := 0
		for _, pg := range doc.Pages {
			for _, l := range pg.Links {
				if l.Elem.Parent == nil || l.Elem.Parent.Type != "Reference" || l.Elem.Parent.Parent.Type != "TOCI" {
					continue
				}
				seen++
				want := ", " + doc.Pages[l.Dest.Page].Label
				if got := l.Contents; len(got) < len(want) || got[len(got)-len(want):] != want {
					t.Errorf("%s: the contents say %q of page %s", media, got, doc.Pages[l.Dest.Page].Label)
				}
			}
		}
		if seen < 31 {
			t.Errorf("%s: the contents have %d entries", media, seen)
		}
	}
}

// TestPrint checks that chapters open on right pages and blanks are blank.
func TestPrint(t *testing.T) {
	doc := linked(t, articles(t, 9, 900), Options{Media: book.Print})
	if doc.Info.FirstNumbered%2 != 0 {
		t.Errorf("page 1 is the left page %d", doc.Info.FirstNumbered)
	}
	for _, m := range doc.Outline {
		if m.Dest.Page%2 != 0 {
			t.Errorf("%q opens on the left page %d", m.Title, m.Dest.Page)
		}
	}
	blank := 0
	for _, pg := range doc.Pages {
		if len(pg.Items) == 0 {
			blank++
		}
	}
	if blank == 0 {
		t.Error("there is no blank page in front of any of nine chapters")
	}
}

// TestBreaks compares the recorded page breaks with the first words of pages.
func TestBreaks(t *testing.T) {
	doc, _ := set(t, articles(t, 4, 4000), Options{})
	if len(doc.Breaks) < 40 {
		t.Fatalf("only %d page breaks", len(doc.Breaks))
	}
	for _, br := range doc.Breaks {
		if doc.Pages[br.Page].Label != br.Label || br.Chapter == nil {
			t.Errorf("break %v has the label %q", br.Page, br.Label)
		}
		if br.Text == nil || br.Text.Pos.Line == 0 {
			continue
		}
		if br.Offset < 0 || br.Offset >= len(br.Text.Value) {
			t.Errorf("page %s begins %d bytes into %d", br.Label, br.Offset, len(br.Text.Value))
			continue
		}
		if first := firstLine(doc.Pages[br.Page], br.Text.Value[br.Offset:]); !first {
			t.Errorf("page %s does not begin with %.20q", br.Label, br.Text.Value[br.Offset:])
		}
	}
}

// firstLine reports whether a line of the page is what rest begins with.
func firstLine(pg *document.Page, rest string) bool {
	for _, it := range pg.Items {
		if text, ok := it.(*document.Text); ok && text.Elem != nil {
			s := document.TextOf(text)
			if n := min(len(s)-1, len(rest)); n > 0 && s[:n] == rest[:n] {
				return true
			}
		}
	}
	return false
}

// TestStructure checks the tree that the items hang from.
func TestStructure(t *testing.T) {
	doc, _ := set(t, articles(t, 3, 2500), Options{})
	ids := map[string]bool{}
	for i, pg := range doc.Pages {
		for _, it := range pg.Items {
			elem := elementOf(it)
			if elem == nil {
				continue
			}
			path := elementPath(elem)
			if root(elem) != doc.Root {
				t.Errorf("page %d: %s does not hang from the root", i, path)
			}
			if _, ok := it.(*document.Text); ok && !mayHoldText[elem.Type] {
				t.Errorf("page %d: text in %s", i, path)
			}
			if g, ok := it.(*document.Graphic); ok && (elem.Type != "Figure" || elem.Alt == "" || elem.BBox[2] <= elem.BBox[0] || elem.BBox[0] != g.X) {
				t.Errorf("page %d: a picture in %s with alternative %q at %v", i, path, elem.Alt, elem.BBox)
			}
			for e := elem; e != nil; e = e.Parent {
				if e.Type == "Note" {
					ids[e.ID] = true
				}
			}
		}
	}
	if len(ids) < 3 || ids[""] {
		t.Errorf("the notes have the ids %v", ids)
	}
}

var mayHoldText = map[string]bool{
	"P": true, "Title": true, "Em": true, "Strong": true, "H1": true, "H2": true, "H3": true, "H4": true, "H5": true, "H6": true, "Link": true, "Span": true,
	"Code": true, "Lbl": true, "TD": true, "TH": true, "Caption": true,
}

func elementOf(it document.Item) *document.Element {
	switch it := it.(type) {
	case *document.Text:
		return it.Elem
	case *document.Graphic:
		return it.Elem
	case *document.Mark:
		return it.Elem
	}
	return nil
}

func root(e *document.Element) *document.Element {
	for e.Parent != nil {
		e = e.Parent
	}
	return e
}

// TestTrims sets a book in every trim that has a name.
func TestTrims(t *testing.T) {
	bk := articles(t, 2, 1200)
	for _, trim := range theme.Trims {
		doc, list := set(t, bk, Options{Trim: trim.Name})
		if r := report.Measure(doc); r.Overfull+r.Widows+r.Orphans > 0 || len(list) > 0 {
			t.Errorf("%s: %v\n%s", trim.Name, list, r)
		}
	}
	if _, _, err := Set(bk, press(t), Options{Trim: "huge"}); err == nil {
		t.Error("an unknown trim is no error")
	}
}

// TestMissingGlyph sets a character that no font of the program has.
func TestMissingGlyph(t *testing.T) {
	c := parse(t, "m.md", "---\ntitle: M\n---\n\nFine.\n\nLinear B: \U00010000 and \U00010000 again.\n")
	_, list := set(t, volume(c), Options{})
	if len(list) != 1 || list[0].Rule != "glyph-missing" || list[0].Pos.Line != 7 || list[0].Hint != "list a font for Linear B under fonts in book.yaml" {
		t.Errorf("the diagnostics are %v", list)
	}
}
