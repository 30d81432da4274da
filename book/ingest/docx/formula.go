package docx

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// formula reads a formula.
func (r *runs) formula(n *xmltree.Node) []book.Inline {
	r.left(rule.ImportFormula, "set it by hand", "a formula is text here")
	return draft.Text(strings.Join(strings.Fields(n.Content()), " "))
}
