package xhtml

import (
	"octavo/book"
	"octavo/book/bidi"
	"octavo/book/locale"
)

// Dir returns the value of the attribute dir for text in a language within text
// in another: "" where both run the same way.
func Dir(lang, around string) string {
	rtl := locale.RightToLeft(lang)
	switch {
	case rtl == locale.RightToLeft(around):
		return ""
	case rtl:
		return "rtl"
	}
	return "ltr"
}

// literal returns the value of dir for code, which runs from left to right.
func (r *Renderer) literal() string {
	if locale.RightToLeft(r.Lang) {
		return "ltr"
	}
	return ""
}

// direction returns the value of dir for a paragraph: "rtl" when all its letters
// run from right to left, and its language does not say so.
func (r *Renderer) direction(list []book.Inline) string {
	if locale.RightToLeft(r.Lang) {
		return ""
	}
	plain := true
	book.WalkInlines(list, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok {
			plain = plain && bidi.Plain(t.Value)
		}
		return plain
	})
	if !plain && bidi.Base(book.PlainText(list), false) {
		return "rtl"
	}
	return ""
}
