package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/markup/css"
	"octavo/book/source/rawhtml"
)

// captionBelow makes what stands right below a picture without a caption its caption or
// credit, and reports whether it was one: by its class or name, whatever element it is, or, as
// pages in Chinese, Japanese and Korean have it, since a short line without a stop is set small
// or in the middle.
func (r *reader) captionBelow(e *el) bool {
	if len(r.out) == 0 || e.size == 0 || e.size > maxCaption || e.holds("img") {
		return false
	}
	f, ok := r.out[len(r.out)-1].Block.(*book.Figure)
	switch {
	case !ok:
		return false
	case isCaptionLine(e) && len(f.Caption) == 0, e.Name() == "p" && len(f.Caption) == 0 && isSetApart(e):
		f.Credit = append(f.Credit, r.credit(e)...)
		f.Caption = rawhtml.Line(e.Element)
	case e.named(creditNames) && len(f.Credit) == 0:
		f.Credit = rawhtml.Line(e.Element)
	default:
		return false
	}
	f.Decorative = false
	return true
}

// isCaptionLine reports whether an element says of itself that it is a caption.
func isCaptionLine(e *el) bool {
	return e.Name() != "" && (e.Name() == "figcaption" || e.named(captionNames) && e.Name() != "figure" && !isHeadingName(e.Name()))
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
