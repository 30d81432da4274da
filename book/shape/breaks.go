package shape

import "unicode/utf8"

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
	s.seg.Init(s.runes)
	for it := s.seg.LineIterator(); it.Next(); {
		line := it.Line()
		if end := line.Offset + len(line.Text); end < len(s.runes) {
			dst = append(dst, int(s.offsets[end]))
		}
	}
	return dst
}
