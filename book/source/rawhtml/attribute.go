package rawhtml

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"octavo/book"
)

// meanings lists, for each attribute, the elements on which it can mean something; an
// empty list stands for all.
var meanings = map[string][]string{
	"lang": {}, "xml:lang": {}, "dir": {}, "id": {}, "name": {"a"}, "href": {"a"}, "title": {"a", "abbr", "acronym"}, "src": {"img"}, "alt": {"img"},
	"start": {"ol"}, "colspan": {"td", "th"}, "rowspan": {"td", "th"}, "align": {"td", "th"}, "scope": {"td", "th"}, IndexAttribute: {"span"}, SourceAttribute: {"img"},
}

// Unread returns the names of the attributes of t that no field of the model stands
// for, such as onclick. An element that does not pass has none: it is reported as a
// whole.
func Unread(t Tag) []string {
	if class := ClassOf(t.Name); t.End || class == Removed || class == Media || class == Unknown {
		return nil
	}
	var names []string
	seen := map[string]bool{} // an element may have a hundred thousand
	for _, a := range t.attr {
		if !seen[a.Key] && !reads(t, a) {
			seen[a.Key] = true
			names = append(names, a.Key)
		}
	}
	return names
}

// isColumn reports whether an element is a table, or a column of one.
func isColumn(t Tag) bool { return t.Name == "table" || t.Name == "col" }

func reads(t Tag, a html.Attribute) bool {
	if a.Key == "class" || a.Key == "style" {
		if before, after := pageBreaks(t); before || after {
			return true
		}
	}
	switch a.Key {
	case "class":
		if class, _, all := blockClass(t); all && (holds(t.Name) || t.Name == "pre" && class == book.Verse) {
			return true
		}
		return t.Name == "span" && smallCaps(t) || (t.Name == "pre" || t.Name == "code") && strings.Contains(a.Val, "language-")
	case "style":
		return t.Name == "span" && smallCaps(t) || (t.Name == "td" || t.Name == "th") && alignment(t) != 0 || isColumn(t) && percentage(t) > 0
	case "datetime":
		return dateTime(t) != ""
	case "span":
		return t.Name == "col" && percentage(t) > 0
	case "width":
		return isColumn(t) && percentage(t) > 0 || t.Name == "img" && strings.HasSuffix(strings.TrimSpace(a.Val), "%")
	}
	elements, ok := meanings[a.Key]
	return ok && (len(elements) == 0 || slices.Contains(elements, t.Name))
}

// losses calls lost for the elements below n that have unread attributes.
func (n *node) losses(lost func(Tag, int)) {
	for _, c := range n.children {
		source := ClassOf(n.Name) == Media && Source(c.Tag) != ""
		if len(c.attr) > 0 && !source && len(Unread(c.Tag)) > 0 {
			lost(c.Tag, c.at)
		}
		if ClassOf(c.Name) != Removed {
			c.losses(lost)
		}
	}
}
