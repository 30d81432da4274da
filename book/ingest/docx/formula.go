package docx

import (
	"errors"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/mathml"
	"octavo/book/ingest/omml"
	"octavo/book/markup/xmltree"
)

// formula reads a formula. One that has no TeX is text, and told.
func (r *runs) formula(n *xmltree.Node) []book.Inline {
	tex, err := mathml.TeX(mathml.FromXML(omml.MathML(n, n.Name == "oMathPara")))
	var no *mathml.Untold
	switch {
	case errors.As(err, &no):
		text := strings.Join(strings.Fields(no.Text), " ")
		r.left(rule.ImportFormula, "set it by hand", "a formula has no TeX, since "+no.What+" has none, and is text here: "+clip(text))
		return draft.Text(text)
	case strings.TrimSpace(tex) == "":
		return nil
	}
	if r.article.Formula == "" {
		r.article.Formula = tex
	}
	return []book.Inline{&book.Math{TeX: tex, Text: n.Content()}}
}

// display adds a paragraph that is formulas alone, each on lines of its own, and reports
// whether it is one. A number or a full stop behind a formula makes it a paragraph.
func (b *builder) display(content []book.Inline) bool {
	for _, in := range content {
		if !isFormula(in) && !isBreak(in) {
			return false
		}
	}
	for _, in := range content {
		if m, ok := in.(*book.Math); ok {
			b.add(&book.Formula{Math: m}, draft.None)
		}
	}
	return true
}

func isFormula(in book.Inline) bool {
	_, ok := in.(*book.Math)
	return ok
}

func isBreak(in book.Inline) bool {
	_, ok := in.(*book.LineBreak)
	return ok
}
