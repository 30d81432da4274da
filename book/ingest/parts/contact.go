package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// contact leaves out a line at the end that says by which telephone somebody is reached,
// and says it: it was written for the newsroom.
func (r *reader) contact(it *item) bool {
	const least, most = 7, 15 // figures of a number; 15 are the most by ITU-T E.164
	if !it.isText() || it.width > maxByline || terminalStop(it.text) {
		return false
	}
	figures := 0
	for _, c := range it.text {
		if unicode.IsDigit(c) {
			figures++
		}
	}
	if figures < least || figures > most || !r.saysTelephone(strings.ToLower(it.text)) {
		return false
	}
	r.guess("telephone number, left out", it.text)
	return true
}

// saysTelephone reports whether a line in lower case has a word for a telephone in front of
// a figure. In Latin and the like it is a word by itself.
func (r *reader) saysTelephone(line string) bool {
	for _, w := range r.tables {
		for _, word := range w.telephone {
			i := strings.Index(line, word)
			if i < 0 || !strings.ContainsFunc(line[i:], unicode.IsDigit) {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(line[:i])
			after, _ := utf8.DecodeRuneInString(line[i+len(word):])
			if !spaced(word) || !unicode.IsLetter(before) && !unicode.IsLetter(after) {
				return true
			}
		}
	}
	return false
}

// spaced reports whether a word is of a script whose words are parted.
func spaced(word string) bool {
	c := firstRune(word)
	return !isHan(c) && !isHangul(c) && !unicode.Is(unicode.Thai, c)
}
