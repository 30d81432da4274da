package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
	"octavo/book/internal/dump"
)

// fieldOf returns a field as Word writes it: its code and its text between marks.
func fieldOf(code, text string) string {
	mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return mark("begin") + `<w:r><w:instrText>` + code + `</w:instrText></w:r>` + mark("separate") + text + mark("end")
}

// TestContent reads what is rarer in documents than what TestRead has.
func TestContent(t *testing.T) {
	drawing := func(inner string) string { return `<w:r><w:drawing>` + inner + `</w:drawing></w:r>` }
	box := drawing(`<wp:inline><w:txbxContent>` + p("", r("", "In the box.")) + `</w:txbxContent></wp:inline>`)
	blip := drawing(`<wp:inline><a:blip r:embed="rId2"/></wp:inline>`)
	caption := p(`<w:pStyle w:val="C"/>`, r("", "The quay."))
	item := func(level, id int, text string) string {
		return p(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id), r("", text))
	}
	for _, tt := range []struct{ name, body, want string }{
		{"a choice of blocks", `<mc:AlternateContent><mc:Choice>` + p("", r("", "New.")) + `</mc:Choice><mc:Fallback>` + p("", r("", "Old.")) + `</mc:Fallback></mc:AlternateContent>`, "paragraph \"New.\"\n"},
		{"no choice of blocks", `<mc:AlternateContent><mc:Fallback>` + p("", r("", "Old.")) + `</mc:Fallback></mc:AlternateContent>` + p("", r("", "x")), "paragraph \"Old.\"\nparagraph \"x\"\n"},
		{"a choice of runs", p("", `<mc:AlternateContent><mc:Choice>`+r("", "New.")+`</mc:Choice><mc:Fallback>`+r("", "Old.")+`</mc:Fallback></mc:AlternateContent>`), "paragraph \"New.\"\n"},
		{"a choice in a run", p("", `<w:r><mc:AlternateContent><mc:Choice><w:t>New.</w:t></mc:Choice><mc:Fallback><w:t>Old.</w:t></mc:Fallback></mc:AlternateContent></w:r>`), "paragraph \"New.\"\n"},
		{"no choice in a run", p("", `<w:r><mc:AlternateContent><mc:Fallback><w:t>Old.</w:t></mc:Fallback></mc:AlternateContent><w:t>x</w:t></w:r>`), "paragraph \"Old.x\"\n"},
		{"containers", `<w:sdt><w:sdtContent>` + p("", r("", "a")) + `</w:sdtContent></w:sdt><w:ins>` + p("", r("", "b")) + `</w:ins><w:moveTo>` + p("", r("", "c")) + `</w:moveTo><w:customXml>` + p("", r("", "d")) +
			`</w:customXml><w:smartTag>` + p("", r("", "e")) + `</w:smartTag><w:moveFrom>` + p("", r("", "f")) + `</w:moveFrom>`, "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\"\nparagraph \"d\"\nparagraph \"e\"\n"},
		{"containers of runs", p("", `<w:smartTag>`+r("", "a")+`</w:smartTag><w:sdt><w:sdtContent>`+r("", "b")+`</w:sdtContent></w:sdt><w:moveTo>`+r("", "c")+`</w:moveTo><w:customXml>`+r("", "d")+`</w:customXml><w:dir>`+r("", "e")+`</w:dir><w:bdo>`+r("", "f")+`</w:bdo>`),
			"paragraph \"abcdef\"\n"},
		{"a rule", p("", r("", "a")) + p(`<w:pBdr><w:bottom w:val="single"/></w:pBdr>`, "") + p(`<w:pBdr><w:top w:val="single"/></w:pBdr>`, "") + p("", r("", "b")), "paragraph \"a\"\nbreak\nparagraph \"b\"\n"},
		{"a text box", p("", r("", "Text.")+box) + p("", r("", "More.")), "paragraph \"Text.\"\ndivision box \"\"\n  paragraph \"In the box.\"\nparagraph \"More.\"\n"},
		{"a text box alone", p("", box), "division box \"\"\n  paragraph \"In the box.\"\n"},
		{"outlines", p(`<w:outlineLvl w:val="5"/>`, r("", "Six")) + p(`<w:outlineLvl w:val="6"/>`, r("", "Seven")) + p(`<w:outlineLvl/>`, r("", "None")), "heading 7 # \"Six\"\nparagraph \"Seven\"\nparagraph \"None\"\n"},
		{"a heading in bold", p(`<w:pStyle w:val="U1"/>`, r("<w:b/>", "Across")), "heading 2 # \"Across\"\n"},
		{"a caption first", caption + p("", r("", "x")), "paragraph \"The quay.\"\nparagraph \"x\"\n"},
		{"a caption below text", p("", r("", "x")) + caption, "paragraph \"x\"\nparagraph \"The quay.\"\n"},
		{"two captions", p("", blip) + caption + caption, "figure \"word/media/image1.png\" alt \"\"\n  caption \"The quay.\"\nparagraph \"The quay.\"\n"},
		{"two pictures in a paragraph", p("", blip+`<w:r><w:br/></w:r>`+blip), "figure \"word/media/image1.png\" alt \"\"\nfigure \"word/media/image1.png\" alt \"\"\n"},
		{"a picture in a cell", `<w:tbl><w:tr><w:tc>` + p("", r("", "A")) + `</w:tc><w:tc>` + p("", r("", "B")) + `</w:tc></w:tr><w:tr><w:tc>` + p("", blip) + `</w:tc><w:tc>` + p("", r("", "b")) + `</w:tc></w:tr></w:tbl>`,
			"table none none\n  head \"A\" | \"B\"\n  row image(\"word/media/image1.png\" alt \"\") | \"b\"\n"},
		{"block text", p(`<w:pStyle w:val="BT"/>`, r("", "It is.")) + p(`<w:pStyle w:val="IQ"/>`, r("", "It was.")), "quote\n  paragraph \"It is.\"\n  paragraph \"It was.\"\n"},
		{"a quotation below text", p("", r("", "x")) + p(`<w:pStyle w:val="Q"/>`, r("", "It is.")), "paragraph \"x\"\nquote\n  paragraph \"It is.\"\n"},
		{"levels over nothing", item(1, 7, "a"), "numbers from 3 tight\n  item\n    paragraph \"a\"\n"},
		{"another kind at a level", item(0, 7, "a") + item(0, 8, "b") + item(0, 8, "c"), "bullets tight\n  item\n    paragraph \"a\"\nnumbers from 1 tight\n  item\n    paragraph \"b\"\n  item\n    paragraph \"c\"\n"},
		{"a list below a table", item(0, 7, "a") + tableOf("A|B/a|b") + item(0, 7, "b"), "bullets tight\n  item\n    paragraph \"a\"\ntable none none\n  head \"A\" | \"B\"\n  row \"a\" | \"b\"\nbullets tight\n  item\n    paragraph \"b\"\n"},
		{"no numbering", item(0, 0, "a") + item(0, 99, "b") + item(1, 8, "c"), "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\"\n"},
		{"a list by style", p(`<w:pStyle w:val="LB"/>`, r("", "a")), "bullets tight\n  item\n    paragraph \"a\"\n"},

		{"fields", p("", r("", "see ")+fieldOf(` HYPERLINK "https://example.org/a" `, r("", "a"))+r("", ".")), "paragraph \"see \"link(\"https://example.org/a\": \"a\")\".\"\n"},
		{"fields that are no links", p("", fieldOf(`HYPERLINK "#there"`, r("", "a "))+fieldOf(`HYPERLINK "https://example.org`, r("", "b "))+fieldOf(`HYPERLINK x`, r("", "c "))+fieldOf(`HYPERLINK "javascript:x"`, r("", "d"))), "paragraph \"a \"link(\"https://example.org\": \"b \")\"c d\"\n"},
		{"an end without a field", p("", r("", "a")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+r("", "b")), "paragraph \"ab\"\n"},
		{"a field without a text", p("", r("", "a")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`+r("", "b")), "paragraph \"ab\"\n"},
		{"a field with two separators", p("", r("", "a")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("", "b")+`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("", "c")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "paragraph \"abc\"\n"},
		{"a field in a field", p("", fieldOf(`HYPERLINK "https://example.org/a"`, r("", "a ")+fieldOf("PAGE", r("", "7")))+r("", " b")), "paragraph link(\"https://example.org/a\": \"a 7\")\" b\"\n"},
		{"a field in a link", p("", `<w:hyperlink r:id="rId1">`+fieldOf(`HYPERLINK "https://example.org/a"`, r("", "a"))+`</w:hyperlink>`), "paragraph link(\"https://example.org/tugs\": \"a\")\n"},
		{"links to nowhere", p("", `<w:hyperlink w:anchor="x">`+r("", "a")+`</w:hyperlink><w:hyperlink r:id="rId2">`+r("", "b")+`</w:hyperlink><w:hyperlink r:id="rId1"></w:hyperlink>`), "paragraph \"ab\"\n"},

		{"signs", p("", `<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br w:type="column"/><w:softHyphen/><w:t>d</w:t></w:r>`), "paragraph \"a\u2011b\"br()\"c d\"\n"},
		{"a ruby without its upper line", p("", `<w:r><w:ruby><w:rubyBase>`+r("", "灯")+`</w:rubyBase></w:ruby></w:r>`), "paragraph \"灯\"\n"},
		{"a ruby without its base", p("", `<w:r><w:ruby><w:rt>`+r("", "あか")+`</w:rt></w:ruby></w:r>`), "paragraph \"(あか)\"\n"},
		{"notes of both kinds", p("", r("", "a")+`<w:r><w:endnoteReference w:id="2"/></w:r>`+r("", "b")+`<w:r><w:footnoteReference w:id="2"/></w:r>`), "paragraph \"a\"[^1.1]\"b\"[^2.1]\n"},
		{"a note called twice", p("", r("", "a")+`<w:r><w:footnoteReference w:id="2"/></w:r>`+r("", "b")+`<w:r><w:footnoteReference w:id="2"/></w:r>`), "paragraph \"a\"[^1.1]\"b\"[^1.2]\n"},
		{"a note that is not there", p("", r("", "a")+`<w:r><w:footnoteReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>`), "paragraph \"a\"\n"},
		{"a picture of an old document", p("", r("", "a ")+`<w:r><w:pict><v:shape alt="A  quay"><v:imagedata r:id="rId2" title="x"/></v:shape></w:pict></w:r>`), "paragraph \"a \"image(\"word/media/image1.png\" alt \"A quay\")\n"},
		{"an old picture with a title", p("", r("", "a ")+`<w:r><w:object><v:shape><v:imagedata r:id="rId2" title="x"/></v:shape></w:object></w:r>`), "paragraph \"a \"image(\"word/media/image1.png\" alt \"x\")\n"},
		{"a picture elsewhere", p("", drawing(`<wp:docPr descr="b"/><a:blip r:link="rId1"/>`)), "figure \"https://example.org/tugs\" alt \"b\"\n"},
		{"a picture that is missing", p("", drawing(`<a:blip r:embed="rId3"/>`)+r("", "a")), "paragraph \"a\"\n"},

		{"small characters", p("", r(`<w:vertAlign w:val="subscript"/>`, "a")+r(`<w:position w:val="-6"/><w:sz w:val="16"/>`, "b")+r("", "c")+r(`<w:position w:val="6"/><w:sz w:val="16"/>`, "d")),
			"paragraph sub(\"ab\")\"c\"sup(\"d\")\n"},
		{"moved but not small", p("", r(`<w:position w:val="-6"/>`, "a")+r(`<w:position w:val="6"/>`, "b")+r(`<w:position w:val="0"/><w:sz w:val="16"/>`, "c")), "paragraph \"abc\"\n"},
		{"underlined", p("", r(`<w:u w:val="single"/>`, "a")+r(`<w:u w:val="none"/>`, "b")+r(`<w:rStyle w:val="Hyperlink"/><w:u w:val="single"/>`, "c")), "paragraph underline(\"a\")\"bc\"\n"},
		{"switched off", p("", r(`<w:b w:val="false"/>`, "a")+r(`<w:b w:val="off"/>`, "b")+r(`<w:b w:val="0"/>`, "c")+r(`<w:b w:val="1"/>`, "d")), "paragraph \"abc\"strong(\"d\")\n"},
		{"styles within styles", p("", r("<w:b/><w:i/>", "a")), "paragraph strong(em(\"a\"))\n"},
		{"space under styles", p("", r("<w:b/>", "a")+r("<w:b/>", "  ")+r("<w:b/>", "b")+r("<w:i/>", " ")+r("<w:b/>", "c")), "paragraph strong(\"a  b c\")\n"},
		{"other text between styles", p("", r("<w:b/>", "a")+r("", " - ")+r("<w:b/>", "b")+r("", " ")+r("<w:i/>", "c")), "paragraph strong(\"a\")\" - \"strong(\"b\")\" \"em(\"c\")\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, parts{
				"word/styles.xml": `<w:styles>
<w:style w:styleId="U1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/></w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="IQ"><w:name w:val="Quotations"/></w:style><w:style w:styleId="BT"><w:name w:val="Block Text"/></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`,
				"word/numbering.xml": `<w:numbering>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
				"word/endnotes.xml": `<w:endnotes><w:endnote w:id="2">` + p("", r("", "At the end.")) + `</w:endnote></w:endnotes>`,
				"word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId1" Target="https://example.org/tugs" TargetMode="External"/>
<Relationship Id="rId2" Target="/word/media/image1.png"/><Relationship Id="rId3" Target="media/none.png"/></Relationships>`,
			}))
			if err != nil {
				t.Fatal(err)
			}
			if got := printed(a); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       []draft.Role
		markup     bool
	}{
		{"title and subtitle", p(`<w:pStyle w:val="Titel"/>`, r("", "The bar")) + p(`<w:pStyle w:val="S"/>`, r("", "Who dredges it?")) + p("", r("", "Nobody.")), []draft.Role{draft.Title, draft.Standfirst, draft.None}, false},
		{"the title of the properties", p("", r("", "Essay")) + p("", r("", " the Quay ")) + p("", r("", "The quay")), []draft.Role{draft.None, draft.Title, draft.None}, false},
		{"the title of the properties too far down", strings.Repeat(p("", r("", "a")), 6) + p("", r("", "The quay")), make([]draft.Role, 7), false},
		{"the title of the properties just near enough", strings.Repeat(p("", r("", "a")), 5) + p("", r("", "The quay")), []draft.Role{0, 0, 0, 0, 0, draft.Title}, false},
		{"a heading", p(`<w:pStyle w:val="U1"/>`, r("", "Across")), []draft.Role{draft.None}, true},
		{"a paragraph in bold", p("", r("<w:b/>", "Across")), []draft.Role{draft.None}, true},
		{"a paragraph in italics", p("", r("<w:i/>", "Across")), []draft.Role{draft.None}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, parts{"word/styles.xml": `<w:styles><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="S"><w:name w:val="Subtitle"/></w:style><w:style w:styleId="U1"><w:name w:val="heading 1"/></w:style></w:styles>`}))
			if err != nil {
				t.Fatal(err)
			}
			var got []draft.Role
			for _, b := range a.Blocks {
				got = append(got, b.Role)
			}
			if fmt.Sprint(got) != fmt.Sprint(tt.want) || a.Markup != tt.markup {
				t.Errorf("got %v, markup %t; want %v, markup %t", got, a.Markup, tt.want, tt.markup)
			}
		})
	}
}

// TestLeft has what is said of a document besides its text.
func TestLeft(t *testing.T) {
	formula := `<m:oMath><m:r><m:t>d  = 2</m:t></m:r></m:oMath>`
	chart := `<w:r><w:drawing><wp:inline><c:chart r:id="rId9"/></wp:inline></w:drawing></w:r>`
	changes := "tracked changes are taken as accepted [import-changes]; accept or reject them in Word to be sure"
	for _, tt := range []struct {
		name, body string
		more       parts
		want       string
	}{
		{"nothing", "", nil, ""},
		{"formulas", p("", formula+r("", " or ")+formula), nil, ""},
		{"a formula without TeX", p("", `<m:oMath><m:borderBox><m:borderBoxPr><m:strikeH/></m:borderBoxPr><m:e>`+formula+`</m:e></m:borderBox></m:oMath>`), nil, "a formula has no TeX, since <menclose> has none, and is text here: \"d=2\" [import-formula]; set it by hand"},
		{"charts", p("", chart+chart), nil, "a drawing or chart is left out [import-embed]; save it as a picture"},
		{"a numbered heading", p(`<w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>`, r("", "Across")) + p(`<w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>`, r("", "Back")), nil, "numbers that Word counts stand in the text here, from \"3. Across\" [import-list]; look whether they are right"},
		{"a number of a page", p("", r("", "See page ")+fieldOf(`PAGEREF _Toc1 \h`, r("", "7"))), nil, "the number of a page of the document stands in the text: \"See page 7\" [import-contents]; write where it is"},
		{"numbers of pages", p("", r("", "See page ")+fieldOf(`PAGE`, r("", "7"))), nil, "the number of a page of the document stands in the text: \"See page 7\" [import-contents]; write where it is, or take it out"},
		{"the name of the file", p("", r("", "From ")+fieldOf(`FILENAME`, r("", "a.docx"))), nil, "the name of the file stands in the text: \"From a.docx\" [import-remark]; take it out"},
		{"cells that are covered", `<w:tbl><w:tr><w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>` + p("", r("", "A")) + `</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>` + p("", r("", "Below it.")) + `</w:tc></w:tr></w:tbl>`, nil,
			"the text of a cell that another one covers is left out: \"Below it.\" [import-left-out]; write it into the cell above it or to its left if readers need it"},
		{"a number of a note", p("", r("", "See note ")+fieldOf(`NOTEREF _Ref1 \h`, r("", "3"))), nil, "the number of a note stands in the text: \"See note 3\" [import-list]; look whether the note has this number in the book"},
		{"a date of today", p("", r("", "On ")+fieldOf(`DATE \@ "d MMMM"`, r("", "3 May"))), nil, "a date that Word writes anew each day is the last one here: \"On 3 May\" [import-remark]; write the date that is meant"},
		{"a form letter", p("", fieldOf(`MERGEFIELD name`, r("", "«name»"))), nil, "a field of a form letter stands in the text: \"«name»\" [import-remark]; write what is meant, or take it out"},
		{"a field without its text", p("", codeOf(`NUMWORDS`)+codeOf(`XE "a"`)), nil, "the text of a field is not in the file: \"NUMWORDS\" [import-left-out]; update the fields in Word, save the document, and import it again"},
		{"a number of a field", p("", codeOf(`SEQ a`)+codeOf(`SEQ a`)), nil, "numbers of fields, which are not in the file, are counted here, from \"1\" (SEQ) [import-list]; look whether they are right"},
		{"a link to nowhere", p("", `<w:hyperlink w:anchor="x">`+r("", "there")+`</w:hyperlink>`+fieldOf("REF words", r("", "a"))), nil, "a link leads to no place of the chapter, and is text: \"there\" [import-dead-link]; make it a link to what it speaks of"},
		{"a table in a cell", `<w:tbl><w:tr><w:tc>` + p("", r("", "A")) + `</w:tc><w:tc>` + tableOf("x|y/1|2") + `</w:tc></w:tr></w:tbl>`, nil, "a table within a cell is lines there: \"x y 1 2\" [import-left-out]; make a table or list of it beside the other one"},
		{"heads of pages", p("", r("", "a")), parts{"word/_rels/document.xml.rels": `<R><Relationship Id="a" Type="x/footer" Target="f.xml"/><Relationship Id="b" Type="x/header" Target="h.xml"/><Relationship Id="c" Type="x/header" Target="h2.xml"/></R>`,
			"word/h.xml": `<w:hdr>` + p("", r("", "The Harbour Quarterly")) + `</w:hdr>`, "word/h2.xml": `<w:hdr>` + p("", r("", "The Harbour Quarterly")) + `</w:hdr>`, "word/f.xml": `<w:ftr>` + p("", r("", "Page 3 of 9")) + `</w:ftr>`},
			"the heads and feet of the document's pages are left out: \"The Harbour Quarterly\" [import-left-out]; write what readers need of it"},
		{"an object without its picture", p("", `<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`), nil, "a drawing or chart is left out: \"Excel.Sheet.12\" [import-embed]; save it as a picture"},
		{"an old formula", p("", `<w:r><w:object><v:shape><v:imagedata r:id="rId2"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object></w:r>`), nil, "a formula of an old editor is a picture here (Equation.3) [import-formula]; set it by hand"},
		{"a sheet", p("", `<w:r><w:object><v:shape><v:imagedata r:id="rId2"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`), nil, "an object of another program is a picture here (Excel.Sheet.12) [import-embed]; look at what it shows"},
		{"highlighted", p("", r(`<w:highlight w:val="yellow"/>`, "ask him")), nil, "the colour of a highlighter is left out, at \"ask him\" [import-remark]; "},
		{"a number of unknown signs", p("", `<w:r><w:sym w:font="House" w:char="F061"/></w:r>`), nil, "a sign of the font \"House\" with the number F061 has no character, and is left out [import-sign]; put the character in by hand"},
		{"old shapes", p("", `<w:r><w:pict/></w:r>`), nil, ""},
		{"added", p("", `<w:ins>`+r("", "x")+`</w:ins>`), nil, changes},
		{"taken out", p("", `<w:del/>`), nil, changes},
		{"moved", p("", `<w:moveFrom/>`), nil, changes},
		{"remarks", "", parts{"word/comments.xml": `<w:comments><w:comment w:author="Desk">` + p("", r("", "Is it?")) + `</w:comment></w:comments>`}, "a comment of Desk is left out: \"Is it?\" [import-remark]; "},
		{"no remarks", "", parts{"word/comments.xml": "<w:comments></w:comments>"}, ""},
		{"damaged remarks", "", parts{"word/comments.xml": "<w:comments>"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, p("", r("", "Text."))+tt.body, tt.more))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, w := range a.Warnings {
				got = append(got, w.Message+" ["+string(w.Rule)+"]; "+w.Hint)
			}
			if s := strings.Join(got, "\n"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

// TestDamagedParts has parts that are there but cannot be read.
func TestDamagedParts(t *testing.T) {
	damaged := "this is no XML"
	for _, tt := range []struct{ part, want string }{
		{"word/styles.xml", "word/styles.xml: "},
		{"word/numbering.xml", "word/numbering.xml: "},
		{"word/footnotes.xml", "word/footnotes.xml: "},
		{"word/endnotes.xml", "word/endnotes.xml: "},
		{"word/_rels/document.xml.rels", "word/_rels/document.xml.rels: "},
		{"word/_rels/endnotes.xml.rels", "word/_rels/endnotes.xml.rels: "},
		{"docProps/core.xml", ""}, // the text does without
	} {
		t.Run(tt.part, func(t *testing.T) {
			a, err := Read(wordFile(t, p("", r("", "The quay")), parts{tt.part: damaged}))
			if tt.want == "" {
				if err != nil || a.Hint != "" || a.Creator != "" {
					t.Errorf("got %v, %v", a, err)
				}
			} else if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestManyFiles(t *testing.T) {
	for _, tt := range []struct {
		files int
		want  string
	}{
		{unzip.MaxFiles, "this zip holds no Word document: unpack it, and import what is in it"},
		{unzip.MaxFiles + 1, "10001 files in this document; the limit is 10000"},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for range tt.files {
			if _, err := z.CreateRaw(&zip.FileHeader{Name: "a"}); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(b.Bytes()); err == nil || err.Error() != tt.want {
			t.Errorf("%d files: got %v, want %q", tt.files, err, tt.want)
		}
	}
}

// TestNotesOfKinds has the notes of both files, with the links of each.
func TestNotesOfKinds(t *testing.T) {
	body := p("", r("", "a")+`<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`)
	a, err := Read(wordFile(t, body, parts{
		"word/endnotes.xml":            `<w:endnotes><w:endnote w:type="normal" w:id="2">` + p("", `<w:hyperlink r:id="rId1">`+r("", "there")+`</w:hyperlink>`) + `</w:endnote></w:endnotes>`,
		"word/_rels/endnotes.xml.rels": `<Relationships><Relationship Id="rId1" Target="https://example.org/end" TargetMode="External"/></Relationships>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, n := range a.Notes {
		var pr dump.Printer
		pr.Blocks(n.Blocks)
		fmt.Fprintf(&got, "%d %s %s", n.Number, n.Label, pr.String())
	}
	want := "1 1 paragraph link(\"https://example.org/end\": \"there\")\n2 2 paragraph \"Counted by hand.\"\n"
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
