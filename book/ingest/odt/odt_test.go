package odt

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

const head = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:draw="d" xmlns:table="b" xmlns:xlink="x">`

// packed returns a document of one part, and of others by their paths.
func packed(t testing.TB, content string, others ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	files := append([]string{"content.xml", content}, others...)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func body(s string) string {
	return head + "<office:body><office:text>" + s + "</office:text></office:body></office:document-content>"
}

// TestRefused wants documents without a text, or with one that cannot be had, to be refused.
func TestRefused(t *testing.T) {
	for _, tt := range []struct {
		data []byte
		want string
	}{
		{[]byte("PK\x03\x04"), "damaged"},
		{packed(t, head+"<office:body><office:spreadsheet/></office:body></office:document-content>"), "it is no OpenDocument text"},
		{packed(t, body("")), "there is no text"},
		{packed(t, body("<text:p>a"), "META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>"), "protected by a password"},
		{packed(t, body("<text:p>a")), "line 1 is no XML"},
	} {
		_, err := Read(tt.data)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error %v, want %s", err, tt.want)
		}
	}
}

// TestLists wants lists that go on right below one another to be one, with their levels.
func TestLists(t *testing.T) {
	a, err := Read(packed(t, body(`<text:list text:style-name="L"><text:list-item><text:p>a</text:p></text:list-item></text:list>`+
		`<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>`+
		`<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>c</text:p></text:list-item></text:list>`+
		`<text:list><text:list-item><text:h text:outline-level="2">d</text:h></text:list-item></text:list>`)))
	if err != nil || len(a.Blocks) != 2 {
		t.Fatalf("%v, %d blocks", err, len(a.Blocks))
	}
	l := a.Blocks[0].Block.(*book.List)
	if len(l.Items) != 2 || len(l.Items[0].Blocks) != 2 {
		t.Errorf("%d items, %d blocks in the first", len(l.Items), len(l.Items[0].Blocks))
	}
	if h, ok := a.Blocks[1].Block.(*book.Heading); !ok || h.Level != 3 {
		t.Errorf("%#v is no heading of level 3", a.Blocks[1].Block)
	}
}

// TestPullQuote reads a paragraph whose style says that it is a pull quote.
func TestPullQuote(t *testing.T) {
	a, err := Read(packed(t, body(`<text:p>a</text:p><text:p text:style-name="Pull_20_Quote">b</text:p>`)))
	if err != nil || len(a.Blocks) != 2 {
		t.Fatalf("%v, %d blocks", err, len(a.Blocks))
	}
	if d, ok := a.Blocks[1].Block.(*book.Division); !ok || d.Class != book.PullQuote {
		t.Errorf("%#v is no pull quote", a.Blocks[1].Block)
	}
}

// TestMany wants the fields of a long paragraph, and headers of a long list, in no time.
func TestMany(t *testing.T) {
	for name, src := range map[string]string{
		"fields":  "<text:p>" + strings.Repeat("word <text:page-number>7</text:page-number> ", 20_000) + "</text:p>",
		"headers": "<text:list>" + strings.Repeat("<text:list-header><text:p>h</text:p></text:list-header>", 100_000) + "</text:list>",
	} {
		start := time.Now()
		if _, err := Read(packed(t, body(src))); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// FuzzRead reads any part of XML as the text of a document.
func FuzzRead(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(body(`<text:p text:style-name="Title">a<text:s text:c="99999"/><text:note><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p>`))
	f.Add(body(`<table:table><table:table-row table:number-rows-repeated="9999"><table:table-cell table:number-columns-repeated="9999"/><table:covered-table-cell/></table:table-row></table:table>`))
	f.Add(body(`<text:list><text:list-item><text:list><text:list-header/></text:list></text:list-item></text:list><draw:g><draw:frame><draw:text-box><text:p/></draw:text-box></draw:frame></draw:g>`))
	f.Fuzz(func(t *testing.T, src string) {
		start := time.Now()
		if a, err := ReadFlat([]byte(src)); err == nil && len(a.Blocks) == 0 {
			t.Error("an article without blocks")
		}
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("took %v", d)
		}
	})
}

// TestListHeaders wants the header of a list above it, and no number for it; one between items
// goes on with the item above.
func TestListHeaders(t *testing.T) {
	a, err := Read(packed(t, body(`<text:list text:style-name="L"><text:list-header><text:p>h</text:p></text:list-header><text:list-item><text:p>a</text:p></text:list-item>`+
		`<text:list-header><text:p>b</text:p></text:list-header><text:list-item><text:list><text:list-header><text:p>c</text:p></text:list-header><text:list-item><text:p>d</text:p></text:list-item></text:list></text:list-item></text:list>`+
		`<text:list text:style-name="L" text:continue-numbering="true"><text:list-header><text:p>e</text:p></text:list-header><text:list-item><text:p>f</text:p></text:list-item></text:list>`)))
	if err != nil || len(a.Blocks) != 4 {
		t.Fatalf("%v, %d blocks", err, len(a.Blocks))
	}
	l := a.Blocks[1].Block.(*book.List)
	if len(l.Items) != 2 || len(l.Items[0].Blocks) != 2 || len(l.Items[1].Blocks) != 2 {
		t.Errorf("%d items of %v", len(l.Items), l.Items)
	}
	for i, want := range map[int]string{0: "h", 2: "e"} {
		if p, ok := a.Blocks[i].Block.(*book.Paragraph); !ok || book.PlainText(p.Content) != want {
			t.Errorf("%#v is not %s", a.Blocks[i].Block, want)
		}
	}
}

// TestFields wants fields that are of the document told with the words around them, and notes
// that are called twice to be one.
func TestFields(t *testing.T) {
	a, err := Read(packed(t, body(`<text:p>On page <text:page-number>7</text:page-number>, <text:date>1 May</text:date>, <text:date text:fixed="true">2 May</text:date>.<text:note text:id="f"><text:note-citation text:label="*">*</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>`+
		`<text:p>As in <text:note-ref text:ref-name="f">1</text:note-ref> and <text:note-ref text:ref-name="g">2</text:note-ref>.</text:p><text:p><text:hidden-paragraph text:is-hidden="true"/>gone</text:p>`+
		`<text:alphabetical-index><text:index-body><text:p>rope</text:p></text:index-body></text:alphabetical-index><text:section><text:section-source xlink:href="b.odt"/></text:section>`),
		"styles.xml", head+`<office:master-styles><style:master-page><style:header><text:p>The Packet</text:p></style:header><style:footer><text:p>7</text:p></style:footer></style:master-page></office:master-styles></office:document-content>`))
	if err != nil || len(a.Blocks) != 2 {
		t.Fatalf("%v, %d blocks", err, len(a.Blocks))
	}
	var told []string
	for _, w := range a.Warnings {
		told = append(told, w.Message)
	}
	want := []string{
		"the number of a page of the document stands in the text: On page 7",
		"a date that LibreOffice writes anew each day is the last one here: On page 7, 1 May",
		"a note that the author gave a sign of its own has a number here: *",
		"the number of a note stands in the text: As in 1 and 2",
		`hidden text is left out: "gone"`,
		"a table of contents, list of figures or index is left out: rope",
		`the text of a section is in another file: "b.odt"`,
		"the heads and feet of the document's pages are left out: The Packet",
	}
	if got := strings.Join(told, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("told\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	p := a.Blocks[1].Block.(*book.Paragraph)
	if ref, ok := p.Content[1].(*book.NoteRef); !ok || ref.Note != a.Notes[0] {
		t.Errorf("%#v calls no note", p.Content[1])
	}
}
