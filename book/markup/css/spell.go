package css

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2/css"
)

// spelled returns a token in the one spelling of its kind: names without needless escapes,
// strings and addresses closed.
func spelled(kind css.TokenType, text string) string {
	switch kind {
	case css.StringToken:
		if !closed(text, text[0]) {
			return text + text[:1]
		}
	case css.URLToken:
		if strings.Contains(text, `\`) || !closed(text, ')') {
			return `url("` + quoted.Replace(address(text)) + `")`
		}
	case css.IdentToken, css.CustomPropertyNameToken:
		return respelled(text)
	case css.FunctionToken:
		return respelled(text[:len(text)-1]) + "("
	case css.AtKeywordToken:
		return text[:1] + respelled(text[1:])
	case css.HashToken:
		if strings.Contains(text, `\`) {
			return "#" + strings.TrimPrefix(Escape("x"+Unescape(text[1:])), "x") // a hash may begin with a digit
		}
	case css.DimensionToken:
		return respelledUnit(text)
	}
	return text
}

// respelled returns a name with the escapes that it needs.
func respelled(name string) string {
	if !strings.Contains(name, `\`) {
		return name
	}
	return Escape(Unescape(name))
}

// respelledUnit returns a number with its unit. An e at the beginning of the unit stays
// escaped, since a reader might take it for an exponent's.
func respelledUnit(s string) string {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s
	}
	for i > 0 && (s[i-1]|0x20 >= 'a' && s[i-1]|0x20 <= 'z' || s[i-1] >= 0x80 || s[i-1] == '_' || s[i-1] == '-') {
		i--
	}
	unit := Unescape(s[i:])
	if unit != "" && unit[0]|0x20 == 'e' {
		return s[:i] + `\` + strconv.FormatInt(int64(unit[0]), 16) + " " + Escape(unit[1:])
	}
	return s[:i] + Escape(unit)
}

var quoted = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `, "\r", `\d `, "\f", `\c `)

// closed reports whether a string or an address ends with its mark.
func closed(text string, mark byte) bool {
	body, ok := strings.CutSuffix(text, string(mark))
	escapes := len(body) - len(strings.TrimRight(body, `\`))
	return ok && body != "" && escapes%2 == 0
}

// address returns what stands in url( ).
func address(text string) string {
	_, inner, _ := strings.Cut(text, "(")
	if closed(text, ')') {
		inner = inner[:len(inner)-1]
	}
	inner = strings.Trim(inner, white)
	if inner != "" && (inner[0] == '"' || inner[0] == '\'') {
		return unquote(inner)
	}
	return Unescape(inner)
}

// unquote returns what a string says.
func unquote(s string) string {
	if closed(s, s[0]) {
		s = s[:len(s)-1]
	}
	return Unescape(s[1:])
}

// Unquote returns what the string says that s begins with, false when it begins otherwise.
func Unquote(s string) (string, bool) {
	p := newParser(s)
	if p.next(); p.kind != css.StringToken {
		return "", false
	}
	return unquote(p.text), true
}

// Unescape returns a name, or the inside of a string, with its escapes resolved.
func Unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, `\`)
		b.WriteString(before)
		if !ok || rest == "" {
			return b.String()
		}
		n := 0
		for n < 6 && n < len(rest) && strings.IndexByte("0123456789abcdefABCDEF", rest[n]) >= 0 {
			n++
		}
		switch {
		case n > 0:
			b.WriteRune(codePoint(rest[:n]))
			s = trimOne(rest[n:])
		case strings.IndexByte("\n\r\f", rest[0]) >= 0: // in a string: the line goes on
			s = trimOne(rest)
		default:
			b.WriteByte(rest[0])
			s = rest[1:]
		}
	}
}

// codePoint returns the character of hexadecimal digits, U+FFFD for none.
func codePoint(hex string) rune {
	var r rune
	for _, c := range []byte(hex) {
		switch {
		case c <= '9':
			r = r<<4 | rune(c-'0')
		default:
			r = r<<4 | rune(c|0x20-'a'+10)
		}
	}
	if r == 0 || !utf8.ValidRune(r) {
		return utf8.RuneError
	}
	return r
}

// trimOne takes one white character off the beginning.
func trimOne(s string) string {
	if strings.HasPrefix(s, "\r\n") {
		return s[2:]
	}
	if s != "" && strings.IndexByte(white, s[0]) >= 0 {
		return s[1:]
	}
	return s
}

// Escape returns a name as it has to be written in a style sheet (CSSOM, section 2.1).
func Escape(name string) string {
	var b strings.Builder
	for i, r := range name {
		digit, first := r >= '0' && r <= '9', i == 0 || i == 1 && name[0] == '-'
		switch {
		case r == 0:
			b.WriteRune(utf8.RuneError)
		case r <= ' ', r == 0x7f, digit && first:
			fmt.Fprintf(&b, `\%x `, r)
		case digit, r == '_', r >= 0x80, r|0x20 >= 'a' && r|0x20 <= 'z', r == '-' && name != "-":
			b.WriteRune(r)
		default:
			b.WriteString(`\` + string(r))
		}
	}
	return b.String()
}

// CutURL returns the address of the url( ) that a value begins with, and what follows it.
func CutURL(value string) (url, rest string, ok bool) {
	p := newParser(value)
	if p.next(); p.kind == css.WhitespaceToken {
		p.next()
	}
	if p.kind != css.URLToken {
		return "", "", false
	}
	return address(p.text), strings.Trim(value[p.in.Offset():], white), true
}

// ReplaceURLs returns a value with what replace makes of each address in url( ) in its
// place; rest is what follows. It returns false when replace does, and when the value is
// not sound.
func ReplaceURLs(value string, replace func(address, rest string) (string, bool)) (string, bool) {
	var b strings.Builder
	p, last := newParser(value), 0
	for p.next(); p.kind != end; p.next() {
		switch p.kind {
		case css.BadURLToken, css.BadStringToken:
			return "", false
		case css.URLToken:
			s, ok := replace(address(p.text), value[p.in.Offset():])
			if !ok {
				return "", false
			}
			b.WriteString(value[last:p.at] + s)
			last = p.in.Offset()
		}
	}
	b.WriteString(value[last:])
	return b.String(), true
}
