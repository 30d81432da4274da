package parts

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/internal/dump"
)

// articleOf makes an article of paragraphs: "---" is a break, "*...*" emphasis, a
// line that begins with "N " has the role of a note, and a bar parts what is strong
// from what follows it.
func articleOf(markup bool, paragraphs ...string) *draft.Article {
	a := &draft.Article{Markup: markup, Lang: "en", Title: draft.Text("The quay")}
	for _, s := range paragraphs {
		role := draft.None
		if rest, ok := strings.CutPrefix(s, "N "); ok {
			role, s = draft.Note, rest
		}
		var b book.Block = &book.Break{}
		if s != "---" {
			content := draft.Text(s)
			if inner := strings.Trim(s, "*"); inner != s {
				content = []book.Inline{&book.Styled{Style: book.Emphasis, Content: draft.Text(inner)}}
			} else if head, rest, ok := strings.Cut(s, "|"); ok {
				content = append([]book.Inline{&book.Styled{Style: book.Strong, Content: draft.Text(head)}}, draft.Text(rest)...)
			}
			b = &book.Paragraph{Content: content}
		}
		a.Blocks = append(a.Blocks, draft.Block{Block: b, Role: role})
	}
	return a
}

func TestEditorsNote(t *testing.T) {
	const body = "The ferry leaves at noon, and nobody is on it who would have to be anywhere."
	const more = "It has been so since the quay was built for the other ships, which have never come."
	for _, tt := range []struct {
		name       string
		paragraphs []string
		note, rest string // paragraphs, parted by strokes
		guess      string
	}{
		{"in a line", []string{"Editor's note: We asked a pilot.", body, more}, "We asked a pilot.", body + " / " + more, "We asked a pilot."},
		{"below its label", []string{"Editor's note", "We asked a pilot.", body, more}, "We asked a pilot.", body + " / " + more, "We asked a pilot."},
		{"up to a break", []string{"Editor's note: Read this.", "And this.", "---", body, more}, "Read this. / And this.", body + " / " + more, ""},
		{"up to a line of signs", []string{"Editor's note: Read this.", "* * *", body, more}, "Read this.", body + " / " + more, ""},
		{"in emphasis", []string{"*Editor's note: Read this.*", "*And this.*", body, more}, "Read this. / And this.", body + " / " + more, ""},
		{"in brackets", []string{"[Editor's note: Read this.]", body, more}, "Read this.", body + " / " + more, ""},
		{"with a label that is set apart", []string{"Editor's note| Read this.", "---", body, more}, "Read this.", body + " / " + more, ""},
		{"a paragraph that speaks of a note", []string{"Editor's note about nothing.", body, more}, "", "Editor's note about nothing. / " + body + " / " + more, ""},
		{"of several paragraphs that speak of the paper", []string{"Editor's note: Read this.", "More.", "We asked a pilot.", body, more}, "Read this. / More. / We asked a pilot.", body + " / " + more, "We asked a pilot."},
		{"before a quotation", []string{"Editor's note: Read this.", "“It is,” he said, and this newspaper agrees.", body, more}, "Read this.", "“It is,” he said, and this newspaper agrees. / " + body + " / " + more, ""},
		{"a label alone at the end", []string{body, more, "Editor's note: We asked a pilot."}, "We asked a pilot.", body + " / " + more, ""},
		{"by its role", []string{"N Editor's note: Read this.", "N And this.", body, more}, "Read this. / And this.", body + " / " + more, ""},
		{"by its role, without a label", []string{"N Read this.", body, more}, "Read this.", body + " / " + more, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, guesses, _ := Recognise(articleOf(true, tt.paragraphs...), Options{Lang: "en"})
			words := func(list []book.Block) string {
				var out []string
				for _, b := range list {
					if p, ok := b.(*book.Paragraph); ok {
						out = append(out, book.PlainText(p.Content))
					}
				}
				return strings.Join(out, " / ")
			}
			guess := ""
			for _, g := range guesses {
				if g.As == "end of the editor's note" {
					guess += g.Text
				}
			}
			if note, rest := strings.ReplaceAll(words(c.EditorsNote), "’", "'"), words(c.Body); note != tt.note || strings.ReplaceAll(rest, "’", "'") != tt.rest || guess != tt.guess {
				t.Errorf("got note %q, body %q, guess %q\nwant %q, %q, %q", note, rest, guess, tt.note, tt.rest, tt.guess)
			}
		})
	}
}

// TestTail has what stands below an article.
func TestTail(t *testing.T) {
	const body = "The ferry leaves at noon, and nobody is on it who would have to be anywhere."
	for _, tt := range []struct {
		name       string
		paragraphs []string
		want       string
	}{
		{"below a label", []string{"By Ann Roe", body, body, "About the author", "Ann Roe keeps the light."}, "Ann Roe: Ann Roe keeps the light."},
		{"an address of an author", []string{"By Ann Roe", body, body, "Ann Roe ann@example.org"}, "Ann Roe: <ann@example.org>"},
		{"an address alone", []string{"By Ann Roe", body, body, "desk@example.org"}, "Ann Roe: <desk@example.org>"},
		{"a bio in brackets", []string{"By Ann Roe", body, body, "(Ann Roe is a pilot.)"}, "Ann Roe: Ann Roe is a pilot."},
		{"a bio with its address", []string{"By Ann Roe", body, body, "Ann Roe is a pilot. Email: ann@example.org"}, "Ann Roe: Ann Roe is a pilot.<ann@example.org>"},
		{"a bio of two", []string{"By Ann Roe and Ben Coe", body, body, "Ann Roe is a pilot. Ben Coe is a poet."}, "Ann Roe: Ann Roe is a pilot. Ben Coe: Ben Coe is a poet."},
		{"bios of two", []string{"By Ann Roe and Ben Coe", body, body, "Ann Roe is a pilot.", "Ben Coe is a poet."}, "Ann Roe: Ann Roe is a pilot. Ben Coe: Ben Coe is a poet."},
		{"a signature", []string{body, body, "— Ann Roe"}, "Ann Roe:"},
		{"a correction", []string{"By Ann Roe", body, body, "Correction: It was four."}, "Ann Roe: [Correction: It was four.]"},
		{"a heading like one of a correction", []string{"By Ann Roe", body, "Corrections to the chart", body}, "Ann Roe: {Corrections to the chart}"},
		{"an address of the article", []string{"By Ann Roe", body, body, "https://example.org/a"}, "Ann Roe: https://example.org/a"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, _, _ := Recognise(articleOf(true, tt.paragraphs...), Options{Lang: "en"})
			var got []string
			for _, a := range c.Authors {
				s := a.Name + ": " + book.PlainText(a.Bio)
				if a.Email != "" {
					s += "<" + a.Email + ">"
				}
				got = append(got, strings.TrimSpace(s))
			}
			for _, b := range c.EditorsNote {
				got = append(got, "["+book.PlainText(b.(*book.Paragraph).Content)+"]")
			}
			for _, b := range c.Body {
				if p, ok := b.(*book.Paragraph); ok && book.PlainText(p.Content) != body {
					got = append(got, "{"+book.PlainText(p.Content)+"}")
				}
			}
			if c.Source.URL != "" {
				got = append(got, c.Source.URL)
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

func TestCredited(t *testing.T) {
	for _, tt := range []struct{ lang, in, want string }{
		{"en", "The quay. Photo: Ann Roe.", "The quay. | Ann Roe"},
		{"en", "The quay. Photo by A. Roe", "The quay. | A. Roe"},
		{"en", "The quay (Photo: Ann Roe)", "The quay | Ann Roe"},
		{"en", "(The quay. Photo: Ann Roe)", "The quay. | Ann Roe"},
		{"en", "Photo: Ann Roe", " | Ann Roe"},
		{"en", "▲ The quay. Photo: Ann Roe", "The quay. | Ann Roe"},
		{"en", "Caption: The quay. Photo: Ann Roe", "The quay. | Ann Roe"},
		{"en", "The quay. Map: Ann Roe", "The quay. | Map: Ann Roe"},
		{"en", "The quay © Ann Roe", "The quay | © Ann Roe"},
		{"en", "The quay. Photo courtesy of Ann Roe", "The quay. | courtesy of Ann Roe"},
		{"en", "The quay. MARCOS TRUJILLO (EFE)", "The quay. | MARCOS TRUJILLO (EFE)"},
		{"en", "The quay. Ann Roe/Reuters", "The quay. | Ann Roe/Reuters"},
		{"en", "The quay. Ann Roe", ""},
		{"en", "The quay. /Newsis", "The quay. | Newsis"},
		{"en", "Caption: The quay. Reuters", "The quay. | Reuters"},
		{"ja", "港の夕暮れ、佐伯直人撮影", "港の夕暮れ | 佐伯直人"},
		{"en", "The photo: it is not one. It says a lot; and more", ""},
		{"en", "The quay. Photo:", ""},
		{"en", "The quay. Photo: " + strings.Repeat("a", maxCredit), "The quay. | " + strings.Repeat("a", maxCredit)},
		{"en", "The quay. Photo: " + strings.Repeat("a", maxCredit+1), ""},
		{"en", strings.Repeat("a", maxCaption-15) + ". Photo: Ann Roe", ""},
		{"en", strings.Repeat("a", maxCaption-16) + ". Photo: Ann Roe", strings.Repeat("a", maxCaption-16) + ". | Ann Roe"},
	} {
		r := &reader{chapter: &book.Chapter{Lang: tt.lang}, tables: of(tt.lang), article: &draft.Article{}}
		got := ""
		if caption, credit, ok := r.credited(draft.Text(tt.in)); ok {
			got = book.PlainText(caption) + " | " + book.PlainText(credit)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestBody leaves out breaks that part nothing.
func TestBody(t *testing.T) {
	const body = "The ferry leaves at noon, and nobody is on it who would have to be anywhere."
	for _, tt := range []struct {
		name       string
		paragraphs []string
		want       string
	}{
		{"breaks at the ends and two together", []string{"---", body, "---", "***", body, "---"}, "paragraph \"" + body + "\"\nbreak\nparagraph \"" + body + "\"\n"},
	} {
		c, _, _ := Recognise(articleOf(true, tt.paragraphs...), Options{Lang: "en"})
		var pr dump.Printer
		pr.Blocks(c.Body)
		if got := pr.String(); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
