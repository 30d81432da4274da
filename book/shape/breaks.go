package shape

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// Breaks appends to dst the byte offsets within the text where a line may end,
// by the rules of UAX #14. The beginning and the end of the text are not among
// them. At an offset for which [MustBreak] is true the line has to end.
//
// Small kana and the sound mark begin no line (the strict rules of kinsoku). In
// Chinese and Japanese a line may break outside a pair of quotation marks, as
// Unicode 16 has it.
func Breaks(text, lang string, dst []int) []int { return new(Shaper).Breaks(text, lang, dst) }

// Breaks is the function [Breaks] with the shaper's memory.
func (s *Shaper) Breaks(text, lang string, dst []int) []int {
	s.decode(text)
	for i := range s.runes {
		// A steering character that has a rule of its own must keep it.
		if s.runes[i] == 0x200b {
			s.runes[i], _ = utf8.DecodeRuneInString(text[s.offsets[i]:])
		}
	}
	wideQuotes := quotesAreWide(lang)
	s.seg.Init(s.runes)
	at := 0 // runes up to the last break
	for it := s.seg.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text)
		if wideQuotes {
			dst = s.quoteBreaks(at, end, dst)
		}
		if at = end; end < len(s.runes) {
			dst = append(dst, int(s.offsets[end]))
		}
	}
	return dst
}

func quotesAreWide(lang string) bool {
	region := hanRegion(lang)
	return region == "ja" || region == "zh-Hans" || region == "zh-Hant"
}

// quoteBreaks adds the breaks of rule LB19a between the runes start and end:
// before an opening and after a closing quotation mark that has East Asian
// text on both sides.
func (s *Shaper) quoteBreaks(start, end int, dst []int) []int {
	for i := start + 1; i < end; i++ {
		before, after := s.runes[i-1], s.runes[i]
		opens := openingQuote(after) && wide(before) && !opensWide(before) && i+1 < len(s.runes) && wide(s.runes[i+1])
		closes := closingQuote(before) && wide(after) && !closesWide(after) && i >= 2 && wide(s.runes[i-2])
		if opens || closes {
			dst = append(dst, int(s.offsets[i]))
		}
	}
	return dst
}

func openingQuote(r rune) bool { return r == '‘' || r == '“' }
func closingQuote(r rune) bool { return r == '’' || r == '”' }

// wide reports whether r is a character of East Asian text.
func wide(r rune) bool {
	switch language.LookupScript(r) {
	case language.Han, language.Hiragana, language.Katakana, language.Bopomofo:
		return true
	}
	return r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// opensWide reports whether no line ends after r.
func opensWide(r rune) bool {
	switch r {
	case 0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0x3014, 0x3016, 0x3018, 0x301a, 0x301d, 0xff08, 0xff3b, 0xff5b, 0xff5f:
		return true
	}
	return false
}

// closesWide reports whether no line begins with r.
func closesWide(r rune) bool {
	switch r {
	case 0x3001, 0x3002, 0x3005, 0x303b, 0xff01, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f,
		0x3009, 0x300b, 0x300d, 0x300f, 0x3011, 0x3015, 0x3017, 0x3019, 0x301b, 0x301e, 0x301f, 0xff09, 0xff3d, 0xff5d, 0xff60:
		return true
	}
	return smallKana(r)
}

func smallKana(r rune) bool {
	switch r {
	case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308e, 0x309d, 0x309e,
		0x30a1, 0x30a3, 0x30a5, 0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30ee, 0x30f5, 0x30f6, 0x30fc, 0x30fd, 0x30fe, 0x3095, 0x3096:
		return true
	}
	return false
}

// MustBreak reports whether a line has to end at the offset: after a line end
// other than a carriage return that a line feed follows.
func MustBreak(text string, offset int) bool {
	if offset <= 0 || offset > len(text) {
		return false
	}
	switch r, _ := utf8.DecodeLastRuneInString(text[:offset]); r {
	case '\n', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	case '\r':
		return offset == len(text) || text[offset] != '\n'
	}
	return false
}

// Graphemes appends to dst the byte offsets at which the characters of the text
// end, as a reader counts them (UAX #29). The last one is len(text).
func Graphemes(text string, dst []int) []int {
	runes, at := make([]rune, 0, len(text)), make([]int, 0, len(text)+1)
	for i, r := range text {
		runes, at = append(runes, r), append(at, i)
	}
	at = append(at, len(text))
	var seg segmenter.Segmenter
	seg.Init(runes)
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		dst = append(dst, at[g.Offset+len(g.Text)])
	}
	return dst
}
