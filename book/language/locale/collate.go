package locale

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// A Collation is the order in which the readers of a language look words up: the
// order of the Unicode Collation Algorithm, as CLDR tailors it. It is not for several
// goroutines at once.
type Collation struct {
	all     *collate.Collator
	letters *collate.Collator // letters alone: not case, marks or width
}

// NewCollation returns the order of a language (BCP 47), that of most languages when
// the tag says nothing.
func NewCollation(lang string) *Collation {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.Und
	}
	return &Collation{collate.New(tag), collate.New(tag, collate.Loose)}
}

// Compare compares two terms by their letters, figures and spaces; those that differ
// in nothing else, by their bytes. It returns a number as [cmp.Compare] does.
func (c *Collation) Compare(a, b string) int {
	return cmp.Or(c.all.CompareString(spoken(a), spoken(b)), strings.Compare(a, b))
}

// spoken drops what nobody looks a term up by.
func spoken(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) || r == ' ' {
			return r
		}
		return -1
	}, s)
}

// SameGroup reports whether two terms stand under one letter of an index: the letter
// that they begin with, whatever its marks, or for Hangul its first consonant.
// Figures are one group, and so is Han, whose order has no letters.
func (c *Collation) SameGroup(a, b string) bool {
	x, y := initial(a), initial(b)
	return x == y || c.letters.CompareString(string(x), string(y)) == 0
}

// initial returns a sign of the group of a term.
func initial(term string) rune {
	r, _ := utf8.DecodeRuneInString(spoken(term))
	switch {
	case unicode.IsDigit(r):
		return '0'
	case unicode.Is(unicode.Han, r):
		return '一'
	case r >= 0xAC00 && r <= 0xD7A3:
		return 0x1100 + (r-0xAC00)/588 // the consonant, of the Hangul Jamo
	}
	return r
}
