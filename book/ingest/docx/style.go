package docx

import (
	"strings"

	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// A style is what a paragraph or character style means, with what it has of the styles
// that it is based on.
type style struct {
	id    string
	names []string // in lower case, its own first, then those of the styles that it is based on
	level int      // of a heading, 0 for none
	left  int      // indentation, in twentieths of a point
	look  look
	// list and listLevel are the list that its paragraphs are of, and the level there; "" for none.
	list, listLevel string
}

// styleSheet is all styles of a document, by their ids.
type styleSheet struct {
	byID  map[string]style
	usual style // of paragraphs that name none
}

// maxBased is the longest chain of styles that are based on one another; Word's longest
// have five links, and a chain may run in a circle.
const maxBased = 20

func stylesOf(root *xmltree.Node) styleSheet {
	nodes := map[string]*xmltree.Node{}
	for _, s := range root.All("style") {
		nodes[s.Any("styleId")] = s
	}
	sheet := styleSheet{byID: map[string]style{}}
	for id, n := range nodes {
		sheet.byID[id] = resolved(n, nodes, maxBased)
		if n.Any("type") == "paragraph" && on(orNil(n.Any("default"))) {
			sheet.usual = sheet.byID[id]
		}
	}
	return sheet
}

// resolved returns a style with what it has of others.
func resolved(n *xmltree.Node, nodes map[string]*xmltree.Node, depth int) style {
	var st style
	if base := nodes[n.Child("basedOn").Any("val")]; base != nil && depth > 0 {
		st = resolved(base, nodes, depth-1)
	}
	// Aliases stand behind commas.
	name, _, _ := strings.Cut(strings.ToLower(n.Child("name").Any("val")), ",")
	st.id, st.names = n.Any("styleId"), append([]string{name}, st.names...)
	props := n.Child("pPr")
	if num := props.Child("numPr"); num != nil {
		st.list, st.listLevel = orElse(num.Child("numId").Any("val"), st.list), orElse(num.Child("ilvl").Any("val"), st.listLevel)
	}
	if ind := props.Child("ind"); ind != nil {
		st.left = twips(orElse(ind.Any("left"), ind.Any("start")), st.left)
	}
	if level := headingOf(name, props); level > 0 {
		st.level = level
	} else if props.Child("outlineLvl") != nil {
		st.level = 0
	}
	st.look = st.look.over(lookOf(n.Child("rPr")))
	return st
}

// headingOf returns the level of a heading by the name of its style, which is the
// English one in Word of any language, or by its level in the outline.
func headingOf(name string, props *xmltree.Node) int {
	if name == "title" {
		return 1
	}
	if digit, ok := strings.CutPrefix(name, "heading "); ok && len(digit) == 1 && digit[0] >= '1' && digit[0] <= '6' {
		return int(digit[0]-'0') + 1
	}
	if o := props.Child("outlineLvl"); o != nil {
		if l := number(o.Any("val"), 9); l < 6 {
			return l + 2
		}
	}
	return 0
}

// name returns the style's own name.
func (st style) name() string {
	if len(st.names) == 0 {
		return ""
	}
	return st.names[0]
}

// is reports whether the style, or one that it is based on, has one of the names.
func (st style) is(names ...string) bool {
	for _, own := range st.names {
		for _, name := range names {
			if own == name {
				return true
			}
		}
	}
	return false
}

// has reports whether a name of the style has a word in it.
func (st style) has(word string) bool {
	for _, own := range st.names {
		if strings.Contains(own, word) {
			return true
		}
	}
	return false
}

// role returns the part of an article that a style stands for: those of Word, of pandoc,
// and the terms of newsrooms.
func (st style) role() draft.Role {
	switch st.name() {
	case "title":
		return draft.Title
	case "subtitle", "standfirst", "deck", "dek", "abstract":
		return draft.Standfirst
	case "author", "authors", "byline":
		return draft.Byline
	case "date", "dateline":
		return draft.Dateline
	case "kicker":
		return draft.Kicker
	case "abstract title":
		return draft.Furniture
	}
	return draft.None
}

// isQuote reports whether paragraphs of the style are quotations.
func (st style) isQuote() bool {
	return st.has("quote") || st.has("quotation") || st.is("block text")
}

// isCaption reports whether paragraphs of the style are captions: Word's, those that
// LibreOffice bases on it, and pandoc's.
func (st style) isCaption() bool { return st.is("caption", "image caption", "table caption") }

// isVerse reports whether paragraphs of the style are lines of verse.
func (st style) isVerse() bool { return st.has("verse") || st.has("poem") || st.has("poetry") }

// isCode reports whether text of the style is code: by the names that pandoc, LibreOffice
// and Word give.
func (st style) isCode() bool {
	return st.is("source code", "verbatim char", "html preformatted", "html preformatted char", "preformatted text", "html code", "html typewriter", "html sample", "source text", "teletype",
		"code", "code char", "inline code", "code block", "macro text", "macro text char")
}

// isListing reports whether paragraphs of the style belong to a table of contents or an
// index, whose numbers are of other pages than those of the book.
func (st style) isListing() bool {
	for _, name := range st.names {
		for _, kind := range []string{"toc ", "index ", "contents ", "table of figures", "table of authorities", "illustration index ", "figure index ", "table index "} {
			if strings.HasPrefix(name, kind) {
				return true
			}
		}
	}
	return false
}

// plain reports whether a style says nothing of what its paragraphs are, so that its
// emphasis means something: a heading is bold because it is a heading.
func (st style) plain() bool {
	return st.level == 0 && st.role() == draft.None && !st.isQuote() && !st.isCaption() && !st.isVerse() && !st.isCode() && !st.has("table") && !st.has("list")
}
