package locale

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"octavo/book/language/langdata"
)

// A Collation is the order in which the readers of a language look words up: the
// order of the Unicode Collation Algorithm, as CLDR tailors it. A Collation is not for
// several goroutines at once.
type Collation struct {
	all     *collate.Collator
	letters *collate.Collator // letters alone: not case, marks or width
	same    *strings.Replacer // letters that are sorted as another
	heads   []string          // the letters that head an index of the language, in their order
}

// NewCollation returns the order of a language (BCP 47), and the order that CLDR has for
// no language when the tag says nothing.
func NewCollation(lang string) *Collation {
	c := &Collation{}
	var same []string
	if d := langdata.For(lang); d != nil {
		c.heads = d.Index
		for _, letter := range slices.Sorted(maps.Keys(d.SameLetter)) {
			same = append(same, letter, d.SameLetter[letter])
		}
		lang = cmp.Or(d.Collation, lang)
	}
	c.same = strings.NewReplacer(same...)
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.Und
	}
	c.all, c.letters = collate.New(tag), collate.New(tag, collate.Loose)
	return c
}

// Compare compares two terms by their letters, figures and spaces, and terms that are
// the same in these by their bytes. The number returned is as that of [cmp.Compare].
func (c *Collation) Compare(a, b string) int {
	return cmp.Or(c.all.CompareString(c.spoken(a), c.spoken(b)), strings.Compare(a, b))
}

// spoken drops what nobody looks a term up by, and makes letters that are looked up as
// one the same.
func (c *Collation) spoken(s string) string {
	return c.same.Replace(strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) || r == ' ' {
			return r
		}
		return -1
	}, s))
}

// SameGroup reports whether two terms stand under one letter of an index.
func (c *Collation) SameGroup(a, b string) bool {
	x, y := c.Head(a), c.Head(b)
	return x == y || c.letters.CompareString(x, y) == 0
}

// Head returns the letter of an index that a term stands under. CLDR names the letters
// that head an index of the language, digraphs among them ("CH" in Czech, "LJ" in
// Croatian), and a term stands under the last of them that does not come after it, as
// the index of ICU has it (UTS #35, part 2, "Index Characters"): the order of the
// language says by itself that "chata" comes after "H", and that Aa is Å in Danish. A
// term in another script, or of a language without such letters, stands under the letter
// that it begins with, whatever its marks; for Hangul that is its first consonant.
// Figures are one group, and so is Han, whose order has no letters.
func (c *Collation) Head(term string) string {
	term = c.spoken(term)
	first := initial(term)
	head := ""
	for _, h := range c.heads {
		if scriptOf(first) != scriptOf(initial(h)) {
			continue
		}
		if c.letters.CompareString(h, term) > 0 {
			break
		}
		head = h
	}
	if head != "" {
		return head
	}
	return string(first)
}

// scriptOf returns the table of the script of a letter, nil for a script that heads no
// index.
func scriptOf(r rune) *unicode.RangeTable {
	for _, t := range []*unicode.RangeTable{
		unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Devanagari, unicode.Thai, unicode.Hiragana,
	} {
		if unicode.Is(t, r) {
			return t
		}
	}
	return nil
}

// initial returns the first letter of a term as it is spoken, or a sign for its group.
func initial(term string) rune {
	r, _ := utf8.DecodeRuneInString(term)
	switch {
	case unicode.IsDigit(r):
		return '0'
	case unicode.Is(unicode.Han, r):
		return '一'
	case r >= 0xAC00 && r <= 0xD7A3:
		return 0x1100 + (r-0xAC00)/588 // the first consonant; each has 588 syllables, 21 vowels by 28 endings
	}
	return r
}
