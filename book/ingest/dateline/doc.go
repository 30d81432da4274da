// Package dateline reads dates as people write them.
//
// In: a line such as "Nov 05, 2025 10:54 PM", "2025年11月5日" or "le 5 novembre
// 2025 à 15h04". Out: a [Reading]: the date, and what had to be guessed.
//
// Invariant: the whole line is the date; any word that is none of a date makes
// it no date, so that a sentence with a date in it is not one.
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

// maxLine is the longest line that can be a date, in bytes.
const maxLine = 160

// Parse reads line, in the language given where day and month have no names:
// "05/11/2025" is in November but for English.
func Parse(line, lang string) (Reading, bool) {
	if len(line) > maxLine {
		return Reading{}, false
	}
	p := parser{lang: lang, words: vocabularyFor(lang), tokens: tokens(line), year: -1, month: -1, day: -1, hour: -1}
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
