package layout

import (
	"maps"
	"octavo/book/typeset/document"
	"slices"
	"strings"
	"testing"
)

// TestHyphenate sets a paragraph of one long word, over and over, and looks at
// where its lines divide the word.
func TestHyphenate(t *testing.T) {
	const word = "Skarneswatering"
	for _, c := range []struct {
		name, lang string
		own        map[string][]string
		want       string
	}{
		{"patterns", "en", nil, "Skarneswa"},
		{"no patterns", "cs", nil, ""},
		{"an own word", "en", map[string][]string{"en": {"skarnes-watering"}}, "Skarnes"},
		{"one that is not divided", "en", map[string][]string{"en": {word}}, ""},
		{"one of another region", "en-US", map[string][]string{"en-GB": {"Skar-neswatering"}}, "Skar"},
		{"one of another language", "en", map[string][]string{"de": {word}}, "Skarneswa"},
		{"one of a language without patterns", "cs", map[string][]string{"cs": {"Skarnes-watering"}}, "Skarnes"},
		{"patterns of the book", "cs", map[string][]string{"patterns": {"s1w"}}, "Skarnes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := volume(parse(t, "a.md", "---\ntitle: T\n---\n\n["+strings.Repeat(word+" they ", 120)+"]{lang="+c.lang+"}\n"))
			if own, ok := c.own["patterns"]; ok {
				b.Patterns = map[string]string{"cs": `\patterns{` + own[0] + `}`}
			} else {
				b.Hyphenate = c.own
			}
			doc, _ := set(t, b, Options{Workers: 1})
			if got := strings.Join(dividedAfter(doc), " "); got != c.want {
				t.Errorf("divided after %q, want %q", got, c.want)
			}
		})
	}
}

// dividedAfter returns the parts of words that lines end with, each once.
func dividedAfter(doc *document.Document) []string {
	ends := map[string]bool{}
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if tx, ok := it.(*document.Text); ok {
				if s, ok := strings.CutSuffix(document.TextOf(tx), "-"); ok {
					ends[s[strings.LastIndexByte(s, ' ')+1:]] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(ends))
}
