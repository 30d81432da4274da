package omml

import (
	"strings"

	"octavo/book/markup/xmltree"
)

// matrix returns rows of cells.
func matrix(n *xmltree.Node) *xmltree.Node {
	table := element("mtable")
	if align := value(n.Child("mPr").Find("mcPr"), "mcJc", ""); align == "left" || align == "right" {
		set(table, "columnalign", align)
	}
	for _, r := range n.All("mr") {
		tr := element("mtr")
		for _, e := range r.All("e") {
			tr.Kids = append(tr.Kids, element("mtd", row(e)))
		}
		table.Kids = append(table.Kids, tr)
	}
	return table
}

// equations returns equations below one another. In the text of an equation, the odd signs &
// are where equations are aligned, and the even ones where there is white; what stands
// behind # is its number.
func equations(n *xmltree.Node) *xmltree.Node {
	table := element("mtable")
	widest := 0
	for _, e := range n.All("e") {
		cells, label := split(parts(e))
		widest = max(widest, len(cells))
		tr := element("mtr")
		if label != nil {
			tr.Name = "mlabeledtr"
			tr.Kids = append(tr.Kids, element("mtd", label...))
		}
		for _, c := range cells {
			tr.Kids = append(tr.Kids, element("mtd", c...))
		}
		table.Kids = append(table.Kids, tr)
	}
	if widest > 1 {
		set(set(table, "displaystyle", "true"), "columnalign", strings.TrimSpace(strings.Repeat("right left ", (widest+1)/2)))
	} else {
		set(table, "columnalign", "left")
	}
	return table
}

// split parts an equation at its signs &, and takes its number off.
func split(list []*xmltree.Node) (cells [][]*xmltree.Node, label []*xmltree.Node) {
	cells = [][]*xmltree.Node{nil}
	for i, p := range list {
		switch last := len(cells) - 1; {
		case p.Name == "mo" && p.Content() == "&":
			cells = append(cells, nil)
		case p.Name == "mo" && p.Content() == "#":
			return cells, list[i+1:]
		default:
			cells[last] = append(cells[last], p)
		}
	}
	return cells, nil
}
