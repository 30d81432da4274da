package foreign

import (
	"bytes"
	"strings"
)

// target reads the address behind the words of a link, or the attributes behind words
// in brackets. See sign for what it returns.
func (s *scanner) target(i, p, end int) int {
	rest := s.text[i+1 : end]
	switch {
	case bytes.HasPrefix(rest, []byte("(")):
		return s.address(i+2, p, end)
	case bytes.HasPrefix(rest, []byte("{")) && len(rest) > 1 && strings.IndexByte("{%:", rest[1]) < 0:
		if k := s.next("}", i); k >= 0 && k < end {
			return s.skip(p, k+1)
		}
	}
	return 0
}

// folders are the signs by which Pelican names a file of the site.
var folders = []string{"{static}", "{filename}", "{attach}", "|static|", "|filename|", "|attach|"}

// address writes what lies between p and the end of the address at k, with the tags in
// the address made into what they stand for, and returns the offset of that end.
func (s *scanner) address(k, p, end int) int {
	s.addressed = true
	defer func() { s.addressed = false }()
	angled, depth := k < end && s.text[k] == '<', 0
	for k < end {
		switch c := s.text[k]; {
		case c == '\n', c == '"', c == '>' && !angled, c == ' ' && !angled, c == ')' && depth == 0 && !angled:
			return s.skip(p, k)
		case c == '>':
			return s.skip(p, k+1)
		case c == '\\':
			k++
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '{' || c == '|':
			if n := s.inAddress(k, p); n > 0 {
				k, p = n, n
				continue
			}
		}
		k++
	}
	return s.skip(p, min(k, end))
}

// inAddress writes the sign at k of an address, and what is before it from p on.
func (s *scanner) inAddress(k, p int) int {
	for _, folder := range folders {
		if bytes.HasPrefix(s.text[k:], []byte(folder)) {
			s.keep(p, k)
			return k + len(folder)
		}
	}
	t, ok := s.tagAt(k)
	if !ok || t.closing || opaque[t.name] && t.tool != variable {
		return 0
	}
	s.keep(p, k)
	s.tag(t)
	return t.to
}
