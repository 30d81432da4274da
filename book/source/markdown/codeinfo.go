package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
)

// A codeInfo is what stands behind the fence of a code block: its language, and what
// Docusaurus, pandoc, Hugo, MkDocs and Quarto have for the title and the numbers of its
// lines.
type codeInfo struct {
	lang, title, id string

	start int  // number of the first line; 0 for none
	count bool // lines have numbers
}

// readInfo reads the words behind a fence: "rust,ignore", `js title="app.js" {1,3}`,
// `{.python .numberLines startFrom="10"}`, `py linenums="1"`.
func readInfo(s string) codeInfo {
	var c codeInfo
	for first := true; ; first = false {
		s = strings.TrimLeft(s, " \t,{}")
		if s == "" {
			break
		}
		word := s[:infoWord(s)]
		s = s[max(len(word), 1):]
		key, value, pair := strings.Cut(word, "=")
		switch {
		case pair:
			c.pair(strings.ToLower(strings.Trim(key, `:."'`)), unquoted(value))
		case strings.HasPrefix(word, "#"):
			c.id = word[1 : 1+idLength(word[1:])]
		case numbered[strings.ToLower(strings.TrimPrefix(word, "."))]:
			c.count = true
		case c.lang == "" && (first || strings.HasPrefix(word, ".")):
			lang, name, named := strings.Cut(strings.TrimPrefix(word, "."), ":") // "js:app.js", as on Qiita
			if named && c.title == "" && strings.Contains(name, ".") {
				c.title = name
			}
			c.lang = languageOf(lang)
		}
	}
	if c.count && c.start == 0 {
		c.start = 1
	}
	return c
}

// infoWord returns the length of the first word of s: marks of quotation hold spaces.
func infoWord(s string) int {
	quote := byte(0)
	for i := 0; i < len(s); i++ {
		switch {
		case quote != 0:
			if s[i] == quote {
				quote = 0
			}
		case s[i] == '"' || s[i] == '\'':
			if i == 0 || s[i-1] != '=' || strings.IndexByte(s[i+1:], s[i]) < 0 {
				continue
			}
			quote = s[i]
		case strings.IndexByte(" \t,{}", s[i]) >= 0:
			return i
		}
	}
	return len(s)
}

// numbered are the words that ask for the numbers of lines.
var numbered = map[string]bool{"numberlines": true, "number-lines": true, "showlinenumbers": true, "linenos": true, "linenums": true, "line-numbers": true}

// pair reads a key with its value. Keys that a book has no place for, such as the lines to
// be marked, are passed over: they are no words.
func (c *codeInfo) pair(key, value string) {
	switch key {
	case "title", "filename", "caption", "file", "name", "lst-cap", "fig.cap":
		c.title = value
	case "startfrom", "linenums", "linenostart", "linestart", "start", "startline", "firstnumber", "first-number":
		if n, err := strconv.Atoi(value); err == nil && n > 0 && n <= maxLines {
			c.start = n
		}
	case "linenos", "showlinenumbers", "code-line-numbers", "lineno":
		if n, err := strconv.Atoi(value); err == nil && n > 0 && n <= maxLines {
			c.start = n
		}
		c.count = value != "false" && value != "none"
	}
}

// idLength returns the length of the id that s begins with.
func idLength(s string) int { return word([]byte(s), true) }

// unquoted takes the marks of quotation off a value.
func unquoted(s string) string {
	if n := len(s); n > 1 && s[0] == s[n-1] && (s[0] == '"' || s[0] == '\'') {
		return s[1 : n-1]
	}
	return s
}

// languageOf returns the language that a word of a fence names.
func languageOf(word string) string {
	end := strings.IndexFunc(word, func(r rune) bool { return langRune(r) < 0 })
	if end >= 0 {
		word = word[:end]
	}
	if strings.IndexFunc(word, unicode.IsLetter) < 0 {
		return ""
	}
	return word
}

// diagrams are the languages whose code is drawn elsewhere, each with the tool that draws.
var diagrams = map[string]string{
	"mermaid": "mermaid-cli", "plantuml": "plantuml", "puml": "plantuml", "dot": "dot", "graphviz": "dot", "d2": "d2",
	"vega": "vega-cli", "vega-lite": "vega-cli", "vegalite": "vega-cli", "chart": "the page that shows it", "chartjs": "the page that shows it",
	"echarts": "the page that shows it", "flowchart": "the page that shows it", "flow": "the page that shows it", "sequence": "the page that shows it",
	"seq": "the page that shows it", "ditaa": "ditaa", "blockdiag": "blockdiag", "nomnoml": "nomnoml", "wavedrom": "wavedrom-cli", "bytefield": "bytefield",
	"pikchr": "pikchr", "svgbob": "svgbob", "markmap": "markmap-cli", "tikz": "pdflatex", "abc": "abcm2ps", "excalidraw": "excalidraw", "erd": "erd",
	"c4plantuml": "plantuml", "structurizr": "structurizr-cli", "gnuplot": "gnuplot",
}

// fenced gives a code block what stands behind its fence. An id makes a place of it.
func (d *document) fenced(list []book.Block, info []byte) []book.Block {
	c, i := list[0].(*book.CodeBlock), readInfo(unescape(info))
	c.Lang, c.Start = i.lang, i.start
	if c.Lang == rust {
		c.Text = withoutHidden(c.Text)
	}
	if title := strings.Join(strings.Fields(i.title), " "); title != "" {
		c.Caption = []book.Inline{&book.Text{Value: title, Pos: c.Pos}}
	}
	if tool := diagrams[strings.ToLower(i.lang)]; tool != "" {
		d.report(rule.DiagramCode.At(c.Pos, "draw it with "+tool+", save it as SVG beside the chapter, and write ![...](file.svg)",
			"the diagram of %s is not drawn; its code is printed", i.lang))
	}
	if i.id == "" {
		return list
	}
	return []book.Block{&book.Division{ID: i.id, Blocks: list, Pos: c.Pos}}
}

// fenceInfo returns what stands behind the fence of a code block.
func fenceInfo(c *book.CodeBlock) string {
	words := []string{c.Lang}
	if title := book.PlainText(c.Caption); title != "" {
		quote := `"`
		if strings.Contains(title, quote) {
			quote = "'"
		}
		words = append(words, "title="+quote+strings.NewReplacer(`\`, `\\`, "&", "&amp;", "`", "&#96;").Replace(title)+quote)
	}
	if c.Start > 0 {
		words = append(words, "start="+strconv.Itoa(c.Start))
	}
	return strings.TrimSpace(strings.Join(words, " "))
}
