// Package nfc brings text into one of Unicode's two spellings of accents.
//
// In: text. Out: the same text with each letter and its marks as one character, or each
// as a character of its own. An "é" is written either way: macOS names files the second
// way, keyboards type the first one, and to a reader they are the same.
package nfc

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compose returns s with letters and their marks as one character (NFC). Two names that
// a reader takes for one are equal once they are composed.
func Compose(s string) string { return norm.NFC.String(s) }

// Decompose returns s with letters and marks apart (NFD).
func Decompose(s string) string { return norm.NFD.String(s) }

// Single reports whether s has one spelling only, as all names in ASCII have.
func Single(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
