package dateline

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"octavo/book/language/langdata"
)

// A kind is what a word of a date means.
type kind byte

const (
	filler kind = iota // nothing: a weekday, "Uhr", "at"
	month              // value is its number
	half               // a half of the day: hours to add below 12; 0 is before noon, where 12 is midnight
	zone               // value is minutes east of UTC
)

// A term is a word of a date, in one token or several: "tháng 1", "de gener".
type term struct {
	tokens []token
	kind   kind
	value  int
}

// A vocabulary is the words of dates that a line may have, by their first tokens, longer
// ones first, and the signs behind figures.
type vocabulary struct {
	terms map[string][]term
	units map[string]byte
	// later is how many years the calendar of the language is ahead: 543 in Thai.
	later int
}

// vocabularies has the vocabularies that were asked for, by the tags of their drawers.
var vocabularies sync.Map

// vocabularyFor returns the words of a language, of English and of all other languages,
// since an article may come from anywhere. A word that two other languages understand
// differently is left out: "listopada" is October in Croatian and November in Polish, and
// "de" is before noon in Hungarian and says nothing in Spanish.
func vocabularyFor(lang string) *vocabulary {
	own := langdata.For(lang)
	tag := ""
	if own != nil {
		tag = own.Tag
	}
	if v, ok := vocabularies.Load(tag); ok {
		return v.(*vocabulary)
	}
	known := maps.Clone(shared())
	for _, d := range []*langdata.Drawer{langdata.For("en"), own} {
		if d != nil {
			for _, t := range terms(d) {
				known[key(t)] = meaning{t: t}
			}
		}
	}
	v := &vocabulary{terms: map[string][]term{}, units: map[string]byte{}}
	for _, m := range known {
		if !m.unsure {
			first := m.t.tokens[0].text
			v.terms[first] = append(v.terms[first], m.t)
		}
	}
	for _, list := range v.terms {
		// Of equally long terms the month is before the filler, as "mar" is March and a
		// Tuesday.
		slices.SortFunc(list, func(a, b term) int {
			if len(a.tokens) != len(b.tokens) {
				return len(b.tokens) - len(a.tokens)
			}
			if a.kind != b.kind {
				return int(b.kind) - int(a.kind)
			}
			return strings.Compare(key(a), key(b))
		})
	}
	for _, d := range langdata.All() {
		for sign, unit := range d.Dates.Units {
			v.units[sign] = unit[0]
		}
	}
	if own != nil {
		v.later = own.Dates.Later
	}
	vocabularies.Store(tag, v)
	return v
}

// A meaning is what a word means in the languages that have the word.
type meaning struct {
	t      term
	unsure bool // two languages differ
}

// shared are the words of all languages, with what they mean where all agree. A word may
// both say nothing and be a month or a zone, but not a half of the day: it would move
// the hours.
var shared = sync.OnceValue(func() map[string]meaning {
	all := map[string]meaning{}
	for _, d := range langdata.All() {
		for _, t := range terms(d) {
			m, ok := all[key(t)]
			all[key(t)] = meaning{t: t, unsure: m.unsure || ok && m.t.value != t.value}
		}
	}
	for k, m := range all {
		if rest, ok := strings.CutPrefix(k, prefixes[half]); ok {
			if _, nothing := all[prefixes[filler]+rest]; nothing {
				m.unsure = true
				all[k] = m
			}
		}
	}
	return all
})

var prefixes = map[kind]string{filler: "- ", month: "month ", half: "half ", zone: "zone "}

// key returns a text for a word of a kind, the same for the same word and kind.
func key(t term) string {
	var b strings.Builder
	b.WriteString(prefixes[t.kind])
	for _, tok := range t.tokens {
		b.WriteString(tok.text + " ")
	}
	return b.String()
}

// terms returns the words of dates of a drawer.
func terms(d *langdata.Drawer) []term {
	var list []term
	add := func(kind kind, value int, names ...string) {
		for _, n := range names {
			t := tokens(n)
			for len(t) > 1 && t[len(t)-1].text == "." {
				t = t[:len(t)-1]
			}
			// A month that is a figure and a sign ("1월") is read by its sign.
			if len(t) > 0 && t[0].number < 0 {
				list = append(list, term{t, kind, value})
			}
		}
	}
	dates := d.Dates
	for _, months := range [][]string{dates.Months, dates.MonthsAlone, dates.MonthsShort} {
		for i, m := range months {
			add(month, i+1, m)
		}
	}
	for _, m := range slices.Sorted(maps.Keys(dates.MonthsAlso)) {
		n, _ := strconv.Atoi(dates.MonthsAlso[m]) // a test reads them
		add(month, n, m)
	}
	add(filler, 0, dates.Weekdays...)
	add(filler, 0, dates.WeekdaysShort...)
	add(filler, 0, dates.DateWords...)
	add(half, 0, dates.AM...)
	add(half, 12, dates.PM...)
	for _, z := range slices.Sorted(maps.Keys(dates.Zones)) {
		minutes, _ := strconv.Atoi(dates.Zones[z])
		add(zone, minutes, z)
	}
	return list
}

// at returns the longest word of a kind that tokens begin with; ok is false for none.
func (v *vocabulary) at(list []token, k kind) (t term, ok bool) {
	if len(list) == 0 {
		return term{}, false
	}
	for _, t := range v.terms[list[0].text] {
		if t.kind == k && len(t.tokens) <= len(list) && slices.EqualFunc(t.tokens, list[:len(t.tokens)], func(a, b token) bool { return a.text == b.text }) {
			return t, true
		}
	}
	return term{}, false
}
