package web

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/mathml"
	"octavo/book/source/rawhtml"
)

// formulas puts the source of each formula, between \( and \) or \[ and \], in the place
// of the elements that show it: KaTeX and MathJax keep the TeX beside those, and MathML has
// a form in TeX. It returns what is told of those that have none, whose words are kept.
func formulas(e rawhtml.Element) (untold []string) {
	scripts := false
	for _, c := range e.Content() {
		scripts = scripts || isTeX(c)
	}
	if scripts { // MathJax 2 puts the formula that it shows before the script
		e.RemoveIf(func(c rawhtml.Element) bool { return strings.HasPrefix(c.Get("class"), "MathJax") })
	}
	for _, c := range e.Content() {
		switch {
		case isTeX(c):
			enclose(c, c.Text(), strings.Contains(c.Get("type"), "display"))
		case isFormula(c):
			if why := asTeX(c, c.Get("display") == "true" || hasClass(e, "katex-display")); why != "" {
				untold = append(untold, why)
			}
		default:
			untold = append(untold, formulas(c)...)
		}
	}
	return untold
}

// asTeX puts the TeX of a formula in the place of the element that shows it. A formula without
// TeX leaves its words, and asTeX returns what to say of it.
func asTeX(e rawhtml.Element, display bool) string {
	shown := formulaIn(e)
	if shown == nil {
		if tex := annotation(e); tex != "" {
			enclose(e, tex, display)
		}
		return ""
	}
	n := mathml.FromHTML(*shown)
	display = display || mathml.Display(n)
	tex, err := mathml.TeX(n)
	var without *mathml.Untold
	if !errors.As(err, &without) {
		enclose(e, tex, display)
		return ""
	}
	e.Rename("span")
	e.SetText(without.Text)
	return fmt.Sprintf("the formula %q is kept as text: %v", book.Clip(without.Text, 60), err)
}

// formulaIn returns the MathML of an element that shows a formula: the element, one within
// it, or one that MathJax keeps in an attribute or a script. It returns nil for none.
func formulaIn(e rawhtml.Element) *rawhtml.Element {
	if e.Name() == "math" {
		return &e
	}
	if s := e.Get("data-mathml"); s != "" {
		return formulaIn(rawhtml.Document(s))
	}
	if e.Name() == "script" {
		return formulaIn(rawhtml.Document(e.Text()))
	}
	for _, c := range e.Content() {
		if m := formulaIn(c); m != nil {
			return m
		}
	}
	return nil
}

func isTeX(e rawhtml.Element) bool {
	return e.Name() == "script" && strings.HasPrefix(e.Get("type"), "math/tex")
}

// shows are classes of elements that show a formula: those of KaTeX, of MathJax 2 and of
// Wikipedia, whose formulas are there once more as a picture.
var shows = []string{"katex", "MathJax", "MathJax_Display", "MathJax_SVG", "MathJax_CHTML", "mjx-chtml", "mwe-math-element"}

// isFormula reports whether e shows a formula and has its source.
func isFormula(e rawhtml.Element) bool {
	if e.Name() == "math" || e.Name() == "script" && strings.HasPrefix(e.Get("type"), "math/mml") {
		return true
	}
	if e.Name() != "mjx-container" && !slices.ContainsFunc(shows, func(c string) bool { return hasClass(e, c) }) {
		return false
	}
	return formulaIn(e) != nil || annotation(e) != ""
}

func hasClass(e rawhtml.Element, class string) bool {
	return slices.Contains(strings.Fields(e.Get("class")), class)
}

// annotation returns the TeX that stands beside a formula, "" for none.
func annotation(e rawhtml.Element) string {
	for _, c := range e.Content() {
		if c.Name() == "annotation" && c.Get("encoding") == "application/x-tex" {
			return strings.TrimSpace(c.Text())
		}
		if s := annotation(c); s != "" {
			return s
		}
	}
	return ""
}

func enclose(e rawhtml.Element, tex string, display bool) {
	if strings.TrimSpace(tex) == "" {
		return
	}
	e.Rename("span")
	if display {
		e.SetText(`\[` + tex + `\]`)
	} else {
		e.SetText(`\(` + tex + `\)`)
	}
}
