// Package xmltree reads XML that nobody vouches for.
//
// In: the bytes of a document. Out: a tree of [Node]s, by local names.
//
// Invariant: declared entities are refused, so that nothing grows; nesting and
// the number of elements are bounded; time is proportional to the input.
package xmltree

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"
)

const (
	// MaxDepth is the deepest nesting of elements.
	MaxDepth = 256
	// MaxNodes is the greatest number of elements and texts.
	MaxNodes = 1_000_000
)

// A Node is an element, or text when its name is "".
type Node struct {
	Name  string // local name
	Space string // the name space, or the prefix when it is not declared
	Attr  []xml.Attr
	Kids  []*Node
	Text  string
}

// Parse reads a document and returns its root element. HTML's entities are
// known, since feeds use them.
func Parse(r io.Reader) (*Node, error) {
	d := xml.NewDecoder(r)
	d.Strict = true
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	top := &Node{}
	stack := []*Node{top}
	for n := 0; ; n++ {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fault(err)
		}
		if n > MaxNodes {
			return nil, fmt.Errorf("more than %d elements", MaxNodes)
		}
		parent := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			if len(stack) > MaxDepth {
				return nil, fmt.Errorf("elements nested more than %d deep", MaxDepth)
			}
			k := &Node{Name: t.Name.Local, Space: t.Name.Space, Attr: append([]xml.Attr(nil), t.Attr...)}
			parent.Kids = append(parent.Kids, k)
			stack = append(stack, k)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			parent.Kids = append(parent.Kids, &Node{Text: string(t)})
		case xml.Directive:
			if strings.Contains(strings.ToUpper(string(t)), "ENTITY") {
				return nil, errors.New("entities are declared in it, which is refused")
			}
		}
	}
	for _, k := range top.Kids {
		if k.Name != "" {
			return k, nil
		}
	}
	return nil, errors.New("there is no element in it")
}

// fault says in one line what is wrong with the XML.
func fault(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d is no XML: %s", syntax.Line, strings.Join(strings.Fields(syntax.Msg), " "))
	}
	return err
}

// Get returns an attribute by its local name, "" when there is none.
func (n *Node) Get(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
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
		b.WriteString(" " + a.Name.Local + `="` + html.EscapeString(a.Value) + `"`)
	}
	b.WriteString(">")
	for _, k := range n.Kids {
		k.html(b)
	}
	b.WriteString("</" + n.Name + ">")
}
