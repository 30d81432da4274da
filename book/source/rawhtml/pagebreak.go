package rawhtml

import (
	"strings"

	"octavo/book"
	"octavo/book/markup/css"
)

// breakClasses are the classes by which sheets of styles begin a page, without hyphens and
// low lines: before the element, or behind it. One that does not say which stands on an
// empty element as a rule, so that both are one.
var breakClasses = map[string]bool{
	"pagebreak": true, "newpage": true, "pagebreakafter": true, "breakafterpage": true, "breakafter": true,
	"pagebreakbefore": false, "breakbeforepage": false, "breakbefore": false,
}

// BreakClasses reports whether classes begin a page before their element or behind it.
func BreakClasses(classes []string) (before, after bool) {
	for _, class := range classes {
		if behind, ok := breakClasses[strings.ToLower(strings.NewReplacer("-", "", "_", "").Replace(class))]; ok {
			before, after = before || !behind, after || behind
		}
	}
	return before, after
}

// pageBreaks reports whether a page begins before an element or behind it.
func pageBreaks(t Tag) (before, after bool) {
	if t.Name == "pagebreak" || t.Name == "mbp:pagebreak" { // of mPDF, and of Mobipocket
		return true, false
	}
	before, after = BreakClasses(strings.Fields(t.Get("class")))
	if style := t.Get("style"); strings.Contains(style, "break-") {
		decls, _ := css.Attribute(style)
		before = before || breaksPage(css.Property(decls, "page-break-before")) || breaksPage(css.Property(decls, "break-before"))
		after = after || breaksPage(css.Property(decls, "page-break-after")) || breaksPage(css.Property(decls, "break-after"))
	}
	return before, after
}

// breaksPage reports whether a value of CSS begins a page: that it be a left or a right
// one, and the first of its kind, is the business of an edition.
func breaksPage(value string) bool {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "always", "page", "left", "right", "recto", "verso", "all":
		return true
	}
	return false
}

// paged returns the blocks of an element with the new pages that it asks for.
func paged(t Tag, blocks []book.Block, pos book.Pos) []book.Block {
	before, after := pageBreaks(t)
	if t.Name == "hr" && (before || after) {
		blocks = nil
	}
	return Paged(blocks, before, after, pos)
}

// Paged returns blocks with new pages around them. An element without content that begins
// a page is the new page alone.
func Paged(blocks []book.Block, before, after bool, pos book.Pos) []book.Block {
	empty := len(blocks) == 0
	if before || after && empty {
		blocks = append([]book.Block{&book.NewPage{Pos: pos}}, blocks...)
	}
	if after && !empty {
		blocks = append(blocks, &book.NewPage{Pos: pos})
	}
	return blocks
}

// isPage reports whether a phrase between blocks is a new page and nothing else, such as
// <br style="page-break-before: always">.
func isPage(n *node) bool {
	if before, after := pageBreaks(n.Tag); !before && !after {
		return false
	}
	empty := true
	n.walk(func(m *node) {
		empty = empty && (m == n || m.Name == "" && strings.Trim(m.text, " \t\n\r\f\u00a0") == "" || m.Name == "br")
	})
	return empty
}
