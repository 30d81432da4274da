package inspect

import (
	"strings"

	"octavo/book/markup/css"
)

// A StyleRule is one rule of a style sheet, with its selectors as they are
// written. A rule for pages has the selector @page.
type StyleRule struct {
	Sheet        string // the entry that it stands in
	Selectors    []string
	Declarations []Declaration
}

// A Declaration is a property and its value, both in lower case.
type Declaration struct{ Property, Value string }

// maxStyleRules bounds the rules that are kept of a book. Generous: the sheets of large
// publishers have a thousand or two. The rules beyond are not judged.
const maxStyleRules = 20_000

// styleRule adds a rule of a style sheet.
func (p *Publication) styleRule(sheet string, r *css.Rule) {
	selectors := r.Prelude
	switch {
	case r.Name == "page":
		selectors = []string{"@page"}
	case r.Name != "":
		return
	}
	if len(p.Styles) < maxStyleRules {
		p.Styles = append(p.Styles, StyleRule{sheet, selectors, declarations(r.Decls)})
	}
}

func declarations(decls []css.Decl) []Declaration {
	var list []Declaration
	for _, d := range decls {
		list = append(list, Declaration{d.Name, strings.ToLower(d.Value)})
	}
	return list
}
