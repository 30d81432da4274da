package para

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/bidi"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
)

// A direction is what the rules of bidirectional text found for a font's words.
type direction uint8

const (
	natural direction = iota // as the script runs: the text around runs one way
	rightward
	leftward
)

// direct finds the directions of the paragraph and of its parts, and cuts its
// spans where directions change. Words of scripts that join or stack their letters get
// a font that keeps the letters together.
func (p *Paragraph) direct() {
	p.levels, p.rtl = nil, p.leftward()
	turned := func(s bidi.Isolate) bool { return s.RTL || s.Override }
	mixed := p.rtl || !bidi.Plain(p.text) || slices.ContainsFunc(p.isolates, turned)
	if !mixed && !hasRigid(p.text) {
		return
	}
	p.pointed = strings.ContainsFunc(p.text, point)
	if mixed {
		if p.rtl { // a text in Latin letters keeps its full stop at its end
			if ltr, rtl := bidi.Strong(p.text); ltr && !rtl && (p.within || p.dir == book.DirInherit) {
				p.isolates = append([]bidi.Isolate{{End: len(p.text)}}, p.isolates...)
			}
		}
		p.levels = append(p.levels, p.set.bidi.Levels(p.text, p.rtl, p.isolates)...)
	}
	spans := p.spans
	p.spans = nil
	for i := range spans {
		p.cutSpan(&spans[i])
	}
}

// Within makes the paragraph run as what it stands in does, whatever its words: a cell begins
// where the head of its column does, and a date where the title above it does.
func (p *Paragraph) Within() { p.within = true }

// leftward reports whether the paragraph runs from right to left: as it is said of it or of
// the blocks around it, or as its language and its letters do.
func (p *Paragraph) leftward() bool {
	if p.within {
		return p.set.RTL
	}
	dir := p.dir
	if dir == book.DirInherit {
		dir = p.set.Dir
	}
	switch dir {
	case book.DirRTL:
		return true
	case book.DirLTR:
		return false
	case book.DirAuto:
		return bidi.FirstRTL(p.text)
	case book.DirInherit: // as the language does
	}
	return bidi.Base(p.text, locale.RightToLeft(p.set.Lang))
}

// cutSpan appends the parts of a span that are set alike.
func (p *Paragraph) cutSpan(sp *span) {
	for at := sp.start; ; {
		end, rigid := p.alike(at, sp.end)
		if !sp.text() {
			end = sp.end
		}
		part := sp.part(at, end)
		part.level = p.level(at)
		part.look = p.directed(sp.look, part.level, rigid)
		p.spans = append(p.spans, part)
		if at = end; at >= sp.end {
			return
		}
	}
}

// alike returns how far from start the text has one level, and is rigid or not.
func (p *Paragraph) alike(start, end int) (at int, rigid bool) {
	known := false
	for at = start; at < end; {
		r, n := utf8.DecodeRuneInString(p.text[at:end])
		if at > start && p.level(at) != p.level(start) {
			break
		}
		switch is := rigidScript(r) || p.pointed && unicode.Is(unicode.Hebrew, r); {
		case !unicode.IsLetter(r) && !is: // goes with any
		case !known:
			rigid, known = is, true
		case is != rigid:
			return at, rigid
		}
		at += n
	}
	return at, rigid
}

// level returns the level of the text at a place.
func (p *Paragraph) level(at int) bidi.Level {
	switch {
	case len(p.levels) == 0:
		return 0
	case at >= len(p.levels):
		return p.base()
	}
	return p.levels[at]
}

// base returns the level of the paragraph.
func (p *Paragraph) base() bidi.Level {
	if p.rtl {
		return 1
	}
	return 0
}

// lastLooks is how many looks, from the last one back, are searched for an equal one. By
// eye: a line that changes its direction goes back and forth between few looks, and a look
// that is not found is only made twice.
const lastLooks = 8

// directed returns the look whose font sets text of a level, and keeps its
// letters together when it is rigid.
func (p *Paragraph) directed(i int, level bidi.Level, rigid bool) int {
	lk := p.looks[i]
	key := lk.Font.FontKey
	switch {
	case p.levels == nil:
	case level.RTL():
		key.direction = leftward
	default:
		key.direction = rightward
	}
	if p.rtl {
		key.OldStyle = false // such figures go with small letters
	}
	if rigid {
		key.rigid, key.tracking, key.smallCaps = true, 0, false
	}
	if key == lk.Font.FontKey {
		return i
	}
	lk.Font = p.set.Font(key)
	return p.lookOf(i, lk)
}

// lookOf returns the place of a look among those of the paragraph, from that at i on.
func (p *Paragraph) lookOf(i int, lk Look) int {
	for k := max(i, len(p.looks)-lastLooks); k < len(p.looks); k++ {
		if p.looks[k] == lk {
			return k
		}
	}
	p.looks = append(p.looks, lk)
	return len(p.looks) - 1
}

// isolate marks what add appends as a part of another direction, which is set in
// the text around it as if it were one character.
func (p *Paragraph) isolate(rtl bool, add func()) { p.apart(bidi.Isolate{RTL: rtl}, add) }

// apart is isolate for a part whose direction may be that of its first letter, or be
// forced upon its letters.
func (p *Paragraph) apart(as bidi.Isolate, add func()) {
	i := len(p.isolates)
	as.Start = len(p.buf)
	p.isolates = append(p.isolates, as)
	add()
	p.isolates[i].End = len(p.buf)
}

// hasRigid reports whether some of the text is of a rigid script.
func hasRigid(s string) bool {
	for _, r := range s {
		if r >= 0x600 && rigidScript(r) {
			return true
		}
	}
	return false
}

// point reports whether r is a vowel or another sign at a letter of Hebrew. Letters without
// them may be moved apart, and those with them not: each sign is a glyph, so that letters
// with signs would stand wider apart than those without.
func point(r rune) bool { return r >= 0x591 && r <= 0x5c7 && unicode.Is(unicode.Mn, r) }

// rigidScript reports whether r is of a script whose letters are joined to each
// other, hang from one line, or carry marks that would be torn off when the letters
// were moved apart. The ranges are blocks of Unicode: from Arabic to N'Ko; from Mandaic over
// the scripts of India to Burmese, but for Thai and Lao, whose marks go with their letters; from those of the Philippines over Khmer and Mongolian to
// Tai Tham; from Balinese to Ol Chiki; and the later blocks of such scripts up to the
// presentation forms of Arabic.
func rigidScript(r rune) bool {
	switch {
	case r < 0x600:
		return false
	case r < 0x800:
		return r != 0x60c && r != 0x61b && r != 0x61f // punctuation of Arabic goes with any
	case r < 0x1100:
		return r >= 0x840 && r < 0x10a0 && (r < 0xe00 || r > 0xeff) // Syriac's kin, the scripts of India to Burmese
	case r < 0x2000:
		return r >= 0x1700 && r < 0x1ab0 || r >= 0x1b00 && r < 0x1c80 || r >= 0x1cd0 && r < 0x1d00
	case r < 0xa840 || r > 0xfeff:
		return false
	}
	return r < 0xaae0 && r >= 0xa840 || r >= 0xabc0 && r < 0xac00 || r >= 0xfb50 && r < 0xfe00 || r >= 0xfe70
}

// How a line that runs both ways gets its order.
//
// Rule L2 of UAX #9 turns the parts of a line around when the line is known: those of the
// highest level first, then all that are of the next lower level or above, and so on.
// The line has been broken and filled as if it ran one way, so that each piece has its
// width and each gap behind a piece its own. Pieces and gaps are units, numbered 0, 1, 2,
// ... by turns, each with a level: a piece that of its span, a gap that of the space in
// the text, or the lower one of its neighbours where there is no space. bidi.Order
// returns the units from left to right.
//
// The paragraph is set from the left as all are, also when it runs from right to left,
// since its strips are turned to the other side later. So for such a paragraph the units
// are taken from the right end of the order, and each is placed where it will be
// right after having been turned: at 2*x0 + width less the place from the left less its
// own width.
//
// The pieces are then drawn in the order of the text, as they are read and copied; only
// their places are in the order of the eye. A space has its place noted apart in
// [document.Word], since it is no longer to the right of the word that it follows.

// reorder gives the pieces of a line that runs both ways their places. Before, the pieces
// have the places of a line that begins at x0 and runs one way.
func (p *Paragraph) reorder(ln *line, x0, width unit.Length) {
	units, levels := p.units(ln)
	ln.order = bidi.Order(levels, ln.order[:0])
	if len(units) == 0 {
		return
	}
	at := ln.pieces[0].x
	place := func(k int) {
		left := at
		if p.rtl {
			left = 2*x0 + width - at - units[k]
		}
		ln.put(k, left, levels[k].RTL())
		at += units[k]
	}
	for i := range ln.order {
		if p.rtl {
			i = len(ln.order) - 1 - i
		}
		place(ln.order[i])
	}
}

// units returns the widths and levels of the pieces of a line, each with the
// gap that follows it.
func (p *Paragraph) units(ln *line) (widths []unit.Length, levels []bidi.Level) {
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		own := p.spans[pc.atom.span].level
		w, gap, between := pc.width, unit.Length(0), p.base()
		if i+1 < len(ln.pieces) {
			gap = ln.pieces[i+1].x - pc.x - pc.width
			between = p.level(pc.atom.end)
			if !pc.atom.gap.white() {
				between = min(own, p.spans[ln.pieces[i+1].atom.span].level)
			}
		} else if ln.hyphen != nil {
			w += ln.tail()
		}
		widths, levels = append(widths, w, gap), append(levels, own, between)
	}
	return widths, levels
}

// put places unit k, a piece or the gap after one.
func (ln *line) put(k int, left unit.Length, rtl bool) {
	pc := &ln.pieces[k/2]
	switch {
	case k%2 == 1:
		pc.gapX = left
	case k/2 == len(ln.pieces)-1 && ln.hyphen != nil && rtl:
		ln.hyphenX, pc.x = left, left+ln.tail()
	case k/2 == len(ln.pieces)-1 && ln.hyphen != nil:
		ln.hyphenX, pc.x = left+pc.width, left
	default:
		pc.x = left
	}
}

// Label shapes a label, such as "12.": in a text that runs from right to left
// its parts stand from right to left, and its figures as ever.
func (e *Engine) Label(f *Font, text string, rtl bool) *Word {
	if !rtl {
		return e.Word(f, text)
	}
	out := &Word{text: text}
	levels := e.bidi.Levels(text, true, nil)
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && levels[end] == levels[start] {
			end++
		}
		key := f.FontKey
		key.direction = rightward
		if levels[start].RTL() {
			key.direction = leftward
		}
		w := e.Word(e.Font(key), text[start:end])
		out.Runs = append(out.Runs, w.Runs...)
		out.Width += w.Width
		out.Missing = max(out.Missing, w.Missing)
		start = end
	}
	return out
}

// A chunk is a part of a line of our own that runs one way, or a space.
type chunk struct {
	first, end int // words of the text; none for a space
	level      bidi.Level
	width      unit.Length
}

// bothWays sets text that is no part of the structure and may run both ways.
func (e *Engine) bothWays(text string, f *Font, y unit.Length) *document.Text {
	t := &document.Text{Y: y, Size: f.Size}
	text = strings.Join(strings.Fields(text), " ")
	levels := slices.Clone(e.bidi.Levels(text, bidi.Base(text, locale.RightToLeft(f.lang)), nil))
	var chunks []chunk
	for start, end := 0, 0; start < len(text); start = end {
		for end = start + 1; end < len(text) && levels[end] == levels[start] && text[start] != ' ' && text[end] != ' '; {
			end++
		}
		chunks = append(chunks, e.chunk(t, f, text[start:end], levels[start]))
	}
	of := make([]bidi.Level, len(chunks))
	for i, c := range chunks {
		of[i] = c.level
	}
	// Chunks from left to right. A space has no words: its place is noted in the word before
	// it in the text. The words of a chunk that runs to the left are placed from its last.
	var x unit.Length
	for _, k := range bidi.Order(of, nil) {
		c := &chunks[k]
		if c.first == c.end && c.first > 0 {
			w := &t.Words[c.first-1]
			w.Space, w.Apart, w.SpaceX = true, true, x
		}
		at := x
		for i := range t.Words[c.first:c.end] {
			w := &t.Words[c.first+i]
			if c.level.RTL() {
				w = &t.Words[c.end-1-i]
			}
			w.X = at
			at += t.WordWidth(w)
		}
		x += c.width
	}
	t.Settle()
	return t
}

// chunk adds the words of a chunk to t.
func (e *Engine) chunk(t *document.Text, f *Font, text string, level bidi.Level) chunk {
	c := chunk{first: len(t.Words), end: len(t.Words), level: level, width: f.space}
	if text == " " {
		return c
	}
	key := f.FontKey
	key.tracking, key.direction = 0, rightward
	if level.RTL() {
		key.direction = leftward
	}
	w := e.Word(e.Font(key), text)
	for _, run := range w.Runs {
		t.Words = append(t.Words, document.Word{Run: run})
	}
	c.end, c.width = len(t.Words), w.Width
	return c
}
