package markdown

import (
	"strings"
	"unicode/utf8"
)

// text writes characters so that they mean nothing but themselves. next is the
// character that follows; called says that a footnote call stands before.
func (w *inlineWriter) text(s string, next rune, called bool) {
	if called && strings.HasPrefix(s, ":") {
		w.put(`\:`)
		s = s[1:]
	}
	if w.start && s != "" {
		s = w.lineStart(s)
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < utf8.RuneSelf && w.special(s, i, next) {
			w.escaped(byte(r))
		} else {
			w.put(s[i : i+n])
		}
		i += n
	}
}

// escaped writes a character under an escape.
func (w *inlineWriter) escaped(c byte) {
	switch {
	case w.kind == runQuoted && c == '"':
		w.put("&quot;")
	case w.kind == runQuoted && c == '\'':
		w.put("&#39;")
	default:
		w.put(`\` + string(rune(c)))
	}
}

// special reports whether the ASCII character at s[i] could be taken for more
// than itself.
func (w *inlineWriter) special(s string, i int, next rune) bool {
	rest := s[i+1:]
	switch c := s[i]; c {
	case '\\', '`', '*', '[', ']', '<', '"', '\'', '{', '^':
		return true
	case '~': // two strike, and one may lower what stands behind it
		return i == 0 || rest == "" || s[i-1] == '~' || rest[0] == '~' || mayLower(s, i)
	case '=': // two mark
		return i > 0 && s[i-1] == '=' || strings.HasPrefix(rest, "=")
	case '_':
		return !(i > 0 && isAlnum(s[i-1]) && rest != "" && isAlnum(rest[0]))
	case '&':
		return rest == "" || isAlnum(rest[0]) || rest[0] == '#'
	case '!':
		return rest == "" && next == '['
	case '|': // in an alternative text, the size of the picture may stand behind it
		return w.kind == runCell || w.kind == runLabel
	case '#':
		return w.kind == runHeading
	case '-':
		return strings.HasPrefix(rest, "-") || i > 0 && s[i-1] == '-'
	case '.':
		return strings.HasPrefix(rest, "..") || strings.HasSuffix(s[:i], "www") && rest != ""
	case ':':
		_, name := emoji(s[i:], ' ')
		return strings.HasPrefix(rest, "//") || name > 0
	case '%': // two begin a remark
		return strings.HasPrefix(rest, "%") || i > 0 && s[i-1] == '%'
	case '@':
		return true
	case '$':
		return w.math
	}
	return false
}

// mayLower reports whether the tilde at s[i] could begin a subscript: there is another
// one in the same word, or the word goes on behind s.
func mayLower(s string, i int) bool {
	if before, _ := utf8.DecodeLastRuneInString(s[:i]); !carriesIndex(before) {
		return false
	}
	word := strings.IndexByte(s[i:], ' ')
	return word < 0 || strings.IndexByte(s[i+1:i+word], '~') >= 0
}

// lineStart writes what s begins with when a block could begin with it, and
// returns the rest.
func (w *inlineWriter) lineStart(s string) string {
	if strings.HasPrefix(s, "!!!") || strings.HasPrefix(s, "???") { // an admonition
		w.put(`\` + s[:1])
		return s[1:]
	}
	if e, ok := enumeratorOf([]byte(s[:min(len(s), maxEnumerator+4)] + " x")); ok { // the text may go on in another run
		w.put(s[:e.length-1] + `\` + s[e.length-1:e.length])
		return s[e.length:]
	}
	n := 0
	switch s[0] {
	case '#', '+', '-', '=', '>', ':', '|':
		w.put(`\` + s[:1])
		return s[1:]
	}
	for n < len(s) && n < 10 && s[n] >= '0' && s[n] <= '9' { // a list number has nine digits at most
		n++
	}
	if n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')') {
		w.put(s[:n] + `\` + s[n:n+1])
		return s[n+1:]
	}
	return s
}
