package web

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// wordComments leaves out, and tells, the comments of a page of Word that no link leads to:
// those that have links were read as notes are. Their styles tell them.
func (r *reader) wordComments(e *el) {
	gone := map[*el]bool{}
	e.walk(func(n *el) bool {
		style := strings.ToLower(strings.ReplaceAll(n.Get("style"), " ", ""))
		class := n.Get("class")
		switch {
		case strings.Contains(style, "mso-element:comment-list"):
			gone[n] = true
		case strings.Contains(style, "mso-element:comment"), strings.HasPrefix(class, "MsoCommentText"), strings.HasPrefix(class, "MsoCommentSubject"):
			gone[n] = true
			if line := n.line(); line != "" {
				r.article.Warnings = append(r.article.Warnings, rule.ImportRemark.At(book.Pos{}, "", "a remark on the text is left out: %q", book.Clip(line, 80)))
			}
			return false
		case strings.HasPrefix(class, "MsoCommentReference"), strings.Contains(class, "msocomoff"):
			gone[n] = true
		}
		return true
	})
	if len(gone) > 0 {
		sweep(e, gone)
	}
}
