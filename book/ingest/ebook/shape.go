package ebook

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"octavo/book/base/pattern"
	"octavo/book/markup/xmltree"
)

// kinds are the types and classes of EPUBs, and the class by which a page names the same: a
// page is read by its classes. What is set in reverse is no verse.
var kinds = []struct {
	names func() *regexp.Regexp
	class string
}{
	{pattern.Later(`epigra[pf]|motto`), motto},
	{pattern.Later(`(?:^|\PL)verse|poem|poetry|stanza|lyric|z3998:song|line-?group`), verse},
}

// sources are parts of the classes of a line that says whom a motto is from.
var sources = []string{"source", "attribution", "author", "credit"}

// The classes of a page.
const (
	verse = "verse"
	motto = "epigraph"
)

// shape gives the elements of a document the names that a page has for them. In what is
// verse or a motto as a whole nothing is one by itself.
func shape(n *xmltree.Node, whole bool) {
	for _, k := range n.Kids {
		switch {
		case k.Name == "":
			k.Text = strings.ReplaceAll(k.Text, "\u00ad", "") // a program chose where lines end
			k.Text = spacedForm().ReplaceAllStringFunc(k.Text, unspace)
		case isPageBreak(k):
			k.Kids, k.Name = nil, "span"
		case k.Name == "img" && isNamed(k, []string{"gaiji"}) && utf8.RuneCountInString(k.Any("alt")) == 1: // a character that no font had
			k.Kids = []*xmltree.Node{{Text: k.Any("alt"), Parent: k}}
			k.Name, k.Attr = "span", nil
		default:
			class := ""
			if !whole {
				class = kindOf(k)
			}
			if class == motto && k.Name == "p" && isNamed(k, sources) {
				around(k, "cite")
			}
			if class != "" {
				set(k, "class", class)
			}
			shape(k, whole || class != "")
		}
	}
	n.Kids = grouped(n)
}

// spacedForm is a run of words whose letters are parted by spaces, as typists stress them;
// the words are parted by no-break spaces, without which it may be a list of letters.
var spacedForm = pattern.Later(`\pL(?: \pL)+(?: ?\x{a0} ?\pL(?: \pL)+)+`)

// unspace returns the words of such a run.
func unspace(s string) string {
	words := strings.Split(s, "\u00a0")
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, " ", "")
	}
	return strings.Join(words, " ")
}

// grouped returns what is in an element with boxes around neighbouring paragraphs of verse
// or of a motto, and with the headings of verse before it.
func grouped(n *xmltree.Node) []*xmltree.Node {
	var out []*xmltree.Node
	var box *xmltree.Node
	var space []*xmltree.Node // behind box
	for _, k := range n.Kids {
		class := k.Any("class")
		if class != verse && class != motto {
			if k.Name == "" && strings.TrimSpace(k.Text) == "" {
				space = append(space, k)
			} else {
				box = nil
				out, space = append(append(out, space...), k), nil
			}
			continue
		}
		if k.Name != "p" {
			box = nil
			out, space = append(out, space...), nil
			if class == verse {
				out = append(out, titleOf(k)...)
				lined(k)
			}
			out = append(out, k)
			continue
		}
		if box == nil || box.Any("class") != class {
			box = &xmltree.Node{Name: "div", Parent: n, Attr: []xmltree.Attr{{Name: "class", Value: class}}}
			out, space = append(append(out, space...), box), nil
		}
		box.Kids, space = append(append(box.Kids, space...), k), nil
		k.Parent = box
	}
	for _, k := range out {
		if k.Name == "div" && len(k.Kids) > 0 && k.Any("class") == verse {
			lined(k)
		}
	}
	return append(out, space...)
}

// titleOf takes the headings with which verse begins out of it.
func titleOf(n *xmltree.Node) []*xmltree.Node {
	var out []*xmltree.Node
	for len(n.Kids) > 0 && (level(n.Kids[0]) > 0 || n.Kids[0].Name == "" && strings.TrimSpace(n.Kids[0].Text) == "") {
		n.Kids[0].Parent = n.Parent
		out = append(out, n.Kids[0])
		n.Kids = n.Kids[1:]
	}
	return out
}

// lined names the paragraphs of verse lines where no line break parts lines in them.
func lined(n *xmltree.Node) {
	if n.Find("br") != nil {
		return
	}
	for _, k := range leavesOf(n, maxLines) {
		if k != n {
			k.Name = "p"
			set(k, "class", "line")
		}
	}
}

// kindOf returns the class of an element by its type and classes, "" for most.
func kindOf(n *xmltree.Node) string {
	switch n.Name {
	case "div", "section", "blockquote", "aside", "p":
	default:
		return ""
	}
	names := strings.ToLower(typeOf(n) + " " + n.Any("role") + " " + n.Any("class"))
	for _, k := range kinds {
		if k.names().MatchString(names) && len(n.Content()) <= maxSetApart {
			return k.class
		}
	}
	if isVerse(n) {
		return verse
	}
	return ""
}

// pageForm is the number of a page as it stands in a text: "12", "[Pg 12]", "{xiv}".
var pageForm = pattern.Later(`(?i)^[\[({|]?\s*(?:p|pg|page|seite|s|f|fol)?\.?\s*[0-9ivxlc]{1,6}[rv]?\s*[\])}|]?$`)

// isPageBreak reports whether an element says where a page of the printed book begins; the
// number that it shows is none of the text.
func isPageBreak(n *xmltree.Node) bool {
	if strings.Contains(typeOf(n), "pagebreak") || n.Any("role") == "doc-pagebreak" {
		const most = 24 // bytes, by eye: "Page 123"
		return len(oneLine(n.Content())) <= most
	}
	if n.Name != "span" && n.Name != "a" && n.Name != "div" && n.Name != "p" {
		return false
	}
	return isNamed(n, []string{"pagenum", "page-num", "pageno", "page_num", "pagebreak", "page-break", "pagebr"}) && pageForm().MatchString(oneLine(n.Content()))
}

// Bounds on verse that no name tells, by eye: three lines or more, each shorter than a line
// of prose in a printed book.
const (
	leastLines = 3
	maxLine    = 60 // characters
	maxLines   = 5_000
	// maxSetApart is the text, in bytes, up to which an element is verse or a motto by its
	// name: more is a chapter on a poem.
	maxSetApart = 6_000
)

// isVerse reports whether a box within a document is verse by its form: short lines, a
// paragraph each, of which most begin with a letter and few end a sentence.
func isVerse(n *xmltree.Node) bool {
	if n.Name != "div" && n.Name != "blockquote" || n.Parent == nil || n.Parent.Name == "body" || n.Parent.Only() == n {
		return false
	}
	lines, stops := 0, 0
	for _, k := range n.Kids {
		if k.Name == "" && strings.TrimSpace(k.Text) == "" {
			continue
		}
		if k.Name != "p" {
			return false
		}
		text := oneLine(k.Content())
		if k.Find("a") != nil || k.Find("br") != nil || k.Find("img") != nil || text == "" || utf8.RuneCountInString(text) > maxLine || !isLineStart(text) {
			return false
		}
		lines++
		if strings.ContainsAny(text[len(text)-1:], ".!?:") || strings.HasSuffix(text, "。") || strings.HasSuffix(text, "”") {
			stops++
		}
	}
	return lines >= leastLines && stops*2 <= lines && lines > 0 && n.Parent.Name != "aside" && strings.ContainsAny(n.Content(), ",;.!?，、。،")
}

// isLineStart reports whether a line may begin one of verse: not with the sign of an item, a
// dash of speech or a figure.
func isLineStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !strings.ContainsRune("•*-–—·0123456789©", r)
}
