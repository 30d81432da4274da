package yaml

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
)

var (
	dateForm = pattern.Later(`^(\d{4})-(\d\d)-(\d\d)(?:(?:[Tt]| +)(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?: *([Zz]|[+-]\d\d(?::?\d\d)?))?)?$`)
	slipForm = pattern.Later(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	zoneForm = pattern.Later(`^([+-])(\d\d):?(\d\d)?$`)
)

// Date returns a day, with or without a time; a time without a zone is in UTC.
// Anything else is reported, with what was probably meant.
func (v Value) Date() book.Date {
	text := v.Text()
	if text == "" {
		return book.Date{}
	}
	d, fault, hint := parseDate(text)
	if fault != "" {
		v.Report(rule.DateFormat.At(v.Pos(), hint, "%s", fault))
	}
	return d
}

// ParseDay reads a date as [Value.Date] does, and reports whether it is one.
func ParseDay(text string) (book.Date, bool) {
	d, fault, _ := parseDate(strings.TrimSpace(text))
	return d, fault == ""
}

const dateHint = "write 2025-11-05 or 2025-11-05T22:54:00+08:00"

func parseDate(text string) (d book.Date, fault, hint string) {
	m := dateForm().FindStringSubmatch(text)
	if m == nil {
		if s := slipForm().FindStringSubmatch(text); s != nil {
			return d, fmt.Sprintf("%q is no date", clip(text)), fmt.Sprintf("write %s-%02d-%02d", s[1], number(s[2]), number(s[3]))
		}
		return d, fmt.Sprintf("%q is no date", clip(text)), dateHint
	}
	year, month, day := number(m[1]), number(m[2]), number(m[3])
	hour, minute, second := number(m[4]), number(m[5]), number(m[6])
	zone, ok := parseZone(m[7])
	if hour > 23 || minute > 59 || second > 59 || !ok {
		return d, fmt.Sprintf("%q has a time that does not exist", clip(text)), dateHint
	}
	t := time.Date(year, time.Month(month), day, hour, minute, second, 0, zone)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day || year == 0 {
		return d, fmt.Sprintf("there is no day %s-%s-%s", m[1], m[2], m[3]), "write the year, the month and the day, in this order"
	}
	return book.Date{Time: t, HasTime: m[4] != ""}, "", ""
}

// parseZone reads "Z", "+08:00", "+0800" or "+08". time.Parse is no help here:
// it returns the machine's own zone where the offsets agree.
func parseZone(s string) (*time.Location, bool) {
	m := zoneForm().FindStringSubmatch(s)
	if m == nil {
		return time.UTC, true
	}
	hours, minutes := number(m[2]), number(m[3])
	offset := hours*3600 + minutes*60
	if m[1] == "-" {
		offset = -offset
	}
	if offset == 0 {
		return time.UTC, true
	}
	return time.FixedZone("", offset), hours <= 14 && minutes <= 59
}

// number reads digits that a pattern has matched, "" as 0.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
