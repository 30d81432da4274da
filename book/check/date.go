package check

import (
	"time"

	"octavo/book"
)

// slack is the time that a date may be after the day of an edition, which is midnight UTC,
// and count as the same day: the day itself, and 14 hours, the most that a zone is apart
// from UTC.
const slack = (24 + 14) * time.Hour

// dateFuture finds articles that are newer than the edition: than its date, and
// than the time that the caller gave it.
func dateFuture(r *reporter) {
	latest := r.book.Modified
	if d := r.book.Date; !d.IsZero() && (latest.IsZero() || d.Time.Before(latest.Time)) {
		latest = d
	}
	if latest.IsZero() {
		return
	}
	if d := r.book.Date; d.Time.After(latest.Time.Add(slack)) {
		r.report(r.manifest(), "check the date, and SOURCE_DATE_EPOCH", "the edition is dated %s, after the time of the build, %s", d, latest)
	}
	for _, c := range r.book.Chapters() {
		for _, d := range []struct {
			date book.Date
			what string
		}{{c.Date, "published"}, {c.Updated, "updated"}} {
			if d.date.Time.After(latest.Time.Add(slack)) {
				r.report(c.Pos, "check the date, or that of the edition in book.yaml", "the article was %s on %s, after the edition, %s", d.what, d.date, latest)
			}
		}
	}
}

func dateUpdated(r *reporter) {
	for _, c := range r.book.Chapters() {
		if !c.Date.IsZero() && !c.Updated.IsZero() && before(c.Updated, c.Date) {
			r.report(c.Pos, "swap the two dates, or mend one", "the article was updated on %s, before it was published on %s", c.Updated, c.Date)
		}
	}
}

// before compares instants when both have a time of day, and days otherwise.
func before(a, b book.Date) bool {
	if a.HasTime && b.HasTime {
		return a.Time.Before(b.Time)
	}
	return day(a) < day(b)
}

func day(d book.Date) int {
	y, m, n := d.Day()
	return (y*100+int(m))*100 + n
}

func dateOrder(r *reporter) {
	var last *book.Chapter
	for _, c := range r.book.Chapters() {
		if c.Date.IsZero() {
			continue
		}
		if last != nil && before(c.Date, last.Date) {
			r.report(c.Pos, "put the chapters in the order of their dates", "the article of %s stands after one of %s, %s", c.Date, last.Date, last.File)
		}
		last = c
	}
}
