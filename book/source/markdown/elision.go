package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/language/locale"
)

// What a mark is by its form alone, whatever is open around it.
const (
	apostrophe = "’"
	minutes    = "′" // and feet
	seconds    = "″" // and inches
	geresh     = "׳" // of Hebrew, behind a letter that stands for a word or another sound
	gershayim  = "״" // of Hebrew, before the last letter of an abbreviation
)

// sign returns what m is by the characters right beside it, "" when that is open.
func (m mark) sign(text []byte) string {
	before, after := text[:m.at], text[m.at+1:]
	last, _ := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(after)
	hebrew := unicode.Is(unicode.Hebrew, last) && unicode.Is(unicode.Hebrew, next)
	switch {
	case m.double && hebrew:
		return gershayim
	case m.double && unicode.IsDigit(last) && inches(before):
		return seconds
	case m.double:
		return ""
	case hebrew:
		return geresh
	case unicode.IsDigit(last) && (feet(after) || degrees(before)):
		return minutes
	case opensBehind(last, after):
		return apostrophe
	}
	return ""
}

// opensBehind reports whether a single mark behind a character is the apostrophe of an
// elision before a quotation, as in L'"affaire" and d'«or»: the mark that follows it
// opens, since a word follows that. In no language does a closing mark stand between
// a letter and a word.
func opensBehind(last rune, after []byte) bool {
	mark, n := utf8.DecodeRune(after)
	word, _ := utf8.DecodeRune(after[n:])
	return unicode.IsLetter(last) && !isWide(last) && strings.ContainsRune("\"«»“”„‘‹›", mark) && n > 0 && isLetter(word)
}

// elides reports whether before ends in a letter and an apostrophe, behind which a
// quotation mark opens.
func elides(before []byte) bool {
	mark, n := utf8.DecodeLastRune(before)
	last, _ := utf8.DecodeLastRune(before[:len(before)-n])
	return (mark == '\'' || mark == '’') && unicode.IsLetter(last) && !isWide(last)
}

// maxMeasure is the most bytes of a number beside a prime, as in 51°30'26.55".
const maxMeasure = 8

// measure is what the number of a measure is made of.
const measure = "0123456789.,½¼¾⅓⅔⅛⅜⅝⅞"

// feet reports whether rest goes on with inches or seconds, as in 6'2" and 30' 26".
func feet(rest []byte) bool {
	s := strings.TrimPrefix(string(rest[:min(len(rest), maxMeasure+2)]), " ")
	number := s[:len(s)-len(strings.TrimLeft(s, measure))]
	return number != "" && number[0] >= '0' && number[0] <= '9' && (strings.HasPrefix(s[len(number):], `"`) || strings.HasPrefix(s[len(number):], seconds))
}

// inches reports whether before ends in feet and a number, or minutes and a number.
func inches(before []byte) bool {
	s := strings.TrimSuffix(strings.TrimRight(tail(before), measure), " ")
	for _, prime := range []string{"'", minutes} {
		if t, ok := strings.CutSuffix(s, prime); ok && t != "" {
			last, _ := utf8.DecodeLastRuneInString(t)
			return unicode.IsDigit(last)
		}
	}
	return false
}

// degrees reports whether before ends in degrees and a number.
func degrees(before []byte) bool {
	s := tail(before)
	return strings.HasSuffix(strings.TrimRight(strings.TrimRight(s, measure), " \u00a0\u202f"), "°")
}

// tail returns the end of a text in which a number and the sign before it fit.
func tail(text []byte) string { return string(text[max(0, len(text)-maxMeasure-8):]) }

// decades are the endings of a decade whose century an apostrophe stands for: the '90s,
// die '90er, in den '90ern, 90'erne.
var decades = []string{"", "s", "er", "ers", "ern", "erne", "ies"}

// maxElided is the most bytes of a word that has lost its beginning.
const maxElided = 24

// elided reports whether rest begins with a word or a year that has lost its
// beginning: 'twas, '90s, '68, and in German 's war. A word with a mark on both sides is
// quoted, 'em', but for rock 'n' roll.
func elided(rest []byte, lang string) bool {
	word := elidedWord(string(rest[:min(len(rest), maxElided)]))
	if word == "" {
		return false
	}
	if after := rest[len(word):]; word != "n" && len(after) > 0 && after[0] == '\'' {
		return false
	}
	word = strings.ToLower(strings.ReplaceAll(word, apostrophe, "'"))
	if len(word) >= 2 && strings.Trim(word[:2], "0123456789") == "" && slices.Contains(decades, word[2:]) {
		return true
	}
	return slices.Contains(locale.ElidedFor(lang), word)
}

// elidedWord returns the word that s begins with; an apostrophe may stand within.
func elidedWord(s string) string {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
		case (r == '\'' || r == '’') && i > 0 && startsWithLetter(s[i+utf8.RuneLen(r):]):
		default:
			return s[:i]
		}
	}
	return s
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// maxClause is how far, in bytes and in marks, the end of a quotation is looked for
// behind a word that could end it.
const maxClause, maxClauseMarks = 300, 8

// possessive reports whether the i-th mark, which could close a quotation, is rather the
// apostrophe of a possessive such as Hans' or the boys': the word ends in an s and another
// follows it, and the next single mark ends the quotation without doubt, since it stands
// beside punctuation: 'Das ist Hans' Haus', sagte er.
func possessive(text []byte, marks []mark, sides []side, i int) bool {
	at := marks[i].at
	last, _ := utf8.DecodeLastRune(text[:at])
	if !strings.ContainsRune("sSxXzZß", last) || at+2 >= len(text) || text[at+1] != ' ' || !startsWithLetter(string(text[at+2:min(len(text), at+6)])) {
		return false
	}
	for j := i + 1; j < min(len(marks), i+1+maxClauseMarks) && marks[j].at < at+maxClause; j++ {
		m, s := marks[j], sides[j]
		if m.double || s.within || s.sign != "" {
			continue
		}
		before, _ := utf8.DecodeLastRune(text[:m.at])
		after, _ := utf8.DecodeRune(text[m.at+1:])
		const stops = ",.;:!?…"
		return s.shut && !s.open && (strings.ContainsRune(stops, before) || strings.ContainsRune(stops, after))
	}
	return false
}
