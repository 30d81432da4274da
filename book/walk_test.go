package book_test

import (
	"fmt"
	"slices"
	"testing"

	"octavo/book"
)

func words(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }

func paragraph(s string) *book.Paragraph { return &book.Paragraph{Content: words(s)} }

// walked is a book with a run at each place that can hold one, whose words say which.
// Ann is known to the manifest: she wrote both chapters and edited the book.
func walked() *book.Book {
	ann := &book.Person{Key: "ann", Name: "Ann", Bio: words("Ann")}
	editor := *ann
	return &book.Book{
		Language:     "en",
		Pages:        []*book.Page{{Matter: book.ForewordPage, Note: &book.Note{Lang: "fr", Title: words("foreword title"), Blocks: []book.Block{paragraph("foreword")}, Notes: []*book.Note{{Blocks: []book.Block{paragraph("its note")}}}}}},
		Contributors: []*book.Person{&editor, {Bio: words("Eve")}},
		Parts: []*book.Part{{Title: words("part"), Chapters: []*book.Chapter{
			{
				ID: "1", Lang: "de", Kicker: words("kicker"), Title: words("title"), Subtitle: words("standfirst"),
				EditorsNote: []book.Block{paragraph("editor's note")},
				Image:       &book.Figure{Caption: words("caption"), Credit: words("credit")},
				Body: []book.Block{
					&book.Division{Lang: "el", Blocks: []book.Block{paragraph("Greek"), &book.Division{Blocks: []book.Block{paragraph("still Greek")}}}},
					&book.Break{}, paragraph("German"),
				},
				Notes:   []*book.Note{{Blocks: []book.Block{paragraph("note")}}},
				Authors: []*book.Person{ann, {Bio: words("Bob")}, {}},
			},
			{ID: "2", Lang: "de", Title: words("second"), Authors: []*book.Person{ann}},
		}}},
	}
}

// at prints a place: its chapter, its language, and the type of its block.
func at(p book.Place) string {
	chapter, block := "-", "-"
	if p.Chapter != nil {
		chapter = p.Chapter.ID
	}
	if p.Block != nil {
		block = fmt.Sprintf("%T", p.Block)[len("*book."):]
	}
	return chapter + " " + p.Lang + " " + block
}

// TestRuns wants each run of a book once, in the order of reading, with its place.
func TestRuns(t *testing.T) {
	want := []string{
		"- fr -: foreword title", "- fr Paragraph: foreword", "- fr Paragraph: its note", "- en -: part",
		"1 de -: kicker", "1 de -: title", "1 de -: standfirst", "1 de Paragraph: editor's note",
		"1 de Figure: caption", "1 de Figure: credit", "1 el Paragraph: Greek", "1 el Paragraph: still Greek",
		"1 de Paragraph: German", "1 de Paragraph: note", "1 en -: Ann", "1 de -: Bob", "2 de -: second", "- en -: Eve",
	}
	var got []string
	for p, run := range book.Runs(walked()) {
		got = append(got, at(p)+": "+book.PlainText(run))
	}
	if !slices.Equal(got, want) {
		t.Errorf("runs\n got %q\nwant %q", got, want)
	}
	for n := 1; n <= len(want); n++ { // who stops gets no more
		left := n
		for range book.Runs(walked()) {
			if left--; left == 0 {
				break
			}
		}
	}
}

// TestRunsOf wants the runs of a chapter alone, in which no other has told of Ann.
func TestRunsOf(t *testing.T) {
	var got []string
	for p, run := range book.RunsOf(walked().Parts[0].Chapters[1]) {
		got = append(got, at(p)+": "+book.PlainText(run))
	}
	if want := []string{"2 de -: second", "2  -: Ann"}; !slices.Equal(got, want) {
		t.Errorf("runs %q, want %q", got, want)
	}
}

// TestBlocks wants each block before those within it, with its own language.
func TestBlocks(t *testing.T) {
	b := walked()
	want := []string{
		"1 de Paragraph", "1 de Figure", "1 el Division", "1 el Paragraph", "1 el Division", "1 el Paragraph",
		"1 de Break", "1 de Paragraph", "1 de Paragraph",
	}
	var got, of []string
	for p, bl := range book.Blocks(b) {
		if p.Block != bl {
			t.Errorf("%T stands at %T", bl, p.Block)
		}
		got = append(got, at(p))
	}
	for p := range book.BlocksOf(b.Parts[0].Chapters[0]) {
		of = append(of, at(p))
	}
	if !slices.Equal(of, want) {
		t.Errorf("blocks of the chapter\n got %q\nwant %q", of, want)
	}
	if want = append([]string{"- fr Paragraph", "- fr Paragraph"}, want...); !slices.Equal(got, want) {
		t.Errorf("blocks\n got %q\nwant %q", got, want)
	}
	for n := 1; n <= len(want); n++ {
		left := n
		for range book.Blocks(b) {
			if left--; left == 0 {
				break
			}
		}
	}
}
