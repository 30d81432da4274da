package book

import (
	"strconv"
	"strings"
)

// Number returns a number as a list counts: 3 is "3", "c", "C", "iii" or "III". What a
// numbering does not reach is in figures: letters go on after z with aa, ab, ...; Roman
// numerals end with 3999.
func (n Numbering) Number(i int) string {
	text := ""
	switch {
	case i < 1:
	case n == LowerAlpha || n == UpperAlpha:
		text = alphabetic(i)
	case (n == LowerRoman || n == UpperRoman) && i < 4000:
		text = roman(i)
	}
	switch {
	case text == "":
		return strconv.Itoa(i)
	case n == UpperAlpha || n == UpperRoman:
		return strings.ToUpper(text)
	}
	return text
}

// alphabetic returns the letters of a number from 1 on, as CSS counts in lower-alpha.
func alphabetic(i int) string {
	text := ""
	for ; i > 0; i = (i - 1) / 26 {
		text = string(rune('a'+(i-1)%26)) + text
	}
	return text
}

// roman returns a number from 1 on in small Roman numerals.
func roman(n int) string {
	values := []struct {
		n int
		s string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	}
	var b strings.Builder
	for _, v := range values {
		for n >= v.n {
			b.WriteString(v.s)
			n -= v.n
		}
	}
	return b.String()
}

// maxRoman is the length of the longest numeral below 4,000, MMMDCCCLXXXVIII.
const maxRoman = 15

var romanDigits = map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}

// Roman returns the number whose Roman numeral s is, in the case of n and in the one right
// form; 0 for none, such as "iiii".
func (n Numbering) Roman(s string) int {
	if len(s) > maxRoman {
		return 0
	}
	v := 0
	for i := range len(s) {
		d := romanDigits[s[i]|0x20]
		if d == 0 {
			return 0
		}
		if i+1 < len(s) && romanDigits[s[i+1]|0x20] > d {
			d = -d
		}
		v += d
	}
	if v <= 0 || n.Number(v) != s {
		return 0
	}
	return v
}

// Mark returns a number with what stands around it.
func (d Delimiter) Mark(number string) string {
	switch d {
	case Parenthesis:
		return number + ")"
	case Parentheses:
		return "(" + number + ")"
	}
	return number + "."
}
