package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/unit"
	"octavo/book/language/bidi"
	"octavo/book/language/locale"
)

// A direction is what the rules of bidirectional text found for a font's words.
type direction uint8

const (
	natural direction = iota // as the script runs: the text around runs one way
	rightward
	leftward
)

// direct finds the directions of the paragraph and of its parts, and cuts its
// spans where they change. Words of scripts that join or stack their letters get
// a font that keeps them together.
func (p *paragraph) direct() {
	language := locale.RightToLeft(p.set.lang)
	p.levels, p.rtl = nil, bidi.Base(p.text, language)
	mixed := p.rtl || !bidi.Plain(p.text)
	if !mixed && !hasRigid(p.text) {
		return
	}
	if mixed {
		if p.rtl { // a text in Latin letters keeps its full stop at its end
			if ltr, rtl := bidi.Strong(p.text); ltr && !rtl {
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

// cutSpan appends the parts of a span that are set alike.
func (p *paragraph) cutSpan(sp *span) {
	for at := sp.start; ; {
		end, rigid := p.alike(at, sp.end)
		if sp.call != nil || sp.image != nil || sp.formula != nil {
			end = sp.end
		}
		part := *sp
		part.start, part.end, part.off = at, end, sp.off+at-sp.start
		if at > sp.start { // no break before the first part, and places begin there
			part.glued, part.marks = false, nil
		}
		part.level = p.level(at)
		part.look = p.directed(sp.look, part.level, rigid)
		p.spans = append(p.spans, part)
		if at = end; at >= sp.end {
			return
		}
	}
}

// alike returns how far from start the text has one level, and is rigid or not.
func (p *paragraph) alike(start, end int) (at int, rigid bool) {
	known := false
	for at = start; at < end; {
		r, n := utf8.DecodeRuneInString(p.text[at:end])
		if at > start && p.level(at) != p.level(start) {
			break
		}
		switch is := rigidScript(r); {
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
func (p *paragraph) level(at int) bidi.Level {
	switch {
	case len(p.levels) == 0:
		return 0
	case at >= len(p.levels):
		return p.base()
	}
	return p.levels[at]
}

// base returns the level of the paragraph.
func (p *paragraph) base() bidi.Level {
	if p.rtl {
		return 1
	}
	return 0
}

// lastLooks is how many looks are searched for one that there is already.
const lastLooks = 8

// directed returns the look whose font sets text of a level, and keeps its
// letters together when it is rigid.
func (p *paragraph) directed(i int, level bidi.Level, rigid bool) int {
	lk := p.looks[i]
	key := lk.font.fontKey
	switch {
	case p.levels == nil:
	case level.RTL():
		key.direction = leftward
	default:
		key.direction = rightward
	}
	if p.rtl {
		key.oldStyle = false // such figures go with small letters
	}
	if rigid {
		key.rigid, key.tracking, key.smallCaps = true, 0, false
	}
	if key == lk.font.fontKey {
		return i
	}
	lk.font = p.set.font(key)
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
func (p *paragraph) isolate(rtl bool, add func()) {
	i := len(p.isolates)
	p.isolates = append(p.isolates, bidi.Isolate{Start: len(p.buf), RTL: rtl})
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

// rigidScript reports whether r is of a script whose letters are joined to each
// other, hang from one line, or carry marks that would be torn off when the letters
// were moved apart.
func rigidScript(r rune) bool {
	switch {
	case r < 0x600:
		return false
	case r < 0x800:
		return r != 0x60c && r != 0x61b && r != 0x61f // punctuation of Arabic goes with any
	case r < 0x1100:
		return r >= 0x840 && (r < 0x10a0) // Syriac's kin, the scripts of India to Burmese
	case r < 0x2000:
		return r >= 0x1700 && r < 0x1ab0 || r >= 0x1b00 && r < 0x1c80 || r >= 0x1cd0 && r < 0x1d00
	case r < 0xa840 || r > 0xfeff:
		return false
	}
	return r < 0xaae0 && r >= 0xa840 || r >= 0xabc0 && r < 0xac00 || r >= 0xfb50 && r < 0xfe00 || r >= 0xfe70
}

// reorder gives the pieces of a line that runs both ways their places. They
// have those of a line that begins at x0 and runs one way.
func (p *paragraph) reorder(ln *line, x0, width unit.Length) {
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
func (p *paragraph) units(ln *line) (widths []unit.Length, levels []bidi.Level) {
	for i := range ln.pieces {
		pc := &ln.pieces[i]
		own := p.spans[pc.atom.span].level
		w, gap, between := pc.width, unit.Length(0), p.base()
		if i+1 < len(ln.pieces) {
			gap = ln.pieces[i+1].x - pc.x - pc.width
			between = p.level(pc.atom.end)
			if pc.atom.gap != spaced && pc.atom.gap != tied {
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

// settle makes the first word of a text that begins elsewhere stand at X or to
// the right of it.
func (t *Text) settle() {
	var least unit.Length
	for i, w := range t.Words {
		if i == 0 || w.X < least {
			least = w.X
		}
	}
	t.shift(-least)
	t.X += least
}

func (t *Text) shift(by unit.Length) {
	if by == 0 {
		return
	}
	for i := range t.Words {
		t.Words[i].X += by
		t.Words[i].SpaceX += by
	}
}

// mirror turns what stands between left and right to the other side.
func (st *strip) mirror(left, right unit.Length) {
	mirrorItems(st.items, left+right)
	mirrorLinks(st.links, left+right)
}

func mirrorLinks(links []LinkArea, sum unit.Length) {
	for i := range links {
		links[i].X = sum - links[i].X - links[i].W
	}
}

// mirrorItems moves each item from x to where it is as far from the right as it
// was from the left, when sum is that of both ends. Words stay readable.
func mirrorItems(items []Item, sum unit.Length) {
	for _, it := range items {
		switch it := it.(type) {
		case *Text:
			if it.Within.Phrase != nil {
				it.X = it.Within.mirror(it.X, sum)
			} else {
				it.mirror(sum)
			}
		case *Rule:
			if it.Within.Phrase != nil {
				it.X = it.Within.mirror(it.X, sum)
			} else {
				it.X = sum - it.X - it.W
			}
		case *Graphic:
			it.X = sum - it.X - it.W
		}
	}
}

func (t *Text) mirror(sum unit.Length) {
	sum -= 2 * t.X
	for i := range t.Words {
		w := &t.Words[i]
		w.X = sum - w.X - wordWidth(t, w)
		w.SpaceX = sum - w.SpaceX
	}
	t.settle()
}

// wordWidth returns the width of a word of t with the room after its letters.
func wordWidth(t *Text, w *Word) unit.Length {
	ink := t.Size.Mul(w.Run.Width, int64(w.Run.Face.UnitsPerEm()))
	return ink + widened(ink, t.Stretch) + t.Tracking*unit.Length(len(w.Run.Glyphs))
}

// label shapes a label, such as "12.": in a section that runs from right to left
// its parts stand from right to left, and its figures as ever.
func (s *section) label(f *font, text string) *word {
	if !s.rtl {
		return s.word(f, text)
	}
	out := &word{text: text}
	levels := s.bidi.Levels(text, true, nil)
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && levels[end] == levels[start] {
			end++
		}
		key := f.fontKey
		key.direction = rightward
		if levels[start].RTL() {
			key.direction = leftward
		}
		w := s.word(s.font(key), text[start:end])
		out.runs = append(out.runs, w.runs...)
		out.width += w.width
		out.missing = max(out.missing, w.missing)
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
func (e *engine) bothWays(text string, f *font, y unit.Length) *Text {
	t := &Text{Y: y, Size: f.size}
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
			at += wordWidth(t, w)
		}
		x += c.width
	}
	t.settle()
	return t
}

// chunk adds the words of a chunk to t.
func (e *engine) chunk(t *Text, f *font, text string, level bidi.Level) chunk {
	c := chunk{first: len(t.Words), end: len(t.Words), level: level, width: f.space}
	if text == " " {
		return c
	}
	key := f.fontKey
	key.tracking, key.direction = 0, rightward
	if level.RTL() {
		key.direction = leftward
	}
	w := e.word(e.font(key), text)
	for _, run := range w.runs {
		t.Words = append(t.Words, Word{Run: run})
	}
	c.end, c.width = len(t.Words), w.width
	return c
}
