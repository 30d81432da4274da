// Package locale has the words that the compiler adds to a book, and the ways in
// which its language writes dates, lists of names and quotations.
//
// In: a language tag (BCP 47), and the words that the publisher wants
// otherwise. Out: words, dates and names as text, without markup.
//
// Invariant: each word has as many places ("%s") in each language; a test compares them
// with English.
//
// Invariant: nothing is taken from the machine: no time zone, no environment.
package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/language/langdata"
)

// A Locale has the words of one language. It is never changed, and may be used by several
// goroutines at once.
type Locale struct {
	drawer *langdata.Drawer
	dates  langdata.Dates // of the drawer, or English ones
	lists  langdata.Lists
	words  map[Key]string
	lacks  []Key // keys for which the drawer has no word
}

// For returns the words of a language, in any case and with "-" or "_". The drawer is
// the one whose tag is the longest that begins lang. Words, dates and lists
// that it lacks are English, as are those of a language that has no drawer.
func For(lang string) *Locale {
	english := langdata.For("en")
	d := langdata.For(lang)
	if d == nil {
		d = english
	}
	l := &Locale{drawer: d, dates: d.Dates, lists: d.Lists, words: make(map[Key]string, len(english.Words))}
	if l.dates.Long == "" {
		l.dates = english.Dates
	}
	if l.lists.Two == "" {
		l.lists = english.Lists
	}
	for k, w := range english.Words {
		if own, ok := d.Words[k]; ok {
			w = own
		} else {
			l.lacks = append(l.lacks, Key(k))
		}
		l.words[Key(k)] = w.Text
	}
	slices.Sort(l.lacks)
	return l
}

// Lacks returns the words that stand in English, since the drawer of the language has
// none, sorted.
func (l *Locale) Lacks() []Key { return l.lacks }

// Unreviewed returns the words that no editor of the language has read, sorted.
func (l *Locale) Unreviewed() []Key {
	var list []Key
	for _, k := range l.drawer.Unreviewed() {
		list = append(list, Key(k))
	}
	return list
}

// Lang returns the tag of the drawer in use: that of the language, a shorter one, or "en".
func (l *Locale) Lang() string { return l.drawer.Tag }

// Word returns the word for a key, with its places unfilled; "" when there is none.
func (l *Locale) Word(k Key) string { return l.words[k] }

// Format returns the word for a key with args in its places. An argument for which
// there is no place follows at the end, so that no name is ever lost.
func (l *Locale) Format(k Key, args ...string) string {
	text := l.words[k]
	var b strings.Builder
	for _, a := range args {
		before, after, found := strings.Cut(text, "%s")
		b.WriteString(before)
		if !found && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(a)
		text = after
	}
	b.WriteString(strings.ReplaceAll(text, "%s", ""))
	return b.String()
}

// Byline returns the line that names the authors of an article, "By A and B",
// and "" for none.
func (l *Locale) Byline(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return l.Format(By, l.Join(names))
}

// Credit returns what names did: "Edited by A". role is a MARC relator code; a code that
// has no word (roles) counts as a contributor's.
func (l *Locale) Credit(role, names string) string {
	k, ok := roles[role]
	if !ok {
		k = ContributionsBy
	}
	return l.Format(k, names)
}

// CreditLabel returns what stands before the credit of a figure that is a bare name
// ("VCG"): "Photo: " with its space, or the word for another sort of picture. The
// label is "" where there is no credit, and for a credit that has a label or a sign of its
// own, in whatever letters: "Map: Ilse Brandvik", "© Harbour Museum", "図：海老原".
func (l *Locale) CreditLabel(f *book.Figure) string {
	credit := book.PlainText(f.Credit)
	if credit == "" || strings.ContainsAny(credit, ":：©") {
		return ""
	}
	return l.Word(sorts[l.sortOf(f)]) + l.Word(Colon)
}

// sortOf returns what a picture is: as the manuscript says; or a map or a chart where its
// alternative text or its caption begins with the word, perhaps behind an article ("A map
// of the strait"); else a drawing where its file is one, or a photo.
func (l *Locale) sortOf(f *book.Figure) book.Sort {
	if f.Sort != book.Unsorted {
		return f.Sort
	}
	for _, s := range []book.Sort{book.MapSort, book.ChartSort} {
		word := strings.ToLower(l.Word(sorts[s]))
		if f.Image != nil && begins(f.Image.Alt, word) || begins(book.PlainText(f.Caption), word) {
			return s
		}
	}
	if f.Image != nil && f.Image.Picture != nil && f.Image.Picture.Format == "svg" {
		return book.DrawingSort
	}
	return book.PhotoSort
}

// begins reports whether a word in small letters is the first or the second of a text. Where
// words have no spaces between them, it may also be the last: "海峡の地図".
func begins(text, word string) bool {
	if word == "" { // the publisher's
		return false
	}
	text = strings.ToLower(strings.TrimSpace(text))
	if r, _ := utf8.DecodeRuneInString(word); unicode.In(r, unicode.Han, unicode.Katakana, unicode.Thai) {
		return strings.HasPrefix(text, word) || strings.HasSuffix(strings.TrimRight(text, "。"), word)
	}
	_, second, _ := strings.Cut(text, " ")
	for _, s := range []string{text, second} {
		rest, found := strings.CutPrefix(s, word)
		if next, _ := utf8.DecodeRuneInString(rest); found && !unicode.In(next, unicode.L, unicode.M, unicode.N) && next != '-' {
			return true
		}
	}
	return false
}

// Between stands between the parts of a line, such as a dateline. A line does not begin
// with a dot.
const Between = "\u00A0· "

// CreditGap returns what parts the caption of a figure from the credit behind it: a space
// after the end of a sentence, else a dot.
func (l *Locale) CreditGap(f *book.Figure) string {
	caption := strings.TrimRight(book.PlainText(f.Caption), " \n\u00a0\"”“’»«›‹)）」』*")
	if last, _ := utf8.DecodeLastRuneInString(caption); strings.ContainsRune(".?!…。？！।؟", last) {
		return " "
	}
	return Between
}

// DivisionTitle returns what stands above the text of a division: its title, or else the
// word for its kind when it is an aside ("Note"); nothing for any other.
func (l *Locale) DivisionTitle(d *book.Division) []book.Inline {
	if len(d.Title) == 0 && d.Class == book.Admonition {
		return []book.Inline{&book.Text{Value: l.Word(admonitions[d.Kind]), Pos: d.Pos}}
	}
	return d.Title
}

// Back returns the label of the link from a note back to its call.
func (l *Locale) Back(number string) string { return l.Format(BackToCall, number) }

// Join returns names as a list, as CLDR's patterns of the language make one: "A, B and
// C". Empty names are left out.
func (l *Locale) Join(names []string) string {
	var list []string
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" {
			list = append(list, n)
		}
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	forms, rest, last := l.lists, list[:len(list)-1], list[len(list)-1]
	pattern := forms.Two
	if len(rest) > 1 {
		pattern = forms.Last
	}
	if forms.BeforeI != "" && soundsLikeI(last) {
		pattern = forms.BeforeI
	}
	text := rest[0]
	for _, n := range rest[1:] {
		text = pair(forms.Next, text, n)
	}
	return pair(pattern, text, last)
}

// pair fills a pattern of CLDR's: "{0} and {1}".
func pair(pattern, a, b string) string {
	before, after, _ := strings.Cut(pattern, "{0}")
	between, end, _ := strings.Cut(after, "{1}")
	return before + a + between + b + end
}

// Items returns what the compiler puts in a row, such as publisher, place and day, with
// the language's comma between. Empty items are left out.
func (l *Locale) Items(items ...string) string {
	items = slices.DeleteFunc(slices.Clone(items), func(s string) bool { return s == "" })
	return strings.Join(items, l.Word(Comma))
}

// soundsLikeI reports whether a Spanish word begins with the vowel i, before
// which "y" becomes "e": Inés, Hilario, but not Yolanda or hierro.
func soundsLikeI(word string) bool {
	w := strings.ToLower(word)
	w = strings.TrimPrefix(w, "h")
	if strings.HasPrefix(w, "í") {
		return true
	}
	return strings.HasPrefix(w, "i") && !strings.HasPrefix(w, "ia") && !strings.HasPrefix(w, "ie") && !strings.HasPrefix(w, "io")
}

// A Fault is an override that cannot be used.
type Fault struct {
	Key     string
	Nearest string // the known key that may have been meant, or ""
	// Places is the number of "%s" that the word of this key must have; it is
	// negative when the key is unknown.
	Places int
}

// With returns the locale with other words for some keys, and the overrides
// that it did not take, sorted by key.
func (l *Locale) With(overrides map[string]string) (*Locale, []Fault) {
	if len(overrides) == 0 {
		return l, nil
	}
	c := *l
	c.words = make(map[Key]string, len(l.words))
	for k, w := range l.words {
		c.words[k] = w
	}
	var faults []Fault
	for k, w := range overrides {
		own, ok := l.words[Key(k)]
		switch {
		case !ok:
			faults = append(faults, Fault{Key: k, Nearest: nearestKey(k), Places: -1})
		case strings.Count(w, "%s") != strings.Count(own, "%s"):
			faults = append(faults, Fault{Key: k, Places: strings.Count(own, "%s")})
		default:
			c.words[Key(k)] = w
		}
	}
	sortFaults(faults)
	return &c, faults
}
