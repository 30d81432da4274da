package parts

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	plain "octavo/book/ingest/text"
	"octavo/book/internal/dump"
)

// TestText recognises texts without markup. The wanted result is the head, a line for each
// part, and the body as its tree.
func TestText(t *testing.T) {
	const body = "The ferry leaves at noon, and nobody is on it who would have to be anywhere."
	const tree = "paragraph \"" + body + "\"\n"
	for _, tt := range []struct{ name, in, want string }{
		{"a pull quote", "The quay\n\nBy Ann Roe\n\n" + body + "\n\n“nobody is on it who would have to be”\n\n" + body + "\n", "title The quay\nauthor Ann Roe\n" + tree + tree},
		{"a quotation that is no pull quote", "The quay\n\nBy Ann Roe\n\n" + body + "\n\n“nobody is there who would have to be”\n\n" + body + "\n", "title The quay\nauthor Ann Roe\n" + tree + "paragraph \"“nobody is there who would have to be”\"\n" + tree},
		{"headings that are numbered", "The quay\n\nBy Ann Roe\n\n" + body + "\n\n1. The harbour in winter\n\n" + body + " " + body + "\n\n2. Ice\n\n" + body + "\n",
			"title The quay\nauthor Ann Roe\n" + tree + "heading 2 #1-the-harbour-in-winter \"1. The harbour in winter\"\nparagraph \"" + body + " " + body + "\"\nheading 2 #2-ice \"2. Ice\"\n" + tree},
		{"headings that are numbered in letters", "The quay\n\nBy Ann Roe\n\n" + body + "\n\nI. The harbour in winter\n\n" + body + " " + body + "\n\nII. Ice\n\n" + body + "\n",
			"title The quay\nauthor Ann Roe\n" + tree + "heading 2 #i-the-harbour-in-winter \"I. The harbour in winter\"\nparagraph \"" + body + " " + body + "\"\nheading 2 #ii-ice \"II. Ice\"\n" + tree},
		{"a kicker of two sections", "Opinion & Analysis\n\nThe quay\n\nBy Ann Roe\n\n" + body + "\n\n" + body + "\n", "kicker Opinion & Analysis\ntitle The quay\nauthor Ann Roe\n" + tree + tree},
		{"a section in brackets", "[Opinion] The quay\n\nBy Ann Roe\n\n" + body + "\n\n" + body + "\n", "kicker Opinion\ntitle The quay\nauthor Ann Roe\n" + tree + tree},
		{"brackets that are no section", "[Updated] The quay\n\nBy Ann Roe\n\n" + body + "\n\n" + body + "\n", "title [Updated] The quay\nauthor Ann Roe\n" + tree + tree},
		{"a byline with a place", "The quay\n\nBy Ann Roe, Sankt Veit\n\n" + body + "\n\n" + body + "\n", "title The quay\nauthor Ann Roe\n" + tree + tree},
		{"another article below", "The quay\n\nBy Ann Roe\n\n" + body + "\n\n" + body + " " + body + "\n\nThe dam\n\nBy Bo Hansen\n\n" + body + "\n", "title The quay\nauthor Ann Roe\n" + tree + "paragraph \"" + body + " " + body + "\"\nparagraph \"The dam\"\nparagraph \"By Bo Hansen\"\n" + tree + "warning another article stands in this one, from \"The dam\" on\n"},
		{"a heading that begins as a byline", "The quay\n\nBy Ann Roe\n\n" + body + "\n\nThe dam\n\nBy noon\n\n" + body + "\n", "title The quay\nauthor Ann Roe\n" + tree + "paragraph \"The dam\"\nheading 2 #by-noon \"By noon\"\n" + tree},
		{"lengths, and a cast that begins as one", "The quay\n\nBy Ann Roe\n\n" + body + "\n\nWords: 1,200\n\n" + body + "\n\nCharacters: a miller.\n\n" + body + "\n", "title The quay\nauthor Ann Roe\n" + tree + tree + "paragraph \"Characters: a miller.\"\n" + tree},
		{"a date that may be another", "The quay\n\nBy Ann Roe\n\nPublished: 05/11/2025\n\n" + body + "\n\n" + body + "\n", "title The quay\nauthor Ann Roe\ndate 2025-05-11\n" + tree + tree},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := plain.Read(tt.in)
			a.Lang = "en"
			c, _, warnings := Recognise(a, Options{Lang: "en", Title: "None"})
			var got strings.Builder
			field := func(name, value string) {
				if value != "" {
					fmt.Fprintf(&got, "%s %s\n", name, value)
				}
			}
			field("kicker", book.PlainText(c.Kicker))
			field("title", book.PlainText(c.Title))
			field("subtitle", book.PlainText(c.Subtitle))
			for _, p := range c.Authors {
				field("author", p.Name)
			}
			if !c.Date.IsZero() {
				field("date", c.Date.String())
			}
			var pr dump.Printer
			pr.Blocks(c.Body)
			told := ""
			for _, w := range warnings {
				told += "warning " + w.Message + "\n"
			}
			if s := got.String() + pr.String() + told; s != tt.want {
				t.Errorf("got\n%s\nwant\n%s", s, tt.want)
			}
		})
	}
}

// TestFallBack gives a title and an author to a text that has none.
func TestFallBack(t *testing.T) {
	for _, tt := range []struct{ hint, creator, want string }{
		{"", "", "The file by ; title, from the name of the file: The file"},
		{"The bar", "", "The bar by ; title, from the document's properties: The bar"},
		{"The bar", "Ann Roe", "The bar by Ann Roe; author, from the document's properties: Ann Roe; title, from the document's properties: The bar"},
		{"", "user 1", "The file by ; title, from the name of the file: The file"},
	} {
		r := &reader{chapter: &book.Chapter{}, article: &draft.Article{Hint: tt.hint, Creator: tt.creator}, opt: Options{Title: "The file"}}
		r.fallBack()
		got := book.PlainText(r.chapter.Title) + " by "
		for _, a := range r.chapter.Authors {
			got += a.Name
		}
		for _, g := range r.guesses {
			got += "; " + g.As + ": " + g.Text
		}
		if got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

// TestMerge fills in what a figure lacks from another of the same picture.
func TestMerge(t *testing.T) {
	figure := func(words string) *book.Figure {
		w := append(strings.Split(words, "|"), "", "", "")
		return &book.Figure{Image: &book.Image{Src: w[0], Alt: w[1]}, Caption: draft.Text(w[2]), Credit: draft.Text(w[3])}
	}
	for _, tt := range []struct{ a, b, want string }{
		{"", "a|b|c|d", "a|b|c|d"}, {"a|b|c|d", "e|f|g|h", "a|b|c|d"}, {"a||c|", "e|f|g|h", "a|f|c|h"}, {"|b||d", "e|f|g|h", "e|b|g|d"},
	} {
		f := figure(tt.a)
		merge(f, figure(tt.b))
		if got := strings.Join([]string{f.Image.Src, f.Image.Alt, book.PlainText(f.Caption), book.PlainText(f.Credit)}, "|"); got != tt.want {
			t.Errorf("%s with %s is %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestSamePicture keeps a figure whose picture is that of the lead figure, and whose words are
// others.
func TestSamePicture(t *testing.T) {
	for _, tt := range []struct {
		a, b  string
		other bool
	}{{"", "The quay", false}, {"The quay", "The quay", false}, {"The quay at four", "The quay", false}, {"The quay", "The mole", true}} {
		if got := otherWords(&book.Figure{Caption: draft.Text(tt.a)}, &book.Figure{Caption: draft.Text(tt.b)}); got != tt.other {
			t.Errorf("%q and %q: got %t", tt.a, tt.b, got)
		}
	}
}
