package parts

import (
	"strings"
	"testing"

	"octavo/book"
	plain "octavo/book/ingest/text"
)

// recognised reads a text without markup, and returns its chapter and what was guessed.
func recognised(lang, text string) (*book.Chapter, string) {
	a := plain.Read(text)
	a.Lang = lang
	c, guesses, _ := Recognise(a, Options{Lang: lang, Title: "None"})
	var said strings.Builder
	for _, g := range guesses {
		said.WriteString(g.As + ": " + g.Text + "\n")
	}
	return c, said.String()
}

// printed is all that an edition prints of a chapter, but for who wrote it.
func printed(c *book.Chapter) string {
	var out []string
	for _, run := range book.RunsOf(c) {
		if s := book.PlainText(run); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

// TestEnded has what stands below the mark of the end: gone words are said, private ones
// are not printed, a bio and a paragraph of prose stay.
func TestEnded(t *testing.T) {
	const body = "The ferry leaves at noon, and nobody is on it who would have to be anywhere else that day.\n\n"
	const bio = "Ann Roe is a writer in Hull."
	for _, tt := range []struct{ name, lang, below, said, stays string }{
		{"a word in signs", "en", "-ends-\n", "-ends-", ""},
		{"capitals", "en", "ENDS\n\nFee: 200 euros to my account, please.\n", "Fee: 200 euros to my account, please.", ""},
		{"thirty", "en", "-30-\n\nAnn Roe, 0171 555 0199\n", "Ann Roe, 0171 555 0199", ""},
		{"signs, and a bio", "en", "###\n\n" + bio + "\n\nWord count: 900\n", "Word count: 900", bio},
		{"signs, and a fee", "en", "###\n\nFee: 200 euros to my account, please.\n", "Fee: 200 euros to my account, please.", ""},
		{"brackets", "de", "(Ende)\n\nHonorar wie besprochen\n", "Honorar wie besprochen", ""},
		{"French", "fr", "Fin\n", "Fin", ""},
		{"Korean", "ko", "끝\n", "끝", ""},
		{"prose", "en", "-ends-\n\nThe keeper of the light counts the boats as they come in under it one by one.\n", "-ends-", "The keeper of the light counts the boats as they come in under it one by one."},
		{"scenes", "en", "###\n\n“Yes,” she said.\n\n“No,” he said.\n", "", "“Yes,” she said.\n“No,” he said."},
		{"no mark", "en", "The end of the mole is where he stands.\n", "", "The end of the mole is where he stands."},
		{"a telephone", "en", "Ann Roe, 0171 555 0199\n", "Ann Roe, 0171 555 0199", ""},
	} {
		above := body
		if tt.lang == "ko" {
			above = "바다에 첫눈이 내렸다. 배들은 묶여 있고 갈매기만 날았다. 사람들은 눈을 치웠다.\n\n"
		}
		c, said := recognised(tt.lang, "The quay\n\nBy Ann Roe\n\n"+above+above+tt.below)
		all := printed(c)
		if tt.said != "" && (!strings.Contains(said, tt.said) || strings.Contains(all, tt.said)) {
			t.Errorf("%s: %q is not said, or printed:\n%s\n%s", tt.name, tt.said, said, all)
		}
		if !strings.Contains(all, tt.stays) {
			t.Errorf("%s: %q is not printed:\n%s", tt.name, tt.stays, all)
		}
	}
}

// TestOnlyParagraph has texts whose one paragraph ends as a caption does, with a credit.
func TestOnlyParagraph(t *testing.T) {
	const text = "The ferry leaves at noon, and nobody is on it who would have to be anywhere else that day. © Ann Roe."
	for _, above := range []string{"", "The quay\n\nBy Ann Roe\n\n"} {
		c, _ := recognised("en", above+text+"\n")
		if c.Image != nil || len(c.Body) != 1 || book.PlainText(book.BlockInlines(c.Body[0])[0]) != text {
			t.Errorf("%q: the text became %q, and the picture %v", above, printed(c), c.Image)
		}
	}
}
