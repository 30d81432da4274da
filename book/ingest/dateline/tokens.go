package dateline

import (
	"strings"
	"unicode"

	"octavo/book/language/locale"
)

// A token is a number, a word in lower case, or a sign.
type token struct {
	text   string
	number int // -1 for no number
	digits int
	spaced bool // space stands before it
}

// tokens parts a line. The figures of all scripts are figures. A word is letters of one
// kind, so that a unit such as 年 behind figures is a word of its own.
func tokens(line string) []token {
	var out []token
	spaced := false
	var last rune
	for _, r := range strings.ToLower(line) {
		r = locale.ASCIIFigure(r)
		kind := kindOf(r)
		switch {
		case kind == ' ':
			spaced, last = true, 0
			continue
		case kind == last && kind == '0':
			t := &out[len(out)-1]
			t.text += string(r)
			t.digits++
			t.number = min(t.number*10+int(r-'0'), 1e8)
		case kind == last && kind == 'a':
			out[len(out)-1].text += string(r)
		case kind == '0':
			out = append(out, token{string(r), int(r - '0'), 1, spaced})
		default:
			out = append(out, token{string(plain(r)), -1, 0, spaced})
		}
		spaced, last = false, kind
	}
	return out
}

func kindOf(r rune) rune {
	switch {
	case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u200e', r == '\u200f':
		return ' '
	case r >= '0' && r <= '9':
		return '0'
	case unicode.Is(unicode.Han, r):
		return 'h' // each is a word
	case unicode.IsLetter(r), unicode.IsMark(r):
		return 'a'
	}
	return '.'
}

// plain makes signs of full width those of ASCII.
func plain(r rune) rune {
	switch r {
	case '：', '︰', '∶':
		return ':'
	case '，', '、':
		return ','
	case '（', '［', '【', '[':
		return '('
	case '）', '］', '】', ']':
		return ')'
	case '–', '—', '‐', '‑', '－':
		return '-'
	case '．', '·', '•':
		return '.'
	case '／':
		return '/'
	case '−':
		return '-'
	}
	return r
}
