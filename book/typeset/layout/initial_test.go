package layout

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
	"octavo/book/typeset/theme"
)

// TestShortOpening opens a chapter with a paragraph that is too short for an initial: what
// it calls and marks counts once, and on its page.
func TestShortOpening(t *testing.T) {
	th, ok := theme.Builtin("classic")
	if !ok {
		t.Fatal("there is no classic theme")
	}
	long := strings.Repeat("Water and more water under the bridge. ", 300)
	for _, opening := range []string{"Short \U000103a1, [tide]{.index}.[^1]", "It \U000103a1 is not so short as that, since it takes " + strings.Repeat("three lines at the least, ", 10) + "[tide]{.index}.[^1]"} {
		b := volume(parse(t, "a.md", "---\ntitle: A\n---\n\n"+opening+"\n\n"+long+"\n\n[^1]: A note.\n"))
		doc, list, err := Set(b, th, Options{Fonts: fonts})
		if err != nil {
			t.Fatal(err)
		}
		if len(list) != 1 {
			t.Errorf("%.10s: %d reports of a character that no font has", opening, len(list))
		}
		if r := report.Measure(doc); r.Notes != 1 || r.NotesAway != 0 {
			t.Errorf("%.10s: %d notes, %d of them away from their call", opening, r.Notes, r.NotesAway)
		}
		if last := doc.Matter[len(doc.Matter)-1]; last.Matter != book.IndexPage || len(doc.Pages[last.Page].Links) != 1 {
			t.Errorf("%.10s: the index has %d places", opening, len(doc.Pages[last.Page].Links))
		}
	}
}

// TestNoInitialInBlocks opens chapters with blocks that look like no other text: the largest
// type below the title is that of the text.
func TestNoInitialInBlocks(t *testing.T) {
	th, _ := theme.Builtin("classic")
	long := strings.Repeat("Water and more water under the bridge. ", 20)
	for _, first := range []string{"- %s", "> %s", "1. %s", "- [ ] %s", "Weir\n: %s"} {
		b := volume(parse(t, "a.md", "---\ntitle: A\n---\n\n"+strings.Replace(first, "%s", long, 1)+"\n\n"+long+"\n"))
		doc, _, err := Set(b, th, Options{Fonts: fonts})
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
			if text, ok := it.(*document.Text); ok && text.Elem != nil && text.Elem.Type != "H1" && text.Size > 2*th.Style(theme.Paragraph).Size {
				t.Errorf("%.8q: there is an initial", first)
			}
		}
	}
}
