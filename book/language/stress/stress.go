// Package stress says where the marks of emphasis stand in Chinese, Japanese and Korean,
// whose letters have no italics.
//
// In: a language, and the words that are stressed. Out: the side on which the marks stand
// ([Of]), which of the words are of letters that have italics and no marks ([Cut]), and
// which characters have a mark ([Marked]).
//
// Sources: in Japanese the marks stand above a horizontal line (JLREQ 3.3.9), in Chinese
// below it (GB/T 15834-2011, 4.15; clreq), in Korean above each letter (the appendix of the
// orthography on punctuation, 2014, rule 23). Punctuation and spaces have none in all of
// them. Words in Latin letters are italic, as they are where they stand alone.
package stress

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/language/langtag"
)

// A Side is where marks stand.
type Side uint8

// The sides. In other languages, of the side None, emphasis is a slant or bold letters.
const (
	None Side = iota
	Above
	Below
)

// Of returns the side of marks in a language.
func Of(lang string) Side {
	switch langtag.Primary(lang) {
	case "ja", "ko":
		return Above
	case "zh", "cmn", "yue":
		return Below
	}
	return None
}

// western are the scripts whose letters are italic, and have no marks.
var western = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic}

// square is the first of the characters that are as wide as they are high, and none of
// Western text: the radicals of Han. Full-width Latin letters stand behind it too.
const square = 0x2e80

// Cut returns the pieces of s in turn, and of each whether it is Western: from the first
// letter or figure to the last one of a stretch that has letters of a Western script.
// Figures among characters of the other kind are such characters.
func Cut(s string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		from := 0
		for at := 0; at < len(s); {
			start, end, next := stretch(s, at)
			if start < end {
				if from < start && !yield(s[from:start], false) || !yield(s[start:end], true) {
					return
				}
				from = end
			}
			at = next
		}
		if from < len(s) {
			yield(s[from:], false)
		}
	}
}

// stretch returns where the Western words begin and end that stand at an offset of s, none
// where they end at their beginning, and where to look for more.
func stretch(s string, at int) (start, end, next int) {
	start, end = at, at
	words := false
	for next = at; next < len(s); {
		r, size := utf8.DecodeRuneInString(s[next:])
		next += size
		if r >= square || unicode.Is(unicode.Hangul, r) {
			break
		}
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			if end == at {
				start = next - size
			}
			end, words = next, words || unicode.In(r, western...)
		}
	}
	if !words {
		end = start
	}
	return start, end, next
}

// signs are the marks of punctuation, as Unicode has it, that are read as words (CSS Text
// Decoration 3, 3.1).
const signs = "#%&@§¶‰＃％＆＠"

// Marked reports whether a character that is stressed has a mark.
func Marked(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) || strings.ContainsRune(signs, r)
}
