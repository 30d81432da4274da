package math

// infix reads the second part of a fraction whose command stands between the two, as in
// {n \choose k}: the whole group is the fraction.
func (p *parser) infix(above *Row, face Face, given bool) *Row {
	t := p.tok
	p.next()
	f := infixes[t.text]
	f.Above, f.Below = above, p.row(face, given)
	return &Row{[]Node{&f}}
}

// operator returns a row as one operator, whose scripts stand above and below it in a
// display. A row that is no word and no sign stays a row.
func operator(r *Row) Node {
	if len(r.Nodes) != 1 {
		if w, ok := word(r, Upright).(*Word); ok {
			return &Name{w.Text, true}
		}
		return r
	}
	switch n := r.Nodes[0].(type) {
	case *Symbol:
		if _, ok := letter(n.Char); ok {
			return &Name{string(n.Char), true}
		}
		n.Class, n.Limits = Op, true
	case *Word:
		return &Name{n.Text, true}
	case *Words:
		return &Name{n.Text, true}
	case *Name:
		n.Limits = true
	case *Row:
		return operator(n)
	}
	return r.Nodes[0]
}

// classed returns a row as a part of a class. Only a sign has one of its own.
func classed(r *Row, class Class) Node {
	if len(r.Nodes) == 1 {
		if s, ok := r.Nodes[0].(*Symbol); ok {
			s.Class = class
			return s
		}
	}
	return r
}

// arrow returns an arrow with a row above it.
func arrow(name string, above *Row) Node {
	char := '⟶'
	if name == "xleftarrow" {
		char = '⟵'
	}
	return &Scripts{Base: &Symbol{Char: char, Class: Rel}, Sup: above, Limits: Above}
}

// substack reads lines in braces, one below the other.
func (p *parser) substack(face Face, given bool) Node {
	at := p.tok.at
	if p.tok.kind != open {
		p.fault(at, "write it in braces", `\substack lacks what it applies to`)
		return nil
	}
	p.next()
	g := &Grid{}
	p.cellsOf(g, face, given)
	if p.tok.kind != shut {
		p.unclosed(at, "{", "}")
		return g
	}
	p.next()
	g.align("c")
	return g
}
