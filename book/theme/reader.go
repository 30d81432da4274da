package theme

import (
	"strings"

	"octavo/book"
)

// maxDepth bounds how deep maps nest in a theme.
const maxDepth = 8

// A node is an entry of a map: a key with a scalar or with a map.
type node struct {
	key, value string
	line       int
	kids       []*node
}

// read reads the subset of YAML that a theme is written in: maps by
// indentation, of plain or double-quoted scalars on one line, and comments.
func read(file string, data []byte) (*node, []book.Diagnostic) {
	root := &node{}
	type level struct {
		indent int
		n      *node
	}
	stack := []level{{-1, root}}
	var list []book.Diagnostic
	fail := func(line int, msg string) {
		list = append(list, book.Errorf(book.Pos{File: file, Line: line}, "theme-syntax",
			"a theme is maps of plain values, indented by spaces", "%s", msg))
	}
	for i, text := range strings.Split(string(data), "\n") {
		text = strings.TrimRight(stripComment(text), " \r")
		if text == "" {
			continue
		}
		indent := len(text) - len(strings.TrimLeft(text, " "))
		key, value, ok := strings.Cut(text[indent:], ":")
		if !ok || key == "" || value != "" && value[0] != ' ' || strings.ContainsAny(key, "\t\"'[]{} ") {
			fail(i+1, "this line is not a key with its value")
			continue
		}
		value, ok = unquote(strings.TrimSpace(value))
		if !ok {
			fail(i+1, "this value is not a plain or quoted one")
			continue
		}
		for stack[len(stack)-1].indent >= indent {
			stack = stack[:len(stack)-1]
		}
		if len(stack) > maxDepth {
			fail(i+1, "maps are nested too deep")
			continue
		}
		parent := stack[len(stack)-1].n
		n := &node{key: key, value: value, line: i + 1}
		parent.kids = append(parent.kids, n)
		stack = append(stack, level{indent, n})
	}
	return root, list
}

// stripComment cuts a comment, which begins the line or follows a space; a
// colour is quoted because of it.
func stripComment(s string) string {
	quoted := false
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == '#' && !quoted && (i == 0 || s[i-1] == ' '):
			return s[:i]
		}
	}
	return s
}

func unquote(s string) (string, bool) {
	if !strings.HasPrefix(s, `"`) {
		return s, !strings.ContainsAny(s, "[]{}&*|>\"'\t")
	}
	inner, ok := strings.CutSuffix(s[1:], `"`)
	return inner, ok && len(s) > 1 && !strings.ContainsAny(inner, `"\`)
}
