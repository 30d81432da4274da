package docx

import (
	"fmt"
	"strings"
	"testing"
)

// levelsOf returns a list whose levels have a format and a text each, such as
// "decimal %1.%2", and what else they say behind "|".
func levelsOf(levels ...string) string {
	var b strings.Builder
	b.WriteString(`<w:numbering><w:abstractNum w:abstractNumId="0">`)
	for i, l := range levels {
		l, more, _ := strings.Cut(l, "|")
		format, text, _ := strings.Cut(l, " ")
		fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, i, format, more, text)
	}
	return b.String() + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
}

// TestNumbers has the numbers that Word counts: in lists of the book where these can show
// them, and otherwise in the text.
func TestNumbers(t *testing.T) {
	at := func(level int, text string) string {
		return p(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, level), r("", text))
	}
	heading := func(level int, text string) string {
		return p(fmt.Sprintf(`<w:outlineLvl w:val="%d"/><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, level, level), r("", text))
	}
	legal := []string{"decimal %1.", "decimal %1.%2", "lowerLetter (%3)"}
	for _, tt := range []struct {
		name   string
		levels []string
		body   string
		want   string
		told   string
	}{
		{"clauses", legal, at(0, "Terms") + at(1, "Berth means a place.") + at(1, "Tug means a boat.") + at(2, "with crew") + at(2, "or without") + at(0, "Fees") + at(1, "None."),
			"numbers from 1\n  item\n    paragraph \"Terms\"\n    paragraph \"1.1 Berth means a place.\"\n    paragraph \"1.2 Tug means a boat.\"\n    numbers from (a) tight\n      item\n        paragraph \"with crew\"\n      item\n        paragraph \"or without\"\n  item\n    paragraph \"Fees\"\n    paragraph \"2.1 None.\"\n",
			"numbers that Word counts stand in the text here, from \"1.1 Berth means a place.\""},
		{"articles", []string{"decimal Article %1", "decimal %1.%2|<w:isLgl/>"}, heading(0, "Scope") + at(1, "All quays.") + heading(0, "Fees"), "heading 2 # \"Article 1 Scope\"\nparagraph \"1.1 All quays.\"\nheading 2 # \"Article 2 Fees\"\n", "numbers that Word counts stand in the text here, from \"Article 1 Scope\""},
		{"Roman articles with figures below", []string{"upperRoman %1.", "decimal %1.%2|<w:isLgl/>", "decimal %1.%2.%3"}, at(0, "a") + at(1, "b") + at(2, "c"), "numbers from I.\n  item\n    paragraph \"a\"\n    paragraph \"1.1 b\"\n    paragraph \"I.1.1 c\"\n", "numbers that Word counts stand in the text here, from \"1.1 b\""},
		{"a level that is not begun anew", []string{"decimal %1.", "decimal Clause %2:|<w:lvlRestart w:val=\"0\"/>"}, at(0, "a") + at(1, "b") + at(0, "c") + at(1, "d"), "numbers from 1\n  item\n    paragraph \"a\"\n    paragraph \"Clause 1: b\"\n  item\n    paragraph \"c\"\n    paragraph \"Clause 2: d\"\n", "numbers that Word counts stand in the text here, from \"Clause 1: b\""},
		{"Chinese chapters", []string{"chineseCountingThousand 第%1章|<w:suff w:val=\"nothing\"/>"}, heading(0, "潮汐"), "heading 2 # \"第一章潮汐\"\n", "numbers that Word counts stand in the text here, from \"第一章潮汐\""},
		{"Chinese items", []string{"chineseCounting %1、"}, strings.Repeat(at(0, "x"), 2), "paragraph \"一、x\"\nparagraph \"二、x\"\n", "numbers that Word counts stand in the text here, from \"一、x\""},
		{"works that the text names", []string{"decimal [%1]"}, at(0, "Lee 1999") + at(0, "Roe 2001"), "paragraph \"[1] Lee 1999\"\nparagraph \"[2] Roe 2001\"\n", "numbers that Word counts stand in the text here, from \"[1] Lee 1999\""},
		{"figures of two places", []string{"decimalZero %1."}, at(0, "a"), "numbers from 1 tight\n  item\n    paragraph \"a\"\n", ""},
		{"an empty item is counted", []string{"decimal %1."}, at(0, "a") + at(0, "") + at(0, "b"), "numbers from 1 tight\n  item\n    paragraph \"a\"\nnumbers from 3 tight\n  item\n    paragraph \"b\"\n", ""},
		{"numbers that show nothing", []string{"decimal "}, at(0, "a"), "paragraph \"a\"\n", ""},
		{"words that are not counted", []string{"none Note:"}, at(0, "a"), "paragraph \"Note: a\"\n", "numbers that Word counts stand in the text here, from \"Note: a\""},
		{"a letter of a font of signs", []string{"bullet o"}, at(0, "a"), "bullets tight\n  item\n    paragraph \"a\"\n", ""},
		{"numbers of no known kind", []string{"bahtText %1."}, strings.Repeat(at(0, "x"), 2), "paragraph \"1. x\"\nparagraph \"2. x\"\n", "a list that Word counts in another way (bahtText) has figures here, from \"1.\"\nnumbers that Word counts stand in the text here, from \"1. x\""},
		{"an item that goes on behind a page", []string{"decimal %1."}, at(0, "a") + p(`<w:numPr><w:numId w:val="1"/></w:numPr>`, `<w:r><w:br w:type="page"/><w:t>b.</w:t></w:r>`), "numbers from 1 tight\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b.\"\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, parts{"word/numbering.xml": levelsOf(tt.levels...)}))
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, w := range a.Warnings {
				told = append(told, w.Message)
			}
			if got, want := printed(a), tt.want; got != want || strings.Join(told, "\n") != tt.told {
				t.Errorf("got\n%s%s\nwant\n%s%s", got, strings.Join(told, "\n"), want, tt.told)
			}
		})
	}
}

// TestLevelsOfStyles has levels that a style, or the style that it is based on, says in part.
func TestLevelsOfStyles(t *testing.T) {
	styles := `<w:styles><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
	body := styledAs("H1", r("", "Quays")) + styledAs("H2", r("", "Old")) + p(`<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>`, r("", "New")) + p(`<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>`, r("", "End"))
	a, err := Read(wordFile(t, body, parts{"word/styles.xml": styles, "word/numbering.xml": levelsOf("decimal %1", "decimal %1.%2")}))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := printed(a), "heading 2 # \"1 Quays\"\nheading 3 # \"1.1 Old\"\nheading 2 # \"1.2 New\"\nheading 2 # \"End\"\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNumeral(t *testing.T) {
	for _, tt := range []struct {
		format string
		n      int
		want   string
	}{
		{"lowerLetter", 28, "bb"}, {"upperRoman", 14, "XIV"}, {"decimalZero", 7, "07"}, {"custom", 7, "007"}, {"numberInDash", 3, "- 3 -"}, {"hex", 26, "1A"}, {"chicago", 6, "††"},
		{"chineseCounting", 12, "十二"}, {"chineseCounting", 105, "一○五"}, {"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 1005, "一千零五"}, {"chineseCountingThousand", 20, "二十"},
		{"japaneseCounting", 111, "百十一"}, {"japaneseLegal", 10, "壱拾"}, {"koreanCounting", 21, "이십일"}, {"chineseLegalSimplified", 15, "壹拾伍"}, {"ideographDigital", 10, "一〇"},
		{"ganada", 3, "다"}, {"aiueoFullWidth", 2, "イ"}, {"ideographTraditional", 11, "11"}, {"ideographZodiacTraditional", 13, "丙子"}, {"decimalEnclosedCircle", 3, "③"},
		{"arabicAbjad", 3, "ج"}, {"hebrew1", 16, "טז"}, {"hebrew1", 445, "תמה"}, {"hindiNumbers", 12, "१२"}, {"thaiNumbers", 4, "๔"}, {"russianLower", 3, "в"},
		{"bahtText", 2, "2"}, {"chineseCounting", 0, "0"}, {"lowerLetter", 1 << 40, "1099511627776"},
	} {
		if got, _ := numeral(tt.format, "001, 002", tt.n); got != tt.want {
			t.Errorf("%s %d: got %s, want %s", tt.format, tt.n, got, tt.want)
		}
	}
}

// TestNumbersOfRows has a column of numbers that Word counts, in cells without words.
func TestNumbersOfRows(t *testing.T) {
	cell := func(content string) string { return `<w:tc>` + content + `</w:tc>` }
	n := cell(p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, ""))
	table := `<w:tbl><w:tr>` + cell(p("", r("", "No."))) + cell(p("", r("", "Port"))) + `</w:tr><w:tr>` + n + cell(p("", r("", "Skarne"))) + `</w:tr><w:tr>` + n + cell(p("", r("", "Lipnica"))) + `</w:tr></w:tbl>`
	a, err := Read(wordFile(t, table, parts{"word/numbering.xml": levelsOf("decimal %1.")}))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := printed(a), "table none none\n  head \"No.\" | \"Port\"\n  row \"1.\" | \"Skarne\"\n  row \"2.\" | \"Lipnica\"\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestTwips reads lengths with and without units.
func TestTwips(t *testing.T) {
	for s, want := range map[string]int{"720": 720, "720.0000001": 720, "36pt": 720, "0.5in": 720, "1cm": 567, "10mm": 567, "3pc": 720, "": 7, "-360": 7, "x": 7, "5em": 7, "1e99": 7, "NaN": 7} {
		if got := twips(s, 7); got != want {
			t.Errorf("%s: got %d, want %d", s, got, want)
		}
	}
}
