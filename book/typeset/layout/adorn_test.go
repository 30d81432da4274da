package layout

import (
	"fmt"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
	"strings"
	"testing"
)

// TestAdorn keeps figures that only adorn their place between the paragraphs that they
// part, and off the top of pages.
func TestAdorn(t *testing.T) {
	var src strings.Builder
	const count = 40
	for i := range count {
		fmt.Fprintf(&src, "Mark%d %s\n\n![](x.png){.decorative width=15%%}\n\n", i, strings.Repeat("and more water under the bridge ", 2+i%9))
	}
	doc, _ := set(t, volume(parse(t, "a.md", "---\ntitle: A\n---\n\n"+src.String()+"The end.\n")), Options{})
	seen, graphics := 0, 0
	for _, br := range doc.Breaks {
		first := true
		for _, it := range doc.Pages[br.Page].Items {
			switch it := it.(type) {
			case *document.Text:
				if it.Elem == nil {
					continue // a running head
				}
				if strings.HasPrefix(document.TextOf(it), "Mark") {
					seen++
				}
				first = false
			case *document.Graphic:
				if graphics++; graphics != seen {
					t.Errorf("figure %d stands behind paragraph %d", graphics, seen)
				}
				if first {
					t.Errorf("figure %d stands at the top of a page", graphics)
				}
			}
		}
	}
	if seen != count || graphics != count {
		t.Errorf("%d paragraphs and %d figures", seen, graphics)
	}
	if r := report.Measure(doc); r.OffGrid > 0 {
		t.Errorf("%d lines are off the grid", r.OffGrid)
	}
}
