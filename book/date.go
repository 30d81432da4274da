package book

import "time"

// A Date is a day, with or without a time of day. The zero Date is unknown.
type Date struct {
	// Time is the instant, in the zone that the author wrote. For a day alone
	// it is midnight UTC.
	Time time.Time
	// HasTime says that the author gave a time of day.
	HasTime bool
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.Time.IsZero() }

// String prints d as "2025-11-05" or "2025-11-05T22:54:00+08:00", and the
// unknown date as "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.HasTime:
		return d.Time.Format(time.RFC3339)
	}
	return d.Time.Format(time.DateOnly)
}

// Day returns the year, month and day as the author wrote them.
func (d Date) Day() (year int, month time.Month, day int) { return d.Time.Date() }
