package locale

import (
	"strconv"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/language/langdata"
)

// Date returns the day of d, "5 November 2025", and "" when it is unknown.
func (l *Locale) Date(d book.Date) string {
	if d.IsZero() {
		return ""
	}
	year, month, dayOfMonth := d.Day()
	return l.Day(year, int(month), dayOfMonth)
}

// Day returns a day of the Gregorian calendar, as CLDR's long pattern of the language
// writes one. A month below 1 counts as January, a month above 12 as December.
//
// In a pattern, letters stand for parts of a date, each as often as the form of the part
// wants it; other signs and the text between apostrophes stand for themselves: "d 'de'
// MMMM 'de' y" (UTS #35, part 4, section 8). The patterns of the drawers have d, M, MMMM, y
// and G.
func (l *Locale) Day(year, month, dayOfMonth int) string {
	month = min(max(month, 1), 12)
	var b strings.Builder
	dates := l.dates
	for i, pattern := 0, dates.Long; i < len(pattern); {
		c, n := pattern[i], 1
		for i+n < len(pattern) && pattern[i+n] == c {
			n++
		}
		switch {
		case c == '\'':
			end := strings.IndexByte(pattern[i+1:], '\'')
			b.WriteString(pattern[i+1 : i+1+end])
			n = end + 2
		case c == 'd' && dayOfMonth == 1 && dates.First != "":
			b.WriteString(dates.First)
		case c == 'd':
			b.WriteString(l.Number(dayOfMonth))
		case c == 'M' && n == 4:
			b.WriteString(dates.Months[month-1])
		case c == 'M':
			b.WriteString(l.Number(month))
		case c == 'y':
			b.WriteString(l.Number(year))
		case c == 'G':
			b.WriteString(dates.Era)
		default:
			b.WriteString(pattern[i : i+n])
		}
		i += n
	}
	return b.String()
}

// zeros are the figures for nought of the numbering systems that CLDR names.
var zeros = map[string]rune{"arab": '\u0660', "arabext": '\u06F0', "beng": '\u09E6', "deva": '\u0966', "thai": '\u0E50'}

// Value returns the number that a text writes in the figures of any language; ok is false
// for any other text.
func Value(s string) (n int, ok bool) {
	n, err := strconv.Atoi(strings.Map(ASCIIFigure, s))
	return n, err == nil
}

// ASCIIFigure returns the figure 0 to 9 that a decimal figure of any script stands for, and
// any other character as it is. Unicode has the figures of each script in a row from nought
// on, and rows of ten beside one another.
func ASCIIFigure(r rune) rune {
	if r <= '9' || !unicode.IsDigit(r) {
		return r
	}
	for _, row := range unicode.Nd.R16 {
		if rune(row.Lo) <= r && r <= rune(row.Hi) {
			return '0' + (r-rune(row.Lo))%10
		}
	}
	for _, row := range unicode.Nd.R32 {
		if rune(row.Lo) <= r && r <= rune(row.Hi) {
			return '0' + (r-rune(row.Lo))%10
		}
	}
	return r
}

// Number returns a number in the figures of the language: "12", "۱۲".
func (l *Locale) Number(n int) string { return figures(strconv.Itoa(n), l.drawer) }

// Number returns a number in the figures of a language.
func Number(lang string, n int) string { return figures(strconv.Itoa(n), langdata.For(lang)) }

// figures returns a text with its figures 0 to 9 as a language writes them.
func figures(s string, d *langdata.Drawer) string {
	if d == nil || d.Digits == "" {
		return s
	}
	zero := zeros[d.Digits]
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, s)
}
