package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
)

// Text returns s as a run of inlines.
func Text(s string) []book.Inline {
	if s == "" {
		return nil
	}
	return []book.Inline{&book.Text{Value: s}}
}

// Slice returns the part of list whose plain text lies between the offsets from and to of
// what [book.PlainText] gives. Code and images are kept whole where any part of them lies
// there.
func Slice(list []book.Inline, from, to int) []book.Inline {
	out, _ := slice(list, 0, from, to)
	return Trim(out)
}

// slice returns the part of list that lies between from and to, list beginning
// at offset at, and the offset of its end.
func slice(list []book.Inline, at, from, to int) ([]book.Inline, int) {
	var out []book.Inline
	for _, in := range list {
		var part book.Inline
		start := at
		switch in := in.(type) {
		case *book.Text:
			at += len(in.Value)
			lo, hi := clamp(from-start, len(in.Value)), clamp(to-start, len(in.Value))
			if lo < hi {
				part = &book.Text{Value: in.Value[lo:hi], Pos: in.Pos}
			}
		case *book.Styled, *book.Span, *book.Ruby, *book.Link:
			var content []book.Inline
			if content, at = slice(book.InlineChildren(in), at, from, to); len(content) > 0 {
				part = book.WithContent(in, content)
			}
		case *book.Code, *book.InlineImage, *book.NoteRef, *book.LineBreak, *book.Math:
			at += len(book.PlainText([]book.Inline{in}))
			if start >= from && at <= to || start < to && at > from {
				part = in
			}
		}
		if part != nil {
			out = append(out, part)
		}
	}
	return out, at
}

func clamp(i, most int) int { return min(max(i, 0), most) }

// Trim removes space and line breaks from the ends of list.
func Trim(list []book.Inline) []book.Inline {
	for len(list) > 0 && trimmed(&list[0], strings.TrimLeft, first) {
		list = list[1:]
	}
	for len(list) > 0 && trimmed(&list[len(list)-1], strings.TrimRight, last) {
		list = list[:len(list)-1]
	}
	return list
}

const space = " \t\n\r\u00a0\u3000\u200b"

func first(list []book.Inline) *book.Inline { return &list[0] }
func last(list []book.Inline) *book.Inline  { return &list[len(list)-1] }

// trimmed cuts space at one end of *in, and reports whether nothing is left.
func trimmed(in *book.Inline, cut func(s, cutset string) string, end func([]book.Inline) *book.Inline) bool {
	switch v := (*in).(type) {
	case *book.LineBreak:
		return true
	case *book.Text:
		if s := cut(v.Value, space); s != v.Value {
			*in = &book.Text{Value: s, Pos: v.Pos}
			return s == ""
		}
		return v.Value == ""
	case *book.Span:
		if v.ID != "" && len(v.Content) == 0 {
			return false // a place, before what follows it
		}
		return trimmedWithin(in, cut, end)
	case *book.Styled, *book.Ruby, *book.Link:
		return trimmedWithin(in, cut, end)
	case *book.Code, *book.InlineImage, *book.NoteRef, *book.Math: // no space
	}
	return false
}

func trimmedWithin(in *book.Inline, cut func(s, cutset string) string, end func([]book.Inline) *book.Inline) bool {
	content := append([]book.Inline(nil), book.InlineChildren(*in)...)
	for len(content) > 0 && trimmed(end(content), cut, end) {
		if end(content) == &content[0] && len(content) > 1 {
			content = content[1:]
		} else {
			content = content[:len(content)-1]
		}
	}
	*in = book.WithContent(*in, content)
	return len(content) == 0
}

// Lines parts list at its line breaks.
func Lines(list []book.Inline) [][]book.Inline {
	var out [][]book.Inline
	from := 0
	for i, in := range list {
		if _, ok := in.(*book.LineBreak); ok {
			out = appendLine(out, list[from:i])
			from = i + 1
		}
	}
	return appendLine(out, list[from:])
}

func appendLine(out [][]book.Inline, line []book.Inline) [][]book.Inline {
	if line = Trim(append([]book.Inline(nil), line...)); len(line) > 0 {
		out = append(out, line)
	}
	return out
}

// Unstyle returns the content of list when all of it is under emphasis or
// strong emphasis, which is then only how the part was set.
func Unstyle(list []book.Inline) (content []book.Inline, style book.Style, ok bool) {
	if len(list) != 1 {
		return list, 0, false
	}
	s, ok := list[0].(*book.Styled)
	if !ok || s.Style != book.Emphasis && s.Style != book.Strong && s.Style != book.Small {
		return list, 0, false
	}
	if inner, _, more := Unstyle(s.Content); more {
		return inner, s.Style, true
	}
	return s.Content, s.Style, true
}

// Letters returns the letters and figures of a text alone, in lower case: what is compared
// where case and punctuation do not count.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// Width returns how much room s takes: wide characters count twice.
func Width(s string) int {
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if n++; r >= 0x1100 && isWide(r) {
			n++
		}
	}
	return n
}

// isWide reports whether r takes two columns: Hangul, Han, kana and their
// punctuation (UAX #11, roughly).
func isWide(r rune) bool {
	return r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff ||
		r >= 0xff00 && r <= 0xff60 || r >= 0xffe0 && r <= 0xffe6 || r >= 0x20000 && r <= 0x3fffd
}
