package dateline

import (
	"strings"
	"time"

	"octavo/book"
	"octavo/book/language/langdata"
)

// A rule is the clock of a country: its offset in minutes, and whether the country keeps
// the summer time of the European Union.
type rule struct {
	offset int
	summer bool
}

// countries are the clocks of countries whose mainland keeps one time, by their domains.
var countries = map[string]rule{
	"cn": {480, false}, "hk": {480, false}, "tw": {480, false}, "sg": {480, false}, "kr": {540, false}, "jp": {540, false}, "in": {330, false},
	"de": {60, true}, "at": {60, true}, "ch": {60, true}, "fr": {60, true}, "be": {60, true}, "nl": {60, true}, "es": {60, true},
	"it": {60, true}, "dk": {60, true}, "no": {60, true}, "se": {60, true}, "pl": {60, true}, "cz": {60, true},
	"uk": {0, true}, "ie": {0, true}, "pt": {0, true}, "fi": {120, true}, "gr": {120, true},
}

// Zone returns the zone in which d was probably written: the zone of the country
// of a web or mail domain, or else of the language. ok is false when neither has
// one.
func Zone(d book.Date, domain, lang string) (zone *time.Location, ok bool) {
	r, ok := countries[strings.ToLower(domain[strings.LastIndexByte(domain, '.')+1:])]
	if !ok {
		d := langdata.For(lang)
		if d == nil || d.Dates.Zone == nil {
			return time.UTC, false
		}
		r.offset = *d.Dates.Zone
	}
	minutes := r.offset
	if r.summer && summer(InZone(d, location(r.offset)).Time) {
		minutes += 60
	}
	return location(minutes), true
}

// summer reports whether the European Union has summer time at t: from the last
// Sunday of March to that of October, 01:00 UTC (Directive 2000/84/EC).
func summer(t time.Time) bool {
	t = t.UTC()
	return !t.Before(lastSunday(t.Year(), time.March)) && t.Before(lastSunday(t.Year(), time.October))
}

func lastSunday(year int, month time.Month) time.Time {
	end := time.Date(year, month, 31, 1, 0, 0, 0, time.UTC)
	return end.AddDate(0, 0, -int(end.Weekday()))
}

// americanSummer reports whether the United States have summer time at the clock
// of t: from the second Sunday of March to the first of November, at two (Energy
// Policy Act of 2005).
func americanSummer(t time.Time) bool {
	return !t.Before(firstSunday(t.Year(), time.March).AddDate(0, 0, 7)) && t.Before(firstSunday(t.Year(), time.November))
}

func firstSunday(year int, month time.Month) time.Time {
	start := time.Date(year, month, 1, 2, 0, 0, 0, time.UTC)
	return start.AddDate(0, 0, (7-int(start.Weekday()))%7)
}
