package math

import (
	"strings"
	"unicode"
)

// words reads { ... } as text, within which dollar signs enclose formulas.
func (p *parser) words(of string, face Face) Node {
	if p.tok.kind != open || !strings.Contains(p.src[p.tok.at:], "$") {
		return &Words{p.verbatim(of), face}
	}
	row := &Row{}
	for {
		dollar := p.dollar(p.tok.at + 1)
		if dollar < 0 {
			break
		}
		end := strings.IndexByte(p.src[dollar+1:], '$')
		if end < 0 {
			break
		}
		end += dollar + 1
		row.Nodes = append(row.Nodes, p.part(p.tok.at, dollar, of, face)...)
		row.Nodes = append(row.Nodes, p.within(dollar+1, end))
		if len(p.faults) > 0 {
			return row
		}
		p.tok = token{kind: open, at: end} // what follows is read as if its brace stood there
	}
	if text := p.verbatim(of); text != "" || len(row.Nodes) == 0 {
		row.Nodes = append(row.Nodes, &Words{text, face})
	}
	return row
}

// dollar returns the offset of the first dollar sign from i on within the braces that are
// open there, -1 for none.
func (p *parser) dollar(i int) int {
	depth := 1
	for ; i < len(p.src); i++ {
		switch p.src[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return -1
			}
		case '$':
			return i
		}
	}
	return -1
}

// part reads the text behind the brace at a place up to another place, which is no end of
// braces.
func (p *parser) part(from, to int, of string, face Face) []Node {
	sub := &parser{src: p.src[:from] + "{" + p.src[from+1:to] + "}", tok: token{kind: open, at: from}}
	text := sub.verbatim(of)
	p.faults = append(p.faults, sub.faults...)
	if text == "" {
		return nil
	}
	return []Node{&Words{text, face}}
}

// within reads a formula that stands within words. Its bounds are those of the formula
// around it.
func (p *parser) within(from, to int) *Row {
	sub := &parser{src: p.src[:to], at: from, depth: p.depth, cells: p.cells}
	sub.next()
	row := sub.row(Upright, false)
	if sub.tok.kind != end && len(sub.faults) == 0 {
		sub.stray()
	}
	p.cells = sub.cells
	p.faults = append(p.faults, sub.faults...)
	return row
}

// fontCommand returns the length of the command for a face that s begins with, and of the
// space behind it; 0 for none.
func fontCommand(s string) int {
	n := 1
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	name := s[1:n]
	_, alphabet := alphabets[name]
	_, wording := wordings[name]
	_, old := switches[name]
	if !alphabet && !wording && !old && name != "emph" {
		return 0
	}
	for n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// verbatim reads { ... } as text: spaces count, and braces, which are left out, pair, as
// are commands of fonts.
func (p *parser) verbatim(of string) string {
	at := p.tok.at
	if p.tok.kind != open {
		if len(p.faults) == 0 {
			p.fault(at, "write it in braces", "%s lacks what it applies to", of)
		}
		return ""
	}
	// The source is read itself and not its tokens, which have lost the spaces. The token
	// behind the closing brace is then read anew.
	var out strings.Builder
	depth := 1
	for i := at + 1; i < len(p.src); i++ {
		c := p.src[i]
		switch {
		case c == '\\' && i+1 < len(p.src) && strings.IndexByte(`{}%$&#_ `, p.src[i+1]) >= 0:
			i++
			out.WriteByte(p.src[i])
			continue
		case c == '\\' && fontCommand(p.src[i:]) > 0:
			i += fontCommand(p.src[i:]) - 1
			continue
		case c == '\\' || c == '$' || c == '%' || c == '#':
			p.fault(i, "end the text before it", "%q has no meaning within %s", c, of)
			return ""
		case c == '{':
			depth++
			continue
		case c == '}':
			if depth--; depth == 0 {
				p.at = i + 1
				p.next()
				return plain(out.String())
			}
			continue
		case c == '~':
			out.WriteString("\u00a0")
			continue
		}
		out.WriteByte(c)
	}
	p.unclosed(at, "{", "}")
	return ""
}

// plain collapses white space and drops what text cannot hold.
func plain(s string) string {
	var out strings.Builder
	space := false
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n':
			if !space {
				out.WriteByte(' ')
			}
			space = true
			continue
		case unicode.IsControl(r):
			continue
		}
		space = false
		out.WriteRune(r)
	}
	return out.String()
}
