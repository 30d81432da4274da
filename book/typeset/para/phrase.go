package para

import (
	"unicode"
	"unicode/utf8"

	"octavo/book/font/shape"
)

// How a phrase keeps its face.
//
// Package shape sets a word in one face where some face has all of it, and that is as far as
// it sees. In a line of Homer the text face has one word in three, and the others come from
// a fallback with other proportions. So before words are cut, phrases are looked for that are
// read as one: Greek from its first letter to its last, and a transcription between slashes
// or brackets. When the face of the text lacks a letter of a phrase, all of the phrase is set
// in the first family that has them all.

// maxTranscription is how many bytes may stand between the signs of a transcription. By
// eye: some twenty words. A slash without a fellow is none.
const maxTranscription = 200

// A faced phrase is one with the family that it is set in where a stack of fonts begins the
// text around it.
type facedPhrase struct {
	start, end int
	stack      *shape.Stack
	family     string // of all of it, in that stack; "" when no family has it all
}

// unify sets each phrase of the text in one family.
func (p *Paragraph) unify() {
	if !oneFaced(p.text) {
		return
	}
	spans := p.spans
	p.spans = nil
	var ph facedPhrase
	for i := range spans {
		sp := &spans[i]
		if !sp.text() {
			p.spans = append(p.spans, *sp)
			continue
		}
		for at := sp.start; ; {
			for ph.end <= at && ph.start < len(p.text) {
				ph.start, ph.end = phrase(p.text, ph.end)
				ph.stack = nil
			}
			end := sp.end
			if at < ph.start {
				end = min(end, ph.start)
			} else {
				end = min(end, ph.end)
			}
			part := sp.part(at, end)
			if at >= ph.start && at < end {
				part.look = p.faced(sp.look, &ph)
			}
			p.spans = append(p.spans, part)
			if at = end; at >= sp.end {
				break
			}
		}
	}
}

// oneFaced reports whether a text has letters whose neighbours are to be of their face.
func oneFaced(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0xc9 { // before the letters of phonetics, as UTF-8 has them
			continue
		}
		for _, r := range s[i:] {
			if phonetic(r) || unicode.Is(unicode.Greek, r) {
				return true
			}
		}
		return false
	}
	return false
}

// phonetic reports whether r is a letter of the phonetic alphabet that no language is
// written with, or nearly none: IPA Extensions and Phonetic Extensions.
func phonetic(r rune) bool { return r >= 0x250 && r <= 0x2af || r >= 0x1d00 && r <= 0x1dbf }

// phrase returns where the next phrase from a place on begins and ends: at the end of the text
// when there is none.
func phrase(s string, from int) (start, end int) {
	opened, closer := -1, rune(0) // the last sign that may begin a transcription
	spoken := false               // a letter of phonetics is behind it
	for i, r := range s[from:] {
		i += from
		switch {
		case unicode.Is(unicode.Greek, r):
			return i, lastGreek(s, i)
		case opened >= 0 && r == closer && spoken:
			return opened, i
		case r == '/' || r == '[':
			opened, closer, spoken = i+1, r, false
			if r == '[' {
				closer = ']'
			}
		case phonetic(r):
			spoken = true
		}
		if opened >= 0 && i-opened > maxTranscription {
			opened = -1
		}
	}
	return len(s), len(s)
}

// lastGreek returns where the Greek that begins at a place ends: behind its last letter and
// the marks of that before a letter of another script.
func lastGreek(s string, from int) int {
	end := from
	for i, r := range s[from:] {
		switch {
		case unicode.Is(unicode.Greek, r), end == from+i && unicode.Is(unicode.M, r):
			end = from + i + utf8.RuneLen(r)
		case unicode.IsLetter(r):
			return end
		}
	}
	return end
}

// faced returns the look of a phrase in the one at i, which has another family where its own
// lacks some of the phrase.
func (p *Paragraph) faced(i int, ph *facedPhrase) int {
	lk := p.looks[i]
	if lk.Font.stack != ph.stack {
		ph.stack = lk.Font.stack
		ph.family = ph.stack.Whole(p.text[ph.start:ph.end])
	}
	if ph.family == "" || ph.family == ph.stack.Face().Family() {
		return i
	}
	key := lk.Font.FontKey
	key.family = ph.family
	lk.Font = p.set.Font(key)
	return p.lookOf(i, lk)
}

// text reports whether a span is words that may be set in parts.
func (sp *span) text() bool {
	return sp.call == nil && sp.image == nil && sp.formula == nil && sp.reading == "" && !sp.forced
}

// part returns a part of a span. Only the first part begins as the span does: no break is
// forbidden before another one, and no places begin there.
func (sp *span) part(start, end int) span {
	part := *sp
	part.start, part.end, part.off = start, end, sp.off+start-sp.start
	if start > sp.start {
		part.glued, part.marks = false, nil
	}
	return part
}
