package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/nfc"
)

// personBio finds the authors without a bio where half of the authors or more have one. An
// author who is introduced as an editor needs no second bio.
func personBio(r *reporter) {
	introduced := map[string]bool{}
	for _, p := range r.book.Contributors {
		introduced[p.Name] = introduced[p.Name] || len(p.Bio) > 0
	}
	authors := book.Authors(r.book)
	with := 0
	for _, a := range authors {
		if len(a.Person.Bio) > 0 {
			with++
			introduced[a.Person.Name] = true
		}
	}
	if 2*with < len(authors) {
		return
	}
	for _, a := range authors {
		if !introduced[a.Person.Name] {
			r.report(a.Person.Pos, "say in a sentence who that is: bio: ...", "%s is not introduced, as the other authors are", clip(a.Person.Name))
		}
	}
}

func personTwice(r *reporter) {
	for _, c := range r.book.Chapters() {
		seen := map[string]bool{}
		for _, a := range c.Authors { // who wrote an article and took its pictures has two roles
			if a.Name != "" && seen[a.Name] {
				r.report(c.Pos, "keep one of the two", "%s is named twice", clip(a.Name))
			}
			seen[a.Name] = true
		}
	}
}

// How two spellings of a name find each other.
//
// "Ilse Brandvik" and "Ilse Brandvick" are one letter apart. To compare every name with every
// other takes a hundred million comparisons for a book of ten thousand authors. So each
// name is put under keys, and only names that share a key are compared.
//
// For names that differ in case, accents or order of words the key is what is left without
// these. For names that are one letter apart the key is less plain. When a letter is
// exchanged, both names are the same string without it; when one name has a letter more,
// that name is the other one without it. So a long name is put under itself and under all
// strings that leave out one of its letters, and two names that are one edit apart share a key
// (deletion neighbourhoods: T. Bocek et al., "Fast Similarity Search in Large Dictionaries",
// 2007). A name of n letters has n such keys, and n is bounded.
//
// A shared key is a hint and no proof, since names at two edits may share one. Function one
// looks at both names and decides.
//
// The names of a book are many and short, so that the work is linear in their number.

// personSpelling finds names that seem to be one person's: the same but for
// case, accents and punctuation, or for one letter, or for a first name that is
// an initial.
func personSpelling(r *reporter) {
	first := map[string]*book.Person{} // by every key
	names := map[string]bool{}
	for _, p := range r.people() {
		if p.Name == "" || names[p.Name] {
			continue
		}
		names[p.Name] = true
		keys := spellings(p.Name)
		for _, k := range keys {
			if other := first[k]; other != nil && one(other.Name, p.Name) {
				r.report(p.Pos, "spell the name one way, or allow the rule here if they are two", "%s may be the same person as %s", clip(p.Name), clip(other.Name))
				break
			}
		}
		for _, k := range keys {
			if first[k] == nil {
				first[k] = p
			}
		}
	}
}

// people returns contributors and authors in the order of the book.
func (r *reporter) people() []*book.Person {
	list := slices.Clone(r.book.Contributors)
	for _, c := range r.book.Chapters() {
		list = append(list, c.People()...)
	}
	return list
}

// shortest is the length from which on names that differ in one letter are
// thought to be one: Ann Lee and Ann Lea may be two people. By eye: a lower bound reports
// more pairs of relatives, a higher one misses more slips.
const shortest = 11 // letters, with a space

// spellings returns keys of which two spellings of one name share one: its plain
// form, that with an initial for the first name, and, of a long name, those
// with one letter left out, by which names at a distance of one edit meet.
func spellings(name string) []string {
	words := plain(name)
	if len(words) == 0 {
		return nil
	}
	whole := strings.Join(words, " ")
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	keys := []string{whole, "=" + strings.Join(sorted, " "), "+" + strings.Join(words, "")}
	if c, n := utf8.DecodeRuneInString(words[0]); len(words) > 1 && unicode.In(c, unicode.Latin, unicode.Cyrillic, unicode.Greek) {
		keys = append(keys, "."+words[0][:n]+" "+strings.Join(words[1:], " "))
	}
	const longest = 64 // generous: a longer string is no name, and its keys take n² bytes
	if n := utf8.RuneCountInString(whole); n >= shortest && n <= longest {
		for i, c := range whole {
			keys = append(keys, whole[:i]+whole[i+utf8.RuneLen(c):])
		}
	}
	return keys
}

// one reports whether two names that share a key are likely to be one person's:
// Ann Lee and Ann Lea may be two people, A. Brandvik and B. Brandvik surely are.
func one(a, b string) bool {
	x, y := plain(a), plain(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	whole, other := strings.Join(x, ""), strings.Join(y, "")
	if whole == other || sameWords(x, y) {
		return true
	}
	if len(x) > 1 && len(x) == len(y) && slices.Equal(x[1:], y[1:]) && (initial(x[0]) || initial(y[0])) {
		return strings.HasPrefix(x[0], y[0]) || strings.HasPrefix(y[0], x[0])
	}
	return edits(whole, other) == 1 && utf8.RuneCountInString(whole) >= shortest-1 && !strings.ContainsFunc(whole+other, unicode.IsDigit)
}

func sameWords(x, y []string) bool {
	x, y = slices.Clone(x), slices.Clone(y)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

func initial(word string) bool { return utf8.RuneCountInString(word) == 1 }

// edits returns 0, 1 or 2 (for more): the letters to change, add or take away to
// make b of a.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	switch {
	case len(x) == len(y) && i == len(x):
		return 0
	case len(x) == len(y) && string(x[i+1:]) == string(y[i+1:]), len(x)+1 == len(y) && string(x[i:]) == string(y[i+1:]):
		return 1
	}
	return 2
}

// plain returns the words of a name in lower case, without accents and
// punctuation; the family name of "Lee, Ann" goes to the end.
func plain(name string) []string {
	if family, given, ok := strings.Cut(name, ", "); ok {
		name = given + " " + family
	}
	var b strings.Builder
	for _, c := range nfc.Decompose(name) {
		switch {
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’':
		case unicode.IsLetter(c), unicode.IsDigit(c):
			b.WriteRune(unicode.ToLower(c))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(nfc.Compose(b.String())) // Hangul in syllables again
}
