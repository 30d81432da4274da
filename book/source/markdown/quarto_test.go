package markdown

import (
	"strings"
	"testing"

	"octavo/book/internal/dump"
)

// TestQuarto reads what Quarto has beside pandoc's Markdown.
func TestQuarto(t *testing.T) {
	for _, tt := range []struct{ name, src, want, told string }{
		{"a description", "![The bay](a.png){#fig-bay fig-alt=\"A chart\" width=60%}", "figure #fig-bay width 600 \"a.png\" alt \"A chart\"\n  caption \"The bay\"", ""},
		{"the id of a formula", "$$\nh = 2\n$$ {#eq-high}\n\nSee @eq-high.", "division #eq-high \"\"\n  formula \"h = 2\" = h = 2\nparagraph \"See \"link(\"#eq-high\": \"h = 2\")\".\"", ""},
		{"text behind a formula", "$$\nh = 2\n$$ more", "formula \"h = 2\" = h = 2\nparagraph \"more\"", "math-syntax"},
		{"two pictures", "::: {layout-ncol=2}\n![A](a.png)\n\n![B](b.png)\n\nBoth.\n:::", "division pair \"\"\n  figure \"a.png\" alt \"A\"\n  figure \"b.png\" alt \"B\"\nparagraph \"Both.\"", ""},
		{"text in columns", "::: {layout-ncol=2}\nA.\n\nB.\n:::", "paragraph \"A.\"\nparagraph \"B.\"", ""},
	} {
		c, list := Parse("c.md", []byte("# T\n\n"+tt.src+"\n"), Options{Language: "en", Math: true})
		var p dump.Printer
		for _, b := range c.Body {
			p.Block(b)
		}
		told := ""
		for _, d := range list {
			told += string(d.Rule)
		}
		if got := strings.TrimSpace(p.String()); got != tt.want || told != tt.told {
			t.Errorf("%s\ngot\n%s\n%s\nwant\n%s\n%s", tt.name, got, told, tt.want, tt.told)
		}
		roundTrip(t, []byte("---\ntitle: T\nmath: true\n---\n"+tt.src+"\n"))
	}
}
