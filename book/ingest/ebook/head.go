package ebook

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// maxHeadLines is how many lines of a document may be its head: number, title, subtitle.
const maxHeadLines = 3

// head makes a heading of the line that the contents give as the title, where a program has
// written it as a paragraph, and takes out the number above it, which no name of an author is.
func (d *document) head(authors []string) {
	body := orEmpty(d.root.Child("body"))
	lines := leavesOf(body, maxHeadLines)
	at, wanted := -1, draft.Letters(d.title)
	joined := ""
	for i, n := range lines {
		text := draft.Letters(n.Content())
		joined += text
		switch {
		case wanted == "" || at >= 0:
		case text == wanted, joined == wanted && i > 0 && isNumber(lines[0]), i > 0 && isNumber(lines[0]) && strings.HasSuffix(wanted, text):
			at = i
		}
	}
	if at < 0 {
		for i, n := range lines {
			if i > 0 && isOrdinal(lines[0]) && strings.Contains(typeOf(n), "title") {
				at = i
			}
		}
	}
	if at < 0 && len(lines) > 0 && level(lines[0]) > 0 {
		at = 0 // a heading whatever the contents say
	}
	if at < 0 {
		return
	}
	for _, n := range lines[:at] {
		switch {
		case isNumber(n) && d.number == "" && !slices.Contains(authors, oneLine(n.Content())):
			d.number = oneLine(n.Content())
			n.Name, n.Kids = "p", nil
		case level(n) > 0:
			n.Name = "p"
		}
	}
	n := lines[at]
	if wanted != "" || level(n) == 0 {
		n.Name = "h1"
	}
	d.lines(n)
	if wanted != "" && draft.Letters(n.Content()) == wanted && spaced(oneLine(n.Content())) {
		n.Kids = []*xmltree.Node{{Text: d.title, Parent: n}}
	}
	for _, k := range n.Kids {
		if k.Name == "b" || k.Name == "strong" || k.Name == "span" { // bold as headings are
			k.Name = "span"
			k.Attr = nil
		}
	}
}

// lines makes one line of a title of several: a first one that is a number stands above it.
func (d *document) lines(n *xmltree.Node) {
	i := slices.IndexFunc(n.Kids, func(k *xmltree.Node) bool { return k.Name == "br" })
	if i < 0 {
		return
	}
	first := oneLine((&xmltree.Node{Kids: n.Kids[:i]}).Content())
	rest := oneLine((&xmltree.Node{Kids: n.Kids[i+1:]}).Content())
	if d.number == "" && rest != "" && (numberForm().MatchString(first) || draft.Letters(rest) == draft.Letters(d.title)) {
		d.number, n.Kids = first, n.Kids[i+1:]
	}
	for _, k := range n.Kids {
		if k.Name == "br" {
			*k = xmltree.Node{Text: " ", Parent: n}
		}
	}
}

// numberForm is a line that ends with the number of a chapter, in figures or in Roman ones.
var numberForm = pattern.Later(`^(?:\pL+\.? )?(?:[IVXLC]+|\pN+)[.:]?$`)

// isOrdinal reports whether a line says that it is the number of its chapter.
func isOrdinal(n *xmltree.Node) bool { return strings.Contains(typeOf(n), "ordinal") }

// isNumber reports whether a line is the number of its chapter: few words.
func isNumber(n *xmltree.Node) bool {
	const most = 24 // characters, by eye: "Chapter Twenty-Seven"
	return isOrdinal(n) || utf8.RuneCountInString(oneLine(n.Content())) <= most
}

// spaced reports whether the letters of a title are parted by spaces.
func spaced(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if utf8.RuneCountInString(w) > 1 {
			return false
		}
	}
	return len(words) > 2
}
