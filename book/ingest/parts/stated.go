package parts

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
)

// stated reads the names that metadata state, which need not have the form of names:
// "By Ann Lee and Bo Hansen, MA", "Lee, Ann", "Our Foreign Staff".
func (r *reader) stated() {
	known := r.chapter.Authors
	r.chapter.Authors = nil
	for _, a := range known {
		r.chapter.Authors = append(r.chapter.Authors, r.eachOf(a)...)
	}
	for _, line := range r.article.Bylines {
		for _, p := range r.statedPeople(line) {
			if p.name != "" && !accounts[strings.ToLower(p.name)] {
				r.addAuthors([]person{p})
			}
		}
	}
}

// eachOf returns the people whom an author is, where a system has one field for all: "Ann Lee &
// Bo Hansen". All have to be full names, and nothing else is known of the author.
func (r *reader) eachOf(a *book.Person) []*book.Person {
	list, ok := people(a.Name, r.tables)
	if !ok || len(list) < 2 || !r.fullNames(list) || len(a.Bio) > 0 || a.Email != "" || a.URL != "" {
		return []*book.Person{a}
	}
	var out []*book.Person
	for _, p := range list {
		if p.bio != "" {
			return []*book.Person{a}
		}
		one := *a
		one.Name = p.name
		out = append(out, &one)
	}
	return out
}

// accounts are names of accounts that systems state as authors where nobody gave a name.
var accounts = map[string]bool{"admin": true, "administrator": true, "root": true, "webmaster": true, "editor": true, "author": true, "guest": true, "unknown": true, "anonymous": true, "null": true, "undefined": true}

// maxStatedName is the longest name of metadata, in bytes, by eye: a longer one is a
// sentence.
const maxStatedName = 80

func (r *reader) statedPeople(line string) (list []person) {
	line = r.withoutLabel(line)
	line, mail := cutMail(line, r.tables)
	line, _ = withoutAddress(line)
	if name := upright(line); name != "" {
		return []person{{name: name, email: mail}}
	}
	for _, part := range separate(r.opened(line), r.tables) {
		last := len(list) - 1
		switch {
		case last >= 0 && (isDegree(part.text) || r.saysRole(part.text)):
			list[last].bio = appendPhrase(list[last].bio, part.text)
		case len(part.text) <= maxStatedName && !strings.Contains(part.text, "://"):
			name, bio := nameAndRole(part.text, r.tables)
			if name == "" {
				name, bio = part.text, ""
			}
			list = append(list, person{name: name, bio: bio})
		}
	}
	if len(list) > 0 {
		list[len(list)-1].email = mail
	}
	return list
}

// withoutLabel removes the label of a byline of any language.
func (r *reader) withoutLabel(s string) string {
	s = strings.TrimSpace(s)
	by := func(w *words) []string { return w.by }
	if n := anyPrefix(s, r.tables, by); n > 0 {
		return s[n:]
	}
	// "Di Stefano" and "Von Trapp" are names: behind a label of another language two words
	// or more have to be left.
	if n := anyPrefix(s, of(""), by); n > 0 && len(strings.Fields(s[n:])) > 1 {
		return s[n:]
	}
	return s
}

// withoutAddress removes a web address in brackets behind a name.
func withoutAddress(s string) (name, address string) {
	i := strings.LastIndex(s, "(http")
	if i <= 0 || !strings.HasSuffix(s, ")") {
		return s, ""
	}
	return strings.TrimSpace(s[:i]), s[i+1 : len(s)-1]
}

// opened removes the brackets around further names: "Ann Lee (with Bo Hansen)".
func (r *reader) opened(s string) string {
	i := strings.LastIndex(s, " (")
	if i < 0 || !strings.HasSuffix(s, ")") {
		return s
	}
	inner := s[i+2 : len(s)-1]
	for _, w := range of("") {
		for _, and := range w.and {
			if and = strings.TrimSpace(and); isLatin(firstRune(and)) && strings.HasPrefix(inner, and+" ") {
				return s[:i] + ", " + strings.TrimSpace(inner[len(and):])
			}
		}
	}
	return s
}

// upright returns a name that stands with the surname first, as libraries and journals
// state it, in its usual order: "Lee, Ann" and "Jong, Michiel de". It returns "" for any
// other text: a surname is one word, particles apart, where two names in a row have two
// each.
func upright(s string) string {
	surname, given, ok := strings.Cut(s, ", ")
	if !ok || strings.Contains(given, ",") || isDegree(given) || !isName(surname) {
		return ""
	}
	words := 0
	for _, w := range strings.Fields(surname) {
		if !lower[w] {
			words++
		}
	}
	fields := strings.Fields(given)
	if words != 1 || len(fields) == 0 || len(fields) > 3 {
		return ""
	}
	for _, w := range fields {
		if !isNameWord(w) && !lower[w] {
			return ""
		}
	}
	return given + " " + surname
}

// degrees are what stands behind a name and is no name.
var degrees = map[string]bool{"phd": true, "dphil": true, "msc": true, "bsc": true, "esq": true, "jr": true, "sr": true, "mphil": true, "dipling": true, "pharmd": true, "psyd": true, "edd": true}

// isDegree reports whether s is a degree, or several: capitals, up to five of them, with or
// without dots, or one of the degrees that have other letters.
func isDegree(s string) bool {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '/' }) {
		plain := strings.NewReplacer(".", "", "-", "", "’", "").Replace(f)
		capitals := strings.IndexFunc(plain, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
		if plain == "" || !(capitals && len(plain) > 1 && len(plain) <= 5) && !degrees[strings.ToLower(plain)] {
			return false
		}
	}
	return s != ""
}

func appendPhrase(s, phrase string) string {
	if s == "" {
		return phrase
	}
	return s + ", " + phrase
}

// isPublication reports whether a name is that of the publication, which stands once, as
// the source, or its beginning, as "Le Monde" of "Le Monde.fr"; of five letters at least, by
// eye.
func (r *reader) isPublication(name string) bool {
	got := draft.Letters(name)
	return got != "" && (got == draft.Letters(r.article.Source.Name) || len(got) >= 5 && strings.HasPrefix(draft.Letters(r.article.Source.Name), got))
}

// signedElsewhere reads the bylines that stand elsewhere in the page, where the head has
// named nobody.
func (r *reader) signedElsewhere() {
	if len(r.chapter.Authors) > 0 {
		return
	}
	for _, line := range r.article.Signed {
		for _, s := range r.segments(line) {
			if !r.segment(s, draft.Byline) {
				r.affiliate(s)
			}
		}
	}
}

// named reads the names of a line that markup calls a byline, without a label. Such
// elements hold buttons, counts and the names of newsrooms too. So the names have to be
// full names by their form, but for one that stands alone where nobody is named yet. A
// date behind the names is read too.
func (r *reader) named(s string) bool {
	s = r.undated(r.withoutLabel(s))
	list, ok := people(r.opened(s), r.tables)
	if !ok {
		list = r.caseless(r.opened(s))
		r.addAuthors(list)
		return len(list) > 0
	}
	kept := list[:0]
	for _, p := range list {
		switch {
		case r.isPublication(p.name):
		case r.isFullName(p.name) && !isRunTogether(p.name), r.known(p.name), len(list) == 1 && len(r.chapter.Authors) == 0 && r.canBeAlone(p.name):
			kept = append(kept, p)
		default:
			return false
		}
	}
	r.addAuthors(kept)
	return true
}

// canBeAlone reports whether a name of one word, such as that of an agency, may be a
// byline.
func (r *reader) canBeAlone(name string) bool {
	return !isInitials(name) && !isRunTogether(name) && !r.isLabelOf(name, furnitureLabels) && !r.isDateLabel(name)
}

// undated removes a date behind the names of a byline, which has nothing between them
// where a page parts the two by its style.
func (r *reader) undated(s string) string {
	for i, c := range s {
		if c != ' ' && c != ',' {
			continue
		}
		rest := strings.TrimLeft(s[i:], " ,·|–—-")
		if _, ok := dateline.Parse(rest, r.chapter.Lang); ok {
			r.date(rest, &r.chapter.Date)
			return s[:i]
		}
	}
	return s
}

// affiliation reads what a byline says of the author below the name: an office, or the
// newsroom. The line is one of markup's bylines, below another of the same element, and not
// a name of two words, which is one more author.
func (h *headReader) affiliation(i int) bool {
	it := h.items[i]
	if i == 0 || it.Role != draft.Byline || h.items[i-1].Role != draft.Byline {
		return false
	}
	s := strings.TrimSpace(it.text)
	list, ok := people(s, h.tables)
	switch {
	case anyPrefix(s, of(""), func(w *words) []string { return w.by }) >= 0, h.isLabelOf(s, furnitureLabels), isSocial(s):
		return false
	case h.saysRole(s) && !(ok && len(list) > 1):
	case !it.Tight || ok && (len(list) > 1 || len(strings.Fields(s)) == 2 && !isUpper(strings.Fields(s)[0])):
		return false
	}
	return h.affiliate(s)
}

// affiliate gives what a byline says of an author to the last one.
func (r *reader) affiliate(s string) bool {
	n := len(r.chapter.Authors)
	if n == 0 || len(s) > maxStatedByline || strings.ContainsAny(s, "0123456789@") {
		return false
	}
	if a := r.chapter.Authors[n-1]; !r.isPublication(s) && !strings.Contains(book.PlainText(a.Bio), s) {
		a.Bio = draft.Text(appendPhrase(book.PlainText(a.Bio), s))
	}
	return true
}

// maxStatedByline is the longest line of a byline below the names, in bytes, by eye.
const maxStatedByline = 120

func (r *reader) known(name string) bool { return r.authorNamed(name) != nil }

// isDateLabel reports whether s is only the label of a date.
func (r *reader) isDateLabel(s string) bool {
	return equals(s, r.tables, func(w *words) []string { return w.updated }) || equals(s, r.tables, func(w *words) []string { return w.published })
}

// isInitials reports whether a name has no word but initials: the beginning of a sentence,
// "By J.", has them too.
func isInitials(s string) bool {
	for _, f := range strings.Fields(s) {
		if len([]rune(strings.Trim(f, "."))) > 1 && !strings.Contains(strings.Trim(f, "."), ".") {
			return false
		}
	}
	return isLatin(firstRune(s))
}

// isRunTogether reports whether a word is several, as the labels of buttons are in text:
// "ProfileFollowUnfollow". Names have one capital inside at most, as McKay does, two with a
// hyphen.
func isRunTogether(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '\'' || r == '’' || r == '.' }) {
		n, before := 0, rune(0)
		for _, c := range w {
			if unicode.IsUpper(c) && unicode.IsLower(before) {
				n++
			}
			before = c
		}
		if n > 1 {
			return true
		}
	}
	return false
}

// isAccount reports whether a name is one that somebody has in a system: a word with a
// figure in it, or without a capital.
func isAccount(s string) bool {
	return !strings.Contains(s, " ") && isLatin(firstRune(s)) && (strings.ContainsAny(s, "0123456789_") || strings.ToLower(s) == s)
}
