package merge

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A chunk is a paragraph, or whatever else stands between two blank lines: a heading, a
// list without blank lines, a fenced block whole.
type chunk struct {
	text  string // without the line feed at its end
	apart string // the white space behind it
	line  int    // of its first character in the file, from 1
	code  bool   // a fenced block, whose white space counts
}

// chunks parts a text, which begins at a line of the file, at its blank lines.
func chunks(s string, line int) []chunk {
	var out []chunk
	var text strings.Builder
	fence, code, start := "", false, line
	flush := func() {
		if text.Len() > 0 {
			out = append(out, chunk{text: strings.TrimRight(text.String(), "\n"), apart: "\n", line: start, code: code})
			text.Reset()
		}
		code = false
	}
	for l := range strings.Lines(s) {
		blank := strings.TrimSpace(l) == ""
		switch {
		case fence != "":
			if strings.HasPrefix(strings.TrimSpace(l), fence) && strings.Trim(strings.TrimSpace(l), fence[:1]) == "" {
				fence = ""
			}
		case blank:
			flush()
			if len(out) > 0 {
				out[len(out)-1].apart += l
			}
			line++
			continue
		default:
			if fence = fenceOf(l); fence != "" {
				code = true
			}
		}
		if text.Len() == 0 {
			start = line
		}
		text.WriteString(l)
		line++
	}
	flush()
	if n := len(out); n > 0 && !strings.HasSuffix(s, "\n") {
		out[n-1].apart = ""
	}
	return out
}

// fenceOf returns the fence that a line opens, "" for none.
func fenceOf(l string) string {
	l = strings.TrimLeft(l, " \t")
	for _, c := range []string{"`", "~"} {
		if n := len(l) - len(strings.TrimLeft(l, c)); n >= 3 && !strings.Contains(l[n:], "`") {
			return l[:n]
		}
	}
	return ""
}

// A token is a word, a sign or white space.
type token struct {
	text string // as it stands
	key  string // what makes it equal to another
	line int
	word bool // it has letters or digits
}

// keysOf returns the keys of tokens.
func keysOf(list []token) []string {
	keys := make([]string, len(list))
	for i, t := range list {
		keys[i] = t.key
	}
	return keys
}

// textOf returns what tokens say.
func textOf(list []token) string {
	var b strings.Builder
	for _, t := range list {
		b.WriteString(t.text)
	}
	return b.String()
}

// paragraphBreak is the key of the white space between two chunks, which may be of any
// number of blank lines.
const paragraphBreak = "\n\n"

// tokens parts chunks into tokens, the white space behind all but the last included.
func tokens(list []chunk) []token {
	var out []token
	for i, c := range list {
		line := c.line
		for s := c.text; s != ""; {
			n := width(s)
			t := token{text: s[:n], key: s[:n], line: line}
			first, _ := utf8.DecodeRuneInString(s)
			t.word = unicode.IsLetter(first) || unicode.IsDigit(first) || strings.HasPrefix(s, "[^") && n > 2
			if unicode.IsSpace(first) && !c.code {
				t.key = white(s[:n], s[n:])
			}
			out = append(out, t)
			line += strings.Count(s[:n], "\n")
			s = s[n:]
		}
		if i+1 < len(list) {
			out = append(out, token{text: list[i].gap(), key: paragraphBreak, line: line})
		}
	}
	return out
}

// gap returns the white space that parts a chunk from one behind it.
func (c chunk) gap() string {
	if strings.Count(c.apart, "\n") < 2 {
		return paragraphBreak
	}
	return c.apart
}

// width returns the bytes of the token that s begins with: a run of white space, a word
// with its apostrophes, a sign of a script that writes no spaces, the mark of a note, an
// escaped sign, or one sign.
func width(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsSpace(first):
		return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	case strings.HasPrefix(s, "[^"):
		if n := strings.IndexAny(s, "] \n"); n > 2 && s[n] == ']' {
			return n + 1
		}
		return 1
	case first == '\\' && len(s) > 1:
		_, n := utf8.DecodeRuneInString(s[1:])
		return 1 + n
	case !wordly(first):
		return size
	}
	n := size
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		next, _ := utf8.DecodeRuneInString(s[n+size:])
		switch {
		case unicode.IsMark(r):
		case dense(first) || dense(r):
			return n
		case wordly(r):
		case (r == '\'' || r == '’') && wordly(next):
		default:
			return n
		}
		n += size
	}
	return n
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// dense reports whether a sign is of a script that writes words without spaces: each is
// a token, as nothing else parts what an editor changes from what stays.
func dense(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// white returns the key of white space before the rest of a chunk. A line feed within
// prose is as good as a space, since editors wrap lines; before a mark, such as that of an
// item of a list, or behind two spaces, which break the line, it counts.
func white(s, rest string) string {
	if !strings.Contains(s, "\n") {
		return " "
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if s == "\n" && unicode.IsLetter(next) {
		return " "
	}
	return strings.TrimLeft(s, " ")
}
