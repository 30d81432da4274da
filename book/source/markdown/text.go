package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// plainByte marks the bytes that text takes over as they are.
var plainByte = func() (t [256]bool) {
	for i := range t {
		t[i] = i > ' ' && bytes.IndexByte([]byte("\\&\"'-.[]:"), byte(i)) < 0
	}
	return t
}()

// text adds source text from start to stop: escapes and character references
// are resolved, white space is collapsed, dashes and quotation marks are bent.
func (b *builder) text(start, stop int) {
	src := b.d.src
	for i := start; i < stop; {
		c := src[i]
		if b.soft {
			r, _ := utf8.DecodeRune(src[i:stop])
			b.settle(r, i)
		}
		if c <= ' ' {
			b.space(i)
			i++
			continue
		}
		b.begin(i)
		if plainByte[c] {
			j := i + 1
			for j < stop && plainByte[src[j]] {
				j++
			}
			b.flat = append(b.flat, src[i:j]...)
			i = j
			continue
		}
		i += b.special(src[i:stop], i)
	}
}

// special adds what s begins with, a character that may not stand for itself,
// and returns its length in the source.
func (b *builder) special(s []byte, at int) int {
	switch s[0] {
	case '\\':
		if len(s) > 1 && util.IsPunct(s[1]) {
			b.flat = append(b.flat, s[1])
			return 2
		}
		if len(s) > 1 && s[1] == ' ' && b.scripts > 0 {
			b.flat = append(b.flat, "\u00a0"...)
			return 2
		}
	case '&':
		if r, n := reference(s); n > 0 {
			b.char(r, at)
			return n
		}
	case '"', '\'':
		b.marks = append(b.marks, mark{len(b.flat), s[0] == '"', b.lang})
	case '-':
		n := run(s, '-')
		switch n {
		case 2:
			b.flat = append(b.flat, "–"...)
		case 3:
			b.flat = append(b.flat, "—"...)
		default:
			b.flat = append(b.flat, s[:n]...)
		}
		return n
	case '.':
		if len(s) > 2 && s[1] == '.' && s[2] == '.' {
			b.flat = append(b.flat, "…"...)
			return 3
		}
	case ':':
		if chars, n := emoji(s, b.last()); n > 0 && b.literal == 0 {
			b.flat = append(b.flat, chars...)
			return n
		}
	case '[':
		b.openBracket(at)
	case ']':
		if n := b.closeBracket(s, at); n > 0 {
			return n
		}
	}
	b.flat = append(b.flat, s[0])
	return 1
}

// char adds the characters of a reference such as &nbsp;.
func (b *builder) char(chars string, at int) {
	for _, r := range chars {
		switch {
		case r == ' ', r == '\t', r == '\n', r == '\r', r == '\f', r == '\v':
			b.space(at)
		case forbidden(r):
			b.begin(at)
			b.flat = append(b.flat, "\uFFFD"...)
		default:
			b.begin(at)
			b.flat = utf8.AppendRune(b.flat, r)
		}
	}
}

// raw adds text that means nothing but itself.
func (b *builder) raw(s string, at int) {
	if s == "" {
		return
	}
	r, _ := utf8.DecodeRuneInString(s)
	b.settle(r, at)
	b.begin(at)
	b.flat = append(b.flat, s...)
}

// reference returns the characters of the reference that s begins with, and its
// length; 0 when there is none.
func reference(s []byte) (string, int) {
	const longest = 40 // HTML's longest name, CounterClockwiseContourIntegral, has 31 letters
	end := bytes.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(string(name))
		if !ok {
			return "", 0
		}
		return string(e.Characters), end + 1
	}
	digits, base, most := name[1:], 10, 7 // CommonMark takes seven figures, or six of base 16
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		digits, base, most = digits[1:], 16, 6
	}
	if len(digits) == 0 || len(digits) > most {
		return "", 0
	}
	v, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return "", 0
	}
	if v == 0 || v > utf8.MaxRune || v >= 0xd800 && v < 0xe000 {
		v = utf8.RuneError
	}
	return string(rune(v)), end + 1
}

// unescape resolves the escapes and references of an address or a title, and
// makes white space of a line end one space.
func unescape(s []byte) string {
	if !bytes.ContainsAny(s, "\\&\n\t") {
		return string(s)
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			out = append(out, s[i+1])
			i += 2
			continue
		case s[i] == '&':
			if chars, n := reference(s[i:]); n > 0 {
				for _, r := range chars {
					out = utf8.AppendRune(out, tame(r))
				}
				i += n
				continue
			}
		case s[i] == '\n', s[i] == '\t':
			out = append(out, ' ')
			i++
			continue
		}
		out = append(out, s[i])
		i++
	}
	return string(out)
}

// tame makes of a character one that a line of text may hold.
func tame(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return ' '
	case forbidden(r):
		return utf8.RuneError
	}
	return r
}
