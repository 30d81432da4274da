// Package object holds the syntax of PDF: its objects, how they are written
// and how they are read.
//
// In: bytes of a PDF file, or objects. Out: objects, or bytes.
//
// Invariant: what Append writes, Parse reads back as an equal object.
//
// Invariant: a dictionary is written in the order of its keys, so that equal
// objects are equal bytes.
package object

import (
	"maps"
	"slices"
	"strconv"
	"unicode/utf16"
)

// An Object is one of [Null], [Bool], [Int], [Real], [Name], [String], [Array],
// [Dict], [Ref], [*Stream].
type Object interface {
	// Append appends the object as it stands in a file.
	Append(dst []byte) []byte
}

// Null is the null object.
type Null struct{}

// A Bool is true or false.
type Bool bool

// An Int is a whole number.
type Int int64

// A Real is a number with a decimal point, kept as it is written.
type Real string

// A Name is an atom, without its slash and with its escapes resolved.
type Name string

// A String is a string of bytes.
type String string

// An Array is a sequence of objects.
type Array []Object

// A Dict maps names to objects.
type Dict map[Name]Object

// A Ref is the number of an indirect object of generation 0.
type Ref int

// A Stream is a dictionary with data, encoded as the dictionary says. Append
// states the length of the data itself.
type Stream struct {
	Dict Dict
	Data []byte
}

// Append implements [Object].
func (Null) Append(dst []byte) []byte { return append(dst, "null"...) }

// Append implements [Object].
func (b Bool) Append(dst []byte) []byte { return strconv.AppendBool(dst, bool(b)) }

// Append implements [Object].
func (i Int) Append(dst []byte) []byte { return strconv.AppendInt(dst, int64(i), 10) }

// Append implements [Object].
func (r Real) Append(dst []byte) []byte { return append(dst, r...) }

// Append implements [Object].
func (r Ref) Append(dst []byte) []byte {
	return append(strconv.AppendInt(dst, int64(r), 10), " 0 R"...)
}

// Append implements [Object].
func (n Name) Append(dst []byte) []byte {
	dst = append(dst, '/')
	for i := range len(n) {
		c := n[i]
		if c <= ' ' || c >= 0x7f || c == '#' || isDelimiter(c) {
			dst = append(dst, '#', hexDigits[c>>4], hexDigits[c&15])
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

const hexDigits = "0123456789ABCDEF"

// Append implements [Object].
func (s String) Append(dst []byte) []byte { return AppendString(dst, s) }

// AppendString appends s as a literal string. AppendString takes strings and slices, and
// copies neither: content streams hold most of the strings of a file.
func AppendString[S ~string | ~[]byte](dst []byte, s S) []byte {
	dst = append(dst, '(')
	dst = AppendEscaped(dst, s)
	return append(dst, ')')
}

// AppendEscaped appends s as it stands within the parentheses of a literal
// string.
func AppendEscaped[S ~string | ~[]byte](dst []byte, s S) []byte {
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			dst = append(dst, '\\', c)
		case '\r': // a reader would take it for a line feed
			dst = append(dst, `\r`...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// Append implements [Object].
func (a Array) Append(dst []byte) []byte {
	dst = append(dst, '[')
	for i, o := range a {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = o.Append(dst)
	}
	return append(dst, ']')
}

// Append implements [Object].
func (d Dict) Append(dst []byte) []byte {
	dst = append(dst, "<<"...)
	for _, k := range d.Keys() {
		dst = k.Append(dst)
		dst = append(dst, ' ')
		dst = d[k].Append(dst)
	}
	return append(dst, ">>"...)
}

// Keys returns the keys of d in order.
func (d Dict) Keys() []Name { return slices.Sorted(maps.Keys(d)) }

// Append implements [Object].
func (s *Stream) Append(dst []byte) []byte {
	d := make(Dict, len(s.Dict)+1)
	for k, v := range s.Dict {
		d[k] = v
	}
	d["Length"] = Int(len(s.Data))
	dst = d.Append(dst)
	dst = append(dst, "\nstream\n"...)
	dst = append(dst, s.Data...)
	return append(dst, "\nendstream"...)
}

// maxText is how many units of UTF-16 a text string may have: PDF/A allows
// strings of 32,767 bytes (ISO 19005-2, 6.1.13).
const maxText = (32_767 - 2) / 2

// Cut returns s, or as much of its beginning as a text string may hold.
func Cut(s string) string {
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > maxText {
			return s[:i]
		}
	}
	return s
}

// Text returns s as a PDF text string: the bytes of s when all are ASCII, else
// UTF-16BE after a byte order mark. A string that is too long for PDF/A is cut.
func Text(s string) String {
	s = Cut(s)
	for i := range len(s) {
		if s[i] >= 0x7f || s[i] < ' ' {
			return "\xfe\xff" + UTF16(s)
		}
	}
	return String(s)
}

// UTF16 returns s in UTF-16BE without a byte order mark.
func UTF16(s string) String {
	out := make([]byte, 0, 2*len(s))
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return String(out)
}
