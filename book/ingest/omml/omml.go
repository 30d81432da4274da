// Package omml turns formulas of Word into MathML, which package mathml writes as TeX.
//
// In: an element of Office Math (ECMA-376, part 1, 22.1), as Word has it beside its runs.
// Out: the same formula in MathML.
//
// Invariant: each letter and sign of the formula is in the result, but for what Word itself
// does not show. Any tree gives a tree, of no more depth than a few times its own.
package omml

import (
	"octavo/book/markup/xmltree"
)

// MathML returns the formula of an <m:oMath>, or the formulas of an <m:oMathPara>, a line
// each. Display says that it stands on lines of its own.
func MathML(n *xmltree.Node, display bool) *xmltree.Node {
	out := element("math")
	if display {
		set(out, "display", "block")
	}
	lines := n.All("oMath")
	switch {
	case n.Name != "oMathPara":
		out.Kids = parts(n)
	case len(lines) == 1:
		out.Kids = parts(lines[0])
	default:
		table := element("mtable")
		set(table, "displaystyle", "true")
		for _, l := range lines {
			table.Kids = append(table.Kids, element("mtr", element("mtd", parts(l)...)))
		}
		out.Kids = []*xmltree.Node{table}
	}
	return out
}

func element(name string, kids ...*xmltree.Node) *xmltree.Node {
	return &xmltree.Node{Name: name, Kids: kids}
}

func set(n *xmltree.Node, name, value string) *xmltree.Node {
	n.Attr = append(n.Attr, xmltree.Attr{Name: name, Value: value})
	return n
}

func text(name, s string) *xmltree.Node { return element(name, &xmltree.Node{Text: s}) }

// row returns the parts of an argument as one element.
func row(n *xmltree.Node) *xmltree.Node {
	if n == nil {
		return element("mrow")
	}
	list := parts(n)
	if len(list) == 1 {
		return list[0]
	}
	return element("mrow", list...)
}

// parts returns what is in an argument.
func parts(n *xmltree.Node) []*xmltree.Node {
	var out []*xmltree.Node
	for _, k := range n.Kids {
		out = append(out, part(k)...)
	}
	return out
}

// part returns the MathML of an element.
func part(n *xmltree.Node) []*xmltree.Node {
	arg := func(name string) *xmltree.Node { return row(n.Child(name)) }
	one := func(e *xmltree.Node) []*xmltree.Node { return []*xmltree.Node{e} }
	switch n.Name {
	case "r":
		return run(n)
	case "f":
		return one(fraction(n))
	case "sSup":
		return one(element("msup", arg("e"), arg("sup")))
	case "sSub":
		return one(element("msub", arg("e"), arg("sub")))
	case "sSubSup":
		return one(element("msubsup", arg("e"), arg("sub"), arg("sup")))
	case "sPre":
		return one(element("mmultiscripts", arg("e"), element("mprescripts"), arg("sub"), arg("sup")))
	case "rad":
		return one(root(n))
	case "nary":
		return large(n)
	case "d":
		return one(fence(n))
	case "func":
		return []*xmltree.Node{arg("fName"), text("mo", "\u2061"), arg("e")}
	case "limLow":
		return one(element("munder", arg("e"), arg("lim")))
	case "limUpp":
		return one(element("mover", arg("e"), arg("lim")))
	case "acc", "bar", "groupChr":
		return one(marked(n))
	case "m":
		return one(matrix(n))
	case "eqArr":
		return one(equations(n))
	case "borderBox":
		return one(struck(n))
	case "phant":
		if off(n.Child("phantPr").Child("show")) {
			return nil
		}
		return parts(orEmpty(n.Child("e")))
	case "box":
		return parts(orEmpty(n.Child("e")))
	case "oMath", "oMathPara", "e", "num", "den":
		return parts(n)
	}
	return nil // properties
}

func orEmpty(n *xmltree.Node) *xmltree.Node {
	if n == nil {
		return &xmltree.Node{}
	}
	return n
}

// off reports whether a property is there and switched off; on, whether it is switched on.
func off(n *xmltree.Node) bool { return n != nil && !on(n) }

func on(n *xmltree.Node) bool {
	if n == nil {
		return false
	}
	v := n.Any("val")
	return v != "0" && v != "off" && v != "false"
}

// value returns the value of a property, usual where it is not there. A property may be there
// with no value, for a mark that is not there.
func value(props *xmltree.Node, name, usual string) string {
	if p := props.Child(name); p != nil {
		return p.Any("val")
	}
	return usual
}

func fraction(n *xmltree.Node) *xmltree.Node {
	num, den := row(n.Child("num")), row(n.Child("den"))
	switch value(n.Child("fPr"), "type", "bar") {
	case "lin":
		return element("mrow", num, text("mo", "/"), den)
	case "skw":
		return set(element("mfrac", num, den), "bevelled", "true")
	case "noBar":
		return set(element("mfrac", num, den), "linethickness", "0")
	}
	return element("mfrac", num, den)
}

func root(n *xmltree.Node) *xmltree.Node {
	degree := row(n.Child("deg"))
	if on(n.Child("radPr").Child("degHide")) || degree.Name == "mrow" && len(degree.Kids) == 0 {
		return element("msqrt", row(n.Child("e")))
	}
	return element("mroot", row(n.Child("e")), degree)
}

// large returns a large operator with its limits, and what it stands before.
func large(n *xmltree.Node) []*xmltree.Node {
	props := n.Child("naryPr")
	char := value(props, "chr", "∫")
	operator := text("mo", char)
	sub, sup := row(n.Child("sub")), row(n.Child("sup"))
	lower := !on(props.Child("subHide")) && len(sub.Kids) > 0
	upper := !on(props.Child("supHide")) && len(sup.Kids) > 0
	// Word writes where the limits are; integrals have them beside, and all others below.
	stacked := value(props, "limLoc", "subSup") == "undOvr"
	name := func(beside, above string) string {
		if stacked {
			return above
		}
		return beside
	}
	switch {
	case lower && upper:
		operator = element(name("msubsup", "munderover"), operator, sub, sup)
	case lower:
		operator = element(name("msub", "munder"), operator, sub)
	case upper:
		operator = element(name("msup", "mover"), operator, sup)
	}
	return append([]*xmltree.Node{operator}, parts(orEmpty(n.Child("e")))...)
}

// fence returns arguments between marks that grow.
func fence(n *xmltree.Node) *xmltree.Node {
	props := n.Child("dPr")
	mark := func(name, usual, form string) []*xmltree.Node {
		char := value(props, name, usual)
		if char == "" {
			return nil
		}
		m := set(text("mo", char), "form", form)
		if off(props.Child("grow")) {
			set(m, "stretchy", "false")
		}
		return []*xmltree.Node{m}
	}
	out := element("mrow", mark("begChr", "(", "prefix")...)
	for i, e := range n.All("e") {
		if i > 0 {
			sep := mark("sepChr", "|", "infix")
			if len(sep) > 0 && sep[0].Kids[0].Text == "|" {
				set(sep[0], "stretchy", "true")
			}
			out.Kids = append(out.Kids, sep...)
		}
		body := row(e)
		if body.Name == "mtable" && (value(props, "begChr", "(") == "" || value(props, "endChr", ")") == "") {
			body.Attr = []xmltree.Attr{{Name: "columnalign", Value: "left"}} // cases, not equations
		}
		out.Kids = append(out.Kids, body)
	}
	out.Kids = append(out.Kids, mark("endChr", ")", "postfix")...)
	return out
}

// marked returns an argument with a mark above or below it.
func marked(n *xmltree.Node) *xmltree.Node {
	props := n.Child(n.Name + "Pr")
	char, above := "\u0302", true
	switch n.Name {
	case "acc":
		char = value(props, "chr", char)
	case "bar":
		char, above = "‾", value(props, "pos", "bot") == "top"
	case "groupChr":
		char, above = value(props, "chr", "⏟"), value(props, "pos", "bot") == "top"
	}
	if char == "" {
		return row(n.Child("e"))
	}
	name := map[bool]string{true: "mover", false: "munder"}[above]
	out := element(name, row(n.Child("e")), text("mo", char))
	if n.Name == "acc" {
		set(out, "accent", "true")
	}
	return out
}

// struck returns an argument in a frame; lines across it say that it is taken away.
func struck(n *xmltree.Node) *xmltree.Node {
	props, notation := n.Child("borderBoxPr"), "box"
	for _, line := range []string{"strikeH", "strikeV", "strikeBLTR", "strikeTLBR"} {
		if on(props.Child(line)) {
			notation = "updiagonalstrike"
		}
	}
	return set(element("menclose", row(n.Child("e"))), "notation", notation)
}
