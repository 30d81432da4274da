package para

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/unit"
)

// How a word that is wider than its line is divided.
//
// In the narrow column of a table, or beside an initial, one word may be wider than the
// line. A breaker could only let it run off the page, where its end is lost to the reader.
// There are four ways out. The last one spoils a word most, and is taken when the pieces that
// the others leave are still wider than the line:
//
//	behind separators           an address or code, or a string that is longer than any word
//	hyphens of the language     in a style that is hyphenated
//	hyphens against the style   as in a title, which is not hyphenated else; code never is
//	between letters             at a cost that makes all other breaks cheaper
//
// Letters are what a reader takes for letters: a base with its marks, consonants of India
// that are joined by a killed vowel, a vowel of Thai with the consonant behind it. A soft
// hyphen at a place between letters is kept, and drawn where the line ends there.
//
// All ways only say where a line may end. The choice among the places is the breaker's, which
// takes the word's neighbours into account.

// whole adds one word, torn between letters when it is wider than a line and
// cannot be hyphenated to fit.
func (p *Paragraph) whole(i, start, end int, w *Word) {
	p.note(i, w)
	if w.Width > p.measure && (p.cursor.address || !p.fits(i, w, p.text[start:end])) {
		if w = p.hyphenable(i, p.text[start:end]); w == nil || p.cursor.address {
			p.tear(i, start, end)
			return
		}
	}
	p.atoms = append(p.atoms, atom{word: w, span: int32(i), start: start, end: end})
}

// fits reports whether all pieces of a hyphenated word are narrower than a line.
func (p *Paragraph) fits(i int, w *Word, s string) bool {
	f := p.looks[p.spans[i].look].Font
	p.set.hyphenate(f, w, s)
	room := p.measure - f.hyphen.Width
	from := unit.Length(0)
	for _, c := range w.cuts {
		if c.width-from > room {
			return false
		}
		from = c.width
	}
	return w.Width-from <= p.measure
}

// hyphenable returns a word too wide for a line in a font that is hyphenated,
// although its style is not; nil when hyphens do not help.
func (p *Paragraph) hyphenable(i int, s string) *Word {
	lk := &p.looks[p.spans[i].look]
	key := lk.Font.FontKey
	if key.literal || key.hyphenate {
		return nil
	}
	key.hyphenate = true
	plain := lk.Font
	lk.Font = p.set.Font(key)
	if divided := p.set.Word(lk.Font, s); p.fits(i, divided, s) {
		p.hyphens = true
		return divided
	}
	lk.Font = plain
	return nil
}

// tear adds the text letter by letter.
func (p *Paragraph) tear(i, start, end int) {
	f := p.looks[p.spans[i].look].Font
	for start < end {
		n := letter(p.text[start:end])
		after := broken
		if strings.HasPrefix(p.text[start+n:end], softHyphen) {
			n, after = n+len(softHyphen), soft
		}
		p.atoms = append(p.atoms, atom{
			word: p.set.Word(f, p.text[start:start+n]), span: int32(i), start: start, end: start + n,
			gap: after, cost: costTear,
		})
		start += n
	}
	p.atoms[len(p.atoms)-1].gap = joined
}

// letter returns the length of the first character of s with its marks, and with the
// characters that are written as one with it, up to some 64 bytes: longer than any
// cluster that is read, so that a hostile stack of marks is cut.
func letter(s string) int {
	last, n := utf8.DecodeRuneInString(s)
	for n < len(s) && n < 64 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.In(r, unicode.M, unicode.Variation_Selector, unicode.Join_Control) && !binds(last) {
			break
		}
		last = r
		n += size
	}
	return n
}

// binds reports whether the letter after r is written as one with it: r is a
// joiner, kills the vowel of a letter of India or Cambodia, or is a vowel of Thai or Lao that
// stands before its consonant.
func binds(r rune) bool {
	switch {
	case r == 0x200d, r >= 0x0e40 && r <= 0x0e44, r >= 0x0ec0 && r <= 0x0ec4:
		return true
	case r >= 0x0900 && r < 0x0d80:
		return r&0x7f == 0x4d
	}
	return r == 0x0dca || r == 0x1039 || r == 0x17d2
}

// parts adds an address or code, with breaks after its separators, until there are more
// atoms than the limit. It returns the end of the text that was added.
func (p *Paragraph) parts(i, start, end, limit int) int {
	f := p.looks[p.spans[i].look].Font
	for start < end && len(p.atoms) <= limit {
		n := part1(p.text[start:end], f.literal)
		after := broken
		if k := strings.LastIndex(p.text[start:start+n], softHyphen); p.soft && n >= maxAtom && start+n < end && k > 0 {
			n, after = k+len(softHyphen), soft
		}
		if p.coded(i) {
			start, n = p.syllables(i, start, n)
		}
		p.whole(i, start, start+n, p.set.Word(f, p.text[start:start+n]))
		start += n
		if a := &p.atoms[len(p.atoms)-1]; start < end {
			a.gap, a.cost = after, costPart
		}
	}
	return start
}

// syllables adds the beginning of a part of code, or of an address that print shows in
// brackets, three letters at a time: its line may have no other place to break. Three is by
// eye. syllables returns the rest of the part.
func (p *Paragraph) syllables(i, start, n int) (restStart, rest int) {
	const few = 3
	f := p.looks[p.spans[i].look].Font
	for n >= 3*few {
		size := 0
		for range few {
			size += letter(p.text[start+size : start+n])
		}
		p.whole(i, start, start+size, p.set.Word(f, p.text[start:start+size]))
		a := &p.atoms[len(p.atoms)-1]
		a.gap, a.cost = broken, costLetters
		start, n = start+size, n-size
	}
	return start, n
}
