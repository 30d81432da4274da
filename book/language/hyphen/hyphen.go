// Package hyphen finds where words may be divided.
//
// In: a language and the words of a text. Out: the places in each word where a
// line may end with a hyphen.
//
// The method is that of Franklin Mark Liang, "Word Hy-phen-a-tion by
// Com-put-er" (Stanford, 1983), on the pattern files of the TeX community, which
// are embedded.
//
// Invariant: a place is never at either end of a word, never inside a character
// or before a combining mark, and keeps the least number of letters of the
// language on both sides, unless the word is an exception.
package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is the number of letters of the longest word that is divided; what is
// longer is data, not a word: the longest word of a German statute had 63 letters. The
// number bounds the arrays of divide, which stand on the stack, and the length of a
// pattern, whose levels are counted in a byte.
const longest = 128

// A Hyphenator divides the words of one language. It may be used by several goroutines at once.
// A nil Hyphenator divides no word.
type Hyphenator struct {
	lang        string
	left, right int // letters that stay together at the ends of a word
	lower       unicode.SpecialCase
	patterns    trie
	exceptions  map[string]string // the levels of whole words
}

// Hyphenate appends to dst the byte offsets in word at which it may be divided,
// in order. A word is what stands between two spaces: punctuation around it
// and hyphens within it part it into words of their own.
//
// Three kinds of words are not divided: those with digits or the marks of an address
// ("B2B", "a@b.example"); those with a capital behind the first letter ("UNESCO",
// "GmbH"), unless they are exceptions; and those with soft hyphens, whose author has
// said where to divide them.
func (h *Hyphenator) Hyphenate(word string, dst []int) []int {
	if h == nil || !divisible(word) {
		return dst
	}
	joins := h.patterns.ascii['\''] != 0 // as in French and Italian, where an apostrophe joins two words
	start := -1
	for i, r := range word {
		inside := unicode.IsLetter(r) || unicode.IsMark(r) || start >= 0 && joins && apostrophe(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			dst = h.divide(word[start:i], start, dst)
			start = -1
		}
	}
	if start >= 0 {
		dst = h.divide(word[start:], start, dst)
	}
	return dst
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

// divisible reports whether word is of the language, not an address or a number.
func divisible(word string) bool {
	letter, dot := false, false
	for _, r := range word {
		switch {
		case unicode.IsDigit(r), r == 0xAD, r == utf8.RuneError, strings.ContainsRune("/\\@_~=#&%+", r):
			return false
		case unicode.IsLetter(r):
			if dot {
				return false // as in www.example.com
			}
			letter = true
		default:
			dot = letter && (r == '.' || r == ':')
		}
	}
	return true
}

// divide appends the places in word, a run of letters that begins at offset of its text.
//
// A dictionary of all words with their hyphens is large and lacks every new word;
// rules such as "between two consonants" are wrong too often. Liang's patterns are
// between the two: pieces of words, with a digit where they speak of a place. An odd
// digit says that a word may be divided there, an even one that it must not, and of
// all patterns that occur in a word the highest digit at a place wins. So "1tio"
// allows a hyphen before "tio", and a longer pattern with a 2 there is an exception to
// that, one with a 3 an exception to the exception (Liang 1983, chapter 2). The digits
// were found by a program (patgen) from a dictionary, so that they may look odd to the
// eye.
//
// Levels[i] is the highest digit before letter i. Places too near to the ends of the
// word are left out at the end, since patterns know nothing of them. To a
// word with a capital inside, the name of a firm, no pattern is applied.
func (h *Hyphenator) divide(word string, offset int, dst []int) []int {
	// An apostrophe at the end is a closing quotation mark; within, it is a letter.
	word = strings.TrimRight(word, "'’")
	var letters [longest]rune
	var offsets [longest + 1]uint16
	n, name := 0, false
	for i, r := range word {
		if n == longest {
			return dst
		}
		name = name || n > 0 && unicode.IsUpper(r) && !apostrophe(letters[n-1])
		letters[n], offsets[n] = h.fold(r), uint16(i)
		n++
	}
	var levels [longest + 1]byte
	left, right := h.left, h.right
	if h.except(letters[:n], levels[:n+1]) {
		left, right = 1, 1 // an exception says all of its places itself
	} else if !name && n >= left+right && len(h.patterns.first) > 0 {
		h.patterns.apply(letters[:n], levels[:n+1])
	}
	for i := left; i <= n-right; i++ {
		if levels[i]&1 == 1 && !unicode.IsMark(letters[i]) && !apostrophe(letters[i]) && !apostrophe(letters[i-1]) {
			dst = append(dst, offset+int(offsets[i]))
		}
	}
	return dst
}

// fold returns the letter that stands for r in patterns.
func (h *Hyphenator) fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf && r >= 'a' && r <= 'z':
		return r
	case apostrophe(r):
		return '\''
	case h.lower != nil:
		return h.lower.ToLower(r)
	}
	return unicode.ToLower(r)
}
