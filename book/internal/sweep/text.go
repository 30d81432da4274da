package sweep

import (
	"strings"

	"octavo/book/typeset/document"
)

// A node is an element of the structure with what it holds, in reading order.
type node struct {
	kids    []any // *node, or *document.Text
	formula bool  // what it holds are signs, not text
}

// Text returns the text of the pages as the structure tree orders it: a paragraph
// that a figure or a note interrupts is in one piece. Each formula is formula.
func Text(doc *document.Document, formula string) string {
	nodes := map[*document.Element]*node{}
	root := &node{}
	var attach func(e *document.Element) *node
	attach = func(e *document.Element) *node {
		if e == nil {
			return root
		}
		n := nodes[e]
		if n == nil {
			n = &node{formula: e.Type == "Formula"}
			nodes[e] = n
			up := attach(e.Parent)
			up.kids = append(up.kids, n)
		}
		return n
	}
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if t, ok := it.(*document.Text); ok && t.Elem != nil {
				n := attach(t.Elem)
				n.kids = append(n.kids, t)
			}
		}
	}
	var b strings.Builder
	root.write(&b, formula)
	return b.String()
}

func (n *node) write(b *strings.Builder, formula string) {
	if n.formula {
		b.WriteString(formula)
		return
	}
	for _, kid := range n.kids {
		switch kid := kid.(type) {
		case *node:
			kid.write(b, formula)
		case *document.Text:
			for _, w := range kid.Words {
				if !w.Hyphen {
					b.WriteString(w.Run.Text)
				}
				if w.Space {
					b.WriteByte(' ')
				}
			}
		}
	}
}
