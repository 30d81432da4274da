package foreign

import (
	"bytes"
	"sort"
	"strings"

	"octavo/book"
)

// An output is the translation, with the places of its parts.
type output struct {
	bytes []byte
	parts []part
}

// A part is a run of the output that has one origin.
type part struct {
	from  int // offset in the output
	at    func(int) book.Pos
	start int  // offset in the origin
	fixed bool // all bytes stand for the one place
}

// place returns the place of an offset.
func (o *output) place(offset int) book.Pos {
	i := sort.Search(len(o.parts), func(i int) bool { return o.parts[i].from > offset }) - 1
	if i < 0 {
		return book.Pos{}
	}
	p := o.parts[i]
	if p.fixed {
		return p.at(p.start)
	}
	return p.at(p.start + offset - p.from)
}

// shift returns the places of a text that begins at an offset of another.
func shift(at func(int) book.Pos, from int) func(int) book.Pos {
	return func(i int) book.Pos { return at(from + i) }
}

// begin begins a part unless the last one goes on.
func (o *output) begin(p part) {
	p.from = len(o.bytes)
	if n := len(o.parts); n > 0 {
		last := o.parts[n-1]
		if !p.fixed && !last.fixed && p.start-last.start == p.from-last.from && p.start > last.start {
			return // of one origin, since a file is not included within a run of its own
		}
	}
	o.parts = append(o.parts, p)
}

// put appends text that is made of what stands at an offset of the origin.
func (s *scanner) put(text string, at int) {
	if text == "" {
		return
	}
	s.output.begin(part{at: s.at, start: at, fixed: true})
	s.output.bytes = append(s.output.bytes, text...)
}

// keep appends a part of the origin as it is.
func (s *scanner) keep(from, to int) {
	if from >= to {
		return
	}
	s.output.begin(part{at: s.at, start: from})
	s.output.bytes = append(s.output.bytes, s.text[from:to]...)
}

// splice appends another output, each line but the first with a prefix.
func (s *scanner) splice(sub *output, prefix string, at int) {
	from := 0
	for i, p := range sub.parts {
		end := len(sub.bytes)
		if i+1 < len(sub.parts) {
			end = sub.parts[i+1].from
		}
		for from < end {
			to := end
			if k := bytes.IndexByte(sub.bytes[from:end], '\n'); k >= 0 && prefix != "" {
				to = from + k + 1
			}
			q := p
			if !p.fixed {
				q.start += from - p.from
			}
			q.from = len(s.output.bytes)
			s.output.parts = append(s.output.parts, q)
			s.output.bytes = append(s.output.bytes, sub.bytes[from:to]...)
			if prefix != "" && sub.bytes[to-1] == '\n' && to < len(sub.bytes) {
				s.put(prefix, at)
			}
			from = to
		}
	}
}

// A line is a line of the origin.
type line struct {
	start, end int // end is before the line's end
	marks      int // where its marks of quotations and lists end
}

// lineOf returns the line around an offset.
func (s *scanner) lineOf(at int) line {
	if l := s.line; l.end > 0 && l.start <= at && at <= l.end {
		return l
	}
	i := sort.SearchInts(s.lines, at+1) - 1
	l := line{start: s.lines[i], end: len(s.text)}
	if i+1 < len(s.lines) {
		l.end = s.lines[i+1] - 1
	}
	l.marks = l.start + marks(s.text[l.start:l.end])
	s.line = l
	return l
}

// alone reports whether nothing but marks of quotations and lists stands beside
// what lies between two offsets.
func (s *scanner) alone(from, to int) bool {
	if s.lineOf(from).marks < from {
		return false
	}
	for ; to < len(s.text) && s.text[to] != '\n'; to++ {
		if s.text[to] != ' ' && s.text[to] != '\t' {
			return false
		}
	}
	return true
}

// marks returns how much of b is marks of quotations and lists.
func marks(b []byte) int {
	i := 0
	for i < len(b) {
		switch {
		case b[i] == ' ' || b[i] == '\t' || b[i] == '>':
			i++
			continue
		case (b[i] == '-' || b[i] == '*' || b[i] == '+') && i+1 < len(b) && b[i+1] == ' ':
			i += 2
			continue
		}
		n := i
		for n < len(b) && n-i < 9 && b[n] >= '0' && b[n] <= '9' { // as long as CommonMark lets a number be
			n++
		}
		if n == i || n+1 >= len(b) || b[n] != '.' && b[n] != ')' || b[n+1] != ' ' {
			break
		}
		i = n + 2
	}
	return i
}

// prefix returns what another line of the block begins with that the line around an
// offset stands in: its marks of quotations, and spaces for those of lists.
func (s *scanner) prefix(at int) string {
	l := s.lineOf(at)
	return strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, string(s.text[l.start:min(l.marks, at)]))
}

// block writes lines in place of the sign between two offsets, which is alone on its
// line, with empty lines around them.
func (s *scanner) block(from, to int, lines ...string) {
	prefix := s.prefix(from)
	s.apart(from)
	s.put(strings.ReplaceAll(strings.Join(lines, "\n"), "\n", "\n"+prefix), from)
	if to < len(s.text) {
		s.put("\n"+strings.TrimRight(prefix, " "), from)
	}
}

// apart ends the line before an offset, so that a block can begin there. The first
// block of an item stands right behind the item's mark.
func (s *scanner) apart(at int) {
	if l := s.lineOf(at); l.start > 0 && len(bytes.Trim(s.text[l.start:at], " \t>")) == 0 {
		s.put("\n"+s.prefix(at), at)
	}
}
