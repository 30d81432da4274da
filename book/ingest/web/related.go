package web

import (
	"strings"
	"sync"

	"octavo/book/language/langdata"
)

// relatedLabels are the labels over links to other articles in all languages, in lower case.
var relatedLabels = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, d := range langdata.All() {
		for _, w := range d.Import["related"] {
			m[strings.ToLower(w)] = true
		}
	}
	return m
})

// isRelated reports whether an element has such a label, as its heading, and else hardly
// anything but links.
func isRelated(e *el) bool {
	if e.Name() != "section" && e.Name() != "div" && e.Name() != "aside" || e.links == 0 || e.size > maxCard {
		return false
	}
	h := e.find(func(n *el) bool { return isHeadingName(n.Name()) })
	return h != nil && relatedLabels()[strings.ToLower(strings.Trim(h.line(), " :：…"))] && (e.links-h.links)*5 >= (e.size-h.size)*4
}
