package book_test

import (
	"slices"
	"testing"

	"octavo/book"
)

// TestImages puts an image at each place that can hold one and wants them all,
// in the order in which a reader meets them.
func TestImages(t *testing.T) {
	at := func(src string) *book.Image { return &book.Image{Src: src} }
	run := func(src string) []book.Inline {
		image := &book.InlineImage{Image: at(src)}
		return []book.Inline{&book.Text{Value: "see "}, &book.Styled{Content: []book.Inline{image}}}
	}
	figure := func(src string) *book.Figure {
		return &book.Figure{Image: at(src), Caption: run(src + " caption"), Credit: run(src + " credit")}
	}
	inText := func(src string) []book.Block { return []book.Block{&book.Paragraph{Content: run(src)}} }
	b := &book.Book{
		Cover:        at("cover"),
		Pages:        []*book.Page{{Matter: book.ForewordPage, Note: &book.Note{Title: run("foreword title"), Blocks: inText("foreword")}}},
		Contributors: []*book.Person{{Bio: run("contributor")}},
		Parts: []*book.Part{{Title: run("part"), Chapters: []*book.Chapter{{
			Kicker:      run("kicker"),
			Title:       run("title"),
			Subtitle:    run("subtitle"),
			EditorsNote: inText("editor's note"),
			Image:       figure("lead"),
			Body: []book.Block{
				&book.Quote{Blocks: []book.Block{figure("quoted")}},
				&book.Table{Head: [][]book.Cell{{{Content: run("head")}}}, Rows: [][]book.Cell{{{Content: run("cell")}}}},
				&book.Figure{}, // without an image
			},
			Notes:   []*book.Note{{Blocks: inText("note")}},
			Authors: []*book.Person{{Bio: run("bio")}, {}},
		}}}},
	}
	want := []string{
		"cover", "foreword title", "foreword", "part", "kicker", "title", "subtitle", "editor's note",
		"lead", "lead caption", "lead credit", "quoted", "quoted caption", "quoted credit", "head", "cell",
		"note", "bio", "contributor",
	}
	var got []string
	for _, im := range book.Images(b) {
		got = append(got, im.Src)
	}
	if !slices.Equal(got, want) {
		t.Errorf("images\n got %q\nwant %q", got, want)
	}
}
