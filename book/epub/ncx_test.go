package epub

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestHeadOfNCX has what old reading systems ask of the head: whose contents these are, how deep
// they go, and how many pages of print they know.
func TestHeadOfNCX(t *testing.T) {
	b := sample(t)
	opt := options(t, b, 1)
	opt.Fonts = nil
	opt.Pages = &book.Pagination{Labels: []string{"ix", "12"}, Breaks: []book.PageBreak{
		{Chapter: b.Chapters()[0]}, {Page: 1, Label: "12", Chapter: b.Chapters()[1]},
	}}
	p, err := newPlan(b, opt)
	if err != nil {
		t.Fatal(err)
	}
	p.render()
	ncx := string(ncxDocument(p))
	for _, want := range []string{
		`<meta name="dtb:uid" content="` + b.Identifier + `"/>`, `<meta name="dtb:totalPageCount" content="2"/>`,
		`<meta name="dtb:maxPageNumber" content="12"/>`, `<meta name="dtb:depth" content="`, `<docTitle><text>`,
	} {
		if !strings.Contains(ncx, want) {
			t.Errorf("no %s in\n%s", want, ncx)
		}
	}
}
