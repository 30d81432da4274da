package book_test

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
)

// TestIndex marks terms, written term=entry, and prints the index.
func TestIndex(t *testing.T) {
	tests := []struct {
		name, marks, want string
	}{
		{"none", "", ""},
		{"sorted by letter", "tide, “ebb”, Ebb tide, neap", "“ebb” 1, Ebb tide 1, neap 1, tide 1"},
		{"one term twice", "tide, ebb, tide", "ebb 1, tide 2"},
		{"entry for the text", "the tides=tide, tide", "tide 2"},
		{"within another", "springs=tide!spring, tide, neaps=tide!neap", "tide 1 (neap 1, spring 1)"},
		{"deeper than three", "x=a!b!c!d", "a 0 (b 0 (c 1))"},
		{"nothing named", "x= ! ,  ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p book.Paragraph
			for _, m := range strings.Split(tt.marks, ", ") {
				text, entry, _ := strings.Cut(m, "=")
				p.Content = append(p.Content, &book.Span{Indexed: true, Entry: entry, Content: []book.Inline{&book.Text{Value: text}}})
			}
			b := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{{Body: []book.Block{&p}}}}}}
			if got := printed(book.Index(b, locale.NewCollation("en").Compare)); got != tt.want {
				t.Errorf("the index is %q, want %q", got, tt.want)
			}
		})
	}
}

// TestIndexOfTitles lists the terms of titles and headings before those of the text.
func TestIndexOfTitles(t *testing.T) {
	term := func(entry string) []book.Inline { return []book.Inline{&book.Span{Indexed: true, Entry: entry}} }
	c := &book.Chapter{Title: term("title"), Subtitle: term("standfirst"), Body: []book.Block{
		&book.Heading{Level: 2, Content: term("title")}, &book.Paragraph{Content: term("text")},
	}}
	b := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{c}}}}
	list := book.Index(b, strings.Compare)
	if got := printed(list); got != "standfirst 1, text 1, title 2" {
		t.Fatalf("the index is %q", got)
	}
	if list[2].Marks[0].Span != c.Title[0] {
		t.Error("the title is not the first of its places")
	}
}

// TestIndexOfBios lists the terms of kickers and bios, and one in the bio of a person with
// two chapters once, in the first of them. What is outside of the chapters is not listed.
func TestIndexOfBios(t *testing.T) {
	term := func(entry string) []book.Inline { return []book.Inline{&book.Span{Indexed: true, Entry: entry}} }
	ann := &book.Person{Bio: term("bio")}
	first := &book.Chapter{Kicker: term("kicker"), Title: term("kicker"), Authors: []*book.Person{ann}}
	second := &book.Chapter{Authors: []*book.Person{ann, {Bio: term("bio")}}}
	b := &book.Book{
		Pages:        []*book.Page{{Matter: book.ForewordPage, Note: &book.Note{Blocks: []book.Block{&book.Paragraph{Content: term("foreword")}}}}},
		Contributors: []*book.Person{{Bio: term("editor")}},
		Parts:        []*book.Part{{Title: term("part"), Chapters: []*book.Chapter{first, second}}},
	}
	list := book.Index(b, strings.Compare)
	if got := printed(list); got != "bio 2, kicker 2" {
		t.Fatalf("the index is %q", got)
	}
	if m := list[0].Marks; m[0].Chapter != first || m[1].Chapter != second {
		t.Error("the bios are not listed in the chapters that they are in first")
	}
	if list[1].Marks[0].Span != first.Kicker[0] {
		t.Error("the kicker is not the first of its places")
	}
}

func printed(list []*book.IndexEntry) string {
	var out []string
	for _, e := range list {
		s := fmt.Sprintf("%s %d", e.Term, len(e.Marks))
		if len(e.Kids) > 0 {
			s += " (" + printed(e.Kids) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}
