package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold returns one character for all those that are ways to write it.
func fold(r rune) rune {
	if r < utf8.RuneSelf && r != '`' && r != '\t' {
		// Most are of ASCII, and a line is compared with some thousands of labels.
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if r == '丨' { // a character that papers in Chinese set as a stroke
		return '｜'
	}
	if r >= 0x2e80 && r < 0xa000 && r != '\u3000' || r >= 0xac00 && r < 0xd7a4 {
		return r // Han, Kana and Hangul, which have no case
	}
	switch r {
	case '’', '‘', 'ʼ', '´', '`':
		return '\''
	case '：', '︰', '﹕':
		return ':'
	case '\u00a0', '\u202f', '\u2009', '\u3000', '\t':
		return ' '
	}
	return unicode.ToLower(r)
}

// prefix returns the length of the part of s that label matches at its
// beginning, -1 for none.
func prefix(s, label string) int {
	if s != "" && label != "" && apart(s[0], label[0]) {
		return -1
	}
	rest := s
	for label != "" {
		l, n := utf8.DecodeRuneInString(label)
		label = label[n:]
		if l == ' ' {
			trimmed := strings.TrimLeftFunc(rest, func(r rune) bool { return fold(r) == ' ' })
			// Beside a colon, and at the end after one, space is free.
			free := strings.HasPrefix(label, ":") || len(trimmed) < len(rest)
			if rest = trimmed; !free {
				return -1
			}
			continue
		}
		if l == ':' {
			rest = strings.TrimLeftFunc(rest, func(r rune) bool { return fold(r) == ' ' })
		}
		r, n := utf8.DecodeRuneInString(rest)
		if n == 0 || fold(r) != fold(l) {
			return -1
		}
		rest = rest[n:]
		if l == ':' {
			label = strings.TrimLeft(label, " ")
			rest = strings.TrimLeftFunc(rest, func(r rune) bool { return fold(r) == ' ' })
		}
	}
	return len(s) - len(rest)
}

// apart reports whether two texts that begin with the bytes a and b begin with unlike
// letters, however they are written. A line is compared with some thousands of labels,
// and most are told from it by their first byte.
func apart(a, b byte) bool {
	letter := func(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' && c < utf8.RuneSelf }
	switch {
	case letter(a) && letter(b):
		return a|0x20 != b|0x20
	case letter(a) && b >= utf8.RuneSelf:
		return b != 0xc4 && b != 0xe2 // of U+0130 and U+212A, whose lower case is i and k
	case letter(b) && a >= utf8.RuneSelf:
		return a != 0xc4 && a != 0xe2
	case a >= 0xe4 && a <= 0xed || b >= 0xe4 && b <= 0xed:
		return a != b // Han and Hangul, which are written in one way
	}
	return false
}

// anyPrefix returns the length of the longest of the labels of all tables that
// s begins with, -1 for none. A label that ends in a letter ends a word.
func anyPrefix(s string, tables []*words, labels func(*words) []string) int {
	best := -1
	for _, w := range tables {
		for _, l := range labels(w) {
			n := prefix(s, l)
			if n > best && endsWord(l, s[n:]) {
				best = n
			}
		}
	}
	return best
}

// endsWord reports whether rest may follow a label: not in the middle of a
// word, where words have spaces between them.
func endsWord(label, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(label)
	next, _ := utf8.DecodeRuneInString(rest)
	return !isLatin(last) || !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

func isLatin(r rune) bool { return unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek) }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }

func isKana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) || r == 'ー' }

// equals reports whether s is one of the labels, but for case, a colon or dots
// at its end.
func equals(s string, tables []*words, labels func(*words) []string) bool {
	s = strings.TrimRight(s, " :：.…")
	if s == "" {
		return false
	}
	for _, w := range tables {
		for _, l := range labels(w) {
			// Cutting the end of each label would be slow: most begin otherwise.
			if l != "" && !apart(s[0], l[0]) && prefix(s, strings.TrimRight(l, " :.…")) == len(s) {
				return true
			}
		}
	}
	return false
}

// contains reports whether one of the phrases, in lower case, is in s.
func contains(s string, tables []*words, phrases func(*words) []string) bool {
	low := strings.ToLower(strings.Map(func(r rune) rune {
		if f := fold(r); f == '\'' || f == ' ' {
			return f
		}
		return r
	}, s))
	for _, w := range tables {
		for _, p := range phrases(w) {
			if containsWord(low, p) {
				return true
			}
		}
	}
	return false
}

// containsWord is strings.Contains at word boundaries, for scripts that have
// them.
func containsWord(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		first, size := utf8.DecodeRuneInString(s[i:])
		if !(isLatin(first) && isLatin(before)) && endsWord(word, s[i+len(word):]) && (!isHangul(first) || isKoreanWord(word, before, s[i+len(word):])) {
			return true
		}
		from = i + size
	}
}

// terminal reports whether s ends as a sentence does, quotation marks and
// brackets behind it apart.
func terminal(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"'”’»“‘」』)）]】*_"))
	return strings.ContainsRune(".!?。！？…‥;；．｡।॥۔؟", r)
}

// bare removes one pair of brackets, or emphasis marks of plain text, around s
// and reports how much was cut at either end.
func bare(s string) (inner string, before, after int) {
	for _, pair := range []string{"()", "（）", "[]", "【】", "［］", "〔〕", "**", "__"} {
		open, n := utf8.DecodeRuneInString(pair)
		end := pair[n:]
		if strings.HasPrefix(s, string(open)) && strings.HasSuffix(s, end) && len(s) > len(pair) {
			in := s[n : len(s)-len(end)]
			if open != '*' && open != '_' && strings.ContainsRune(in, open) {
				continue
			}
			cut := strings.TrimLeft(in, " ")
			before = n + len(in) - len(cut)
			in = strings.TrimRight(cut, " ")
			return in, before, len(s) - before - len(in)
		}
	}
	return s, 0, 0
}

// koreanEndings are the syllables with which particles and the copula behind a noun begin.
const koreanEndings = "이다입로으은는을를의와과인며였가님에들"

// isKoreanWord reports whether a short Korean word is one where it stands, and no part of
// another: 화가 is a painter, but in 전화가 it is the end of a telephone and a particle, and
// 배우 is an actor, but in 배우고 somebody learns. A word of three syllables and more is one
// anywhere.
func isKoreanWord(word string, before rune, rest string) bool {
	if utf8.RuneCountInString(word) > 2 {
		return true
	}
	next := firstRune(rest)
	if isHangul(next) && !strings.ContainsRune(koreanEndings, next) {
		return false
	}
	return !isHangul(before) || !strings.HasSuffix(word, "가")
}
