package svg

import (
	"fmt"
	"slices"
	"strings"
)

// Bounds on the labels of a drawing that one message names, by eye: how many there are, and
// the bytes of each. A longer line is not read.
const (
	maxLabels = 8
	maxLabel  = 60
)

// unsaid reports the words of a foreignObject, which holds HTML: Mermaid and draw.io set
// labels in it. All labels of a drawing are in one message, at the first of them.
func (p *parser) unsaid(n *node) {
	if p.labelsAt == 0 {
		if len(p.problems) >= maxProblems {
			return
		}
		p.problems = append(p.problems, Problem{Line: n.Line, Col: n.Col})
		p.labelsAt = len(p.problems)
	}
	if len(p.labels) <= maxLabels {
		if label := strings.Join(strings.Fields(wordsIn(n)), " "); label != "" && !slices.Contains(p.labels, label) {
			p.labels = append(p.labels, label)
		}
	}
	p.problems[p.labelsAt-1].Message = "<foreignObject> is not supported and is not drawn"
	if len(p.labels) == 0 {
		return
	}
	list := make([]string, 0, maxLabels)
	for _, l := range p.labels[:min(len(p.labels), maxLabels)] {
		list = append(list, fmt.Sprintf("%q", clip(l)))
	}
	words := strings.Join(list, ", ")
	if len(p.labels) > maxLabels {
		words += " and more"
	}
	p.problems[p.labelsAt-1].Message = "<foreignObject> is not drawn, with the words " + words +
		"; Mermaid writes them as text with htmlLabels: false"
}

// wordsIn returns the text of n and of all within, about [maxLabel] bytes at most.
func wordsIn(n *node) string {
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		for _, c := range n.Kids {
			if b.Len() > maxLabel {
				return
			}
			if c.Name == "" {
				b.WriteString(c.Text[:min(len(c.Text), maxLabel)] + " ")
			}
			walk(c)
		}
	}
	walk(n)
	return strings.ToValidUTF8(b.String(), "")
}
