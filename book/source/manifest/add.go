package manifest

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/markup/yaml"
)

// Add returns the manifest in src with chapters at the end of the list of chapters, or
// of its last part's when it has parts. Everything else stays as it is, comments
// and order too. A chapter that the list has already, by name or by a pattern,
// is not added again.
//
// Add edits the text and reads the result back. Where the result does not have
// the wanted list, the error says to add the chapters by hand.
func Add(file string, src []byte, chapters ...string) ([]byte, error) {
	before, faults := Parse(file, src)
	if yaml.Parse(file, src, 1).Broken() {
		return nil, errors.New(book.SortDiagnostics(faults)[0].String())
	}
	known := names(before)
	var items []string
	for _, chapter := range chapters {
		if !listed(known, chapter) {
			known = append(known, chapter)
			items = append(items, yaml.Plain(chapter))
		}
	}
	if len(items) == 0 {
		return src, nil
	}
	e := newEditor(src)
	out := e.add(yaml.Parse(file, src, 1).Root, items)
	after, _ := Parse(file, out)
	if out == nil || !slices.Equal(names(after), known) {
		return nil, errors.New("the list of chapters is written in a way that cannot be added to; add " + strings.Join(items, ", ") + " by hand")
	}
	return out, nil
}

// AddPage returns the manifest in src with a file as a page of the book, by a key of its
// own. ok is false where m is none, or where the manifest has the key or cannot be added to.
func AddPage(file string, src []byte, m book.Matter, name string) (out []byte, ok bool) {
	root := yaml.Parse(file, src, 1)
	if m == "" || root.Broken() || slices.ContainsFunc(root.Root.Entries(), func(e yaml.Entry) bool { return e.Key == string(m) }) {
		return src, false
	}
	before, _ := Parse(file, src)
	e := newEditor(src)
	out = e.line(len(src), string(m)+": "+yaml.Plain(name))
	after, _ := Parse(file, out)
	if len(after.Pages) != len(before.Pages)+1 || !slices.Equal(names(after), names(before)) {
		return src, false
	}
	return out, true
}

// Drop returns the manifest in src without the line of a chapter, and everything else as it
// is. ok is false when the chapter has no line of its own.
func Drop(file string, src []byte, chapter string) (out []byte, ok bool) {
	before, _ := Parse(file, src)
	e := newEditor(src)
	for _, p := range before.Parts {
		for _, c := range p.Chapters {
			if c.Name != chapter {
				continue
			}
			from := e.lineStart(c.Pos.Line)
			out = slices.Concat(src[:from], src[e.lineEnd(from):])
		}
	}
	after, _ := Parse(file, out)
	want := slices.DeleteFunc(names(before), func(name string) bool { return name == chapter })
	if out == nil || len(want)+1 != len(names(before)) || !slices.Equal(names(after), want) {
		return src, false
	}
	return out, true
}

func newEditor(src []byte) editor {
	if bytes.Contains(src, []byte("\r\n")) {
		return editor{src, "\r\n"}
	}
	return editor{src, "\n"}
}

// names returns the chapters as written, in their order.
func names(m *Manifest) []string {
	var out []string
	for _, p := range m.Parts {
		for _, c := range p.Chapters {
			out = append(out, c.Name)
		}
	}
	return out
}

func listed(known []string, chapter string) bool {
	for _, name := range known {
		if match, err := path.Match(name, chapter); path.Clean(name) == chapter || err == nil && match {
			return true
		}
	}
	return false
}

// An editor puts items into a list of YAML text.
type editor struct {
	src []byte
	eol string
}

// add returns the text with items at the end of the chapters of v, the whole
// manifest or a part.
func (e editor) add(v yaml.Value, add []string) []byte {
	for _, entry := range v.Entries() {
		if entry.Key != "chapters" {
			continue
		}
		list := entry.Value
		items := []yaml.Value(nil)
		if list.Kind() == yaml.List {
			items = list.Items()
		}
		switch at := e.offset(list.Pos()); {
		case len(items) == 0 && list.Kind() == yaml.List:
			return e.flow(at, strings.Join(add, ", "), "")
		case len(items) == 0:
			return e.below(entry.At.Pos(), add)
		case items[len(items)-1].Kind() == yaml.Map:
			return e.add(items[len(items)-1], add)
		case at < len(e.src) && e.src[at] == '[':
			return e.flow(at, strings.Join(add, ", "), ", ")
		default:
			return e.block(items[len(items)-1].Pos(), add)
		}
	}
	return e.line(len(e.src), "chapters:"+e.eol+e.lines("  ", add))
}

// offset returns the offset of a place, the length of the text behind its end.
func (e editor) offset(pos book.Pos) int {
	start := e.lineStart(pos.Line)
	rest := e.src[start:]
	for range pos.Col - 1 {
		_, size := utf8.DecodeRune(rest)
		rest = rest[size:]
	}
	return len(e.src) - len(rest)
}

// lineStart returns the offset of a line, counted from 1.
func (e editor) lineStart(line int) int {
	at := 0
	for range line - 1 {
		i := bytes.IndexByte(e.src[at:], '\n')
		if i < 0 {
			return len(e.src)
		}
		at += i + 1
	}
	return at
}

// lineEnd returns the offset of the end of the line that at is on.
func (e editor) lineEnd(at int) int {
	if i := bytes.IndexByte(e.src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(e.src)
}

func (e editor) insert(at int, text string) []byte {
	return slices.Concat(e.src[:at], []byte(text), e.src[at:])
}

// flow adds to a list in brackets that begins at the offset at: before the
// bracket that ends it.
func (e editor) flow(at int, item, comma string) []byte {
	depth, quote := 0, byte(0)
	// The item goes behind the last byte that is neither blank nor in a comment:
	// a comma behind a comment would be a part of the comment.
	last := at
	for i := at; i < len(e.src); i++ {
		c := e.src[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
			last = i
			continue
		case c == '#' && i > 0 && strings.IndexByte(" \t\n", e.src[i-1]) >= 0:
			i = e.lineEnd(i) - 1
			continue
		case (c == '"' || c == '\'') && strings.IndexByte("[{, \t\n", e.src[i-1]) >= 0:
			quote = c
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		}
		if depth == 0 {
			if e.src[last] == ',' {
				comma = " "
			}
			return e.insert(last+1, comma+item)
		}
		if strings.IndexByte(" \t\r\n", c) < 0 {
			last = i
		}
	}
	return nil
}

// block adds to a list of lines, below the line of its last item. One that
// goes on over more lines would be cut in two; [Add] reads the text back and
// refuses it then.
func (e editor) block(last book.Pos, add []string) []byte {
	start, end := e.lineStart(last.Line), e.lineEnd(e.lineStart(last.Line))
	line := string(e.src[start:end])
	indent := len(line) - len(strings.TrimLeft(line, " "))
	if !strings.HasPrefix(line[indent:], "- ") {
		return nil
	}
	return e.line(end, e.lines(line[:indent], add))
}

// below adds a list of lines below a key that has no list.
func (e editor) below(key book.Pos, add []string) []byte {
	start := e.lineStart(key.Line)
	line := string(e.src[start:e.lineEnd(start)])
	indent := len(line) - len(strings.TrimLeft(line, " -"))
	return e.line(e.lineEnd(start), e.lines(strings.Repeat(" ", indent+2), add))
}

// lines are items on lines of their own, without the end of the last one.
func (e editor) lines(indent string, add []string) string {
	return indent + "- " + strings.Join(add, e.eol+indent+"- ")
}

// line inserts text as a line at the offset at, which is the beginning of a line
// or the end of the source.
func (e editor) line(at int, text string) []byte {
	if at > 0 && e.src[at-1] != '\n' {
		return e.insert(at, e.eol+text+e.eol)
	}
	return e.insert(at, text+e.eol)
}
