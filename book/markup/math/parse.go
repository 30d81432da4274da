package math

import (
	"fmt"
	"strings"

	"octavo/book/base/nearest"
	"octavo/book/base/rule"
)

// A Fault is what is wrong with a formula.
type Fault struct {
	At      int       // offset in the source, in bytes
	Rule    rule.Rule // MathUnknown for a command that is not in the subset, MathSyntax for all else
	Message string
	Hint    string
}

// Parse reads a formula, without the dollar signs around it. There is always a
// tree, of what could be read; the faults are in the order of their places.
func Parse(src string) (*Row, []Fault) {
	p := &parser{src: src}
	if len(src) > MaxBytes {
		p.fault(0, "divide the formula", "the formula has %d bytes; the limit is %d", len(src), MaxBytes)
		return &Row{}, p.faults
	}
	p.next()
	row := p.lines()
	for p.tok.kind != end && len(p.faults) == 0 {
		p.stray()
	}
	return row, p.faults
}

// lines reads a formula whose author broke it into lines without an environment. A \\ at
// the end breaks nothing.
func (p *parser) lines() *Row {
	row := p.row(Upright, false)
	if p.tok.kind != newline {
		return row
	}
	g := &Grid{Rows: [][]*Row{{row}}, Equations: true}
	for p.tok.kind == newline {
		if p.cells++; p.cells > maxCells {
			p.fault(p.tok.at, "divide the formula", "a formula with more than %d cells", maxCells)
		}
		p.next()
		if next := p.row(Upright, false); len(next.Nodes) > 0 {
			g.Rows = append(g.Rows, []*Row{next})
		}
	}
	if len(g.Rows) == 1 {
		return row
	}
	g.align("c")
	return &Row{[]Node{g}}
}

// A parser reads a formula by descent. The grammar, with the method of each line:
//
//	row       = { scripts } [ style row | infix row ] row
//	scripts   = [ nucleus ] { "^" argument | "_" argument | "'" | \limits | \nolimits }
//	nucleus   = "{" row "}" | digits | char | "~" | command
//	argument  = "{" row "}" | one digit | char | command
//
// A row ends, without taking it, at what its caller has to see: "}", "&", "\\",
// \right, \middle, \end or the end. Commands read their own arguments (command.go).
//
// TeX reads tokens and knows no grammar: what a command takes is what its macro asks for.
// Two habits of TeX have to be kept by hand. An argument without braces is one token, so
// that "x^12" is x¹2: argument cuts the first figure off a number. And a command
// may be an argument with arguments of its own, as in "x^\frac12", which counts as a
// level of depth, since nothing else bounds "^\hat\hat\hat".
//
// The face is handed down, since \mathbf applies to a whole group; given tells a
// face that was asked for from the italic that letters have by themselves.
type parser struct {
	src    string
	at     int // behind tok
	tok    token
	depth  int
	cells  int
	faults []Fault
}

func (p *parser) next() { p.tok, p.at = p.lex(p.at) }

// fault records a fault and ends the reading: what follows a fault is seldom meant
// as it looks.
func (p *parser) fault(at int, hint, format string, args ...any) {
	p.report(Fault{at, rule.MathSyntax, fmt.Sprintf(format, args...), hint})
	p.tok, p.at = token{at: len(p.src)}, len(p.src)
}

// report records a fault and goes on.
func (p *parser) report(f Fault) {
	if len(p.faults) < maxFaults {
		p.faults = append(p.faults, f)
	}
}

// stray reports a token that nothing has opened.
func (p *parser) stray() {
	at := p.tok.at
	switch p.tok.kind {
	case shut:
		p.fault(at, "delete it, or write { where the group begins", "a } without its {")
	case cell, newline:
		p.fault(at, `put it between \begin{aligned} and \end{aligned}`, "%s stands outside of a table", p.src[at:p.at])
	default:
		p.fault(at, "write what it belongs to before it, or delete it", "%s has nothing before it that it belongs to", p.src[at:p.at])
	}
}

// row reads parts up to what ends the group, which is left. face is the alphabet
// that a command has asked for; given says that one has.
func (p *parser) row(face Face, given bool) *Row {
	row := &Row{}
	if p.depth++; p.depth > MaxDepth {
		p.fault(p.tok.at, "divide the formula", "groups within more than %d others", MaxDepth)
	}
	defer func() { p.depth-- }()
	for {
		switch p.tok.kind {
		case end, shut, cell, newline:
			return row
		case command:
			switch p.tok.text {
			case "right", "middle", "end":
				return row
			}
			if style, ok := styles[p.tok.text]; ok {
				p.next()
				row.Nodes = append(row.Nodes, &Styled{style, p.row(face, given)})
				return row
			}
			if f, ok := switches[p.tok.text]; ok {
				p.next()
				row.Nodes = append(row.Nodes, word(p.row(f, true), f))
				return row
			}
			if _, ok := infixes[p.tok.text]; ok {
				return p.infix(row, face, given)
			}
		}
		n := p.scripts(p.nucleus(face, given))
		if n != nil {
			row.Nodes = append(row.Nodes, n)
		}
	}
}

// nucleus reads a part without its scripts; nil for none, when a script stands alone.
func (p *parser) nucleus(face Face, given bool) Node {
	t := p.tok
	switch t.kind {
	case sup, sub, prime:
		return nil
	case open:
		return p.group(face, given)
	case digits:
		p.next()
		return number(t.text, face)
	case tie:
		p.next()
		return &Space{spaces[" "]}
	case command:
		return p.command(face, given)
	}
	p.next()
	return p.char(t, face, given)
}

func number(text string, face Face) *Number {
	if face == Italic {
		face = Upright
	}
	return &Number{strings.ReplaceAll(text, "{,}", ","), face}
}

// char returns the symbol of a character.
func (p *parser) char(t token, face Face, given bool) Node {
	if s, ok := symbol(t.char, face, given); ok {
		return s
	}
	hint := `write \text{...} for words`
	switch t.char {
	case '%', '#', '$':
		hint = `write \` + string(t.char)
	}
	p.fault(t.at, hint, "the character %q has no meaning in a formula", t.char)
	return nil
}

// symbol returns the symbol that a character stands for.
func symbol(r rune, face Face, given bool) (*Symbol, bool) {
	if usual, ok := letter(r); ok {
		if !given {
			face = usual
		}
		return &Symbol{Char: r, Face: face}, true
	}
	s, ok := chars()[r]
	if !ok {
		return nil, false
	}
	return signed(s, face, given), true
}

// signed returns the symbol of a sign. A Greek letter takes the face.
func signed(s sign, face Face, given bool) *Symbol {
	out := &Symbol{Char: s.char, Class: s.class, Limits: s.limits}
	if usual, ok := letter(s.char); ok {
		if out.Face = usual; given {
			out.Face = face
		}
	} else if face == Bold || face == BoldItalic { // \nabla and \partial have bold forms
		out.Face = face
	}
	return out
}

// group reads { ... }.
func (p *parser) group(face Face, given bool) *Row {
	at := p.tok.at
	p.next()
	row := p.row(face, given)
	if p.tok.kind != shut {
		p.unclosed(at, "{", "}")
		return row
	}
	p.next()
	return row
}

// unclosed reports that what was opened at a place is not closed.
func (p *parser) unclosed(at int, opener, closer string) {
	if len(p.faults) == 0 {
		p.fault(at, "write "+closer+" where it ends", "%s is not closed", opener)
	}
}

// argument reads what a command applies to: a group, a command, or one character.
func (p *parser) argument(of string, face Face, given bool) *Row {
	switch t := p.tok; t.kind {
	case open:
		return p.group(face, given)
	case digits: // the first figure alone
		p.tok.text, p.at = t.text[:1], t.at+1
		p.next()
		return &Row{[]Node{number(t.text[:1], face)}}
	case command, char, tie:
		if t.kind == command && (t.text == "right" || t.text == "end" || t.text == "middle" || t.text == "limits" || t.text == "nolimits") {
			break
		}
		if _, ok := styles[t.text]; ok {
			break
		}
		if _, ok := infixes[t.text]; ok && t.kind == command {
			break
		}
		if p.depth++; p.depth > MaxDepth {
			p.fault(t.at, "divide the formula", "groups within more than %d others", MaxDepth)
			return &Row{}
		}
		defer func() { p.depth-- }()
		if n := p.nucleus(face, given); n != nil {
			return &Row{[]Node{n}}
		}
		return &Row{}
	}
	if len(p.faults) == 0 {
		p.fault(p.tok.at, "write it in braces", "%s lacks what it applies to", of)
	}
	return &Row{}
}

// scripts reads the scripts that follow a base.
func (p *parser) scripts(base Node) Node {
	// Most parts have no scripts: the node is made at the first of them, and a base
	// without any is returned as it is.
	var s *Scripts
	get := func() *Scripts {
		if s == nil {
			s = &Scripts{Base: base}
		}
		return s
	}
	for {
		t := p.tok
		switch {
		case t.kind == prime:
			p.primes(get(), t)
		case t.kind == sup:
			p.next()
			p.superscript(get(), t.at)
		case t.kind == sub:
			p.next()
			if get().Sub != nil {
				p.fault(t.at, "put one of them into braces", "two scripts below the line at one base")
			}
			s.Sub = p.argument("_", Upright, false)
		case t.kind == command && (t.text == "limits" || t.text == "nolimits"):
			p.next()
			if base == nil || ClassOf(base) != Op {
				p.fault(t.at, "write it after a large operator", `\%s stands after no operator`, t.text)
			}
			if get().Limits = Above; t.text == "nolimits" {
				s.Limits = Beside
			}
		case s == nil:
			return base
		case s.Sub == nil && s.Sup == nil:
			return s.Base
		default:
			return s
		}
	}
}

func (p *parser) superscript(s *Scripts, at int) {
	body := p.argument("^", Upright, false)
	switch {
	case s.Sup == nil:
		s.Sup = body
	case isPrimes(s.Sup):
		s.Sup.Nodes = append(s.Sup.Nodes, body.Nodes...)
	default:
		p.fault(at, "put one of them into braces", "two scripts above the line at one base")
	}
}

// primes makes the apostrophes of t a script.
func (p *parser) primes(s *Scripts, t token) {
	p.next()
	if s.Sup != nil {
		p.fault(t.at, "write it before ^", "a prime after a script above the line")
		return
	}
	s.Sup = &Row{}
	for range t.n {
		s.Sup.Nodes = append(s.Sup.Nodes, &Symbol{Char: '′'})
	}
}

// isPrimes reports whether a script is nothing but primes.
func isPrimes(r *Row) bool {
	for _, n := range r.Nodes {
		if s, ok := n.(*Symbol); !ok || s.Char != '′' {
			return false
		}
	}
	return len(r.Nodes) > 0
}

// unknown reports a command that is not in the subset, and passes over it.
func (p *parser) unknown() {
	name := p.tok.text
	p.report(Fault{
		p.tok.at, rule.MathUnknown, fmt.Sprintf(`\%s is not supported in formulas`, name),
		hint(name, Commands(), "write it another way"),
	})
	p.next()
}

// hint names the command that was meant.
func hint(name string, known []string, other string) string {
	if near := nearest.Name(name, known); near != "" {
		return `did you mean \` + near + "?"
	}
	return other
}
