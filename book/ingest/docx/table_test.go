package docx

import (
	"fmt"
	"strings"
	"testing"
)

// tableOf returns a table in short: rows are parted by "/", cells by "|". A cell
// may begin with its width, "2*", and with "^", which continues the cell above, or
// "v", which is continued; a row with "H", which repeats it, or ">", which leaves
// out its first column.
func tableOf(short string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, row := range strings.Split(short, "/") {
		b.WriteString("<w:tr>")
		if rest, ok := strings.CutPrefix(row, "H"); ok {
			row = rest
			b.WriteString("<w:trPr><w:tblHeader/></w:trPr>")
		}
		if rest, ok := strings.CutPrefix(row, ">"); ok {
			row = rest
			b.WriteString(`<w:trPr><w:gridBefore w:val="1"/></w:trPr>`)
		}
		for _, c := range strings.Split(row, "|") {
			b.WriteString("<w:tc><w:tcPr>")
			if n, rest, ok := strings.Cut(c, "*"); ok {
				c = rest
				fmt.Fprintf(&b, `<w:gridSpan w:val="%s"/>`, n)
			}
			if rest, ok := strings.CutPrefix(c, "^"); ok {
				c = rest
				b.WriteString(`<w:vMerge/>`)
			}
			if rest, ok := strings.CutPrefix(c, "v"); ok {
				c = rest
				b.WriteString(`<w:vMerge w:val="restart"/>`)
			}
			b.WriteString("</w:tcPr>" + p("", r("", c)) + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

func TestTable(t *testing.T) {
	for _, tt := range []struct{ name, table, want string }{
		{"columns", "A|B/2*c", `head "A" | "B"; row (2 x 1) "c" | (covered)`},
		{"rows", "A|B/va|b/^|c/d|e", `head "A" | "B"; row (1 x 2) "a" | "b"; row (covered) | "c"; row "d" | "e"`},
		{"both", "A|B|C/2*va|b/2*^|c", `head "A" | "B" | "C"; row (2 x 2) "a" | (covered) | "b"; row (covered) | (covered) | "c"`},
		{"a head of two rows", "vPort|2*Ships/^|2023|2024/a|b|c", `head (1 x 2) "Port" | (2 x 1) "Ships" | (covered); head (covered) | "2023" | "2024"; row "a" | "b" | "c"`},
		{"rows that are repeated", "HA|B/HC|D/a|b", `head "A" | "B"; head "C" | "D"; row "a" | "b"`},
		{"a first cell that heads rows", "vNorth|a/^|b/South|c", `row (1 x 2) "North" | "a"; row (covered) | "b"; row "South" | "c"`},
		{"a cell over all rows", "va|b/^|c", `row (1 x 2) "a" | "b"; row (covered) | "c"`},
		{"a row that only continues", "A|B/va|vb/^|^/c|d", `head "A" | "B"; row "a" | "b"; row "c" | "d"`},
		{"nothing to continue", "A|B/^a|b/c|2*^d", `head "A" | "B" |; row "a" | "b" |; row "c" | (2 x 1) "d" | (covered)`},
		{"a column left out", "A|B/>b", `head "A" | "B"; row | "b"`},
		{"continued twice", "A|B/va|b/^|c/va2|d/^|e", `head "A" | "B"; row (1 x 2) "a" | "b"; row (covered) | "c"; row (1 x 2) "a2" | "d"; row (covered) | "e"`},
		{"without words", "|/|", ``},
		{"numbers of no sense", "A|B/0*a|999999999*b", `head "A" | "B"; row "a" | "b"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read(wordFile(t, p("", r("", "Text."))+tableOf(tt.table), nil))
			if err != nil {
				t.Fatal(err)
			}
			var rows []string
			for _, line := range strings.Split(printed(a), "\n") {
				if line = strings.TrimSpace(line); strings.HasPrefix(line, "head") || strings.HasPrefix(line, "row") {
					rows = append(rows, strings.Join(strings.Fields(line), " "))
				}
			}
			if got := strings.Join(rows, "; "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
