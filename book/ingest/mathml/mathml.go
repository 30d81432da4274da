// Package mathml writes formulas of pages and documents in the TeX that chapters have.
//
// In: a formula in MathML, as a tree of [Node]s that both HTML and XML give. Out: TeX within
// the subset of package math, or an [Untold] with the words of a formula that has none. TeX
// that the formula carries as an annotation counts before what is shown.
//
// Invariant: what is returned is read by package math without a fault.
package mathml

import (
	"strings"

	"octavo/book/markup/math"
)

// Bounds on a formula. What is over has no TeX.
const (
	// maxDepth is the deepest nesting of elements: groups of TeX nest to [math.MaxDepth], and
	// LibreOffice writes three rows within each other for one group.
	maxDepth = 4 * math.MaxDepth
	// maxNodes is the number of elements and texts: TeX for more is longer than [math.MaxBytes],
	// since an element of one byte is two nodes.
	maxNodes = 4 * math.MaxBytes
)

// An Untold is a formula that has no TeX.
type Untold struct {
	What string // what TeX lacks: the element or the sign
	Text string // the letters and signs of the formula, in their order
}

// Error says what is not supported.
func (e *Untold) Error() string { return e.What + " has no form in TeX here" }

// TeX returns the formula of an element, <math> or what stands within it, in one line.
func TeX(n *Node) (string, error) {
	if tex := annotated(n); tex != "" {
		if _, faults := math.Parse(tex); len(faults) == 0 {
			return tex, nil
		}
	}
	if n.size(maxNodes) > maxNodes {
		return "", &Untold{"a formula of so many parts", n.Content()}
	}
	w := &writer{}
	display := n.Get("display") == "block" || n.Get("mode") == "display" || n.Get("displaystyle") == "true"
	tex := join(w.list(n.Kids, state{display: display, top: true}), false)
	if w.what == "" {
		if _, faults := math.Parse(tex); len(faults) > 0 {
			w.what = faults[0].Message
		}
	}
	if w.what != "" {
		return "", &Untold{w.what, n.Content()}
	}
	return tex, nil
}

// Display reports whether a formula stands on lines of its own.
func Display(n *Node) bool { return n.Get("display") == "block" || n.Get("mode") == "display" }

// annotated returns the TeX that a formula carries, in one line; "" for none.
func annotated(n *Node) string {
	for _, c := range n.Kids {
		if c.Name == "annotation" && texEncoding(c.Get("encoding")) {
			return bare(c.Content())
		}
		if c.Name == "math" || c.Name == "semantics" || c.Name == "mrow" || c.Name == "mstyle" {
			if tex := annotated(c); tex != "" {
				return tex
			}
		}
	}
	return ""
}

// texEncoding reports whether an annotation is in TeX: application/x-tex, LaTeX, text/x-latex.
func texEncoding(s string) bool {
	s = strings.ToLower(s)
	return strings.HasSuffix(s, "tex")
}

// bare returns TeX in one line, without the delimiters around it and the style that
// Wikipedia puts round all of it.
func bare(tex string) string {
	tex = strings.Join(strings.Fields(tex), " ")
	for _, d := range [][2]string{{"$$", "$$"}, {"$", "$"}, {`\(`, `\)`}, {`\[`, `\]`}, {`{\displaystyle `, "}"}, {`{\textstyle `, "}"}} {
		s, opened := strings.CutPrefix(tex, d[0])
		if s, closed := strings.CutSuffix(s, d[1]); opened && closed && paired(s) {
			tex = strings.TrimSpace(s)
		}
	}
	return tex
}

// paired reports whether no brace of s is closed that s has not opened.
func paired(s string) bool {
	depth := 0
	for i := 0; i < len(s) && depth >= 0; i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		}
	}
	return depth >= 0
}
