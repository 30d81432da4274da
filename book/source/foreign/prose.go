package foreign

import (
	"bytes"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// The rules by which signs are told.
var (
	tagRule       = rule.ForeignTag
	rawRule       = rule.RawFormat
	citationRule  = rule.Citation
	referenceRule = rule.CrossReference
	includeRule   = rule.IncludeMissing
)

// tell reports a sign at an offset.
func (s *scanner) tell(r rule.Rule, at int, message, hint string) {
	if s.Report != nil {
		s.Report(r.At(s.at(at), hint, "%s", message))
	}
}

// clip shortens text of the author for a message.
func clip(t string) string { return book.Clip(strings.Join(strings.Fields(t), " "), 60) }

// prose translates the lines from at up to a blank line or a fence, and returns the
// offset behind them, which is further when a tag in them encloses more.
func (s *scanner) prose(at int) int {
	end := s.proseEnd(at)
	s.ticks, s.stop = nil, end
	p := at // what is before p is written
	if n := s.opening(at, p, end); n > at {
		p = n
	}
	if p > end {
		return p
	}
	return s.signs(p, end)
}

// signs translates the signs between two offsets of a paragraph, and returns the offset behind
// what it wrote, which is end unless a sign encloses more.
func (s *scanner) signs(p, end int) int {
	for i := p; i < end; {
		k := bytes.IndexAny(s.text[i:end], "\\`<[]!{@$^+:\n")
		if k < 0 {
			break
		}
		i += k
		n := s.sign(i, p, end)
		if n <= i {
			i++
			continue
		}
		// The sign wrote itself and what was before it.
		i, p = n, n
		if p > end {
			return p
		}
	}
	s.keep(p, end)
	return end
}

// proseEnd returns where the run of lines ends that begins at an offset.
func (s *scanner) proseEnd(at int) int {
	for i := at; i < len(s.text); {
		l := s.lineOf(i)
		if i > at {
			_, fenced := fenceOf(s.text[l.marks:l.end])
			if _, ends := s.ends[i]; ends || fenced {
				return i
			}
		}
		if len(bytes.Trim(s.text[i:l.end], " \t>")) == 0 {
			return i
		}
		i = min(l.end+1, len(s.text))
	}
	return len(s.text)
}

// sign reads the sign at i, writes what lies between p and it and what it stands
// for, and returns the offset behind it; at most i when nothing is a sign there.
func (s *scanner) sign(i, p, end int) int {
	switch s.text[i] {
	case '\\':
		return s.backslash(i, p, end)
	case '`':
		return s.code(i, p, end)
	case '<':
		return s.angle(i, p, end)
	case '!':
		if content, n := s.wikiForm(i+1, end); n > 0 {
			s.keep(p, i)
			s.embed(content, i, n)
			return n
		}
	case '[':
		return s.bracket(i, p, end)
	case ']':
		return s.target(i, p, end)
	case '{':
		return s.brace(i, p, end)
	case '@':
		return s.key(i, p, end)
	case '$':
		if s.Math {
			return s.skip(p, s.formulaEnd(i, end))
		}
	case '^':
		if n := s.inserted(i, p, end); n > 0 {
			return n
		}
		return s.blockID(i, p, end)
	case '\n':
		return s.opening(i+1, p, end)
	case '+':
		return s.keyboard(i, p, end)
	case ':':
		return s.icon(i, p, end)
	}
	return 0
}

// skip keeps what lies between p and n as it is.
func (s *scanner) skip(p, n int) int {
	if n > p {
		s.keep(p, n)
	}
	return n
}

// formulaEnd returns the offset behind the formula at i, 0 when there is none: behind
// "$$...$$", or "$x$" without space at its ends.
func (s *scanner) formulaEnd(i, end int) int {
	if bytes.HasPrefix(s.text[i:], []byte("$$")) {
		if k := s.next("$$", i+2); k >= 0 {
			return k + 2
		}
		return i + 2
	}
	if i+1 >= end || s.text[i+1] == ' ' || s.text[i+1] == '\n' {
		return 0
	}
	if k := s.next("$", i+1); k > 0 && k < end && s.text[k-1] != ' ' && s.text[k-1] != '\\' && (k+1 >= len(s.text) || s.text[k+1] < '0' || s.text[k+1] > '9') {
		return k + 1
	}
	return 0
}

// code keeps a span of code, or takes one that is raw text for a format.
func (s *scanner) code(i, p, end int) int {
	n := 0
	for i+n < end && s.text[i+n] == '`' {
		n++
	}
	if s.ticks == nil {
		s.ticks = map[int]int{}
		for k := i; k < s.stop; k++ {
			m := 0
			for k+m < s.stop && s.text[k+m] == '`' {
				m++
			}
			if m > 0 {
				s.ticks[m] = k
				k += m
			}
		}
	}
	if s.ticks[n] <= i {
		return s.skip(p, i+n)
	}
	for k := i + n; k < end; k++ {
		m := 0
		for k+m < end && s.text[k+m] == '`' {
			m++
		}
		if m == n {
			if format, ok, length := rawSuffix(s.text[k+m : end]); ok {
				s.keep(p, i)
				s.rawSpan(format, i, i+n, k)
				return k + m + length
			}
			s.tellComputed(s.text[i+n:k], i)
			return s.skip(p, k+m)
		}
		k += m
	}
	return s.skip(p, i+n)
}

// verbatim are elements whose content is no Markdown.
var verbatim = []string{"pre", "script", "style", "textarea"}

// angle keeps comments, addresses and tags of HTML, and takes tags of MDX.
func (s *scanner) angle(i, p, end int) int {
	rest := s.text[i:end]
	if bytes.HasPrefix(rest, []byte("<!--")) {
		if k := s.next("-->", i+4); k >= 0 {
			return s.skip(p, k+3)
		}
		return 0
	}
	if len(rest) < 2 || !isLetter(rest[1]) && rest[1] != '/' {
		return 0
	}
	for _, name := range verbatim {
		if hasTag(rest, name) {
			if k := s.next("</"+name, i); k >= 0 {
				return s.skip(p, k+2+len(name))
			}
		}
	}
	stop := s.tagEnd(i, end)
	if stop < 0 {
		return 0
	}
	if name := componentName(s.text[i:stop]); name != "" && (s.mdx || components[name]) {
		s.keep(p, i)
		s.component(name, i, stop)
		return stop
	}
	if s.asideOf(i, stop, p) {
		return stop
	}
	s.keep(p, i)
	s.attributes(i, stop)
	return stop
}

// asideKey is the aside of HTML among the open tags.
const asideKey = "<aside>"

// asideOf writes the tag around an aside whose words are Markdown right below it, as Notion
// has them: CommonMark would print their marks. It reports whether the tag is one.
func (s *scanner) asideOf(i, stop, p int) bool {
	if !s.alone(i, stop) {
		return false
	}
	t := tag{from: i, to: stop, name: asideKey}
	switch {
	case hasTag(s.text[i:stop], "aside") && s.next("</aside>", stop) >= 0:
		below := bytes.TrimPrefix(s.text[min(len(s.text), s.lineOf(stop).end):], []byte("\n"))
		if below = bytes.TrimLeft(below[:min(len(below), maxTag)], " \t"); len(below) == 0 || below[0] == '<' || below[0] == '\n' {
			return false
		}
		s.keep(p, i)
		s.open[asideKey] = append(s.open[asideKey], ":::")
		s.begin(t, division("", ""))
	case string(s.text[i:stop]) == "</aside>" && len(s.open[asideKey]) > 0:
		s.keep(p, i)
		s.close(t)
	default:
		return false
	}
	return true
}

// tagEnd returns the offset behind the tag or address at i, -1 when it has no end. A
// closing sign within quotation marks does not end a tag.
func (s *scanner) tagEnd(i, end int) int {
	first := s.next(">", i)
	if first < 0 || first >= end {
		return -1
	}
	for k := i; k < min(end, i+maxTag); k++ {
		switch c := s.text[k]; c {
		case '>':
			return k + 1
		case '"', '\'':
			if k > i && s.text[k-1] != '=' {
				continue
			}
			q := s.next(string(c), k+1)
			if q < 0 || q >= end {
				return first + 1
			}
			k = q
		}
	}
	return -1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isAlnum(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }

// hasTag reports whether b begins with the start tag of an element.
func hasTag(b []byte, name string) bool {
	return len(b) > len(name)+1 && strings.EqualFold(string(b[1:1+len(name)]), name) && !isAlnum(b[1+len(name)])
}

// attributes writes a tag of HTML, with the addresses of the site taken out of it.
func (s *scanner) attributes(i, stop int) {
	p := i
	for k := i; k < stop; k++ {
		if s.text[k] == '"' && k > i && s.text[k-1] == '=' {
			if n := s.address(k+1, p, stop); n > k {
				p, k = n, n-1
			}
		}
	}
	s.keep(p, stop)
}
