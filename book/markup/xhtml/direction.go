package xhtml

import (
	"octavo/book"
	"octavo/book/language/bidi"
	"octavo/book/language/locale"
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

// Literal returns the value of dir for code and addresses, which run from left
// to right.
func (r *Renderer) Literal() string {
	if r.leftward() {
		return "ltr"
	}
	return ""
}

// leftward reports whether the text at hand runs from right to left: as an element around
// it says, or as its language does.
func (r *Renderer) leftward() bool {
	if r.dir != book.DirInherit {
		return r.dir == book.DirRTL
	}
	return locale.RightToLeft(r.Lang)
}

// Direction returns the value of dir for a block of text: "rtl" when all its
// letters run from right to left, and its language does not say so.
func (r *Renderer) Direction(list []book.Inline) string {
	if r.leftward() {
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

// Run writes all the inlines of a block. Where its language is written from
// right to left and its letters are not, it is set apart, for its full stop to
// stay at its end; the block keeps to the side of its language.
func (r *Renderer) Run(list []book.Inline) {
	dir := ""
	if r.leftward() && foreign(list) {
		dir = "ltr"
	}
	r.within(dir, list)
}

// item writes the inlines of a list item, whose own direction would move its
// marker.
func (r *Renderer) item(list []book.Inline) {
	if dir := r.Direction(list); dir != "" {
		r.within(dir, list)
		return
	}
	r.Run(list)
}

func (r *Renderer) within(dir string, list []book.Inline) {
	if dir == "" {
		r.Inlines(list)
		return
	}
	r.Open("span", "dir", dir)
	r.Inlines(list)
	r.Close()
}

// foreign reports whether all letters of the list run from left to right.
func foreign(list []book.Inline) bool {
	some, all := false, true
	book.WalkInlines(list, func(in book.Inline) bool {
		text := ""
		switch in := in.(type) {
		case *book.Text:
			text = in.Value
		case *book.Code:
			text = in.Value
		}
		ltr, rtl := bidi.Strong(text)
		some, all = some || ltr, all && !rtl
		return all
	})
	return some && all
}
