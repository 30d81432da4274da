package text

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// letterOf returns the subject, the sender, what is furniture and what is the article of a
// text: a line for each paragraph.
func letterOf(in string) (got [4]string) {
	a := Read(in)
	got[0], got[1] = a.Hint, a.Creator
	for _, b := range a.Blocks {
		words := ""
		for _, run := range book.BlockInlines(b.Block) {
			words += book.PlainText(run) + "\n"
		}
		if b.Role == draft.Furniture {
			got[2] += words
		} else {
			got[3] += words
		}
	}
	return got
}

func TestMail(t *testing.T) {
	const article = "\n\nThe ferry leaves.\n\nNobody is on it.\n\nNobody has to be.\n\nIt is so.\n\nSo it is.\n\nFor ever."
	const words = "The ferry leaves.\nNobody is on it.\nNobody has to be.\nIt is so.\nSo it is.\nFor ever.\n"
	const head = "From: Ann Roe\nDate: Monday\nSubject: The quay"
	quoted := func(s string) string { return "> " + strings.ReplaceAll(s, "\n", "\n> ") }
	for _, tt := range []struct {
		name, in                       string
		subject, sender, around, words string
	}{
		{"a mail", head + article, "The quay", "Ann Roe", head + "\n", words},
		{"an address", "From: \"Ann Roe\" <ann@example.org>\nTo: Bo\nSubject: Re: Fwd: The quay: a view" + article, "The quay: a view", "Ann Roe",
			"From: \"Ann Roe\" <ann@example.org>\nTo: Bo\nSubject: Re: Fwd: The quay: a view\n", words},
		{"no reply", "From: Ann\nTo: Bo\nSubject: Notice: the quay" + article, "Notice: the quay", "Ann", "From: Ann\nTo: Bo\nSubject: Notice: the quay\n", words},
		{"two fields", "From: Ann Roe\nSubject: The quay" + article, "", "", "", "From: Ann Roe\nSubject: The quay\n" + words},
		{"passed on", "Read this!\n\n---------- Forwarded message ---------\n" + head + article, "The quay", "Ann Roe",
			"Read this!\n---------- Forwarded message ---------\n" + head + "\n", words},
		{"passed on twice", "Begin forwarded message:\n\nFrom: Bo\nTo: Cy\nSubject: Fwd: Read\n\n" + head + article, "The quay", "Ann Roe",
			"Begin forwarded message:\nFrom: Bo\nTo: Cy\nSubject: Fwd: Read\n" + head + "\n", words},
		{"a field of two lines", "From: Ann Roe\nTo: Bo,\n  Cy\nSubject: The quay" + article, "The quay", "Ann Roe", "From: Ann Roe\nTo: Bo,\nCy\nSubject: The quay\n", words},
		{"bold names", "*From:* Ann Roe\n*Sent:* Monday\n*Subject:* The quay" + article, "The quay", "Ann Roe", "*From:* Ann Roe\n*Sent:* Monday\n*Subject:* The quay\n", words},
		{"German", "Von: Ann Roe\nGesendet: Montag\nAn: Bo\nBetreff: AW: Der Kai" + article, "Der Kai", "Ann Roe", "Von: Ann Roe\nGesendet: Montag\nAn: Bo\nBetreff: AW: Der Kai\n", words},
		{"Japanese", "差出人：安\n日付：月曜日\n件名：埠頭" + article, "埠頭", "安", "差出人：安\n日付：月曜日\n件名：埠頭\n", words},
		{"a signature", head + article + "\n\n-- \nAnn\nThe Packet", "The quay", "Ann Roe", head + "\n--\nAnn\nThe Packet\n", words},
		{"a line that is no signature", "The ferry leaves.\n\n--\nAnn", "", "", "", "The ferry leaves.\n--\nAnn\n"},
		{"a long signature", head + article + "\n\n--" + strings.Repeat("\n\nx", 10), "The quay", "Ann Roe", head + "\n", words + "--\n" + strings.Repeat("x\n", 10)},
		{"fields at the end", strings.TrimLeft(article, "\n") + "\n\n" + head + "\n\nBye", "", "", "", words + head + "\nBye\n"},
		{"fields alone", head, "", "", "", head + "\n"},
		{"fields of a paragraph", "Words\n" + head + article, "", "", "", "Words\n" + head + "\n" + words},

		{"quoted", quoted("a\n\nb\n\nc\n\nd"), "", "", "", "a\nb\nc\nd\n"},
		{"quoted twice", quoted(quoted("a\nb\nc\nd")), "", "", "", "a\nb\nc\nd\n"},
		{"quoted without spaces", " >a\n>b\n>c\n>  d", "", "", "", "a\nb\nc\nd\n"},
		{"a line above", "On Monday she wrote:\n" + quoted("a\nb\nc\nd\ne\nf\ng\nh"), "", "", "", "On Monday she wrote:\na\nb\nc\nd\ne\nf\ng\nh\n"},
		{"two lines above", "On Monday\nshe wrote:\n" + quoted("a\nb\nc\nd\ne\nf\ng\nh"), "", "", "", "On Monday\nshe wrote:\n" + quoted("a\nb\nc\nd\ne\nf\ng\nh") + "\n"},
		{"three lines", quoted("a\nb\nc"), "", "", "", quoted("a\nb\nc") + "\n"},
	} {
		if got, want := letterOf(tt.in), [4]string{tt.subject, tt.sender, tt.around, tt.words}; got != want {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, want)
		}
	}
}

// TestUnwrap joins lines only where a hand has broken them, at 60 columns here.
func TestUnwrap(t *testing.T) {
	const a, b = "The ferry leaves the quay at noon, and nobody who stands", "would have to be anywhere; it has been so since the quay was"
	const joined = a + " " + b
	for _, tt := range []struct {
		name string
		in   []string
		want []string
	}{
		{"broken", []string{a, b, b, "end."}, []string{joined + " " + b + " end."}},
		{"paragraphs", []string{a, b, "end.", "", a, b, "end."}, []string{joined + " end.", joined + " end."}},
		{"a short line that ends", []string{a, b, "built. He sits.", "Then it goes.", b, b}, []string{joined + " built. He sits.", "Then it goes.", b + " " + b}},
		{"a sentence that runs on", []string{a, b, "the other ships, which have never come to it for", "a very-long-name-that-does-not-fit-on-the-line", b}, []string{joined + " the other ships, which have never come to it for a very-long-name-that-does-not-fit-on-the-line " + b}},
		{"an indent", []string{a, b, "  " + a, b}, []string{joined, joined}},
		{"a list", []string{a, b, "- " + a, b}, []string{joined, "- " + joined}},
		{"too wide", []string{a + a, b + b, a + a}, []string{a + a, b + b, a + a}},
		{"too narrow", []string{"the ferry leaves the quay", "at noon, and nobody who is", "anywhere; it has been so"}, []string{"the ferry leaves the quay", "at noon, and nobody who is", "anywhere; it has been so"}},
		{"most lines short", []string{a, b, "one", "Two", "Three", "Four", b}, []string{a, b, "one", "Two", "Three", "Four", b}},
	} {
		got := strings.Split(strings.TrimSuffix(letterOf(strings.Join(tt.in, "\n"))[3], "\n"), "\n")
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// TestMarkers reads what an item of a list begins with.
func TestMarkers(t *testing.T) {
	for in, want := range map[string]struct {
		number, size int
		ok           bool
	}{
		"- a": {0, 2, true}, "* a": {0, 2, true}, "– a": {0, 4, true}, "•a": {0, 3, true}, "・ a": {0, 4, true}, "-\ta": {0, 2, true}, "‣ a": {0, 4, true}, "◦ a": {0, 4, true}, "▪ a": {0, 4, true},
		"1. a": {1, 3, true}, "12) a": {12, 4, true}, "999.\ta": {999, 5, true}, "1000. a": {}, "0. a": {}, "1.a": {}, "1: a": {}, "1.": {}, "- ": {}, "-a": {}, "a": {}, "": {},
	} {
		number, size, ok := marker(in)
		if ok != want.ok || ok && (number != want.number || size != want.size) {
			t.Errorf("%q: %d, %d, %t, want %v", in, number, size, ok, want)
		}
	}
}
