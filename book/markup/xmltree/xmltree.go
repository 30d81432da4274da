// Package xmltree reads XML that nobody vouches for.
//
// In: the bytes of a document, and how strictly it is read. Out: a tree of [Node]s, each
// with its place, or a [Fault].
//
// Invariant: entities that a document declares are never expanded, so that nothing grows;
// nesting and the number of elements are bounded; time is proportional to the input.
package xmltree

import (
	"html"
	"strings"
)

// A Node is an element, or text when its name is "".
type Node struct {
	Name   string // local name
	Space  string // the name space, or the prefix when it is not declared
	Attr   []Attr
	Parent *Node // nil for the root
	Kids   []*Node
	Text   string
	Line   int // where it begins, both from 1; the column counts bytes
	Col    int
}

// An Attr is an attribute: its name space as that of a [Node], local name and value.
type Attr struct{ Space, Name, Value string }

// Is reports whether n is the element.
func (n *Node) Is(space, name string) bool { return n.Name == name && n.Space == space }

// Lookup returns an attribute, false when there is none.
func (n *Node) Lookup(space, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Space == space && a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// Get returns the attribute of a name without a name space, "" when there is none.
func (n *Node) Get(name string) string {
	v, _ := n.Lookup("", name)
	return v
}

// Walk calls visit for n and all below it, in document order.
func (n *Node) Walk(visit func(*Node)) {
	visit(n)
	for _, k := range n.Kids {
		k.Walk(visit)
	}
}

// Within returns the elements of a name at any depth, n among them, in document order.
func (n *Node) Within(space, name string) []*Node {
	var list []*Node
	n.Walk(func(m *Node) {
		if m.Is(space, name) {
			list = append(list, m)
		}
	})
	return list
}

// First returns the first child element of a name, nil for none.
func (n *Node) First(space, name string) *Node {
	for _, k := range n.Kids {
		if k.Is(space, name) {
			return k
		}
	}
	return nil
}

// Any returns an attribute by its local name, whatever its name space, "" when there is
// none. n may be nil.
func (n *Node) Any(name string) string {
	value, _ := n.Anywhere(name)
	return value
}

// Anywhere returns an attribute by its local name, whatever its name space, false when there
// is none. n may be nil.
func (n *Node) Anywhere(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	for _, a := range n.Attr {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// Child returns the first element of a name in n, nil for none. n may be nil.
func (n *Node) Child(name string) *Node {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// Only returns the child element that is all that is in n but for white space; nil for none.
func (n *Node) Only() *Node {
	if n == nil {
		return nil
	}
	var only *Node
	for _, k := range n.Kids {
		switch {
		case k.Name == "" && strings.TrimSpace(k.Text) == "":
		case k.Name == "" || only != nil:
			return nil
		default:
			only = k
		}
	}
	return only
}

// All returns the elements of a name in n.
func (n *Node) All(name string) []*Node {
	if n == nil {
		return nil
	}
	var out []*Node
	for _, k := range n.Kids {
		if k.Name == name {
			out = append(out, k)
		}
	}
	return out
}

// Find returns the first element of a name at any depth below n, nil for none.
func (n *Node) Find(name string) *Node {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		if k.Name == name {
			return k
		}
		if f := k.Find(name); f != nil {
			return f
		}
	}
	return nil
}

// Content returns all text in n.
func (n *Node) Content() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.content(&b)
	return b.String()
}

func (n *Node) content(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, k := range n.Kids {
		k.content(b)
	}
}

// HTML returns what is in n as HTML.
func (n *Node) HTML() string {
	var b strings.Builder
	for _, k := range n.Kids {
		k.html(&b)
	}
	return b.String()
}

func (n *Node) html(b *strings.Builder) {
	if n.Name == "" {
		b.WriteString(html.EscapeString(n.Text))
		return
	}
	b.WriteString("<" + n.Name)
	for _, a := range n.Attr {
		b.WriteString(" " + a.Name + `="` + html.EscapeString(a.Value) + `"`)
	}
	b.WriteString(">")
	for _, k := range n.Kids {
		k.html(b)
	}
	b.WriteString("</" + n.Name + ">")
}
