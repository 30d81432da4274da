package theme

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/css"
)

// checkCSS reports what a style sheet of a manuscript must not have: rules that
// do not read to their ends, and all that loads a file. Fonts come from the
// manifest, which checks that they may be embedded and cuts them to the text, so
// that not even they are loaded by an address.
func checkCSS(file string, src []byte) []book.Diagnostic {
	if !utf8.Valid(src) {
		line, col := 1, 1
		for i, r := range string(src) { // up to the first byte that is none of UTF-8
			if _, n := utf8.DecodeRune(src[i:]); r == utf8.RuneError && n == 1 {
				break
			}
			if col++; r == '\n' {
				line, col = line+1, 1
			}
		}
		return []book.Diagnostic{rule.Encoding.At(book.Pos{File: file, Line: line, Col: col}, "save the file as UTF-8", "the style sheet is not in UTF-8")}
	}
	c := &sheetCheck{sheet: css.Parse(string(src))}
	c.rules(c.sheet.Rules)
	c.calls()
	for _, f := range c.sheet.Faults {
		c.fail(f.Start, f.Hint, f.Msg)
	}
	slices.SortStableFunc(c.list, func(a, b css.Fault) int { return cmp.Compare(a.Start, b.Start) })
	var list []book.Diagnostic
	for _, f := range c.list[:min(len(c.list), maxCSSFaults)] {
		line, col := c.sheet.Place(f.Start)
		list = append(list, rule.ThemeCSS.At(book.Pos{File: file, Line: line, Col: col}, f.Hint, "%s", f.Msg))
	}
	return list
}

// maxCSSFaults bounds the faults that are reported of one sheet. The number is by eye: a
// sheet written for the web can have hundreds, most of them of one kind.
const maxCSSFaults = 20

// loaders are the functions that load what they are given.
var loaders = []string{
	"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
	"element", "-moz-element", "paint", "expression",
}

// refused are the properties that load code, or that EPUB 3.3 leaves to the
// attributes of the text (section 6.3.1.1).
var refused = []string{"behavior", "-moz-binding", "direction", "unicode-bidi"}

// A sheetCheck finds the faults of one sheet.
type sheetCheck struct {
	sheet *css.Sheet
	skips []css.Rule
	list  []css.Fault
}

// fail notes a fault, unless it is within a rule that is not taken.
func (c *sheetCheck) fail(at int, hint, msg string) {
	if !slices.ContainsFunc(c.skips, func(r css.Rule) bool { return r.Start <= at && at < r.End }) {
		c.list = append(c.list, css.Fault{Start: at, Hint: hint, Msg: msg})
	}
}

// full reports whether there are as many faults as are reported. The bound holds for
// the skips as well: each is a fault.
func (c *sheetCheck) full() bool { return len(c.list) >= maxCSSFaults }

func (c *sheetCheck) rules(list []css.Rule) {
	for _, r := range list {
		if c.full() {
			return
		}
		switch r.Name {
		case "":
			c.declarations(r.Decls)
		case "namespace":
			if r.Ends != ';' {
				c.refuse(r, "end it with ;", "@namespace is not closed")
			}
		case "media", "supports", "page":
			if r.Ends != '{' {
				c.refuse(r, "", "@"+r.Name+" without { }")
			}
			c.declarations(r.Decls)
			c.rules(r.Rules)
		case "font-face":
			c.refuse(r, "list the font files under fonts in book.yaml, and name their family here", "@font-face is not taken")
		default:
			c.refuse(r, "there are @media, @supports and @page", "@"+r.Name+" is not taken")
		}
	}
}

// refuse notes a fault of a rule, of which no more is said.
func (c *sheetCheck) refuse(r css.Rule, hint, msg string) {
	c.fail(r.Start, hint, msg)
	c.skips = append(c.skips, r)
}

func (c *sheetCheck) declarations(list []css.Decl) {
	for _, d := range list {
		if slices.Contains(refused, d.Name) && !c.full() {
			c.fail(d.Start, "", "the property "+d.Name+" is not taken")
		}
	}
}

// calls notes the functions that load.
func (c *sheetCheck) calls() {
	for _, f := range c.sheet.Calls {
		if slices.Contains(loaders, f.Name) && len(c.list) < 2*maxCSSFaults {
			c.fail(f.Start, "a style sheet loads nothing; fonts stand under fonts in book.yaml", f.Name+"() is not taken")
		}
	}
}
