// Package locale has the words that the compiler adds to a book, and the ways in
// which its language writes dates, lists of names and quotations.
//
// In: a language tag (BCP 47), and the words that the publisher wants
// otherwise. Out: words, dates and names as text, without markup.
//
// Invariant: each language has every word, and each word has as many places
// ("%s") in each language; a test compares them with English.
//
// Invariant: nothing is taken from the machine: no time zone, no environment.
package locale

import (
	"strings"

	"octavo/book"
)

// A Locale has the words of one language. It is never changed, and may be used by several
// goroutines at once.
type Locale struct {
	tag   string
	words map[Key]string
	forms forms
}

// forms are the ways of a language that are not words.
type forms struct {
	date     func(d day) string // a day, from its parts
	comma    string             // between names
	and      string             // between the last two
	andVowel string             // the same before the sound i, when it differs
	months   [12]string
}

// For returns the words of a language, in any case and with "-" or "_". The
// table is the one whose tag is the longest that begins lang; the words
// of a language that has none are English.
func For(lang string) *Locale {
	tag := canonical(lang)
	for t := tag; t != ""; t = parent(t) {
		if words, ok := tables[t]; ok {
			return &Locale{tag: t, words: words, forms: styles[t]}
		}
	}
	return &Locale{tag: "en", words: tables["en"], forms: styles["en"]}
}

// Lang returns the tag of the words in use: lang itself, a shorter one, or "en".
func (l *Locale) Lang() string { return l.tag }

// Word returns the word for a key, with its places unfilled; "" when there is none.
func (l *Locale) Word(k Key) string { return l.words[k] }

// Format returns the word for a key with args in its places. What has no place
// follows at the end, so that no name is ever lost.
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

// Credit returns what names did: "Edited by A". role is a MARC relator code; one that is
// not in [Roles] counts as a contributor's.
func (l *Locale) Credit(role, names string) string {
	k, ok := roles[role]
	if !ok {
		k = ContributionsBy
	}
	return l.Format(k, names)
}

// CreditLabel returns what stands before the credit of a figure that is a bare name
// ("VCG"): "Photo: " with its space, or "Illustration: " where the picture is drawn. It
// is "" for a credit that says what it is ("Map: Ilse Brandvik", "© Harbour Museum"), in
// whatever letters it says so ("図：海老原"), and for none.
func (l *Locale) CreditLabel(f *book.Figure) string {
	credit := book.PlainText(f.Credit)
	if credit == "" || strings.ContainsAny(credit, ":：©") {
		return ""
	}
	word := Photo
	if f.Image != nil && f.Image.Picture != nil && f.Image.Picture.Format == "svg" {
		word = Illustration
	}
	return l.Word(word) + l.Word(Colon)
}

// Back returns the label of the link from a note back to its call.
func (l *Locale) Back(number string) string { return l.Format(BackToCall, number) }

// Join returns names as a list: "A, B and C". Empty names are left out.
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
	last := list[len(list)-1]
	and := l.forms.and
	if l.forms.andVowel != "" && soundsLikeI(last) {
		and = l.forms.andVowel
	}
	return strings.Join(list[:len(list)-1], l.forms.comma) + and + last
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

// Date returns the day of d, "5 November 2025", and "" when it is unknown.
func (l *Locale) Date(d book.Date) string {
	if d.IsZero() {
		return ""
	}
	year, month, dayOfMonth := d.Day()
	return l.Day(year, int(month), dayOfMonth)
}

// Day returns a day. A month that is not in the year is that of the year's end or beginning.
func (l *Locale) Day(year, month, dayOfMonth int) string {
	month = min(max(month, 1), 12)
	return l.forms.date(day{year: year, month: month, day: dayOfMonth, name: l.forms.months[month-1]})
}
