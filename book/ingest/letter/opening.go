package letter

import (
	"strings"
	"unicode/utf8"
)

// The numbers are by eye, from letters to editors: a longer letter is an article.
const (
	maxOpening = 14  // lines that a covering letter may have
	maxLetter  = 900 // columns
)

// opening takes off the covering letter. It begins with a greeting or with a paragraph that
// speaks of the article, and ends where one of these is found first: a closing with its
// names, a line of signs, or the title. A greeting alone goes too.
func (l *letter) opening() {
	first := l.next(l.from)
	if first == l.to {
		return
	}
	greeted := -1
	for i, n := first, 0; i < l.to && n < 2; i, n = i+1, n+1 {
		if x := l.lines[i]; !x.solid && !x.quoted && (isGreeting(x.text) || i == first && opensLetter(x.text) && saysCover(x.text) > 0) {
			greeted = i
			break
		}
	}
	if greeted < 0 {
		greeted = l.addressed(first)
	}
	if greeted < 0 && !l.covers(first) {
		return
	}
	end := l.ending(first, greeted)
	if rest := l.width(end, l.to, true); end > first && (rest < leastArticle/2 || rest < l.width(first, end, true)/2) {
		end = first
		if greeted >= 0 && isGreeting(l.lines[greeted].text) {
			end = greeted + 1
		}
	}
	l.from = end
}

// addressed returns the line that names whom the letter is to, -1 for none: above it a house
// and a department may stand, and below it one greets or speaks of the article.
func (l *letter) addressed(first int) int {
	const most = 4 // lines, by eye
	for i := first; i < min(l.to, first+most) && !l.lines[i].solid && l.lines[i].width <= maxGreeting; i++ {
		if !isAddressed(l.lines[i].text) {
			continue
		}
		for _, x := range l.lines[i+1 : min(l.to, i+1+most)] {
			if !x.solid && (isGreeting(x.text) || opensLetter(x.text) || saysCover(x.text) > 0) {
				return i
			}
		}
	}
	return -1
}

// next returns the first line from i on that is not out, or the end.
func (l *letter) next(i int) int {
	for i < l.to && l.lines[i].out {
		i++
	}
	return i
}

// covers reports whether one of the first paragraphs speaks of the article, which is longer.
func (l *letter) covers(first int) bool {
	const look = 3
	for i := first; i < min(l.to, first+look); i++ {
		x := l.lines[i]
		if x.solid || x.width > maxLetter/2 {
			return false
		}
		if saysCover(x.text) > 0 && (endsLetter(x.text) || l.closes(first) || l.parts(first) || saysCover(x.text) > 1) {
			return true
		}
	}
	return false
}

// closes reports whether a closing is among the lines that a letter may have.
func (l *letter) closes(first int) bool {
	for i := first; i < min(l.to, first+maxOpening); i++ {
		if !l.lines[i].solid && l.signsOff(l.lines[i].text) && l.width(first, i, true) < maxLetter {
			return true
		}
	}
	return false
}

// parts reports whether a line of signs is.
func (l *letter) parts(first int) bool {
	for i := first; i < min(l.to, first+maxOpening/2); i++ {
		if isBreak(l.lines[i]) {
			return true
		}
	}
	return false
}

func isBreak(x line) bool { return x.solid && x.width == 0 || !x.solid && isSeparator(x.text) }

// ending returns where the letter that begins at first ends. greeted is the line of the
// greeting, -1 for none.
func (l *letter) ending(first, greeted int) int {
	last := first // behind the last paragraph that is sure to be of the letter
	if greeted >= 0 {
		last = greeted + 1
	}
	covered := false
	for i := first; i < min(l.to, first+maxOpening) && l.width(first, i, true) < maxLetter; i++ {
		x := l.lines[i]
		switch {
		case x.out:
			continue
		case isBreak(x):
			return l.pastBreaks(i)
		case x.solid || x.quoted:
			return last
		case l.signsOff(x.text):
			return l.pastNames(i + 1)
		case endsLetter(x.text) && (saysCover(x.text) > 0 || covered || greeted >= 0):
			return l.pastBreaks(l.pastSender(i + 1))
		}
		if i > max(greeted, first-1) && l.isTitle(i, covered || greeted >= 0) {
			return i
		}
		if l.speaks(i) || saysCover(x.text) > 0 && x.width <= maxLetter/2 {
			covered, last = true, i+1
		}
	}
	return l.pastBreaks(last)
}

// pastBreaks returns the line behind lines of signs.
func (l *letter) pastBreaks(i int) int {
	for i < l.to && (l.lines[i].out || isBreak(l.lines[i])) {
		i++
	}
	return i
}

// pastSender returns the line behind the name of whoever sent the mail.
func (l *letter) pastSender(i int) int {
	for i < l.to && l.isSender(l.lines[i]) {
		i++
	}
	return i
}

// isSender reports whether a line is the name of whoever sent the mail, or the first of its words.
func (l *letter) isSender(x line) bool { return !x.solid && l.namesSender(x.text) }

func (l *letter) namesSender(s string) bool {
	sender := Sender(l.head.From)
	name, _, _ := strings.Cut(sender, " ")
	return sender != "" && (same(s, sender) || same(s, name))
}

// signsOff reports whether a line ends the letter: as [isClosing] has it, or with the name of
// whoever sent the mail right behind the words: "LG Lena".
func (l *letter) signsOff(s string) bool {
	if isClosing(s) {
		return true
	}
	low := lower(s)
	n := starts(low, mail().closings)
	return n > 0 && l.namesSender(low[n:])
}

// pastNames returns the line behind the names below a closing: they stand close below it,
// or are of whoever sent the mail.
func (l *letter) pastNames(i int) int {
	const most = 5 // by eye: name, post, house, street, telephone
	sender := Sender(l.head.From)
	for n := 0; i < l.to && n < most; n++ {
		x := l.lines[i]
		near := x.tight || n == 0 || isContact(x.text)
		if x.solid || x.width > 50 || isStop(x.text) && !isContact(x.text) || isSeparator(x.text) {
			break
		}
		if !near && !same(x.text, sender) || n == 0 && !x.tight && !l.isSender(x) && l.isTitle(i, true) && len(strings.Fields(x.text)) > 2 {
			break
		}
		i++
	}
	return l.pastBreaks(i)
}

// isTitle reports whether a line is the title of the article: the subject of the mail, or,
// below a letter, a short line that is no sentence, with prose not far below it.
func (l *letter) isTitle(i int, below bool) bool {
	const longest, look, prose = 110, 5, 60 // columns, lines, columns; by eye
	x := l.lines[i]
	if x.width == 0 || x.width > longest {
		return false
	}
	topic := Topic(l.head.Subject)
	if same(x.text, topic) || len(x.text) > 3 && strings.HasSuffix(topic, x.text) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(x.text)
	if !below || l.isSender(x) || strings.ContainsRune(".,:;!。，：；！、", last) || isGreeting(x.text) || saysCover(x.text) > 0 {
		return false
	}
	if l.lines[i].tight && i > l.from && !l.lines[i-1].out {
		return false
	}
	for k := i + 1; k < min(l.to, i+look); k++ {
		if l.lines[k].width >= prose {
			return true
		}
	}
	return false
}
