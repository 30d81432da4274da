package rawhtml

import (
	"time"

	"octavo/book/language/locale"
)

// QuoteMarks returns the marks around a <q> in a language that stands within depth others:
// they change with each.
func QuoteMarks(lang string, depth int) (open, end string) {
	q := locale.QuotesFor(lang)
	if depth%2 == 1 {
		return q.InnerOpen, q.InnerClose
	}
	return q.Open, q.Close
}

// lang returns the language of n, which is that of the text around when no element states one.
func (n *node) lang(around string) string {
	for m := n; m != nil; m = m.parent {
		if lang := Language(m.Tag); lang != "" {
			return lang
		}
	}
	return around
}

// quotations returns how many <q> n stands within.
func (n *node) quotations() (depth int) {
	for m := n.parent; m != nil; m = m.parent {
		if m.Name == "q" {
			depth++
		}
	}
	return depth
}

// timeForms are the forms of a <time> that HTML and Go have in common: of a year to a second,
// and of a time of day.
var timeForms = []string{
	"2006-01-02", "2006-01", "2006", "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z07:00",
	"2006-01-02 15:04", "2006-01-02 15:04:05", "15:04", "15:04:05",
}

// dateTime returns the day or time that a <time> states, "" for none or one that is none.
func dateTime(t Tag) string {
	value := t.Get("datetime")
	for _, form := range timeForms {
		if _, err := time.Parse(form, value); t.Name == "time" && len(value) <= len("2006-01-02T15:04:05+07:00") && err == nil {
			return value
		}
	}
	return ""
}
