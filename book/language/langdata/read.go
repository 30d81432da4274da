package langdata

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A node is a part of a file: a text, a list of texts, or a map.
type node struct {
	text string
	list []string
	keys []string // of a map, in their order
	kids map[string]*node
	line int
}

// A line is a line of a file that says something.
type line struct {
	number, indent int
	text           string // without its indent, and without its comment
}

// A source is the lines of a file that are yet to be read.
type source struct {
	name  string
	lines []line
}

// read reads the narrow form of YAML that the files are in: maps by indentation, lists
// in brackets, plain and double-quoted texts, comments. Package yaml does not read them
// for two reasons: it stands above the languages, and an import looks through the files
// of all languages, which takes this reader 12 milliseconds and package yaml 46 (BenchmarkAll,
// and the same with yaml.Unmarshal). A test compares what the
// two read in the same files.
func read(name, text string) (*node, error) {
	src := &source{name: name}
	number := 0
	for l := range strings.Lines(text) {
		number++
		l, err := uncomment(strings.TrimRight(l, "\n"))
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, number, err)
		}
		if said := strings.TrimLeft(l, " "); said != "" {
			src.lines = append(src.lines, line{number: number, indent: len(l) - len(said), text: said})
		}
	}
	n, err := src.readMap(0)
	if err == nil && len(src.lines) > 0 {
		err = src.fault("a line is indented otherwise than those above it")
	}
	return n, err
}

func (s *source) fault(format string, args ...any) error {
	number := 0
	if len(s.lines) > 0 {
		number = s.lines[0].number
	}
	return fmt.Errorf("%s:%d: "+format, append([]any{s.name, number}, args...)...)
}

// uncomment returns a line without its comment and the space before it.
func uncomment(l string) (string, error) {
	quoted := false
	for i := 0; i < len(l); i++ {
		switch c := l[i]; {
		case c == '\t':
			return "", errors.New("a tab; indent by spaces")
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == '#' && !quoted && (i == 0 || l[i-1] == ' '):
			return strings.TrimRight(l[:i], " "), nil
		}
	}
	if quoted {
		return "", errors.New("a quotation mark is not closed")
	}
	return strings.TrimRight(l, " "), nil
}

// readMap reads the lines that have an indent as one map.
func (s *source) readMap(indent int) (*node, error) {
	n := &node{kids: map[string]*node{}}
	for len(s.lines) > 0 && s.lines[0].indent == indent {
		l := s.lines[0]
		key, rest, err := cutKey(l.text)
		if err != nil {
			return nil, s.fault("%w", err)
		}
		if n.kids[key] != nil {
			return nil, s.fault("%s is said twice", key)
		}
		s.lines = s.lines[1:]
		kid, err := s.readValue(rest, indent)
		if err != nil {
			return nil, err
		}
		kid.line = l.number
		n.keys = append(n.keys, key)
		n.kids[key] = kid
	}
	return n, nil
}

// readValue reads what stands behind a key that has an indent: the rest of its line,
// and the lines below it that belong to it.
func (s *source) readValue(rest string, indent int) (*node, error) {
	switch {
	case rest == "" && len(s.lines) > 0 && s.lines[0].indent > indent:
		return s.readMap(s.lines[0].indent)
	case strings.HasPrefix(rest, "["):
		for !strings.HasSuffix(rest, "]") {
			if len(s.lines) == 0 || s.lines[0].indent <= indent {
				return nil, s.fault("the list above is not closed")
			}
			rest += " " + s.lines[0].text
			s.lines = s.lines[1:]
		}
		list, err := items(rest[1 : len(rest)-1])
		if err != nil {
			return nil, s.fault("the list above: %w", err)
		}
		return &node{list: list}, nil
	}
	text, err := scalar(rest)
	if err != nil {
		return nil, s.fault("the line above: %w", err)
	}
	return &node{text: text}, nil
}

// cutKey parts a line at the colon behind its key.
func cutKey(l string) (key, rest string, err error) {
	if strings.HasPrefix(l, `"`) {
		end := closing(l)
		key, err = scalar(l[:end])
		rest, found := strings.CutPrefix(l[end:], ":")
		if err == nil && !found {
			err = errors.New("no colon behind the key")
		}
		return key, strings.TrimLeft(rest, " "), err
	}
	key, rest, found := strings.Cut(l, ": ")
	if !found {
		key, found = strings.CutSuffix(l, ":")
	}
	if !found || key == "" {
		return "", "", fmt.Errorf("%q is no key with a colon", l)
	}
	return key, strings.TrimLeft(rest, " "), nil
}

// closing returns where the text ends that begins with a quotation mark: behind the
// mark that closes it.
func closing(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}

// items returns the texts of a list, which commas part.
func items(s string) ([]string, error) {
	list := []string{}
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		end := len(s)
		if s[0] == '"' {
			end = closing(s)
		} else if i := strings.IndexByte(s, ','); i >= 0 {
			end = i
		}
		text, err := scalar(strings.TrimSpace(s[:end]))
		if err != nil {
			return nil, err
		}
		list = append(list, text)
		rest, found := strings.CutPrefix(strings.TrimSpace(s[end:]), ",")
		if !found && rest != "" {
			return nil, fmt.Errorf("no comma behind %q", text)
		}
		s = rest
	}
	return list, nil
}

// scalar returns a text, out of its quotation marks. In YAML, plain texts may not begin
// with signs that mean something.
func scalar(s string) (string, error) {
	if !strings.HasPrefix(s, `"`) {
		if s != "" && strings.ContainsAny(s[:1], "'&*!|>%@`{}[]?,") || strings.Contains(s, ": ") || strings.HasSuffix(s, ":") {
			return "", fmt.Errorf("%q wants double quotation marks", s)
		}
		return s, nil
	}
	if closing(s) != len(s) || len(s) < 2 || !utf8.ValidString(s) {
		return "", fmt.Errorf("%q goes on behind its quotation mark", s)
	}
	text, err := strconv.Unquote(s) // its escapes of \" \\ \uXXXX are YAML's too
	if err != nil {
		return "", fmt.Errorf("%s has an escape that is none", s)
	}
	return text, nil
}
