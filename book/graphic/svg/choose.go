package svg

import (
	"slices"
	"strings"
)

// readFor reads a file as a book in lang shows it: of each switch the one element that SVG
// has shown in this language, and no element for other languages (SVG 2, section 5.8).
// Reading systems go by the language of their user; both editions go by that of the book.
func readFor(data []byte, lang string) (*node, error) {
	root, err := readTree(data)
	if err == nil {
		choose(root, lang)
	}
	return root, err
}

func choose(n *node, lang string) {
	fits := func(c *node) bool { return c.Name == "" || speaks(c.Get("systemLanguage"), lang) }
	n.Kids = slices.DeleteFunc(n.Kids, func(c *node) bool { return !fits(c) })
	if n.Name == "switch" && !foreign(n) {
		if c := choiceOf(n); c != nil {
			n.Kids = []*node{c}
		}
	}
	for _, c := range n.Kids {
		choose(c, lang)
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a attr) bool { return a.Name == "systemLanguage" })
}

// choiceOf returns the first element of a switch that can be drawn, or else the HTML that
// stands there alone.
func choiceOf(n *node) *node {
	var html *node
	for _, c := range n.Kids {
		switch {
		case c.Name == "" || foreign(c) || silent[c.Name] || c.Get("requiredExtensions") != "":
		case c.Name != "foreignObject":
			return c
		case html == nil:
			html = c
		}
	}
	return html
}

// speaks reports whether an element for the languages of a list is for lang: each may be a
// wider one ("de" for "de-AT"), and a narrower one stands for it ("en-US" for "en").
func speaks(list, lang string) bool {
	if strings.TrimSpace(list) == "" || lang == "" {
		return true
	}
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimSpace(one)
		if within(lang, one) || within(one, lang) {
			return true
		}
	}
	return false
}

// within reports whether a language tag is that of wide, or one within it.
func within(tag, wide string) bool {
	return len(tag) >= len(wide) && strings.EqualFold(tag[:len(wide)], wide) &&
		(len(tag) == len(wide) || tag[len(wide)] == '-')
}
