package markdown

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/markup/toml"
	"octavo/book/markup/yaml"
)

// Front matter, in the notations that tools have:
//
//	---  YAML  ---     all; the end may be "..."
//	+++  TOML  +++     Hugo, Zola
//	{    JSON  }       Hugo
//	;;;  JSON  ;;;     Hexo, which leaves out the braces; the first line may be missing
//	---toml    ---     gray-matter, and so Eleventy and Astro; ---json likewise
//
// All of it is read as YAML: JSON is YAML, but for the halves of characters; package toml
// writes TOML as YAML, line by line.

// A notation is one in which front matter may be written.
type notation int

const (
	noFront notation = iota
	inYAML
	inTOML
	inJSON
	inOther
)

// A front is where the front matter of a source is: lines of it, from 0.
type front struct {
	notation notation
	from     int    // the first line of the front matter
	to       int    // the line behind the front matter
	body     int    // the line that the text begins on
	fence    string // what has to end it, where nothing does
}

// openers are the lines that begin front matter, with what ends it.
var openers = map[string]front{
	"---": {notation: inYAML, fence: "---"}, "---yaml": {notation: inYAML, fence: "---"}, "---yml": {notation: inYAML, fence: "---"},
	"---toml": {notation: inTOML, fence: "---"}, "---json": {notation: inJSON, fence: "---"},
	"---js": {notation: inOther, fence: "---"}, "---javascript": {notation: inOther, fence: "---"},
	"+++": {notation: inTOML, fence: "+++"}, ";;;": {notation: inJSON, fence: ";;;"},
}

// keyForm is a line of front matter in YAML. Blank lines before front matter are let be where
// one follows the fence: else the fence is a rule across the page.
var keyForm = pattern.Later(`^[\pL_][\pL\pN_-]*:(?:[ \t\n]|$)`)

// Of JSON: a first line with a key in braces, and one without them.
var (
	braceForm = pattern.Later(`^\{\s*"(?:[^"\\\n]|\\.)*"\s*:`)
	bareForm  = pattern.Later(`^"(?:[^"\\\n]|\\.)*"\s*:`)
)

// front returns where the front matter of s is. The line behind front matter without an end
// is that behind the file.
func (s *source) front() front {
	top := s.blank()
	first := s.line0(top)
	switch {
	case bytes.HasPrefix(first, []byte("{")) && braceForm().Match(s.text[s.lines[top]:]):
		return s.braced(top)
	case bareForm().Match(first):
		if f := s.fenced(front{notation: inJSON, fence: ";;;"}, top-1); f.body > 0 {
			return f
		}
		return front{}
	}
	f := openers[strings.ToLower(strings.Join(strings.Fields(string(first)), ""))]
	if f.notation == noFront || top > 0 && f.notation == inYAML && (top+1 == len(s.lines) || !keyForm().Match(s.line0(top+1))) {
		return front{}
	}
	if f = s.fenced(f, top); f.body == 0 && top > 0 {
		return front{}
	}
	return f
}

// fenced finds the end of front matter that begins below a line.
func (s *source) fenced(f front, top int) front {
	f.from = top + 1
	for i := f.from; i < len(s.lines); i++ {
		line := s.line0(i)
		if isFence(line, f.fence) || f.notation == inYAML && isFence(line, "...") {
			f.to, f.body = i, i+1
			return f
		}
	}
	return f
}

// braced finds the end of front matter that is an object of JSON. Behind the object, its line
// has to be blank: else it is text.
func (s *source) braced(top int) front {
	depth, quoted := 0, false
	for i := s.lines[top]; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth == 0 {
			end := s.lineOf(i)
			if rest := bytes.TrimSpace(s.line0(end)[i+1-s.lines[end]:]); len(rest) > 0 {
				return front{}
			}
			return front{notation: inJSON, from: top, to: end + 1, body: end + 1}
		}
	}
	return front{notation: inJSON, from: top, fence: "}"}
}

// split parts the front matter at the beginning of a file, or below blank lines, from the
// body. The document is nil when there is none. Front matter without an end is reported,
// and is not ok.
func (r *reader) split(s *source) (doc *yaml.Document, body *source, ok bool) {
	f := s.front()
	switch {
	case f.notation == noFront:
		return nil, s, true
	case f.body == 0:
		r.report(rule.FrontMatterOpen.At(book.Pos{File: s.file, Line: 1, Col: 1}, "end it with a line \""+f.fence+"\"", "the front matter has no end"))
		return nil, s.from(len(s.lines) - 1), false
	case f.body == len(s.lines):
		body = &source{file: s.file, first: s.first + f.body - 1, lines: []int{0}}
	default:
		body = s.from(f.body)
	}
	return f.document(s), body, true
}

// document reads front matter.
func (f front) document(s *source) *yaml.Document {
	end := len(s.text)
	if f.to < len(s.lines) {
		end = s.lines[f.to]
	}
	text, first := s.text[s.lines[f.from]:end], s.first+f.from
	switch f.notation {
	case inTOML:
		return tomlDocument(s.file, string(text), first)
	case inJSON:
		return s.json(text, s.lines[f.from])
	case inOther:
		return yaml.Unread(rule.FrontMatterForm.At(book.Pos{File: s.file, Line: first, Col: 1}, "write it in YAML, between two lines \"---\"", "front matter that is a program is not read"))
	}
	return yaml.Parse(s.file, text, first)
}

// tomlDocument reads front matter in TOML that begins on a line of a file.
func tomlDocument(file, text string, first int) *yaml.Document {
	out, err := toml.ToYAML(text)
	if err == nil {
		return yaml.Parse(file, []byte(out), first)
	}
	pos := book.Pos{File: file, Line: first, Col: 1}
	if f := (*toml.Fault)(nil); errors.As(err, &f) && f.Line > 0 {
		pos.Line, pos.Col = first+f.Line-1, f.Col
	}
	return yaml.Unread(rule.FrontMatterForm.At(pos, "mend it, or write it in YAML, between two lines \"---\"", "front matter in TOML cannot be read: %s", err))
}

// json reads front matter in JSON that begins at an offset.
func (s *source) json(text []byte, at int) *yaml.Document {
	line := s.pos(at).Line
	if !bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) { // as Hexo has it
		text = append(append([]byte("{"), bytes.TrimRight(text, "\n")...), '}')
		at--
	}
	d := yaml.Parse(s.file, asYAML(text), line)
	var value any
	var fault *json.SyntaxError
	if d.Broken() && errors.As(json.Unmarshal(text, &value), &fault) {
		pos := s.pos(at + int(fault.Offset) - 1) // the library has read the byte
		return yaml.Unread(rule.FrontMatterForm.At(pos, "mend it, or write it in YAML, between two lines \"---\"", "front matter in JSON cannot be read: %s", fault))
	}
	return d
}

var (
	pairForm = pattern.Later(`\\u[dD][89abAB][[:xdigit:]]{2}\\u[dD][c-fC-F][[:xdigit:]]{2}`)
	halfForm = pattern.Later(`\\u[dD][89a-fA-F][[:xdigit:]]{2}`)
)

// asYAML writes JSON as YAML, without the two halves that JSON makes of a character such as
// an emoji: YAML does not join them.
func asYAML(text []byte) []byte {
	if !bytes.Contains(text, []byte(`\u`)) {
		return text
	}
	text = pairForm().ReplaceAllFunc(text, func(b []byte) []byte {
		high, _ := strconv.ParseUint(string(b[2:6]), 16, 32)
		low, _ := strconv.ParseUint(string(b[8:12]), 16, 32)
		return []byte(string(utf16.DecodeRune(rune(high), rune(low))))
	})
	return halfForm().ReplaceAll(text, []byte("\uFFFD"))
}

// Front parts the front matter of a file from its text, whatever tool wrote it. It is nil
// when there is none, or none that ends.
func Front(file, src string) (front *yaml.Document, body string) {
	s := &source{file: file, text: []byte(src), first: 1}
	s.index()
	doc, rest, ok := (&reader{}).split(s)
	if !ok || doc == nil {
		return nil, src
	}
	return doc, string(rest.text)
}

func isFence(line []byte, fence string) bool {
	return string(bytes.TrimRight(line, " \t\n")) == fence
}

// blank returns the number of blank lines that the text begins with, at most those before
// its last one.
func (s *source) blank() int {
	n := 0
	for n+1 < len(s.lines) && len(bytes.TrimSpace(s.line0(n))) == 0 {
		n++
	}
	return n
}
