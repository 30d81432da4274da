package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/thai"
)

// A gap is what stands between two atoms.
type gap uint8

const (
	joined  gap = iota // nothing, and no break
	spaced             // a word space
	tied               // a word space that is not broken at
	broken             // nothing, but a break is legal at a cost
	airy               // Han beside Han: a little room to stretch
	between            // Han beside Latin: a thin space
	meeting            // the end of a quotation beside the beginning of one: half of their white
	signed             // the white behind a sign of a formula, with a break at a cost
	soft               // nothing, and a hyphen when a line ends there
	ended              // a forced line end
)

// An atom is a piece of a paragraph that is not broken but by hyphens.
type atom struct {
	word       *word
	image      *book.Image
	formula    *formulaPiece
	span       int32
	start, end int // in the paragraph's text
	gap        gap // after it
	cost       int // of a break in the gap
	space      unit.Length
}

// Costs of breaks that are legal and yet not liked.
const (
	costHyphen  = 40   // after a hyphen that is part of the word
	costDash    = 20   // after a dash
	costSlash   = 60   // after a slash
	costBefore  = 300  // before a dash that follows a space
	costSyll    = 30   // between syllables of Hangul
	costPart    = 120  // between the parts of an address or of code
	costLetters = 2000 // between letters of an address
	costTear    = 5000 // in the middle of what cannot be broken otherwise
)

// maxAtom is the length in bytes of a word that is shaped in one piece.
const maxAtom = 192

// prepare readies the text of p to be divided into atoms by [paragraph.advance].
func (p *paragraph) prepare() {
	p.text = string(p.buf)
	p.cursor = cursor{}
	p.direct()
	lang := p.set.lang
	if len(p.spans) > 0 {
		lang = p.looks[0].font.lang
	}
	p.breaks = p.set.shaper.Breaks(p.text, lang, p.breaks[:0])
	if p.soft = strings.Contains(p.text, softHyphen); p.soft {
		p.breaks = slices.DeleteFunc(p.breaks, p.afterSoft)
	}
	if thai.Has(p.text) {
		p.breaks = slices.Compact(slices.Sorted(slices.Values(thai.Breaks(p.text, p.breaks))))
	}
}

// A cursor is how far the text of a paragraph has been divided into atoms.
type cursor struct {
	span   int // at hand
	at     int // in the text; before the span: at its start
	end    int // of the piece that is divided into parts; 0: none is
	breaks int // the next of the paragraph's breaks
}

// advance divides more of the text into atoms, until there are more than a limit, by
// no more than the letters of a part of a word, or until there is no more text.
func (p *paragraph) advance(limit int) {
	c := &p.cursor
	for ; c.span < len(p.spans); c.span++ {
		sp := &p.spans[c.span]
		if sp.forced {
			p.end()
			continue
		}
		for c.at = max(c.at, sp.start); c.at < sp.end; {
			if len(p.atoms) > limit {
				return
			}
			if n, breakable := spaces(p.text[c.at:sp.end]); n > 0 && c.end == 0 {
				p.blank(c.span, c.at, breakable)
				c.at += n
				continue
			}
			p.next(sp, limit)
		}
	}
}

// next adds the piece of a span at the cursor, or as many of its parts as the limit
// of atoms lets.
func (p *paragraph) next(sp *span, limit int) {
	c := &p.cursor
	i, end, legal := c.span, c.end, false
	if end == 0 {
		end = p.pieceEnd(sp)
	}
	legal = c.breaks < len(p.breaks) && p.breaks[c.breaks] == end
	last := end == sp.end && i+1 < len(p.spans)
	if last && p.spans[i+1].glued {
		legal = false
	}
	c.at = p.piece(i, c.at, end, legal, limit)
	if c.at < end {
		c.end = end
		return
	}
	c.end = 0
	if p.soft && last && !p.spans[i+1].glued {
		p.softEnd(end)
	}
}

// pieceEnd returns the end of the text at the cursor that has neither spaces nor legal
// breaks within.
func (p *paragraph) pieceEnd(sp *span) int {
	c := &p.cursor
	for c.breaks < len(p.breaks) && p.breaks[c.breaks] <= c.at {
		c.breaks++
	}
	end := sp.end
	if c.breaks < len(p.breaks) && sp.call == nil {
		end = min(end, p.breaks[c.breaks])
	}
	return c.at + untilSpace(p.text[c.at:end])
}

// softHyphen is where its author allows a word to be divided. It is no break between
// atoms: a word that is not divided there has to be shaped as one.
const softHyphen = "\u00ad"

// afterSoft reports whether the break at an offset is one behind a soft hyphen. Behind
// a hyphen that stands in the text no other is drawn.
func (p *paragraph) afterSoft(at int) bool {
	before, ok := strings.CutSuffix(p.text[:at], softHyphen)
	return ok && at < len(p.text) && !strings.HasSuffix(before, "-") && !strings.HasSuffix(before, "\u2010")
}

// softEnd allows a hyphen at the end of the last atom when a soft hyphen is there, where
// the word goes on in another look.
func (p *paragraph) softEnd(end int) {
	if !p.afterSoft(end) && !strings.HasPrefix(p.text[end:], softHyphen) || len(p.atoms) == 0 {
		return
	}
	if a := &p.atoms[len(p.atoms)-1]; a.gap == joined && a.word != nil && a.word.text != "" {
		a.gap = soft
	}
}

// spaces returns how many bytes of white s begins with, and whether a line may
// be broken there.
func spaces(s string) (n int, breakable bool) {
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == '\t' || s[n] == '\n' || s[n] == '\r':
			n, breakable = n+1, true
		case strings.HasPrefix(s[n:], "\u00a0"):
			n += 2
		default:
			return n, breakable
		}
	}
	return n, breakable
}

func untilSpace(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			return i
		case c == 0xc2 && strings.HasPrefix(s[i:], "\u00a0"):
			return i
		}
	}
	return len(s)
}

// blank makes the gap after the last atom a space.
func (p *paragraph) blank(i, at int, breakable bool) {
	n := len(p.atoms)
	if n == 0 {
		return
	}
	a := &p.atoms[n-1]
	if a.gap == ended {
		return
	}
	a.space = p.looks[p.spans[i].look].font.space
	if !breakable {
		a.gap = tied
		return
	}
	a.gap, a.cost = spaced, 0
	r, size := utf8.DecodeRuneInString(p.text[at+1:])
	if r == 'ๆ' { // repeats the word before
		a.gap = tied
		return
	}
	if r == '–' || r == '—' {
		if next, _ := utf8.DecodeRuneInString(p.text[at+1+size:]); next == ' ' {
			a.cost = costBefore
		}
	}
}

// end forces a line end.
func (p *paragraph) end() {
	if n := len(p.atoms); n > 0 {
		p.atoms[n-1].gap = ended
	}
}

// piece adds the text from start to end, shaped, as one atom or more. It returns how
// far it came with the atoms that the limit lets.
func (p *paragraph) piece(i, start, end int, legal bool, limit int) (at int) {
	sp := &p.spans[i]
	f := p.looks[sp.look].font
	s := p.text[start:end]
	address := f.literal || sp.address || strings.Contains(s, "://") || strings.Contains(s, "@") && len(s) > 12
	switch {
	case sp.formula != nil:
		p.formulaAtom(i, start, end)
		if !sp.formula.last {
			return end
		}
	case sp.image != nil:
		p.atoms = append(p.atoms, atom{image: sp.image, span: int32(i), start: start, end: end})
	case p.cursor.end > 0 || len(s) > maxAtom || address && len(s) > 8:
		if at = p.parts(i, start, end, limit); at < end {
			return at
		}
	default:
		p.whole(i, start, end, p.set.word(f, s))
	}
	if n := len(p.atoms); legal && n > 0 {
		p.legal(&p.atoms[n-1], end)
	}
	return end
}

// whole adds one word, torn between letters when it is wider than a line and
// cannot be hyphenated to fit.
func (p *paragraph) whole(i, start, end int, w *word) {
	p.note(i, w)
	if w.width > p.measure && !p.fits(i, w, p.text[start:end]) {
		if w = p.hyphenable(i, p.text[start:end]); w == nil {
			p.tear(i, start, end)
			return
		}
	}
	p.atoms = append(p.atoms, atom{word: w, span: int32(i), start: start, end: end})
}

// fits reports whether all pieces of a hyphenated word are narrower than a line.
func (p *paragraph) fits(i int, w *word, s string) bool {
	f := p.looks[p.spans[i].look].font
	p.set.hyphenate(f, w, s)
	room := p.measure - f.hyphen.width
	from := unit.Length(0)
	for _, c := range w.cuts {
		if c.width-from > room {
			return false
		}
		from = c.width
	}
	return w.width-from <= room
}

// hyphenable returns a word too wide for a line in a font that is hyphenated,
// although its style is not; nil when hyphens do not help.
func (p *paragraph) hyphenable(i int, s string) *word {
	lk := &p.looks[p.spans[i].look]
	key := lk.font.fontKey
	if key.literal || key.hyphenate {
		return nil
	}
	key.hyphenate = true
	plain := lk.font
	lk.font = p.set.font(key)
	if divided := p.set.word(lk.font, s); p.fits(i, divided, s) {
		p.hyphens = true
		return divided
	}
	lk.font = plain
	return nil
}

// tear adds the text letter by letter.
func (p *paragraph) tear(i, start, end int) {
	f := p.looks[p.spans[i].look].font
	for start < end {
		n := letter(p.text[start:end])
		after := broken
		if strings.HasPrefix(p.text[start+n:end], softHyphen) {
			n, after = n+len(softHyphen), soft
		}
		p.atoms = append(p.atoms, atom{
			word: p.set.word(f, p.text[start:start+n]), span: int32(i), start: start, end: start + n,
			gap: after, cost: costTear,
		})
		start += n
	}
	p.atoms[len(p.atoms)-1].gap = joined
}

// letter returns the length of the first character of s with its marks, and with
// what is written as one with it.
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
// atoms than the limit. It returns how far it came.
func (p *paragraph) parts(i, start, end, limit int) int {
	f := p.looks[p.spans[i].look].font
	for start < end && len(p.atoms) <= limit {
		n := part1(p.text[start:end])
		after := broken
		if k := strings.LastIndex(p.text[start:start+n], softHyphen); p.soft && n >= maxAtom && start+n < end && k > 0 {
			n, after = k+len(softHyphen), soft
		}
		if p.spans[i].address {
			start, n = p.syllables(i, start, n)
		}
		p.whole(i, start, start+n, p.set.word(f, p.text[start:start+n]))
		start += n
		if a := &p.atoms[len(p.atoms)-1]; start < end {
			a.gap, a.cost = after, costPart
		}
	}
	return start
}

// syllables adds the beginning of a part of an address that print says in
// brackets, a few letters at a time: there may be no other place to break a line
// that nobody asked for. It returns the rest of the part.
func (p *paragraph) syllables(i, start, n int) (restStart, rest int) {
	const few = 3
	f := p.looks[p.spans[i].look].font
	for n >= 3*few {
		size := 0
		for range few {
			size += letter(p.text[start+size : start+n])
		}
		p.whole(i, start, start+size, p.set.word(f, p.text[start:start+size]))
		a := &p.atoms[len(p.atoms)-1]
		a.gap, a.cost = broken, costLetters
		start, n = start+size, n-size
	}
	return start, n
}

// part1 returns the length of the first part of an address.
func part1(s string) int {
	const separators = "/.-_?&=#%:,;)+@"
	n := 0
	for n < len(s) && n < maxAtom {
		n += letter(s[n:])
		// A part of one or two letters is not worth a break.
		if n >= 3 && strings.IndexByte(separators, s[n-1]) >= 0 && n+2 < len(s) &&
			strings.IndexByte(separators, s[n]) < 0 {
			return n
		}
	}
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return n
}

// legal makes the gap after a a place to break.
func (p *paragraph) legal(a *atom, at int) {
	if at >= len(p.text) {
		return
	}
	r, next := p.lastRune(at), p.firstRune(at)
	if next == '—' && r != '—' && !ideograph(r) && !hangul(r) {
		return // a dash that stands close ends the line, and does not begin one
	}
	a.gap, a.cost = broken, 0
	switch {
	case ideograph(r) && ideograph(next), thai.Letter(r) && thai.Letter(next):
		a.gap = airy
	case hangul(r) || hangul(next):
		a.cost = costSyll
		if spacedScripts(p.set.lang) && (ideograph(r) || ideograph(next)) {
			a.gap = between
		}
	case ideograph(r) && latin(next) || latin(r) && ideograph(next):
		a.cost = 0
		if spacedScripts(p.looks[p.spans[a.span].look].font.lang) {
			a.gap = between
		}
	case strings.ContainsRune(wideEnds, r) && strings.ContainsRune(wideBegins, next):
		a.gap = meeting
	case ideograph(r) || ideograph(next) || wideMark(r) || wideMark(next):
		a.gap = airy
	case r == '-' || r == '\u2010':
		a.cost = costHyphen
	case r == '—' || r == '–':
		a.cost = costDash
	case r == '/':
		a.cost = costSlash
	default:
		a.cost = costSlash
	}
}

// spacedScripts reports whether a thin space stands between Han and Latin in a
// language. Korean and others have word spaces there.
func spacedScripts(lang string) bool {
	primary, _, _ := strings.Cut(lang, "-")
	return slices.Contains([]string{"zh", "ja", "yue", "cmn"}, strings.ToLower(primary))
}

func ideograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r == 'ー'
}

func hangul(r rune) bool { return r >= 0x1100 && unicode.Is(unicode.Hangul, r) }

func latin(r rune) bool {
	return unicode.IsDigit(r) || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// The marks of Chinese and Japanese whose second and whose first half is white.
const (
	wideEnds   = "、。，．」』）】》〉〕"
	wideBegins = "「『（【《〈〔"
)

// wideMark reports whether r is punctuation of Chinese or Japanese.
func wideMark(r rune) bool { return r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65 }

// note reports what no face can show.
func (p *paragraph) note(i int, w *word) {
	if w.missing != 0 {
		p.set.lacking(w.missing, p.spans[i].src)
	}
}
