package epub

import (
	"maps"
	"path"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/internal/golden"
)

// furnished is a book with all that can stand around its articles: pages of the author, lists,
// an index, credits of pictures, a portrait, people of several roles.
func furnished(t testing.TB) *book.Book {
	b := sample(t)
	first, second := b.Chapters()[0], b.Chapters()[1]
	picture := first.Image.Image.Picture
	b.ListOfFigures = true
	b.Accessibility = book.Accessibility{ConformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", CertifiedBy: "Harbour Access", Credential: "A seal", Report: "https://access.example.org/1", Summary: "Read with two screen readers."}
	page := func(m book.Matter, title, words string) *book.Page {
		return &book.Page{Matter: m, Note: &book.Note{Title: text(title), Lang: "en-GB", Blocks: []book.Block{para(text(words)...)}}}
	}
	b.Pages = append([]*book.Page{
		page(book.DedicationPage, "", "To the pilots."), page(book.EpigraphPage, "", "Who sails returns."),
	}, append(b.Pages,
		page(book.AfterwordPage, "After the tide", "An afterword."), page(book.AcknowledgementsPage, "Thanks", "To all."),
	)...)
	b.Contributors = append(b.Contributors, &book.Person{Name: "Marta Quint", FileAs: "Quint, Marta", Role: "trl"}, &book.Person{Name: "Rolf Anders", FileAs: "Anders, Rolf", Role: "ill", URL: "https://rolf.example.org"})
	b.Series.Number = ""
	first.Contributors = []*book.Person{{Name: "Bo Hansen", FileAs: "Hansen, Bo", Role: "pht"}, {Name: "Ann Poe", FileAs: "Poe, Ann", Role: "pht"}}
	first.Body = append(first.Body,
		para(&book.Span{Indexed: true, Content: text("ebb")}, words(" and "), &book.Span{Indexed: true, Entry: "tide!ebb", Content: text("again")}, &book.Math{TeX: "x", Text: "x"}),
		&book.Quote{Blocks: []book.Block{para(words("Quoted."))}},
		&book.Division{Class: book.PullQuote, Blocks: []book.Block{para(words("Pulled."))}},
		&book.Division{Class: book.Box, Blocks: []book.Block{para(words("Boxed."))}},
		&book.Division{Class: book.Verse, Blocks: []book.Block{para(words("One line,"), &book.LineBreak{}, words("and another."))}},
		&book.Formula{Math: &book.Math{TeX: "y", Text: "y"}},
	)
	second.Image = &book.Figure{Image: &book.Image{Src: picture.Path, Alt: "A port", Picture: picture}, Credit: text("Photo: B")}
	second.Subtitle, second.Source = text("부제"), book.Source{Name: "바다신문"}
	second.Authors[0].Bio, second.Authors[0].Portrait = text("기자"), &book.Figure{Image: &book.Image{Src: picture.Path, Alt: "Han Sol", Picture: picture}}
	return b
}

// TestWhole states every file of an edition with all that can stand in one, but for its
// fonts, pictures and style sheet: with the pages of a paged edition, and for Kindle.
func TestWhole(t *testing.T) {
	golden.Test(t, "testdata/whole-*.txtar", func(t *testing.T, a *txtar.Archive) *txtar.Archive {
		b := furnished(t)
		opt := options(t, b, 2)
		switch string(a.Files[0].Data) {
		case "kindle\n":
			opt.Profile = book.Kindle
		case "paged\n":
			first := b.Chapters()[0]
			opt.Pages = &book.Pagination{Labels: []string{"i", "7", "8"}, Breaks: []book.PageBreak{
				{Page: 0, Label: "i", Matter: book.TitlePage}, {Page: 1, Label: "7", Chapter: first, Block: first.Body[0], Text: first.Body[0].(*book.Paragraph).Content[0].(*book.Text), Offset: 5}, {Page: 2, Label: "8", Chapter: b.Chapters()[1]}}}
			opt.PageSource = "urn:isbn:9780306406157"
		}
		data, err := Encode(b, opt)
		if err != nil {
			t.Fatal(err)
		}
		files := unzip(t, data)
		out := &txtar.Archive{Comment: a.Comment, Files: a.Files[:1]}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			switch path.Ext(name) {
			case ".opf", ".xhtml", ".ncx", ".xml", "":
				out.Files = append(out.Files, txtar.File{Name: name, Data: []byte(files[name])})
			}
		}
		return out
	})
}
