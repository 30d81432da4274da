package svg

import (
	"maps"
	"strings"

	"octavo/book/markup/css"
)

// The bounds of a value with variables, by eye: values hold a name or two.
const (
	maxExpanded = 1000 // bytes
	maxVars     = 50   // variables within each other
)

// settle puts values in the place of the variables of CSS, which not every reading system
// knows. What an element says with var( ), or a rule says of it, is said again in its style
// attribute, with the value that holds there; the declarations with var( ) are passed over
// where they are read.
func (p *parser) settle(n *node, outer map[string]string, note func(*node, string)) {
	known, decls := outer, p.declarations(n)
	var own map[string]string // those of outer and of n, when n has any
	last := map[string]css.Decl{}
	for _, d := range decls {
		if strings.HasPrefix(d.Name, "--") {
			if p.pay(16+len(d.Value), n); n.Name == "use" {
				note(n, "variable "+clip(d.Name)+" does not reach what <use> shows")
			}
			if own == nil {
				own = map[string]string{}
				maps.Copy(own, outer)
				known = own
			}
			own[d.Name] = d.Value
		}
		last[d.Name] = d
	}
	for _, d := range decls {
		if p.full || last[d.Name] != d || !hasVariable(d.Value) || strings.HasPrefix(d.Name, "--") {
			continue
		}
		delete(last, d.Name)
		e := expander{known: known}
		v, ok := e.expand(d.Value)
		if !ok {
			note(n, clip(d.Value)+" of "+d.Name+" has no value")
			v = "inherit"
		}
		restyle(n, d, v)
	}
	for _, c := range n.Kids {
		if c.Name != "" && !p.full {
			p.settle(c, known, note)
		}
	}
}

// restyle says d with the value v in the style attribute of n.
func restyle(n *node, d css.Decl, v string) {
	if d.Important {
		v += " !important"
	}
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Name == "style" && a.Space == "" {
			a.Value = strings.TrimRight(a.Value, "; ") + "; " + d.Name + ": " + v
			return
		}
	}
	n.Attr = append(n.Attr, attr{Name: "style", Value: d.Name + ": " + v})
}

func hasVariable(v string) bool { return strings.Contains(strings.ToLower(v), "var(") }

// An expander puts values in the place of variables, within bounds.
type expander struct {
	known map[string]string
	spent int
}

func (e *expander) expand(v string) (string, bool) {
	for hasVariable(v) {
		if e.spent++; e.spent > maxVars || len(v) > maxExpanded {
			return "", false
		}
		start := strings.Index(strings.ToLower(v), "var(")
		name, instead, end := cutVariable(v[start+len("var("):])
		if end < 0 {
			return "", false
		}
		value, ok := e.known[name]
		if !ok && instead == "" {
			return "", false
		}
		if !ok {
			value = instead
		}
		v = v[:start] + strings.TrimSpace(value) + v[start+len("var(")+end:]
	}
	return v, true
}

// cutVariable reads "--name, instead) rest", and returns where the rest begins, -1 when
// the bracket is not closed.
func cutVariable(s string) (name, instead string, end int) {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			name, instead, _ = strings.Cut(s[:i], ",")
			return strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(instead), i + 1
		}
	}
	return "", "", -1
}
