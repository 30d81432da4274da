package compile

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"The Width of the Water", "the-width-of-the-water"},
		{"Où l’Été va: ça & là (Straße, Øre)", "où-lété-va-ça-là-straße-øre"},
		{"The Pilot's “Book” — 2nd ed.", "the-pilots-book-2nd-ed"},
		{"海峡两岸：第二版", "海峡两岸-第二版"},
		{"해협의 너비", "해협의-너비"},
		{"Ширина воды", "ширина-воды"},
		{"दो तट", "दो-तट"},
		{"", "book"},
		{"?! … — *", "book"},
		{"\x00\n\t/\\", "book"},
		{"../../etc/passwd", "etc-passwd"},
		{`C:\Windows\System32`, "c-windows-system32"},
		{".hidden", "hidden"},
		{"-rf", "rf"},
		{"CON", "book-con"},
		{"nul.", "book-nul"},
		{"COM9", "book-com9"},
		{"con man", "con-man"},
		{"a\u202eb", "a-b"},
		{"soft\u00adhyphen", "softhyphen"},
		{strings.Repeat("潮", 300), strings.Repeat("潮", 60)},
		{strings.Repeat("x", 300), strings.Repeat("x", 60)},
		{strings.Repeat("tide ", 60), strings.TrimSuffix(strings.Repeat("tide-", 12), "-")},
		{strings.Repeat("tides ", 60), strings.TrimSuffix(strings.Repeat("tides-", 10), "-")},
		{strings.Repeat("harbour ", 60), strings.TrimSuffix(strings.Repeat("harbour-", 7), "-")},
		{strings.Repeat("\U00020000", 300), strings.Repeat("\U00020000", 46)},
	} {
		if got := fileName(c.title); got != c.want {
			t.Errorf("fileName(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

func TestFileNames(t *testing.T) {
	pdf := func(media book.Media, trim string) book.Edition {
		return book.Edition{Format: book.PDF, Media: media, Trim: trim}
	}
	for _, c := range []struct {
		name     string
		editions []book.Edition
		want     []string
	}{
		{"one of each", []book.Edition{{Format: book.EPUB}, pdf("", "")}, []string{"a.epub", "a.pdf"}},
		{"medium", []book.Edition{pdf("", ""), pdf(book.Print, "")}, []string{"a.pdf", "a-print.pdf"}},
		{"trim", []book.Edition{pdf("", ""), pdf("", "a4"), pdf("", "6in x 9in")}, []string{"a.pdf", "a-a4.pdf", "a-6in-x-9in.pdf"}},
		{"medium, then trim", []book.Edition{pdf("", ""), pdf(book.Print, ""), pdf(book.Print, "a4")}, []string{"a.pdf", "a-print.pdf", "a-print-a4.pdf"}},
		{"ink", []book.Edition{pdf("", ""), pdf(book.Print, ""), {Format: book.PDF, Media: book.Print, Ink: book.Colour}}, []string{"a.pdf", "a-print.pdf", "a-print-color.pdf"}},
		{"alike", []book.Edition{pdf("", ""), pdf("", ""), pdf("", "")}, []string{"a.pdf", "a-b.pdf", "a-c.pdf"}},
	} {
		if got := fileNames("A", c.editions); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestFileNamesUnique(t *testing.T) {
	const many = 200
	editions := make([]book.Edition, many)
	for i := range editions {
		editions[i] = book.Edition{Format: book.EPUB, Media: book.Print}
	}
	names := fileNames(strings.Repeat("\U00020000", 300), editions)
	slices.Sort(names)
	if n := len(slices.Compact(names)); n != many {
		t.Errorf("%d names for %d editions", n, many)
	}
}

func FuzzFileName(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{"A Title", "con", "../x", "潮\u0301", "\xff\x00", strings.Repeat("ab ", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, title string) {
		name := fileName(title)
		switch {
		case name == "" || reserved[name]:
			t.Errorf("%q gives %q", title, name)
		case strings.ContainsAny(name, "/\\:*?\"<>|. \x00") || strings.HasPrefix(name, "-") || strings.HasSuffix(name, "-"):
			t.Errorf("%q gives %q", title, name)
		case len(name) > maxNameBytes+utf8.UTFMax+1 || !utf8.ValidString(name):
			t.Errorf("%q gives %d bytes: %q", title, len(name), name)
		}
	})
}
