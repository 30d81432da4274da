package mathml

import (
	"strings"

	"octavo/book/markup/xmltree"
	"octavo/book/source/rawhtml"
)

// A Node is an element of a formula, or text when its name is "".
type Node struct {
	Name string // local name, in lower case
	Text string
	Kids []*Node
	attr func(name string) (string, bool)
}

// FromHTML returns the formula that an element of a page shows.
func FromHTML(e rawhtml.Element) *Node {
	n := &Node{Name: local(e.Name()), Text: e.Own(), attr: func(name string) (string, bool) { return e.Get(name), e.Has(name) }}
	for _, c := range e.Content() {
		n.Kids = append(n.Kids, FromHTML(c))
	}
	return n
}

// FromXML returns the formula that an element of a document shows.
func FromXML(x *xmltree.Node) *Node {
	n := &Node{Name: local(x.Name), Text: x.Text, attr: x.Anywhere}
	for _, k := range x.Kids {
		n.Kids = append(n.Kids, FromXML(k))
	}
	return n
}

// local returns a name in lower case, without the prefix that HTML leaves before it.
func local(name string) string {
	return strings.ToLower(name[strings.LastIndexByte(name, ':')+1:])
}

// Get returns an attribute, "" when n has none.
func (n *Node) Get(name string) string {
	v, _ := n.lookup(name)
	return strings.TrimSpace(v)
}

// lookup returns an attribute, false when n has none.
func (n *Node) lookup(name string) (string, bool) {
	if n.attr == nil {
		return "", false
	}
	return n.attr(name)
}

// Content returns the text of a formula in one line, without annotations.
func (n *Node) Content() string {
	var b strings.Builder
	n.write(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, k := range n.Kids {
		if !strings.HasPrefix(k.Name, "annotation") {
			k.write(b)
		}
	}
	if n.Name == "mtd" || n.Name == "mtr" || n.Name == "mfrac" {
		b.WriteByte(' ')
	}
}

// size returns the number of nodes, or a number above the limit.
func (n *Node) size(limit int) int {
	size := 1
	for _, k := range n.Kids {
		if size += k.size(limit - size); size > limit {
			break
		}
	}
	return size
}

// parts returns the elements of n that show something.
func (n *Node) parts() []*Node { return shown(n.Kids) }

// shown returns the elements of a list, without white space, annotations and marks of layout.
func shown(list []*Node) []*Node {
	var out []*Node
	for _, k := range list {
		switch k.Name {
		case "annotation", "annotation-xml", "maligngroup", "malignmark", "script", "style":
			continue
		case "":
			if strings.TrimSpace(k.Text) == "" {
				continue
			}
		}
		out = append(out, k)
	}
	return out
}

// only returns what a row of one part holds, at any depth; n itself if it is no such row.
func (n *Node) only() *Node {
	for range maxDepth {
		if n.Name != "mrow" && n.Name != "semantics" && n.Name != "mpadded" {
			break
		}
		list := n.parts()
		if len(list) != 1 {
			break
		}
		n = list[0]
	}
	return n
}

// single reports whether n is a letter, a number or a word, within rows of one.
func (n *Node) single() bool {
	name := n.only().Name
	return name == "mi" || name == "mn" || name == "mtext"
}

// sign returns the text of an operator, "" for what is none.
func (n *Node) sign() string {
	if n.Name != "mo" {
		return ""
	}
	return n.Content()
}
