package layout

import (
	"octavo/book/typeset/document"
	"strings"
	"testing"
)

// TestTitles sets titles and looks at where their lines end.
func TestTitles(t *testing.T) {
	tests := []struct{ name, title, want string }{
		{"one line", "The Ferry", "The Ferry"},
		{"compound kept", "A year of China-S.Korea ties and what is to come", "A year of China-S.Korea / ties and what is to come"},
		{"compound at the end", "What nobody says aloud about China-S.Korea", "What nobody says aloud / about China-S.Korea"},
		{"dash kept", "The pilot—his master and the lighthouse", "The pilot—his master / and the lighthouse"},
		{"no short last word", "Responsibilities acknowledged throughout the sea", "Responsibilities / acknowledged / throughout the sea"},
		{"syllables of Hangul", "한국과 중국의 새로운 관계를 위한 제안과 전망", "한국과 중국의 새로운 / 관계를 위한 제안과 전망"},
		{"too long for a line", "Antidisestablishmentarianism", "Antidisestablish- / mentarianism"},
		{"hyphen before hyphens", "Antidisestablishmentarianism-internationalization",
			"Antidisestablish- / mentarianism- / internationalization"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, "t.md", "---\ntitle: "+tt.title+"\n---\n\nText.\n")
			doc, _ := set(t, volume(c), Options{})
			if got := strings.Join(linesOfType(doc, "H1", doc.Breaks[0].Page), " / "); got != tt.want {
				t.Errorf("the lines are %q, want %q", got, tt.want)
			}
		})
	}
}

// linesOfType returns the lines of the text of an element type on a page.
func linesOfType(doc *document.Document, typ string, page int) []string {
	var lines []string
	for _, it := range doc.Pages[page].Items {
		if text, ok := it.(*document.Text); ok && text.Elem != nil && text.Elem.Type == typ {
			lines = append(lines, strings.TrimSpace(document.TextOf(text)))
		}
	}
	return lines
}

// TestForcedBreak reads the words beside a forced line break apart.
func TestForcedBreak(t *testing.T) {
	c := parse(t, "t.md", "---\ntitle: T\n---\n\nA. R.\\\nSkarne\n")
	doc, _ := set(t, volume(c), Options{})
	var got strings.Builder
	for _, it := range doc.Pages[doc.Breaks[0].Page].Items {
		if text, ok := it.(*document.Text); ok && text.Elem != nil && text.Elem.Type == "P" {
			got.WriteString(document.TextOf(text))
		}
	}
	if got.String() != "A. R. Skarne" {
		t.Errorf("the text is %q", got.String())
	}
}
