package mathml

import (
	"strings"
	"unicode/utf8"

	"octavo/book/markup/math"
)

// mark returns the fence that an operator is, 0 for what is none.
func (n *Node) mark() rune {
	text := n.sign()
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || size != len(text) {
		return 0
	}
	if r = folded(r); math.Grows(r) {
		return r
	}
	return 0
}

// A side is where a fence stands.
type side uint8

const (
	noSide side = iota
	opens
	closes
	between
	either // a bar, which does not say
)

// sideOf returns the side of a part, noSide for what is no fence.
func sideOf(n *Node) side {
	r := n.mark()
	if r == 0 {
		return noSide
	}
	switch n.Get("form") {
	case "prefix":
		return opens
	case "postfix":
		return closes
	case "infix":
		return between
	}
	switch _, class, _ := math.Spell(r); {
	case r == '|' || r == '‖':
		return either
	case class == math.Open:
		return opens
	case class == math.Close:
		return closes
	}
	return noSide
}

// pairs returns, for each part that is an opening fence which grows, where its closing
// fence stands; 0 for all others. A bar closes the bar that is open, and a parenthesis closes
// what is open beneath bars: the bar of P(A|B) is none of a pair.
func pairs(list []*Node) []int {
	ends := make([]int, len(list))
	var open []int
	for i, n := range list {
		top := len(open) - 1
		switch at := sideOf(n); {
		case at == either && top >= 0 && list[open[top]].mark() == n.mark():
			ends[open[top]] = i
			open = open[:top]
		case at == opens || at == either:
			open = append(open, i)
		case at == closes:
			for top > 0 && sideOf(list[open[top]]) == either {
				top--
			}
			if top >= 0 {
				ends[open[top]] = i
				open = open[:top]
			}
		}
	}
	for i, end := range ends {
		if end > 0 && !grown(list[i], list[end], list[i+1:end]) {
			ends[i] = 0
		}
	}
	return ends
}

// grown reports whether two fences grow with what is between them. MathML has them grow
// unless they say no; TeX has to be told, which is done where it shows.
func grown(a, b *Node, body []*Node) bool {
	said := 0
	for _, n := range []*Node{a, b} {
		switch {
		case n.Get("stretchy") == "false" || n.Get("minsize") != "":
			return false
		case n.Get("stretchy") == "true":
			said++
		}
	}
	if said == 2 {
		return true
	}
	for _, n := range body {
		if tall(n) {
			return true
		}
	}
	return false
}

// tall reports whether a part is higher than a line.
func tall(n *Node) bool {
	switch n.Name {
	case "mfrac", "mtable", "munder", "munderover", "msqrt", "mroot":
		return true
	}
	for _, k := range n.Kids {
		if tall(k) {
			return true
		}
	}
	return false
}

// fenced writes a row that is a fence with one mark only, as systems of equations have it.
func (w *writer) fenced(list []*Node, s state) ([]piece, bool) {
	last := len(list) - 1
	if last < 1 {
		return nil, false
	}
	open, close := list[0], list[last]
	grows := func(n *Node, at side) bool {
		return sideOf(n) == at && n.Get("minsize") == "" && (n.Get("stretchy") == "true" || last == 1 && tall(list[0]) || last == 1 && tall(list[1]))
	}
	ends := pairs(list)
	inPair := func(i int) bool {
		for k, end := range ends {
			if end > 0 && k <= i && i <= end {
				return true
			}
		}
		return false
	}
	switch {
	case grows(open, opens) && !inPair(0):
		return []piece{w.fenceOf(open.mark(), 0, list[1:], s)}, true
	case grows(close, closes) && !inPair(last):
		return []piece{w.fenceOf(0, close.mark(), list[:last], s)}, true
	}
	return nil, false
}

// fenceOf writes what stands between two marks that grow; 0 is a mark that is not there.
func (w *writer) fenceOf(open, close rune, body []*Node, s state) piece {
	inner := s
	inner.top, inner.script, inner.applied = false, false, false
	if one := single(body); one != nil && one.Name == "mtable" {
		return piece{w.table(one, s, open, close), math.Inner, true}
	} else if one != nil && one.Name == "mfrac" && unruled(one) && open != 0 && close != 0 {
		if tex := w.binomial(one, open, close, inner); tex != "" {
			return piece{tex, math.Inner, true}
		}
	}
	var b strings.Builder
	b.WriteString(`\left` + markTeX(open))
	from := 0
	part := func(list []*Node) {
		b.WriteString(" " + join(w.list(list, inner), false))
	}
	for i, n := range body {
		if sideOf(n) == between && n.Get("stretchy") == "true" {
			part(body[from:i])
			b.WriteString(` \middle` + markTeX(n.mark()))
			from = i + 1
		}
	}
	part(body[from:])
	b.WriteString(` \right` + markTeX(close))
	return piece{b.String(), math.Inner, true}
}

// binomial writes two rows without a line in fences of their own.
func (w *writer) binomial(n *Node, open, close rune, s state) string {
	list := n.parts()
	if len(list) != 2 {
		return ""
	}
	above, below := w.braced(list[0], s.within()), w.braced(list[1], s.within())
	infix := func(command string) string {
		return "{" + above[1:len(above)-1] + " " + command + " " + below[1:len(below)-1] + "}"
	}
	switch string([]rune{open, close}) {
	case "()":
		return `\binom` + above + below
	case "[]":
		return infix(`\brack`)
	case "{}":
		return infix(`\brace`)
	}
	return ""
}

// markTeX returns a mark as it stands behind \left.
func markTeX(r rune) string {
	if r == 0 {
		return "."
	}
	tex, _, _ := math.Spell(r)
	return tex
}

// sizeNames are the sizes of Computer Modern's large marks, as writers of MathML have them.
var sizeNames = map[string]string{"1.2em": "big", "1.8em": "Big", "2.4em": "bigg", "3em": "Bigg", "3.0em": "Bigg", "1.2": "big", "1.8": "Big", "2.4": "bigg", "3": "Bigg"}

// sized returns a mark of a size that is given, "" for what is none.
func sized(n *Node) string {
	name := sizeNames[n.Get("minsize")]
	if name == "" || n.mark() == 0 {
		return ""
	}
	switch n.Get("form") {
	case "prefix":
		name += "l"
	case "postfix":
		name += "r"
	}
	return strings.TrimSpace(`\` + name + markTeX(n.mark()))
}

// mfenced writes the short form of fences: its marks are attributes.
func (w *writer) mfenced(n *Node, s state) []piece {
	open, close := fenceAttr(n, "open", "("), fenceAttr(n, "close", ")")
	separators := []rune(fenceAttr(n, "separators", ","))
	var body []*Node
	for i, k := range n.parts() {
		if i > 0 && len(separators) > 0 {
			body = append(body, sign(string(separators[min(i, len(separators))-1])))
		}
		body = append(body, k)
	}
	list := append([]*Node{}, body...)
	if open != "" {
		list = append([]*Node{sign(open)}, list...)
	}
	if close != "" {
		list = append(list, sign(close))
	}
	a, b := sign(open).mark(), sign(close).mark()
	for _, k := range body {
		if tall(k) && (a != 0 || open == "") && (b != 0 || close == "") {
			return []piece{w.fenceOf(a, b, body, s)}
		}
	}
	tex := join(w.list(list, s), s.script)
	return []piece{{tex, math.Inner, false}}
}

func fenceAttr(n *Node, name, usual string) string {
	if v, ok := n.lookup(name); ok {
		return strings.Join(strings.Fields(v), "")
	}
	return usual
}

// sign returns an operator.
func sign(text string) *Node {
	return &Node{Name: "mo", Kids: []*Node{{Text: text}}}
}
