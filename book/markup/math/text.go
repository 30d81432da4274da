package math

import (
	"strings"
	"unicode/utf8"
)

// Text returns a formula as a line of text: "a² + b² = c²". The line stands for the formula
// where none can be shown, and is what readers copy and hear.
func Text(r *Row) string {
	return strings.Join(strings.Fields(textOf(r.Nodes, Classes(r.Nodes))), " ")
}

// A Segment is a part of a formula at whose end a line may be broken.
type Segment struct {
	Nodes   []Node
	Classes []Class
	Text    string // the texts of all segments, joined by spaces, are the text of the formula
	Rel     bool   // the segment ends with a sign between two sides, else with one between terms
}

// Segments divides a formula behind its signs, but for those within groups and
// fences (The TeXbook, chapter 18). The last segment is what is left.
func Segments(r *Row) []Segment {
	classes := Classes(r.Nodes)
	var list []Segment
	from, depth := 0, 0
	for i, c := range classes {
		switch c {
		case Open:
			depth++
		case Close:
			depth--
		}
		// A segment ends with a sign, but not with one that the formula begins with: a line
		// of a sign alone reads badly. Of two relations in a row the second ends it.
		last := i+1 == len(classes)
		if !last && (depth != 0 || c != Rel && c != Bin || i == from && len(list) == 0) {
			continue
		}
		if !last && c == Rel && classes[i+1] == Rel {
			continue
		}
		part := Segment{Nodes: r.Nodes[from : i+1], Classes: classes[from : i+1], Rel: c == Rel}
		part.Text = strings.Join(strings.Fields(textOf(part.Nodes, part.Classes)), " ")
		list = append(list, part)
		from = i + 1
	}
	return list
}

// textOf returns nodes of given classes as text, perhaps with spaces too many.
//
// A line of text has no rows above each other. What a formula says by place, text says
// by signs: a slash for the bar of a fraction, ^ and _ where Unicode has no raised or
// lowered character, parentheses where a row would fall apart. The result is to be read as
// the same formula by somebody who hears it: so the question at each pair of neighbours is
// not how wide the white is that TeX sets there, but whether they would be read as something
// else without a space. "1/2 a" is not 1/2a, "log x" not a product of four letters, and x_i y
// not x with the index iy (apart). Signs between terms and sides have spaces around them;
// a function has one behind it unless a parenthesis follows. White that was set by hand is a
// space too. Text and Segments collapse what is written twice.
func textOf(nodes []Node, classes []Class) string {
	var b strings.Builder
	for i, n := range nodes {
		s := nodeText(n)
		c := classes[i]
		if i > 0 && apart(nodes[i-1], n, classes[i-1], c) {
			b.WriteByte(' ')
		}
		switch {
		case c == Rel || c == Bin:
			b.WriteString(" " + s + " ")
		case c == Punct, c == Op && named(n) && !fenced(nodes, i+1):
			b.WriteString(s + " ")
		case c == Op:
			b.WriteString(s)
			if _, ok := n.(*Scripts); ok {
				b.WriteByte(' ')
			}
		default:
			b.WriteString(s)
		}
	}
	return b.String()
}

// apart reports whether two neighbours would be read as something else without a
// space between them: x_i y, 1/2 a.
func apart(a, b Node, classA, classB Class) bool {
	if named(b) {
		return classA != Open
	}
	if classA == Open || classB == Open || classB == Close || classB == Punct {
		return false
	}
	return divided(a) || divided(b) || lowered(a)
}

// divided reports whether a node is written with a slash.
func divided(n Node) bool {
	f, ok := base(n).(*Fraction)
	return ok && f.Open == 0
}

// lowered reports whether a node ends in a script that is written behind a sign.
func lowered(n Node) bool {
	s, ok := n.(*Scripts)
	return ok && strings.ContainsAny(scriptsText(s), "_^")
}

// fenced reports whether a parenthesis follows.
func fenced(nodes []Node, i int) bool {
	if i >= len(nodes) {
		return true
	}
	switch n := nodes[i].(type) {
	case *Fence:
		return true
	case *Delimiter:
		return true
	case *Symbol:
		return n.Class == Open
	}
	return false
}

// base returns what scripts are set at.
func base(n Node) Node {
	if s, ok := n.(*Scripts); ok && s.Base != nil {
		return base(s.Base)
	}
	return n
}

func named(n Node) bool {
	_, ok := base(n).(*Name)
	return ok
}

func nodeText(n Node) string {
	switch n := n.(type) {
	case *Symbol:
		return symbolText(n)
	case *Number:
		return n.Text
	case *Name:
		return n.Text
	case *Word:
		return n.Text
	case *Words:
		return n.Text
	case *Row:
		return textOf(n.Nodes, Classes(n.Nodes))
	case *Styled:
		return nodeText(n.Body)
	case *Scripts:
		return scriptsText(n)
	case *Fraction:
		switch n.Open {
		case 0:
		case '(':
			return "C(" + Text(n.Above) + ", " + Text(n.Below) + ")"
		default: // Stirling numbers, which have no letter that all know
			return markText(n.Open) + Text(n.Above) + ", " + Text(n.Below) + markText(n.Close)
		}
		return grouped(n.Above) + "/" + grouped(n.Below)
	case *Root:
		return rootText(n)
	case *Fence:
		return fenceText(n)
	case *Delimiter:
		return markText(n.Mark)
	case *Accent:
		return accentText(n)
	case *Bar:
		if n.Below {
			return marked(n.Body, '\u0332')
		}
		return marked(n.Body, '\u0305')
	case *Space:
		if n.Width > 2 { // from a thin space on; \! takes white away
			return " "
		}
	case *Grid:
		return gridText(n)
	}
	return ""
}

// symbolText returns a letter in its plain form, but for alphabets that mean
// something of their own.
func symbolText(s *Symbol) string {
	if s.Face == Double || s.Face == Script || s.Face == Fraktur {
		return string(Glyph(s.Char, s.Face))
	}
	return string(s.Char)
}

func markText(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

// The characters that Unicode has above and below the line.
var (
	raisedChars  = map[rune]rune{'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', 'n': 'ⁿ', 'i': 'ⁱ', '′': '′'}
	loweredChars = map[rune]rune{'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '−': '₋', '=': '₌', '(': '₍', ')': '₎'}
)

func scriptsText(s *Scripts) string {
	out := ""
	if s.Base != nil {
		out = nodeText(s.Base)
		switch b := s.Base.(type) {
		case *Row:
			if len(b.Nodes) > 1 || fractional(b) {
				out = "(" + Text(b) + ")"
			}
		case *Accent:
			if len(b.Body.Nodes) > 1 {
				out = "(" + out + ")"
			}
		}
	}
	if s.Sub != nil {
		out += script(s.Sub, loweredChars, "_")
	}
	if s.Sup != nil {
		out += script(s.Sup, raisedChars, "^")
	}
	return out
}

// fractional reports whether a row is one fraction with a line.
func fractional(r *Row) bool {
	if len(r.Nodes) != 1 {
		return false
	}
	f, ok := r.Nodes[0].(*Fraction)
	return ok && f.Open == 0
}

// script returns a script in characters of its own, or behind a sign.
func script(r *Row, table map[rune]rune, sign string) string {
	text := Text(r)
	var b strings.Builder
	for _, c := range text {
		if table[c] == 0 {
			if utf8.RuneCountInString(text) == 1 || simple(r) {
				return sign + text
			}
			return sign + "(" + text + ")"
		}
		b.WriteRune(table[c])
	}
	return b.String()
}

// simple reports whether a row is one letter, number or word.
func simple(r *Row) bool {
	if len(r.Nodes) != 1 {
		return false
	}
	switch n := r.Nodes[0].(type) {
	case *Symbol, *Number, *Word, *Accent:
		return true
	case *Words:
		return !strings.Contains(n.Text, " ")
	case *Row:
		return simple(n)
	}
	return false
}

// grouped returns a row in parentheses unless it is simple, with its scripts.
func grouped(r *Row) string {
	if len(r.Nodes) == 1 {
		if s, ok := r.Nodes[0].(*Scripts); ok && s.Base != nil && simple(&Row{[]Node{s.Base}}) {
			return Text(r)
		}
		if _, ok := r.Nodes[0].(*Fence); ok {
			return Text(r)
		}
	}
	if simple(r) {
		return Text(r)
	}
	return "(" + Text(r) + ")"
}

func rootText(n *Root) string {
	sign := "√"
	if n.Degree != nil {
		switch degree := Text(n.Degree); degree {
		case "":
		case "3":
			sign = "∛"
		case "4":
			sign = "∜"
		default:
			sign = "√[" + degree + "]"
		}
	}
	return sign + grouped(n.Body)
}

func fenceText(f *Fence) string {
	var b strings.Builder
	for i, part := range f.Parts {
		if i > 0 {
			b.WriteString(" " + markText(f.Marks[i]) + " ")
		} else {
			b.WriteString(markText(f.Marks[i]))
		}
		b.WriteString(Text(part))
	}
	return b.String() + markText(f.Marks[len(f.Marks)-1])
}

func accentText(a *Accent) string {
	if a.Mark == overBrace || a.Mark == underBrace {
		return Text(a.Body)
	}
	return marked(a.Body, a.Mark)
}

// marked puts a combining mark at a letter, or at a row in parentheses.
func marked(r *Row, mark rune) string {
	text := Text(r)
	if utf8.RuneCountInString(text) == 1 {
		return text + string(mark)
	}
	return "(" + text + ")" + string(mark)
}

func gridText(g *Grid) string {
	cell, row := ", ", "; "
	if g.Equations {
		cell = " "
	}
	var b strings.Builder
	b.WriteString(markText(g.Open))
	for i, cells := range g.Rows {
		if i > 0 {
			b.WriteString(row)
		}
		written := 0
		for _, c := range cells {
			text := Text(c)
			if text == "" && (g.Equations || written == 0) {
				continue
			}
			if written > 0 {
				b.WriteString(cell)
			}
			b.WriteString(text)
			written++
		}
	}
	b.WriteString(markText(g.Close))
	return b.String()
}
