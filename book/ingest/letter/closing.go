package letter

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// signature takes off what stands below the article for ever: a signature, what programs
// and houses add, and lines that say how somebody is reached.
func (l *letter) signature() {
	const longest = 15 // lines; RFC 1855, section 2.1.1, asks for four
	for i := l.to - 1; i > l.from && i >= l.to-longest; i-- {
		if t := l.lines[i].text; t == "--" || t == "__" || t == "—" || t == "---" && l.to-i < 8 || underlined(t) {
			if l.heads(i) {
				break
			}
			l.to = i
			break
		}
	}
	contact := false
	for l.to > l.from+1 {
		x := l.lines[l.to-1]
		switch {
		case x.out, x.text == "" && !x.solid, !x.solid && isProgram(x.text), !x.solid && isSeparator(x.text):
		case !x.solid && isContact(x.text):
			contact = true
		case contact && !x.solid && x.width <= maxClosing && l.lines[l.to].tight && !isStop(x.text):
			// the name or the house above a number
		default:
			return
		}
		l.to--
	}
}

// heads reports whether the line i parts a letter from an article below it, rather than an
// article from a signature, which may be longer where the house adds what mails are not for:
// above it is a letter, there is more text below than above, and no telephone or address begins
// that, nor does the sender's name with a note of the house below it.
func (l *letter) heads(i int) bool {
	const most = 4 // lines of a signature above its telephone, by eye
	below := l.lines[i+1 : l.to]
	if n := l.width(i+1, l.to, true); n < leastArticle || n <= l.width(l.from, i, true) || !slices.ContainsFunc(l.lines[l.from:i], l.isOfLetter) {
		return false
	}
	is := func(what func(string) bool) func(line) bool {
		return func(x line) bool { return !x.solid && what(x.text) }
	}
	return !slices.ContainsFunc(below[:min(len(below), most)], is(isContact)) && (!l.isSender(below[0]) || !slices.ContainsFunc(below, is(isProgram)))
}

// isOfLetter reports whether a line greets, closes or speaks of what goes with the letter.
func (l *letter) isOfLetter(x line) bool {
	return !x.solid && (isGreeting(x.text) || l.signsOff(x.text) || opensLetter(x.text) || saysCover(x.text) > 0)
}

// underlined reports whether a line is the long rule above what a mailing list adds.
func underlined(s string) bool { return len(s) >= 20 && strings.Trim(s, "_") == "" }

func isStop(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"'”’»)"))
	return strings.ContainsRune(".!?。！？…", last)
}

// closing takes off the end of the letter: the line that closes it, with names, posts and
// addresses below, and the paragraphs above that speak of the article and its price.
func (l *letter) closing() {
	const mostBelow, mostAbove = 9, 3 // lines, by eye
	for i := l.to - 1; i > l.from && i >= l.to-mostBelow; i-- {
		x := l.lines[i]
		if x.solid || x.quoted || !l.signsOff(x.text) {
			if !x.solid && x.width > maxClosing && !isPostscript(x.text) && saysCover(x.text) == 0 {
				break // prose
			}
			continue
		}
		if l.width(l.from, i, true) < leastArticle/2 {
			break
		}
		for l.to = i; l.to > l.from+1 && !l.lines[l.to-1].solid && isClosing(l.lines[l.to-1].text); {
			l.to-- // 此致 above 敬礼
		}
		for n := 0; n < mostAbove && l.to > l.from+1 && l.speaks(l.to-1); n++ {
			l.to--
		}
		for l.to > l.from+1 && !l.lines[l.to-1].solid && isSeparator(l.lines[l.to-1].text) {
			l.to--
		}
		return
	}
	if last := l.lines[max(l.to-1, 0):l.to]; len(last) == 1 && !last[0].solid && l.isSigned(last[0].text) && l.to > l.from+1 {
		l.to--
	}
}

// isPostscript reports whether a line is what was added below a letter.
func isPostscript(s string) bool {
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "ps") || strings.HasPrefix(low, "p.s") || strings.HasPrefix(low, "p. s")
}

// isSigned reports whether a line is the first name of whoever sent the mail. The whole
// name is left to be taken for the author's.
func (l *letter) isSigned(s string) bool {
	name := strings.Fields(Sender(l.head.From))
	return len(name) > 1 && strings.EqualFold(strings.Trim(s, " ,.–—-"), name[0])
}

// speaks reports whether a paragraph speaks to the editor of the article. A long one has to
// say so twice.
func (l *letter) speaks(i int) bool {
	const long, longest = 160, 480 // columns, by eye: two lines, and six
	x := l.lines[i]
	if x.solid || x.quoted || x.width > longest {
		return false
	}
	n := saysCover(x.text)
	return n > 1 || n == 1 && x.width <= long
}
