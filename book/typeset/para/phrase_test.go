package para

import (
	"slices"
	"testing"

	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// facesOf sets text and returns the families of its runs, by whether their text is in a phrase.
func facesOf(t *testing.T, text string, in func(s string) bool) (inside, outside []string) {
	t.Helper()
	s := bare(t, "en")
	p := s.paragraph(s.theme.Style(theme.Paragraph))
	p.Plain(text, s.Look(p.style, "en", s.elem))
	for _, st := range s.linesOf(p, frame{elem: s.elem, style: p.style}, 0) {
		for _, it := range st.Items {
			for _, w := range it.(*document.Text).Words {
				if to := &outside; in(w.Run.Text) {
					inside = append(inside, w.Run.Face.Family())
				} else {
					*to = append(*to, w.Run.Face.Family())
				}
			}
		}
	}
	slices.Sort(inside)
	slices.Sort(outside)
	return slices.Compact(inside), slices.Compact(outside)
}

// TestPhraseHasOneFace sets phrases of which the text face lacks a letter.
func TestPhraseHasOneFace(t *testing.T) {
	greek := func(s string) bool { r := []rune(s)[0]; return r >= 0x370 && r < 0x400 || r >= 0x1f00 && r < 0x2000 }
	spoken := func(words ...string) func(string) bool {
		return func(s string) bool { return slices.Contains(words, s) }
	}
	for _, tt := range []struct {
		name, text, want string
		in               func(string) bool
	}{
		{"old Greek", "He read και μετά the line μῆνιν ἄειδε θεά, και τα λοιπά, and slept.", "EB Garamond", func(s string) bool { return greek(s) && s != "και" && s != "μετά" }},
		{"new Greek", "He read και μετά τα λοιπά, and slept.", "Source Serif 4", greek},
		{"a transcription", "The word water [wot an ɔːt] is wet.", "EB Garamond", spoken("wot", "an", "ɔːt")},
		{"another", "The word water /wot an ɔːt/ is wet.", "EB Garamond", spoken("wot", "an", "ɔːt")},
		{"no transcription", "Either/or [wot an] is wet.", "Source Serif 4", spoken("[wot", "an]")},
	} {
		inside, outside := facesOf(t, tt.text, tt.in)
		if !slices.Equal(inside, []string{tt.want}) || len(outside) == 0 || outside[len(outside)-1] != "Source Serif 4" {
			t.Errorf("%s: the phrase is set in %q, the text in %q", tt.name, inside, outside)
		}
	}
}
