package inspect

import "strings"

// A StyleRule is one rule of a style sheet, with its selectors as they are
// written.
type StyleRule struct {
	Sheet        string // the entry that it stands in
	Selectors    []string
	Declarations []Declaration
}

// A Declaration is a property and its value, both in lower case.
type Declaration struct{ Property, Value string }

// Bounds of the style rules that are kept of a book.
const (
	maxStyleRules = 20_000
	maxAtRules    = 8 // nested in each other
)

// styleRules adds the rules of a style sheet, those within @media and its
// like too. What it does not understand it passes over.
func (p *Publication) styleRules(sheet, text string) {
	c := &cssParser{sheet: sheet, text: stripComments(text), list: p.Styles}
	c.rules(0)
	p.Styles = c.list
}

type cssParser struct {
	sheet, text string
	pos         int
	list        []StyleRule
}

// rules reads rules up to the end of a block.
func (p *cssParser) rules(depth int) {
	for p.pos < len(p.text) && len(p.list) < maxStyleRules {
		head, end := p.until("{};")
		switch {
		case end == '}' && depth > 0:
			return
		case end != '{':
		case strings.HasPrefix(head, "@") && depth < maxAtRules && !strings.HasPrefix(head, "@font-face") && !strings.HasPrefix(head, "@page"):
			p.rules(depth + 1)
		case strings.HasPrefix(head, "@"):
			p.block()
		default:
			var selectors []string
			for _, s := range strings.Split(head, ",") {
				selectors = append(selectors, strings.TrimSpace(s))
			}
			p.list = append(p.list, StyleRule{p.sheet, selectors, declarations(p.block())})
		}
	}
}

// block reads the inside of a block without blocks of its own.
func (p *cssParser) block() string {
	body, end := p.until("{}")
	for depth := 1; end == '{' && depth > 0 && p.pos < len(p.text); {
		// Blocks within it are CSS of a kind that is not known here.
		if _, c := p.until("{}"); c == '{' {
			depth++
		} else {
			depth--
		}
	}
	return body
}

// until reads up to one of the bytes, which it passes over, and returns what is
// before it in trimmed form. Strings may hold any byte.
func (p *cssParser) until(bytes string) (string, byte) {
	start := p.pos
	for ; p.pos < len(p.text); p.pos++ {
		c := p.text[p.pos]
		if c == '"' || c == '\'' {
			_, n := cssAddress(p.text[p.pos:], c)
			p.pos += max(n, 1) - 1
			continue
		}
		if strings.IndexByte(bytes, c) >= 0 {
			p.pos++
			return strings.TrimSpace(p.text[start : p.pos-1]), c
		}
	}
	return strings.TrimSpace(p.text[start:]), 0
}

// declarations reads the inside of a block or of a style attribute.
func declarations(text string) []Declaration {
	var list []Declaration
	for _, d := range strings.Split(text, ";") {
		property, value, ok := strings.Cut(d, ":")
		if ok {
			list = append(list, Declaration{strings.ToLower(strings.TrimSpace(property)), strings.ToLower(strings.TrimSpace(value))})
		}
	}
	return list
}
