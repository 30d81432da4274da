package theme

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
)

// checkCSS reports what a style sheet of a manuscript must not have: rules that
// do not read to their ends, and all that loads a file. Fonts come from the
// manifest, which checks that they may be embedded and cuts them to the text, so
// that not even they are loaded by an address.
func checkCSS(file string, src []byte) []book.Diagnostic {
	c := &sheet{file: file, src: string(src)}
	if !utf8.Valid(src) {
		c.at = len(strings.ToValidUTF8(c.src, "")) // good enough: near the end of what can be read
		for i, r := range c.src {
			if _, n := utf8.DecodeRuneInString(c.src[i:]); r == utf8.RuneError && n == 1 {
				c.at = i
				break
			}
		}
		return []book.Diagnostic{rule.Encoding.At(c.pos(c.at), "save the file as UTF-8", "the style sheet is not in UTF-8")}
	}
	c.rules(0)
	return c.list
}

// maxCSSFaults bounds the faults that are reported of one sheet.
const maxCSSFaults = 20

// atRules are the at-rules that are taken, by whether they hold rules or
// declarations.
var atRules = map[string]bool{"media": true, "supports": true, "page": false}

// loaders are the functions that load what they are given.
var loaders = []string{
	"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
	"element", "-moz-element", "paint", "expression",
}

// refused are the properties that load code, or that EPUB 3.3 leaves to the
// attributes of the text (section 6.3.1.1).
var refused = []string{"behavior", "-moz-binding", "direction", "unicode-bidi"}

// A sheet is a style sheet while it is read (css-syntax-3, as far as the shape
// of rules, declarations and strings).
type sheet struct {
	file, src string
	at        int
	list      []book.Diagnostic
}

func (c *sheet) pos(at int) book.Pos {
	before := c.src[:min(at, len(c.src))]
	line := strings.LastIndexByte(before, '\n') + 1
	return book.Pos{File: c.file, Line: strings.Count(before, "\n") + 1, Col: utf8.RuneCountInString(before[line:]) + 1}
}

func (c *sheet) fail(at int, hint, msg string) {
	if len(c.list) < maxCSSFaults {
		c.list = append(c.list, rule.ThemeCSS.At(c.pos(at), hint, "%s", msg))
	}
}

func (c *sheet) done() bool { return c.at >= len(c.src) || len(c.list) >= maxCSSFaults }

// blank passes over white and comments.
func (c *sheet) blank() {
	for c.at < len(c.src) {
		switch {
		case strings.IndexByte(" \t\r\n\f", c.src[c.at]) >= 0:
			c.at++
		case strings.HasPrefix(c.src[c.at:], "/*"):
			c.comment()
		default:
			return
		}
	}
}

func (c *sheet) comment() {
	end := strings.Index(c.src[c.at+2:], "*/")
	if end < 0 {
		c.fail(c.at, "close it with */", "a comment is not closed")
		c.at = len(c.src)
		return
	}
	c.at += 2 + end + 2
}

// rules reads rules up to the end of their block, or of the sheet.
func (c *sheet) rules(depth int) {
	open := c.at
	for {
		c.blank()
		switch {
		case c.done():
			if depth > 0 {
				c.fail(open, "close it with }", "a block is not closed")
			}
			return
		case c.src[c.at] == '}' && depth > 0:
			c.at++
			return
		case c.src[c.at] == '}':
			c.fail(c.at, "", "a } without a { before it")
			c.at++
		case c.src[c.at] == '@':
			c.atRule(depth)
		default:
			if c.prelude("a rule without { }") {
				c.declarations()
			}
		}
	}
}

// maxNesting bounds blocks within blocks.
const maxNesting = 8

func (c *sheet) atRule(depth int) {
	start := c.at
	c.at++
	name := strings.ToLower(c.name())
	nests, known := atRules[name]
	switch {
	case name == "namespace":
		if c.until(";{}") == ';' {
			c.at++
			return
		}
		c.fail(start, "end it with ;", "@namespace is not closed")
	case name == "font-face":
		c.fail(start, "list the font files under fonts in book.yaml, and name their family here", "@font-face is not taken")
	case !known:
		c.fail(start, "there are @media, @supports and @page", "@"+name+" is not taken")
	case depth >= maxNesting:
		c.fail(start, "", "blocks are nested too deep")
	case c.prelude("@"+name+" without { }") && nests:
		c.rules(depth + 1)
		return
	case c.at > 0 && c.src[c.at-1] == '{':
		c.declarations()
		return
	}
	c.skipRule()
}

// skipRule passes over the rest of a rule that is not taken.
func (c *sheet) skipRule() {
	for depth := 0; c.at < len(c.src); c.at++ {
		switch c.src[c.at] {
		case '{':
			depth++
		case '}':
			if depth--; depth <= 0 {
				c.at++
				return
			}
		case ';':
			if depth == 0 {
				c.at++
				return
			}
		}
	}
}

// prelude reads up to the { of a block and past it.
func (c *sheet) prelude(fault string) bool {
	start := c.at
	if c.until("{};") == '{' {
		c.at++
		return true
	}
	c.fail(start, "", fault)
	if !c.done() {
		c.at++
	}
	return false
}

// declarations reads up to the } of a block and past it.
func (c *sheet) declarations() {
	open := c.at
	for {
		c.blank()
		if c.done() {
			c.fail(open, "close it with }", "a block is not closed")
			return
		}
		switch c.src[c.at] {
		case '}':
			c.at++
			return
		case ';':
			c.at++
			continue
		}
		c.declaration()
	}
}

func (c *sheet) declaration() {
	start := c.at
	name := strings.ToLower(c.name())
	c.blank()
	if name == "" || c.done() || c.src[c.at] != ':' {
		c.fail(start, "write property: value;", "this is no declaration")
		if c.until(";{}") == '{' {
			c.skipRule()
		}
		return
	}
	c.at++
	if slices.Contains(refused, name) {
		c.fail(start, "", "the property "+name+" is not taken")
	}
	if c.until(";{}") == '{' {
		c.fail(c.at, "end the declaration before it with ;", "a { within a declaration")
		c.skipRule()
	}
}

// until reads up to one of the stops that stands in no string and no brackets,
// and returns it, 0 at the end of the sheet.
func (c *sheet) until(stops string) byte {
	var open []byte
	for !c.done() {
		b := c.src[c.at]
		switch {
		case len(open) == 0 && strings.IndexByte(stops, b) >= 0:
			return b
		case b == '"' || b == '\'':
			c.quoted(b)
		case strings.HasPrefix(c.src[c.at:], "/*"):
			c.comment()
		case nameByte(b):
			start := c.at
			name := strings.ToLower(c.name())
			if c.at < len(c.src) && c.src[c.at] == '(' && slices.Contains(loaders, name) {
				c.fail(start, "a style sheet loads nothing; fonts stand under fonts in book.yaml", name+"() is not taken")
				c.at += max(strings.IndexByte(c.src[c.at:], ')'), 0) + 1
			}
			if c.at == start {
				c.at++
			}
		case b == '(' || b == '[':
			open = append(open, b)
			c.at++
		case b == ')' || b == ']':
			if len(open) == 0 || (open[len(open)-1] == '(') != (b == ')') {
				c.fail(c.at, "", "a "+string(rune(b))+" without its partner")
			} else {
				open = open[:len(open)-1]
			}
			c.at++
		case len(open) > 0 && (b == '{' || b == '}' || b == ';'):
			c.fail(c.at, "", "a "+string(rune(open[len(open)-1]))+" is not closed")
			open = nil
		default:
			c.at++
		}
	}
	return 0
}

// quoted reads a string.
func (c *sheet) quoted(quote byte) {
	start := c.at
	for c.at++; c.at < len(c.src); c.at++ {
		switch c.src[c.at] {
		case quote:
			c.at++
			return
		case '\\':
			c.at++
		case '\n':
			c.fail(start, "", "a string is not closed on its line")
			return
		}
	}
	c.fail(start, "", "a string is not closed")
}

func nameByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_' || b == '\\' || b >= 0x80
}

// name reads a name with its escapes resolved, so that none hides behind them.
func (c *sheet) name() string {
	var b strings.Builder
	for c.at < len(c.src) && nameByte(c.src[c.at]) {
		if c.src[c.at] != '\\' {
			b.WriteByte(c.src[c.at])
			c.at++
			continue
		}
		c.at++
		hex := 0
		for hex < 6 && c.at+hex < len(c.src) && strings.IndexByte("0123456789abcdefABCDEF", c.src[c.at+hex]) >= 0 {
			hex++
		}
		switch {
		case hex > 0:
			v, _ := strconv.ParseUint(c.src[c.at:c.at+hex], 16, 32)
			b.WriteRune(rune(v))
			if c.at += hex; c.at < len(c.src) && strings.IndexByte(" \t\n", c.src[c.at]) >= 0 {
				c.at++
			}
		case c.at < len(c.src):
			b.WriteByte(c.src[c.at])
			c.at++
		}
	}
	return b.String()
}
