package parts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
)

// titled reads a title that has a label, as in a mail.
func (h *headReader) titled(it *item) bool {
	n := anyPrefix(it.text, h.tables, func(w *words) []string { return w.title })
	if n <= 0 || n == len(it.text) || len(h.chapter.Title) > 0 || it.width > maxLine {
		return false
	}
	h.chapter.Title = draft.Slice(it.content, n, len(it.text))
	return true
}

// wired is the first line of a report of a Chinese agency: "新华社杭州3月14日电
// （记者陈望舒、李知行）题：一条河的账本怎么算".
var wired = pattern.Later(`^(.{2,30}电)[ 　]*[（(](?:本报|通讯员|特约)?记者[ :：]*([^）)]{2,60})[）)][ 　]*题[:：][ 　]*(\S.*)$`)

// wire takes the first line of a report apart (wired): where it is from, the authors and
// the title.
func (h *headReader) wire(it *item) bool {
	m := wired().FindStringSubmatchIndex(it.text)
	if m == nil || len(h.chapter.Title) > 0 || len(h.chapter.Kicker) > 0 || it.width > maxLine {
		return false
	}
	list, ok := people(it.text[m[4]:m[5]], h.tables)
	if !ok {
		return false
	}
	h.guess("kicker", it.text[m[2]:m[3]])
	h.addAuthors(list)
	h.chapter.Kicker = draft.Slice(it.content, m[2], m[3])
	h.chapter.Title = draft.Slice(it.content, m[6], m[7])
	return true
}

// bareByline reads a line of names without a label, and reports whether the line is a
// byline. Names show by their form. That they are the authors' shows by what stands
// around the line: a date above or below, a role beside a name, or a bio at the end of
// the article. A line that only names known authors again is taken too.
func (h *headReader) bareByline(i int) bool {
	it := h.items[i]
	if !it.isText() || it.width > maxByline || len(h.lines) == 0 && len(h.chapter.Title) == 0 || h.noted && len(h.lines) == 0 {
		return false
	}
	list, ok := people(it.text, h.tables)
	if !ok || !h.fullNames(list) || saysKorean(it.text) {
		return false
	}
	known := 0
	for _, p := range list {
		if h.authorNamed(p.name) != nil || h.article.Creator != "" && same(p.name, h.article.Creator) {
			known++
		}
	}
	// Where authors are known, other names are of somebody else, such as the people that
	// an interview is with.
	switch {
	case known == len(list), len(list) == 1 && same(list[0].name, h.article.Creator):
	case len(h.chapter.Authors) > 0:
		return false
	case h.endsWith(list), h.belowTitle(i), len(list) == 1 && slices.Contains(h.around, it.text), h.hasTitle(it) && (h.datedAt(i+1) || h.datedAt(i-1)), list[0].bio != "" && h.hasTitle(it) && h.saysRole(list[0].bio) && !isProse(it):
	default:
		return false
	}
	h.guess("author", it.text)
	h.addAuthors(list)
	return true
}

// further reads a line that goes on with the names of the line above it: "and Bo Hansen".
func (h *headReader) further(i int) bool {
	it := h.items[i]
	if !it.joined || len(h.chapter.Authors) == 0 || it.width > maxByline {
		return false
	}
	first, rest, ok := strings.Cut(it.text, " ")
	if !ok || !joints()[first] {
		return false
	}
	list, ok := people(rest, h.tables)
	if !ok || !h.fullNames(list) {
		return false
	}
	h.addAuthors(list)
	return true
}

// hasTitle reports whether the head has a title above the item: a stated one, or a line
// that is no kicker. The item is then no title, even where a name could be one. A line of
// two words and 25 columns at most, by eye, may be a section that no list has, and does
// not count.
func (h *headReader) hasTitle(it *item) bool {
	if len(h.chapter.Title) > 0 {
		return true
	}
	for _, l := range h.lines {
		if !h.isKicker(l, it) && (l.width > 25 || len(strings.Fields(l.text)) > 2) {
			return true
		}
	}
	return false
}

// belowTitle reports whether the item i is a Chinese name of three characters
// between the title and the first paragraph, where Chinese papers put it.
func (h *headReader) belowTitle(i int) bool {
	return language(h.chapter.Lang) == "zh" && utf8.RuneCountInString(h.items[i].text) == 3 && isChineseName(h.items[i].text) &&
		len(h.lines) == 1 && i > 0 && h.lines[0] == h.items[i-1] && i+1 < len(h.items) && isProse(h.items[i+1])
}

// datedAt reports whether the item i is a line with a date.
func (h *headReader) datedAt(i int) bool {
	if i < 0 || i >= len(h.items) || h.items[i].content == nil || h.items[i].width > maxByline {
		return false
	}
	probe := h.probe()
	probe.chapter.Date, probe.chapter.Updated = book.Date{}, book.Date{}
	return probe.label(h.items[i]) && !(probe.chapter.Date.IsZero() && probe.chapter.Updated.IsZero())
}

// endsWith reports whether the article ends with a paragraph that begins with
// one of the names.
func (h *headReader) endsWith(list []person) bool {
	for _, it := range h.items[max(len(h.items)-maxTail, 0):] {
		if !it.isText() {
			continue
		}
		for _, p := range list {
			if n := namePrefix(it.text, p.name); n > 0 && h.follows(it.text[n:]) >= 0 && h.saysRole(it.text[n:]) {
				return true
			}
		}
	}
	return false
}

// namePrefix returns the length of a name at the beginning of s, in whatever
// case; 0 when it is not there.
func namePrefix(s, name string) int {
	if name == "" {
		return 0
	}
	n := 0
	for range utf8.RuneCountInString(name) {
		_, size := utf8.DecodeRuneInString(s[n:])
		n += size
	}
	if !strings.EqualFold(s[:n], name) {
		return 0
	}
	return n
}

// forms are how a newspaper calls an author whom it has named.
var forms = []string{"Mr. ", "Ms. ", "Mrs. ", "Dr. ", "Prof. ", "Mr ", "Ms ", "Mrs ", "Dr ", "Professor ", "M. ", "Mme ", "Herr ", "Frau "}

// headBio reads a line below the byline that says who the author is.
func (h *headReader) headBio(it *item) bool {
	if !it.isText() || it.width > maxStandfirst || len(h.chapter.Authors) == 0 || !h.hasTitle(it) {
		return false
	}
	for _, a := range h.chapter.Authors {
		surname := a.Name[strings.LastIndexByte(a.Name, ' ')+1:]
		for _, form := range append([]string{""}, forms...) {
			name := form + surname
			if form == "" {
				name = a.Name
			}
			if n := namePrefix(it.text, name); surname != "" && n > 0 && h.follows(it.text[n:]) >= 0 && h.saysRole(it.text[n:]) && (form != "" || it.width <= maxLine) {
				h.guess("author's bio", it.text)
				h.bios = append(h.bios, bio{name: a.Name, content: it.content})
				return true
			}
		}
	}
	return false
}

// saysKorean reports whether a line without a label begins with a Korean word that is no name,
// or says something: names have two or three syllables, those with a family name of two have
// four, and a verb ends in 다.
func saysKorean(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	n := utf8.RuneCountInString(first)
	if c, _ := utf8.DecodeRuneInString(first); !isHangul(c) {
		return false
	}
	double := false
	for _, family := range []string{"남궁", "황보", "제갈", "사공", "선우", "독고", "서문"} {
		double = double || strings.HasPrefix(first, family)
	}
	return strings.HasSuffix(s, "다") || n > 3 && !double && !strings.ContainsAny(first, "·,=")
}
