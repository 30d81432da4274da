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
		want       Hold
	}{
		{"en", "of | 5", Loose}, {"en", "12| km", Firmly}, {"en", "12| km.", Firmly}, {"en", "12| knots", Loose}, {"en", "50| %", Firmly}, {"en", "5| €,", Firmly},
		{"en", "cost| $5", Loose}, {"en", "cost| $ 5", Loose}, {"en", "21| °C", Firmly}, {"en", "1| 234 567", Firmly}, {"en", "1 234| 567", Firmly}, {"en", "12| 3456", Loose}, {"en", "2024| 500", Loose},
		{"en", "5| in all", Loose}, {"en", "J.| Smith", Liked}, {"en", "J. R. R.| Tolkien", Liked}, {"en", "J.R.R.| Tolkien", Liked}, {"en", "plan b.| the", Loose},
		{"en", "Dr.| Morrow", Liked}, {"en", "Mr| Morrow", Liked}, {"en", "the doctor| Morrow", Loose}, {"en", "p.| 12", Liked}, {"en", "p.| xii", Loose}, {"en", "said no.| The", Loose}, {"en", "No.| 5", Liked},
		{"en", "§| 12", Liked}, {"en", "vol.| IV", Liked}, {"en", "e.| g.", Firmly}, {"en", "8| a.m.", Firmly}, {"en", "a| boat", Loose},
		{"de", "z.| B.", Firmly}, {"de", "i.| d. R.", Firmly}, {"de", "S.| 12", Liked}, {"de", "S.| war", Loose}, {"de", "8| Uhr", Firmly}, {"de", "3| Mio.", Firmly}, {"de", "Hr.| Lüders", Liked},
		{"pl", "szedł w| góry", Firmly}, {"pl", "W| domu", Firmly}, {"pl", "„W| domu", Firmly}, {"pl", "we| wsi", Loose}, {"pl", "2020| r.", Firmly}, {"pl", "(i| kot", Firmly},
		{"cs", "byl v| knize", Firmly}, {"sk", "bol k| nám", Firmly}, {"en", "w| x", Loose},
		{"ru", "он в| доме", Firmly}, {"ru", "сказал| бы", Firmly}, {"ru", "сказал| бык", Loose}, {"ru", "1999| г.", Firmly}, {"ru", "ул.| Садовая", Liked},
		{"fr", "5| h 30", Firmly}, {"fr", "5 h| 30", Firmly}, {"fr", "le h| 30", Loose}, {"fr", "M.| Dupont", Liked}, {"fr", "n°| 5", Liked}, {"fr", "mot| ;", Firmly}, {"fr", "mot| :", Firmly}, {"fr", "mot| :x", Loose},
		{"en", "word| ;", Loose}, {"fr-CA", "mot| ;", Loose}, {"fr-CA", "mot| :", Firmly}, {"xx", "12| km", Firmly},
		{"fr", "—| Tu viens", Firmly}, {"es", "dijo —| Tu", Loose}, {"en", "|x", Loose}, {"en", "x|", Loose}, {"en", "½| km", Firmly}, {"en", "m²| km", Loose},
		{"en", strings.Repeat("x", 40) + "5| km", Loose},
	} {
		before, after, _ := strings.Cut(tt.text, "|")
		if got := For(tt.lang).Holds(before, strings.TrimPrefix(after, " ")); got != tt.want {
			t.Errorf("%s: %s: got %d, want %d", tt.lang, tt.text, got, tt.want)
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
