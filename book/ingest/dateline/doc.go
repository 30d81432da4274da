// Package dateline reads dates as people write them.
//
// In: a line such as "Nov 05, 2025 10:54 PM", "2025年11月5日" or "le 5 novembre
// 2025 à 15h04". Out: a [Reading]: the date, and what had to be guessed.
//
// Invariant: the whole line is the date; a single word that dates do not have makes
// the line no date, so that a sentence with a date in it is not taken for one.
package dateline

import (
	"time"

	"octavo/book"
)

// A Reading is a date read from a line.
type Reading struct {
	// Date has its time in UTC when the line gave no zone.
	Date book.Date
	// Zoned says that the line gave the zone, if it gave a time.
	Zoned bool
	// DayMonth says that day and month could be the other way round.
	DayMonth bool
}

// maxLine is the longest line that can be a date, in bytes. It is generous: a date with
// weekday, time and zone has about 60 letters, of three bytes in some scripts.
const maxLine = 160

// Parse reads line, in the language given where day and month have no names:
// "05/11/2025" is in November but for English.
//
// Papers write dates in every order, with months as names, figures or signs, with or
// without weekday, time and zone. A pattern for each form would be hundreds, times the
// languages, and the next site would need one more.
//
// So the line is cut into tokens, and each token is taken in for what it says by itself
// (next): the name of a month, a year of four figures, a clock, a half of the day, a
// zone, or a word such as a weekday that adds nothing. Only numbers of one or two figures
// say nothing by themselves. They are kept (loose) until all else is known, and then a
// number beside a named month is the day, two behind a year are month and day, and two
// without either are in the order of the language (settle). A token that fits nowhere
// ends the reading, and the line is no date.
//
// The time is linear in the tokens. What was guessed is told in the [Reading].
func Parse(line, lang string) (Reading, bool) {
	if len(line) > maxLine {
		return Reading{}, false
	}
	p := parser{lang: lang, words: vocabularyFor(lang), tokens: tokens(western(hijri(line, lang))), year: -1, month: -1, day: -1, hour: -1}
	if !p.read() {
		return Reading{}, false
	}
	return p.reading()
}

// InZone returns d with the same clock in another zone.
func InZone(d book.Date, zone *time.Location) book.Date {
	t := d.Time
	d.Time = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
	return d
}
