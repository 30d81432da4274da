package math

import (
	"strings"

	"octavo/book/base/nearest"
	"octavo/book/base/rule"
)

// command reads a command with what it applies to.
func (p *parser) command(face Face, given bool) Node {
	t := p.tok
	if s, ok := signs()[t.text]; ok {
		p.next()
		return signed(s, face, given)
	}
	if limits, ok := names[t.text]; ok {
		p.next()
		text := t.text
		switch text {
		case "liminf", "limsup":
			text = text[:3] + " " + text[3:]
		}
		return &Name{text, limits}
	}
	if width, ok := spaces[t.text]; ok {
		p.next()
		return &Space{width}
	}
	if a, ok := accents[t.text]; ok {
		p.next()
		a.Body = p.argument(`\`+t.text, face, given)
		return &a
	}
	if f, ok := alphabets[t.text]; ok {
		p.next()
		return word(p.argument(`\`+t.text, f, true), f)
	}
	if f, ok := wordings[t.text]; ok {
		p.next()
		return p.words(`\`+t.text, f)
	}
	if class, ok := classes[t.text]; ok {
		p.next()
		return classed(p.argument(`\`+t.text, face, given), class)
	}
	return p.special(face, given)
}

// special reads a command that has a form of its own.
func (p *parser) special(face Face, given bool) Node {
	t := p.tok
	argument := func() *Row { return p.argument(`\`+t.text, face, given) }
	switch t.text {
	case "{", "}", "|", "%", "$", "&", "#", "_":
		p.next()
		return escaped(t.text)
	case "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom":
		p.next()
		return fraction(t.text, argument(), argument())
	case "sqrt":
		p.next()
		return p.root(argument)
	case "left":
		return p.fence(face, given)
	case "begin":
		return p.environment(face, given)
	case "overline", "underline":
		p.next()
		return &Bar{t.text == "underline", argument()}
	case "operatorname", "operatorname*":
		p.next()
		return &Name{p.verbatim(`\` + t.text), strings.HasSuffix(t.text, "*")}
	case "overset", "underset", "stackrel":
		p.next()
		return stacked(t.text, argument(), argument())
	case "xrightarrow", "xleftarrow":
		p.next()
		return arrow(t.text, argument())
	case "mathop":
		p.next()
		return operator(p.argument(`\mathop`, face, given))
	case "substack":
		p.next()
		return p.substack(face, given)
	case "nonumber", "notag", "label":
		p.next()
		if t.text == "label" {
			p.verbatim(`\label`)
		}
		return &Row{}
	case "tag":
		p.next()
		return &Row{[]Node{&Space{36}, &Words{"(" + p.verbatim(`\tag`) + ")", Upright}}}
	case "not":
		return p.negation()
	case "bmod":
		p.next()
		return &Row{[]Node{&Space{4}, &Name{Text: "mod"}, &Space{4}}}
	case "pmod":
		p.next()
		return modulo(argument())
	}
	if size, class, ok := sized(t.text); ok {
		p.next()
		return &Delimiter{p.mark(`\` + t.text), size, class}
	}
	p.unknown()
	return nil
}

// escaped returns the symbol of an escaped character.
func escaped(c string) *Symbol {
	s := &Symbol{Char: rune(c[0])}
	switch c {
	case "{":
		s.Class = Open
	case "}":
		s.Class = Close
	case "|":
		s.Char = '‖'
	}
	return s
}

func fraction(name string, above, below *Row) *Fraction {
	f := &Fraction{Above: above, Below: below, Ruled: true}
	if strings.HasSuffix(name, "binom") {
		f.Ruled, f.Open, f.Close = false, '(', ')'
	}
	switch name[0] {
	case 'd', 'c': // \cfrac, of continued fractions
		f.Style = Display
	case 't':
		f.Style = Inline
	}
	return f
}

// root reads \sqrt, with its degree in brackets.
func (p *parser) root(argument func() *Row) Node {
	if p.tok.kind != char || p.tok.char != '[' {
		return &Root{Body: argument()}
	}
	at := p.tok.at
	p.next()
	degree := &Row{}
	for p.tok.kind != char || p.tok.char != ']' {
		switch p.tok.kind {
		case end, shut, cell, newline:
			p.unclosed(at, "[", "]")
			return &Root{Body: &Row{}, Degree: degree}
		}
		before := p.tok.at
		if n := p.scripts(p.nucleus(Upright, false)); n != nil {
			degree.Nodes = append(degree.Nodes, n)
		} else if p.tok.at == before {
			p.stray()
		}
	}
	p.next()
	return &Root{argument(), degree}
}

// fence reads \left ... \right.
func (p *parser) fence(face Face, given bool) Node {
	at := p.tok.at
	p.next()
	f := &Fence{Marks: []rune{p.mark(`\left`)}}
	for {
		f.Parts = append(f.Parts, p.row(face, given))
		if p.tok.kind != command || p.tok.text != "middle" && p.tok.text != "right" {
			p.unclosed(at, `\left`, `\right`)
			f.Marks = append(f.Marks, 0)
			return f
		}
		last := p.tok.text == "right"
		of := `\` + p.tok.text
		p.next()
		f.Marks = append(f.Marks, p.mark(of))
		if last {
			return f
		}
	}
}

// mark reads a fence after a command that makes it grow; 0 for a dot, or none.
func (p *parser) mark(of string) rune {
	t := p.tok
	r := t.char
	switch {
	case t.kind == char && r == '.':
		p.next()
		return 0
	case t.kind == char && r == '<':
		r = '⟨'
	case t.kind == char && r == '>':
		r = '⟩'
	case t.kind == command && t.text == "|":
		r = '‖'
	case t.kind == command && (t.text == "{" || t.text == "}"):
		r = rune(t.text[0])
	case t.kind == command:
		r = signs()[t.text].char
	}
	if _, ok := fences[r]; !ok {
		if len(p.faults) == 0 {
			p.fault(t.at, `write ( ) [ ] \{ \} | or a dot for none`, "no fence after %s", of)
		}
		return 0
	}
	p.next()
	return r
}

// sized returns the size and class that a command such as \Bigl gives a fence.
func sized(name string) (size int, class Class, ok bool) {
	if size, ok = sizes[name]; ok {
		return size, Ord, true
	}
	if name == "" {
		return 0, Ord, false
	}
	last := len(name) - 1
	size, ok = sizes[name[:last]]
	switch name[last] {
	case 'l':
		class = Open
	case 'r':
		class = Close
	case 'm':
		class = Rel
	default:
		return 0, Ord, false
	}
	return size, class, ok
}

// word makes one variable of a row of several letters in one face.
func word(r *Row, face Face) Node {
	var b strings.Builder
	for _, n := range r.Nodes {
		switch n := n.(type) {
		case *Symbol:
			if _, ok := letter(n.Char); !ok {
				return r
			}
			b.WriteRune(n.Char)
		case *Number:
			b.WriteString(n.Text)
		default:
			return r
		}
	}
	if len(r.Nodes) < 2 || face == Double || face == Script || face == Fraktur {
		return r
	}
	return &Word{b.String(), face}
}

// stacked sets one row above or below another.
func stacked(name string, script, base *Row) Node {
	var of Node = base
	if len(base.Nodes) == 1 {
		of = base.Nodes[0]
	}
	s := &Scripts{Base: of, Sup: script, Limits: Above}
	if name == "underset" {
		s.Sup, s.Sub = nil, script
	}
	if sym, ok := of.(*Symbol); ok && name == "stackrel" {
		sym.Class = Rel
	}
	return s
}

// negation reads \not with the sign that it strikes out.
func (p *parser) negation() Node {
	at := p.tok.at
	p.next()
	row := p.argument(`\not`, Upright, false)
	if len(row.Nodes) == 1 {
		if s, ok := row.Nodes[0].(*Symbol); ok && negations[s.Char] != 0 {
			return &Symbol{Char: negations[s.Char], Class: s.Class}
		}
	}
	p.report(Fault{at, rule.MathUnknown, `\not is not supported before this`, `write \neq or \notin, or say it in words`})
	return nil
}

// modulo returns (mod n) with the white before it.
func modulo(n *Row) Node {
	nodes := []Node{&Space{18}, &Symbol{Char: '(', Class: Open}, &Name{Text: "mod"}, &Space{3}}
	nodes = append(nodes, n.Nodes...)
	return &Row{append(nodes, &Symbol{Char: ')', Class: Close})}
}

// A form is how an environment sets its cells.
type form struct {
	open, close rune
	align       string // of the columns, repeated; "" as the author says
	equations   bool
}

// environments are the tables.
var environments = map[string]form{
	"matrix": {align: "c"}, "pmatrix": {open: '(', close: ')', align: "c"}, "bmatrix": {open: '[', close: ']', align: "c"},
	"Bmatrix": {open: '{', close: '}', align: "c"}, "vmatrix": {open: '|', close: '|', align: "c"}, "Vmatrix": {open: '‖', close: '‖', align: "c"},
	"smallmatrix": {align: "c"}, "cases": {open: '{', align: "l"}, "dcases": {open: '{', align: "l"}, "rcases": {close: '}', align: "l"}, "array": {},
	"equation": {align: "c", equations: true}, "equation*": {align: "c", equations: true}, "align": {align: "rl", equations: true},
	"gather": {align: "c", equations: true}, "multline": {align: "c", equations: true}, "multline*": {align: "c", equations: true},
	"aligned": {align: "rl", equations: true}, "split": {align: "rl", equations: true}, "align*": {align: "rl", equations: true},
	"gathered": {align: "c", equations: true}, "gather*": {align: "c", equations: true},
}

// environmentNames lists the environments, for hints.
var environmentNames = []string{
	"matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "cases", "dcases", "rcases", "array", "aligned", "split", "align", "align*",
	"gathered", "gather", "gather*", "equation", "equation*", "multline", "multline*",
}

var columns = map[rune]Align{'l': Left, 'c': Center, 'r': Right}

// environment reads \begin{name} ... \end{name}.
func (p *parser) environment(face Face, given bool) Node {
	at := p.tok.at
	p.next()
	name := p.verbatim(`\begin`)
	f, ok := environments[name]
	if !ok {
		if len(p.faults) == 0 {
			p.fault(at, nearest.Hint(name, environmentNames, "there are "+strings.Join(environmentNames, ", ")), "the environment %q is not supported", name)
			p.faults[len(p.faults)-1].Rule = rule.MathUnknown
		}
		return nil
	}
	if name == "array" {
		f.align = p.verbatim(`\begin{array}`)
		if strings.Trim(f.align, "lcr") != "" || f.align == "" {
			p.fault(at, "write letters alone: {lcr}", "columns of an array are l, c or r")
			return nil
		}
	}
	g := &Grid{Open: f.open, Close: f.close, Equations: f.equations}
	p.cellsOf(g, face, given)
	if p.tok.kind != command || p.tok.text != "end" {
		p.unclosed(at, `\begin{`+name+"}", `\end{`+name+"}")
		return g
	}
	endAt := p.tok.at
	p.next()
	if got := p.verbatim(`\end`); got != name && len(p.faults) == 0 {
		p.fault(endAt, `write \end{`+name+"}", `\begin{%s} ends with \end{%s}`, name, got)
	}
	g.align(f.align)
	return g
}

// cellsOf reads the rows of a table up to its end.
func (p *parser) cellsOf(g *Grid, face Face, given bool) {
	row := []*Row{}
	for {
		if p.cells++; p.cells > maxCells {
			p.fault(p.tok.at, "divide the formula", "a formula with more than %d cells", maxCells)
		}
		row = append(row, p.row(face, given))
		switch p.tok.kind {
		case cell:
			p.next()
			continue
		case newline:
			p.next()
			if p.tok.kind == char && p.tok.char == '[' {
				p.fault(p.tok.at, `write {} after \\ before a bracket; room between rows cannot be given`, `a length after \\ is not supported`)
			}
			g.Rows, row = append(g.Rows, row), []*Row{}
			continue
		}
		if len(row) > 1 || len(row[0].Nodes) > 0 || len(g.Rows) == 0 { // the last row may end with \\
			g.Rows = append(g.Rows, row)
		}
		return
	}
}

// align gives the columns their alignment, and each row as many cells.
func (g *Grid) align(pattern string) {
	n := 0
	for _, row := range g.Rows {
		n = max(n, len(row))
	}
	letters := []rune(pattern)
	for i := range n {
		a := Center
		if len(letters) > 0 {
			a = columns[letters[i%len(letters)]]
		}
		g.Align = append(g.Align, a)
	}
	for i, row := range g.Rows {
		for len(row) < n {
			row = append(row, &Row{})
		}
		for k, cell := range row {
			if g.Equations && g.Align[k] == Left && len(cell.Nodes) > 0 {
				// The sign that it begins with has the other side before it.
				cell.Nodes = append([]Node{&Row{}}, cell.Nodes...)
			}
		}
		g.Rows[i] = row
	}
}
