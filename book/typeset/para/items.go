package para

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book/base/unit"
	"octavo/book/language/thai"
	"octavo/book/typeset/linebreak"
	"octavo/book/typeset/theme"
)

// An itemList is a paragraph in the terms of package linebreak.
type itemList struct {
	items   []linebreak.Item
	refs    []ref       // what each item is
	letters int         // since the last glue
	thai    int         // of these, those of Thai
	ink     unit.Length // likewise; see [word]
	width   unit.Length // likewise
}

// A ref says which part of which atom a box is: the text between two of its
// cuts, counted from 1; 0 is the beginning, and -1 as to its end. Other items
// have atom -1.
type ref struct {
	atom     int32
	from, to int16
}

var none = ref{atom: -1}

func (l *itemList) push(it linebreak.Item, r ref) {
	l.items = append(l.items, it)
	l.refs = append(l.refs, r)
}

// A division says which words may be divided by hyphens.
type division uint8

const (
	whole  division = iota // none
	atSoft                 // those with soft hyphens of the author, at these
	atAll                  // all, by the rules of their language, or at soft hyphens
)

// softly is the division of text that is not hyphenated.
func (p *Paragraph) softly() division {
	if p.soft {
		return atSoft
	}
	return whole
}

// itemize fills p.items from the atoms of the portion, with places for hyphens or without.
func (p *Paragraph) itemize(hyphens division, indent unit.Length) {
	l := &p.items
	l.items, l.refs, l.letters, l.thai, l.ink, l.width = l.items[:0], l.refs[:0], 0, 0, 0, 0
	if indent > 0 {
		l.push(linebreak.Item{Kind: linebreak.Box, Width: indent}, none)
	}
	for i := range p.ready {
		a := &p.atoms[i]
		p.box(int32(i), a, hyphens)
		p.gapItems(a, p.last(a))
	}
}

// box adds the box of an atom, or those between its hyphens.
func (p *Paragraph) box(i int32, a *atom, hyphens division) {
	l := &p.items
	if a.image != nil {
		w, _ := p.imageSize(a)
		l.push(linebreak.Item{Kind: linebreak.Box, Width: w}, ref{i, 0, -1})
		return
	}
	if a.formula != nil {
		l.push(linebreak.Item{Kind: linebreak.Box, Width: a.formula.Box.Width}, ref{i, 0, -1})
		return
	}
	if a.ruby != nil {
		l.push(linebreak.Item{Kind: linebreak.Box, Width: a.ruby.width}, ref{i, 0, -1})
		return
	}
	w := a.word
	l.width += w.Width
	f := p.looks[p.spans[a.span].look].Font
	if !f.fixed() {
		l.letters += w.letters
		if p.inThai(a) {
			l.thai += w.letters
		}
		l.ink += w.ink
	}
	if a.address && hyphens == atAll {
		hyphens = atSoft
	}
	divided := hyphens == atAll || hyphens == atSoft && strings.Contains(p.text[a.start:a.end], softHyphen)
	if divided {
		p.set.hyphenate(f, w, p.text[a.start:a.end])
	}
	if !divided || len(w.cuts) == 0 {
		l.push(linebreak.Item{Kind: linebreak.Box, Width: w.Width, Left: p.hangs(f, w.HangLeft), Right: p.hangs(f, w.HangRight)}, ref{i, 0, -1})
		return
	}
	var at unit.Length
	left := p.hangs(f, w.HangLeft)
	first, last := p.besideHyphens(i, a)
	from := 0
	for k, c := range w.cuts {
		if c.at < first || c.at > last {
			continue
		}
		l.push(linebreak.Item{Kind: linebreak.Box, Width: c.width - at, Left: left}, ref{i, int16(from), int16(k + 1)})
		l.push(linebreak.Item{Kind: linebreak.Penalty, Flagged: true, Width: f.hyphen.Width, Right: f.hyphen.HangRight}, none)
		at, left, from = c.width, 0, k+1
	}
	l.push(linebreak.Item{Kind: linebreak.Box, Width: w.Width - at, Left: left, Right: p.hangs(f, w.HangRight)}, ref{i, int16(from), -1})
}

// fewBeside is the least letters between a hyphen that is made and one of the author's in the
// same word: "north-west-ern" is misread, and by eye three letters do not show the compound.
const fewBeside = 4

// besideHyphens returns the first and the last place in a word where a hyphen may be made
// that does not stand beside one of the author's.
func (p *Paragraph) besideHyphens(i int32, a *atom) (first, last int) {
	text := a.word.text
	last = len(text)
	before := i > 0 && p.atoms[i-1].gap != spaced && isHyphen(p.lastRune(a.start))
	if r, n := utf8.DecodeRuneInString(text); isHyphen(r) || before {
		if !isHyphen(r) {
			n = 0
		}
		first = n + prefix(text[n:], fewBeside)
	}
	after := a.gap == soft && isHyphen(p.firstRune(a.end))
	if r, n := utf8.DecodeLastRuneInString(text); isHyphen(r) || after {
		if !isHyphen(r) {
			n = 0
		}
		last = len(text) - n
		for range fewBeside {
			_, size := utf8.DecodeLastRuneInString(text[:last])
			last -= size
		}
	}
	return first, last
}

// prefix returns the length of the first n letters of s.
func prefix(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// hangs returns what a word hangs out: nothing for a word that runs against the line,
// whose first and last characters stand at the other ends.
func (p *Paragraph) hangs(f *Font, by unit.Length) unit.Length {
	if p.rtl != (f.direction == leftward) {
		return 0
	}
	return by
}

// gapItems adds what stands after an atom. The space at the end of a paragraph
// is dropped.
func (p *Paragraph) gapItems(a *atom, last bool) {
	l := &p.items
	switch {
	case a.gap == ended:
		if last {
			return
		}
		l.push(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Never}, none)
		l.push(linebreak.Item{Kind: linebreak.Glue, Order: 2, Stretch: unit.Point}, none)
		l.push(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Always}, none)
	case last || a.gap == joined:
	case a.gap == signed, a.gap == spaced && a.cost > 0, a.gap == tied, a.gap == held:
		cost := int32(linebreak.Never)
		switch {
		case a.gap == held && p.yields:
			cost = costTear
		case a.gap != tied && a.gap != held:
			cost = int32(a.cost)
		}
		l.push(linebreak.Item{Kind: linebreak.Penalty, Cost: cost}, none)
		l.push(p.spaceGlue(a), none)
	case a.gap == soft:
		p.inWord()
		f := p.looks[p.spans[a.span].look].Font
		l.push(linebreak.Item{Kind: linebreak.Penalty, Flagged: true, Width: f.hyphen.Width, Right: f.hyphen.HangRight}, none)
	case a.gap == broken:
		p.inWord()
		l.push(linebreak.Item{Kind: linebreak.Penalty, Cost: int32(a.cost)}, none)
	default:
		l.push(p.spaceGlue(a), none)
	}
}

// inWord forgets the letters of a word that is wider than a line where it may be broken:
// the glue behind the word does not shrink by letters that are on lines before.
func (p *Paragraph) inWord() {
	if l := &p.items; l.width > p.measure {
		l.letters, l.thai, l.ink, l.width = 0, 0, 0, 0
	}
}

// spaceGlue returns the glue of the gap after a with the room between the
// letters before it.
func (p *Paragraph) spaceGlue(a *atom) linebreak.Item {
	l := &p.items
	it := p.glue(a, l.letters, l.ink)
	it.Stretch += p.looks[p.spans[a.span].look].Font.Size.Mul(int64(l.thai*thaiStretch), 10000)
	l.letters, l.thai, l.ink, l.width = 0, 0, 0, 0
	return it
}

// thaiStretch is by how many ten-thousandths of the size the letters of Thai may be moved
// apart. Thai has spaces between phrases alone, two or three in a line, and a line that is
// filled by them, or between words, shows holes that are no spaces; so all its letters give way,
// more than those of other scripts. By eye.
const thaiStretch = 600

// inThai reports whether an atom is Thai.
func (p *Paragraph) inThai(a *atom) bool { return a.word != nil && thai.Letter(p.firstRune(a.start)) }

// glue returns the glue of the gap after a, with the room between letters and what
// the glyphs give. The numbers for Han are by eye: a sixteenth of an em of stretch at each
// of some thirty places fills a line, and Han beside Latin has a sixth of an em, within the
// eighth to a half that JIS X 4051 allows.
func (p *Paragraph) glue(a *atom, letters int, ink unit.Length) linebreak.Item {
	it := linebreak.Item{Kind: linebreak.Glue}
	size := p.looks[p.spans[a.span].look].Font.Size
	taste := &p.set.theme.Lines
	switch a.gap {
	case spaced, tied, held:
		it.Width = a.space
		it.Stretch = a.space.Mul(int64(taste.SpaceStretch), 1000)
		it.Shrink = a.space.Mul(int64(taste.SpaceShrink), 1000)
		it.Stretch += size.Mul(int64(letters*taste.LetterStretch), 10000) + ink.Mul(int64(taste.GlyphStretch), 1000)
		it.Shrink += size.Mul(int64(letters*taste.LetterShrink), 10000) + ink.Mul(int64(taste.GlyphShrink), 1000)
	case signed:
		it.Width, it.Stretch, it.Shrink = a.space, a.space/2, a.space/4
	case airy:
		it.Stretch = size / 16
	case meeting:
		it.Width = -size / 2 // and no more: the marks have white enough beside them
	case between:
		it.Width, it.Stretch, it.Shrink = size/6, size/12, size/12
	}
	return it
}

const (
	// The last line of a title should be as wide as these thousandths of the
	// measure, at demerits above those of uneven lines and below those of a line more. The
	// share is by eye.
	lastOfTitle       = 250
	shortLastDemerits = 100_000_000
	// A hyphen in a title costs more than lines as uneven as can be, less than a line.
	costTitleHyphen = 9000
)

// How lines get their ends.
//
// Package linebreak chooses all ends of a paragraph together, but what is legal is said
// here, and that in up to four rounds, each of which asks for more than the one before:
//
//	1  without any hyphen, lines no worse than PreTolerance
//	2  with hyphens, lines no worse than Tolerance
//	3  whatever lines there are, with EmergencyStretch
//	4  torn: broken at no-break spaces and where words change their look
//
// Rounds 1 to 3 are those of TeX. Most paragraphs end in the first, and so no word is
// divided before the second: to divide a word is to shape its beginnings.
// The fourth is for text that has no legal break at all, such as words that are tied
// by no-break spaces for the length of a line. A line that sticks out by more
// than 12 points, about an em of text, is reason enough to tear.
//
// Titles and headings have other rounds. They are balanced, so that a last line of one word
// does not stand below a full one, and a hyphen in a title looks like a mistake: first
// all breaks but those at spaces are forbidden; when some line runs out of its
// measure, breaks at the author's own hyphens and soft ones are allowed, and hyphens that
// are made only for a word that is wider than the measure by itself.
//
// Ragged text, such as the cells of tables, is hyphenated at once when its style says
// so, with a cost that is no less than 200 a hyphen: where lines may be of any length,
// few words need to be divided.

// breakLines chooses the line ends. When a line cannot be had any other way, it is
// torn where words change their look, or at a no-break space: what stands outside
// of the page is lost to the reader.
func (p *Paragraph) breakLines(widths []unit.Length, indent unit.Length) []linebreak.Break {
	breaks := p.likedBreaks(widths, indent)
	if p.held && slices.ContainsFunc(breaks, overfull) {
		p.yields = true
		breaks = p.likedBreaks(widths, indent)
		p.yields = false
	}
	p.torn = slices.ContainsFunc(breaks, farOut) && p.untie()
	if !p.torn {
		return breaks
	}
	return p.set.lines.Break(p.items.items, p.options(widths))
}

// farOut reports a line that sticks out far.
func farOut(b linebreak.Break) bool { return b.Overfull > 12*unit.Point }

// untie allows breaks, at a cost, between atoms that stand together, and reports
// whether there are any. There are two kinds: a no-break space is a penalty that forbids
// the break before its glue, and gets a cost instead; between two atoms that are joined
// there is no item at all, and a penalty is put there.
func (p *Paragraph) untie() bool {
	old := p.items
	l := itemList{}
	found := false
	for i, it := range old.items {
		r := old.refs[i]
		switch {
		case it.Kind == linebreak.Penalty && it.Cost >= linebreak.Never && p.tied(i):
			it.Cost, found = costTear, true
		case i > 0 && r.atom > 0 && r.from == 0 && old.refs[i-1].atom == r.atom-1 && !p.spans[p.atoms[r.atom].span].glued:
			l.push(linebreak.Item{Kind: linebreak.Penalty, Cost: costTear}, none)
			found = true
		}
		l.push(it, r)
	}
	p.items = l
	return found
}

// tied reports whether item i forbids a break at a space, and is no part of a
// forced line end.
func (p *Paragraph) tied(i int) bool {
	list := p.items.items
	return i+1 < len(list) && list[i+1].Kind == linebreak.Glue && list[i+1].Order == 0
}

// likedBreaks chooses the line ends among the legal ones. Words are hyphenated
// only where the lines cannot be had without.
func (p *Paragraph) likedBreaks(widths []unit.Length, indent unit.Length) []linebreak.Break {
	opt := p.options(widths)
	p.itemize(whole, indent)
	if opt.Mode == linebreak.Balance || opt.Mode == linebreak.Ragged && !p.style.Hyphenate {
		return p.breakTitle(opt, indent)
	}
	if p.style.Hyphenate && opt.Mode == linebreak.Justify {
		if breaks, ok := p.set.lines.Try(p.items.items, opt); ok {
			return breaks
		}
		opt.PreTolerance = -1
		p.itemize(atAll, indent)
	} else if p.style.Hyphenate {
		p.itemize(atAll, indent)
	} else if p.soft {
		p.itemize(atSoft, indent)
	}
	return p.set.lines.Break(p.items.items, opt)
}

// breakTitle chooses the line ends of a title or a heading: at spaces alone, and within a
// compound only when a line cannot be had without.
func (p *Paragraph) breakTitle(opt linebreak.Options, indent unit.Length) []linebreak.Break {
	p.holdCompounds()
	opt.LastLineMin = opt.Widths[len(opt.Widths)-1].Mul(lastOfTitle, 1000)
	opt.LastLineDemerits = shortLastDemerits
	if breaks := p.set.lines.Break(p.items.items, opt); !slices.ContainsFunc(breaks, overfull) {
		return breaks
	}
	divided := p.softly()
	if p.hyphens {
		divided = atAll
	}
	p.itemize(divided, indent)
	opt.HyphenPenalty = costTitleHyphen
	return p.set.lines.Break(p.items.items, opt)
}

func overfull(b linebreak.Break) bool { return b.Overfull > 0 }

// holdCompounds forbids the breaks of p.items that are neither at a space nor
// within Chinese or Japanese, which have none.
func (p *Paragraph) holdCompounds() {
	list := p.items.items
	for i := range list {
		if inWord(list, i) {
			list[i].Cost = linebreak.Never
		}
	}
}

func (p *Paragraph) options(widths []unit.Length) linebreak.Options {
	t := &p.set.theme.Lines
	opt := linebreak.Options{
		Widths: widths, PreTolerance: t.PreTolerance, Tolerance: t.Tolerance,
		LinePenalty: t.LinePenalty, HyphenPenalty: t.HyphenPenalty,
		DoubleHyphenDemerits: t.DoubleHyphenDemerits, FinalHyphenDemerits: t.FinalHyphenDemerits,
		AdjacentDemerits: t.AdjacentDemerits, UnevenDemerits: t.UnevenDemerits, SpaceStretch: t.SpaceStretch, SpaceShrink: t.SpaceShrink,
		EmergencyStretch: t.EmergencyStretch,
		MaxLadder:        t.MaxLadder, LastLineMin: t.LastLineMin, LastLineDemerits: t.LastLineDemerits,
	}
	if _, east := EastIndent(p.set.Lang); east {
		opt.UnevenDemerits = 0 // the squares of Chinese stand close where they can
	}
	switch p.style.Align {
	case theme.Justify:
	case theme.Balance:
		balanced(&opt)
	case theme.Center:
		ragged(&opt)
		if !p.style.Hyphenate { // a title, and not the cell of a table
			balanced(&opt)
		}
	default:
		ragged(&opt)
	}
	return opt
}

func balanced(opt *linebreak.Options) {
	opt.Mode = linebreak.Balance
	opt.PreTolerance, opt.Tolerance = 10000, 10000
}

func ragged(opt *linebreak.Options) {
	opt.Mode = linebreak.Ragged
	opt.PreTolerance, opt.Tolerance = 1000, 1000
	opt.HyphenPenalty = max(opt.HyphenPenalty, 200)
}
