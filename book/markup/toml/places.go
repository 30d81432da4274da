package toml

import (
	"strings"
	"unicode/utf8"
)

// A place is where a key stands: its line from 1, and the columns of key and value from 0,
// in characters.
type place struct{ line, key, value int }

// places returns the places of the keys and heads of tables in a text that TOML can read,
// by their whole names; keys in braces are not among them.
func places(src string) map[string][]place {
	s := &scanner{src: src, line: 1}
	list := map[string][]place{}
	var table []string
	add := func(key []string, at, value int) {
		path := join(key...)
		list[path] = append(list[path], place{s.line, s.col(at), s.col(value)})
	}
	for s.i < len(src) {
		at := s.i
		switch c := src[at]; {
		case c == '\n':
			s.end()
		case c == ' ' || c == '\t' || c == '\r':
			s.i++
		case c == '#':
			s.rest()
		case c == '[':
			for s.i < len(src) && src[s.i] == '[' {
				s.i++
			}
			table = s.key()
			add(table, at, at)
			s.rest()
		default:
			key := s.key()
			for s.i < len(src) && strings.IndexByte(" \t=", src[s.i]) >= 0 {
				s.i++
			}
			add(append(table[:len(table):len(table)], key...), at, s.i)
			s.value()
		}
	}
	return list
}

// A scanner goes through a text.
type scanner struct {
	src   string
	i     int
	line  int
	start int // of the line
}

func (s *scanner) col(at int) int { return utf8.RuneCountInString(s.src[s.start:at]) }

// end passes a line end.
func (s *scanner) end() {
	s.i++
	s.line, s.start = s.line+1, s.i
}

// rest passes the rest of the line.
func (s *scanner) rest() {
	for s.i < len(s.src) && s.src[s.i] != '\n' {
		s.i++
	}
}

// key reads the parts of a key.
func (s *scanner) key() (parts []string) {
	for s.i < len(s.src) {
		switch c := s.src[s.i]; {
		case c == ' ' || c == '\t' || c == '.':
			s.i++
		case c == '"' || c == '\'':
			from := s.i
			s.text()
			part := s.src[from+1 : max(from+1, s.i-1)]
			if c == '"' {
				part = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(part)
			}
			parts = append(parts, part)
		case c == '=' || c == ']' || c == '\n' || c == '#':
			return parts
		default:
			from := s.i
			for s.i < len(s.src) && strings.IndexByte(" \t.=]\n#\"'", s.src[s.i]) < 0 {
				s.i++
			}
			parts = append(parts, s.src[from:s.i])
		}
	}
	return parts
}

// value passes a value, up to the end of its line.
func (s *scanner) value() {
	for depth := 0; s.i < len(s.src); {
		switch s.src[s.i] {
		case '"', '\'':
			s.text()
			continue
		case '#':
			s.rest()
			continue
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '\n':
			if depth <= 0 {
				return
			}
			s.end()
			continue
		}
		s.i++
	}
}

// text passes a text in one quotation mark or in three.
func (s *scanner) text() {
	mark := s.src[s.i : s.i+1]
	if three := strings.Repeat(mark, 3); strings.HasPrefix(s.src[s.i:], three) {
		mark = three
	}
	s.i += len(mark)
	for s.i < len(s.src) {
		switch {
		case s.src[s.i] == '\\' && mark[0] == '"':
			s.i++
		case strings.HasPrefix(s.src[s.i:], mark):
			for s.i += len(mark); len(mark) == 3 && s.i < len(s.src) && s.src[s.i] == mark[0]; {
				s.i++ // a mark may stand right before the three
			}
			return
		}
		if s.i < len(s.src) && s.src[s.i] == '\n' {
			s.end()
		} else {
			s.i++
		}
	}
	s.i = min(s.i, len(s.src))
}
