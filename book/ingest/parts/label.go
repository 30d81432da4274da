package parts

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"octavo/book"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
)

// label reads a line that names authors, dates or the source, and reports
// whether it does. A line may hold several statements, parted by strokes or by their
// labels. They are tried on a copy first, so that a line which fails leaves nothing
// behind.
func (r *reader) label(it *item) bool {
	if it.width > maxByline {
		return false
	}
	text, _, _ := bare(strings.TrimSpace(it.text))
	segments := r.segments(text)
	probe := r.probe()
	stated := 0
	for _, s := range segments {
		if probe.segment(s, it.Role) {
			stated++
		} else if !probe.beside(s) && !(it.Role == draft.Byline && stated > 0 && probe.affiliate(s)) {
			return false
		}
	}
	if stated == 0 {
		return false
	}
	for _, s := range segments {
		if !r.segment(s, it.Role) && !r.beside(s) {
			r.affiliate(s)
		}
	}
	return true
}

// beside reads a statement that means something only beside statements with
// labels, and reports whether it does: names, a section, how long the article takes to
// read.
func (r *reader) beside(s string) bool {
	if r.isReading(s) || r.isLabelOf(s, furnitureLabels) {
		r.guess("page furniture, left out", s)
		return true
	}
	if r.isSection(s) && len(r.chapter.Kicker) == 0 {
		r.chapter.Kicker = draft.Text(s)
		r.guess("kicker", s)
		return true
	}
	if r.pictured(s, false) {
		return true
	}
	list, ok := people(s, r.tables)
	if ok && len(list) == 1 && list[0].bio == "" && !strings.Contains(s, " ") && isLatin(firstRune(s)) {
		r.guess("place beside the date, left out", s)
		return true
	}
	if !ok || !r.fullNames(list) {
		return false
	}
	r.guess("author", s)
	r.addAuthors(list)
	return true
}

// fullNames reports whether all people have names that are names by their form alone.
func (r *reader) fullNames(list []person) bool {
	for _, p := range list {
		if !r.isFullName(p.name) || strings.ContainsAny(p.name, "のはをがにへも") || p.bio != "" && !r.saysRole(p.bio) {
			return false
		}
	}
	return len(list) > 0
}

// segments parts a line at strokes and dots between spaces, and before labels
// that have a colon.
func (r *reader) segments(s string) []string {
	var out []string
	from := 0
	cut := func(to, next int) {
		if t := strings.Trim(s[from:to], " \u3000,;"); t != "" {
			out = append(out, t)
		}
		from = next
	}
	labelled := 0 // where the label of this segment ends
	for i, c := range s {
		switch {
		case i < from:
		case i == from:
			labelled = from + r.labelLength(s[from:])
		case i < labelled && strings.ContainsRune("|｜丨/／", c): // of the label: 文｜
		case c == '|' && isClock(s[i+1:]) && strings.ContainsAny(s[from:i], "0123456789"): // "6 marzo 2024 | 10:15"
		case c == '|' || c == '｜' || c == '丨' || c == '•' || c == '│':
			cut(i, i+len(string(c)))
		case (c == '·' || c == '/') && strings.HasPrefix(s[i+len(string(c)):], " ") && strings.HasSuffix(s[:i], " "):
			cut(i, i+len(string(c)))
		case i < labelled:
		case c == ' ' || c == '\u3000':
			rest := strings.TrimLeft(s[i:], " \u3000·/(")
			if r.labelLength(rest) > 0 {
				cut(i, len(s)-len(rest))
				labelled = from + r.labelLength(rest)
			} else if isDigit(s[len(s)-1]) && unicode.IsLetter(firstRune(rest)) && r.isLabelOf(rest, furnitureLabels) {
				cut(i, len(s)-len(rest)) // "댓글 0"
			}
		case isDigit(s[i-1]) && unicode.IsLetter(c) && r.datesAt(s[i:]):
			cut(i, i) // "2025Updated: "
			labelled = from + r.labelLength(s[from:])
		}
	}
	cut(len(s), len(s))
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isClock reports whether s begins with a time of the day: "10:15".
func isClock(s string) bool {
	s = strings.TrimLeft(s, " ")
	hour, rest, ok := strings.Cut(s, ":")
	return ok && (len(hour) == 1 || len(hour) == 2) && strings.Trim(hour, "0123456789") == "" && rest != "" && isDigit(rest[0])
}

// datesAt reports whether s begins with the label of a date that has a colon.
func (r *reader) datesAt(s string) bool {
	n := max(anyPrefix(s, r.tables, func(w *words) []string { return w.published }), anyPrefix(s, r.tables, func(w *words) []string { return w.updated }))
	return n >= 0 && strings.ContainsAny(s[:n], ":：")
}

// labelLength returns the length of the label of a date, a source, a time to
// read, or a byline with a colon, that s begins with; 0 for none.
func (r *reader) labelLength(s string) int {
	n := 0
	for _, labels := range []func(*words) []string{func(w *words) []string { return w.published }, func(w *words) []string { return w.updated }, func(w *words) []string { return w.source }, readingLabels} {
		n = max(n, anyPrefix(s, r.tables, labels))
	}
	for _, labels := range []func(*words) []string{func(w *words) []string { return w.by }, photoLabels, drawnLabels} {
		if by := anyPrefix(s, r.tables, labels); by > n && strings.ContainsAny(s[:by], labelSigns) {
			n = by
		}
	}
	return n
}

// labelSigns part a label from names, so that it may stand within a line.
const labelSigns = ":：|｜丨/／=＝・"

func photoLabels(w *words) []string { return w.photo }

func drawnLabels(w *words) []string { return w.drawn }

// pictured reads who took or drew the pictures: beside a byline, as in "文｜林望潮　图｜王海生",
// or alone when a label such as that of a reporter says that it is a person: "사진=박준 기자".
func (r *reader) pictured(s string, alone bool) bool {
	if !r.ofPictures(s) {
		return false
	}
	role, n := "pht", anyPrefix(s, r.tables, photoLabels)
	if d := anyPrefix(s, r.tables, drawnLabels); d > n {
		role, n = "ill", d
	}
	list, labelled := r.reporters(s[n:])
	if len(list) == 0 {
		list = r.caseless(s[n:])
	}
	if alone && !labelled {
		return false
	}
	for _, p := range list {
		r.chapter.Contributors = append(r.chapter.Contributors, &book.Person{Name: p.name, Role: role})
	}
	return len(list) > 0
}

// ofPictures reports whether a statement begins with the label of a credit, so that the names
// behind it are of no authors.
func (r *reader) ofPictures(s string) bool {
	n := max(anyPrefix(s, r.tables, photoLabels), anyPrefix(s, r.tables, drawnLabels))
	return n > 0 && strings.ContainsAny(s[:n], labelSigns)
}

// segment reads one statement of a head.
func (r *reader) segment(s string, role draft.Role) bool {
	if n := anyPrefix(s, r.tables, func(w *words) []string { return w.updated }); n >= 0 && (r.date(s[n:], &r.chapter.Updated) || r.time(s[n:])) {
		return true
	}
	if r.ago(s) || r.reportLine(s) {
		return true
	}
	n := anyPrefix(s, r.tables, func(w *words) []string { return w.published })
	if n >= 0 && r.date(s[n:], &r.chapter.Date) || r.chapter.Date.IsZero() && r.date(s, &r.chapter.Date) {
		return true
	}
	if n := anyPrefix(s, r.tables, func(w *words) []string { return w.by }); n >= 0 && r.byline(s[n:]) {
		return true
	}
	if role == draft.Byline && equals(s, of(""), func(w *words) []string { return w.by }) {
		return true // the names are in another element
	}
	if r.byEnd(s) || !r.article.Markup && r.pictured(s, true) || role == draft.Byline && !r.ofPictures(s) && r.named(s) {
		return true
	}
	n = anyPrefix(s, r.tables, func(w *words) []string { return w.source })
	if n >= 0 && r.chapter.Source.Name == "" && draft.Width(s[n:]) <= 60 && n < len(s) && (!terminal(s) || len(strings.Fields(s[n:])) <= 3) {
		r.chapter.Source.Name = strings.TrimSpace(s[n:])
		return true
	}
	return false
}

// byline reads names. What stands behind them may be a date.
func (r *reader) byline(s string) bool {
	if terminalStop(s) && !strings.Contains(strings.TrimSuffix(s, "."), ". ") {
		s = strings.TrimRight(s, "。")
		if inner := strings.TrimSuffix(s, "."); len(inner) > 0 && !isInitial(inner) {
			s = inner
		}
	}
	names := r.placed(r.opened(r.undated(s)))
	list, ok := people(names, r.tables)
	if !ok {
		list = r.caseless(names)
		ok = len(list) > 0
	}
	if n := len(list); ok && list[n-1].bio != "" && r.chapter.Date.IsZero() && r.date(list[n-1].bio, &r.chapter.Date) {
		list[n-1].bio = ""
	}
	if ok {
		r.addAuthors(slices.DeleteFunc(list, func(p person) bool { return r.isPublication(p.name) }))
	}
	return ok
}

// addAuthors adds people to those known, each once. A full name takes the place of a name
// that somebody has in a system.
func (r *reader) addAuthors(list []person) {
	if len(list) > 0 && r.isFullName(list[0].name) {
		r.chapter.Authors = slices.DeleteFunc(r.chapter.Authors, func(a *book.Person) bool { return isAccount(a.Name) })
	}
	for _, p := range list {
		if p.with != "" {
			r.guess("beside the author, left out", p.with)
		}
		known := false
		for _, a := range r.chapter.Authors {
			if same(a.Name, p.name) {
				known = true
				if len(a.Bio) == 0 {
					a.Bio = draft.Text(p.bio)
				}
				if a.Email == "" {
					a.Email = p.email
				}
			}
		}
		if !known {
			r.chapter.Authors = append(r.chapter.Authors, p.model())
		}
		if p.email != "" {
			r.domain = p.email
		}
	}
}

// isInitial reports whether s ends in a capital that a full stop belongs to.
func isInitial(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return len(last) <= 2 || last == "Jr" || last == "Sr" || last == "Inc"
}

// ago reads an update that only says how long ago it was when the page was saved, which is
// no date: "Updated 2 hours ago".
func (r *reader) ago(s string) bool {
	n := anyPrefix(s, r.tables, func(w *words) []string { return w.updated })
	if n <= 0 || terminalStop(s) {
		return false
	}
	fields := strings.Fields(s[n:])
	numbers := 0
	for _, f := range fields {
		if strings.Trim(f, "0123456789") == "" {
			numbers++
		}
	}
	if numbers != 1 || len(fields) < 2 || len(fields) > 4 || len(strings.Join(fields, "")) > 24 {
		return false
	}
	r.guess("update without a date, left out", s)
	return true
}

// time reads an update of which only the time is given: its day is that of publication.
func (r *reader) time(s string) bool {
	d := r.chapter.Date
	return !d.IsZero() && len(s) <= 24 && strings.ContainsAny(s, "0123456789") && r.date(d.Time.Format(time.DateOnly)+" "+s, &r.chapter.Updated) && r.chapter.Updated.HasTime
}

// date reads a date into to, and reports whether s is one. The place before it,
// as above a letter, is left out.
func (r *reader) date(s string, to *book.Date) bool {
	d, ok := dateline.Parse(s, r.chapter.Lang)
	if place, rest, cut := strings.Cut(s, ", "); !ok && cut && isName(place) && !strings.Contains(place, " ") {
		if d, ok = dateline.Parse(rest, r.chapter.Lang); ok {
			r.guess("date; the place before it is left out", s)
		}
	}
	if !ok {
		return false
	}
	if d.DayMonth {
		r.guess("date "+d.Date.String(), s)
	}
	if gap := d.Date.Time.Sub(to.Time).Abs(); !to.IsZero() && gap > 36*time.Hour { // else one day in two zones
		r.guess("another date, left out", s)
	}
	if to.IsZero() {
		*to = d.Date
		if d.Date.HasTime && !d.Zoned {
			r.unzoned = append(r.unzoned, to)
		}
	}
	return true
}
