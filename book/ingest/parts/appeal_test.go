package parts

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/language/langdata"
)

// appealTo recognises an article of paragraphs, "*" being a break, and returns its text without
// the two paragraphs of prose that it begins with, and what was told of it.
func appealTo(lang string, lines ...string) (body, told string) {
	prose := strings.Repeat("The tide comes in over the flats at four, and nobody in the village hears it. ", 3)
	a := &draft.Article{Title: draft.Text("Tides"), Lang: lang, Markup: true, Page: true}
	for _, s := range append([]string{prose, prose}, lines...) {
		var b book.Block = &book.Paragraph{Content: draft.Text(s)}
		if s == "*" {
			b = &book.Break{}
		}
		a.Blocks = append(a.Blocks, draft.Block{Block: b})
	}
	c, guesses, _ := Recognise(a, Options{Lang: lang})
	var kept []string
	for _, b := range c.Body[min(2, len(c.Body)):] {
		switch b := b.(type) {
		case *book.Paragraph:
			kept = append(kept, book.PlainText(b.Content))
		case *book.Break:
			kept = append(kept, "*")
		}
	}
	for _, g := range guesses {
		if g.LeftOut() {
			told += g.Text + "|"
		}
	}
	return strings.Join(kept, "|"), told
}

// TestAppeals leaves out calls to readers at the end of an article and between breaks, and
// nothing that only begins like one.
func TestAppeals(t *testing.T) {
	for _, tt := range []struct {
		lines      []string
		body, told string
	}{
		{[]string{"If you enjoyed this story, please hold the clap button."}, "", "If you enjoyed this story, please hold the clap button.|"},
		{[]string{"*", "Follow me on Twitter for more on tides.", "Thanks for reading!"}, "", "Follow me on Twitter for more on tides.|Thanks for reading!|"},
		{[]string{"*", "Please share this with whoever sails.", "*", "The bar shifts again."}, "*|The bar shifts again.", "Please share this with whoever sails.|"},
		{[]string{"*", "Please share this with whoever sails.", "The bar shifts again.", "*", "It does."}, "*|Please share this with whoever sails.|The bar shifts again.|*|It does.", ""},
		{[]string{"If you enjoyed the second act, the third will not be enough for you."}, "If you enjoyed the second act, the third will not be enough for you.", ""},
		{[]string{"“Follow me on the ladder,” she said, and went up."}, "“Follow me on the ladder,” she said, and went up.", ""},
		{[]string{"The wolves follow us on the ice, and nobody claps."}, "The wolves follow us on the ice, and nobody claps.", ""},
		{[]string{"Thanks for reading, she said. The boy went out. The bar shifted in the night. Nobody saw it."}, "Thanks for reading, she said. The boy went out. The bar shifted in the night. Nobody saw it.", ""},
		{[]string{"Thanks for reading! I am Ann. I write on tides."}, "", "Thanks for reading! I am Ann. I write on tides.|"},
		{[]string{"Please clap.", "The bar shifts again in the night, as the keeper had said that it would."}, "Please clap.|The bar shifts again in the night, as the keeper had said that it would.", ""},
	} {
		body, told := appealTo("en", tt.lines...)
		if body != tt.body || told != tt.told {
			t.Errorf("%q: got %q and %q, want %q and %q", tt.lines, body, told, tt.body, tt.told)
		}
	}
}

// TestAppealsOfDrawers leaves out the calls of each language, at the end of its text.
func TestAppealsOfDrawers(t *testing.T) {
	for _, d := range langdata.All() {
		if d.Import["frequent"] == nil || d.Like != "" {
			continue
		}
		call, condition, act := d.Import["appeal"], d.Import["appeal-if"], d.Import["appeal-act"]
		if len(call) == 0 || len(condition) == 0 || len(act) == 0 {
			t.Errorf("%s has no calls to readers", d.Tag)
			continue
		}
		for _, s := range []string{strings.TrimPrefix(call[0], "…") + " X.", condition[0] + " X, " + act[0] + "."} {
			if body, told := appealTo(d.Tag, s); body != "" || told == "" {
				t.Errorf("%s: %q stays as %q", d.Tag, s, body)
			}
		}
	}
}
