package para

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/langtag"
	"octavo/book/language/locale"
	"octavo/book/language/spacing"
	"octavo/book/language/thai"
)

// A gap is what stands between two atoms.
type gap uint8

const (
	joined  gap = iota // nothing, and no break
	spaced             // a word space
	tied               // a word space that is not broken at
	held               // likewise, by a habit of the language: it yields where a line cannot be had
	broken             // nothing, but a break is legal at a cost
	airy               // Han beside Han: a little room to stretch
	seam               // word beside word of Thai: nothing, but room between all letters
	between            // Han beside Latin: a thin space
	meeting            // the end of a quotation beside the beginning of one: half of their white
	signed             // the white behind a sign of a formula, with a break at a cost
	soft               // nothing, and a hyphen when a line ends there
	ended              // a forced line end
)

// white reports whether a gap is a word space.
func (g gap) white() bool { return g == spaced || g == tied || g == held }

// An atom is a piece of a paragraph that is not broken but by hyphens.
type atom struct {
	word       *Word
	image      *book.Image
	formula    *formulaPiece
	ruby       *rubyPiece
	span       int32
	start, end int // in the paragraph's text
	gap        gap // after it
	cost       int // of a break in the gap
	space      unit.Length
	address    bool // it is of an address or of code, and takes no hyphen
}

// Costs of breaks that are legal and yet not liked, on the scale of TeX, on which a
// theme's hyphen penalty stands too. The order of the costs is that of the trade; the
// numbers are by eye. A greater cost makes the breaker take looser lines first.
const (
	costHyphen  = 40   // after a hyphen that is part of the word
	costDash    = 20   // after a dash
	costSlash   = 60   // after a slash
	costName    = 1000 // between an abbreviation, or an initial, and the name or number behind it
	costBefore  = 300  // before a dash that follows a space
	costSyll    = 120  // between syllables of Hangul
	costPart    = 120  // between the parts of an address or of code
	costLetters = 2000 // between letters of an address
	costTear    = 5000 // in the middle of what cannot be broken otherwise
)

// maxAtom is the length in bytes of a word that is shaped in one piece. Words are
// shorter; a longer piece is an address or no text, and is cut like an address. By eye.
const maxAtom = 192

// How text becomes atoms.
//
// The paragraph's text is that of all spans, one behind the other. Two lists of places
// are laid over it: the ends of spans, where the look changes, and the legal breaks of the
// Unicode line breaking algorithm, which package shape finds. A cursor walks along and
// cuts pieces that have neither spaces nor legal breaks within. Each piece is shaped as
// one, since letters that are joined or kerned must see each other, and becomes one
// atom, with a gap behind it.
//
// The gap is where decisions are made. A space becomes glue, a break without space a
// penalty, and what stands at its sides says how much it costs: Han beside Han costs
// nothing and gives a little, a hyphen of the author's costs 40, a slash 60. Where a span
// ends in the middle of a word there is no break, and the gap is joined: the two
// atoms stand together on one line.
//
// Some pieces are cut further. An address or code of more than eight bytes is cut at its
// signs, as is a piece that is longer than maxAtom. The author's soft hyphens are
// no breaks between atoms but cuts within one, because a word that is not divided there
// has to be shaped whole. A word that is wider than the measure is hyphenated whatever
// its style says, and if that is no help, cut between letters.

// prepare readies the text of p to be divided into atoms by [Paragraph.advance].
func (p *Paragraph) prepare() {
	p.text = string(p.buf)
	if n := len(p.spans); n > 0 && len(p.marks) > 0 { // places at the end of the text
		last := &p.spans[n-1]
		last.marks, p.marks = append(last.marks, p.marks...), nil
	}
	p.cursor, p.held = cursor{}, false
	p.unify()
	p.direct()
	lang := p.set.Lang
	if len(p.spans) > 0 {
		lang = p.looks[0].Font.lang
	}
	p.breaks = p.set.shaper.Breaks(p.text, lang, p.breaks[:0])
	if p.soft = strings.Contains(p.text, softHyphen); p.soft {
		p.breaks = slices.DeleteFunc(p.breaks, p.afterSoft)
	}
	p.joinAddresses()
	if spacing.For(lang).RepeatsHyphen {
		p.repeatHyphens()
	}
	if thai.Has(p.text) {
		p.breaks = slices.Compact(slices.Sorted(slices.Values(thai.Breaks(p.text, p.breaks))))
	}
}

// repeatHyphens puts the breaks behind the hyphens of compounds before them: the line ends
// with a hyphen that is made, and the author's own begins the next. So the word has its
// hyphen on both lines, and is whole where the hyphens that were made are taken out.
func (p *Paragraph) repeatHyphens() {
	for k, at := range p.breaks {
		r, size := utf8.DecodeLastRuneInString(p.text[:at])
		if isHyphen(r) && unicode.IsLetter(p.lastRune(at-size)) && unicode.IsLetter(p.firstRune(at)) {
			p.breaks[k] = at - size
		}
	}
}

// isHyphen reports whether r is a hyphen of the author, at which a line may end.
func isHyphen(r rune) bool { return r == '-' || r == '\u2010' }

// A cursor is how far the text of a paragraph has been divided into atoms.
type cursor struct {
	span int // at hand
	at   int // in the text; before the span: at its start
	end  int // of the piece that is divided into parts; 0: none is
	// address says that the piece is an address or code.
	address bool
	breaks  int // the next of the paragraph's breaks
}

// advance divides more of the text into atoms, until there are more than a limit, by
// no more than the letters of a part of a word, or until there is no more text.
func (p *Paragraph) advance(limit int) {
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
			if n, breakable := spaces(p.text[c.at:sp.end]); n > 0 && c.end == 0 && sp.reading == "" {
				p.blank(c.span, c.at, breakable)
				if n := len(p.atoms); n > 0 {
					p.besideFrame(int(p.atoms[n-1].span), c.span)
				}
				c.at += n
				continue
			}
			p.next(sp, limit)
		}
		p.besideFrame(c.span, c.span+1)
	}
}

// White at the frame of a key, in hundredths of the size of its type, by eye: within the frame,
// and beside it in a word space. A sign that is joined to the key has white of its own, within
// which the stroke stands; with more, readers of the text would take it for a space.
const framePad, frameApart = 4, 12

// besideFrame makes the space after the last atom wider when a frame begins or ends at it, one
// of its sides being in span i and the other in span j.
func (p *Paragraph) besideFrame(i, j int) {
	n := len(p.atoms)
	if n == 0 || j >= len(p.spans) {
		return
	}
	a, here, there := &p.atoms[n-1], &p.looks[p.spans[i].look], &p.looks[p.spans[j].look]
	if (here.deco^there.deco)&boxed != 0 && a.gap.white() {
		a.space += min(here.Font.Size, there.Font.Size).Mul(frameApart, 100)
	}
}

// next adds the piece of a span at the cursor, or as many of its parts as the limit
// of atoms lets.
func (p *Paragraph) next(sp *span, limit int) {
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
	first := len(p.atoms)
	c.at = p.piece(i, c.at, end, legal, limit)
	for k := first; c.address && k < len(p.atoms); k++ {
		p.atoms[k].address = true
	}
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
func (p *Paragraph) pieceEnd(sp *span) int {
	c := &p.cursor
	if sp.reading != "" {
		return sp.end
	}
	for c.breaks < len(p.breaks) && p.breaks[c.breaks] <= c.at {
		c.breaks++
	}
	end := sp.end
	if c.breaks < len(p.breaks) && sp.call == nil {
		end = min(end, p.breaks[c.breaks])
	}
	return c.at + untilSpace(p.text[c.at:end])
}

// softHyphen is the sign by which an author allows a word to be divided. A soft hyphen is
// no break between atoms: a word that is not divided there has to be shaped as one.
const softHyphen = "\u00ad"

// afterSoft reports whether the break at an offset is one behind a soft hyphen. Behind
// a hyphen that stands in the text no other is drawn.
func (p *Paragraph) afterSoft(at int) bool {
	return strings.HasSuffix(p.text[:at], softHyphen) && at < len(p.text) && !isHyphen(p.lastRune(at-len(softHyphen)))
}

// softEnd allows a hyphen at the end of the last atom when a soft hyphen is there, where
// the word goes on in another look.
func (p *Paragraph) softEnd(end int) {
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
func (p *Paragraph) blank(i, at int, breakable bool) {
	if len(p.atoms) == 0 {
		return
	}
	a := &p.atoms[len(p.atoms)-1]
	if a.gap == ended {
		return
	}
	f := p.looks[p.spans[i].look].Font
	a.space = f.space
	if !breakable {
		a.gap = tied
		return
	}
	a.gap, a.cost = spaced, 0
	if !f.literal {
		after := p.text[at:]
		for after != "" && after[0] <= ' ' {
			after = after[1:]
		}
		switch f.habits.Holds(p.text[:at], after) {
		case spacing.Firmly:
			a.gap, p.held = held, true
			return
		case spacing.Liked:
			a.cost = costName
		case spacing.Loose:
		}
	}
	r, n := utf8.DecodeRuneInString(p.text[at+1:])
	if r == 'ๆ' { // repeats the word before
		a.gap = tied
		return
	}
	if r == '–' || r == '—' {
		if next, _ := utf8.DecodeRuneInString(p.text[at+1+n:]); next == ' ' {
			if a.cost = costBefore; f.habits.DashEnds {
				a.gap, p.held = held, true
			}
		}
	}
}

// end forces a line end.
func (p *Paragraph) end() {
	if n := len(p.atoms); n > 0 {
		p.atoms[n-1].gap = ended
	}
}

// piece adds the text from start to end, shaped, as one atom or more, until the limit of
// atoms is reached. It returns the end of the text that was added.
func (p *Paragraph) piece(i, start, end int, legal bool, limit int) (at int) {
	sp := &p.spans[i]
	f := p.looks[sp.look].Font
	s := p.text[start:end]
	// An address of 8 bytes or fewer is not cut, since it fits nearly any line. By eye.
	if p.cursor.end == 0 {
		p.cursor.address = p.coded(i) || isAddress(s)
	}
	switch {
	case sp.formula != nil:
		p.formulaAtom(i, start, end)
		if !sp.formula.last {
			return end
		}
	case sp.reading != "":
		p.rubyAtom(i, start, end)
	case sp.image != nil:
		p.atoms = append(p.atoms, atom{image: sp.image, span: int32(i), start: start, end: end})
	case p.cursor.end > 0 || len(s) > maxAtom || p.cursor.address && len(s) > 8:
		if at = p.parts(i, start, end, limit); at < end {
			return at
		}
	default:
		p.whole(i, start, end, p.set.Word(f, s))
	}
	if n := len(p.atoms); legal && n > 0 {
		p.legal(&p.atoms[n-1], end)
	}
	return end
}

// legal makes the gap after a a place to break.
func (p *Paragraph) legal(a *atom, at int) {
	if at >= len(p.text) {
		return
	}
	r, next := p.lastRune(at), p.firstRune(at)
	if next == '—' && r != '—' && !ideograph(r) && !hangul(r) {
		return // a dash that stands close ends the line, and does not begin one
	}
	a.gap, a.cost = broken, 0
	switch {
	case ideograph(r) && ideograph(next):
		a.gap = airy
	case thai.Letter(r) && thai.Letter(next):
		a.gap = seam
	case hangul(r) || hangul(next):
		a.cost = costSyll
		if spacedScripts(p.set.Lang) && (ideograph(r) || ideograph(next)) {
			a.gap = between
		}
	case ideograph(r) && latin(next) || latin(r) && ideograph(next):
		if spacedScripts(p.looks[p.spans[a.span].look].Font.lang) {
			a.gap = between
		}
	case meets(r, next, p.looks[p.spans[a.span].look].Font.lang):
		a.gap = meeting
	case ideograph(r) || ideograph(next) || wideMark(r) || wideMark(next):
		a.gap = airy
	case isHyphen(next): // see [Paragraph.repeatHyphens]
		a.gap = soft
	case isHyphen(r):
		a.cost = costHyphen
	case r == '—' || r == '–':
		a.cost = costDash
	default: // a slash, and what is as rare
		a.cost = costSlash
	}
}

// spacedScripts reports whether a thin space stands between Han and Latin in a
// language. Korean and other languages have word spaces there.
func spacedScripts(lang string) bool {
	return slices.Contains([]string{"zh", "ja", "yue", "cmn"}, langtag.Primary(lang))
}

func ideograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r == 'ー'
}

func hangul(r rune) bool { return r >= 0x1100 && unicode.Is(unicode.Hangul, r) }

func latin(r rune) bool {
	return unicode.IsDigit(r) || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// The marks of Chinese and Japanese whose second and whose first half is white. In Chinese
// quotation marks are among them; colons and the like stand in the corner on the mainland
// alone, and stops and commas everywhere but in Taiwan and Hong Kong, where they have a quarter
// of white at either side (Requirements for Chinese Text Layout, 3.1.3).
const (
	wideEnds       = "」』）】》〉〕"
	wideBegins     = "「『（【《〈〔"
	cornered       = "、。，．"
	corneredInHans = "：；！？"
	hanziEnds      = "”’"
	hanziBegins    = "“‘"
)

// meets reports whether the white of two marks that follow each other makes a hole of an em.
func meets(r, next rune, lang string) bool {
	if !strings.ContainsRune(wideBegins+hanziBegins, next) || !strings.ContainsRune(wideEnds+cornered+corneredInHans+hanziEnds, r) {
		return false
	}
	ends, begins := wideEnds, wideBegins
	script := locale.Script(lang)
	if script == "Hans" || script == "Hant" {
		ends, begins = ends+hanziEnds, begins+hanziBegins
	}
	if script == "Hans" {
		ends += corneredInHans
	}
	if script != "Hant" {
		ends += cornered
	}
	return strings.ContainsRune(ends, r) && strings.ContainsRune(begins, next)
}

// wideMark reports whether r is punctuation of Chinese or Japanese.
func wideMark(r rune) bool { return r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65 }

// Wide reports whether r is as wide as it is high.
func Wide(r rune) bool { return ideograph(r) || hangul(r) || wideMark(r) }

// note remembers the character of a word that no face can show.
func (p *Paragraph) note(i int, w *Word) {
	if w.Missing == 0 {
		return
	}
	if k := slices.IndexFunc(p.lost, func(l Lack) bool { return l.Rune == w.Missing }); k >= 0 {
		p.lost[k].Words++
		return
	}
	pos := p.set.Pos
	if src := p.spans[i].src; src != nil {
		pos = src.Pos
	}
	p.lost = append(p.lost, Lack{w.Missing, pos, 1})
}
