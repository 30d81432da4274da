package math

import "strings"

// Glyph returns the character that shows a letter or figure in a face: those of
// Unicode's mathematical alphabets, where it has them.
func Glyph(r rune, f Face) rune {
	if f == Upright {
		return r
	}
	if special, ok := letterlike[styledLetter{r, f}]; ok {
		return special
	}
	switch {
	case r >= 'A' && r <= 'Z' && latin[f] != 0:
		return latin[f] + r - 'A'
	case r >= 'a' && r <= 'z' && latin[f] != 0:
		return latin[f] + 26 + r - 'a'
	case r >= '0' && r <= '9' && figures[f] != 0:
		return figures[f] + r - '0'
	}
	if i := greekIndex(r); i >= 0 && greek[f] != 0 {
		return greek[f] + rune(i)
	}
	return r
}

type styledLetter struct {
	char rune
	face Face
}

// The first characters of the alphabets, capitals first.
var (
	latin   = [...]rune{Upright: 0, Italic: 0x1d434, Bold: 0x1d400, BoldItalic: 0x1d468, Double: 0x1d538, Script: 0x1d49c, Fraktur: 0x1d504, Sans: 0x1d5a0, Mono: 0x1d670}
	figures = [...]rune{Bold: 0x1d7ce, BoldItalic: 0x1d7ce, Double: 0x1d7d8, Sans: 0x1d7e2, Mono: 0x1d7f6}
	greek   = [...]rune{Italic: 0x1d6e2, Bold: 0x1d6a8, BoldItalic: 0x1d71c, Mono: 0}
)

// letterlike are the letters that Unicode had before it had the alphabets.
var letterlike = map[styledLetter]rune{
	{'h', Italic}: 'ℎ',
	{'C', Double}: 'ℂ', {'H', Double}: 'ℍ', {'N', Double}: 'ℕ', {'P', Double}: 'ℙ', {'Q', Double}: 'ℚ', {'R', Double}: 'ℝ', {'Z', Double}: 'ℤ',
	{'B', Script}: 'ℬ', {'E', Script}: 'ℰ', {'F', Script}: 'ℱ', {'H', Script}: 'ℋ', {'I', Script}: 'ℐ', {'L', Script}: 'ℒ', {'M', Script}: 'ℳ', {'R', Script}: 'ℛ',
	{'e', Script}: 'ℯ', {'g', Script}: 'ℊ', {'o', Script}: 'ℴ',
	{'C', Fraktur}: 'ℭ', {'H', Fraktur}: 'ℌ', {'I', Fraktur}: 'ℑ', {'R', Fraktur}: 'ℜ', {'Z', Fraktur}: 'ℨ',
}

// greekOrder is the order of the Greek letters in the alphabets.
const greekOrder = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"

func greekIndex(r rune) int {
	if r < 0x2202 && (r < 0x391 || r > 0x3f5) {
		return -1
	}
	at := strings.IndexRune(greekOrder, r)
	if at < 0 {
		return -1
	}
	n := 0
	for i := range greekOrder {
		if i == at {
			return n
		}
		n++
	}
	return -1
}

// letter reports whether r is a letter that takes a face, and the face that it
// has when none is given: Latin and small Greek letters are slanted.
func letter(r rune) (f Face, ok bool) {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return Italic, true
	case r == '∂' || r == '∇':
		return Upright, false
	}
	if i := greekIndex(r); i >= 0 {
		if i < 26 {
			return Upright, true
		}
		return Italic, true
	}
	return Upright, false
}
