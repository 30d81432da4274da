package spacing

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestHolds has the space of each text at the bar.
func TestHolds(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		want       bool
	}{
		{"en", "of | 5", false}, {"en", "12| km", true}, {"en", "12| km.", true}, {"en", "12| knots", false}, {"en", "50| %", true}, {"en", "5| €,", true},
		{"en", "cost| $5", false}, {"en", "cost| $ 5", false}, {"en", "21| °C", true}, {"en", "1| 234 567", true}, {"en", "1 234| 567", true}, {"en", "12| 3456", false}, {"en", "2024| 500", false},
		{"en", "5| in all", false}, {"en", "J.| Smith", true}, {"en", "J. R. R.| Tolkien", true}, {"en", "J.R.R.| Tolkien", true}, {"en", "plan b.| the", false},
		{"en", "Dr.| Morrow", true}, {"en", "Mr| Morrow", true}, {"en", "the doctor| Morrow", false}, {"en", "p.| 12", true}, {"en", "p.| xii", false}, {"en", "said no.| The", false}, {"en", "No.| 5", true},
		{"en", "§| 12", true}, {"en", "vol.| IV", true}, {"en", "e.| g.", true}, {"en", "8| a.m.", true}, {"en", "a| boat", false},
		{"de", "z.| B.", true}, {"de", "i.| d. R.", true}, {"de", "S.| 12", true}, {"de", "S.| war", false}, {"de", "8| Uhr", true}, {"de", "3| Mio.", true}, {"de", "Hr.| Lüders", true},
		{"pl", "szedł w| góry", true}, {"pl", "W| domu", true}, {"pl", "„W| domu", true}, {"pl", "we| wsi", false}, {"pl", "2020| r.", true}, {"pl", "(i| kot", true},
		{"cs", "byl v| knize", true}, {"sk", "bol k| nám", true}, {"en", "w| x", false},
		{"ru", "он в| доме", true}, {"ru", "сказал| бы", true}, {"ru", "сказал| бык", false}, {"ru", "1999| г.", true}, {"ru", "ул.| Садовая", true},
		{"fr", "5| h 30", true}, {"fr", "5 h| 30", true}, {"fr", "le h| 30", false}, {"fr", "M.| Dupont", true}, {"fr", "n°| 5", true}, {"fr", "mot| ;", true}, {"fr", "mot| :", true}, {"fr", "mot| :x", false},
		{"en", "word| ;", false}, {"fr-CA", "mot| ;", false}, {"fr-CA", "mot| :", true}, {"xx", "12| km", true},
		{"fr", "—| Tu viens", true}, {"es", "dijo —| Tu", false}, {"en", "|x", false}, {"en", "x|", false}, {"en", "½| km", true}, {"en", "m²| km", false},
		{"en", strings.Repeat("x", 40) + "5| km", false},
	} {
		before, after, _ := strings.Cut(tt.text, "|")
		if got := For(tt.lang).Holds(before, strings.TrimPrefix(after, " ")); got != tt.want {
			t.Errorf("%s: %s: got %t, want %t", tt.lang, tt.text, got, tt.want)
		}
	}
}

// TestText has narrow spaces as _ and word spaces at which no line ends as ~.
func TestText(t *testing.T) {
	white := strings.NewReplacer("_", "\u202f", "~", "\u00a0")
	for _, tt := range []struct{ lang, text, want string }{
		{"fr", "Où ?", "Où_?"}, {"fr", "Où?", "Où_?"}, {"fr", "Où~? Là", "Où_? Là"}, {"fr", "Quoi ?!", "Quoi_?!"}, {"fr", "Quoi ? !", "Quoi_?_!"},
		{"fr", "mot: suite ; fin!", "mot~: suite_; fin_!"}, {"fr", "« Bien ! » dit-il", "«_Bien_!_» dit-il"}, {"fr", "«Bien»", "«_Bien_»"},
		{"fr", "à 10:30 précises", "à 10:30 précises"}, {"fr", "https://example.org/a:b?c=d; puis", "https://example.org/a:b?c=d_; puis"},
		{"fr", "(?) [!]", "(?) [!]"}, {"fr", "mot :-)", "mot :-)"}, {"fr", "! seul", "! seul"}, {"fr", "Qui va là?»", "Qui va là_?_»"}, {"fr", "«", "«"},
		{"fr", "(voir : p. 5 ?)", "(voir~: p. 5_?)"}, {"fr", "« »", "«_»"}, {"fr", "oui … ?", "oui …_?"},
		{"fr-CH", "mot : suite «oui»", "mot_: suite «oui»"}, {"fr-CA", "Où ? mot : là", "Où ? mot~: là"}, {"en", "What ? a : b", "What ? a : b"},
	} {
		want := white.Replace(tt.want)
		got := Text(white.Replace(tt.text), tt.lang)
		if got != want {
			t.Errorf("%s: %s: got %q, want %q", tt.lang, tt.text, got, want)
		}
		if again := Text(got, tt.lang); again != got {
			t.Errorf("%s: %s: twice gives %q", tt.lang, tt.text, again)
		}
	}
}

// TestApply sets signs whose white, or whose word, stands in another look.
func TestApply(t *testing.T) {
	text := func(s string) *book.Text { return &book.Text{Value: s} }
	run := []book.Inline{
		text("Lire "), &book.Styled{Style: book.Emphasis, Content: []book.Inline{text("Le Port ")}}, text("; puis "), &book.Code{Value: "a ;"}, text(" ; "),
		&book.Span{Lang: "en", Content: []book.Inline{text("why ?")}}, text(" !"), &book.LineBreak{}, text("; fin"),
	}
	b := &book.Book{Language: "fr", Parts: []*book.Part{{Chapters: []*book.Chapter{{Title: []book.Inline{text("Où?")}, Body: []book.Block{&book.Paragraph{Content: run}}}}}}}
	Apply(b)
	c := b.Parts[0].Chapters[0]
	if got, want := book.PlainText(c.Title)+"|"+book.PlainText(run), "Où\u202f?|Lire Le Port\u202f; puis a ;\u202f; why ?\u202f! ; fin"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
