package parts

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// helperWords are the keys of the words by which the compiler names those who helped with a
// text, with their roles (MARC): the papers of a language have the same ones.
var helperWords = []struct{ key, role string }{
	{"edited-by", "edt"}, {"translated-by", "trl"}, {"photographs-by", "pht"}, {"illustrated-by", "ill"},
}

// helper takes a line that names who helped with an article for its contributors: "Edited by
// Ann Roe", "Photography by Bo Hansen", "사진 서가람". Full names are asked for. At the end of a
// page the labels of credits are looked for in all languages, since templates have their own;
// such a credit is that of the lead picture where that has none. Where there is no picture, a
// credit of a name is that of a contributor, and any other stays text, which is told.
func (r *reader) helper(it *item, end bool) bool {
	if !it.isText() || it.width > maxCredit || terminalStop(it.text) {
		return false
	}
	// Below the byline of an article without a picture a credit names a contributor too.
	credits := end || len(r.chapter.Authors) > 0 && r.chapter.Image == nil && r.article.Lead == nil
	role, n := r.helps(it.text, credits)
	if n == 0 {
		return false
	}
	list, ok := people(strings.TrimSpace(it.text[n:]), r.tables)
	if !ok || !r.fullNames(list) || slices.ContainsFunc(list, func(p person) bool { return !isPersonal(p.name) || p.bio != "" }) {
		return false
	}
	if lead := r.chapter.Image; role == "pht" && end && lead != nil && lead.Image.Src != "" && len(lead.Credit) == 0 {
		r.guess("credit of the lead picture", it.text)
		lead.Credit = draft.Slice(it.content, n, len(it.text))
		return true
	}
	r.guess("contributor", it.text)
	for _, p := range list {
		known := func(c *book.Person) bool { return c.Role == role && same(c.Name, p.name) }
		if !slices.ContainsFunc(r.chapter.Contributors, known) {
			r.chapter.Contributors = append(r.chapter.Contributors, &book.Person{Name: p.name, Role: role})
		}
	}
	return true
}

// helps returns the role of those whom a line names as helpers, and the length of its label;
// 0 for none. Of the labels of credits those of several words count, "Photography by"; with
// credits those with a colon too, of a page in all languages.
func (r *reader) helps(s string, credits bool) (role string, n int) {
	for _, w := range r.tables {
		for i, label := range w.helpers {
			if m := prefix(s, label); m > n && label != "" {
				role, n = helperWords[i].role, m
			}
		}
	}
	longer := func(tables []*words, labels func(*words) []string, as string) {
		m := anyPrefix(s, tables, labels)
		if m <= n || strings.Contains(strings.ToLower(s[:m]), "courtesy") { // who lent a picture took none
			return
		}
		if colon := strings.ContainsAny(s[:m], labelSigns); colon && credits || !colon && strings.Contains(strings.TrimSpace(s[:m]), " ") {
			role, n = as, m
		}
	}
	tables := r.tables
	if credits && r.article.Markup {
		tables = of("")
	}
	longer(tables, photoLabels, "pht")
	longer(tables, drawnLabels, "ill")
	return role, n
}

// isPersonal reports whether a name can be one of a person where a word before it may mean
// something else: no agency, and in Korean three syllables with a family name before them.
func isPersonal(name string) bool {
	if isHangul(firstRune(name)) {
		return len([]rune(name)) == 3 && strings.ContainsRune(koreanSurnames, firstRune(name))
	}
	return !slices.Contains(agencies, strings.ToLower(name))
}

// koreanSurnames are the family names of one syllable that nearly all Koreans have.
const koreanSurnames = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"

// foreignByline reads a byline whose label is of another language than the text, as on a page
// whose template is in one: "Von Ann Lee" above an English text. Nobody is named yet, and
// nothing but full names stands behind the label.
func (h *headReader) foreignByline(it *item) bool {
	if !it.isText() || it.width > maxKicker || len(h.chapter.Authors) > 0 || !h.hasTitle(it) || terminalStop(it.text) {
		return false
	}
	n := anyPrefix(it.text, of(""), func(w *words) []string { return w.by })
	if n <= 0 || !isLatin(firstRune(it.text)) {
		return false
	}
	list, ok := people(it.text[n:], h.tables)
	if !ok || !h.fullNames(list) || slices.ContainsFunc(list, func(p person) bool { return p.bio != "" }) {
		return false
	}
	h.guess("author", it.text)
	h.addAuthors(list)
	return true
}
