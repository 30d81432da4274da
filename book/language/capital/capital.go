// Package capital sets text in capitals, as its language has them.
//
// In: text with the tag of its language. Out: the same in capitals.
//
// The rules are those of Unicode's SpecialCasing.txt, and for Greek those of CLDR. The
// module golang.org/x/text/cases is not made use of: its Greek drops the dialytika of αϊτός
// and keeps the tonos of Μαΐου, and it knows Turkish and Azerbaijani alone of the languages
// that have a dotless i.
package capital

import (
	"strings"
	"unicode"

	"octavo/book/base/nfc"
	"octavo/book/language/langtag"
)

// dotless are the languages with two letters i: the capital of i has a dot, that of ı none.
// They are no rows of drawers, as most of them have no drawer.
var dotless = map[string]bool{
	"az": true, "ba": true, "crh": true, "gag": true, "kaa": true, "kk": true, "tr": true, "tt": true,
}

// Dotless reports whether a language has a letter i without a dot, so that the capital of
// the other keeps its own.
func Dotless(lang string) bool { return dotless[langtag.Primary(lang)] }

// whole are the small letters whose capital is not the one character that Unicode's table of
// simple cases has for them.
var whole = strings.NewReplacer("ß", "ẞ", "ŉ", "ʼN", "ﬀ", "FF", "ﬁ", "FI", "ﬂ", "FL", "ﬃ", "FFI", "ﬄ", "FFL", "և", "ԵՎ")

// Upper returns text in capitals.
func Upper(s, lang string) string {
	s = whole.Replace(s)
	switch primary := langtag.Primary(lang); {
	case dotless[primary]:
		return strings.ToUpperSpecial(unicode.TurkishCase, s)
	case primary == "lt": // whose i keeps its dot below an accent, and whose I has none
		s = strings.NewReplacer("i\u0307", "i", "į\u0307", "į", "j\u0307", "j").Replace(s)
	}
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Greek, r) }) {
		s = greek(s)
	}
	return strings.ToUpper(s)
}

const (
	dialytika = '\u0308'
	subscript = '\u0345' // iota
)

// greek returns text without the accents and breathings that Greek capitals lack. They keep
// the dialytika; and one is put where the accent told two vowels from one, as in Μάιος,
// which is ΜΑΪΟΣ. The word ή keeps its accent, since without it it is another word.
func greek(s string) string {
	runes := []rune(nfc.Decompose(s))
	out := make([]rune, 0, len(runes))
	accented := false // the vowel before has an accent that is dropped
	for i := 0; i < len(runes); {
		r := runes[i]
		end := i + 1
		for end < len(runes) && unicode.Is(unicode.Mn, runes[end]) {
			end++
		}
		if !unicode.Is(unicode.Greek, r) || end == i+2 && disjunctive(runes, i) {
			out, accented = append(out, runes[i:end]...), false
			i = end
			continue
		}
		marks := runes[i+1 : end]
		out = append(out, r)
		var apart, accent, iota bool
		for _, m := range marks {
			apart = apart || m == dialytika
			accent = accent || m == '\u0301' || m == '\u0300' || m == '\u0342'
			iota = iota || m == subscript
		}
		if apart || accented && len(marks) == 0 && strings.ContainsRune("ιυΙΥ", r) {
			out = append(out, dialytika)
		}
		if iota {
			out = append(out, 'Ι')
		}
		accented = accent && !apart && strings.ContainsRune("αεουΑΕΟΥ", r)
		i = end
	}
	return nfc.Compose(string(out))
}

// disjunctive reports whether the letter at i with one mark is the word ή.
func disjunctive(runes []rune, i int) bool {
	return (runes[i] == 'η' || runes[i] == 'Η') && runes[i+1] == '\u0301' &&
		(i == 0 || !unicode.IsLetter(runes[i-1]) && !unicode.Is(unicode.Mn, runes[i-1])) &&
		(i+2 == len(runes) || !unicode.IsLetter(runes[i+2]))
}
