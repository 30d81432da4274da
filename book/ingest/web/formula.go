package web

import (
	"slices"
	"strings"

	"octavo/book/source/rawhtml"
)

// formulas puts the source of each formula, between \( and \) or \[ and \], in the place
// of the elements that show it: KaTeX and MathJax keep the TeX beside those.
func formulas(e rawhtml.Element) {
	scripts := false
	for _, c := range e.Content() {
		scripts = scripts || isTeX(c)
	}
	if scripts { // MathJax 2 puts the formula that it shows before the script
		e.RemoveIf(func(c rawhtml.Element) bool { return strings.HasPrefix(c.Get("class"), "MathJax") })
	}
	for _, c := range e.Content() {
		switch tex := source(c); {
		case isTeX(c):
			enclose(c, c.Text(), strings.Contains(c.Get("type"), "display"))
		case tex != "":
			shown := c.Get("display") == "block" || c.Get("display") == "true" || slices.Contains(strings.Fields(e.Get("class")), "katex-display")
			enclose(c, tex, shown)
		default:
			formulas(c)
		}
	}
}

func isTeX(e rawhtml.Element) bool {
	return e.Name() == "script" && strings.HasPrefix(e.Get("type"), "math/tex")
}

// source returns the TeX that an element which shows a formula has in it.
func source(e rawhtml.Element) string {
	if e.Name() != "math" && e.Name() != "mjx-container" && !slices.Contains(strings.Fields(e.Get("class")), "katex") {
		return ""
	}
	return annotation(e)
}

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
