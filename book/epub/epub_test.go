package epub

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/epub/look"
	"octavo/book/font/shape"
	"octavo/book/graphic/picture"
	"octavo/book/internal/validator"
	"octavo/book/language/locale"
	"octavo/book/typeset/theme"
)

func text(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }

func para(list ...book.Inline) *book.Paragraph { return &book.Paragraph{Content: list} }

func words(s string) *book.Text { return &book.Text{Value: s} }

func day(y int, m time.Month, d int) book.Date {
	return book.Date{Time: time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
}

// png is a picture of one pixel.
var png = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU" +
	"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82")

// sample is a book with every block and inline, two parts and a chapter in
// Korean.
func sample(t testing.TB) *book.Book {
	t.Helper()
	pic, err := picture.Probe("images/Map of the Köln.png", png)
	if err != nil {
		t.Fatal(err)
	}
	second := &book.Chapter{File: "02-b.md", ID: "02-b", Lang: "ko", Title: text("항구 & <바다>"),
		Authors: []*book.Person{{Name: "Han Sol", FileAs: "Han, Sol", Role: "aut"}}, Date: day(2025, 3, 1)}
	note := &book.Note{Label: "1", Number: 1, Blocks: []book.Block{para(words("A note.")), para(words("Its second paragraph."))}}
	late := &book.Note{Label: "x", Number: 2, Blocks: []book.Block{&book.Quote{Blocks: []book.Block{para(words("Only a quote."))}}}}
	fig := &book.Figure{Image: &book.Image{Src: pic.Path, Alt: "A map", Picture: pic}, ID: "fig-1", Width: 655,
		Caption: text("The map."), Credit: text("Harbour Museum")}
	first := &book.Chapter{
		File: "01-a.md", ID: "01-ä b", Lang: "en-GB", Title: []book.Inline{words("The "), &book.Styled{Style: book.Emphasis, Content: text("Last")}, words(" Ferry")},
		Kicker: text("Opinion"), Subtitle: text("A standfirst"), Date: day(2025, 1, 2), Updated: day(2025, 1, 3),
		Source:      book.Source{Name: "The Packet", URL: "https://example.org/a b?q=ü"},
		Authors:     []*book.Person{{Name: "Ann Poe", FileAs: "Poe, Ann", Role: "aut", Bio: text("Ann writes."), Email: "ann@example.org"}, {Bio: text("The other author is a clerk.")}},
		EditorsNote: []book.Block{para(words("Read this first."))},
		Image:       fig,
		Notes:       []*book.Note{note, late},
		Body: []book.Block{
			para(words("Text with a call"), &book.NoteRef{Note: note, Call: 1}, words(", another"), &book.NoteRef{Note: late, Call: 1},
				words(" and again"), &book.NoteRef{Note: note, Call: 2}, &book.LineBreak{}, &book.Code{Value: "a < b && c"}),
			&book.Heading{Level: 2, ID: "2025: a year?", Content: text("2025: a year?")},
			para(&book.Link{URL: "02-b.md#x", Chapter: second, Anchor: "끝", Content: text("over there")},
				&book.Link{URL: "#2025: a year?", Chapter: nil, Content: text(" dropped")},
				&book.Link{URL: "https://example.org/", Content: []book.Inline{words("out"), &book.NoteRef{Note: note, Call: 3}}},
				&book.Span{Lang: "el", Content: text("θάλασσα")}, &book.Span{Title: "International Hydrographic Organization", Content: text("IHO")},
				&book.InlineImage{Image: &book.Image{Alt: "mark", Picture: pic}}),
			para(styled()...),
			&book.List{Ordered: true, Start: 3, Tight: true, Items: []*book.ListItem{
				{Blocks: []book.Block{para(words("three")), &book.List{Tight: true, Items: []*book.ListItem{{Blocks: []book.Block{para(words("nested"))}, Task: book.Done}, {}}}}}}},
			&book.List{Items: []*book.ListItem{{Blocks: []book.Block{para(words("loose")), para(words("twice"))}}}},
			&book.CodeBlock{Lang: "go <x>", Text: "if a < b {\n\treturn\n}"},
			&book.Table{Align: []book.Align{book.AlignLeft, book.AlignRight}, Caption: text("Tides"), Head: [][]book.Cell{{{Content: text("Port")}, {}}},
				Rows: [][]book.Cell{{{Content: text("Skarne")}, {Content: text("4.1")}}}},
			&book.Table{Align: []book.Align{book.AlignNone}, Rows: [][]book.Cell{{{Content: text("no head")}}}},
			&book.DefinitionList{Items: []*book.Definition{
				{Terms: [][]book.Inline{text("neap")}, Details: [][]book.Block{{para(words("a small tide"))}, {para(words("one")), para(words("two"))}}}, {}}},
			&book.Break{}, fig2(pic),
			&book.Division{Lang: "zh-Hant", Blocks: []book.Block{para(words("海峽"))}},
			&book.Division{Blocks: []book.Block{&book.Quote{Blocks: []book.Block{&book.Heading{Level: 3, ID: "deep", Content: text("In a quote")}}}}},
		},
	}
	second.Body = []book.Block{&book.Heading{Level: 2, ID: "끝", Content: text("끝")}, para(words("바다가 보인다.\u0001"))}
	return &book.Book{
		Title: "The Width & <Water>", Subtitle: "Essays", Language: "en-GB", Identifier: "urn:uuid:6c1f0d52-8a0e-5b7e-9d55-3f1a7f0c2e94",
		Publisher: "Tidewrack", Place: "Skarne", Rights: "© 2025 the authors", Description: "Nine \"essays\".",
		Subjects:     []book.Subject{{Text: "Straits"}, {Scheme: "BISAC", Text: "TRA006000"}},
		Contributors: []*book.Person{{Name: "Agnete Rossmoor", FileAs: "Rossmoor, Agnete", Role: "edt"}},
		Series:       &book.Series{Name: "Viewpoints", Number: "4"}, Date: day(2025, 11, 20), Modified: day(2025, 11, 20),
		Pages: []*book.Page{{Matter: book.ForewordPage, Note: &book.Note{Title: text("Before we sail"), Lang: "en-GB", Blocks: []book.Block{para(words("A foreword."))}}}},
		Parts: []*book.Part{{Title: text("Crossings"), ID: "crossings", Chapters: []*book.Chapter{first}},
			{Title: text("Under"), ID: "under", Chapters: []*book.Chapter{second}}},
		Theme: "press",
	}
}

func fig2(pic *book.Picture) *book.Figure {
	return &book.Figure{Image: &book.Image{Src: pic.Path, Picture: pic}, Decorative: true}
}

func styled() []book.Inline {
	var list []book.Inline
	for s := book.Emphasis; s <= book.Defining; s++ {
		list = append(list, &book.Styled{Style: s, Content: text("style ")})
	}
	return list
}

func encode(t testing.TB, b *book.Book, workers int) []byte {
	t.Helper()
	data, err := Encode(b, options(t, b, workers))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// options are those of an edition in the first theme.
func options(t testing.TB, b *book.Book, workers int) Options {
	t.Helper()
	th, ok := theme.Builtin("press")
	if !ok {
		t.Fatal("no theme")
	}
	return Options{
		Words: locale.For(b.Language), CSS: look.Sheet(th, true), Fonts: shape.Builtin(),
		Families: Families{th.Fonts.Serif, th.Fonts.Sans, th.Fonts.Mono},
		Cover:    png, CoverType: "image/png", CoverAlt: "The cover", Generator: "Octavo test", Workers: workers,
	}
}

func TestValid(t *testing.T) {
	file := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(file, encode(t, sample(t), 2), 0o644); err != nil {
		t.Fatal(err)
	}
	validator.EPUBCheckClean(t, file)
	validator.Ace(t, file)
}

func TestSameBytes(t *testing.T) {
	want := encode(t, sample(t), 1)
	for _, workers := range []int{2, 8} {
		if !bytes.Equal(want, encode(t, sample(t), workers)) {
			t.Errorf("%d workers: other bytes", workers)
		}
	}
}

// TestPackageDirection says in the package which way the metadata of a book run.
func TestPackageDirection(t *testing.T) {
	for lang, want := range map[string]string{"he": `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="he" dir="rtl">`, "en": `xml:lang="en">`} {
		b := sample(t)
		b.Language = lang
		if opf := unzip(t, encode(t, b, 1))["EPUB/package.opf"]; !strings.Contains(opf, want) {
			t.Errorf("%s: the package has no %s in %.300s", lang, want, opf)
		}
	}
}
