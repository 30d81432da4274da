// Package bidi finds the direction of each part of a text, by the rules of
// UAX #9 (revision 50).
//
// In: the text of a paragraph, its direction, and the parts of it that are set
// apart. Out: the embedding level of each byte, and from the levels of the pieces
// of a line the order in which they stand.
//
// The classes of characters are taken from golang.org/x/text/unicode/bidi, and
// nothing else: that package gives runs and no levels, without which a line
// cannot be put in order once its breaks are known.
//
// Invariant: an odd level is text from right to left, an even one from left to
// right, and no level is less than the paragraph's.
//
// Invariant: time and memory are linear in the length of the text, but for the
// sorting of its brackets.
package bidi

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// A Level is an embedding level: odd for text from right to left.
type Level uint8

// RTL reports whether text of the level runs from right to left.
func (l Level) RTL() bool { return l&1 == 1 }

// An Isolate is a part of a text that stands in its surroundings like one
// character: bytes Start to End, with a direction of its own.
type Isolate struct {
	Start, End int
	RTL        bool
	Auto       bool // the direction is that of the first letter
	Override   bool // and each letter has it, whatever its own
}

// marks returns the characters of Unicode that begin such a part.
func (s Isolate) marks() []rune {
	switch {
	case s.Auto:
		return []rune{0x2068}
	case s.Override && s.RTL:
		return []rune{0x2067, 0x202e}
	case s.Override:
		return []rune{0x2066, 0x202d}
	case s.RTL:
		return []rune{0x2067}
	}
	return []rune{0x2066}
}

// maxDepth is the greatest explicit level (BD2).
const maxDepth = 125

// A Resolver resolves levels and keeps its memory between texts. The zero value
// is ready. It must not be used by two goroutines at once.
type Resolver struct {
	base     Level
	runes    []rune
	bytes    []int        // where each rune begins in the text; -1 for a mark of our own
	classes  []bidi.Class // as they are in the text
	types    []bidi.Class // as the rules change them
	levels   []Level      // of the runes; the explicit ones first
	implicit []Level      // the levels that the sequences resolve to
	match    []int        // of an isolate initiator its PDI and the other way, -1 for none
	props    []bidi.Properties
	runOf    []int
	runs     []levelRun
	seq      []int // the isolating run sequence at hand, as indexes of runes
	out      []Level
}

// Levels returns the level of each byte of a text; rtl says that its paragraph runs
// from right to left. The isolates are properly nested and come in the order of
// their starts, the outer ones first. The text is one paragraph: a separator in it counts as
// white. The result is valid until the next call.
//
// Text is stored in the order in which it is read. Hebrew within an English sentence
// stands on the line from right to left, and numbers in the Hebrew from left to right
// again. To turn around each run of Hebrew letters is not enough: spaces, full stops
// and brackets have no direction of their own, and where they stand depends on what is
// around them. UAX #9 therefore gives each character a level, a depth of nesting
// whose last bit is the direction; once a line is broken, runs are turned
// around from the deepest level outwards ([Order]).
//
//	explicit    marks of embedding and isolates push and pop levels      X1 to X8
//	sequences   runs of one level are joined over the isolates between
//	            them, and each sequence is resolved by itself            X10
//	resolve     in a sequence: numbers and marks, then pairs of brackets,
//	            then all that is neutral, from what surrounds it; last
//	            the levels                                               W1 to I2
//	resetWhite  white at the end of the text has the paragraph's level   L1
//
// The field types holds the classes as the rules change them. The field classes holds
// those of the text, which several rules ask for. An isolate of the markup becomes the
// characters that Unicode has for it, with -1 for its place in the text, so that one
// set of rules serves both.
func (r *Resolver) Levels(text string, rtl bool, isolates []Isolate) []Level {
	r.base = 0
	if rtl {
		r.base = 1
	}
	r.decode(text, isolates)
	r.matchIsolates()
	r.explicit()
	r.sequences()
	r.resetWhite()
	return r.spread(len(text))
}

// decode fills the runes and their classes, with the isolates as characters.
func (r *Resolver) decode(text string, isolates []Isolate) {
	r.runes, r.bytes, r.classes, r.props = r.runes[:0], r.bytes[:0], r.classes[:0], r.props[:0]
	var ends []int
	k := 0
	// Isolates end before others begin at the same place, the inner ones first; empty
	// ones are left out.
	mark := func(at int) {
		for len(ends) > 0 && ends[len(ends)-1] <= at {
			r.add(0x2069, -1)
			ends = ends[:len(ends)-1]
		}
		for ; k < len(isolates) && isolates[k].Start <= at; k++ {
			if isolates[k].End <= at {
				continue
			}
			for _, c := range isolates[k].marks() { // the end of an isolate is that of the override in it
				r.add(c, -1)
			}
			ends = append(ends, isolates[k].End)
		}
	}
	for i, c := range text {
		mark(i)
		r.add(c, i)
	}
	for range ends {
		r.add(0x2069, -1)
	}
	r.types = append(r.types[:0], r.classes...)
	n := len(r.runes)
	r.levels = append(r.levels[:0], make([]Level, n)...)
	r.implicit = append(r.implicit[:0], make([]Level, n)...)
	r.match = append(r.match[:0], make([]int, n)...)
	r.runOf = append(r.runOf[:0], make([]int, n)...)
}

func (r *Resolver) add(c rune, at int) {
	p, _ := bidi.LookupRune(c)
	class := p.Class()
	if class == bidi.B {
		class = bidi.WS
	}
	r.runes, r.bytes = append(r.runes, c), append(r.bytes, at)
	r.classes, r.props = append(r.classes, class), append(r.props, p)
}

// spread returns the levels of the runes as those of the n bytes.
func (r *Resolver) spread(n int) []Level {
	r.out = r.out[:0]
	last := r.base
	for i, at := range r.bytes {
		if at < 0 {
			continue
		}
		for len(r.out) < at {
			r.out = append(r.out, last)
		}
		last = r.levels[i]
	}
	for len(r.out) < n {
		r.out = append(r.out, last)
	}
	return r.out
}

// resetWhite gives white its paragraph's level at the end of the text and
// before separators (L1, but for line ends, where layout drops the white).
func (r *Resolver) resetWhite() {
	reset := true
	for i := len(r.runes) - 1; i >= 0; i-- {
		switch c := r.classes[i]; {
		case c == bidi.S:
			reset = true
			r.levels[i] = r.base
		case c == bidi.WS || isolating(c) || c == bidi.PDI || removed(c):
			if reset {
				r.levels[i] = r.base
			}
		default:
			reset = false
		}
	}
}

// Order appends to dst the indexes of the pieces of a line, of the given
// levels, as they stand from left to right (L2): from the highest level down to the
// lowest odd one, each longest run of pieces at that level or above is reversed. A
// piece within two levels is reversed twice, and so reads its own way again.
func Order(levels []Level, dst []int) []int {
	from := len(dst)
	most, least := Level(0), Level(255)
	for i, l := range levels {
		dst = append(dst, i)
		most = max(most, l)
		if l.RTL() {
			least = min(least, l)
		}
	}
	order := dst[from:]
	for l := most; l >= least && l > 0; l-- {
		for i := 0; i < len(order); i++ {
			start := i
			for i < len(order) && levels[order[i]] >= l {
				i++
			}
			slices.Reverse(order[start:i])
		}
	}
	return dst
}

// Strong returns which directions the letters of a text have.
func Strong(text string) (ltr, rtl bool) {
	for _, c := range text {
		if c < 0x80 {
			ltr = ltr || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
			continue
		}
		switch p, _ := bidi.LookupRune(c); p.Class() {
		case bidi.L:
			ltr = true
		case bidi.R, bidi.AL:
			rtl = true
		}
	}
	return ltr, rtl
}

// Base returns the direction of a paragraph; language says that its language is written
// from right to left. A paragraph has the direction of its language, except that one
// whose letters all run from right to left does so in any language.
func Base(text string, language bool) (rtl bool) {
	if language || Plain(text) {
		return language
	}
	l, r := Strong(text)
	return r && !l
}

// FirstRTL reports whether the first letter of a text runs from right to left (P2 and P3).
func FirstRTL(text string) bool {
	for _, c := range text {
		switch p, _ := bidi.LookupRune(c); p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// Plain reports whether nothing in the text runs from right to left, or could
// make other text do so.
func Plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < 0xd6 { // before Hebrew, as UTF-8 has it
			continue
		}
		switch c, n := utf8.DecodeRuneInString(text[i:]); {
		case c < 0x590:
		case c <= 0x8ff, c >= 0x200e && c <= 0x200f, c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069,
			c >= 0xfb1d && c <= 0xfdff, c >= 0xfe70 && c <= 0xfeff, c >= 0x10800 && c <= 0x10fff, c >= 0x1e800 && c <= 0x1efff:
			return false
		default:
			i += n - 1
		}
	}
	return true
}

// isolating reports whether the class begins an isolate.
func isolating(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed reports whether rule X9 takes the class out.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}
