package shape

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Breaks appends to dst the byte offsets within the text where a line may end,
// by the rules of UAX #14. The beginning and the end of the text are not among
// them.
//
// Small kana and the sound mark begin no line (the strict rules of kinsoku), and
// a line may break outside a pair of quotation marks among Han. The rules are
// the same for all languages; lang is for those that will differ.
func (s *Shaper) Breaks(text, lang string, dst []int) []int {
	s.decode(text)
	for i := range s.runes {
		// A steering character that has a rule of its own must keep it.
		if s.runes[i] == 0x200b {
			s.runes[i], _ = utf8.DecodeRuneInString(text[s.offsets[i]:])
		}
	}
	renew(s.runes)
	return s.breaks(dst)
}

// breaks finds the breaks of the runes at hand. The segmenter takes a microsecond a
// character, and most text is words with spaces between them, before each of which a line
// may end. So the segmenter is asked for the stretches of other words alone, each with a
// word of letters before and after it, beyond which no rule looks.
func (s *Shaper) breaks(dst []int) []int {
	for i, odd := 0, 0; i < len(s.runes); { // a stretch to ask for begins at odd
		end := s.word(i)
		if end < 0 {
			for end = i; end < len(s.runes) && s.runes[end] != ' '; end++ {
			}
		} else if i == odd {
			end = s.spaces(end)
			if end == len(s.runes) {
				return dst
			}
			if s.word(end) >= 0 {
				dst, odd = append(dst, int(s.offsets[end])), end
			}
			i = end
			continue
		} else {
			dst, odd = s.segment(odd, end, dst), i
			continue
		}
		if i = s.spaces(end); i == len(s.runes) {
			dst = s.segment(odd, i, dst)
		}
	}
	return dst
}

// segment asks the segmenter for the breaks between two places.
func (s *Shaper) segment(start, end int, dst []int) []int {
	s.seg.Init(s.runes[start:end])
	for it := s.seg.LineIterator(); it.Next(); {
		line := it.Line()
		if at := line.Offset + len(line.Text); at < end-start {
			dst = append(dst, int(s.offsets[start+at]))
		}
	}
	return dst
}

// spaces returns where the spaces from i on end.
func (s *Shaper) spaces(i int) int {
	for i < len(s.runes) && s.runes[i] == ' ' {
		i++
	}
	return i
}

// word returns where the word at i ends, -1 when it has other characters than letters and
// figures, apostrophes between them and a stop at its end: within such a word no line ends.
func (s *Shaper) word(i int) int {
	start := i
	for ; i < len(s.runes) && s.runes[i] != ' '; i++ {
		switch r := s.runes[i]; {
		case alphabetic(r):
		case r == '’' && i > start && i+1 < len(s.runes) && alphabetic(s.runes[i+1]):
		case (r == ',' || r == '.' || r == ';' || r == ':') && i > start && (i+1 == len(s.runes) || s.runes[i+1] == ' '):
		default:
			return -1
		}
	}
	if i == start {
		return -1
	}
	return i
}

// alphabetic reports whether r is a letter of Latin, Greek or Cyrillic, of class AL, or a
// figure.
func alphabetic(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	case r < 0x250:
		return r >= 0xc0 && r != '×' && r != '÷'
	}
	return r >= 0x391 && r <= 0x3ce || r >= 0x400 && r <= 0x481
}

// The characters that stand for one whose class depends on its neighbours: a character of
// the class that the neighbours give it.
const (
	opens  = '\uff08' // OP
	closes = '\uff09' // CL
	joins  = 'a'      // AL
)

// renew makes the segmenter, whose rules are those of Unicode 14, find the breaks that
// Unicode 17 has. The rules that came since say what quotation marks, hyphens and stops
// are by their neighbours; each is replaced here by a character that the older rules
// treat so.
func renew(runes []rune) {
	before := rune(' ') // the start of the text is as a space to all of the rules
	for i, r := range runes {
		after := rune(' ') // so is its end
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		switch {
		case r < '!' || r >= '0' && r <= '9' || r >= 'A' && r <= 'z': // most text
		case unicode.Is(unicode.Pi, r):
			// LB15a: nothing ends after « that begins; LB19a: among Han a line may end before “.
			if parts(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pf) || wide(before) && wide(after) {
				runes[i] = opens
			}
		case unicode.Is(unicode.Pf, r):
			// LB15b: nothing ends before » that ends; LB19a: among Han a line may end after ”.
			if parts(after) || unicode.In(after, unicode.Pe, unicode.Pi, unicode.Pf) || stop(after) || wide(before) && wide(after) {
				runes[i] = closes
			}
		case r == '"' || r == '\'':
			if after == ' ' && before != ' ' { // LB15 of old forbids a break in: "yes" (twice)
				runes[i] = closes
			}
		case r == '-' || r == 0x2010 || r == 0x05be:
			if parts(before) && unicode.IsLetter(after) && !wide(after) { // LB20a: -l
				runes[i] = joins
			} else if i > 0 && hebrewLetter(before) && hebrewLetter(after) { // LB21a forbids other breaks after a Hebrew hyphen
				runes[i-1] = joins
			}
		case r == '.' || r == ',' || r == ':' || r == ';':
			// LB15c and LB25: a number may begin with its decimal mark.
			if unicode.Is(unicode.Nd, after) && (before == ' ' || before == ')' || unicode.IsLetter(before) && !wide(before)) {
				runes[i] = joins
			}
		}
		before = r
	}
}

// parts reports whether r is white that parts words, breakable or not.
func parts(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0x202f }

// stop reports whether no line begins with r.
func stop(r rune) bool {
	switch r {
	case '.', ',', ':', ';', '!', '?', '/', 0x2060:
		return true
	}
	return false
}

func hebrewLetter(r rune) bool { return r >= 0x5d0 && r <= 0x5f2 || r >= 0xfb1d && r <= 0xfb4f }

// wide reports whether r has the width of East Asia.
func wide(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianHalfwidth:
		return true
	}
	return false
}
