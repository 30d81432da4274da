package docx

import (
	"strings"
	"testing"
)

// TestStanzas has paragraphs that stand apart, a line each: verse, and what only looks like it.
func TestStanzas(t *testing.T) {
	prose := p("", r("", "The pilot wrote these lines into the tide book in the winter of the long ice, and nobody read them."))
	indented := func(lines ...string) string {
		var b strings.Builder
		for _, l := range lines {
			props := `<w:ind w:left="720"/>`
			if rest, ok := strings.CutPrefix(l, ">"); ok {
				l, props = rest, `<w:ind w:left="1080"/>`
			}
			b.WriteString(p(props, r("", l)))
		}
		return prose + b.String() + prose
	}
	styled := func(lines ...string) string {
		var b strings.Builder
		for _, l := range lines {
			b.WriteString(styledAs("Song", r("", l)))
		}
		return b.String()
	}
	song := []string{"The bar has moved a mile to sea", "and took the buoy with it,", "so pilot, keep an eye for me", "and never mind the ticket."}
	const verse = "division verse \"\"\n  paragraph \"The bar has moved a mile to sea\"br()\"and took the buoy with it,\"br()\"so pilot, keep an eye for me\"br()\"and never mind the ticket.\"\n"
	for _, tt := range []struct{ name, body, want string }{
		{"a quatrain", indented(song...), verse},
		{"a style of its own", styled(song...), verse},
		{"two stanzas", indented(append(append(append([]string{}, song...), ""), song...)...), verse + strings.TrimPrefix(verse, "division verse \"\"\n")},
		{"lines further in", indented(song[0], ">"+song[1], song[2], ">"+song[3]), strings.ReplaceAll(verse, "br()\"and", "br()\"\\u00a0\\u00a0\"\"and")},
		{"a stanza a paragraph", prose + p(`<w:ind w:left="720"/>`, `<w:r><w:t>`+strings.Join(song, `</w:t><w:br/><w:t>`)+`</w:t></w:r>`) + prose, verse},
		{"Chinese lines", indented("潮水退到沙洲的外边，", "灯塔独自守着夜，", "船还没有回来，", "钟声先到了岸。"), "division verse \"\"\n  paragraph \"潮水退到沙洲的外边，\"br()\"灯塔独自守着夜，\"br()\"船还没有回来，\"br()\"钟声先到了岸。\"\n"},

		{"a style that prose has too", styled(append(song, "The pilot wrote these lines into the tide book in the winter of the long ice, and nobody read them.")...), ""},
		{"three lines", indented(song[:3]...), ""},
		{"an address", indented("The Pilot of the Harbour", "The Old Custom House", "3 Quay Street", "Skarne by the Sea"), ""},
		{"a list of matters", indented("Opening of the meeting", "Minutes of the last meeting", "The state of the bar", "Other matters of the port"), ""},
		{"a list of clauses", indented("to keep the books of the port;", "to pilot ships over the bar;", "to ring the bell in fog;", "to pay the keeper of the light."), ""},
		{"a dialogue", indented("“Where is the buoy?” asked the pilot,", "“It moved with the bar,” said the keeper", "“and nobody told me,” said the pilot,", "and that was all."), ""},
		{"speakers", indented("Pilot: Where is the buoy,", "Keeper: where the bar is now,", "Pilot: and where is that,", "Keeper: a mile to sea."), ""},
		{"dashes", indented("— Where is the buoy, then,", "— where the bar is now,", "— and where is that,", "— a mile to sea."), ""},
		{"short prose", indented("The bar moved.", "The buoy went with it.", "Nobody told the pilot.", "He found it at noon."), ""},
		{"names", indented("Ann Lee,", "Bo Roe,", "Odd Tangen,", "and Pia."), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, tt.body, parts{"word/styles.xml": `<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Song"><w:name w:val="House Song"/></w:style></w:styles>`}))
			if err != nil {
				t.Fatal(err)
			}
			got := printed(a)
			if tt.want == "" && strings.Contains(got, "verse") || !strings.Contains(got, tt.want) || (len(a.Warnings) == 1) != (tt.want != "") {
				t.Errorf("got\n%s%v\nwant\n%s", got, a.Warnings, tt.want)
			}
		})
	}
}
