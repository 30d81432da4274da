package odt

import (
	"strings"

	"octavo/book"
	"octavo/book/markup/xmltree"
)

// A style is a style of the document, named or automatic.
type style struct {
	name      string // as people see it, in lower case
	automatic bool   // made for one place, over a named style
	parent    string
	list      string // the style of its lists
	text      *xmltree.Node
	node      *xmltree.Node
}

// maxChain bounds how many styles are based on each other. LibreOffice has five at most.
const maxChain = 20

// readStyles reads the styles of one part of the document. n may be nil.
func (d *document) readStyles(n *xmltree.Node) {
	for _, group := range []string{"styles", "automatic-styles"} {
		g := n.Child(group)
		for _, s := range g.All("style") {
			d.styles[s.Any("family")+" "+s.Any("name")] = &style{
				name: plainName(s.Any("name"), s.Any("display-name")), automatic: group != "styles", parent: s.Any("parent-style-name"),
				list: s.Any("list-style-name"), text: s.Child("text-properties"), node: s,
			}
		}
		for _, s := range g.All("list-style") {
			d.lists[s.Any("name")] = levelsOf(s)
		}
		for _, s := range g.All("default-style") {
			if s.Any("family") == "paragraph" {
				d.lang = s.Child("text-properties").Any("language")
			}
		}
	}
}

// plainName returns the name of a style as people see it: ODF writes signs of a name as _20_.
func plainName(name, shown string) string {
	if shown == "" {
		shown = strings.ReplaceAll(strings.ReplaceAll(name, "_20_", " "), "_", " ")
	}
	return strings.ToLower(shown)
}

// chain returns a style with those that it is based on, the nearest first.
func (d *document) chain(family, name string) []*style {
	var out []*style
	for len(out) < maxChain && name != "" {
		s := d.styles[family+" "+name]
		if s == nil {
			if len(out) == 0 || !out[len(out)-1].automatic {
				break
			}
			s = &style{name: plainName(name, "")} // a style that the file only names
		}
		out = append(out, s)
		name = s.parent
	}
	if len(out) == 0 && name != "" {
		out = append(out, &style{name: plainName(name, "")})
	}
	return out
}

// A kind is what a paragraph is by the name of its style.
type kind uint8

const (
	text kind = iota
	title
	subtitle
	author
	date
	quote
	pull // words of the text once more
	code
	caption      // of a figure
	tableCaption // of a table
	ruled
)

// kinds are the paragraphs that names of styles tell: those of LibreOffice, Word and pandoc.
var kinds = map[string]kind{
	"title": title, "subtitle": subtitle, "author": author, "date": date,
	"quotations": quote, "quotation": quote, "quote": quote, "intense quote": quote, "block text": quote, "blockquote": quote,
	"pull quote": pull, "pullquote": pull,
	"preformatted text": code, "source code": code, "html preformatted": code, "code": code,
	"caption": caption, "illustration": caption, "figure": caption, "drawing": caption, "figurecaption": caption, "image caption": caption,
	"table": tableCaption, "tablecaption": tableCaption, "table caption": tableCaption,
	"horizontal line": ruled,
}

// kindOf returns what a paragraph is, and the level of a heading by its style, 0 for none.
func kindOf(chain []*style) (k kind, level int) {
	for _, s := range chain {
		if n, ok := strings.CutPrefix(s.name, "heading "); ok && len(n) > 0 && n[0] >= '1' && n[0] <= '9' {
			return text, int(n[0] - '0')
		}
		if k, ok := kinds[s.name]; ok && !s.automatic {
			return k, 0
		}
	}
	return text, 0
}

// A look is how a run of text is set, as far as that means something.
type look struct {
	strong, emphasis, strike, underline, small, code, hidden bool
	place                                                    int // above the line 1, below -1
	lang                                                     string
	link                                                     bool
}

// characters are the character styles that say what a run is.
var characters = map[string]func(*look){
	"emphasis": func(l *look) { l.emphasis = true }, "strong emphasis": func(l *look) { l.strong = true }, "strong": func(l *look) { l.strong = true },
	"source text": func(l *look) { l.code = true }, "teletype": func(l *look) { l.code = true }, "user entry": func(l *look) { l.code = true }, "verbatim char": func(l *look) { l.code = true },
	"internet link": func(l *look) { l.link = true }, "visited internet link": func(l *look) { l.link = true }, "hyperlink": func(l *look) { l.link = true },
}

// fontName is the attribute of a face, in two parts, since a rule has the same name.
const fontName = "font-" + "name"

// monospaced are parts of the names of faces for code.
var monospaced = []string{"mono", "courier", "consolas", "menlo", "monaco", "typewriter"}

// over returns a look with what the properties of a text say. n may be nil.
func (l look) over(n *xmltree.Node) look {
	if n == nil {
		return l
	}
	for _, a := range n.Attr {
		v := a.Value
		switch a.Name {
		case "font-weight":
			l.strong = v == "bold" || len(v) == 3 && v >= "600"
		case "font-style":
			l.emphasis = v == "italic" || v == "oblique"
		case "text-line-through-style", "text-line-through-type":
			l.strike = v != "none"
		case "text-underline-style":
			l.underline = v != "none"
		case "font-variant":
			l.small = v == "small-caps"
		case "text-position":
			l.place = position(v)
		case "display":
			l.hidden = v == "none"
		case "language":
			l.lang = v
		case fontName, "font-family":
			for _, part := range monospaced {
				l.code = l.code || strings.Contains(strings.ToLower(v), part)
			}
		}
	}
	return l
}

// position returns where text stands: "super 58%", "-33% 58%".
func position(v string) int {
	switch {
	case strings.HasPrefix(v, "super"), v != "" && v[0] >= '1' && v[0] <= '9':
		return 1
	case strings.HasPrefix(v, "sub"), strings.HasPrefix(v, "-"):
		return -1
	}
	return 0
}

// ofParagraph returns the look that a paragraph gives its text: what was set by hand for this
// paragraph. What a named style does is the look of all of its kind, and means nothing.
func (d *document) ofParagraph(chain []*style, heading bool) look {
	l := look{lang: d.lang}
	for i := len(chain) - 1; i >= 0; i-- {
		s := chain[i]
		next := l.over(s.text)
		if !s.automatic || heading {
			l.hidden, l.lang = next.hidden, next.lang
			continue
		}
		next.code = false // a text that is typed in a face for code
		l = next
	}
	return l
}

// ofSpan returns the look of a span within another look.
func (d *document) ofSpan(l look, name string) look {
	chain := d.chain("text", name)
	for i := len(chain) - 1; i >= 0; i-- {
		if set := characters[chain[i].name]; set != nil {
			set(&l)
		}
		l = l.over(chain[i].text)
	}
	return l
}

// styles returns the styles of a look.
func (l look) styles() []book.Style {
	var out []book.Style
	for _, s := range []struct {
		on    bool
		style book.Style
	}{
		{l.strong, book.Strong}, {l.emphasis, book.Emphasis}, {l.strike, book.Strike}, {l.small, book.SmallCaps},
		{l.place > 0, book.Superscript}, {l.place < 0, book.Subscript}, {l.underline && !l.link, book.Underline},
	} {
		if s.on {
			out = append(out, s.style)
		}
	}
	return out
}

// A listStyle are the levels of a list, the outermost first.
type listStyle []listLevel

// A listLevel is how a level of a list counts.
type listLevel struct {
	ordered   bool
	start     int
	numbering book.Numbering
	delimiter book.Delimiter
}

var numberings = map[string]book.Numbering{"a": book.LowerAlpha, "A": book.UpperAlpha, "i": book.LowerRoman, "I": book.UpperRoman}

func levelsOf(n *xmltree.Node) listStyle {
	var out listStyle
	for _, l := range n.Kids {
		at := number(l.Any("level"), 1)
		if !strings.HasPrefix(l.Name, "list-level-style") || at < 1 || at > maxLevels {
			continue
		}
		for len(out) < at {
			out = append(out, listLevel{})
		}
		format := l.Any("num-format")
		level := listLevel{ordered: l.Name == "list-level-style-number" && format != "", start: number(l.Any("start-value"), 1), numbering: numberings[format]}
		if strings.HasPrefix(strings.TrimSpace(l.Any("num-suffix")), ")") {
			level.delimiter = book.Parenthesis
			if strings.HasSuffix(strings.TrimSpace(l.Any("num-prefix")), "(") {
				level.delimiter = book.Parentheses
			}
		}
		out[at-1] = level
	}
	return out
}

// maxLevels is the deepest list of a style: LibreOffice has ten levels.
const maxLevels = 10

// number reads a small number, otherwise def.
func number(s string, def int) int {
	if s == "" || len(s) > 6 {
		return def
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return def
		}
		n = n*10 + int(c-'0')
	}
	return n
}
