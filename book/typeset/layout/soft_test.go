package layout

import (
	"octavo/book/typeset/document"
	"strings"
	"testing"
)

// softened puts soft hyphens into a long word, many times.
func softened(n int) string {
	list := []string{"con\u00adsti\u00adtu\u00adtion\u00adal", "un\u00adder\u00adstand\u00ading", "in\u00adter\u00adna\u00adtion\u00adal\u00adi\u00adsa\u00adtion", "or\u00adgan\u00adi\u00adsa\u00adtion"}
	var b strings.Builder
	for i := range n {
		b.WriteString(list[(i*i+i/3)%len(list)] + " " + list[i%3] + " ")
	}
	return b.String()
}

// TestSoftHyphens shows that a hyphen is drawn where a line ends at a soft hyphen of
// the author, whatever the text is, and nothing where none does.
func TestSoftHyphens(t *testing.T) {
	long := strings.TrimSuffix(strings.Repeat("Wort\u00adteil\u00ad", 30), "\u00ad")
	for _, tt := range []struct{ name, text string }{
		{"paragraph", softened(60)},
		{"across a change of look", strings.Repeat("con\u00ad*sti*\u00adtu**tional** reforms and con\u00ad*sti*\u00adtu**tional** law ", 45)},
		{"in a language without patterns", "[" + softened(60) + "]{lang=xx}"},
		{"list", "- " + softened(60)},
		{"quote", "> " + softened(60)},
		{"cell", "| a | b |\n| - | - |\n| " + softened(30) + long + " | " + softened(30) + long + " |"},
		{"note", "x[^1]\n\n[^1]: " + softened(60)},
		{"caption", "![a](x.png \"" + softened(20) + long + "\")"},
		{"heading", "## " + long},
		{"longer than what is shaped at once", long},
		{"code", "`" + strings.Repeat("con\u00adsti\u00adtu\u00adtion\u00adal\u00ad", 30) + "x`"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, _ := set(t, volume(parse(t, "a.md", "---\ntitle: Soft\n---\n\n"+tt.text+"\n")), Options{})
			drawn := 0
			for _, pg := range doc.Pages {
				for _, it := range pg.Items {
					t1, ok := it.(*document.Text)
					if !ok {
						continue
					}
					for i, w := range t1.Words {
						if strings.Contains(w.Run.Text, "\u00ad") {
							t.Errorf("the soft hyphen is set: %q", document.TextOf(t1))
						}
						if w.Hyphen {
							drawn++
							if i+1 < len(t1.Words) {
								t.Errorf("a hyphen within a line: %q", document.TextOf(t1))
							}
						}
					}
				}
			}
			if drawn == 0 {
				t.Error("no hyphen is drawn")
			}
		})
	}
}

// TestSoftHyphenShape shows that a word is shaped as one over a soft hyphen at which no
// line ends: with its kerning and ligatures, and its letters joined.
func TestSoftHyphenShape(t *testing.T) {
	for _, text := range []string{"AVATAR of\u00adfice", "A\u00adVA\u00adTAR \u00adoffice", "[مر\u00adحبا]{lang=ar}"} {
		glyphs := func(s string) (list []uint32) {
			doc, _ := set(t, volume(parse(t, "a.md", "---\ntitle: Shape\n---\n\n## Head\n\n"+s+"\n")), Options{})
			for _, pg := range doc.Pages {
				for _, it := range pg.Items {
					if tx, ok := it.(*document.Text); ok && tx.Elem != nil {
						for _, w := range tx.Words {
							for _, g := range w.Run.Glyphs {
								list = append(list, uint32(g.ID), uint32(g.Advance))
							}
						}
					}
				}
			}
			return list
		}
		got, want := glyphs(text), glyphs(strings.ReplaceAll(text, "\u00ad", ""))
		if len(want) == 0 || len(got) != len(want) {
			t.Fatalf("%q: %d glyphs, want %d", text, len(got)/2, len(want)/2)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q: glyph %d differs", text, i/2)
				break
			}
		}
	}
}

// TestSoftHyphenHead shows that running heads and bookmarks have none.
func TestSoftHyphenHead(t *testing.T) {
	doc := linked(t, volume(parse(t, "a.md", "---\ntitle: Con\u00adsti\u00adtu\u00adtion\n---\n\n"+strings.Repeat("word ", 3000)+"\n")), Options{})
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if tx, ok := it.(*document.Text); ok && tx.Elem == nil {
				for _, w := range tx.Words {
					if w.Hyphen || strings.Contains(w.Run.Text, "\u00ad") {
						t.Errorf("hyphen in a running head: %q", document.TextOf(tx))
					}
				}
			}
		}
	}
}
