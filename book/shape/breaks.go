package shape

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Breaks appends to dst the byte offsets within the text where a line may end,
// by the rules of UAX #14. The beginning and the end of the text are not among
// them. At an offset for which [MustBreak] is true the line has to end.
//
// Small kana and the sound mark begin no line (the strict rules of kinsoku), and
// a line may break outside a pair of quotation marks among Han. The rules are
// the same for all languages; lang is for those that will differ.
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
	s.seg.Init(s.runes)
	for it := s.seg.LineIterator(); it.Next(); {
		line := it.Line()
		if end := line.Offset + len(line.Text); end < len(s.runes) {
			dst = append(dst, int(s.offsets[end]))
		}
	}
	return dst
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
