package yaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/rule"
)

// A Document is one parsed document and what was found wrong with it.
type Document struct {
	// Root is the value of the whole document, null when it is empty or broken.
	Root Value

	file  string
	src   []byte
	first int   // line of the file that src begins on
	lines []int // offset in src of each line
	list  []book.Diagnostic
	named map[*yaml.Node]bool // values that an alias stands for
	// broken says that no tree could be made, so that keys are not missing but
	// unread.
	broken bool
}

// Parse reads src, the part of file that begins on line first (1 for a whole
// file), as one YAML document.
func Parse(file string, src []byte, first int) *Document {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	d := &Document{file: file, src: src, first: first, lines: lineStarts(src)}
	d.Root = Value{&yaml.Node{Kind: yaml.ScalarNode, Tag: nullTag, Line: 1, Column: 1}, d}
	if d.refuse() {
		d.broken = true
		return d
	}
	root, err := decode(src)
	switch {
	case err != nil:
		d.broken = true
		d.syntax(err)
	case root != nil:
		d.root(root)
	}
	return d
}

// Unread returns the document of front matter that another notation keeps from being read.
func Unread(why book.Diagnostic) *Document {
	d := Parse(why.Pos.File, nil, max(why.Pos.Line, 1))
	d.broken, d.list = true, []book.Diagnostic{why}
	return d
}

// Diagnostics returns the faults found so far.
func (d *Document) Diagnostics() []book.Diagnostic { return d.list }

// Broken reports whether no tree could be made of the document.
func (d *Document) Broken() bool { return d.broken }

// refuse reports what keeps src from being handed to the parser.
func (d *Document) refuse() bool {
	if len(d.src) > MaxBytes {
		d.report(rule.SizeLimit.At(book.Pos{File: d.file, Line: d.first}, "leave out what does not belong here",
			"YAML of %d bytes; the limit is %d", len(d.src), MaxBytes))
		return true
	}
	for i := 0; i < len(d.src); {
		r, n := utf8.DecodeRune(d.src[i:])
		if r == utf8.RuneError && n == 1 {
			d.report(rule.Encoding.At(d.pos(i), "save the file as UTF-8", "the byte 0x%02x is not UTF-8", d.src[i]))
			return true
		}
		if !allowed(r) {
			d.report(rule.ControlCharacter.FatalAt(d.pos(i), "delete the character", "the character U+%04X is not allowed here", r))
			return true
		}
		i += n
	}
	return false
}

// allowed reports whether YAML and XML both allow r.
func allowed(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r', r == 0x85:
		return true
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return false
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return false
	}
	return true
}

// root checks the tree below node and makes it the document's.
func (d *Document) root(node *yaml.Node) {
	s := survey{doc: d}
	s.visit(node, 0, false)
	if s.failed {
		d.broken = true
		return
	}
	d.Root = Value{node, d}
}

// A survey walks a tree once, aliases included, to bound its depth and size.
//
// An anchor names a value, and each alias to it stands for the whole of it. The library
// keeps an alias as a pointer, so that a tree takes no more memory than its source; but
// whoever walks it meets the value again at each alias. Ten anchors of which
// each holds ten aliases to the one before are a few lines of text and ten
// thousand million values, and an anchor with an alias to itself has no end. So the
// survey walks as readers will, counts what it meets within aliases, and stops at the
// bound; depth bounds the circle. A document that passes can be walked by anybody.
type survey struct {
	doc     *Document
	aliased int
	failed  bool
}

func (s *survey) visit(n *yaml.Node, depth int, aliased bool) {
	if s.failed {
		return
	}
	if depth > MaxDepth {
		s.fail(n, rule.NestingLimit, "nesting of more than %d levels", MaxDepth)
		return
	}
	if aliased {
		s.aliased++
	}
	if s.aliased > maxAliased {
		s.fail(n, rule.AliasLimit, "aliases that grow to more than %d values", maxAliased)
		return
	}
	if n.Kind == yaml.AliasNode {
		if s.doc.named == nil {
			s.doc.named = map[*yaml.Node]bool{}
		}
		s.doc.named[n.Alias] = true
		s.visit(n.Alias, depth+1, true)
		if s.failed { // the place to mend is the outermost alias
			s.doc.list[len(s.doc.list)-1].Pos = Value{n, s.doc}.Pos()
		}
		return
	}
	s.clean(n)
	for _, c := range n.Content {
		s.visit(c, depth+1, aliased)
	}
}

// clean removes what escapes such as "\x07" put into a scalar.
func (s *survey) clean(n *yaml.Node) {
	bad := func(r rune) bool { return !allowed(r) || r == '\r' || r == 0x85 }
	i := strings.IndexFunc(n.Value, bad)
	if i < 0 {
		return
	}
	r, _ := utf8.DecodeRuneInString(n.Value[i:])
	s.doc.report(rule.ControlCharacter.FatalAt(Value{n, s.doc}.Pos(), "delete the escape", "the character U+%04X is not allowed here", r))
	n.Value = strings.Map(func(r rune) rune {
		if bad(r) {
			return -1
		}
		return r
	}, n.Value)
}

func (s *survey) fail(n *yaml.Node, broken rule.Rule, format string, args ...any) {
	s.failed = true
	s.doc.report(broken.At(Value{n, s.doc}.Pos(), "leave some of it out", format, args...))
}

func (d *Document) report(list ...book.Diagnostic) { d.list = append(d.list, list...) }

// errMany is the fault of a second document in one file.
var errMany = errors.New("a second document begins; there can be one only")

// decode returns the root of the one document in src, nil when src is empty.
func decode(src []byte) (root *yaml.Node, err error) {
	defer fault.Library(&err) // the library reports its own faults by panics and lets others through
	dec := yaml.NewDecoder(bytes.NewReader(src))
	var doc, next yaml.Node
	switch err := dec.Decode(&doc); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, err
	}
	if err := dec.Decode(&next); err == nil {
		return nil, fmt.Errorf("yaml: line %d: %w", next.Line, errMany)
	} else if err != io.EOF {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

// lineStarts returns the offset of each line of src.
func lineStarts(src []byte) []int {
	starts := append(make([]int, 0, 32), 0)
	for i := 0; ; {
		n := bytes.IndexByte(src[i:], '\n')
		if n < 0 {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}

// pos returns the place of a byte of src.
func (d *Document) pos(offset int) book.Pos {
	line := sort.SearchInts(d.lines, offset+1) - 1
	return book.Pos{
		File: d.file,
		Line: d.first + line,
		Col:  utf8.RuneCount(d.src[d.lines[line]:offset]) + 1,
	}
}

// offset returns the byte of src at a line and a column in characters, both
// counted from 1 within src.
func (d *Document) offset(line, col int) int {
	if line < 1 || line > len(d.lines) {
		return len(d.src)
	}
	i := d.lines[line-1]
	for ; col > 1 && i < len(d.src); col-- {
		_, n := utf8.DecodeRune(d.src[i:])
		i += n
	}
	return i
}
