package docx

import (
	"strings"
	"testing"
)

// sheet is styles of Word, LibreOffice and pandoc.
const sheet = `<w:styles>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="Author"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="MyH"><w:name w:val="House Heading"/><w:basedOn w:val="H"/></w:style>
<w:style w:type="paragraph" w:styleId="Bio"><w:name w:val="House Bio"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="PQ"><w:name w:val="Pull Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="SC"><w:name w:val="Source Code"/></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style><w:style w:type="paragraph" w:styleId="Ill"><w:name w:val="Illustration"/><w:basedOn w:val="C"/></w:style>
<w:style w:type="paragraph" w:styleId="TC"><w:name w:val="Table Caption"/><w:basedOn w:val="C"/></w:style>
<w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="VH"><w:name w:val="TOC Heading"/></w:style>
<w:style w:type="paragraph" w:styleId="LP"><w:name w:val="List Paragraph"/><w:pPr><w:ind w:left="720"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="LN2"><w:name w:val="List Number 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="DT"><w:name w:val="Definition Term"/></w:style><w:style w:type="paragraph" w:styleId="DD"><w:name w:val="Definition"/></w:style>
<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style><w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Ship"><w:name w:val="Ship"/><w:basedOn w:val="E"/></w:style><w:style w:type="character" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>
<w:style w:type="character" w:styleId="VC"><w:name w:val="Verbatim Char"/></w:style><w:style w:type="character" w:styleId="Kw"><w:name w:val="KeywordTok"/><w:basedOn w:val="VC"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`

// counted is the lists: 1 and 2 are counted together, 2 begins anew; 3 has words, 4 letters.
const counted = `<w:numbering>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%2)"/><w:pStyle w:val="LN2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="0"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Step %1:"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="☐"/></w:lvl></w:abstractNum><w:num w:numId="6"><w:abstractNumId w:val="6"/></w:num>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="☒"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
</w:numbering>`

func styledAs(id, content string) string { return p(`<w:pStyle w:val="`+id+`"/>`, content) }

func inList(id, text string) string {
	return p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="`+id+`"/></w:numPr>`, r("", text))
}

// atLevel is an item of the second level.
func atLevel(id, text string) string {
	return p(`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="`+id+`"/></w:numPr>`, r("", text))
}

func char(id, text string) string { return r(`<w:rStyle w:val="`+id+`"/>`, text) }

// TestKinds has what real documents hold, a kind a case.
func TestKinds(t *testing.T) {
	blip := `<w:r><w:drawing><wp:inline><a:blip r:embed="rId2"/></wp:inline></w:drawing></w:r>`
	row := func(cells string) string { return `<w:tr>` + cells + `</w:tr>` }
	tc := func(text string) string { return `<w:tc>` + p("", r("", text)) + `</w:tc>` }
	control := func(content string) string {
		return `<w:sdt><w:sdtPr/><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
	}
	gone := func(text string) string { return `<w:del><w:r><w:delText>` + text + `</w:delText></w:r></w:del>` }
	tableAB := "table none none\n  head \"A\" | \"B\"\n  row \"a\" | \"b\"\n"
	seq := func(kind string) string {
		return `<w:fldSimple w:instr=" SEQ ` + kind + ` \* ARABIC ">` + r("", "1") + `</w:fldSimple>`
	}
	for _, tt := range []struct{ name, body, want string }{
		{"a control round a cell", `<w:tbl>` + row(tc("A")+control(tc("B"))) + row(control(tc("a"))+tc("b")) + `</w:tbl>`, tableAB},
		{"controls round rows", `<w:tbl>` + control(row(tc("A")+tc("B"))+control(row(tc("a")+tc("b")))) + `</w:tbl>`, tableAB},
		{"a table that begins with rows of another", `<w:tbl><w:ins>` + row(tc("A")+tc("B")) + `</w:ins><w:customXml>` + row(tc("a")+tc("b")) + `</w:customXml></w:tbl>`, tableAB},
		{"a control that nobody filled in", p("", r("", "a")+`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+r("", "Click here.")+`</w:sdtContent></w:sdt>`), "paragraph \"a\"\n"},

		{"a row that was deleted", `<w:tbl>` + row(tc("A")+tc("B")) + `<w:tr><w:trPr><w:del/></w:trPr>` + tc("x") + tc("y") + `</w:tr>` + row(tc("a")+tc("b")) + `</w:tbl>`, tableAB},
		{"a cell that was deleted", `<w:tbl>` + row(tc("A")+tc("B")) + row(`<w:tc><w:tcPr><w:cellDel/></w:tcPr>`+p("", r("", "x"))+`</w:tc>`+tc("a")+tc("b")) + `</w:tbl>`, tableAB},
		{"a table that was deleted", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>` + tc("x") + `</w:tr></w:tbl>` + p("", r("", "a")), "paragraph \"a\"\n"},
		{"a mark that was deleted", p(`<w:rPr><w:del/></w:rPr>`, r("", "The boat ")) + `<w:bookmarkStart w:name="x"/>` + styledAs("H", r("", "leaves")), "heading 2 # \"The boat leaves\"\n"},
		{"marks that were deleted in a row", p(`<w:rPr><w:del/></w:rPr>`, r("", "a ")) + p(`<w:rPr><w:del/></w:rPr>`, gone("x")) + p("", r("", "b")), "paragraph \"a b\"\n"},
		{"a mark that was deleted before a table", p(`<w:rPr><w:del/></w:rPr>`, r("", "a")) + tableOf("A|B/a|b"), "paragraph \"a\"\n" + tableAB},
		{"a mark that was deleted at the end", p(`<w:rPr><w:moveFrom/></w:rPr>`, r("", "a")), "paragraph \"a\"\n"},
		{"a mark that was added", p(`<w:rPr><w:ins/></w:rPr>`, r("", "a")) + p("", r("", "b")), "paragraph \"a\"\nparagraph \"b\"\n"},
		{"moved", p("", `<w:moveFrom>`+r("", "a ")+`</w:moveFrom>`+r("", "b ")+`<w:moveTo>`+r("", "a")+`</w:moveTo>`), "paragraph \"b a\"\n"},
		{"added and deleted again", p("", r("", "a")+`<w:ins><w:del>`+r("", "x")+`</w:del>`+r("", "b")+`</w:ins>`), "paragraph \"ab\"\n"},
		{"a look that was changed", p(`<w:pPrChange><w:pPr><w:pStyle w:val="H"/></w:pPr></w:pPrChange>`, r(`<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>`, "a")), "paragraph \"a\"\n"},

		{"styles of characters", p("", char("E", "a")+r("", " ")+char("S", "b")+r("", " ")+char("Ship", "c")+char("Round", " d")), "paragraph em(\"a\")\" \"strong(\"b\")\" \"em(\"c\")\" d\"\n"},
		{"a style that is switched off", p("", r(`<w:rStyle w:val="E"/><w:i w:val="0"/>`, "a")), "paragraph \"a\"\n"},
		{"a paragraph in italics by its style", styledAs("Bio", r("", "She sails the ")+char("Ship", "Petrel")+r("", ".")), "paragraph em(\"She sails the\")\" Petrel\"em(\".\")\n"},
		{"a quotation in italics by its style", styledAs("Q", r("", "She sails the ")+char("Ship", "Petrel")+r("", ".")), "quote\n  paragraph \"She sails the \"em(\"Petrel\")\".\"\n"},
		{"bold by the style of a heading", styledAs("H", r("", "Across ")+char("S", "it")), "heading 2 # \"Across it\"\n"},
		{"a style based on that of a heading", styledAs("MyH", r("", "Across")), "heading 2 # \"Across\"\n"},
		{"code", p("", r("", "run ")+char("VC", "tide ")+char("Kw", "--today")+r("", " or ")+r(`<w:rFonts w:ascii="Courier New"/>`, "ls")), "paragraph \"run \"code(\"tide --today\")\" or \"code(\"ls\")\n"},
		{"a typescript", p("", r(`<w:rFonts w:ascii="Courier New"/>`, "All of it.")), "paragraph \"All of it.\"\n"},
		{"lines of code", styledAs("SC", char("Kw", "if")+r("", " a:")+`<w:r><w:br/><w:tab/><w:t>b</w:t></w:r>`) + styledAs("SC", "") + styledAs("SC", r("", "  c")) + styledAs("SC", ""), "code \"\"\n  |if a:\n  |\tb\n  |\n  |  c\n"},
		{"struck out twice", p("", r(`<w:dstrike/>`, "a")), "paragraph strike(\"a\")\n"},
		{"letters from right to left", p("", r(`<w:rtl/><w:bCs/><w:i/>`, "א")), "paragraph strong(\"א\")\n"},
		{"the dots of emphasis", p("", r(`<w:em w:val="dot"/>`, "重")+r(`<w:em w:val="none"/>`, "点")), "paragraph em(\"重\")\"点\"\n"},
		{"hidden by a style", p("", char("Ghost", "x")+r("", "a")), "paragraph \"a\"\n"},

		{"a list that goes on", inList("1", "a") + p("", r("", "Mind it.")) + inList("1", "b") + inList("1", "c"), "numbers from 1) tight\n  item\n    paragraph \"a\"\nparagraph \"Mind it.\"\nnumbers from 2) tight\n  item\n    paragraph \"b\"\n  item\n    paragraph \"c\"\n"},
		{"a list that begins anew", inList("1", "a") + inList("2", "b") + inList("2", "c"), "numbers from 1) tight\n  item\n    paragraph \"a\"\nnumbers from 1) tight\n  item\n    paragraph \"b\"\n  item\n    paragraph \"c\"\n"},
		{"a paragraph under an item", inList("1", "a") + styledAs("LP", r("", "More of a.")) + inList("1", "b"), "numbers from 1)\n  item\n    paragraph \"a\"\n    paragraph \"More of a.\"\n  item\n    paragraph \"b\"\n"},
		{"a level by its style", inList("1", "a") + styledAs("LN2", r("", "b")), "numbers from 1) tight\n  item\n    paragraph \"a\"\n    numbers from (i) tight\n      item\n        paragraph \"b\"\n"},
		{"a list that begins at a deep level", atLevel("1", "a") + atLevel("1", "b") + inList("1", "c") + p("", r("", "Mind it.")) + inList("1", "d") + atLevel("1", "e") + atLevel("1", "f"), "numbers from (i) tight\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\nnumbers from 1) tight\n  item\n    paragraph \"c\"\nparagraph \"Mind it.\"\nnumbers from 2) tight\n  item\n    paragraph \"d\"\n    numbers from (i) tight\n      item\n        paragraph \"e\"\n      item\n        paragraph \"f\"\n"},
		{"numbers with words", inList("3", "Cast off.") + inList("3", "Clear the mole."), "paragraph \"Step 0: Cast off.\"\nparagraph \"Step 1: Clear the mole.\"\n"},
		{"letters", inList("4", "a"), "numbers from C. tight\n  item\n    paragraph \"a\"\n"},

		{"a drop cap", p(`<w:framePr w:dropCap="drop"/>`, r(`<w:position w:val="-8"/><w:sz w:val="90"/>`, "E")) + p("", r("<w:smallCaps/>", "very")+r("", " night.")), "paragraph \"E\"smallcaps(\"very\")\" night.\"\n"},
		{"a drop cap with nothing behind it", p(`<w:framePr w:dropCap="margin"/>`, r("", "E")) + tableOf("A|B/a|b"), "paragraph \"E\"\n" + tableAB},
		{"a frame", p(`<w:framePr w:wrap="around"/>`, r("", "a")) + p("", r("", "b")), "paragraph \"a\"\nparagraph \"b\"\n"},

		{"signs of fonts", p("", `<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="wingdings 2" w:char="0050"/><w:sym w:font="Arial" w:char="2713"/></w:r>`+r(`<w:rFonts w:ascii="Wingdings"/>`, "J &#xF04C;")), "paragraph \"→α✓✓☺ ☹\"\n"},
		{"signs of Zapf Dingbats", p("", `<w:r><w:sym w:font="ITC Zapf Dingbats" w:char="F033"/><w:sym w:font="ZapfDingbats" w:char="F0D5"/><w:sym w:font="Zapf Dingbats" w:char="F0AC"/></w:r>`), "paragraph \"✓→①\"\n"},
		{"a sign of an unknown font", p("", r("", "a")+`<w:r><w:sym w:font="House Signs" w:char="F061"/></w:r>`), "paragraph \"a\"\n"},
		{"a page that ends within a sentence", p("", r("", "one")+`<w:r><w:br w:type="page"/></w:r>`+r("", "two")), "paragraph \"one two\"\n"},
		{"a page that ends with a sentence", p("", r("<w:b/>", "One.")+`<w:r><w:br w:type="page"/></w:r>`+r("", "Two.")), "paragraph strong(\"One.\")\nparagraph \"Two.\"\n"},

		{"a table of contents", styledAs("VH", r("", "Contents")) + styledAs("V1", r("", "Quays 3")) + p("", r("", "a")), "paragraph \"a\"\n"},
		{"a table of contents by its field", p("", fieldBegin(`TOC \o "1-3"`)+r("", "Quays 3")) + p("", r("", "Tugs 4")+fieldEnd) + p("", r("", "a")), "paragraph \"a\"\n"},
		{"a table of contents in a control", control(p("", r("", "Contents"))+p("", fieldOf(`TOC`, r("", "Quays 3")))) + p("", r("", "a")), "paragraph \"a\"\n"},
		{"an index", p("", r("", "a")) + p("", fieldOf(`INDEX \c "2"`, r("", "quays, 3"))), "paragraph \"a\"\n"},

		{"a caption above a table", styledAs("C", r("", "Table ")+seq("Table")+r("", ": Ports")) + tableOf("A|B/a|b"), "table none none\n  caption \"Table 1: Ports\"\n  head \"A\" | \"B\"\n  row \"a\" | \"b\"\n"},
		{"a caption below a table", tableOf("A|B/a|b") + styledAs("TC", r("", "Ports")), "table none none\n  caption \"Ports\"\n  head \"A\" | \"B\"\n  row \"a\" | \"b\"\n"},
		{"a caption of LibreOffice", p("", blip) + styledAs("Ill", r("", "The quay")), "figure \"word/media/image1.png\" alt \"\"\n  caption \"The quay\"\n"},
		{"a caption by its field", p("", blip) + p("", r("", "Abbildung ")+seq("Abbildung")+r("", ": Der Kai")), "figure \"word/media/image1.png\" alt \"\"\n  caption \"Abbildung 1: Der Kai\"\n"},
		{"a caption between a figure and a table", p("", blip) + styledAs("TC", r("", "Ports")) + tableOf("A|B/a|b"), "figure \"word/media/image1.png\" alt \"\"\ntable none none\n  caption \"Ports\"\n  head \"A\" | \"B\"\n  row \"a\" | \"b\"\n"},

		{"a link to a heading", p("", `<w:hyperlink w:anchor="_Toc1">`+r("", "below")+`</w:hyperlink>`+r("", ", ")+fieldOf(`REF _Toc1 \h`, r("", "Across"))) + styledAs("H", `<w:bookmarkStart w:name="_Toc1"/>`+r("", "Across")),
			"paragraph link(\"#at-1\": \"below\")\", \"link(\"#at-1\": \"Across\")\nheading 2 #at-1 \"Across\"\n"},
		{"a link to a paragraph", `<w:bookmarkStart w:name="b"/>` + p("", r("", "a")) + p("", fieldOf(`HYPERLINK \l "b"`, r("", "above"))), "paragraph span(#at-1 lang \"\" title \"\": )\"a\"\nparagraph link(\"#at-1\": \"above\")\n"},
		{"a link to a caption", p("", fieldOf(`REF f \h`, r("", "Figure 1"))) + p("", blip) + styledAs("C", `<w:bookmarkStart w:name="f"/>`+r("", "The quay")), "paragraph link(\"#at-1\": \"Figure 1\")\nfigure #at-1 \"word/media/image1.png\" alt \"\"\n  caption \"The quay\"\n"},

		{"a link to the caption of a table", p("", fieldOf(`REF f \h`, r("", "Table 1"))) + styledAs("C", `<w:bookmarkStart w:name="f"/>`+r("", "Table 1")+`<w:bookmarkEnd/>`+r("", ": Ports")) + tableOf("A|B/a|b"), "paragraph link(\"#at-1\": \"Table 1\")\ntable none none #at-1\n  caption \"Table 1: Ports\"\n  head \"A\" | \"B\"\n  row \"a\" | \"b\"\n"},
		{"a link to a picture", p("", fieldOf(`REF f \h`, r("", "there"))) + p("", `<w:bookmarkStart w:name="f"/>`+blip), "paragraph link(\"#at-1\": \"there\")\nfigure #at-1 \"word/media/image1.png\" alt \"\"\n"},
		{"links to a picture and to its caption", p("", fieldOf(`REF f \h`, r("", "there"))+fieldOf(`REF g \h`, r("", " too"))) + p("", `<w:bookmarkStart w:name="f"/>`+blip) + styledAs("C", `<w:bookmarkStart w:name="g"/>`+r("", "The quay")), "paragraph link(\"#at-1\": \"there\")link(\"#at-2\": \" too\")\nfigure #at-1 \"word/media/image1.png\" alt \"\"\n  caption span(#at-2 lang \"\" title \"\": )\"The quay\"\n"},
		{"a caption behind its picture", p("", blip+`<w:r><w:br/></w:r>`+r("", "Figure ")+seq("Figure")), "figure \"word/media/image1.png\" alt \"\"\n  caption \"Figure 1\"\n"},
		{"a number of a page that is there", p("", r("", "page ")+fieldOf(`PAGEREF f \h`, r("", "7"))) + styledAs("H", `<w:bookmarkStart w:name="f"/>`+r("", "Across")), "paragraph \"page \"link(\"#at-1\": \"7\")\nheading 2 #at-1 \"Across\"\n"},

		{"numbers of fields", p("", codeOf("LISTNUM")+r("", " a ")+codeOf("LISTNUM")+r("", " b ")+codeOf(`LISTNUM \l 2`)+codeOf(`LISTNUM \l 2 \s 5`)) + inList("1", "x") + p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, codeOf("LISTNUM")), "paragraph \"1) a 2) b a)e)\"\nnumbers from 1) tight\n  item\n    paragraph \"x\"\n  item\n    paragraph \"(i)\"\n"},
		{"numbers of fields with words", p("", codeOf(`LISTNUM LegalDefault`)+codeOf(`LISTNUM LegalDefault \l 2`)), "paragraph \"1.1.1.\"\n"},
		{"numbers of paragraphs", styledAs("H", codeOf("AUTONUMLGL")+r("", " a")) + p("", codeOf("AUTONUMLGL")+r("", " b")) + p("", codeOf(`AUTONUMLGL \e`)+r("", " c")) + p("", codeOf(`AUTONUM`)+codeOf(`AUTONUMOUT`)), "heading 2 # \"1. a\"\nparagraph \"1.1. b\"\nparagraph \"1.2 c\"\nparagraph \"1.A.\"\n"},
		{"numbers of sequences", p("", codeOf("SEQ a")+codeOf("SEQ a")+codeOf(`SEQ a \c`)+codeOf(`SEQ b \* ROMAN`)+codeOf(`SEQ a \h`)+codeOf(`SEQ a \r 7 \* alphabetic`)), "paragraph \"122Ig\"\n"},
		{"a number behind counted ones", p("", fieldOf("SEQ a", r("", "4"))+codeOf("SEQ a")), "paragraph \"45\"\n"},
		{"a quotation of a field", p("", codeOf(`QUOTE "a b"`)), "paragraph \"a b\"\n"},

		{"a ruby of a field", p("", codeOf(`EQ \* jc2 \* "Font:MS Mincho" \* hps10 \o\ad(\s\up 9(あか),灯)`)+r("", "が")), "paragraph ruby(\"あか\": \"灯\")\"が\"\n"},
		{"a ruby behind its word", p("", codeOf(`EQ \o(灯;\s\up9(あか))`)), "paragraph ruby(\"あか\": \"灯\")\n"},
		{"a fraction of a field", p("", r("", "a ")+codeOf(`EQ \f(1,2 \(x\))`)+r("", " b")), "paragraph \"a 1/2 (x) b\"\n"},
		{"scripts of a field", p("", r("", "x")+codeOf(`EQ \s\do4(2)`)), "paragraph \"x\"sub(\"2\")\n"},
		{"an equation that is cut off", p("", r("", "a ")+codeOf(`EQ \r(3,\f(x`)), "paragraph \"a 3 x\"\n"},
		{"signs by their fields", p("", codeOf(`SYMBOL 169 \f "Times"`)+codeOf(`SYMBOL 0xFC \f Wingdings`)+codeOf(`SYMBOL 151`)+codeOf(`SYMBOL 8364 \u`)), "paragraph \"©✓—€\"\n"},
		{"choices of a form", p("", formOf(`<w:ddList><w:result w:val="1"/><w:listEntry w:val="tug"/><w:listEntry w:val="ferry"/></w:ddList>`)+r("", " ")+formOf(`<w:checkBox><w:default w:val="1"/></w:checkBox>`)+formOf(`<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>`)), "paragraph \"ferry ☒☐\"\n"},
		{"a field in the code of another", p("", `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText></w:r>`+fieldOf("PAGE", r("", "3"))+`<w:r><w:instrText> = 1 "x" "y"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`+r("", "y")+fieldEnd), "paragraph \"y\"\n"},
		{"marks of an index", p("", r("", "quay")+codeOf(`XE "quays:old"`)+r("", "s")), "paragraph \"quays\"\n"},
		{"a drop cap that is a word", p(`<w:framePr w:dropCap="drop"/>`, r("", "A")) + p("", r("", " night.")), "paragraph \"A night.\"\n"},

		{"a ruby", p("", `<w:r><w:ruby><w:rt>`+r("", "あか")+`</w:rt><w:rubyBase>`+r("", "灯")+`</w:rubyBase></w:ruby></w:r>`), "paragraph ruby(\"あか\": \"灯\")\n"},
		{"an author by its style", styledAs("B", r("", "Odd Tangen")), "paragraph \"Odd Tangen\"\n"},
		{"letters as shapes", p("", `<w:r><w:pict><v:shape><v:textpath string="Sale"/></v:shape></w:pict></w:r>`), "paragraph \"Sale\"\n"},
		{"a line across the page", p("", r("", "a")) + p("", `<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>`) + p("", r("", "b")), "paragraph \"a\"\nbreak\nparagraph \"b\"\n"},
		{"a shape that is a line", p("", r("", "a")) + p("", `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wp:extent cx="5943600" cy="19050"/><wps:wsp/></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`) + p("", r("", "b")), "paragraph \"a\"\nbreak\nparagraph \"b\"\n"},
		{"a link into a table", p("", fieldOf(`REF c \h`, r("", "there"))) + `<w:tbl>` + row(tc("A")+tc("B")) + row(`<w:tc>`+p("", `<w:bookmarkStart w:name="c"/>`+r("", "a"))+`</w:tc>`+tc("b")) + `</w:tbl>`, "paragraph link(\"#at-1\": \"there\")\n" + strings.Replace(tableAB, "\"a\"", "span(#at-1 lang \"\" title \"\": )\"a\"", 1)},
		{"a mark of a note", p("", r("", "a")+`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>`+r("", "b")), "paragraph \"a\"[^1.1]\"b\"\n"},
		{"a picture that floats", p("", `<w:r><w:drawing><wp:anchor><a:blip r:embed="rId2"/></wp:anchor></w:drawing></w:r>`+r("", "a")), "paragraph \"a\"\nfigure \"word/media/image1.png\" alt \"\"\n"},
		{"columns to the right", `<w:tbl>` + row(tc("A")+tc("B")) + row(tc("a")+`<w:tc>`+p(`<w:jc w:val="right"/>`, r("", "1"))+`</w:tc>`) + `</w:tbl>`, "table none right\n  head \"A\" | \"B\"\n  row \"a\" | \"1\"\n"},
		{"a table without a head", `<w:tbl><w:tblPr><w:tblLook w:val="0480"/></w:tblPr>` + row(tc("A")+tc("B")) + row(tc("a")+tc("b")) + `</w:tbl>`, "table none none\n  row \"A\" | \"B\"\n  row \"a\" | \"b\"\n"},
		{"a table whose head is said", `<w:tbl><w:tblPr><w:tblLook w:firstRow="1" w:val="0480"/></w:tblPr>` + row(tc("A")+tc("B")) + row(tc("a")+tc("b")) + `</w:tbl>`, tableAB},
		{"tasks", inList("6", "a") + inList("7", "b"), "bullets tight\n  item open\n    paragraph \"a\"\n  item done\n    paragraph \"b\"\n"},
		{"a bullet that shows nothing", inList("1", "a") + inList("8", "More of a.") + inList("1", "b") + inList("9", "c"), "numbers from 1)\n  item\n    paragraph \"a\"\n    paragraph \"More of a.\"\n  item\n    paragraph \"b\"\nparagraph \"c\"\n"},
		{"definitions", styledAs("DT", r("", "Quay")) + styledAs("DD", r("", "A wall.")) + styledAs("DD", r("", "A place.")) + styledAs("DT", r("", "Tug")) + p("", r("", "a")), "definitions\n  term \"Quay\"\n  detail\n    paragraph \"A wall.\"\n  detail\n    paragraph \"A place.\"\nparagraph \"Tug\"\nparagraph \"a\"\n"},
		{"a definition of nothing", styledAs("DD", r("", "A wall.")), "paragraph \"A wall.\"\n"},
		{"cells that continue those to their left", `<w:tbl>` + row(`<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>`+p("", r("", "A"))+`</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>`+p("", "")+`</w:tc>`) + row(tc("a")+tc("b")) + `</w:tbl>`, "table none none\n  head (2 x 1) \"A\" | (covered)\n  row \"a\" | \"b\"\n"},
		{"a frame around a table", `<w:tbl>` + row(`<w:tc>`+tableOf("A|B/a|b")+p("", "")+`</w:tc>`) + `</w:tbl>`, tableAB},
		{"texts in the code of a field", p("", `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF 1 = 1 "</w:instrText></w:r>`+r("", "x")+`<w:r><w:instrText>" "y"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`+r("", "x")+fieldEnd+r("", " a")), "paragraph \"x a\"\n"},
		{"a list in a cell", `<w:tbl>` + row(tc("A")+tc("B")) + row(`<w:tc>`+inList("4", "x")+inList("4", "y")+`</w:tc>`+tc("b")) + `</w:tbl>`, "table none none\n  head \"A\" | \"B\"\n  row \"C. x\"br()\"D. y\" | \"b\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, parts{"word/styles.xml": sheet, "word/numbering.xml": counted}))
			if err != nil {
				t.Fatal(err)
			}
			if got := printed(a); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// fieldBegin begins a field that ends in another paragraph, with fieldEnd.
func fieldBegin(code string) string {
	all := fieldOf(code, "")
	return all[:strings.LastIndex(all, "<w:r>")]
}

// codeOf is a field that keeps its code alone, and formOf one of a form.
func codeOf(code string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> ` + code + ` </w:instrText><w:fldChar w:fldCharType="end"/></w:r>`
}

func formOf(data string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>` + data + `</w:ffData></w:fldChar><w:instrText> FORM </w:instrText><w:fldChar w:fldCharType="end"/></w:r>`
}

const fieldEnd = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`

// TestBoxes has text boxes, which say where they stand.
func TestBoxes(t *testing.T) {
	box := func(paragraphs ...string) string {
		return `<w:r><w:drawing><wp:anchor><w:txbxContent>` + strings.Join(paragraphs, "") + `</w:txbxContent></wp:anchor></w:drawing></w:r>`
	}
	for _, tt := range []struct{ name, body, want, told string }{
		{"a box", p("", box(styledAs("H", r("", "Ports")), p("", r("", "There are four.")))+r("", "Text.")), "paragraph \"Text.\"\ndivision box \"\"\n  title \"Ports\"\n  paragraph \"There are four.\"\n", "a text box stands behind the paragraph that it is fastened to: \"Ports There are four.\""},
		{"a pull quote by its style", p("", r("", "Text.")) + styledAs("PQ", r("", "Nobody, ever")), "paragraph \"Text.\"\ndivision pullquote \"\"\n  paragraph \"Nobody, ever\"\n", ""},
		{"a pull quote", p("", box(p("", r("", "“Nobody, ever”")))+r("", "She said: nobody, ever, came.")), "paragraph \"She said: nobody, ever, came.\"\ndivision pullquote \"\"\n  paragraph \"“Nobody, ever”\"\n", ""},
		{"two boxes of one drawing", p("", `<w:r><w:drawing><wp:anchor><w:txbxContent>`+p("", r("", "a"))+`</w:txbxContent><w:txbxContent>`+p("", r("", "b"))+`</w:txbxContent></wp:anchor></w:drawing></w:r>`), "division box \"\"\n  paragraph \"a\"\ndivision box \"\"\n  paragraph \"b\"\n", "a text box stands behind the paragraph that it is fastened to: \"a\"\na text box stands behind the paragraph that it is fastened to: \"b\""},
		{"a box in a box", p("", box(p("", r("", "a")+box(p("", r("", "b")))))), "division box \"\"\n  paragraph \"a\"\n  division box \"\"\n    paragraph \"b\"\n", "a text box stands behind the paragraph that it is fastened to: \"b\"\na text box stands behind the paragraph that it is fastened to: \"a b\""},
		{"a box around a picture", p("", box(p("", `<w:r><w:drawing><wp:inline><a:blip r:embed="rId2"/></wp:inline></w:drawing></w:r>`), styledAs("C", r("", "The quay")))), "figure \"word/media/image1.png\" alt \"\"\n  caption \"The quay\"\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, parts{"word/styles.xml": sheet}))
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, w := range a.Warnings {
				told = append(told, w.Message)
			}
			if got := printed(a); got != tt.want || strings.Join(told, "\n") != tt.told {
				t.Errorf("got\n%s%s\nwant\n%s%s", got, strings.Join(told, "\n"), tt.want, tt.told)
			}
		})
	}
}

// TestParts has parts of a document at other places than the usual ones.
func TestParts(t *testing.T) {
	const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	text := `<w:document><w:body>` + p(`<w:pStyle w:val="X"/>`, r("", "Across")+`<w:r><w:footnoteReference w:id="2"/></w:r>`) + `</w:body></w:document>`
	styles := `<w:styles><w:style w:styleId="X"><w:name w:val="heading 1"/></w:style></w:styles>`
	notes := `<w:footnotes><w:footnote w:id="2">` + p("", r("", "There.")) + `</w:footnote></w:footnotes>`
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
	}
	for _, tt := range []struct {
		name string
		all  parts
	}{
		{"relations", parts{"_rels/.rels": `<R>` + rel("a", types+"officeDocument", "/text/main.xml") + `</R>`, "text/main.xml": text, "text/_rels/main.xml.rels": `<R>` + rel("a", types+"styles", "../s.xml") + rel("b", types+"footnotes", "foot%20notes.xml") + `</R>`, "s.xml": styles, "text/foot notes.xml": notes}},
		{"the strict form", parts{"_rels/.rels": `<R>` + rel("a", strict+"officeDocument", "word/document2.xml") + `</R>`, "word/document2.xml": text, "word/_rels/document2.xml.rels": `<R>` + rel("a", strict+"styles", "styles2.xml") + rel("b", strict+"footnotes", "notes.xml") + `</R>`, "word/styles2.xml": styles, "word/notes.xml": notes}},
		{"names in other letters", parts{"_rels/.rels": `<R>` + rel("a", types+"officeDocument", "Word/Document.xml") + `</R>`, "word/document.xml": text, "word/Styles.xml": styles, `word\FootNotes.xml`: notes}},
		{"types alone", parts{"[Content_Types].xml": `<Types><Override PartName="/a.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`, "a.xml": text, "word/styles.xml": styles, "word/footnotes.xml": notes}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(zipped(t, tt.all))
			if err != nil {
				t.Fatal(err)
			}
			if got := printed(a); got != "heading 2 # \"Across\"[^1.1]\n" || len(a.Notes) != 1 {
				t.Errorf("got %s with %d notes", got, len(a.Notes))
			}
		})
	}
}

// TestComments tells comments with their places.
func TestComments(t *testing.T) {
	a, err := Read(wordFile(t, p("", r("", "The boat leaves. ")+`<w:commentRangeStart w:id="1"/>`+r("", "The keeper")+`<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`+r("", " knows.")+`<w:r><w:commentReference w:id="2"/></w:r>`), parts{
		"word/comments.xml": `<w:comments><w:comment w:id="1" w:author="Desk">` + p("", r("", "Does he?")) + p("", r("", "Ask.")) + `</w:comment><w:comment w:id="2">` + p("", r("", "Good.")) + `</w:comment></w:comments>`}))
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, w := range a.Warnings {
		told = append(told, w.Message)
	}
	want := "a comment of Desk on \"The keeper\" is left out: \"Does he? Ask.\"\na comment on \"The boat leaves. The keeper knows.\" is left out: \"Good.\""
	if got := strings.Join(told, "\n"); got != want || strings.Contains(printed(a), "Ask") {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestFormulas has formulas of the line and on lines of their own.
func TestFormulas(t *testing.T) {
	square := `<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`
	a, err := Read(wordFile(t, p("", r("", "Of ")+square+r("", "."))+p("", `<m:oMathPara>`+square+`</m:oMathPara>`)+p("", square), nil))
	if err != nil {
		t.Fatal(err)
	}
	want := "paragraph \"Of \"math(\"x^2\")\".\"\nformula \"x^2\" = x2\nformula \"x^2\" = x2\n"
	if got := printed(a); got != want || a.Formula != "x^2" {
		t.Errorf("got %q\n%s\nwant\n%s", a.Formula, got, want)
	}
}

// TestElsewhere has text in parts of other formats.
func TestElsewhere(t *testing.T) {
	more := parts{
		"word/_rels/document.xml.rels": `<R><Relationship Id="h" Type="x/aFChunk" Target="afchunk.htm"/><Relationship Id="m" Type="x/aFChunk" Target="/word/afchunk.mht"/></R>`,
		"word/afchunk.htm":             `<html><body><h2>Across</h2><p>It is <em>wide</em>.</p></body></html>`, "word/afchunk.mht": "MIME-Version: 1.0",
	}
	a, err := Read(wordFile(t, p("", r("", "a"))+`<w:altChunk r:id="h"/><w:altChunk r:id="m"/>`, more))
	if err != nil {
		t.Fatal(err)
	}
	want := "paragraph \"a\"\nheading 2 # \"Across\"\nparagraph \"It is \"em(\"wide\")\".\"\n"
	if got := printed(a); got != want || len(a.Warnings) != 1 || a.Warnings[0].Message != "text in another file within the document is left out: \"afchunk.mht\"" {
		t.Errorf("got\n%s%v\nwant\n%s", got, a.Warnings, want)
	}
	if _, err := Read(wordFile(t, `<w:altChunk r:id="m"/>`, more)); err == nil || !strings.Contains(err.Error(), "no text in this document: text in another file") {
		t.Errorf("got %v", err)
	}
}

// TestVerse has verse as paragraphs of a style and as broken lines.
func TestVerse(t *testing.T) {
	styles := parts{"word/styles.xml": `<w:styles><w:style w:type="paragraph" w:styleId="V"><w:name w:val="Poem"/></w:style></w:styles>`}
	line := func(props, text string) string { return p(`<w:pStyle w:val="V"/>`+props, r("", text)) }
	broken := func(lines ...string) string {
		return p("", `<w:r><w:t xml:space="preserve">`+strings.Join(lines, `</w:t><w:br/><w:tab/><w:t xml:space="preserve">`)+`</w:t></w:r>`)
	}
	for _, tt := range []struct{ name, body, want string }{
		{"lines of a style", line("", "The tide") + line(`<w:ind w:left="720"/>`, "goes out") + line("", "") + line("", "\u00a0and in"), "division verse \"\"\n  paragraph \"The tide\"br()\"\\u00a0\\u00a0\\u00a0\\u00a0\"\"goes out\"\n  paragraph \"\\u00a0\"\"and in\"\n"},
		{"stanzas of a style", p(`<w:pStyle w:val="V"/>`, `<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>`) + line("", "c"), "division verse \"\"\n  paragraph \"a\"br()\"b\"\n  paragraph \"c\"\n"},
		{"broken lines", broken("The tide", "goes out", "again"), "division verse \"\"\n  paragraph \"The tide\"br()\"\\u00a0\\u00a0\\u00a0\\u00a0\"\"goes out\"br()\"\\u00a0\\u00a0\\u00a0\\u00a0\"\"again\"\n"},
		{"an address", broken("The Pilot", "3 Quay"), "paragraph \"The Pilot\"br()\" 3 Quay\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, styles))
			if err != nil {
				t.Fatal(err)
			}
			if got := printed(a); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestMarkOfNote has a note whose mark stands in its text.
func TestMarkOfNote(t *testing.T) {
	a, err := Read(wordFile(t, p("", r("", "a")+`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>`), parts{
		"word/styles.xml":    `<w:styles><w:style w:type="character" w:styleId="F"><w:name w:val="footnote reference"/></w:style></w:styles>`,
		"word/footnotes.xml": `<w:footnotes><w:footnote w:id="2">` + p("", char("F", "*")+r("", " There.")) + `</w:footnote></w:footnotes>`}))
	if err != nil {
		t.Fatal(err)
	}
	if got := wordsOf(a.Notes[0].Blocks[0]); got != "There." {
		t.Errorf("got %q", got)
	}
}
