package yaml

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
)

// Cut reports a value of which YAML takes a part for something else, though the author
// will have meant all of it: "Room #9" ends before the " #", "&Sons" is an anchor and
// "!important" a tag. s is the shape of the value: where no words are wanted, such a part
// was meant as YAML means it.
func (e Entry) Cut(s Shape) {
	if !s.words() {
		return
	}
	if e.Value.Kind() == Null {
		e.At.remark(e.Key, "")
		return
	}
	e.Value.each(func(v Value) {
		n := v.node
		if n.Style != 0 && n.Style != yaml.TaggedStyle {
			return // in quotation marks, or a block
		}
		v.remark(e.Key, n.Value)
		switch {
		case n.Anchor != "" && !v.doc.named[n]:
			v.lost(e.Key, "&"+n.Anchor, "an anchor")
		case n.Style == yaml.TaggedStyle && !strings.HasPrefix(n.Tag, "!!"):
			v.lost(e.Key, n.Tag, "a tag")
		}
	})
}

// words reports whether a value of the shape is words for readers, or may be.
func (s Shape) words() bool {
	switch s.Form {
	case Inline, Blocks:
		return true
	case AnyText:
		return s.Pattern == ""
	case ListOf, MapOf, OneOf:
		for _, item := range s.Items {
			if item.words() {
				return true
			}
		}
	}
	return false
}

// each calls f with the scalars of a value that is one, or a list of them.
func (v Value) each(f func(Value)) {
	switch v.node.Kind {
	case yaml.ScalarNode:
		f(v)
	case yaml.SequenceNode:
		for _, c := range v.node.Content {
			if c.Kind == yaml.ScalarNode {
				f(Value{c, v.doc})
			}
		}
	}
}

// remark reports the remark behind a value, or behind its key when that is all there is.
// A remark with two spaces before it, as people set remarks apart, is meant as one.
func (v Value) remark(key, value string) {
	comment := v.node.LineComment
	if comment == "" || strings.HasPrefix(comment, "# octavo:") || v.apart(comment) {
		return
	}
	what := fmt.Sprintf("YAML takes %q for a remark: the value of %q ends at %q", clip(comment), clip(key), clip(tail(value)))
	if value == "" {
		what = fmt.Sprintf("YAML takes %q for a remark: the key %q has no value", clip(comment), clip(key))
	}
	v.Report(rule.ValueCut.At(v.Pos(), "if it is part of the value, put the whole in quotation marks: "+quoted(strings.TrimSpace(value+" "+comment))+
		"; if it is a remark, put two spaces before it", "%s", what))
}

// apart reports whether two spaces or a tab stand before a remark.
func (v Value) apart(comment string) bool {
	for n := max(v.node.Line, 1); n <= len(v.doc.lines); n++ {
		if i := bytes.LastIndex(v.doc.line(n), []byte(comment)); i >= 0 {
			before := v.doc.line(n)[:i]
			return bytes.HasSuffix(before, []byte("  ")) || bytes.HasSuffix(before, []byte("\t"))
		}
		if n > v.node.Line+maxFolded {
			break
		}
	}
	return false
}

// maxFolded is the most lines of a value that is folded without quotation marks. It is
// generous: what has more stands in a block.
const maxFolded = 20

// lost reports the beginning of a value that is an anchor or a tag.
func (v Value) lost(key, part, taken string) {
	whole := strings.TrimSpace(part + " " + v.node.Value)
	v.Report(rule.ValueCut.At(v.Pos(), "put the value in quotation marks: "+quoted(whole),
		"YAML takes %q for %s: the value of %q is %q", clip(part), taken, clip(key), clip(v.node.Value)))
}

// tail returns the last words of a value: those that stand before what is missing.
func tail(s string) string {
	const most = 30 // by eye: enough to find the place
	if r := []rune(s); len(r) > most {
		return "…" + string(r[len(r)-most:])
	}
	return s
}

// quoted writes words as an author would put them in quotation marks.
func quoted(s string) string {
	s = book.Clip(s, 100)
	if strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") {
		return "'" + s + "'"
	}
	return Quote(s)
}

// opening is a value that begins with a sign of YAML's own, behind a key or, as an item
// of a list, without one.
var opening = pattern.Later("^(\\s*(?:- +)?)((?:[\\pL\\pN_-]+:[ \t]+)?)([*&!%@`|>?\\-\\[{\"'].+?)\\s*$")

// misread explains a line at which YAML fails since a value begins with a sign that
// YAML reads as its own, and returns the column of the value, in characters; no message
// for any other line.
func misread(line []byte) (col int, message, hint string) {
	m := opening().FindSubmatch(line)
	if m == nil || len(m[2]) == 0 && !bytes.HasSuffix(m[1], []byte("- ")) {
		return 0, "", ""
	}
	value := string(m[3])
	if !startsPhrase(value) {
		return 0, "", ""
	}
	return utf8.RuneCount(m[1]) + utf8.RuneCount(m[2]) + 1,
		fmt.Sprintf("a value that begins with %s means something else to YAML", value[:1]),
		"put the whole value in quotation marks: " + clip(string(m[2])) + quoted(unquoted(value))
}

// unquoted returns a value without the quotation marks around it.
func unquoted(value string) string {
	if n := len(value) - 1; n > 0 && value[0] == value[n] && (value[0] == '"' || value[0] == '\'') {
		return value[1:n]
	}
	return value
}

// startsPhrase reports whether a value that begins with a sign of YAML is one that goes
// on behind it as text does: a bracket or quotation that is closed with words behind, or
// an apostrophe alone. Others may have been meant as YAML means them.
func startsPhrase(value string) bool {
	if value[0] == '|' || value[0] == '>' {
		return strings.Contains(value, " ") // behind the sign of a block stands nothing
	}
	closing, ok := map[byte]string{'[': "]", '{': "}", '"': `"`, '\'': "'"}[value[0]]
	if !ok {
		return true
	}
	_, rest, closed := strings.Cut(value[1:], closing)
	rest = strings.TrimSpace(rest)
	return !closed && value[0] == '\'' || closed && rest != "" && !strings.HasPrefix(rest, "#") && !strings.HasPrefix(rest, ",")
}
