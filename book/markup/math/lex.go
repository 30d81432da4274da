package math

import (
	"strings"
	"unicode/utf8"
)

// A kind is what a token is.
type kind uint8

const (
	end     kind = iota
	char         // a character that stands for itself
	digits       // figures with their decimal sign
	command      // a backslash and a name
	open         // {
	shut         // }
	sup          // ^
	sub          // _
	prime        // one or more apostrophes
	cell         // &
	newline      // \\
	tie          // ~
)

// A token is the smallest part of the notation.
type token struct {
	kind kind
	text string // the name of a command, without its backslash; figures
	char rune
	n    int // of primes
	at   int // offset in the source
}

// lex returns the token at offset i and the offset behind it. White means nothing.
func (p *parser) lex(i int) (token, int) {
	for i < len(p.src) && isBlank(p.src[i]) {
		i++
	}
	if i >= len(p.src) {
		return token{at: i}, i
	}
	t := token{at: i}
	switch c := p.src[i]; {
	case c == '\\':
		return p.lexCommand(i)
	case c >= '0' && c <= '9':
		n := figuresLen(p.src[i:])
		t.kind, t.text = digits, p.src[i:i+n]
		return t, i + n
	case c == '\'':
		t.kind = prime
		for i+t.n < len(p.src) && p.src[i+t.n] == '\'' {
			t.n++
		}
		return t, i + t.n
	}
	if k := strings.IndexByte("{}^_&~", p.src[i]); k >= 0 {
		t.kind = [...]kind{open, shut, sup, sub, cell, tie}[k]
		return t, i + 1
	}
	r, n := utf8.DecodeRuneInString(p.src[i:])
	t.kind, t.char = char, r
	return t, i + n
}

// lexCommand returns the command at offset i.
func (p *parser) lexCommand(i int) (token, int) {
	t := token{kind: command, at: i}
	n := i + 1
	for n < len(p.src) && isLetter(p.src[n]) {
		n++
	}
	if n == i+1 && n < len(p.src) {
		_, size := utf8.DecodeRuneInString(p.src[n:])
		n += size
	}
	t.text = p.src[i+1 : n]
	switch {
	case t.text == `\`:
		t.kind = newline
	case t.text == "operatorname" && strings.HasPrefix(p.src[n:], "*"):
		t.text += "*"
		n++
	case t.text == "\n" || t.text == "\t":
		t.text = " "
	}
	return t, n
}

// figuresLen returns the length of the number that s begins with: figures with a
// decimal point, and groups after a comma in braces, 1{,}000.
func figuresLen(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] >= '0' && s[n] <= '9':
			n++
		case s[n] == '.' && n+1 < len(s) && s[n+1] >= '0' && s[n+1] <= '9':
			n++
		case strings.HasPrefix(s[n:], "{,}") && n+3 < len(s) && s[n+3] >= '0' && s[n+3] <= '9':
			n += 3
		default:
			return n
		}
	}
	return n
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
