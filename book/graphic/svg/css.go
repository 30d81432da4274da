package svg

import (
	"slices"
	"strings"

	"octavo/book"
)

// The bounds of style sheets.
const (
	maxRules = 500
	maxSteps = 20_000_000 // selector comparisons in one drawing
)

// A rule is one selector with its declarations.
type rule struct {
	parts       []compound // the last is the element's own
	child       []bool     // child[i]: parts[i] is the parent of parts[i+1]
	specificity int
	decls       []decl
}

// A compound is a selector without combinators.
type compound struct {
	name    string // "" or "*" for any
	id      string
	classes []string
}

type decl struct {
	name, value string
	important   bool
}

// parseSheet reads the rules of a style sheet; note is called with what it does
// not support.
func parseSheet(css string, note func(msg string)) []rule {
	css = stripComments(css)
	var rules []rule
	for {
		css = strings.TrimSpace(css)
		css = strings.TrimPrefix(strings.TrimPrefix(css, "<!--"), "-->")
		if css == "" {
			return rules
		}
		if css[0] == '@' {
			name, _, _ := strings.Cut(css, " ")
			if !strings.HasPrefix(css, "@media (prefers-") { // of how a screen is set, which paper is not
				note("style rule " + clip(name) + " is not supported")
			}
			css = skipAtRule(css)
			continue
		}
		head, rest, ok := strings.Cut(css, "{")
		if !ok {
			note("style sheet is cut short")
			return rules
		}
		body, rest, _ := strings.Cut(rest, "}")
		css = rest
		rules = append(rules, parseRules(head, body, note)...)
		if len(rules) > maxRules {
			note("style sheet has too many rules; the rest is ignored")
			return rules[:maxRules]
		}
	}
}

func parseRules(head, body string, note func(string)) []rule {
	decls := parseDecls(body)
	var rules []rule
	for sel := range strings.SplitSeq(head, ",") {
		r, ok := parseSelector(strings.TrimSpace(sel))
		if !ok {
			note("selector " + clip(strings.TrimSpace(sel)) + " is not supported")
			continue
		}
		r.decls = decls
		rules = append(rules, r)
	}
	return rules
}

func stripComments(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "*/")
	}
}

// skipAtRule returns what follows an at-rule and its block.
func skipAtRule(s string) string {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case ';':
			if depth == 0 {
				return s[i+1:]
			}
		case '{':
			depth++
		case '}':
			depth--
			if depth <= 0 {
				return s[i+1:]
			}
		}
	}
	return ""
}

// parseDecls reads "name: value; ..."; a semicolon within quotes or brackets
// does not end a value.
func parseDecls(s string) []decl {
	var list []decl
	for s != "" {
		end := declEnd(s)
		name, value, ok := strings.Cut(s[:end], ":")
		s = strings.TrimPrefix(s[end:], ";")
		if !ok {
			continue
		}
		d := decl{name: strings.ToLower(strings.TrimSpace(name)), value: strings.TrimSpace(value)}
		if v, ok := strings.CutSuffix(d.value, "!important"); ok {
			d.value, d.important = strings.TrimSpace(v), true
		}
		list = append(list, d)
	}
	return list
}

func declEnd(s string) int {
	quote, depth := byte(0), 0
	for i := range len(s) {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ';' && depth <= 0:
			return i
		}
	}
	return len(s)
}

func parseSelector(s string) (rule, bool) {
	var r rule
	for word := range strings.FieldsSeq(strings.ReplaceAll(s, ">", " > ")) {
		if word == ">" {
			if len(r.parts) == 0 || r.child[len(r.child)-1] {
				return r, false
			}
			r.child[len(r.child)-1] = true
			continue
		}
		c, weight, ok := parseCompound(word)
		if !ok {
			return r, false
		}
		r.parts = append(r.parts, c)
		r.child = append(r.child, false)
		r.specificity += weight
	}
	ok := len(r.parts) > 0 && len(r.parts) <= 8 && !r.child[len(r.child)-1]
	return r, ok
}

func parseCompound(s string) (c compound, weight int, ok bool) {
	end := strings.IndexAny(s, ".#")
	if end < 0 {
		end = len(s)
	}
	c.name, s = s[:end], s[end:]
	if c.name != "" && c.name != "*" {
		weight = 1
	}
	if strings.ContainsAny(c.name, ":[]()+~") {
		return c, 0, false
	}
	for s != "" {
		kind := s[0]
		end := strings.IndexAny(s[1:], ".#")
		if end < 0 {
			end = len(s) - 1
		}
		word := s[1 : end+1]
		s = s[end+1:]
		if word == "" || strings.ContainsAny(word, ":[]()+~*") {
			return c, 0, false
		}
		if kind == '#' {
			c.id, weight = word, weight+10_000
		} else {
			c.classes, weight = append(c.classes, word), weight+100
		}
	}
	return c, weight, true
}

func (c *compound) matches(n *node) bool {
	if c.name != "" && c.name != "*" && c.name != n.name {
		return false
	}
	if c.id != "" && n.get("id") != c.id {
		return false
	}
	if len(c.classes) == 0 {
		return true
	}
	class := n.get("class")
	have := strings.Fields(class[:min(len(class), 1000)])
	for _, want := range c.classes {
		if !slices.Contains(have, want) {
			return false
		}
	}
	return true
}

// matches reports whether r selects n. Each step up the tree counts in steps.
func (r *rule) matches(n *node, steps *int) bool {
	i := len(r.parts) - 1
	*steps++
	if !r.parts[i].matches(n) {
		return false
	}
	// Taking the nearest ancestor that matches is right for descendants; after a
	// child combinator it may miss, in selectors that drawings do not use.
	for i--; i >= 0; i-- {
		n = n.parent
		for n != nil && !r.parts[i].matches(n) {
			*steps++
			if r.child[i] {
				return false
			}
			n = n.parent
		}
		if n == nil {
			return false
		}
	}
	return true
}

// clip shortens a word of the file for a message.
func clip(s string) string { return book.Clip(s, 40) }
