package yaml

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
)

const nullTag = "!!null"

// A Kind is what a [Value] is.
type Kind int

// The kinds. A scalar is text whatever it looks like: the title 1984 is no
// number.
const (
	Null Kind = iota
	Scalar
	List
	Map
)

// String names k as a message does.
func (k Kind) String() string {
	return [...]string{"nothing", "text", "a list", "a mapping"}[k]
}

// A Value is a node of a [Document].
type Value struct {
	node *yaml.Node
	doc  *Document
}

// resolve follows an alias to its value; the place stays that of the alias.
func (v Value) resolve() *yaml.Node {
	n := v.node
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

// Kind returns what v is.
func (v Value) Kind() Kind {
	switch n := v.resolve(); n.Kind {
	case yaml.SequenceNode:
		return List
	case yaml.MappingNode:
		return Map
	case yaml.ScalarNode:
		if n.Tag != nullTag {
			return Scalar
		}
	}
	return Null
}

// blank reports whether v holds nothing.
func (v Value) blank() bool {
	return v.Kind() == Null || v.Kind() == Scalar && strings.TrimSpace(v.resolve().Value) == ""
}

// Pos returns where v begins.
func (v Value) Pos() book.Pos {
	return book.Pos{File: v.doc.file, Line: v.doc.first + max(v.node.Line, 1) - 1, Col: v.node.Column}
}

// Report adds a diagnostic to those of v's document.
func (v Value) Report(list ...book.Diagnostic) { v.doc.report(list...) }

// forms say how to write what is wanted.
var forms = map[string]string{
	"text":          "write it behind the colon, in quotation marks if it begins with [ or {",
	"a list":        "write the items in brackets, [a, b], or each on a line of its own behind a hyphen",
	"a mapping":     "write the keys indented below, each on a line of its own",
	"true or false": "write the one or the other without quotation marks",
}

// Wrong reports that v is not what was wanted, such as "text".
func (v Value) Wrong(want string) {
	v.Report(rule.TypeWrong.At(v.Pos(), forms[want], "want %s, got %s", want, v.Kind()))
}

// Text returns a scalar as text without space at its ends, "" for null.
// Anything else is reported.
func (v Value) Text() string {
	switch v.Kind() {
	case Scalar:
		return strings.TrimSpace(v.resolve().Value)
	case Null:
		return ""
	}
	v.Wrong("text")
	return ""
}

// Line returns a scalar as text on one line.
func (v Value) Line() string { return strings.Join(strings.Fields(v.Text()), " ") }

// Flag returns true or false, and whether v is one of them; nothing is reported.
func (v Value) Flag() (value, ok bool) {
	if v.Kind() == Scalar {
		switch v.resolve().Value {
		case "true", "True", "TRUE", "yes":
			return true, true
		case "false", "False", "FALSE", "no":
			return false, true
		}
	}
	return false, false
}

// Bool returns true or false. Anything else is reported.
func (v Value) Bool() bool {
	if v.Kind() == Scalar {
		if value, ok := v.Flag(); ok {
			return value
		}
		v.Report(rule.TypeWrong.At(v.Pos(), forms["true or false"], "want true or false, got %q", clip(v.resolve().Value)))
		return false
	}
	v.Wrong("true or false")
	return false
}

// Int returns a whole number and whether it is one from least to most. Anything else is
// reported.
func (v Value) Int(least, most int) (int, bool) {
	text := v.Text()
	if v.Kind() != Scalar {
		return 0, false // reported as no text
	}
	n, err := strconv.Atoi(text)
	hint := fmt.Sprintf("write a whole number from %d to %d", least, most)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange):
		v.Report(rule.TypeWrong.At(v.Pos(), hint, "want a whole number, got %q", clip(text)))
		return 0, false
	case err != nil || n < least || n > most:
		v.Report(rule.ValueRange.At(v.Pos(), hint, "%s is out of bounds", clip(text)))
		return 0, false
	}
	return n, true
}

// Choose returns the one of a few words that v is, in whatever case it is written.
// Anything else is reported, and gives "".
func Choose[T ~string](v Value, known []T) T {
	word := v.Line()
	for _, k := range known {
		if strings.EqualFold(word, string(k)) {
			return k
		}
	}
	if k := v.Kind(); k == Scalar || k == Null {
		v.Report(rule.ValueUnknown.At(v.Pos(), nearest.Among(word, known), "%q is not known here", clip(word)))
	}
	return ""
}

// ChoiceOf returns the shape of a word that is one of a few.
func ChoiceOf[T ~string](known []T) Shape {
	s := Shape{Form: Choice}
	for _, k := range known {
		s.Values = append(s.Values, string(k))
	}
	return s
}

// Items returns the values of a list. Anything else is reported.
func (v Value) Items() []Value {
	switch v.Kind() {
	case List:
		n := v.resolve()
		items := make([]Value, len(n.Content))
		for i, c := range n.Content {
			items[i] = Value{c, v.doc}
		}
		return items
	case Null:
		return nil
	}
	v.Wrong("a list")
	return nil
}

// An Entry is a key of a mapping with its value.
type Entry struct {
	Key   string
	At    Value // the key, for its place
	Value Value
}

// Entries returns the entries of a mapping in their order, each key once.
// Repeated keys, keys that are no text and anything but a mapping are reported.
func (v Value) Entries() []Entry {
	switch v.Kind() {
	case Map:
	case Null:
		return nil
	default:
		v.Wrong("a mapping")
		return nil
	}
	n := v.resolve()
	seen := make(map[string]int, len(n.Content)/2)
	list := make([]Entry, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := Value{n.Content[i], v.doc}
		if key.Kind() != Scalar {
			key.Wrong("a key")
			continue
		}
		name := key.resolve().Value
		if line, ok := seen[name]; ok {
			key.Report(rule.KeyDuplicate.At(key.Pos(), "keep one of the two", "the key %q was given on line %d already", clip(name), line))
			continue
		}
		seen[name] = key.Pos().Line
		list = append(list, Entry{name, key, Value{n.Content[i+1], v.doc}})
	}
	return list
}

// clip shortens text of the author for a message.
func clip(s string) string { return book.Clip(s, 60) }

// Quote writes v as a double-quoted YAML scalar on one line.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"', r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20, r == 0x7f, r == 0x85, r == 0xa0, r == 0x2028, r == 0x2029, r == 0xfeff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

// Plain writes s as a scalar on one line: bare where that reads back as the
// same text, in double quotation marks otherwise.
func Plain(s string) string {
	if bare(s) {
		return s
	}
	return Quote(s)
}

func bare(s string) bool {
	if s == "" || strings.TrimSpace(s) != s || strings.ContainsAny(s, "\n\r\t\"\\\u0085\u00a0\u2028\u2029\ufeff") {
		return false
	}
	if strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'%@`~.=<") || strings.Contains(s, ": ") ||
		strings.Contains(s, " #") || strings.HasSuffix(s, ":") || strings.ContainsAny(s, "[]{},") {
		return false
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return false
	}
	return true
}
