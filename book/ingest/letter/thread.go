package letter

import "strings"

// forward finds the headers in the text. Above one that was passed on stands a letter at
// most; below one that was answered stands what the article is an answer to. Which it is
// shows in the text above: a letter is short, and much shorter than what it goes with.
func (l *letter) forward() {
	const longestLetter = 700 // columns; by eye: ten lines
	for range 8 {             // a mail may have been passed on several times
		at, after, marked := l.header()
		if after == 0 {
			return
		}
		above, below := l.width(l.from, at, false), l.width(after, l.to, true)
		if below < leastArticle/2 || above > longestLetter || above*2 > below && above > leastArticle && !marked {
			if above == 0 && below == 0 {
				return
			}
			l.to = at
			return
		}
		for _, x := range l.lines[at:after] {
			l.field(x.text)
		}
		l.from = after
		l.lines[min(after, len(l.lines)-1)].tight = false
		l.unquote = l.unquote || l.allQuoted()
	}
}

// allQuoted reports whether all of the article is quoted.
func (l *letter) allQuoted() bool {
	return l.width(l.from, l.to, false) < leastArticle/4 && l.width(l.from, l.to, true) > leastArticle/2
}

// header returns where the next header of a mail begins in the text, with the line above it
// that says so, and where the text below it does; 0 when there is none. Three fields are
// asked for: a line such as "From: ..." alone may be of the text. marked says that a line
// says that the mail was passed on; below one in hyphens there need be no fields.
func (l *letter) header() (at, after int, marked bool) {
	const leastFields, mostLines = 3, 14
	for i := l.from; i < l.to; i++ {
		x := l.lines[i]
		k := i
		mark := !x.solid && IsForwarded(x.text)
		if mark {
			k++
		} else if name, _ := Field(x.text); name == "" {
			continue
		}
		first, known := k, 0
		for k < l.to && k-first < mostLines && !l.lines[k].solid {
			name, _ := Field(l.lines[k].text)
			if name == "" && !l.goesOn(k, first) {
				break
			}
			if name != "" {
				known++
			}
			k++
		}
		if known >= leastFields {
			return i, k, mark
		}
		if mark && (strings.HasPrefix(x.text, "--") || strings.HasPrefix(x.text, "__") || strings.HasSuffix(x.text, ":")) {
			return i, first, true
		}
	}
	return 0, 0, false
}

// goesOn reports whether the line k is the rest of the field above: another field is below.
func (l *letter) goesOn(k, first int) bool {
	if k == first || k+1 >= l.to || !l.lines[k].tight || l.lines[k].width > 120 {
		return false
	}
	name, _ := Field(l.lines[k+1].text)
	return name != ""
}

func (l *letter) field(s string) {
	switch name, value := Field(s); {
	case IsSubject(name):
		l.head.Subject = value
	case IsSender(name):
		l.head.From = value
	case dateField[name] || strings.ContainsAny(value, "0123456789") && strings.Contains(value, ":") && !strings.Contains(value, "@"):
		l.head.Date = value
	}
}

// dateField is the name that mail programs use for the date themselves.
var dateField = map[string]bool{"date": true}

// thread takes off what is quoted at the end, with the line above it that says of whom.
// Quotations among the text stay: the article has them. When nearly nothing stands above
// what is quoted, that is the article.
func (l *letter) thread() {
	const most = 100 // by eye: a long thread has twenty; each is measured against the whole
	for i, n := l.from, 0; i < l.to && n < most; i++ {
		end := l.attribution(i)
		if end == 0 {
			continue
		}
		n++
		k := end
		for k < l.to && (l.lines[k].quoted || l.lines[k].solid) {
			k++
		}
		above, quoted, below := l.width(l.from, i, false), l.width(end, k, true), l.width(k, l.to, false)
		switch {
		case above+below < leastArticle && quoted > 2*(above+below) && quoted > leastArticle:
			l.from, l.to, l.unquote = end, k, true
		case below*4 < above || below < leastArticle/2 && above > below:
			l.to = i
		default: // answers among what is quoted, as of an interview: that is the article
			for j := i; j < end; j++ {
				l.lines[j].out = true
			}
			if above < leastArticle {
				l.from = end
			}
			continue
		}
		return
	}
	if end := l.quotedEnd(); end < l.to && isReply(l.head.Subject) && l.width(l.from, end, false) > leastArticle {
		l.to = end
	}
	if l.allQuoted() {
		l.unquote = true
	}
}

// unquoted takes the lines of an article that is all quoted for lines that are not.
func (l *letter) unquoted() {
	for i := l.from; l.unquote && i < l.to; i++ {
		l.lines[i].quoted = false
	}
}

// quotedEnd returns where the quoted lines begin that the article ends with.
func (l *letter) quotedEnd() int {
	k := l.to
	for k > l.from && l.lines[k-1].quoted {
		k--
	}
	return k
}

// attribution returns where the line ends that says who wrote what is quoted from there,
// 0 when line i is none. It may be broken into two or three lines that stand close.
func (l *letter) attribution(i int) int {
	const mostLines = 3
	text := ""
	for k := i; k < min(l.to, i+mostLines); k++ {
		if l.lines[k].solid || k > i && !l.lines[k].tight {
			return 0
		}
		text = strings.TrimSpace(text + " " + l.lines[k].text)
		if !isWrote(text) {
			continue
		}
		if k+1 == l.to || l.lines[k+1].quoted || l.lines[k+1].solid || strings.Contains(text, "@") {
			return k + 1
		}
	}
	return 0
}
