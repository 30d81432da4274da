package ebook

import (
	"strings"

	"octavo/book/markup/xmltree"
)

// anchors gives the names of elements that begin with a heading to the heading, which is what
// links lead to in a chapter. A heading that has a name already is linked by that.
func anchors(body *xmltree.Node) {
	other := map[string]string{}
	body.Walk(func(n *xmltree.Node) {
		id := n.Any("id")
		if id == "" || n.Name != "section" && n.Name != "div" && n.Name != "header" && n.Name != "hgroup" {
			return
		}
		h := firstHeading(n)
		switch {
		case h == nil:
		case h.Any("id") == "":
			set(h, "id", id)
			set(n, "id", "")
		default:
			other[id] = h.Any("id")
		}
	})
	body.Walk(func(a *xmltree.Node) {
		if id, ok := strings.CutPrefix(a.Any("href"), "#"); ok && a.Name == "a" && other[id] != "" {
			set(a, "href", "#"+other[id])
		}
	})
}

// firstHeading returns the heading that an element begins with, nil for none.
func firstHeading(n *xmltree.Node) *xmltree.Node {
	for n != nil && level(n) == 0 {
		var first *xmltree.Node
		for _, k := range n.Kids {
			if k.Name != "" || strings.TrimSpace(k.Text) != "" {
				first = k
				break
			}
		}
		n = first
	}
	return n
}
