package markdown

import (
	"bytes"
	"strconv"

	"octavo/book"
)

// An enumerator is what stands before an item of a list that CommonMark does not know:
// "a.", "(b)", "iii)", "(4)", "#." or "(@label)".
type enumerator struct {
	body      string
	delimiter book.Delimiter
	length    int // of all of it, without the space behind
}

// enumeratorOf returns the enumerator that a line begins with. White space and words stand
// behind it, two spaces behind a capital with a full stop: "B. Russell" is a name.
//
// Source: Pandoc User's Guide, "Ordered lists" and "Numbered example lists".
func enumeratorOf(line []byte) (e enumerator, ok bool) {
	s := bytes.TrimLeft(line, " \t")
	open := len(s) > 0 && s[0] == '('
	from := 0
	if open {
		from = 1
	}
	to := from
	for to < len(s) && to-from < maxEnumerator && (isAlnum(s[to]) || s[to] == '#' || s[to] == '@' || (s[to] == '-' || s[to] == '_') && s[from] == '@') {
		to++
	}
	if to == from || to >= len(s) {
		return e, false
	}
	if s[to] != '.' && s[to] != ')' {
		return e, false
	}
	e = enumerator{body: string(s[from:to]), length: to + 1}
	switch {
	case s[to] == ')' && open:
		e.delimiter = book.Parentheses
	case s[to] == ')' && !open:
		e.delimiter = book.Parenthesis
	case s[to] == '.' && !open:
		e.delimiter = book.Period
	default:
		return e, false
	}
	rest := s[e.length:]
	if len(bytes.TrimSpace(rest)) == 0 || rest[0] != ' ' && rest[0] != '\t' {
		return e, false
	}
	return e, e.known() && (!e.initial() || bytes.HasPrefix(rest, []byte("  ")) || rest[0] == '\t')
}

// maxEnumerator is the longest body of an enumerator, in bytes: a label of an example,
// generously.
const maxEnumerator = 60

// known reports whether the body counts anything. Examples are in parentheses.
func (e enumerator) known() bool {
	switch {
	case e.body == "#":
		return true
	case e.body[0] == '@':
		return e.delimiter == book.Parentheses
	}
	for n := book.Decimal; n <= book.UpperRoman; n++ {
		if e.value(n) >= 0 {
			return true
		}
	}
	return false
}

// plain reports whether the enumerator is one of CommonMark, which begins a list of
// CommonMark unless a number sign counts on.
func (e enumerator) plain() bool {
	return e.delimiter != book.Parentheses && e.body[0] >= '0' && e.body[0] <= '9'
}

// follows reports whether e is the sign behind another one.
func (e enumerator) follows(before enumerator) bool {
	_, _, ok := before.to(e)
	return ok
}

// countsOn returns how a list counts that begins with e and goes on with next, and from where.
func (e enumerator) countsOn(next enumerator) (book.Numbering, int) {
	if n, start, ok := e.to(next); ok {
		return n, start
	}
	return e.first()
}

// to returns the numbering by which next is the number behind e.
func (e enumerator) to(next enumerator) (n book.Numbering, start int, ok bool) {
	for n := book.Decimal; n <= book.UpperRoman; n++ {
		if v := e.value(n); v >= 0 && next.value(n) == v+1 {
			return n, v, true
		}
	}
	return 0, 0, false
}

// initial reports whether the enumerator could be the initial of a name.
func (e enumerator) initial() bool {
	return e.delimiter == book.Period && len(e.body) == 1 && e.body[0] >= 'A' && e.body[0] <= 'Z'
}

// opens reports whether the enumerator is the first small letter or Roman numeral.
func (e enumerator) opens() bool { return e.body == "a" || e.body == "i" }

// automatic reports whether the enumerator has no number of its own.
func (e enumerator) automatic() bool { return e.body[0] == '#' || e.body[0] == '@' }

// first returns how a list counts that begins with e, and from where. An "i" is a one,
// other single letters are letters, and several are Roman.
func (e enumerator) first() (book.Numbering, int) {
	order := []book.Numbering{book.Decimal, book.LowerAlpha, book.UpperAlpha, book.LowerRoman, book.UpperRoman}
	if e.body == "i" || e.body == "I" {
		order = []book.Numbering{book.LowerRoman, book.UpperRoman}
	}
	for _, n := range order {
		if v := e.value(n); v >= 0 {
			return n, v
		}
	}
	return book.Decimal, 1
}

// value returns the number that e is by a numbering, -1 for none.
func (e enumerator) value(n book.Numbering) int {
	switch n {
	case book.Decimal:
		if v, err := strconv.Atoi(e.body); err == nil && len(e.body) <= 9 { // as CommonMark
			return v
		}
		return -1
	case book.LowerAlpha, book.UpperAlpha:
		base := byte('a')
		if n == book.UpperAlpha {
			base = 'A'
		}
		if len(e.body) == 1 && e.body[0] >= base && e.body[0] < base+26 {
			return int(e.body[0]-base) + 1
		}
		return -1
	case book.LowerRoman, book.UpperRoman:
	}
	if v := n.Roman(e.body); v > 0 {
		return v
	}
	return -1
}
