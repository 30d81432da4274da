package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/markup/css"
	"octavo/book/source/rawhtml"
)

// captionBelow makes a paragraph right below a picture without a caption its caption, and
// reports whether it was one: by its class, or, as pages in Chinese, Japanese and Korean have
// it, since a short line without a stop is set small or in the middle.
func (r *reader) captionBelow(e *el) bool {
	if e.Name() != "p" || len(r.out) == 0 || e.size == 0 || e.size > maxCaption || e.holds("img") {
		return false
	}
	f, ok := r.out[len(r.out)-1].Block.(*book.Figure)
	if !ok || len(f.Caption) > 0 || !e.named(captionNames) && !isSetApart(e) {
		return false
	}
	f.Caption, f.Decorative = rawhtml.Line(e.Element), false
	return true
}

// isSetApart reports whether a line in Chinese, Japanese or Korean is set as captions are. A
// bold one is a heading. The bound is by eye: two lines, in bytes.
func isSetApart(e *el) bool {
	line := e.line()
	first := strings.IndexFunc(line, unicode.IsLetter)
	if e.size > 180 || first < 0 || e.holds("b") || e.holds("strong") || strings.TrimRight(line, "。！？!?…」』”") != line {
		return false
	}
	if c, _ := utf8.DecodeRuneInString(line[first:]); !unicode.In(c, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
		return false
	}
	decls, _ := css.Attribute(e.Get("style"))
	size := css.Property(decls, "font-size")
	small := strings.HasSuffix(size, "px") && number(size) > 0 && number(size) <= smallPrint || size == "small" || size == "smaller" || size == "x-small"
	return small || strings.EqualFold(css.Property(decls, "text-align"), "center") || strings.EqualFold(e.Get("align"), "center")
}

// smallPrint is the size of letters, in pixels, up to which they are smaller than those of a
// text, by eye: texts have 15 to 18.
const smallPrint = 13
