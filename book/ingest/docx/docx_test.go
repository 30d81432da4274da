package docx

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/internal/dump"
	"octavo/book/internal/fuzzing"
)

// parts of a document, by their names in the zip.
type parts map[string]string

// pixel is a PNG of one pixel.
var pixel, _ = base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	spaces      = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`
)

// wordFile returns a .docx with a body and the usual styles.
func wordFile(t testing.TB, body string, more parts) []byte {
	t.Helper()
	all := parts{
		"[Content_Types].xml": declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":   declaration + `<w:document` + spaces + `><w:body>` + body + `</w:body></w:document>`,
		"word/styles.xml": declaration + `<w:styles` + spaces + `>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="U1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="U2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>`,
		"word/numbering.xml": declaration + `<w:numbering` + spaces + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/footnotes.xml": declaration + `<w:footnotes` + spaces + `><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Counted by hand.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/_rels/document.xml.rels": declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="https://example.org/tugs" TargetMode="External"/><Relationship Id="rId2" Target="media/image1.png"/></Relationships>`,
		"word/media/image1.png": string(pixel),
		"docProps/core.xml":     declaration + `<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The quay</dc:title><dc:creator>Odd Tangen</dc:creator></cp:coreProperties>`,
	}
	for name, data := range more {
		all[name] = data
	}
	return zipped(t, all)
}

func zipped(t testing.TB, all parts) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func p(props, content string) string {
	return "<w:p><w:pPr>" + props + "</w:pPr>" + content + "</w:p>"
}

func r(props, text string) string {
	return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func TestRead(t *testing.T) {
	item := func(level int, text string) string {
		return p(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="7"/></w:numPr>`, level), r("", text))
	}
	drawing := `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A quay"/><a:blip r:embed="rId2"/></wp:inline></w:drawing></w:r>`
	for _, tt := range []struct{ name, body, want string }{
		{"headings by style", p(`<w:pStyle w:val="U1"/>`, r("", "Across")) + p(`<w:pStyle w:val="U2"/>`, r("", "Further")), "heading 2 # \"Across\"\nheading 3 # \"Further\"\n"},
		{"heading by outline", p(`<w:outlineLvl w:val="1"/>`, r("", "Across")), "heading 3 # \"Across\"\n"},
		{"runs are joined", p("", r("", "One ")+r("", "sentence, ")+r("<w:b/>", "in")+r("<w:b/>", " two")+r("", " parts.")),
			"paragraph \"One sentence, \"strong(\"in two\")\" parts.\"\n"},
		{"emphasis", p("", r("<w:i/>", "a ")+r(`<w:b w:val="0"/>`, "b ")+r("<w:strike/>", "c")+r(`<w:vertAlign w:val="superscript"/>`, "d")+r("<w:smallCaps/>", "e")),
			"paragraph em(\"a\")\" b \"strike(\"c\")sup(\"d\")smallcaps(\"e\")\n"},
		{"link", p("", r("", "see ")+`<w:hyperlink r:id="rId1">`+r(`<w:u w:val="single"/>`, "the tugs")+`</w:hyperlink>`), "paragraph \"see \"link(\"https://example.org/tugs\": \"the tugs\")\n"},
		{"list", item(0, "a") + item(1, "b") + item(1, "c") + item(0, "d"),
			"bullets tight\n  item\n    paragraph \"a\"\n    numbers from 3 tight\n      item\n        paragraph \"b\"\n      item\n        paragraph \"c\"\n  item\n    paragraph \"d\"\n"},
		{"page within an item", p(`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>`, r("", "a")+`<w:r><w:br w:type="page"/></w:r>`+r("", "b")), "numbers from 3 tight\n  item\n    paragraph \"a b\"\n"},
		{"quote", p(`<w:pStyle w:val="Q"/>`, r("", "It is.")) + p(`<w:pStyle w:val="Q"/>`, r("", "It was.")), "quote\n  paragraph \"It is.\"\n  paragraph \"It was.\"\n"},
		{"picture with caption", p("", drawing) + p(`<w:pStyle w:val="C"/>`, r("", "The quay at four.")), "figure \"word/media/image1.png\" alt \"A quay\"\n  caption \"The quay at four.\"\n"},
		{"table", `<w:tbl><w:tr><w:tc>` + p("", r("", "Port")) + `</w:tc><w:tc>` + p("", r("", "Ships")) + `</w:tc></w:tr><w:tr><w:tc>` + p("", r("", "Skarne")) + p("", r("", "north")) + `</w:tc></w:tr></w:tbl>`,
			"table none none\n  head \"Port\" | \"Ships\"\n  row \"Skarne\"br()\"north\" | \n"},
		{"frame", `<w:tbl><w:tr><w:tc>` + p("", r("", "In a box.")) + `</w:tc></w:tr></w:tbl>`, "paragraph \"In a box.\"\n"},
		{"footnote", p("", r("", "Eleven ships.")+`<w:r><w:footnoteReference w:id="2"/></w:r>`), "paragraph \"Eleven ships.\"[^1.1]\n"},
		{"changes", p("", `<w:ins>`+r("", "kept")+`</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`), "paragraph \"kept\"\n"},
		{"hidden", p("", r("<w:vanish/>", "not seen")+r("", "seen")), "paragraph \"seen\"\n"},
		{"breaks and tabs", p("", `<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br w:type="page"/></w:r>`), "paragraph \"a\"br()\"b c\"\n"},
		{"field", p("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("", "7")), "paragraph \"7\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, nil))
			if err != nil {
				t.Fatal(err)
			}
			if got := printed(a); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// printed prints the blocks of an article.
func printed(a *draft.Article) string {
	var pr dump.Printer
	for _, b := range a.Blocks {
		pr.Block(b.Block)
	}
	return pr.String()
}

func TestProperties(t *testing.T) {
	a, err := Read(wordFile(t, p("", r("", "The quay"))+p("", r("", "It is empty.")+`<w:r><w:footnoteReference w:id="2"/></w:r>`), nil))
	if err != nil {
		t.Fatal(err)
	}
	if a.Hint != "The quay" || a.Creator != "Odd Tangen" {
		t.Errorf("title %q, author %q", a.Hint, a.Creator)
	}
	if len(a.Notes) != 1 || book.PlainText(a.Notes[0].Blocks[0].(*book.Paragraph).Content) != "Counted by hand." {
		t.Errorf("notes %v", a.Notes)
	}
}

func TestRefuses(t *testing.T) {
	deep := strings.Repeat("<w:sdt>", 400) + strings.Repeat("</w:sdt>", 400)
	for _, tt := range []struct{ name, want string }{
		{"no zip", "damaged"}, {"other zip", "no Word document"}, {"no text", "no text"}, {"broken", "no XML"}, {"entities", "entities"}, {"deep", "nested"}, {"bomb", "unpacks to more"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var data []byte
			switch tt.name {
			case "no zip":
				data = []byte("PK\x03\x04 and nothing more")
			case "other zip":
				data = zipped(t, parts{"a.txt": "text"})
			case "no text":
				data = wordFile(t, "", nil)
			case "broken":
				data = wordFile(t, "<w:p>", nil)
			case "entities":
				data = zipped(t, parts{"word/document.xml": `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body>&b;</w:body></w:document>`})
			case "deep":
				data = wordFile(t, deep, nil)
			case "bomb":
				data = wordFile(t, strings.Repeat(" ", unzip.MaxFile+1), nil)
			}
			if _, err := Read(data); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(p(`<w:pStyle w:val="U1"/>`, r("<w:b/>", "x")), "")
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`, `<w:numbering/>`)
	f.Fuzz(func(t *testing.T, body, numbering string) {
		if len(body)+len(numbering) > fuzzing.Most {
			return
		}
		more := parts{}
		if numbering != "" {
			more["word/numbering.xml"] = numbering
		}
		if a, err := Read(wordFile(t, body, more)); err == nil && len(a.Blocks) == 0 {
			t.Error("neither text nor an error")
		}
	})
}
