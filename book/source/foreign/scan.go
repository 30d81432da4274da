package foreign

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
)

// A scanner translates one text.
type scanner struct {
	*chapter
	*output
	text    []byte
	at      func(int) book.Pos
	file    string
	parents []string

	lines   []int
	line    line                // the last one asked for
	found   map[string]int      // where a sign was last found, see next
	labels  map[string]bool     // of link definitions, in lower case
	closers map[string][]int    // offsets of closing tags by name
	cited   map[string]bool     // keys that are cited in brackets
	ids     map[string]bool     // that the text gives to its parts
	open    map[string][]string // what closes an open tag, by name
	mdx     bool                // the text imports or exports modules, beyond its code
	ticks   map[int]int         // the last run of backticks of each length in the paragraph
	stop    int                 // the end of the paragraph

	ended     map[int]string // the names of Zola's tags, by the offsets of what ends them
	ends      map[int]string // what stands for the lines that end directives, by their offsets
	myst      bool           // the text is in MyST
	knitr     bool           // the text has programs that its tool runs
	interview bool           // the text has questions and answers that begin with "Q>" and "A>"
	addressed bool           // an address is being read
}

var (
	closerForm = pattern.Later(`\{\{[<%][ \t]*/[ \t]*([A-Za-z][\w/.-]*)|\{%-?[ \t]*(end[a-z_]+(?:-[a-z_]+)*)|\[/([a-z_]+)\]`)
	mdxForm    = pattern.Later(`^import[ \t].*[ \t]from[ \t]+['"][^'"]+['"];?[ \t]*$|^import[ \t]+['"][^'"]+['"];?[ \t]*$|^export[ \t]+(?:const|default|function)[ \t]`)
	elementID  = pattern.Later(`[ \t]id=["']?([^"'\s<>]+)`)
)

// index finds what has to be known of the whole text beforehand.
func (s *scanner) index() {
	s.found, s.labels, s.closers, s.cited = map[string]int{}, map[string]bool{}, map[string][]int{}, map[string]bool{}
	s.open, s.ids = map[string][]string{}, map[string]bool{}
	var code fence
	for at := 0; at <= len(s.text); {
		s.lines = append(s.lines, at)
		end := len(s.text)
		if k := bytes.IndexByte(s.text[at:], '\n'); k >= 0 {
			end = at + k
		}
		s.indexLine(s.text[at:end])
		if f, ok := fenceOf(bytes.TrimLeft(s.text[at:end], " \t>")); code.n > 0 {
			if code.closes(s.text[at:end]) {
				code = fence{}
			}
		} else if ok {
			code = f
		} else if line := s.text[at:end]; bytes.HasPrefix(line, []byte("import")) || bytes.HasPrefix(line, []byte("export")) {
			s.mdx = s.mdx || mdxForm().Match(line)
		}
		at = end + 1
	}
	for _, m := range s.all(closerForm, "{{", "{%", "[/") {
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				name := string(s.text[m[g]:m[g+1]])
				if g == 4 { // of Liquid
					name = strings.TrimPrefix(name, "end")
				}
				s.closers[name] = append(s.closers[name], m[0])
			}
		}
	}
	s.indexCalls()
	for _, m := range s.all(elementID, "id=") {
		s.ids[string(s.text[m[2]:m[3]])] = true
	}
	for _, m := range s.all(componentEnd, "</") {
		name := string(s.text[m[2]:m[3]])
		s.closers[name] = append(s.closers[name], m[0])
	}
	s.indexDirectives()
	s.interview = s.holds("Q>") && interviewForm().Match(s.text)
	s.knitr = s.holds("```{", "~~~{") && cellIn().Match(s.text) || runsPrograms(s.file)
}

// holds reports whether one of the signs stands in the text.
func (s *scanner) holds(signs ...string) bool {
	return slices.ContainsFunc(signs, func(sign string) bool { return bytes.Contains(s.text, []byte(sign)) })
}

// all returns where a form stands in the text, and its parts. The form has one of the signs:
// they are looked for first, since most texts have none, and an expression takes a hundred
// times longer.
func (s *scanner) all(form func() *regexp.Regexp, signs ...string) [][]int {
	if !s.holds(signs...) {
		return nil
	}
	return form().FindAllSubmatchIndex(s.text, -1)
}

// callForm is a tag of Zola that begins something, or the one that ends it.
var callForm = pattern.Later(`\{%-?[ \t]*(?:([A-Za-z_]\w*)[ \t]*\(|end[ \t]*-?%\})`)

// indexCalls finds what ends the tags of Zola, which do not say which tag they end.
func (s *scanner) indexCalls() {
	s.ended = map[int]string{}
	var open []string
	for _, m := range s.all(callForm, "{%") {
		switch n := len(open); {
		case m[2] >= 0:
			open = append(open, string(s.text[m[2]:m[3]]))
		case n > 0:
			name := open[n-1]
			open = open[:n-1]
			s.ended[m[0]] = name
			s.closers[name] = append(s.closers[name], m[0])
		}
	}
}

// indexLine finds the label that a line defines, the keys that it cites in brackets, and
// the ids that it gives in braces.
func (s *scanner) indexLine(text []byte) {
	trimmed := bytes.TrimLeft(text, " \t>")
	if k := bytes.Index(trimmed, []byte("]:")); k > 1 && trimmed[0] == '[' {
		s.labels[strings.ToLower(string(trimmed[1:k]))] = true
	}
	var keys []string
	bracket, brace := false, false
	for i, c := range text {
		switch c {
		case '[':
			bracket, keys = true, nil
		case ']':
			if i+1 == len(text) || strings.IndexByte("([{:", text[i+1]) < 0 {
				for _, key := range keys {
					s.cited[key] = true
				}
			}
			bracket, keys = false, nil
		case '@':
			if m := keyForm().FindSubmatch(text[i:]); bracket && m != nil {
				keys = append(keys, string(m[1])+string(m[2]))
			}
		case '{':
			brace = true
		case '}':
			brace = false
		case '#':
			if id := idForm().Find(text[i+1:]); brace && id != nil && (text[i-1] == '{' || text[i-1] == ' ' || text[i-1] == ':') {
				s.ids[string(id)] = true
			}
		}
	}
}

// next returns the offset of the first sign from an offset on, -1 for none. Asked for
// growing offsets, it reads the text once.
func (s *scanner) next(sign string, from int) int {
	if last, ok := s.found[sign]; ok && (last < 0 || last >= from) {
		return last
	}
	at := bytes.Index(s.text[from:], []byte(sign))
	if at >= 0 {
		at += from
	}
	s.found[sign] = at
	return at
}

// blocks translates the text, block by block: code and HTML that is no prose are
// kept, and the lines between are read as prose.
func (s *scanner) blocks() {
	blank, inList, code := true, 0, false
	for at := 0; at < len(s.text); {
		l := s.lineOf(at)
		end := min(l.end+1, len(s.text))
		if shut, ok := s.ends[l.start]; ok {
			s.put(shut, at)
			at, blank = l.end, false
			delete(s.ends, l.start)
			continue
		}
		text := s.text[at:l.end]
		indent := indentOf(text)
		switch {
		case len(bytes.Trim(text, " \t>")) == 0:
			s.keep(at, end)
			at, blank = end, true
			continue
		case indent >= inList+4 && (blank || code):
			s.keep(at, end)
			at, blank, code = end, false, true
			continue
		}
		code = false
		if n := l.marks - l.start; n > indent && s.text[l.marks-1] == ' ' && hasMarker(text[:n]) {
			inList = n
		} else if blank && indent < inList {
			inList = 0
		}
		if f, ok := fenceOf(s.text[max(at, l.marks):l.end]); ok && at == l.start {
			at = s.fence(f, at, l)
		} else if n := s.colons(at, l); n > at {
			at = n
		} else {
			at = s.prose(at)
		}
		blank = at > 0 && at < len(s.text) && s.text[at-1] == '\n' && (at < 2 || s.text[at-2] == '\n')
	}
}

func hasMarker(b []byte) bool { return len(bytes.Trim(b, " \t>")) > 0 }

// indentOf returns how many columns of space b begins with.
func indentOf(b []byte) int {
	n := 0
	for _, c := range b {
		switch c {
		case ' ':
			n++
		case '\t':
			n += 4 - n%4 // CommonMark's tab stop
		default:
			return n
		}
	}
	return n
}

// A fence is the opening line of a block of code.
type fence struct {
	mark byte
	n    int
	info string
}

// fenceOf returns the fence that a line is.
func fenceOf(b []byte) (fence, bool) {
	if len(b) < 3 || b[0] != '`' && b[0] != '~' {
		return fence{}, false
	}
	n := 0
	for n < len(b) && b[n] == b[0] {
		n++
	}
	info := string(bytes.TrimSpace(b[n:]))
	if n < 3 || b[0] == '`' && strings.Contains(info, "`") {
		return fence{}, false
	}
	return fence{b[0], n, info}, true
}

// closes reports whether a line ends the block of code.
func (f fence) closes(b []byte) bool {
	b = bytes.TrimSpace(bytes.TrimLeft(b, " \t>"))
	return len(b) >= f.n && len(bytes.Trim(b, string(f.mark))) == 0
}

// fence translates a block of code and returns the offset behind it.
func (s *scanner) fence(f fence, at int, l line) int {
	body := min(l.end+1, len(s.text))
	stop, end := len(s.text), len(s.text)
	quoted := bytes.IndexByte(s.text[at:max(at, l.marks)], '>') >= 0
	for i := body; i < len(s.text); {
		m := s.lineOf(i)
		if f.closes(s.text[i:m.end]) || quoted && bytes.IndexByte(s.text[i:m.end], '>') < 0 {
			stop, end = i, min(m.end+1, len(s.text))
			if !f.closes(s.text[i:m.end]) {
				end = i
			}
			break
		}
		i = min(m.end+1, len(s.text))
	}
	for _, read := range []func(f fence, at, body, stop, end int) int{s.fencedDirective, s.cell} {
		if n := read(f, at, body, stop, end); n > at {
			return n
		}
	}
	if s.foreignFence(f, at, l, body, stop, end) {
		return end
	}
	s.keep(at, body)
	s.includesInCode(body, stop)
	s.keep(stop, end)
	return end
}

// foreignFence takes a block that is no code: raw text for one format, or a query.
func (s *scanner) foreignFence(f fence, at int, l line, body, stop, end int) bool {
	format, raw := rawFormat(f.info)
	word, _, _ := strings.Cut(f.info, " ")
	switch {
	case raw:
		s.keep(at, max(at, l.marks))
		s.rawBlock(format, max(at, l.marks), body, stop)
	case word == "dataview" || word == "dataviewjs":
		s.keep(at, max(at, l.marks))
		s.tell(tagRule, max(at, l.marks), "a query of Obsidian's Dataview is left out: it is no text", "write what it finds into the chapter")
	default:
		return false
	}
	s.put("\n", max(at, stop-1))
	return true
}
