package parts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// The numbers are by eye. Greater ones take short last paragraphs for signatures and bios,
// lesser ones leave bios in the body.
const (
	// maxTail is how many items at the end of an article can be its tail.
	maxTail = 12
	// maxSignature is the longest line that signs an article.
	maxSignature = 100
	// maxBio is the longest bio, in columns.
	maxBio = 900
)

// A bio is what a paragraph says of an author.
type bio struct {
	name    string // as the paragraph has it, "" for none
	content []book.Inline
	email   string
}

// tail reads the tail of the article, from its end, and takes its items away.
// One item at least is left for the body.
//
// The last paragraph of the body and a bio below it look alike from above: both are prose,
// and a bio often has no label. Seen from the end the order is firm: addresses, remarks of
// the publication and bios come last, and the first item that is none of them (ending) is
// the end of the body. A heading such as "About the author" makes it surer: all text below
// it is bios, whatever the words are.
//
// Bios and addresses are found in the wrong order so, and are turned around at the end.
func (r *reader) tail() {
	about := r.aboutAt()
	above, mails := len(r.bios), len(r.mails) // those of the head
	end := len(r.items)
	for n := 0; end > 1 && n < maxTail; n++ {
		it := r.items[end-1]
		if end-1 == about {
			r.headBios(it, above)
			end--
			break
		}
		if !r.ending(it, about >= 0 && end-1 > about) {
			break
		}
		end--
	}
	r.items = r.items[:end]
	r.chapter.EditorsNote = append(r.chapter.EditorsNote, r.closings...)
	slices.Reverse(r.bios[above:])
	slices.Reverse(r.mails[mails:])
}

// aboutAt returns the index of a heading over the bios, -1 for none: "About the authors", or
// else the name of an author over the last paragraph.
func (r *reader) aboutAt() int {
	named := -1
	for i := len(r.items) - 2; i > 0 && i >= len(r.items)-maxTail; i-- {
		it := r.items[i]
		if it.content == nil || it.width > 60 {
			continue
		}
		if equals(it.text, r.tables, func(w *words) []string { return w.about }) {
			return i
		}
		if i == len(r.items)-2 && r.items[i+1].isText() && r.authorNamed(withoutReading(it.text)) != nil && r.saysRole(r.items[i+1].text) {
			named = i
		}
	}
	return named
}

// withoutReading cuts from a name how it is read: 霧島灯子（きりしま・とうこ）.
func withoutReading(s string) string {
	for _, open := range []string{"（", "("} {
		if i := strings.Index(s, open); i > 0 && strings.IndexAny(s[i:], "）)") == len(strings.TrimRight(s[i:], "）)")) {
			return strings.TrimSpace(s[:i])
		}
	}
	return strings.TrimSpace(s)
}

// headBios puts what a heading over a bio says beside the author's name, such as its
// reading, before the bio. Bios of the tail are those behind the first ones.
func (r *reader) headBios(it *item, first int) {
	if r.authorNamed(it.text) != nil || r.authorNamed(withoutReading(it.text)) == nil || len(r.bios) <= first {
		return
	}
	b := &r.bios[len(r.bios)-1]
	b.name = withoutReading(it.text)
	b.content = append(append([]book.Inline{}, it.content...), append([]book.Inline{&book.Text{Value: " "}}, b.content...)...)
}

// ending reads an item, and reports whether the item belongs to the tail. below says
// that it stands below a heading "About the author".
func (r *reader) ending(it *item, below bool) bool {
	if isBreak(it.Block.Block) || isRule(it) {
		return true
	}
	if (it.Role == draft.Bio || below) && r.isLabel(it) {
		return true
	}
	if it.Role == draft.Bio || below && it.isText() {
		r.bios = append(r.bios, r.bioOf(it, r.namedAt(it.text)))
		return true
	}
	if !it.isText() {
		return false
	}
	if cut, address := mailAtEnd(it.text, r.tables); address != "" {
		if cut == 0 {
			r.mails = append(r.mails, address)
			return true
		}
		if a := r.authorNamed(it.text[:cut]); a != nil && a.Email == "" {
			a.Email, r.domain = address, address
			return true
		}
	}
	if n := r.noteLabel(it); n >= 0 && n < len(it.text) {
		note := r.chapter.EditorsNote
		r.chapter.EditorsNote = nil
		r.takeNote([]*item{it}, n)
		r.chapter.EditorsNote = append(r.chapter.EditorsNote, note...)
		return true
	}
	if r.address(it) || r.closing(it) || r.signature(it) {
		return true
	}
	if r.isReached(it.text) && r.contact(it) {
		return true
	}
	if it.width <= maxSignature && r.eastern() && !terminal(it.text) && (r.byEnd(it.text) || r.signedAgain(unwrapped(it.text))) {
		return true
	}
	if name, sure, ok := r.isBio(it.text); ok {
		if !sure {
			r.guess("author's bio", it.text)
		}
		r.bios = append(r.bios, r.bioOf(it, name))
		return true
	}
	if name, ok := r.slantedBio(it); ok {
		r.guess("author's bio", it.text)
		r.bios = append(r.bios, r.bioOf(it, name))
		return true
	}
	if rest, ok := strings.CutPrefix(it.text, "/"); ok && it.width <= maxSignature && (r.byEnd(strings.TrimSpace(rest)) || r.signedAgain(rest)) {
		return true // "/김하나 기자"
	}
	if r.helper(it, true) {
		return true
	}
	return it.width <= maxByline && r.label(it) || r.contact(it)
}

// address takes a web address that stands alone at the end for the address of the
// article.
func (r *reader) address(it *item) bool {
	url := strings.TrimSpace(it.text)
	if r.chapter.Source.URL != "" || nextWeb(url, 0) != 0 || webLength(url) != len(url) || address(url) == "" {
		return false
	}
	r.guess("address of the article", url)
	r.chapter.Source.URL = url
	return true
}

// closing takes what the publication says of the article below it, such as a
// correction, into the editor's note, with its label, which says what it is.
func (r *reader) closing(it *item) bool {
	if it.width > maxBio {
		return false
	}
	_, before, _ := bare(it.text)
	s := it.text[before:]
	marked := strings.TrimLeft(s, "※◇◆☞＊*•■ ")
	_, _, mail := findMail(s)
	labelled := anyPrefix(s, r.tables, func(w *words) []string { return w.closing }) >= 0 && anyPrefix(it.text, r.tables, authorLabels) < 0
	if !labelled && (len(marked) == len(s) || strings.HasPrefix(s, "■") && !mail || !mail && !r.speaksOfItself(s)) {
		return false
	}
	if labelled && !terminal(it.text) && !mail && it.width < 60 {
		return false // a heading
	}
	r.guess("note at the end, moved to the editor's note", it.text)
	note := r.chapter.EditorsNote
	r.chapter.EditorsNote = nil
	r.takeNote([]*item{it}, 0)
	r.closings = append(r.chapter.EditorsNote, r.closings...)
	r.chapter.EditorsNote = note
	return true
}

// authorNamed returns the author of a name, nil for none.
func (r *reader) authorNamed(name string) *book.Person {
	for _, a := range r.chapter.Authors {
		if a.Name != "" && same(a.Name, name) {
			return a
		}
	}
	return nil
}

// isLabel reports whether a line only says whose bio follows, or that a bio does.
func (r *reader) isLabel(it *item) bool {
	if equals(it.text, r.tables, func(w *words) []string { return w.about }) || r.authorNamed(it.text) != nil || r.authorNamed(r.withoutLabel(it.text)) != nil {
		return true
	}
	for _, about := range []string{"About ", "Über ", "À propos de ", "À propos d'", "Sobre ", "Acerca de ", "More by ", "Written by ", "关于", "關於"} {
		if n := prefix(it.text, about); n > 0 && r.authorNamed(strings.TrimRight(it.text[n:], " :：")) != nil {
			return true
		}
	}
	return false
}

// isBio reports whether a paragraph says who an author is (ok), of which author, and
// whether its words leave no doubt (sure).
func (r *reader) isBio(text string) (name string, sure, ok bool) {
	if draft.Width(text) > maxBio {
		return "", false, false
	}
	text = unstarred(text)
	s, _, _ := bare(strings.TrimPrefix(text, starred))
	s = strings.TrimLeft(s, "*_—–-■◆◇▶●• ")
	if anyPrefix(text, r.tables, authorLabels) >= 0 || anyPrefix(s, r.tables, authorLabels) >= 0 {
		return "", true, true
	}
	for _, a := range r.chapter.Authors {
		n := namePrefix(s, a.Name)
		if n > 0 && r.follows(s[n:]) >= 0 {
			return a.Name, true, true
		}
		// "Morwenna Tregear keeps the light": no list has all verbs.
		if next := firstRune(strings.TrimPrefix(s[n:], " ")); n > 0 && strings.HasPrefix(s[n:], " ") && unicode.IsLower(next) && terminal(s) && strings.Contains(a.Name, " ") && draft.Width(s) <= maxStandfirst {
			return a.Name, false, true
		}
	}
	name = r.namedAt(s)
	if name == "" {
		return "", false, false
	}
	_, _, mail := findMail(s)
	rest := s[len(name):]
	// In scripts without capitals nearly any two characters could be a name: where the
	// authors are known, a paragraph of Korean that begins with others is of the text.
	if isHangul(firstRune(name)) && !mail && slices.ContainsFunc(r.chapter.Authors, func(a *book.Person) bool { return isHangul(firstRune(a.Name)) }) {
		return "", false, false
	}
	return name, false, mail && isLatin(firstRune(name)) || r.saysRole(rest)
}

// starred is what some papers write before a bio.
const starred = "(*) "

func authorLabels(w *words) []string { return w.author }

// follows returns the length of the word that comes after a name in a bio, -1
// when there is none.
func (r *reader) follows(rest string) int {
	for _, w := range r.tables {
		for _, is := range w.is {
			if strings.HasPrefix(rest, is) {
				return len(is)
			}
		}
	}
	for _, sep := range []string{", ", " (", "（", "＝", "："} {
		if strings.HasPrefix(rest, sep) {
			return len(sep)
		}
	}
	return -1
}

// namedAt returns the name that s begins with when s goes on behind the name as a bio
// does; "" for none.
func (r *reader) namedAt(s string) string {
	const longest = 80
	best := ""
	for i := range s {
		if i > longest {
			break
		}
		if i == 0 || r.follows(s[i:]) < 0 {
			continue
		}
		if name := s[:i]; r.isFullName(name) {
			best = name
			if c, _ := utf8.DecodeRuneInString(name); !isLatin(c) {
				break // the shortest one: there are no spaces to end it
			}
		}
	}
	return best
}

// isFullName reports whether s is a name by its form alone.
func (r *reader) isFullName(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	switch {
	case isLatin(c):
		n := len(strings.Fields(s))
		return n >= 2 && n <= 5 && isName(s) && !contains(s, r.tables, func(w *words) []string { return w.roles }) && !lowerStart[strings.ToLower(strings.Fields(s)[0])]
	case isHan(c) && language(r.chapter.Lang) == "zh":
		return isChineseName(s)
	}
	return isEasternName(s)
}

// lowerStart are words that begin a sentence, not a name.
var lowerStart = map[string]bool{"the": true, "a": true, "an": true, "this": true, "that": true, "our": true, "their": true, "his": true, "her": true,
	"der": true, "die": true, "das": true, "ein": true, "eine": true, "unser": true, "unsere": true,
	"le": true, "la": true, "les": true, "un": true, "une": true, "notre": true, "el": true, "los": true, "las": true, "una": true, "nuestro": true, "nuestra": true}

// saysRole reports whether the beginning of s names what an author is. A role stands in
// the first sentence or two of a bio; 240 bytes are by eye.
func (r *reader) saysRole(s string) bool {
	const look = 240
	if len(s) > look {
		s = strings.ToValidUTF8(s[:look], "")
	}
	if contains(s, r.tables, func(w *words) []string { return w.roles }) {
		return true
	}
	for _, w := range r.tables {
		for _, role := range w.roles {
			if c, _ := utf8.DecodeRuneInString(role); !isLatin(c) && !isHangul(c) && strings.Contains(s, role) {
				return true
			}
		}
	}
	return false
}

// bioOf makes a bio of an item: without brackets and emphasis around it, without strong
// words, and without the mail address at its end.
func (r *reader) bioOf(it *item, name string) bio {
	content := unstyled(notStrong(withoutStars(it.content)))
	text := book.PlainText(content)
	inner, before, _ := bare(text)
	if strings.ContainsAny(inner, "()（）[]") && before > 0 {
		inner, before = text, 0
	}
	if rest, ok := strings.CutPrefix(inner, starred); ok {
		before, inner = before+len(starred), rest
	}
	before += len(inner) - len(strings.TrimLeft(inner, "—–-■◆◇▶●• "))
	inner = text[before : before+len(strings.TrimLeft(inner, "—–-■◆◇▶●• "))]
	if n := anyPrefix(inner, r.tables, authorLabels); n > 0 && n < len(inner) && strings.ContainsAny(inner[:n], ":：") {
		before, inner = before+n, inner[n:]
		if name == "" {
			name = r.namedAt(inner)
		}
	}
	cut, address := mailAtEnd(inner, r.tables)
	return bio{name: name, content: draft.Slice(content, before, before+cut), email: address}
}

// signature reads a line at the end that is a name alone: "— Ilse Brandvik".
func (r *reader) signature(it *item) bool {
	if it.width > maxSignature {
		return false
	}
	s, cut, _ := bare(it.text)
	name := strings.TrimLeft(s, "—–―- ")
	marked := cut > 0 || len(name) < len(s)
	if n := anyPrefix(name, r.tables, func(w *words) []string { return w.by }); n >= 0 && strings.ContainsAny(name[:n], ":：/／") {
		name, marked = strings.TrimSpace(name[n:]), true
	}
	if a := r.authorNamed(name); a != nil && !r.signed[a] {
		r.sign(a)
		return true
	}
	_, style, styled := draft.Unstyle(it.content)
	marked = marked || styled && style == book.Strong && r.article.Markup // as papers of Vietnam sign
	list, ok := people(name, r.tables)
	if !marked || !ok || len(r.chapter.Authors) > 0 || !r.isFullName(list[0].name) {
		return false
	}
	r.guess("author", it.text)
	r.addAuthors(list)
	for _, a := range r.chapter.Authors {
		r.sign(a)
	}
	return true
}

// signedAgain reports whether a line names the authors that are known, with what they are:
// "/박준 한국해양대 교수".
func (r *reader) signedAgain(s string) bool {
	list, ok := people(strings.TrimSpace(s), r.tables)
	for _, p := range list {
		if r.authorNamed(p.name) == nil {
			return false
		}
	}
	if ok {
		r.addAuthors(list)
	}
	return ok
}

// unwrapped returns what stands in brackets where all of s does, and "" for any other.
func unwrapped(s string) string {
	inner, before, _ := bare(strings.TrimSpace(s))
	if before == 0 {
		return ""
	}
	return inner
}

// sign remembers that an author's name has stood at the end.
func (r *reader) sign(a *book.Person) {
	if r.signed == nil {
		r.signed = map[*book.Person]bool{}
	}
	r.signed[a] = true
}
