package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// contact leaves out a line of the head or the end that says by which telephone somebody is
// reached, and says it: it was written for the newsroom.
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
	if figures < least || figures > most || !r.saysTelephone(strings.ToLower(it.text)) && !isNumber(it.text) && !r.isReached(it.text) {
		return false
	}
	r.guess("telephone number, left out", it.text)
	return true
}

// isNumber reports whether a line is a telephone number in the international form (ITU-T E.123),
// alone or beside an address for mail: +44 20 7946 0321.
func isNumber(line string) bool {
	if from, to, ok := findMail(line); ok {
		line = line[:from] + line[to:]
	}
	line = strings.Trim(line, " \t|,;·•/–—-<>()")
	return strings.HasPrefix(line, "+") && strings.Trim(line, "+0123456789 \u00a0()./-") == ""
}

// isReached reports whether a line is a name, or nothing, beside a number that begins as those
// of telephones do, with a nought or a plus sign: "Ann Roe, 0171 555 0199".
func (r *reader) isReached(line string) bool {
	const least = 7 // figures, as of contact
	at := strings.IndexAny(line, "0123456789+(")
	if at < 0 {
		return false
	}
	number := strings.TrimLeft(line[at:], "( ")
	if !strings.HasPrefix(number, "0") && !strings.HasPrefix(number, "+") || strings.Trim(number, "+0123456789 \u00a0()./-–") != "" || len(strings.Trim(number, " ()./-–")) < least || strings.Count(number, ".") > 4 {
		return false
	}
	name := strings.Trim(line[:at], " \u00a0,;:|·•/–—-")
	return name == "" || r.authorNamed(name) != nil || r.isFullName(name)
}

// mailBelow takes a mail address that stands alone in the head for that of an author.
func (h *headReader) mailBelow(it *item) bool {
	if !it.isText() || it.width > maxByline || len(h.chapter.Title) == 0 && len(h.lines) == 0 {
		return false
	}
	cut, address := mailAtEnd(it.text, h.tables)
	if address == "" || cut > 0 {
		return false
	}
	h.mails = append(h.mails, address)
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
