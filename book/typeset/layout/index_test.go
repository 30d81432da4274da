package layout

import (
	"strconv"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
)

// TestIndex reads the index of two chapters and follows its links.
func TestIndex(t *testing.T) {
	long := strings.Repeat("Water and more water under the bridge. ", 200)
	a := parse(t, "a.md", "---\ntitle: A\n---\n\nThe [tide]{.index} and the [tides]{index=tide}.\n\n"+long+
		"\n\nLast the [neaps]{index=\"tide!neap\"}.[^1]\n\n[^1]: A [note]{.index}.\n")
	b := parse(t, "b.md", "---\ntitle: B\n---\n\n| [Tern]{.index} | x |\n| :-- | :-- |\n| [tide]{.index} | y |\n")
	doc, _ := set(t, volume(a, b), Options{})
	br := doc.Matter[len(doc.Matter)-1]
	if br.Matter != book.IndexPage {
		t.Fatalf("the last page is of %q", br.Matter)
	}
	pg := doc.Pages[br.Page]
	var text strings.Builder
	for _, it := range pg.Items {
		if t, ok := it.(*document.Text); ok && t.Elem != nil && (t.Elem.Type == "P" || t.Elem.Type == "Link") {
			text.WriteString(document.TextOf(t))
		}
	}
	second := doc.Breaks[len(doc.Breaks)-1].Label
	last := strconv.Itoa(atoi(t, second) - 1)
	want := "note, " + last + "Tern, " + second + "tide, 1, " + second + "neap, " + last
	if text.String() != want {
		t.Errorf("the index is %q, want %q", text.String(), want)
	}
	for _, l := range pg.Links {
		if label := doc.Pages[l.Dest.Page].Label; !strings.HasSuffix(l.Contents, "Page "+label) || l.Dest.Y <= 0 {
			t.Errorf("%q leads to page %s at %s", l.Contents, label, l.Dest.Y)
		}
	}
	if len(pg.Links) != 5 {
		t.Errorf("there are %d links", len(pg.Links))
	}
}

// TestIndexOfBios reads the pages of terms in a kicker and in the bio of a person with two
// chapters, which is listed in the first of them.
func TestIndexOfBios(t *testing.T) {
	front := "---\ntitle: A\nkicker: \"[Mud]{.index}\"\n---\n\nText.\n"
	a, b := parse(t, "a.md", front), parse(t, "b.md", front)
	ann := &book.Person{Name: "Ann", Bio: []book.Inline{&book.Span{Indexed: true, Content: []book.Inline{&book.Text{Value: "tide"}}}}}
	a.Authors, b.Authors = []*book.Person{ann}, []*book.Person{ann}
	doc, _ := set(t, volume(a, b), Options{})
	pg := doc.Pages[doc.Matter[len(doc.Matter)-1].Page]
	var got []string
	for _, l := range pg.Links {
		got = append(got, l.Contents)
	}
	second := doc.Breaks[len(doc.Breaks)-1].Label
	if want := "Mud, Page 1|Mud, Page " + second + "|tide, Page 1"; strings.Join(got, "|") != want {
		t.Errorf("the index has %q, want %q", got, want)
	}
}

// TestIndexRanges marks terms on pages that follow one another.
func TestIndexRanges(t *testing.T) {
	page := strings.Repeat("Water and more water under the bridge. ", 40) + "\n\n"
	a := parse(t, "a.md", "---\ntitle: \"[Mud]{.index}\"\n---\n\nThe [tide]{.index} and the [ebb]{.index}.\n\n"+
		strings.Repeat(page+"## [Mud]{.index}\n\nThe [tide]{.index} and the [tide]{.index}.\n\n", 6))
	doc, _ := set(t, volume(a), Options{})
	pg := doc.Pages[doc.Matter[len(doc.Matter)-1].Page]
	var got []string
	for _, l := range pg.Links {
		got = append(got, l.Contents)
		if l.Dest.Page != doc.Breaks[0].Page {
			t.Errorf("%q leads to page %s", l.Contents, doc.Pages[l.Dest.Page].Label)
		}
	}
	last := doc.Breaks[len(doc.Breaks)-1].Label
	if want := "ebb, Page 1|Mud, Page 1–" + last + "|tide, Page 1–" + last; strings.Join(got, "|") != want {
		t.Errorf("the index has %q, want %q", got, want)
	}
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestIndexColumns sets more entries than a page has room for.
func TestIndexColumns(t *testing.T) {
	var src strings.Builder
	for i := range 240 {
		src.WriteString("A [term " + string(rune('a'+i%26)) + strconv.Itoa(i) + "]{.index} here.\n\n")
	}
	doc, _ := set(t, volume(parse(t, "a.md", "---\ntitle: A\n---\n\n"+src.String())), Options{})
	pages, links := 0, 0
	for _, br := range doc.Matter {
		if br.Matter == book.IndexPage {
			pages++
			links += len(doc.Pages[br.Page].Links)
			for _, l := range doc.Pages[br.Page].Links {
				if foot := doc.Geometry.Top + doc.Geometry.Depth(); l.Y+l.H > foot+unit.Point {
					t.Errorf("%q stands %s below the text of its page", l.Contents, l.Y+l.H-foot)
				}
			}
		}
	}
	if pages < 2 || pages > 4 || links != 240 {
		t.Errorf("the index has %d links on %d pages", links, pages)
	}
	if r := report.Measure(doc); r.Overfull > 0 {
		t.Errorf("%d lines run out of their columns", r.Overfull)
	}
}

// TestListOfFigures compares the list with the pages of the figures.
func TestListOfFigures(t *testing.T) {
	var list []*book.Chapter
	for i := range 3 {
		list = append(list, article(t, i, 1500))
	}
	bk := volume(list...)
	without, _ := set(t, bk, Options{})
	bk.ListOfFigures = true
	doc, _ := set(t, bk, Options{})
	if len(doc.Pages) != len(without.Pages)+1 {
		t.Errorf("the list has %d pages", len(doc.Pages)-len(without.Pages))
	}
	seen := map[*document.Element]bool{} // a caption of two lines has two areas
	for _, br := range doc.Matter {
		if br.Matter != book.FiguresPage {
			continue
		}
		for _, l := range doc.Pages[br.Page].Links {
			seen[l.Elem] = true
			on := doc.Pages[l.Dest.Page]
			figure := false
			for _, it := range on.Items {
				if g, ok := it.(*document.Graphic); ok && g.Y == l.Dest.Y {
					figure = true
				}
			}
			if !figure || !strings.HasSuffix(l.Contents, ", "+on.Label) {
				t.Errorf("%q leads to page %s, where no figure begins", l.Contents, on.Label)
			}
		}
	}
	if len(seen) != 3 {
		t.Errorf("the list has %d entries", len(seen))
	}
}

// TestIndexBothWays marks terms that run both ways, and so are set in parts: each is
// one place, on a page.
func TestIndexBothWays(t *testing.T) {
	doc := inLanguage(t, "he", "הנמל [(abc)]{.index}, [abc (ד) הנמל]{.index}, [「海」]{.index}.\n")
	pg := doc.Pages[doc.Matter[len(doc.Matter)-1].Page]
	for _, l := range pg.Links {
		if l.Dest.Page != doc.Breaks[0].Page || l.Dest.Y <= 0 {
			t.Errorf("%q leads to page %d at %s", l.Contents, l.Dest.Page, l.Dest.Y)
		}
	}
	if len(pg.Links) != 3 {
		t.Errorf("there are %d links", len(pg.Links))
	}
}
