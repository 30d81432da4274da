package parts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// byEnd reads a byline that ends in a label: "김하나 기자 hana@example.org". Several names
// may share it, and where they write from or for may stand before them in brackets or
// before a sign of equality: "[부산=바다신문] 김하나·박준 기자".
func (r *reader) byEnd(s string) bool {
	s, mail := cutMail(s, r.tables)
	list, ok := r.reporters(s)
	if !ok || len(list) == 0 || max(anyPrefix(s, r.tables, photoLabels), anyPrefix(s, r.tables, drawnLabels)) > 0 {
		return false
	}
	list[len(list)-1].email = mail
	r.addAuthors(list)
	return true
}

// reporters returns the people whom a line names by a label behind their names, and whether
// there is such a label. Without one the names alone are returned.
func (r *reader) reporters(s string) (list []person, labelled bool) {
	s = strings.TrimSpace(withoutPlace(s))
	name, n := s, 0
	for _, w := range r.tables {
		for _, label := range w.byEnd {
			if rest, ok := strings.CutSuffix(s, label); ok && len(label) > n && rest != "" {
				name, n = rest, len(label)
			}
		}
	}
	name = strings.TrimSpace(name)
	if n > 0 && isName(name) {
		return []person{{name: name}}, true
	}
	if own := withoutHouse(name); n > 0 && own != "" {
		return []person{{name: own, with: strings.TrimSpace(strings.TrimSuffix(name, own))}}, true
	}
	list, ok := people(name, r.tables)
	for _, p := range list {
		if !isName(p.name) || !isLatin(firstRune(p.name)) && !isEasternName(p.name) || p.bio != "" && n > 0 {
			return nil, false
		}
	}
	return list, ok && n > 0
}

// withoutHouse cuts the newspaper, and the desk, from before the name of a Korean reporter:
// "해안일보 김서연"; "" for anything else. Their words have three syllables at least.
func withoutHouse(s string) string {
	fields := strings.Fields(s)
	n := len(fields)
	if n < 2 || n > 3 || !isPersonal(fields[n-1]) || !isHangul(firstRune(fields[n-1])) {
		return ""
	}
	for _, f := range fields[:n-1] {
		if utf8.RuneCountInString(f) < 3 || !isHangul(firstRune(f)) && !isLatin(firstRune(f)) || strings.ContainsAny(f, ".,·:") {
			return ""
		}
	}
	return fields[n-1]
}

// reportLine reads a line that is a byline or a credit as newspapers of Taiwan have them,
// without a space: "記者王海生／台北報導", "記者王海生／攝影".
func (r *reader) reportLine(s string) bool {
	i := strings.LastIndexAny(s, "／/")
	if i <= 0 || draft.Width(s[i:]) > maxPlace || !isHan(firstRune(s)) {
		return false
	}
	names, behind := "", strings.Trim(s[i:], "／/ ")
	report := false
	for _, w := range r.tables {
		for _, label := range w.by {
			if rest, ok := strings.CutPrefix(s[:i], strings.TrimSpace(label)); ok && strings.HasSuffix(label, " ") && (names == "" || len(rest) < len(names)) {
				names = rest
			}
		}
		report = report || slices.ContainsFunc(w.report, func(end string) bool { return strings.HasSuffix(behind, end) })
	}
	list, ok := people(strings.TrimSpace(names), r.tables)
	if !ok || !report || !r.fullNames(list) {
		return false
	}
	if label := behind + "："; anyPrefix(label, r.tables, photoLabels) == len(label) {
		for _, p := range list {
			r.chapter.Contributors = append(r.chapter.Contributors, &book.Person{Name: p.name, Role: "pht"})
		}
		return true
	}
	r.guess("place beside the byline, left out", behind)
	r.addAuthors(list)
	return true
}

// withoutPlace cuts the place and the publication from the beginning of a byline:
// "[부산=바다신문]", "부산=".
func withoutPlace(s string) string {
	for _, pair := range []string{"[]", "()", "（）", "【】"} {
		open := string(firstRune(pair))
		end := pair[len(open):]
		if rest, ok := strings.CutPrefix(s, open); ok {
			if i := strings.Index(rest, end); i > 0 && draft.Width(rest[:i]) <= maxPlace {
				s = strings.TrimSpace(rest[i+len(end):])
			}
		}
	}
	if i := strings.IndexAny(s, "=＝"); i > 0 && draft.Width(s[:i]) <= maxPlace {
		_, rest, _ := strings.Cut(strings.Replace(s, "＝", "=", 1), "=")
		return rest
	}
	return s
}

// maxPlace is the greatest width of a place beside a byline, in columns, by eye: that of two
// towns or of a newspaper's name.
const maxPlace = 24

// placed cuts where a report is from behind the names of its reporters, and says so:
// "林望潮／高雄報導", "林望潮 上海报道".
func (r *reader) placed(s string) string {
	i := strings.LastIndexAny(s, "／/")
	if i < 0 {
		i = strings.LastIndexAny(s, " \u3000")
	}
	if i < 0 || draft.Width(s[i:]) > maxPlace {
		return s
	}
	behind := strings.TrimLeft(s[i:], "／/ \u3000")
	for _, w := range r.tables {
		for _, report := range w.report {
			if place, ok := strings.CutSuffix(strings.TrimRight(behind, "】）)] "), report); ok && place != "" {
				r.guess("place beside the byline, left out", behind)
				return s[:i]
			}
		}
	}
	return s
}

// maxRunIn is how far into the first paragraph names may stand, in columns, by eye: a place,
// a date, an agency and two reporters.
const maxRunIn = 80

// runIn takes the authors from the beginning or the end of a text whose head has named none,
// where agencies and newspapers of East Asia put them: "（서울=바다통신） 김하나 기자 = 바다는",
// "新华社杭州9月12日电（记者 林望潮）", "【記者林望潮／台北報導】". The words stay in the text, of
// which they are a part.
func (r *reader) runIn() {
	if len(r.chapter.Authors) > 0 || !r.eastern() {
		return
	}
	var first, last *item
	for _, it := range r.items {
		if it.isText() && it.width >= r.proseWidth() {
			if first == nil {
				first = it
			}
			last = it
		}
	}
	if first == nil {
		return
	}
	if before, _, ok := strings.Cut(first.text, " = "); ok && draft.Width(before) <= maxRunIn && r.byEnd(before) {
		r.guess("author", before)
		return
	}
	for _, group := range bracketed(first.text, maxRunIn) {
		if r.inBrackets(group) {
			return
		}
	}
	group := endBracketed(last.text)
	switch {
	case group == "" || r.inBrackets(group):
	case strings.HasSuffix(last.text, "【"+group+"】") && isHan(firstRune(group)) && r.isFullName(group):
		r.guess("author", group) // as some Japanese newspapers sign
		r.addAuthors([]person{{name: group}})
	}
}

// endBracketed returns what stands in brackets at the end of a text, a full stop behind it
// apart, "" for nothing that could be a byline.
func endBracketed(s string) string {
	s = strings.TrimRight(s, "。. ")
	for _, pair := range []string{"()", "（）", "【】", "[]"} {
		open := string(firstRune(pair))
		inner, ok := strings.CutSuffix(s, pair[len(open):])
		if i := strings.LastIndex(inner, open); ok && i >= 0 && draft.Width(inner[i:]) <= maxRunIn {
			return inner[i+len(open):]
		}
	}
	return ""
}

// bracketed returns what stands in brackets in the first columns of a text.
func bracketed(s string, columns int) []string {
	var out []string
	from, width := -1, 0
	for i, c := range s {
		if width += draft.Width(string(c)); width > columns {
			break
		}
		switch {
		case strings.ContainsRune("(（【[", c):
			from = i + len(string(c))
		case strings.ContainsRune(")）】]", c) && from >= 0:
			out, from = append(out, s[from:i]), -1
		}
	}
	return out
}

// inBrackets takes the names of a group in brackets that begins or ends with a label of
// bylines.
func (r *reader) inBrackets(s string) bool {
	names := ""
	for _, w := range r.tables {
		for _, label := range w.by {
			label = strings.TrimRight(label, " :")
			if rest, ok := strings.CutPrefix(s, label); ok && label != "" && (names == "" || len(rest) < len(names)) {
				names = rest
			}
		}
	}
	if names == "" {
		if !r.byEnd(s) {
			return false
		}
		r.guess("author", s)
		return true
	}
	if i := strings.IndexAny(names, "／/"); i > 0 {
		names = names[:i]
	}
	list, ok := people(strings.Trim(names, " \u3000:：|｜／/"), r.tables)
	if !ok || !r.fullNames(list) {
		return false
	}
	r.guess("author", s)
	r.addAuthors(list)
	return true
}
