package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
)

// A source is a file as text: line ends are \n, and nothing is left that XML
// forbids. Offsets are in bytes of text.
type source struct {
	file  string
	text  []byte
	first int   // line of the file that text begins on
	lines []int // offset of each line

	ascii bool
	runes []int // characters before each multiple of runeStep; nil when ascii
	cut   []int // offsets at which a character was removed

	line, at, col int // the last place asked for: index of line, offset, column
}

// runeStep is the distance of the counted offsets in source.runes, by eye: each place in
// a long line counts up to so many bytes, and the table has one number for as many.
const runeStep = 512

// newSource makes a source of a file and reports what had to be mended. The source is
// nil when the file cannot be read at all.
func newSource(file string, data []byte) (*source, []book.Diagnostic) {
	s := &source{file: file, first: 1}
	if len(data) > MaxBytes {
		return nil, []book.Diagnostic{rule.SizeLimit.At(book.Pos{File: file}, "split the chapter",
			"the file has %d bytes; the limit is %d", len(data), MaxBytes)}
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, []book.Diagnostic{rule.Encoding.At(book.Pos{File: file}, "save the file as UTF-8", "the file is in UTF-16")}
	}
	s.text = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(s.text, '\r') >= 0 {
		s.text = unixLines(s.text)
	}
	var list []book.Diagnostic
	s.index()
	if len(s.lines) > maxLines {
		return nil, []book.Diagnostic{rule.SizeLimit.At(book.Pos{File: file}, "split the chapter",
			"the file has %d lines; the limit is %d", len(s.lines), maxLines)}
	}
	at, ok := firstInvalid(s.text)
	broken := !ok
	if broken {
		list = append(list, rule.Encoding.At(s.pos(at), "save the file as UTF-8",
			"the byte 0x%02x is not UTF-8", s.text[at]))
		s.text = bytes.ToValidUTF8(s.text, []byte("\uFFFD"))
		s.index()
	}
	if at := nextForbidden(s.text, 0); at >= 0 {
		r, _ := utf8.DecodeRune(s.text[at:])
		pos := s.pos(at)
		n := s.strip(at)
		what := "removed"
		if parting(r) {
			what = "removed, with a space in the place of those that part words"
		}
		list = append(list, rule.ControlCharacter.At(pos, "delete the character",
			"the character U+%04X does not belong in text; %d such "+what, r, n))
	}
	if !broken {
		list = append(list, s.replaced()...)
	}
	return s, list
}

// unixLines turns CRLF and CR into LF.
func unixLines(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i, c := range b {
		switch {
		case c != '\r':
			out = append(out, c)
		case i+1 == len(b) || b[i+1] != '\n':
			out = append(out, '\n')
		}
	}
	return out
}

func firstInvalid(b []byte) (int, bool) {
	if utf8.Valid(b) {
		return 0, true
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i, false
		}
		i += n
	}
}

// nextForbidden returns the offset of the first character from i on that text
// cannot hold, -1 for none.
func nextForbidden(b []byte, i int) int {
	for ; i < len(b); i++ {
		c := b[i]
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' || c >= 0x80 && c < 0xf0 && c != 0xc2 && c != 0xef {
			continue
		}
		if r, _ := utf8.DecodeRune(b[i:]); forbidden(r) {
			return i
		}
	}
	return -1
}

// forbidden reports whether XML forbids r or advises against it: controls and
// noncharacters.
func forbidden(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	case r >= 0xd800 && r < 0xe000, r > utf8.MaxRune:
		return true
	}
	return false
}

// parting reports whether a control character parts words: a vertical tab, a form feed,
// the separators of ASCII, and the next line of EBCDIC.
func parting(r rune) bool {
	return r == '\v' || r == '\f' || r >= 0x1c && r <= 0x1f || r == 0x85
}

// strip removes the forbidden characters from at on and returns their number. A space
// takes the place of one that parts words.
func (s *source) strip(at int) int {
	number := 0
	out := append(make([]byte, 0, len(s.text)), s.text[:at]...)
	for from := at; ; {
		r, n := utf8.DecodeRune(s.text[at:])
		number++
		if parting(r) {
			out = append(out, ' ')
		} else {
			s.cut = append(s.cut, len(out))
		}
		from = at + n
		at = nextForbidden(s.text, from)
		if at < 0 {
			out = append(out, s.text[from:]...)
			break
		}
		out = append(out, s.text[from:at]...)
	}
	s.text = out
	s.index()
	return number
}

// maxReplaced bounds the lines that are told to hold replacement characters, by eye.
const maxReplaced = 10

// replaced reports the lines with U+FFFD, which a program put where it could not read
// a character. The bytes that are replaced here are an error of their own.
func (s *source) replaced() []book.Diagnostic {
	var list []book.Diagnostic
	for at := 0; len(list) < maxReplaced; {
		k := bytes.Index(s.text[at:], []byte("\uFFFD"))
		if k < 0 {
			break
		}
		pos := s.pos(at + k)
		list = append(list, rule.LostCharacter.At(pos, "write the character that was meant", "a character was lost before this file was saved: U+FFFD stands in its place"))
		if next := s.lineOf(at+k) + 1; next < len(s.lines) {
			at = s.lines[next]
		} else {
			break
		}
	}
	return list
}

// index finds the lines of the text.
func (s *source) index() {
	s.ascii, s.runes = true, nil
	s.line, s.at, s.col = 0, 0, 1
	s.lines = append(make([]int, 0, 1+bytes.Count(s.text, []byte("\n"))), 0)
	for i := 0; ; {
		n := bytes.IndexByte(s.text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		s.lines = append(s.lines, i)
	}
	for _, c := range s.text {
		if c >= utf8.RuneSelf {
			s.ascii = false
			return
		}
	}
}

// from returns the part of s that begins at a line of it.
func (s *source) from(line int) *source {
	part := *s
	start := s.lines[line]
	part.text = s.text[start:]
	part.first += line
	part.lines = make([]int, len(s.lines)-line)
	for i, at := range s.lines[line:] {
		part.lines[i] = at - start
	}
	part.cut = nil
	for _, at := range s.cut {
		if at >= start {
			part.cut = append(part.cut, at-start)
		}
	}
	part.runes = nil
	part.line, part.at, part.col = 0, 0, 1
	return &part
}

// pos returns the place of an offset.
func (s *source) pos(offset int) book.Pos {
	offset = max(0, min(offset, len(s.text)))
	line := s.lineOf(offset)
	start := s.lines[line]
	col := offset - start + 1
	if !s.ascii {
		col = s.column(line, offset)
	}
	s.line, s.at, s.col = line, offset, col
	if len(s.cut) > 0 {
		col += sort.SearchInts(s.cut, offset+1) - sort.SearchInts(s.cut, start)
	}
	return book.Pos{File: s.file, Line: s.first + line, Col: col}
}

func (s *source) lineOf(offset int) int {
	l := s.line
	if s.lines[l] <= offset {
		if l+1 == len(s.lines) || offset < s.lines[l+1] {
			return l
		}
		if l+2 == len(s.lines) || offset < s.lines[l+2] {
			return l + 1
		}
	}
	return sort.SearchInts(s.lines, offset+1) - 1
}

// column counts the characters from the beginning of a line. The count goes on from
// the last place, or from the nearest counted offset: places are mostly asked for in
// their order, and counting from the beginning of a long line each time is quadratic.
func (s *source) column(line, offset int) int {
	if line == s.line && offset >= s.at && offset-s.at < runeStep {
		return s.col + countRunes(s.text[s.at:offset])
	}
	start := s.lines[line]
	if offset-start < runeStep {
		return countRunes(s.text[start:offset]) + 1
	}
	return s.before(offset) - s.before(start) + 1
}

// before returns the number of characters before an offset.
func (s *source) before(offset int) int {
	if s.runes == nil {
		s.runes = make([]int, 1, len(s.text)/runeStep+1)
		for i := runeStep; i <= len(s.text); i += runeStep {
			s.runes = append(s.runes, s.runes[len(s.runes)-1]+countRunes(s.text[i-runeStep:i]))
		}
	}
	k := offset / runeStep
	return s.runes[k] + countRunes(s.text[k*runeStep:offset])
}

// countRunes counts the bytes that begin a character.
func countRunes(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xc0 != 0x80 {
			n++
		}
	}
	return n
}
