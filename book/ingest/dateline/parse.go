package dateline

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"octavo/book"
)

type parser struct {
	lang   string
	words  *vocabulary
	tokens []token

	year, month, day     int
	hour, minute, second int
	half                 int // hours to add, or -1 when none is said
	offset               int // of the zone, in minutes
	zoned                bool
	american             bool  // the zone has the summer time of the United States
	named                bool  // the month has a name
	yearFirst            bool  // the year stood before the other numbers
	loose                []int // numbers that are the day or the month
	dotted               bool  // dots or strokes part the numbers
	unsure               bool
}

// read takes all tokens in, and reports whether each is a part of a date.
func (p *parser) read() bool {
	p.half = -1
	p.phrase()
	for len(p.tokens) > 0 {
		n := p.next()
		if n == 0 {
			return false
		}
		p.tokens = p.tokens[n:]
	}
	return true
}

// phrase takes a zone of several words out of the tokens.
func (p *parser) phrase() {
	for i := range p.tokens {
		if t, ok := p.words.at(p.tokens[i:], zone); ok {
			p.tokens = slices.Delete(p.tokens, i, i+len(t.tokens))
			p.offset, p.zoned = t.value, true
			return
		}
	}
}

// next takes one item in and returns the number of its tokens, 0 for a token that is
// no part of a date.
func (p *parser) next() int {
	t := p.tokens[0]
	if t.number >= 0 {
		return p.numeral()
	}
	if n := p.halfDay(); n > 0 {
		return n
	}
	if p.hour >= 0 && !p.zoned {
		if n := p.zone(); n > 0 {
			return n
		}
	}
	if m, ok := p.words.at(p.tokens, month); ok && !p.named {
		p.month, p.named = m.value, true
		return len(m.tokens)
	}
	if f, ok := p.words.at(p.tokens, filler); ok {
		return len(f.tokens)
	}
	switch {
	case t.text == "t" && len(p.loose) == 2, t.text == "h" && p.hour >= 0:
		return 1
	case len(t.text) == 1 && strings.Contains(",.:;()|-/@'", t.text), t.text == "º", t.text == "ª", t.text == "°":
		return 1
	}
	return 0
}

// at returns the text of the token i after the first, "" behind the end.
func (p *parser) at(i int) string {
	if i < len(p.tokens) {
		return p.tokens[i].text
	}
	return ""
}

func (p *parser) isNumber(i int) bool { return i < len(p.tokens) && p.tokens[i].number >= 0 }

// numeral takes a number in, with what belongs to it.
func (p *parser) numeral() int {
	// A sign behind the number says most, then a colon or another mark of a time. Only
	// a number without these is told by how many figures it has.
	t := p.tokens[0]
	if unit, ok := p.words.units[p.at(1)]; ok {
		if unit == 'H' && p.at(1) == "h" && p.isNumber(2) && p.hour < 0 {
			p.hour, p.minute = t.number, p.tokens[2].number
			return 3
		}
		return p.unit(unit, t)
	}
	if p.at(1) == ":" && p.isNumber(2) && t.digits <= 2 && p.hour < 0 {
		return p.clock()
	}
	if p.at(1) == ":" && p.isNumber(2) && (t.digits == 5 || t.digits == 6) && p.hour < 0 && p.year < 0 && p.named {
		return p.glued()
	}
	if n := p.compact(); n > 0 {
		return n
	}
	switch {
	case t.digits == 4 && p.year < 0:
		p.year, p.yearFirst = t.number, len(p.loose) == 0 && p.month < 0
	case t.digits <= 2 && (len(p.loose) < 2 || len(p.loose) < 3 && p.year < 0 && p.dotted):
		p.loose = append(p.loose, t.number)
	default:
		return 0
	}
	// Between dots or strokes a third number may be a year of two figures. Hyphens part
	// other things too, and with them such a line is no date.
	if strings.Contains("./-", p.at(1)) && p.at(1) != "" && p.isNumber(2) {
		p.dotted = p.dotted || p.at(1) != "-"
		return 2
	}
	return 1
}

// compact reads a time like "15.04 Uhr", "22.54" after a day, or "10 PM".
func (p *parser) compact() int {
	t := p.tokens[0]
	if p.hour >= 0 || t.digits > 2 {
		return 0
	}
	known := p.named && p.year >= 0 && len(p.loose) > 0
	if p.at(1) == "." && p.isNumber(2) && (p.words.units[p.at(3)] == 'H' || known) {
		p.hour, p.minute = t.number, p.tokens[2].number
		return 3
	}
	if (p.at(1) == "am" || p.at(1) == "pm") && (p.month >= 0 || len(p.loose) > 0) && t.number <= 12 {
		p.hour = t.number
		return 1
	}
	return 0
}

// clock reads 10:54 or 10:54:00.000.
func (p *parser) clock() int {
	p.hour, p.minute = p.tokens[0].number, p.tokens[2].number
	n := 3
	if p.at(n) == ":" && p.isNumber(n+1) {
		p.second = p.tokens[n+1].number
		n += 2
		if p.at(n) == "." && p.isNumber(n+1) && !p.tokens[n+1].spaced {
			n += 2
		}
	}
	return n
}

// glued reads a year and a time without space between, as a paste has them where a page
// sets them apart: "March 14, 20256:02 AM".
func (p *parser) glued() int {
	t := &p.tokens[0]
	split := 10
	if t.digits == 6 {
		split = 100
	}
	p.year = t.number / split
	t.number, t.digits = t.number%split, t.digits-4
	return p.clock()
}

func (p *parser) unit(unit byte, t token) int {
	field := map[byte]*int{'y': &p.year, 'm': &p.month, 'd': &p.day, 'H': &p.hour, 'M': &p.minute, 'S': &p.second}[unit]
	if *field > 0 {
		return 0
	}
	*field = t.number
	p.named = p.named || unit == 'm'
	return 2
}

// halfDay reads am, p.m., 下午 and the like, before or after the time.
func (p *parser) halfDay() int {
	t, ok := p.words.at(p.tokens, half)
	if !ok || p.hour < 0 && (p.at(0) == "am" || len(t.tokens) == 1 && utf8.RuneCountInString(p.at(0)) == 1) { // a letter says more before a time
		return 0
	}
	p.half = t.value
	return len(t.tokens)
}

// zone reads +08:00, GMT+8, KST, Z and the like.
func (p *parser) zone() int {
	n := 0
	if p.at(0) == "(" {
		n++
	}
	offset, named := zones[p.at(n)]
	if winter, ok := clocks[p.at(n)]; ok {
		offset, named, p.american = winter, true, true
	}
	if named {
		n++
	}
	if sign := p.at(n); (sign == "+" || sign == "-") && p.isNumber(n+1) && (named || !p.tokens[n+1].spaced) {
		hours, minutes := p.tokens[n+1].number, 0
		if p.tokens[n+1].digits == 4 {
			hours, minutes = hours/100, hours%100
		}
		n += 2
		if p.at(n) == ":" && p.isNumber(n+1) {
			minutes = p.tokens[n+1].number
			n += 2
		}
		if offset = hours*60 + minutes; sign == "-" {
			offset = -offset
		}
		named = true
	}
	if !named || offset < -14*60 || offset > 14*60 { // no zone is farther than 14 hours from UTC
		return 0
	}
	p.offset, p.zoned = offset, true
	return n
}

// reading puts the parts together, and reports whether they are a day that
// exists.
func (p *parser) reading() (Reading, bool) {
	if !p.settle() {
		return Reading{}, false
	}
	if p.half == 12 && p.hour >= 0 && p.hour < 12 {
		p.hour += 12
	} else if p.half == 0 && p.hour == 12 {
		p.hour = 0
	}
	hasTime := p.hour >= 0
	if p.american && p.zoned && americanSummer(time.Date(p.year, time.Month(p.month), p.day, max(p.hour, 0), p.minute, 0, 0, time.UTC)) {
		p.offset += 60
	}
	t := time.Date(p.year, time.Month(p.month), p.day, max(p.hour, 0), p.minute, p.second, 0, location(p.offset))
	if t.Day() != p.day || int(t.Month()) != p.month || p.hour > 23 || p.minute > 59 || p.second > 59 {
		return Reading{}, false
	}
	if !hasTime {
		t = time.Date(p.year, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
	}
	return Reading{Date: book.Date{Time: t, HasTime: hasTime}, Zoned: p.zoned, DayMonth: p.unsure}, true
}

func location(minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", minutes*60)
}

// settle decides which of the loose numbers is the day. A third number is a year of two
// figures, of this century. In a language whose calendar is ahead, a year that is 1900 or
// more by that calendar is counted in it: in Thai 2568 is 2025, and 2025 stays. Only
// years from 1000 to 2999 are believed, by eye.
func (p *parser) settle() bool {
	n := p.loose
	switch {
	case p.named && p.day < 0 && len(n) == 1:
		p.day = n[0]
	case p.named && p.day >= 0 && len(n) == 0:
	case !p.named && p.yearFirst && len(n) == 2:
		p.month, p.day = n[0], n[1]
	case !p.named && len(n) == 3 && yearFirst(p.lang):
		p.year, p.month, p.day, p.unsure = 2000+n[0], n[1], n[2], true
	case !p.named && len(n) >= 2:
		p.dayAndMonth(n)
		if len(n) == 3 {
			p.year, p.unsure = 2000+n[2], true
		}
	default:
		return false
	}
	if p.year >= 1900+p.words.later {
		p.year -= p.words.later
	}
	return p.year >= 1000 && p.year <= 2999 && p.month >= 1 && p.month <= 12 && p.day >= 1
}

// dayAndMonth takes the month first in English alone, unless it cannot be.
func (p *parser) dayAndMonth(n []int) {
	p.day, p.month = n[0], n[1]
	if strings.HasPrefix(p.lang, "en") || p.lang == "" {
		if n[0] <= 12 {
			p.month, p.day = n[0], n[1]
		}
		p.unsure = n[0] <= 12 && n[1] <= 12 && n[0] != n[1]
	}
	if p.month > 12 {
		p.day, p.month = p.month, p.day
	}
}
