package parts

import (
	"strings"

	"octavo/book"
	"octavo/book/extract/dateline"
	"octavo/book/extract/draft"
)

// label reads a line that names authors, dates or the source, and reports
// whether it is one. It may hold several, parted by strokes or by their labels.
func (r *reader) label(it *item) bool {
	if it.width > maxByline {
		return false
	}
	text, _, _ := bare(strings.TrimSpace(it.text))
	segments := r.segments(text)
	probe := r.probe()
	for _, s := range segments {
		if !probe.segment(s, it.Role) {
			return false
		}
	}
	for _, s := range segments {
		r.segment(s, it.Role)
	}
	return len(segments) > 0
}

// segments parts a line at strokes and before labels that have a colon.
func (r *reader) segments(s string) []string {
	var out []string
	from := 0
	cut := func(to, next int) {
		if t := strings.TrimSpace(s[from:to]); t != "" {
			out = append(out, t)
		}
		from = next
	}
	for i, c := range s {
		switch {
		case i < from:
		case c == '|' || c == '｜' || c == '•' || c == '│':
			cut(i, i+len(string(c)))
		case c == ' ' || c == '\u3000':
			rest := strings.TrimLeft(s[i:], " \u3000·/")
			if r.beginsLabel(rest) {
				cut(i, len(s)-len(rest))
			}
		}
	}
	cut(len(s), len(s))
	return out
}

// beginsLabel reports whether s begins with the label of a date, a source, or
// a byline with a colon.
func (r *reader) beginsLabel(s string) bool {
	if anyPrefix(s, r.tables, func(w *words) []string { return w.published }) >= 0 ||
		anyPrefix(s, r.tables, func(w *words) []string { return w.updated }) >= 0 ||
		anyPrefix(s, r.tables, func(w *words) []string { return w.source }) >= 0 {
		return true
	}
	n := anyPrefix(s, r.tables, func(w *words) []string { return w.by })
	return n >= 0 && strings.ContainsAny(s[:n], ":：")
}

// segment reads one statement of a head.
func (r *reader) segment(s string, role draft.Role) bool {
	if n := anyPrefix(s, r.tables, func(w *words) []string { return w.updated }); n >= 0 && r.date(s[n:], &r.chapter.Updated) {
		return true
	}
	n := anyPrefix(s, r.tables, func(w *words) []string { return w.published })
	if n >= 0 && r.date(s[n:], &r.chapter.Date) || r.chapter.Date.IsZero() && r.date(s, &r.chapter.Date) {
		return true
	}
	if n := anyPrefix(s, r.tables, func(w *words) []string { return w.by }); n >= 0 && r.byline(s[n:]) {
		return true
	}
	if role == draft.Byline && equals(s, r.tables, func(w *words) []string { return w.by }) {
		return true // the names are in another element
	}
	if r.byEnd(s) || role == draft.Byline && r.byline(s) {
		return true
	}
	n = anyPrefix(s, r.tables, func(w *words) []string { return w.source })
	if n >= 0 && r.chapter.Source.Name == "" && draft.Width(s[n:]) <= 60 && n < len(s) && !terminal(s) {
		r.chapter.Source.Name = strings.TrimSpace(s[n:])
		return true
	}
	return false
}

// byEnd reads a byline that ends in a label: "김하나 기자 hana@example.org".
func (r *reader) byEnd(s string) bool {
	s, mail := cutMail(s, r.tables)
	for _, w := range r.tables {
		for _, label := range w.byEnd {
			name, ok := strings.CutSuffix(s, label)
			if ok && isName(strings.TrimSpace(name)) {
				r.addAuthors([]person{{name: strings.TrimSpace(name), email: mail}})
				return true
			}
		}
	}
	return false
}

func (r *reader) byline(s string) bool {
	list, ok := people(s, r.tables)
	if ok {
		r.addAuthors(list)
	}
	return ok
}

// addAuthors adds people to those known, each once.
func (r *reader) addAuthors(list []person) {
	for _, p := range list {
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

// date reads a date into to, and reports whether s is one.
func (r *reader) date(s string, to *book.Date) bool {
	d, ok := dateline.Parse(s, r.chapter.Lang)
	if !ok {
		return false
	}
	if d.DayMonth {
		r.guess("date "+d.Date.String(), s)
	}
	if to.IsZero() {
		*to = d.Date
		if d.Date.HasTime && !d.Zoned {
			r.unzoned = append(r.unzoned, to)
		}
	}
	return true
}
